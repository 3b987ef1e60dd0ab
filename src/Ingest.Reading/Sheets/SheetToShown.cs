using System.Collections.Immutable;

namespace Ingest.Reading.Sheets;

/// <summary>Why a cell is not shown.</summary>
internal enum HiddenBy
{
    /// <summary>The whole sheet is hidden.</summary>
    Sheet,

    /// <summary>Its row.</summary>
    Row,

    /// <summary>Its column.</summary>
    Column,

    /// <summary>A merged cell lies over it.</summary>
    Merge,

    /// <summary>Its own format shows nothing.</summary>
    Format,
}

/// <summary>A filled cell that is not shown.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="By">Why.</param>
internal readonly record struct HiddenCell(SheetCell Cell, HiddenBy By);

/// <summary>A sheet parted into what is shown and what is not.</summary>
/// <param name="Cells">The cells as shown, row by row.</param>
/// <param name="Hidden">The filled cells that are not, row by row.</param>
internal sealed record ShownSheet(ImmutableArray<PlacedCell> Cells, ImmutableArray<HiddenCell> Hidden);

/// <summary>
/// Takes out what a person who opens the workbook does not see, and closes the gaps. A merged cell stays where any part of
/// it is shown, and shrinks to that part.
/// </summary>
internal static class SheetToShown
{
    /// <summary>The sheet as it is shown.</summary>
    public static ShownSheet Convert(Sheet sheet)
    {
        var shown = ImmutableArray.CreateBuilder<PlacedCell>();
        var hidden = ImmutableArray.CreateBuilder<HiddenCell>();
        var merges = new MergeSweep(sheet.Merges);
        foreach (var cell in sheet.Cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column))
        {
            var range = merges.Around(cell.Row, cell.Column) ?? new SheetRange(cell.Row, cell.Column, cell.Row, cell.Column);
            if (WhyHidden(sheet, cell, range) is not { } why)
                shown.Add(Place(sheet, cell, range));
            else if (cell.IsFilled)
                hidden.Add(new HiddenCell(cell, why));
        }

        return new ShownSheet(shown.ToImmutable(), hidden.ToImmutable());
    }

    private static HiddenBy? WhyHidden(Sheet sheet, SheetCell cell, SheetRange range)
    {
        if (sheet.IsHidden)
            return HiddenBy.Sheet;
        if (Count(sheet.HiddenRows, range.Row, range.LastRow) == 0)
            return HiddenBy.Row;
        if (Count(sheet.HiddenColumns, range.Column, range.LastColumn) == 0)
            return HiddenBy.Column;
        if (cell.Row != range.Row || cell.Column != range.Column)
            return HiddenBy.Merge;
        return cell.IsHidden ? HiddenBy.Format : null;
    }

    private static PlacedCell Place(Sheet sheet, SheetCell cell, SheetRange range) => new(
        cell,
        sheet.HiddenRows.Rank(range.Row),
        sheet.HiddenColumns.Rank(range.Column),
        Count(sheet.HiddenRows, range.Row, range.LastRow),
        Count(sheet.HiddenColumns, range.Column, range.LastColumn));

    // How many of the lines are shown.
    private static int Count(LineSpans hidden, int first, int last) => hidden.Rank(last + 1) - hidden.Rank(first);
}
