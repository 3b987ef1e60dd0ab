using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>Why what looked like a table is none.</summary>
public enum Rejection
{
    /// <summary>Too few rows or columns: a box around a text, a frame around a page.</summary>
    Box,

    /// <summary>Hardly any cell has text: the grid of a chart, a drawing.</summary>
    Empty,

    /// <summary>It has more lines than any table: hatching, a map, a plan.</summary>
    Drawing,

    /// <summary>It stands inside a cell of another table, and is read as that cell's text.</summary>
    Nested,
}

/// <summary>What looked like a table and was not taken as one, kept so that it can be shown.</summary>
/// <param name="Page">Page, from 1; null where the source has no pages.</param>
/// <param name="Bbox">Its area in points; null where the source has no geometry.</param>
/// <param name="Method">How it was found.</param>
/// <param name="RowCount">Number of rows.</param>
/// <param name="ColumnCount">Number of columns.</param>
/// <param name="Reason">Why it was not taken.</param>
public sealed record TableCandidate(int? Page, Box? Bbox, TableMethod Method, int RowCount, int ColumnCount, Rejection Reason);
