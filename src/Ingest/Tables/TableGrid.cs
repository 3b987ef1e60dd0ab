using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>Cells by their place, for questions about rows and columns.</summary>
internal sealed class TableGrid
{
    private readonly TableCell?[,] _places;
    private readonly ImmutableArray<TableCell>[] _rows;

    /// <summary>Lays the cells out.</summary>
    public TableGrid(IEnumerable<TableCell> cells, int rows, int columns)
    {
        (RowCount, ColumnCount) = (rows, columns);
        _places = new TableCell?[rows, columns];
        _rows = new ImmutableArray<TableCell>[rows];
        foreach (var cell in cells)
        {
            for (var row = cell.Row; row < Math.Min(rows, cell.Row + cell.RowSpan); row++)
            {
                for (var column = cell.Column; column < Math.Min(columns, cell.Column + cell.ColumnSpan); column++)
                    _places[row, column] = cell;
            }
        }
    }

    /// <summary>Lays the cells of a table out.</summary>
    public TableGrid(Table table)
        : this(table.Cells, table.RowCount, table.ColumnCount)
    {
    }

    public int RowCount { get; }

    public int ColumnCount { get; }

    /// <summary>The cell that covers the place; null where the source left a hole.</summary>
    public TableCell? At(int row, int column) => _places[row, column];

    /// <summary>The cells that cover the row, from left to right, each once.</summary>
    public ImmutableArray<TableCell> Row(int row)
    {
        if (_rows[row] is { IsDefault: false } known)
            return known;
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        for (var column = 0; column < ColumnCount; column++)
        {
            if (_places[row, column] is { } cell && (cells.Count == 0 || !ReferenceEquals(cells[^1], cell)))
                cells.Add(cell);
        }

        return _rows[row] = cells.ToImmutable();
    }

    /// <summary>The cells with text whose top lies in the row, from left to right.</summary>
    public ImmutableArray<TableCell> StartingIn(int row) => [.. Row(row).Where(cell => cell.Row == row && !cell.Text.IsEmpty)];

    /// <summary>The text of the cell that covers the place; empty where there is none.</summary>
    public SourceText TextAt(int row, int column) => _places[row, column]?.Text ?? SourceText.Empty;

    /// <summary>Whether no cell reaches over the upper side of the row.</summary>
    public bool IsCleanCut(int row) => row <= 0 || row >= RowCount
        || Enumerable.Range(0, ColumnCount).All(column => _places[row, column] is null || !ReferenceEquals(_places[row, column], _places[row - 1, column]));

    /// <summary>The row in a form in which repeated headers are equal.</summary>
    public string Key(int row) => string.Join('|', Row(row).Select(cell => $"{cell.Column}+{cell.ColumnSpan}:{TextKey.Letters(cell.Text.Text)}"));

    /// <summary>The texts of the row alone: columns that are not drawn need not lie alike on two pages.</summary>
    public string Texts(int row) => string.Join('|', Row(row).Where(cell => cell.Row == row && !cell.Text.IsEmpty).Select(cell => TextKey.Letters(cell.Text.Text)));

    /// <summary>Whether no cell of the row has text.</summary>
    public bool IsBlank(int row) => Row(row).All(cell => cell.Text.IsEmpty);
}
