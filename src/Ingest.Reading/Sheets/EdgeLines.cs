using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Reading.Sheets;

/// <summary>A region parted into its table and the lines of text that touch it.</summary>
/// <param name="Above">Titles above the table.</param>
/// <param name="Table">The table; null where the region is text.</param>
/// <param name="Below">Notes below it.</param>
internal sealed record RegionParts(ImmutableArray<PlacedCell> Above, SheetPart? Table, ImmutableArray<PlacedCell> Below);

/// <summary>
/// Takes the lines off a table that only touch it: the title written straight above the header, the note straight below the
/// last row. A row of one cell inside the table is a theme and stays.
/// </summary>
internal static partial class EdgeLines
{
    // Words from which a lone cell, neither on the left nor merged, reads as a line of text, not as the head of some columns.
    private const int FewestLineWords = 4;

    // Words from which a lone unboxed cell under a table reads as a remark.
    private const int FewestRemarkWords = 6;

    /// <summary>The region, parted.</summary>
    public static RegionParts Part(SheetPart region)
    {
        var rows = region.Rows;
        if (region.IsText)
            return new RegionParts(Filled(region), null, []);
        var first = IsUnderTitle(region) ? rows.TakeWhile(row => row.IsSingle && IsTitle(row, region)).Count() : 0;
        var last = rows.Length;
        while (last > first + 1 && rows[last - 1].IsSingle && IsRemark(rows[last - 1].Cells[0], region))
            last--;
        if (first == 0 && last == rows.Length)
            return new RegionParts([], region, []);
        var (top, bottom) = (rows[first].Row, last < rows.Length ? rows[last].Row : int.MaxValue);
        return new RegionParts(
            [.. region.Cells.Where(cell => cell.IsFilled && cell.Row < top)],
            new SheetPart(region.Cells.Where(cell => cell.Row >= top && cell.Row < bottom)),
            [.. region.Cells.Where(cell => cell.IsFilled && cell.Row >= bottom)]);
    }

    /// <summary>Whether the cell opens as a note does: « * », « (1) », « NB : », « Source : ».</summary>
    public static bool IsNote(PlacedCell cell) => NoteSign().IsMatch(cell.Cell.Text);

    /// <summary>
    /// Whether lone cells on top of the region can be titles: a header, which has no figure, comes next. Without one the first
    /// of them is the theme of the rows below, unless all that follows is one label and its value (« Date du comité : »).
    /// </summary>
    private static bool IsUnderTitle(SheetPart region) => region.Profile.First is { IsWords: true }
        || (region.Rows.Count(row => !row.IsSingle) == 1 && region.Profile.First!.Cells.Length == 2);

    private static bool IsTitle(PartRow row, SheetPart region)
    {
        var cell = row.Cells[0];
        if (cell.Column == region.Left || cell.ColumnSpan > (region.Right - region.Left + 1) / 2.0 || Unit().IsMatch(cell.Cell.Text))
            return true;
        // What is merged over some columns heads them. Alone and unmerged, a few words head theirs too, unless they are a date.
        return cell.ColumnSpan == 1 && (cell.IsFigure || Words(cell) >= FewestLineWords || cell.Cell.Text.Any(char.IsAsciiDigit));
    }

    private static bool IsRemark(PlacedCell cell, SheetPart region)
    {
        if (cell.IsFigure)
            return false;
        if (IsNote(cell) || cell.ColumnSpan > (region.Right - region.Left + 1) / 2.0)
            return true;
        // A row that is begun and not filled in has its boxes; a remark hangs below them.
        return cell.Column == region.Left && !cell.Cell.HasBorder && Words(cell) >= FewestRemarkWords;
    }

    private static int Words(PlacedCell cell) => cell.Cell.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static ImmutableArray<PlacedCell> Filled(SheetPart region) => [.. region.Cells.Where(cell => cell.IsFilled)];

    [GeneratedRegex(@"^\s*(?:[*†]|\(?\d\)\s|\(\*+\)|N\.?\s?B\b|Nota\b|Notes?\s*:|Sources?\s*:|Remarques?\s*:|L[ée]gende)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoteSign();

    // « Montants en euros », « en k€ ».
    [GeneratedRegex(@"\ben\s+(?:k€|m€|€|(?:milliers|millions)\s+d|euros?\b)|\bmontants?\b.*(?:€|euros?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
