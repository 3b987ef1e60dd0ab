namespace Ingest.Reading.Sheets;

/// <summary>A cell on the sheet as it is shown: hidden rows and columns gone, merged places covered.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Row">First row, from 0, as shown.</param>
/// <param name="Column">First column, from 0, as shown.</param>
/// <param name="RowSpan">Rows covered.</param>
/// <param name="ColumnSpan">Columns covered.</param>
internal sealed record PlacedCell(SheetCell Cell, int Row, int Column, int RowSpan = 1, int ColumnSpan = 1)
{
    /// <summary>Last row.</summary>
    public int LastRow => Row + RowSpan - 1;

    /// <summary>Last column.</summary>
    public int LastColumn => Column + ColumnSpan - 1;

    /// <summary>Whether something is written in it.</summary>
    public bool IsFilled => Cell.IsFilled;

    /// <summary>Whether it holds a figure, by its value or by the way it is written.</summary>
    public bool IsFigure => CellFigures.IsFigure(Cell);
}
