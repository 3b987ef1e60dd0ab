using System.Collections.Immutable;

namespace Ingest.Reading.Ocr;

/// <summary>
/// Which lines are bold: the upright strokes of their letters are wider, for their size, than those of most of the page. Measured as the
/// median length of runs of ink in rows.
/// </summary>
internal sealed class StrokeWidths(PreparedPage page, OcrOptions options)
{
    /// <summary>Whether each line is bold.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="sizes">Their sizes in points.</param>
    public ImmutableArray<bool> AreBold(ImmutableArray<PlacedLine> lines, IReadOnlyList<double> sizes)
    {
        var widths = lines.Select((line, index) => sizes[index] > 0 ? WidthOf(line) / page.ToPixels(sizes[index]) : 0).ToList();
        var usual = Usual(lines, widths);
        return [.. widths.Select(width => usual > 0 && width >= options.BoldRatio * usual)];
    }

    // The width that half of all letters do not reach.
    private static double Usual(ImmutableArray<PlacedLine> lines, List<double> widths)
    {
        var inOrder = lines.Zip(widths, (line, width) => (Width: width, Letters: line.Words.Sum(word => word.Text.Length))).Where(item => item.Width > 0).OrderBy(item => item.Width).ToList();
        var half = inOrder.Sum(item => item.Letters) / 2.0;
        foreach (var (width, letters) in inOrder)
        {
            half -= letters;
            if (half <= 0)
                return width;
        }

        return 0;
    }

    private double WidthOf(PlacedLine line)
    {
        var runs = new List<int>();
        foreach (var word in line.Words.Where(word => word.Text.Any(char.IsLetterOrDigit)))
        {
            var area = word.Box.Within(page.Image.Width, page.Image.Height);
            for (var y = area.Top; y < area.Bottom; y++)
            {
                var row = page.Image.Row(y).Slice(area.Left, area.Width);
                for (var x = 0; x < row.Length; x++)
                {
                    var from = x;
                    while (x < row.Length && row[x] < page.Threshold)
                        x++;
                    if (x > from)
                        runs.Add(x - from);
                }
            }
        }

        runs.Sort();
        return runs.Count == 0 ? 0 : runs[runs.Count / 2];
    }
}
