using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Tables.Structure;

namespace Ingest.Tables;

/// <summary>How a table was found.</summary>
public enum TableMethod
{
    /// <summary>The source marks it as a table.</summary>
    Native,

    /// <summary>The structure tree of the source tells of it, and the places of its words bear that out.</summary>
    Tagged,

    /// <summary>By its rules.</summary>
    Ruled,

    /// <summary>By the alignment of its words.</summary>
    Unruled,
}

/// <summary>A cell of a grid.</summary>
public sealed record TableCell
{
    /// <summary>Row of its top, from 0.</summary>
    public required int Row { get; init; }

    /// <summary>Column of its left, from 0.</summary>
    public required int Column { get; init; }

    /// <summary>Rows covered.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Columns covered.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Its text; empty when nothing is written in it.</summary>
    public required SourceText Text { get; init; }

    /// <summary>The cell's own area: one region, two when a page break cuts it; empty where the source has no geometry.</summary>
    public ImmutableArray<EvidenceRegion> Regions { get; init; } = [];

    /// <summary>Whether it is printed on a shaded ground.</summary>
    public bool IsShaded { get; init; }

    /// <summary>Whether all its text is bold.</summary>
    public bool IsBold { get; init; }
}

/// <summary>A table, or the part of it that stands on one page, before any meaning.</summary>
public sealed record PageTable
{
    /// <summary>Page, from 1; null where the source has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Its area in points; null where the source has no geometry.</summary>
    public Box? Bbox { get; init; }

    /// <summary>Index, among the document's page tables, of the one it goes on from; null for a first part.</summary>
    public int? Continues { get; init; }

    /// <summary>How it was found.</summary>
    public required TableMethod Method { get; init; }

    /// <summary>How sure it is a table, and why.</summary>
    public TableScore Score { get; init; } = TableScore.Certain;

    /// <summary>Number of rows.</summary>
    public required int RowCount { get; init; }

    /// <summary>Number of columns.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>How many first rows are a header by the source's own word or by repetition; 0 when unknown.</summary>
    public int HeaderRowCount { get; init; }

    /// <summary>What its rows and first columns are for, its caption and notes.</summary>
    public TableStructure Structure { get; init; } = TableStructure.Unknown;

    /// <summary>Size of most of its text in points; null where the source has no geometry.</summary>
    public double? FontSize { get; init; }

    /// <summary>The cells, in row order; places covered by a span have none; empty cells are there.</summary>
    public required ImmutableArray<TableCell> Cells { get; init; }
}

/// <summary>A whole table: its page parts joined, repeated headers told once.</summary>
public sealed record Table
{
    /// <summary>Indexes of its parts among the document's page tables.</summary>
    public required ImmutableArray<int> Parts { get; init; }

    /// <summary>How it was found.</summary>
    public required TableMethod Method { get; init; }

    /// <summary>Number of rows.</summary>
    public required int RowCount { get; init; }

    /// <summary>Number of columns.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>How many first rows are a header by the source's own word or by repetition; 0 when unknown.</summary>
    public int HeaderRowCount { get; init; }

    /// <summary>What its rows and first columns are for, its caption and notes.</summary>
    public TableStructure Structure { get; init; } = TableStructure.Unknown;

    /// <summary>Size of most of its text in points; null where the source has no geometry.</summary>
    public double? FontSize { get; init; }

    /// <summary>The cells, in row order; places covered by a span have none; empty cells are there.</summary>
    public required ImmutableArray<TableCell> Cells { get; init; }
}

/// <summary>A block of the body: a paragraph or a table.</summary>
public abstract record ContentBlock;

/// <summary>A paragraph, heading or list item.</summary>
/// <param name="Block">The text block.</param>
public sealed record TextContent(TextBlock Block) : ContentBlock;

/// <summary>A table in its place among the paragraphs.</summary>
/// <param name="Table">The joined table.</param>
public sealed record TableContent(Table Table) : ContentBlock;

/// <summary>A document as a reader sees it: blocks in reading order, whatever format they come from.</summary>
public sealed record DocumentContent
{
    /// <summary>Paragraphs and tables in reading order.</summary>
    public required ImmutableArray<ContentBlock> Blocks { get; init; }

    /// <summary>Running heads, page numbers, stamps.</summary>
    public ImmutableArray<Furniture> Furniture { get; init; } = [];

    /// <summary>The tables before joining, one entry per page.</summary>
    public ImmutableArray<PageTable> PageTables { get; init; } = [];

    /// <summary>What looked like a table and was not taken as one.</summary>
    public ImmutableArray<TableCandidate> RejectedTables { get; init; } = [];

    /// <summary>What was found in building the content; the pages' own findings stay with the pages.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
