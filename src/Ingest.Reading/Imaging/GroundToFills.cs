namespace Ingest.Reading.Imaging;

/// <summary>A shaded area of an image.</summary>
/// <param name="Box">Its area.</param>
/// <param name="Level">Brightness of its ground, 0 to 255.</param>
/// <param name="IsDark">Whether it is so dark that letters on it are white.</param>
internal readonly record struct ImageFill(PixelBox Box, byte Level, bool IsDark);

/// <summary>Shaded cells and bands of a straightened image: rectangles of tiles whose ground, not their letters, is darker than paper.</summary>
internal sealed class GroundToFills(OcrImageOptions options)
{
    /// <summary>The areas, by row and column of their first tile.</summary>
    /// <param name="image">The straightened image on white paper.</param>
    /// <param name="dpi">Pixels per inch.</param>
    public IReadOnlyList<ImageFill> Find(GreyImage image, double dpi)
    {
        var perPoint = dpi / 72;
        var tile = Math.Max(2, (int)(options.FillTile * perPoint));
        var (columns, rows) = (image.Width / tile, image.Height / tile);
        var ground = Grounds(image, tile, columns, rows);
        var fills = new List<ImageFill>();
        foreach (var (area, level, count) in Areas(ground, columns, rows))
        {
            var isWide = area.Width * tile >= options.FillWidth * perPoint && area.Height * tile >= options.FillHeight * perPoint;
            if (isWide && count >= options.FillShare * area.Width * area.Height)
                fills.Add(new ImageFill(Refine(image, new PixelBox(area.Left * tile, area.Top * tile, area.Right * tile, area.Bottom * tile), tile, level), level, level <= options.DarkGround));
        }

        return Merge(fills, tile);
    }

    // White rules part the band of a header into pieces: where they stand on the same rows and touch, they are one band.
    private static List<ImageFill> Merge(List<ImageFill> fills, int tile)
    {
        var merged = new List<ImageFill>();
        foreach (var fill in fills.OrderBy(fill => fill.Box.Left))
        {
            var index = merged.FindIndex(other => other.IsDark == fill.IsDark && other.Box.Overlaps(fill.Box.Inflate(1)) && Math.Abs(other.Box.Top - fill.Box.Top) <= tile && Math.Abs(other.Box.Bottom - fill.Box.Bottom) <= tile);
            if (index < 0)
                merged.Add(fill);
            else
                merged[index] = merged[index] with { Box = merged[index].Box.Union(fill.Box) };
        }

        return merged;
    }

    private static byte[] Grounds(GreyImage image, int tile, int columns, int rows)
    {
        var ground = new byte[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                ground[(row * columns) + column] = image.Ground(new PixelBox(column * tile, row * tile, (column + 1) * tile, (row + 1) * tile));
        }

        return ground;
    }

    // Connected tiles of one shade.
    private IEnumerable<(PixelBox Area, byte Level, int Count)> Areas(byte[] ground, int columns, int rows)
    {
        var seen = new bool[ground.Length];
        var stack = new Stack<int>();
        for (var start = 0; start < ground.Length; start++)
        {
            if (seen[start] || ground[start] >= options.PaleFill)
                continue;
            var (members, sum) = (new List<(int X, int Y)>(), 0L);
            stack.Push(start);
            seen[start] = true;
            while (stack.TryPop(out var at))
            {
                sum += ground[at];
                var (x, y) = (at % columns, at / columns);
                members.Add((x, y));
                foreach (var (nx, ny) in (ReadOnlySpan<(int, int)>)[(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)])
                {
                    var next = (ny * columns) + nx;
                    if (nx < 0 || ny < 0 || nx >= columns || ny >= rows || seen[next] || ground[next] >= options.PaleFill || Math.Abs(ground[next] - (sum / members.Count)) > options.FillSpread)
                        continue;
                    seen[next] = true;
                    stack.Push(next);
                }
            }

            var area = Body(members);
            yield return (area, (byte)(sum / members.Count), members.Count(tile => tile.X >= area.Left && tile.X < area.Right && tile.Y >= area.Top && tile.Y < area.Bottom));
        }
    }

    // The bounds without the rows and columns at their edges that are mostly empty: the dense line of text below a band hangs on to it.
    private PixelBox Body(List<(int X, int Y)> tiles)
    {
        var (rows, columns) = (tiles.CountBy(tile => tile.Y).ToDictionary(), tiles.CountBy(tile => tile.X).ToDictionary());
        var (most, tallest) = (rows.Values.Max(), columns.Values.Max());
        var (full, tall) = (rows.Where(row => row.Value >= options.FillShare * most).Select(row => row.Key).ToList(), columns.Where(column => column.Value >= options.FillShare * tallest).Select(column => column.Key).ToList());
        return new PixelBox(tall.Min(), full.Min(), tall.Max() + 1, full.Max() + 1);
    }

    // Its sides, pixel by pixel: tiles stop short of them. Towards paper it ends half-way, towards another shade where that begins.
    private PixelBox Refine(GreyImage image, PixelBox area, int tile, byte level)
    {
        var half = (level + GreyImage.White) / 2;
        bool IsOfShade(PixelBox line) => image.Ground(line) is var ground && ground < half && ground > level - options.FillSpread;
        var (left, top, right, bottom) = (area.Left, area.Top, area.Right, area.Bottom);
        for (var i = 0; i < 2 * tile && left > 0 && IsOfShade(new PixelBox(left - 1, area.Top, left, area.Bottom)); i++)
            left--;
        for (var i = 0; i < 2 * tile && right < image.Width && IsOfShade(new PixelBox(right, area.Top, right + 1, area.Bottom)); i++)
            right++;
        for (var i = 0; i < 2 * tile && top > 0 && IsOfShade(new PixelBox(area.Left, top - 1, area.Right, top)); i++)
            top--;
        for (var i = 0; i < 2 * tile && bottom < image.Height && IsOfShade(new PixelBox(area.Left, bottom, area.Right, bottom + 1)); i++)
            bottom++;
        return new PixelBox(left, top, right, bottom);
    }
}
