using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Tables;

/// <summary>
/// A grid with tables inside its cells → the same grid, what stands in a cell being its text. A table in a cell shows by the
/// margin that parts its frame from that of the cell: under one label stand several columns of which the first or the last is
/// empty in all rows, and the other columns are merged over its rows. Columns of their own have labels of their own.
/// </summary>
internal static class NestedTables
{
    /// <summary>The grid with its nested tables told as text.</summary>
    public static FilledGrid Flatten(FilledGrid filled)
    {
        foreach (var label in filled.Grid.Cells.Zip(filled.Words).Where(cell => cell.First.ColumnSpan > 2 && !cell.Second.IsEmpty).Select(cell => cell.First))
        {
            if (Bands(filled, label) is { } bands)
                return Flatten(Collapse(filled, label, bands));
        }

        return filled;
    }

    // The first row of each band of the other columns below the label; null when no table is nested there.
    private static ImmutableArray<int>? Bands(FilledGrid filled, GridCell label)
    {
        var grid = filled.Grid;
        var (first, last, top) = (label.Column, label.Column + label.ColumnSpan - 1, label.Row + label.RowSpan);
        bool IsInside(GridCell cell) => cell.Column >= first && cell.Column + cell.ColumnSpan - 1 <= last;
        bool IsOutside(GridCell cell) => cell.Column + cell.ColumnSpan - 1 < first || cell.Column > last;
        var below = grid.Cells.Zip(filled.Words).Where(cell => cell.First.Row >= top).ToList();
        var own = below.Where(cell => IsInside(cell.First)).ToList();
        bool IsMargin(int column) => own.TrueForAll(cell => cell.Second.IsEmpty || cell.First.Column > column || cell.First.Column + cell.First.ColumnSpan <= column);
        if (!below.TrueForAll(cell => IsInside(cell.First) || IsOutside(cell.First)) || label.ColumnSpan == grid.ColumnCount || !(IsMargin(first) || IsMargin(last)))
            return null;
        ImmutableArray<int> bands = [.. below.Where(cell => IsOutside(cell.First)).Select(cell => cell.First.Row).Append(top).Distinct().Order()];
        var isNested = own.Exists(cell => !cell.Second.IsEmpty && !bands.Contains(cell.First.Row));
        return isNested && bands.Length > 1 ? bands : null;
    }

    private static FilledGrid Collapse(FilledGrid filled, GridCell label, ImmutableArray<int> bands)
    {
        var grid = filled.Grid;
        var (first, last) = (label.Column, label.Column + label.ColumnSpan - 1);
        var cells = new List<(GridCell Cell, ImmutableArray<Word> Words)>();
        var inner = new List<(GridCell Cell, ImmutableArray<Word> Words)>();
        foreach (var cell in grid.Cells.Zip(filled.Words))
            (cell.First.Row >= bands[0] && cell.First.Column >= first && cell.First.Column <= last ? inner : cells).Add(cell);
        for (var band = 0; band < bands.Length; band++)
        {
            var (from, to) = (bands[band], band + 1 < bands.Length ? bands[band + 1] : grid.RowCount);
            cells.Add((new GridCell(from, first, to - from, label.ColumnSpan), [.. inner.Where(cell => cell.Cell.Row >= from && cell.Cell.Row < to).SelectMany(cell => cell.Words)]));
        }

        cells.Sort((one, other) => one.Cell.Row != other.Cell.Row ? one.Cell.Row.CompareTo(other.Cell.Row) : one.Cell.Column.CompareTo(other.Cell.Column));
        var whole = filled with { Grid = grid with { Cells = [.. cells.Select(cell => cell.Cell)] }, Words = [.. cells.Select(cell => cell.Words)] };
        var rows = Enumerable.Range(bands[0], grid.RowCount - bands[0]).Where(row => !bands.Contains(row)).ToHashSet();
        return whole with { HasNested = true, Grid = whole.Grid.Without(Enumerable.Range(first + 1, last - first).ToHashSet(), rows) };
    }
}
