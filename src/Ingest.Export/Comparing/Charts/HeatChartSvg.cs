using System.Globalization;
using Ingest.Emission;

namespace Ingest.Export.Comparing.Charts;

/// <summary>Places × units as SVG, in points of its own: on a narrow screen it is moved sideways, not shrunk.</summary>
internal static class HeatChartSvg
{
    private const int LabelWidth = 284;
    private const int CellWidth = 42;
    private const int CellHeight = 26;
    private const int GroupHeight = 26;
    // Points of height that a letter of a slanting heading takes: about seven, by the sine of its slant.
    private const double LetterHeight = 5.8;

    // Room for the last slanting heading.
    private const int Overhang = 100;

    private const int LongestLabel = 40;
    private const int LongestHeading = 26;

    /// <summary>Draws some columns.</summary>
    /// <param name="svg">Where to.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="from">The first column.</param>
    /// <param name="count">How many.</param>
    /// <param name="name">What a screen reader calls it.</param>
    /// <param name="standalone">Whether the drawing is a file of its own, with its legend in it.</param>
    public static void Write(MarkupWriter svg, HeatChart chart, int from, int count, string name, bool standalone = false)
    {
        var width = LabelWidth + (count * CellWidth) + Overhang;
        var head = 24 + (int)(LetterHeight * chart.Columns.AsSpan(from, count).ToArray().Max(column => Math.Min(column.Length, LongestHeading)));
        var body = head + chart.Rows.Sum(row => CellHeight + (row.Group is null ? 0 : GroupHeight));
        var height = body + 6 + (standalone ? (chart.Legend.Length * CellHeight) + 10 : 0);
        SvgFrame.Open(svg, Text(width), Text(height), $"0 0 {width} {height}", name, standalone);
        for (var column = 0; column < count; column++)
            WriteHeading(svg, chart.Columns[from + column], LabelWidth + (column * CellWidth), head - 8);
        var y = head;
        foreach (var row in chart.Rows)
        {
            if (row.Group is { } group)
            {
                svg.Element("text", Shortened(group, 120), ("x", "0"), ("y", Text(y + 18)), ("font-size", "13"), ("font-weight", "700"), ("fill", Paint.Ink));
                y += GroupHeight;
            }

            svg.Open("text", ("x", Text(LabelWidth - 8)), ("y", Text(y + 17)), ("font-size", "13"), ("text-anchor", "end"), ("fill", Paint.Ink))
                .Text(Shortened(row.Label, LongestLabel)).Element("title", row.Label).Close();
            for (var column = 0; column < count; column++)
                WriteCell(svg, row.Cells[from + column], LabelWidth + (column * CellWidth), y, $"{chart.Columns[from + column]} – {row.Label} : {Meaning(chart, row.Cells[from + column])}");
            y += CellHeight;
        }

        if (standalone)
            WriteLegend(svg, chart, y + 10);
        svg.CloseLine();
    }

    /// <summary>A cell as the legend shows it.</summary>
    public static void WriteSample(MarkupWriter svg, CellSort sort, string text)
    {
        svg.Open("svg", ("width", Text(CellWidth)), ("height", Text(CellHeight)), ("aria-hidden", "true"), ("focusable", "false"));
        WriteCell(svg, new HeatCell(sort, text), 0, 0, null);
        svg.Close();
    }

    private static void WriteLegend(MarkupWriter svg, HeatChart chart, int y)
    {
        foreach (var (sort, sample, meaning) in chart.Legend)
        {
            WriteCell(svg, new HeatCell(sort, sample), 0, y, null);
            svg.Element("text", meaning, ("x", Text(CellWidth + 10)), ("y", Text(y + 17)), ("font-size", "13"), ("fill", Paint.Ink));
            y += CellHeight;
        }
    }

    private static void WriteHeading(MarkupWriter svg, string name, int x, int y)
    {
        var (left, bottom) = (Text(x + (CellWidth / 2)), Text(y));
        svg.Open("text", ("x", left), ("y", bottom), ("transform", $"rotate(-52 {left} {bottom})"), ("font-size", "13"), ("fill", Paint.Ink))
            .Text(Shortened(name, LongestHeading)).Element("title", name).Close();
    }

    private static void WriteCell(MarkupWriter svg, HeatCell cell, int x, int y, string? title)
    {
        svg.Open("g");
        if (title is not null)
            svg.Element("title", title);
        svg.Open("rect", ("x", Text(x + 1)), ("y", Text(y + 1)), ("width", Text(CellWidth - 2)), ("height", Text(CellHeight - 2)), ("fill", Paint.Of(cell.Sort)), ("stroke", Paint.Line), ("stroke-width", "0.6")).Close();
        svg.Element("text", cell.Text, ("x", Text(x + (CellWidth / 2))), ("y", Text(y + 18)), ("font-size", "13"), ("text-anchor", "middle"), ("fill", Paint.InkOn(cell.Sort)));
        svg.CloseLine();
    }

    private static string Meaning(HeatChart chart, HeatCell cell) =>
        chart.Legend.Where(entry => entry.Sort == cell.Sort).Select(entry => $"{cell.Text}, {entry.Meaning}").FirstOrDefault() ?? cell.Text;

    private static string Shortened(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)].TrimEnd() + "…";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
