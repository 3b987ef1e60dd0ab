using System.Globalization;
using Ingest.Emission;

namespace Ingest.Export.Comparing.Charts;

/// <summary>
/// Level bars as SVG. Lengths are shares of the width and type has its own size, so that one drawing is read on a telephone, on a desk and on paper.
/// </summary>
internal static class BarChartSvg
{
    private const int LabelHeight = 20;
    private const int BarHeight = 16;
    private const int ThinBarHeight = 12;
    private const int Gap = 10;

    // Percent of the width that the longest bar takes; the rest is for the number behind it.
    private const decimal Longest = 70;

    /// <summary>Draws some rows.</summary>
    /// <param name="svg">Where to.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="from">The first row.</param>
    /// <param name="count">How many.</param>
    /// <param name="name">What a screen reader calls it.</param>
    /// <param name="standalone">Whether the drawing is a file of its own, with a width.</param>
    public static void Write(MarkupWriter svg, BarChart chart, int from, int count, string name, bool standalone = false)
    {
        var rows = chart.Rows.AsSpan(from, count);
        var bars = chart.IsStacked ? 1 : chart.Series.Length;
        var rowHeight = LabelHeight + (chart.IsStacked ? BarHeight : bars * (ThinBarHeight + 3)) + Gap;
        var scale = Scale(chart);
        var legend = standalone ? (chart.Series.Length * LabelHeight) + Gap : 0;
        SvgFrame.Open(svg, standalone ? "900" : "100%", Text((rows.Length * rowHeight) + legend), null, name, standalone);
        var y = 0;
        foreach (var row in rows)
        {
            svg.Element("text", row.Label, ("x", "0"), ("y", Text(y + 14)), ("font-size", "14"), ("fill", Paint.Ink));
            if (chart.IsStacked)
                WriteStack(svg, chart, row, y + LabelHeight, scale);
            else
                WriteBars(svg, chart, row, y + LabelHeight, scale);
            y += rowHeight;
        }

        if (standalone)
            WriteLegend(svg, chart, y);
        svg.CloseLine();
    }

    /// <summary>A fill as the legend shows it.</summary>
    public static void WriteSample(MarkupWriter svg, Fill fill)
    {
        svg.Open("svg", ("width", "34"), ("height", Text(BarHeight)), ("aria-hidden", "true"), ("focusable", "false"));
        WriteSample(svg, fill, 0);
        svg.Close();
    }

    private static void WriteLegend(MarkupWriter svg, BarChart chart, int y)
    {
        foreach (var series in chart.Series)
        {
            WriteSample(svg, series.Fill, y);
            svg.Element("text", series.Name, ("x", "44"), ("y", Text(y + 13)), ("font-size", "13"), ("fill", Paint.Ink));
            y += LabelHeight;
        }
    }

    private static void WriteSample(MarkupWriter svg, Fill fill, int y) =>
        svg.Open("rect", ("x", "0.5"), ("y", Text(y)), ("width", "33"), ("height", Text(BarHeight)), ("fill", Paint.Of(fill)), ("stroke", Paint.Line), ("stroke-width", "0.5")).Close();

    private static decimal Scale(BarChart chart)
    {
        if (chart.IsShares)
            return 0;
        var longest = chart.Rows.Select(row => chart.IsStacked ? row.Values.Sum() ?? 0 : row.Values.Max() ?? 0).DefaultIfEmpty(0).Max();
        return longest > 0 ? Longest / longest : 0;
    }

    private static void WriteStack(MarkupWriter svg, BarChart chart, BarRow row, int y, decimal scale)
    {
        var sum = row.Values.Sum() ?? 0;
        var perUnit = chart.IsShares ? (sum > 0 ? (chart.Rows.Any(other => other.Note.Length > 0) ? Longest : 100) / sum : 0) : scale;
        var x = 0m;
        foreach (var (series, value) in chart.Series.Zip(row.Values))
        {
            var width = (value ?? 0) * perUnit;
            if (width > 0)
            {
                svg.Open("rect", ("x", Percent(x)), ("y", Text(y)), ("width", Percent(width)), ("height", Text(BarHeight)), ("fill", Paint.Of(series.Fill)), ("stroke", Paint.Paper), ("stroke-width", "1"))
                    .Element("title", $"{row.Label} – {series.Name} : {chart.Format(value!.Value)}{(sum > 0 ? $" ({Figures.French.Share(value.Value / sum)})" : "")}").Close();
            }

            x += width;
        }

        if (row.Note.Length > 0)
            svg.Element("text", row.Note, ("x", "100%"), ("y", Text(y + 13)), ("font-size", "13"), ("text-anchor", "end"), ("fill", Paint.Ink));
    }

    private static void WriteBars(MarkupWriter svg, BarChart chart, BarRow row, int y, decimal scale)
    {
        foreach (var (series, value) in chart.Series.Zip(row.Values))
        {
            if (value is { } amount)
            {
                svg.Open("rect", ("x", "0"), ("y", Text(y)), ("width", Percent(Math.Max(0, amount) * scale)), ("height", Text(ThinBarHeight)), ("fill", Paint.Of(series.Fill)), ("stroke", Paint.Line), ("stroke-width", "0.5"))
                    .Element("title", $"{row.Label} – {series.Name} : {chart.Format(amount)}").Close();
            }

            svg.Element("text", value is { } known ? chart.Format(known) : "pas lu", ("x", "100%"), ("y", Text(y + 11)), ("font-size", "12"), ("text-anchor", "end"), ("fill", value is null ? Paint.Quiet : Paint.Ink));
            y += ThinBarHeight + 3;
        }
    }

    private static string Percent(decimal share) => Math.Round(share, 3).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
