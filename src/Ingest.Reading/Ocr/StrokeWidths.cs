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
        var usual = UsualMeasure.Of(lines.Zip(widths).Where(item => item.Second > 0));
        return [.. widths.Select(width => usual > 0 && width >= options.BoldRatio * usual)];
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
