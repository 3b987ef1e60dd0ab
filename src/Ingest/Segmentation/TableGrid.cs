using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Tables;

namespace Ingest.Segmentation;

/// <summary>A table by row and column: each place knows the cell that covers it.</summary>
public sealed class TableGrid
{
    private readonly TableCell?[,] _places;

    /// <summary>The grid of a table.</summary>
    public TableGrid(Table table)
    {
        Table = table;
        _places = new TableCell?[table.RowCount, table.ColumnCount];
        foreach (var cell in table.Cells)
        {
            for (var row = cell.Row; row < Math.Min(cell.Row + cell.RowSpan, table.RowCount); row++)
            {
                for (var column = cell.Column; column < Math.Min(cell.Column + cell.ColumnSpan, table.ColumnCount); column++)
                    _places[row, column] ??= cell;
            }
        }
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => Table.RowCount;

    /// <summary>Number of columns.</summary>
    public int ColumnCount => Table.ColumnCount;

    /// <summary>The cell that covers a place, or null.</summary>
    public TableCell? At(int row, int column) => _places[row, column];

    /// <summary>The text of the cell that covers a place; empty where there is none.</summary>
    public SourceText TextAt(int row, int column) => _places[row, column]?.Text ?? SourceText.Empty;

    /// <summary>The cells with text whose top lies in the row, left to right.</summary>
    public ImmutableArray<TableCell> StartingIn(int row)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        for (var column = 0; column < ColumnCount; column++)
        {
            if (_places[row, column] is { } cell && cell.Row == row && cell.Column == column && !cell.Text.IsEmpty)
                cells.Add(cell);
        }

        return cells.ToImmutable();
    }

    /// <summary>The cells with text that a row shows, spanning ones from above included, each once.</summary>
    public ImmutableArray<TableCell> ShownIn(int row)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        for (var column = 0; column < ColumnCount; column++)
        {
            if (_places[row, column] is { } cell && !cell.Text.IsEmpty && (cells.Count == 0 || cells[^1] != cell))
                cells.Add(cell);
        }

        return cells.ToImmutable();
    }
}
