namespace Ingest.Reading.Sheets;

/// <summary>A rectangle of cells, both ends included, counted from 0.</summary>
/// <param name="Row">First row.</param>
/// <param name="Column">First column.</param>
/// <param name="LastRow">Last row.</param>
/// <param name="LastColumn">Last column.</param>
internal readonly record struct SheetRange(int Row, int Column, int LastRow, int LastColumn)
{
    /// <summary>Index of the last row that the formats have.</summary>
    public const int LastPossibleRow = 1_048_575;

    /// <summary>Index of the last column that the formats have.</summary>
    public const int LastPossibleColumn = 16_383;

    /// <summary>Whether the cell is one of them.</summary>
    public bool Contains(int row, int column) => row >= Row && row <= LastRow && column >= Column && column <= LastColumn;
}
