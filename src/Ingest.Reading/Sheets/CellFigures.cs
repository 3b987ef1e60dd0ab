using System.Text.RegularExpressions;

namespace Ingest.Reading.Sheets;

/// <summary>Tells cells of figures from cells of words, for the shape of tables alone: no value is read here.</summary>
internal static partial class CellFigures
{
    /// <summary>Whether the cell holds a figure. A year is none: it heads columns.</summary>
    public static bool IsFigure(SheetCell cell) =>
        cell.IsFilled && !Year().IsMatch(cell.Text) && (cell.IsNumber || Figure().IsMatch(cell.Text));

    [GeneratedRegex(@"^\s*(?:19|20)\d\d\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    // An amount typed as text, a share, or the dash that stands for none.
    [GeneratedRegex(@"^\s*(?:[-−–(]?\s*(?:€\s*)?\d[\d\s.,'’]*\s*(?:[kKmM]?\s?€|%|euros?)?\s*\)?|[-–—]\s*€?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
