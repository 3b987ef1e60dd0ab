using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>A cell of a grid of rules, without text.</summary>
/// <param name="Row">Row of its top, from 0.</param>
/// <param name="Column">Column of its left, from 0.</param>
/// <param name="RowSpan">Rows covered.</param>
/// <param name="ColumnSpan">Columns covered.</param>
/// <param name="IsOpen">Whether a side of it has no rule and lies at the outside of the grid.</param>
public readonly record struct GridCell(int Row, int Column, int RowSpan, int ColumnSpan, bool IsOpen = false);

/// <summary>Cells between the rules of one connected grid. They cover it wholly, each place once.</summary>
public sealed record CellGrid
{
    /// <summary>Left sides of the columns in points and, last, the right side of the grid.</summary>
    public required ImmutableArray<double> Columns { get; init; }

    /// <summary>Tops of the rows in points and, last, the bottom of the grid.</summary>
    public required ImmutableArray<double> Rows { get; init; }

    /// <summary>The cells in row order.</summary>
    public required ImmutableArray<GridCell> Cells { get; init; }

    /// <summary>Whether a rule closes the grid at its top.</summary>
    public bool HasTopRule { get; init; } = true;

    /// <summary>Whether a rule closes the grid at its bottom.</summary>
    public bool HasBottomRule { get; init; } = true;

    /// <summary>Number of columns.</summary>
    public int ColumnCount => Columns.Length - 1;

    /// <summary>Number of rows.</summary>
    public int RowCount => Rows.Length - 1;

    /// <summary>Area in points.</summary>
    public Box Box => new(Columns[0], Rows[0], Columns[^1], Rows[^1]);

    /// <summary>Area of a cell in points.</summary>
    public Box BoxOf(GridCell cell) => new(
        Columns[cell.Column], Rows[cell.Row], Columns[cell.Column + cell.ColumnSpan], Rows[cell.Row + cell.RowSpan]);

    /// <summary>For each place, row by row, the index of its cell.</summary>
    public int[,] Places()
    {
        var places = new int[RowCount, ColumnCount];
        for (var index = 0; index < Cells.Length; index++)
        {
            var cell = Cells[index];
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    places[row, column] = index;
            }
        }

        return places;
    }

    /// <summary>The grid without some of its columns and rows: their cells vanish, spans over them shrink.</summary>
    public CellGrid Without(IReadOnlySet<int> columns, IReadOnlySet<int> rows)
    {
        if (columns.Count == 0 && rows.Count == 0)
            return this;
        var (columnEdges, columnAt) = Remove(Columns, columns);
        var (rowEdges, rowAt) = Remove(Rows, rows);
        return this with
        {
            Columns = columnEdges,
            Rows = rowEdges,
            Cells =
            [
                .. Cells.Select(cell => cell with
                {
                    Row = rowAt[cell.Row],
                    Column = columnAt[cell.Column],
                    RowSpan = rowAt[cell.Row + cell.RowSpan] - rowAt[cell.Row],
                    ColumnSpan = columnAt[cell.Column + cell.ColumnSpan] - columnAt[cell.Column],
                }).Where(cell => cell is { RowSpan: > 0, ColumnSpan: > 0 })
                .OrderBy(cell => cell.Row).ThenBy(cell => cell.Column),
            ],
        };
    }

    // The new edges, and for each old edge the number of its new one. A removed stripe is given to its left neighbour.
    private static (ImmutableArray<double> Edges, int[] At) Remove(ImmutableArray<double> edges, IReadOnlySet<int> stripes)
    {
        var kept = new List<double> { edges[0] };
        var at = new int[edges.Length];
        for (var i = 1; i < edges.Length; i++)
        {
            if (!stripes.Contains(i - 1))
                kept.Add(edges[i]);
            else if (kept.Count > 1)
                kept[^1] = edges[i];
            at[i] = kept.Count - 1;
        }

        return ([.. kept], at);
    }
}
