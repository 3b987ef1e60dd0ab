using System.Collections.Immutable;

namespace Ingest.Tables;

/// <summary>
/// Drops the columns in which nothing is written on any page: what double borders, gutters and columns of pictures leave. A
/// column that is empty on one page only stays: its amounts would else pass for those of its neighbour.
/// </summary>
internal static class WithoutEmptyColumns
{
    /// <summary>The columns of the table without a word of their own.</summary>
    public static ImmutableHashSet<int> Find(Table table)
    {
        var empty = Enumerable.Range(0, table.ColumnCount).ToHashSet();
        foreach (var cell in table.Cells.Where(cell => cell is { ColumnSpan: 1, Text.IsEmpty: false }))
            empty.Remove(cell.Column);

        // A label over empty columns keeps one of them.
        foreach (var cell in table.Cells.Where(cell => cell is { ColumnSpan: > 1, Text.IsEmpty: false }))
        {
            if (Enumerable.Range(cell.Column, cell.ColumnSpan).All(empty.Contains))
                empty.Remove(cell.Column);
        }

        return empty.Count < table.ColumnCount ? [.. empty] : [];
    }

    /// <summary>The cells without some columns: spans over them shrink.</summary>
    public static ImmutableArray<TableCell> Drop(ImmutableArray<TableCell> cells, IReadOnlySet<int> columns, int columnCount)
    {
        var at = new int[columnCount + 1];
        for (var column = 0; column < columnCount; column++)
            at[column + 1] = at[column] + (columns.Contains(column) ? 0 : 1);
        return
        [
            .. cells.Select(cell => cell with { Column = at[cell.Column], ColumnSpan = at[cell.Column + cell.ColumnSpan] - at[cell.Column] })
                .Where(cell => cell.ColumnSpan > 0),
        ];
    }
}
