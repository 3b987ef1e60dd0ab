using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Tables;

namespace Ingest.Segmentation;

/// <summary>Which columns are sums of others, over the rows of actions.</summary>
internal sealed class ColumnSums
{
    private readonly ImmutableArray<ImmutableArray<decimal?>> _rows;

    /// <summary>Reads the figures of the given rows.</summary>
    public ColumnSums(TableGrid grid, ImmutableArray<int> rows) =>
        _rows = [.. rows.Select(row => Enumerable.Range(0, grid.ColumnCount)
            .Select(column => grid.At(row, column) is { } cell && cell.Row == row && cell.Column == column
                ? MoneyGrammar.ParseCell(cell.Text.Text).Money?.Amount.Amount
                : null)
            .ToImmutableArray())];

    /// <summary>
    /// The share (0..1) of rows with figures in both in which the column is the sum of the others; 0 where fewer than two
    /// rows speak, or where one other column alone is just repeated.
    /// </summary>
    public double ShareOfRows(int column, ImmutableArray<int> others)
    {
        int spoken = 0, right = 0, added = 0;
        foreach (var row in _rows)
        {
            var parts = others.Select(other => row[other]).Where(amount => amount is not null).Select(amount => amount!.Value).ToList();
            if (row[column] is not { } sum || parts.Count == 0)
                continue;
            spoken++;
            right += sum == parts.Sum() ? 1 : 0;
            added += parts.Count(part => part != 0) > 1 ? 1 : 0;
        }

        return spoken < 2 || added == 0 ? 0 : right / (double)spoken;
    }
}
