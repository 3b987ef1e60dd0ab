using Ingest.Emission;
using Ingest.Export.Comparing.Charts;

namespace Ingest.Export.Comparing.WebPage;

/// <summary>A part of a chart that fits a sheet of paper.</summary>
/// <param name="Name">What a screen reader calls it.</param>
/// <param name="Write">Draws it; as a file of its own or not.</param>
internal sealed record ChartPart(string Name, Action<MarkupWriter, bool> Write);

/// <summary>Cuts charts into parts of about one length.</summary>
internal static class ChartParts
{
    private const int MostRows = 8;

    /// <summary>The parts of a figure's chart.</summary>
    public static IEnumerable<ChartPart> Of(Figure figure) => figure.Chart switch
    {
        BarChart bars => Cut(bars.Rows.Length, MostRows).Select(part => new ChartPart(
            NameOf(figure, bars.Rows[part.From].Label, bars.Rows[part.From + part.Count - 1].Label),
            (svg, standalone) => BarChartSvg.Write(svg, bars, part.From, part.Count, NameOf(figure, bars.Rows[part.From].Label, bars.Rows[part.From + part.Count - 1].Label), standalone))),
        HeatChart heat => Cut(heat.Columns.Length, HeatChart.ColumnsOfPart).Select(part => new ChartPart(
            NameOf(figure, heat.Columns[part.From], heat.Columns[part.From + part.Count - 1]),
            (svg, standalone) => HeatChartSvg.Write(svg, heat, part.From, part.Count, NameOf(figure, heat.Columns[part.From], heat.Columns[part.From + part.Count - 1]), standalone))),
        _ => [],
    };

    private static string NameOf(Figure figure, string first, string last) =>
        $"{figure.Title} : {(first == last ? first : $"de {first} à {last}")}. Les mêmes données sont dans le tableau qui suit.";

    private static IEnumerable<(int From, int Count)> Cut(int length, int most)
    {
        var parts = (length + most - 1) / most;
        for (var part = 0; part < parts; part++)
        {
            var (from, to) = (length * part / parts, length * (part + 1) / parts);
            yield return (from, to - from);
        }
    }
}
