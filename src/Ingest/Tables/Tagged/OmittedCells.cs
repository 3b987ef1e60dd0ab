using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Tables.Tagged;

/// <summary>
/// Columns of tagged tables whose empty cells are missing: browsers leave these out of the structure tree when they print, so that the
/// cells behind them count one column too few. The places of the words say where each cell stands.
/// </summary>
internal static class OmittedCells
{
    /// <summary>
    /// The cells with the columns that their places show, or null where no row of the table has all its cells.
    /// </summary>
    /// <param name="table">The table as tagged.</param>
    /// <param name="words">The words of each cell.</param>
    public static ImmutableArray<TaggedCell>? Realign(TaggedTable table, ImmutableArray<ImmutableArray<Word>> words)
    {
        var rows = table.Cells.Select((cell, index) => (Cell: cell, Index: index)).GroupBy(item => item.Cell.Row).ToDictionary(group => group.Key, group => group.ToList());
        var covered = Covered(table);
        bool IsWhole(int row) => covered[row] == table.ColumnCount;
        var stripes = new (double Left, double Right)?[table.ColumnCount];
        foreach (var (cell, index) in rows.Where(row => IsWhole(row.Key)).SelectMany(row => row.Value).Where(item => item.Cell.ColumnSpan == 1 && !words[item.Index].IsEmpty))
        {
            var (left, right) = (words[index].Min(word => word.Box.Left), words[index].Max(word => word.Box.Right));
            stripes[cell.Column] = stripes[cell.Column] is { } known ? (Math.Min(known.Left, left), Math.Max(known.Right, right)) : (left, right);
        }

        if (Array.Exists(stripes, stripe => stripe is null))
            return null;
        var columns = stripes.Select(stripe => stripe!.Value).ToArray();
        var moved = table.Cells.ToArray();
        var taken = new HashSet<(int Row, int Column)>();
        foreach (var row in rows.Keys.Order())
        {
            var cells = rows[row];
            var free = Enumerable.Range(0, table.ColumnCount).Where(column => !taken.Contains((row, column))).ToList();
            var starts = IsWhole(row) ? cells.ConvertAll(item => item.Cell.Column) : Places(cells.ConvertAll(item => (item.Cell.ColumnSpan, words[item.Index])), free, columns);
            if (starts is null)
                return null;
            foreach (var ((cell, index), start) in cells.Zip(starts))
            {
                moved[index] = cell with { Column = start };
                for (var place = 0; place < cell.RowSpan * cell.ColumnSpan; place++)
                    taken.Add((row + (place / cell.ColumnSpan), start + (place % cell.ColumnSpan)));
            }
        }

        return [.. moved];
    }

    // How many columns of each row have a cell, those that reach down from above among them.
    private static int[] Covered(TaggedTable table)
    {
        var covered = new int[table.Rows.Length];
        foreach (var cell in table.Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                covered[row] += cell.ColumnSpan;
        }

        return covered;
    }

    // The first columns of cells that keep their order, with the least distance between each and where its columns have words.
    private static List<int>? Places(List<(int Span, ImmutableArray<Word> Words)> cells, List<int> free, (double Left, double Right)[] columns)
    {
        var (count, width) = (cells.Count, free.Count);
        var cost = new double[count + 1, width + 1];
        var from = new int[count + 1, width + 1];
        for (var cell = 0; cell <= count; cell++)
        {
            for (var end = 0; end <= width; end++)
            {
                cost[cell, end] = cell == 0 ? 0 : double.PositiveInfinity;
                if (cell == 0)
                    continue;
                if (end > 0 && cost[cell, end - 1] < cost[cell, end])
                    (cost[cell, end], from[cell, end]) = (cost[cell, end - 1], from[cell, end - 1]);
                var start = end - cells[cell - 1].Span;
                if (start < 0 || free[end - 1] - free[start] != end - 1 - start)
                    continue;
                var own = cost[cell - 1, start] + Distance(cells[cell - 1].Words, columns[free[start]].Left, columns[free[end - 1]].Right);
                if (own < cost[cell, end])
                    (cost[cell, end], from[cell, end]) = (own, start);
            }
        }

        if (double.IsPositiveInfinity(cost[count, width]))
            return null;
        var starts = new int[count];
        for (var (cell, end) = (count, width); cell > 0; cell--)
        {
            end = from[cell, end];
            starts[cell - 1] = free[end];
        }

        return [.. starts];
    }

    // How far the middle of the words is from that of the columns, where they do not overlap.
    private static double Distance(ImmutableArray<Word> words, double left, double right)
    {
        if (words.IsEmpty)
            return 0;
        var (start, end) = (words.Min(word => word.Box.Left), words.Max(word => word.Box.Right));
        var overlap = Math.Min(end, right) - Math.Max(start, left);
        return overlap > 0 ? Math.Max(0, Math.Min(end - start, right - left) - overlap) : Math.Abs(((start + end) / 2) - ((left + right) / 2));
    }
}
