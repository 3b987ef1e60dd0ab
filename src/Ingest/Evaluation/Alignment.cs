using System.Collections.Immutable;

namespace Ingest.Evaluation;

/// <summary>Pairs expected things with read ones.</summary>
internal static class Alignment
{
    // Far below any likeness that matters: of two equal pairings it chooses the one that keeps the order of the document.
    private const double OrderBonus = 1e-6;

    /// <summary>
    /// The pairing with the greatest sum of similarities: the assignment problem, solved by shortest augmenting paths
    /// (H. W. Kuhn, « The Hungarian method for the assignment problem », 1955; R. Jonker and A. Volgenant, 1987).
    /// </summary>
    /// <param name="expectedCount">How many things are expected.</param>
    /// <param name="actualCount">How many were read.</param>
    /// <param name="similarity">Likeness of an expected and a read thing, 0..1.</param>
    /// <param name="threshold">Least likeness of a pair.</param>
    /// <returns>Pairs of indexes, by the first one.</returns>
    public static ImmutableArray<(int Expected, int Actual)> Pair(
        int expectedCount, int actualCount, Func<int, int, double> similarity, double threshold)
    {
        var size = Math.Max(expectedCount, actualCount);
        var costs = new double[size, size];
        for (var i = 0; i < expectedCount; i++)
        {
            for (var j = 0; j < actualCount; j++)
            {
                // A pair that is not good enough is worth no more than no pair at all.
                var likeness = similarity(i, j);
                costs[i, j] = likeness >= threshold ? -likeness - (OrderBonus / (1 + Math.Abs(i - j))) : 0;
            }
        }

        var assigned = Assign(costs);
        return [.. Enumerable.Range(0, expectedCount).Where(i => costs[i, assigned[i]] < 0).Select(i => (i, assigned[i]))];
    }

    /// <summary>The pairing with the greatest sum of weights, and nothing else asked of a pair than to weigh something.</summary>
    /// <param name="weights">Weight of each expected (row) with each read thing (column), 0 or more.</param>
    /// <returns>Pairs of indexes, by the first one.</returns>
    public static ImmutableArray<(int Expected, int Actual)> Pair(double[,] weights)
    {
        var (rows, columns) = (weights.GetLength(0), weights.GetLength(1));
        var isTurned = rows > columns;
        var costs = isTurned ? new double[columns, rows] : new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                if (isTurned)
                    costs[j, i] = -weights[i, j];
                else
                    costs[i, j] = -weights[i, j];
            }
        }

        return
        [
            .. from pair in Assign(costs).Select((column, row) => isTurned ? (Expected: column, Actual: row) : (Expected: row, Actual: column))
               where weights[pair.Expected, pair.Actual] > 0
               orderby pair.Expected
               select pair,
        ];
    }

    // The column of each row; there are no more rows than columns.
    private static int[] Assign(double[,] costs)
    {
        var (rows, columns) = (costs.GetLength(0), costs.GetLength(1));
        // Row and column 0 are sentinels: a path begins in column 0 and ends in the first free column.
        var rowPotential = new double[rows + 1];
        var columnPotential = new double[columns + 1];
        var rowOfColumn = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
            Augment(costs, row, rowPotential, columnPotential, rowOfColumn);
        var columnOfRow = new int[rows];
        for (var column = 1; column <= columns; column++)
        {
            if (rowOfColumn[column] > 0)
                columnOfRow[rowOfColumn[column] - 1] = column - 1;
        }

        return columnOfRow;
    }

    private static void Augment(double[,] costs, int row, double[] rowPotential, double[] columnPotential, int[] rowOfColumn)
    {
        var size = rowOfColumn.Length - 1;
        var slack = new double[size + 1];
        Array.Fill(slack, double.PositiveInfinity);
        var previous = new int[size + 1];
        var visited = new bool[size + 1];
        rowOfColumn[0] = row;
        var column = 0;
        while (rowOfColumn[column] != 0)
        {
            visited[column] = true;
            var from = rowOfColumn[column];
            var next = 0;
            var step = double.PositiveInfinity;
            for (var j = 1; j <= size; j++)
            {
                if (visited[j])
                    continue;
                var reduced = costs[from - 1, j - 1] - rowPotential[from] - columnPotential[j];
                if (reduced < slack[j])
                    (slack[j], previous[j]) = (reduced, column);
                if (slack[j] < step)
                    (step, next) = (slack[j], j);
            }

            for (var j = 0; j <= size; j++)
            {
                if (visited[j])
                    (rowPotential[rowOfColumn[j]], columnPotential[j]) = (rowPotential[rowOfColumn[j]] + step, columnPotential[j] - step);
                else
                    slack[j] -= step;
            }

            column = next;
        }

        while (column != 0)
        {
            rowOfColumn[column] = rowOfColumn[previous[column]];
            column = previous[column];
        }
    }
}
