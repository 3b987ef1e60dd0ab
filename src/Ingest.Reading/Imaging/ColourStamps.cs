namespace Ingest.Reading.Imaging;

/// <summary>
/// Coloured ink laid over black text → paper: stamps and coloured marks, told by their chroma. Coloured text that lies on nothing (a
/// heading, a stamp in a margin) stays and is read.
/// </summary>
internal sealed class ColourStamps(OcrImageOptions options)
{
    /// <summary>The page without the marks, and where they were.</summary>
    /// <param name="paper">Brightness, on white paper.</param>
    /// <param name="chroma">Chroma; null without colour.</param>
    /// <param name="dpi">Pixels per inch.</param>
    public (GreyImage Image, IReadOnlyList<PixelBox> Marks) Remove(GreyImage paper, GreyImage? chroma, double dpi)
    {
        if (chroma is null)
            return (paper, []);
        var tile = Math.Max(4, (int)(options.StampTile * dpi / 72));
        var (columns, rows) = ((paper.Width + tile - 1) / tile, (paper.Height + tile - 1) / tile);
        var ground = Grounds(paper, tile, columns, rows);
        var (coloured, black) = Count(paper, chroma, ground, tile, columns);
        var pixels = paper.CopyPixels();
        var marks = new List<PixelBox>();
        var least = options.StampSide * dpi / 72;
        foreach (var tiles in Clusters(coloured, columns, rows, tile))
        {
            var area = tiles.Select(at => new PixelBox(at % columns * tile, at / columns * tile, ((at % columns) + 1) * tile, ((at / columns) + 1) * tile)).Aggregate((one, other) => one.Union(other));
            var covered = tiles.Sum(at => (long)black[at]);
            if (area.Width < least || area.Height < least || covered < options.StampCovers * tile * tile)
                continue;
            marks.Add(area.Within(paper.Width, paper.Height));
            Whiten(paper, chroma, ground, marks[^1], tile, pixels);
        }

        return (new GreyImage(paper.Width, paper.Height, pixels), marks);
    }

    private bool IsColoured(byte grey, byte chroma, byte ground) => chroma >= options.StampChroma && grey < ground - options.StampContrast && IsSaturated(grey, chroma);

    private bool IsSaturated(byte grey, byte chroma) => chroma >= options.StampSaturation * (GreyImage.White - grey);

    private static byte[] Grounds(GreyImage paper, int tile, int columns, int rows)
    {
        var ground = new byte[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                ground[(row * columns) + column] = paper.Ground(new PixelBox(column * tile, row * tile, (column + 1) * tile, (row + 1) * tile).Within(paper.Width, paper.Height));
        }

        return ground;
    }

    // Pixels of coloured and of black ink in each tile.
    private (int[] Coloured, int[] Black) Count(GreyImage grey, GreyImage chroma, byte[] ground, int tile, int columns)
    {
        var tiles = columns * ((grey.Height + tile - 1) / tile);
        var (coloured, black) = (new int[tiles], new int[tiles]);
        for (var y = 0; y < grey.Height; y++)
        {
            var (from, row) = (y / tile * columns, y * grey.Width);
            for (var x = 0; x < grey.Width; x++)
            {
                var (value, colour) = (grey.Pixels[row + x], chroma.Pixels[row + x]);
                if (IsColoured(value, colour, ground[from + (x / tile)]))
                    coloured[from + (x / tile)]++;
                else if (value < options.BlackInk && colour < options.StampChroma)
                    black[from + (x / tile)]++;
            }
        }

        return (coloured, black);
    }

    // Tiles with coloured ink that touch one another.
    private IEnumerable<List<int>> Clusters(int[] coloured, int columns, int rows, int tile)
    {
        var least = Math.Max(1, (int)(options.StampInk * tile * tile));
        var seen = new bool[coloured.Length];
        var stack = new Stack<int>();
        for (var start = 0; start < coloured.Length; start++)
        {
            if (seen[start] || coloured[start] < least)
                continue;
            var cluster = new List<int>();
            stack.Push(start);
            seen[start] = true;
            while (stack.TryPop(out var at))
            {
                cluster.Add(at);
                for (var y = Math.Max(0, (at / columns) - 1); y <= Math.Min(rows - 1, (at / columns) + 1); y++)
                {
                    for (var x = Math.Max(0, (at % columns) - 1); x <= Math.Min(columns - 1, (at % columns) + 1); x++)
                    {
                        var next = (y * columns) + x;
                        if (seen[next] || coloured[next] < least)
                            continue;
                        seen[next] = true;
                        stack.Push(next);
                    }
                }
            }

            yield return cluster;
        }
    }

    // As seen through a filter of the ink's colour: the ink fades into its ground, what is black beneath it stays. The rim of a stroke
    // has less chroma than its core, and fades with it.
    private void Whiten(GreyImage grey, GreyImage chroma, byte[] ground, PixelBox area, int tile, byte[] pixels)
    {
        var columns = (grey.Width + tile - 1) / tile;
        var inks = Pixels(area).Where(at => IsColoured(grey.Pixels[at], chroma.Pixels[at], GroundOf(at))).Select(Filtered).Order().ToList();
        var (black, white) = (options.BlackInk / 2.0, Math.Max(options.BlackInk, inks[inks.Count / 4]));
        foreach (var at in Pixels(area.Inflate(tile / 2).Within(grey.Width, grey.Height)))
        {
            if (chroma.Pixels[at] >= options.StampChroma / 3)
                pixels[at] = Math.Max(pixels[at], (byte)(Math.Clamp((Filtered(at) - black) / (white - black), 0, 1) * GroundOf(at)));
        }

        double Filtered(int at) => grey.Pixels[at] + (options.InkFilter * chroma.Pixels[at]);

        byte GroundOf(int at) => ground[(at / grey.Width / tile * columns) + (at % grey.Width / tile)];

        IEnumerable<int> Pixels(PixelBox within)
        {
            for (var y = within.Top; y < within.Bottom; y++)
            {
                for (var x = within.Left; x < within.Right; x++)
                    yield return (y * grey.Width) + x;
            }
        }
    }
}
