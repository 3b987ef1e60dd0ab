namespace Ingest.Reading.Imaging;

/// <summary>
/// Dirt of copies → paper: lone specks (a full stop or the dot of an « i » stands by a letter), and what comes in from the edges of the
/// glass.
/// </summary>
internal sealed class DirtEraser(OcrImageOptions options)
{
    /// <summary>The image without dirt.</summary>
    /// <param name="image">The straightened image on white paper, rules taken out.</param>
    /// <param name="threshold">What is darker is ink.</param>
    /// <param name="dpi">Pixels per inch.</param>
    public GreyImage Erase(GreyImage image, byte threshold, double dpi)
    {
        var perPoint = dpi / 72;
        // Pale letters fall into specks at the threshold of ink; halfway to paper they hold together.
        var pieces = InkComponents.Find(image, (byte)((threshold + GreyImage.White) / 2));
        var speck = options.SpeckSide * perPoint;
        bool IsSpeck(InkComponent piece) => piece.Box.Width <= speck && piece.Box.Height <= speck;
        var distance = (int)(options.SpeckDistance * perPoint);
        var letters = Cells(pieces.Where(piece => !IsSpeck(piece)), distance);
        var specks = Cells(pieces.Where(IsSpeck), distance);
        var pixels = image.CopyPixels();
        foreach (var piece in pieces)
        {
            if (IsSpeck(piece) ? IsDirt(piece.Box) : ComesFromEdge(piece.Box, image, options.EdgeWidth * perPoint))
                Whiten(image, piece, pixels);
        }

        return new GreyImage(image.Width, image.Height, pixels);

        // Two dots above one another are a colon; many are a screened shade.
        bool IsDirt(PixelBox box)
        {
            var others = Near(specks, box, distance).Where(other => other != box).Distinct().ToList();
            var isDot = Near(letters, box, distance).Any() || others.Exists(other => other.Left < box.Right && other.Right > box.Left);
            return others.Count >= options.ScreenDots || !isDot;
        }
    }

    // Touches the edge of the page and lies within the margin altogether.
    private static bool ComesFromEdge(PixelBox box, GreyImage image, double margin)
    {
        var touches = box.Left <= 1 || box.Top <= 1 || box.Right >= image.Width - 1 || box.Bottom >= image.Height - 1;
        return touches && (box.Right <= margin || box.Bottom <= margin || box.Left >= image.Width - margin || box.Top >= image.Height - margin);
    }

    // The blurred edge of ink goes with it.
    private static void Whiten(GreyImage image, InkComponent piece, byte[] pixels)
    {
        foreach (var (y, from, to) in piece.Runs)
        {
            for (var row = Math.Max(0, y - 1); row <= Math.Min(image.Height - 1, y + 1); row++)
            {
                var (first, last) = (Math.Max(0, from - 1), Math.Min(image.Width, to + 1));
                Array.Fill(pixels, GreyImage.White, (row * image.Width) + first, last - first);
            }
        }
    }

    // Boxes by the squares of a raster that they touch.
    private static (Dictionary<(int, int), List<PixelBox>> Squares, int Side) Cells(IEnumerable<InkComponent> pieces, double distance)
    {
        var side = Math.Max(8, (int)(4 * distance));
        var squares = new Dictionary<(int, int), List<PixelBox>>();
        foreach (var box in pieces.Select(piece => piece.Box))
        {
            for (var y = box.Top / side; y <= box.Bottom / side; y++)
            {
                for (var x = box.Left / side; x <= box.Right / side; x++)
                {
                    if (!squares.TryGetValue((x, y), out var boxes))
                        squares[(x, y)] = boxes = [];
                    boxes.Add(box);
                }
            }
        }

        return (squares, side);
    }

    private static IEnumerable<PixelBox> Near((Dictionary<(int, int), List<PixelBox>> Squares, int Side) boxes, PixelBox box, int distance)
    {
        var around = box.Inflate(distance);
        for (var y = Math.Max(0, around.Top) / boxes.Side; y <= around.Bottom / boxes.Side; y++)
        {
            for (var x = Math.Max(0, around.Left) / boxes.Side; x <= around.Right / boxes.Side; x++)
            {
                foreach (var other in boxes.Squares.GetValueOrDefault((x, y)) ?? [])
                {
                    if (other.Overlaps(around))
                        yield return other;
                }
            }
        }
    }
}
