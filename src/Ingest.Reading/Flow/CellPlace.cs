namespace Ingest.Reading.Flow;

/// <summary>The place of a cell in the grid that a reader sees.</summary>
internal readonly record struct CellPlace(int Row, int Column, int RowSpan, int ColumnSpan);
