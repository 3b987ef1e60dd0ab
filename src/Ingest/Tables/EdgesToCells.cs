using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables;

/// <summary>
/// The edges of one grid → its cells. All edges prolonged give the smallest places; places between which no edge runs are
/// one cell, so that spans come from the edges that are missing. The same answer as pdfplumber's
/// <c>intersections_to_cells</c> where rules meet exactly, and one for grids with gaps and open sides as well.
/// </summary>
public static class EdgesToCells
{
    /// <summary>The cells of the grid, or null when the edges enclose nothing.</summary>
    /// <param name="edges">Edges of one connected grid.</param>
    /// <param name="options">Thresholds.</param>
    public static CellGrid? Fill(ImmutableArray<Edge> edges, TableOptions options)
    {
        var columns = Positions(edges, isHorizontal: false);
        var rows = Positions(edges, isHorizontal: true);
        if (columns.Length < 2 || rows.Length < 2)
            return null;
        var above = Walls(edges, isHorizontal: true, rows, columns, options.Reach);
        var before = Walls(edges, isHorizontal: false, columns, rows, options.Reach);
        var sets = Connect(rows.Length - 1, columns.Length - 1, above, before);
        var cells = RegionsToRectangles(rows.Length - 1, columns.Length - 1, sets);
        var grid = new CellGrid
        {
            Columns = columns,
            Rows = rows,
            Cells = cells,
            HasTopRule = IsWall(above, 0, columns.Length - 1),
            HasBottomRule = IsWall(above, rows.Length - 1, columns.Length - 1),
        };
        return Compact(grid);
    }

    private static ImmutableArray<double> Positions(ImmutableArray<Edge> edges, bool isHorizontal) =>
        [.. edges.Where(edge => edge.IsHorizontal == isHorizontal).Select(edge => edge.Position).Distinct().Order()];

    // walls[i, j]: whether an edge runs along position i of its axis over stripe j of the other.
    private static bool[,] Walls(ImmutableArray<Edge> edges, bool isHorizontal, ImmutableArray<double> positions, ImmutableArray<double> stripes, double reach)
    {
        var walls = new bool[positions.Length, stripes.Length - 1];
        foreach (var edge in edges.Where(edge => edge.IsHorizontal == isHorizontal))
        {
            var position = positions.BinarySearch(edge.Position);
            var from = stripes.BinarySearch(edge.Start - reach);
            for (var stripe = from < 0 ? ~from : from; stripe < stripes.Length - 1 && stripes[stripe] < edge.End; stripe++)
            {
                // A rule that ends a hair before its corner still parts the place; one that ends in its middle does not.
                var width = stripes[stripe + 1] - stripes[stripe];
                walls[position, stripe] |= edge.Covers(stripes[stripe], stripes[stripe + 1], Math.Min(reach, width / 3));
            }
        }

        return walls;
    }

    // Set 0 is the outside; place (row, column) is set 1 + row * columns + column.
    private static DisjointSets Connect(int rows, int columns, bool[,] above, bool[,] before)
    {
        var sets = new DisjointSets(1 + (rows * columns));
        int Place(int row, int column) => row < 0 || column < 0 || row >= rows || column >= columns ? 0 : 1 + (row * columns) + column;
        for (var row = 0; row <= rows; row++)
        {
            for (var column = 0; column <= columns; column++)
            {
                if (column < columns && !above[row, column])
                    sets.Union(Place(row - 1, column), Place(row, column));
                if (row < rows && !before[column, row])
                    sets.Union(Place(row, column - 1), Place(row, column));
            }
        }

        return sets;
    }

    // Places that are open to the outside become cells too, row by row: the empty corner of a table often has no rules.
    private static ImmutableArray<GridCell> RegionsToRectangles(int rows, int columns, DisjointSets sets)
    {
        var cells = ImmutableArray.CreateBuilder<GridCell>();
        var isTaken = new bool[rows, columns];
        int Region(int row, int column) => sets.Find(1 + (row * columns) + column);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (isTaken[row, column])
                    continue;
                var region = Region(row, column);
                bool IsFree(int r, int c) => !isTaken[r, c] && Region(r, c) == region;
                var width = 1;
                while (column + width < columns && IsFree(row, column + width))
                    width++;
                var isOpen = region == sets.Find(0);
                var height = 1;
                while (!isOpen && row + height < rows && Enumerable.Range(column, width).All(c => IsFree(row + height, c)))
                    height++;
                for (var r = row; r < row + height; r++)
                {
                    for (var c = column; c < column + width; c++)
                        isTaken[r, c] = true;
                }

                cells.Add(new GridCell(row, column, height, width, isOpen));
            }
        }

        return cells.ToImmutable();
    }

    // Without the rows and columns at the outside that are open everywhere (a rule that runs on into the margin), and
    // without the edges at which no cell ends (a rule that breaks off inside a cell).
    private static CellGrid Compact(CellGrid grid)
    {
        var (top, bottom, left, right) = (0, grid.RowCount, 0, grid.ColumnCount);
        var places = grid.Places();
        bool IsOpenRow(int row) => Enumerable.Range(left, right - left).All(column => grid.Cells[places[row, column]].IsOpen);
        bool IsOpenColumn(int column) => Enumerable.Range(top, bottom - top).All(row => grid.Cells[places[row, column]].IsOpen);
        while (top < bottom && IsOpenRow(top))
            top++;
        while (bottom > top && IsOpenRow(bottom - 1))
            bottom--;
        while (left < right && IsOpenColumn(left))
            left++;
        while (right > left && IsOpenColumn(right - 1))
            right--;
        var trimmed = Trim(grid, top, bottom, left, right);
        return trimmed.Without(Unused(trimmed, isColumn: true), Unused(trimmed, isColumn: false));
    }

    private static CellGrid Trim(CellGrid grid, int top, int bottom, int left, int right)
    {
        if (top >= bottom || left >= right)
            return grid with { Columns = grid.Columns[..1], Rows = grid.Rows[..1], Cells = [] };
        return grid with
        {
            Columns = grid.Columns[left..(right + 1)],
            Rows = grid.Rows[top..(bottom + 1)],
            Cells =
            [
                .. grid.Cells.Select(cell =>
                {
                    var (row, column) = (Math.Max(cell.Row, top), Math.Max(cell.Column, left));
                    return cell with
                    {
                        Row = row - top,
                        Column = column - left,
                        RowSpan = Math.Min(cell.Row + cell.RowSpan, bottom) - row,
                        ColumnSpan = Math.Min(cell.Column + cell.ColumnSpan, right) - column,
                    };
                }).Where(cell => cell is { RowSpan: > 0, ColumnSpan: > 0 }),
            ],
            HasTopRule = grid.HasTopRule && top == 0,
            HasBottomRule = grid.HasBottomRule && bottom == grid.RowCount,
        };
    }

    // Stripes whose left (upper) side no cell has: their width goes to the stripe before, to which every cell in them belongs.
    private static HashSet<int> Unused(CellGrid grid, bool isColumn)
    {
        var starts = grid.Cells.Select(cell => isColumn ? cell.Column : cell.Row).ToHashSet();
        return [.. Enumerable.Range(0, isColumn ? grid.ColumnCount : grid.RowCount).Where(stripe => !starts.Contains(stripe))];
    }

    private static bool IsWall(bool[,] walls, int position, int stripes) => Enumerable.Range(0, stripes).All(stripe => walls[position, stripe]);
}
