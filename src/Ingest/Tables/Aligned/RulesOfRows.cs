using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>Tells cells that are merged downwards by the rule between two rows that leaves them out, where rules part the rows of the table.</summary>
internal sealed class RulesOfRows(FilledGrid filled, ImmutableArray<Edge> edges)
{
    // Share of the rows that a rule must end for its absence to tell something.
    private const double RuledShare = 0.5;

    /// <summary>Whether a rule runs above other cells of the row and none above the one of the column, though rules part the rows there.</summary>
    public bool LeavesOut(int column, int row)
    {
        var (first, count) = (filled.HeaderRows, filled.Grid.RowCount);
        return count - first > 1 && !IsRuled(column, row) && Enumerable.Range(0, filled.Grid.ColumnCount).Any(other => IsRuled(other, row))
            && IsRuled(column, first) && Enumerable.Range(first + 1, count - first - 1).Count(next => IsRuled(column, next)) >= RuledShare * (count - first - 1);
    }

    // A rule between the row and the one above it, over the middle of the column.
    private bool IsRuled(int column, int row)
    {
        var (above, below) = (Baselines(row - 1), Baselines(row));
        if (above.Count == 0 || below.Count == 0)
            return false;
        var middle = (filled.Grid.Columns[column] + filled.Grid.Columns[column + 1]) / 2;
        var (top, bottom) = (above.Max(), below.Min());
        return edges.Any(edge => edge.IsHorizontal && edge.Position > top && edge.Position < bottom && edge.Start <= middle && edge.End >= middle);
    }

    private List<double> Baselines(int row) =>
        [.. filled.Grid.Cells.Zip(filled.Words).Where(cell => cell.First.Row == row && cell.First.RowSpan == 1).SelectMany(cell => cell.Second).Select(word => word.Baseline)];
}
