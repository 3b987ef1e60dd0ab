using System.Collections.Immutable;
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

    /// <summary>Its rules run on beyond its cells through rows of words: it is a part of a table that is ruled in part.</summary>
    Torn,

    /// <summary>What speaks for a table weighs less than what speaks against it: prose in columns, a list, a table of contents.</summary>
    Unlikely,

    /// <summary>Another reading of the same place is surer.</summary>
    Outdone,

    /// <summary>The source says that it is one, and its words stand otherwise than it says.</summary>
    Disagrees,
}

/// <summary>What spoke for or against a table.</summary>
/// <param name="Name">A stable word: « figures », « alignment », « prose »…</param>
/// <param name="Weight">Weight in log odds: above 0 for a table.</param>
public sealed record ScoreReason(string Name, double Weight);

/// <summary>How sure a candidate is a table, and why.</summary>
/// <param name="Value">0 (surely none) to 1.</param>
/// <param name="Reasons">What spoke for and against it; empty where rules leave no doubt.</param>
public sealed record TableScore(double Value, ImmutableArray<ScoreReason> Reasons)
{
    /// <summary>Rules enclose its cells, or the source says so.</summary>
    public static TableScore Certain { get; } = new(1, []);
}

/// <summary>What looked like a table and was not taken as one, kept so that it can be shown.</summary>
/// <param name="Page">Page, from 1; null where the source has no pages.</param>
/// <param name="Bbox">Its area in points; null where the source has no geometry.</param>
/// <param name="Method">How it was found.</param>
/// <param name="RowCount">Number of rows.</param>
/// <param name="ColumnCount">Number of columns.</param>
/// <param name="Reason">Why it was not taken.</param>
public sealed record TableCandidate(int? Page, Box? Bbox, TableMethod Method, int RowCount, int ColumnCount, Rejection Reason)
{
    /// <summary>How sure it would be a table, and why; null where nothing was weighed.</summary>
    public TableScore? Score { get; init; }
}
