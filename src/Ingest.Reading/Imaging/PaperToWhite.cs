namespace Ingest.Reading.Imaging;

/// <summary>
/// Uneven paper and shadows → white: each pixel is divided by the brightness of the paper around it (background normalisation as in
/// Leptonica's <c>pixBackgroundNorm</c>). Paper is what is brightest in a wide neighbourhood, so that shaded cells and bands stay as
/// shaded as they are.
/// </summary>
internal sealed class PaperToWhite(OcrImageOptions options)
{
    /// <summary>The image on white paper.</summary>
    /// <param name="image">The image.</param>
    /// <param name="dpi">Its pixels per inch.</param>
    public GreyImage Convert(GreyImage image, double dpi)
    {
        var tile = Math.Max(4, (int)(options.PaperTile * dpi / 72));
        var (columns, rows) = ((image.Width + tile - 1) / tile, (image.Height + tile - 1) / tile);
        var paper = Average(Brightest(Papers(image, tile, columns, rows), columns, rows), columns, rows);
        var pixels = new byte[image.Pixels.Length];
        var scales = new int[image.Width];
        for (var y = 0; y < image.Height; y++)
        {
            Scales(paper, columns, rows, tile, y, scales);
            var row = image.Row(y);
            var target = pixels.AsSpan(y * image.Width, image.Width);
            for (var x = 0; x < row.Length; x++)
                target[x] = (byte)Math.Min(255, (row[x] * scales[x]) >> 16);
        }

        return new GreyImage(image.Width, image.Height, pixels);
    }

    // The brightness of paper in each tile: of its pixels, the given share is darker.
    private byte[] Papers(GreyImage image, int tile, int columns, int rows)
    {
        var paper = new byte[columns * rows];
        Span<int> counts = stackalloc int[256];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                counts.Clear();
                var area = new PixelBox(column * tile, row * tile, (column + 1) * tile, (row + 1) * tile).Within(image.Width, image.Height);
                for (var y = area.Top; y < area.Bottom; y++)
                {
                    foreach (var value in image.Row(y).Slice(area.Left, area.Width))
                        counts[value]++;
                }

                paper[(row * columns) + column] = Quantile(counts, area.Width * area.Height * options.PaperQuantile);
            }
        }

        return paper;
    }

    private static byte Quantile(ReadOnlySpan<int> counts, double wanted)
    {
        var seen = 0;
        for (var value = 0; value < counts.Length; value++)
        {
            seen += counts[value];
            if (seen >= wanted)
                return (byte)value;
        }

        return 255;
    }

    private byte[] Brightest(byte[] paper, int columns, int rows) => Around(paper, columns, rows, options.PaperReach, static (sum, value) => Math.Max(sum, value), static (sum, _) => sum);

    private byte[] Average(byte[] paper, int columns, int rows) => Around(paper, columns, rows, options.PaperReach, static (sum, value) => sum + value, static (sum, count) => sum / count);

    private static byte[] Around(byte[] paper, int columns, int rows, int reach, Func<int, int, int> add, Func<int, int, int> finish)
    {
        var result = new byte[paper.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (sum, count) = (0, 0);
                for (var r = Math.Max(0, row - reach); r <= Math.Min(rows - 1, row + reach); r++)
                {
                    for (var c = Math.Max(0, column - reach); c <= Math.Min(columns - 1, column + reach); c++, count++)
                        sum = add(sum, paper[(r * columns) + c]);
                }

                result[(row * columns) + column] = (byte)finish(sum, count);
            }
        }

        return result;
    }

    // 255 / paper in 65536ths for each column of a row of pixels, between the middles of tiles.
    private void Scales(byte[] paper, int columns, int rows, int tile, int y, int[] scales)
    {
        var (row, below, down) = Between(y, tile, rows);
        for (var x = 0; x < scales.Length; x++)
        {
            var (column, beside, right) = Between(x, tile, columns);
            var upper = (paper[(row * columns) + column] * (256 - right)) + (paper[(row * columns) + beside] * right);
            var lower = (paper[(below * columns) + column] * (256 - right)) + (paper[(below * columns) + beside] * right);
            var value = Math.Max(options.DarkestPaper, ((upper * (256 - down)) + (lower * down)) >> 16);
            scales[x] = (255 << 16) / value;
        }
    }

    private static (int First, int Second, int Share) Between(int position, int tile, int count)
    {
        var shifted = position - (tile / 2);
        var first = Math.Clamp(shifted / tile, 0, count - 1);
        return shifted < 0 ? (0, 0, 0) : (first, Math.Min(first + 1, count - 1), Math.Min(256, (shifted - (first * tile)) * 256 / tile));
    }
}
