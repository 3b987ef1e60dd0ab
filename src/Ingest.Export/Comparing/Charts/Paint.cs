using System.Globalization;
using Ingest.Emission;

namespace Ingest.Export.Comparing.Charts;

/// <summary>
/// Colours and patterns, the same on the page and in files of their own. Each fill has lines or points of its own besides its colour, dark enough on white
/// (at least 3 to 1, WCAG 2.2 criterion 1.4.11) to be seen without it.
/// </summary>
internal static class Paint
{
    /// <summary>Text.</summary>
    public const string Ink = "#1b2733";

    /// <summary>Text of less weight, still 4.5 to 1 on white.</summary>
    public const string Quiet = "#5a6673";

    /// <summary>The page.</summary>
    public const string Paper = "#ffffff";

    /// <summary>Edges of cells and bars.</summary>
    public const string Line = "#5a6673";

    private const string Deep = "#1f4e79";

    /// <summary>A fill as an attribute wants it.</summary>
    public static string Of(Fill fill) => fill == Fill.Solid ? Deep : $"url(#f-{Word(fill)})";

    /// <summary>A cell's fill as an attribute wants it.</summary>
    public static string Of(CellSort sort) => sort switch
    {
        CellSort.Full => Deep,
        CellSort.Zero => Paper,
        _ => $"url(#c-{sort.ToString().ToLowerInvariant()})",
    };

    /// <summary>Colour of the text in a cell.</summary>
    public static string InkOn(CellSort sort) => sort == CellSort.Full ? Paper : Ink;

    /// <summary>The patterns that the fills name.</summary>
    public static void WritePatterns(MarkupWriter svg)
    {
        svg.Open("defs");
        Pattern(svg, "f-rising", "#cfe3f1", 7, ("M-2,2 L2,-2 M0,7 L7,0 M5,9 L9,5", "#2b7fb3", "2"));
        Pattern(svg, "f-dots", "#fbe3c4", 6, ("M3,1.6 a1.4,1.4 0 1,0 0.01,0", "#9a5a00", "1"));
        Pattern(svg, "f-crossed", "#efdcf0", 7, ("M0,0 L7,7 M7,0 L0,7", "#7a3a86", "1.2"));
        Pattern(svg, "f-upright", "#e6e6e6", 6, ("M3,0 L3,6", "#6b6b6b", "1.6"));
        Pattern(svg, "c-lined", "#eaf3f9", 8, ("M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6", "#8fbbd9", "1.6"));
        Pattern(svg, "c-dotted", "#fdf6e7", 7, ("M3.5,2.4 a1.1,1.1 0 1,0 0.01,0", "#c9a55a", "0.8"));
        Pattern(svg, "c-missing", "#e4e4e4", 9, ("M0,0 L9,9 M9,0 L0,9", "#cfcfcf", "1"));
        svg.Close();
    }

    private static string Word(Fill fill) => fill.ToString().ToLowerInvariant();

    private static void Pattern(MarkupWriter svg, string id, string ground, int size, (string Path, string Color, string Width) lines)
    {
        var side = size.ToString(CultureInfo.InvariantCulture);
        svg.Open("pattern", ("id", id), ("width", side), ("height", side), ("patternUnits", "userSpaceOnUse"));
        svg.Open("rect", ("width", side), ("height", side), ("fill", ground)).Close();
        svg.Open("path", ("d", lines.Path), ("stroke", lines.Color), ("stroke-width", lines.Width), ("fill", "none")).Close();
        svg.CloseLine();
    }
}
