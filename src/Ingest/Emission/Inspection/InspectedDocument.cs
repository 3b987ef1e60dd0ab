using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Tables.Structure;

namespace Ingest.Emission.Inspection;

/// <summary>What can be drawn over a page, each layer to be switched on and off. The order is that of the drawing, from below.</summary>
public enum InspectionLayer
{
    /// <summary>Filled areas.</summary>
    Fills,

    /// <summary>Images.</summary>
    Images,

    /// <summary>Rules as they are painted.</summary>
    Rules,

    /// <summary>Edges: rules merged.</summary>
    Edges,

    /// <summary>Words.</summary>
    Words,

    /// <summary>Running heads, page numbers, stamps.</summary>
    Furniture,

    /// <summary>Headings, paragraphs, list items, notes.</summary>
    Blocks,

    /// <summary>What looked like a table and was not taken as one.</summary>
    Candidates,

    /// <summary>Tables and their cells.</summary>
    Tables,

    /// <summary>Words and amounts that found no place.</summary>
    Unassigned,

    /// <summary>Title, period, territory, filing.</summary>
    Identity,

    /// <summary>Enjeux, orientations, objectives, diagnosis, governance, signatories.</summary>
    Strategy,

    /// <summary>Totals.</summary>
    Totals,

    /// <summary>Actions and their financers.</summary>
    Actions,

    /// <summary>Findings.</summary>
    Findings,
}

/// <summary>A box or a line on a page.</summary>
public sealed record InspectedShape
{
    /// <summary>Layer.</summary>
    public required InspectionLayer Layer { get; init; }

    /// <summary>Area in points; without width or height for a line.</summary>
    public required Box Box { get; init; }

    /// <summary>What it is within its layer (« cell », « heading », « error »…): a word for the style and for programs.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Id in the page, so that lists can point to it; null where none does.</summary>
    public string? Id { get; init; }

    /// <summary>A few signs drawn beside it; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>Everything about it, on lines, shown when the pointer rests on it.</summary>
    public string Title { get; init; } = "";

    /// <summary>JSON pointers of the values that were read there.</summary>
    public ImmutableArray<string> Pointers { get; init; } = [];
}

/// <summary>A value of the published document that says where it was read.</summary>
public sealed record InspectedValue
{
    /// <summary>JSON pointer to it in the published document.</summary>
    public required string Pointer { get; init; }

    /// <summary>The value in a line.</summary>
    public required string Summary { get; init; }

    /// <summary>Its evidence.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The layer it is drawn in.</summary>
    public InspectionLayer Layer { get; init; }

    /// <summary>Ids of what is marked for it, in the order of its regions; a region that is not shown has none.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];
}

/// <summary>A finding with what it points to.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Targets">Ids of what is marked for it.</param>
/// <param name="Pages">Pages on which it shows, from 1; empty where the source has none.</param>
public sealed record InspectedFinding(Finding Finding, ImmutableArray<string> Targets, ImmutableArray<int> Pages);

/// <summary>A cell of a table as a grid.</summary>
/// <param name="Id">Id in the page.</param>
/// <param name="Cell">The cell as read.</param>
/// <param name="Values">Values that were read in it; told for flowing sources, where nothing can be drawn.</param>
/// <param name="Findings">Findings that show in it; the same.</param>
public sealed record InspectedCell(string Id, TableCell Cell, ImmutableArray<InspectedValue> Values, ImmutableArray<InspectedFinding> Findings);

/// <summary>A table as a grid of rows and columns, as it was read.</summary>
public sealed record InspectedGrid
{
    /// <summary>Number in the document, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How it was found.</summary>
    public required TableMethod Method { get; init; }

    /// <summary>Number of rows.</summary>
    public required int RowCount { get; init; }

    /// <summary>Number of columns.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>How many first rows are a header; 0 when unknown.</summary>
    public int HeaderRowCount { get; init; }

    /// <summary>For each row what it is for.</summary>
    public ImmutableArray<RowRole> Rows { get; init; } = [];

    /// <summary>How sure it is a table, and why; null for one whose parts are joined.</summary>
    public TableScore? Score { get; init; }

    /// <summary>Number of the part that it goes on from, or null.</summary>
    public int? Continues { get; init; }

    /// <summary>Numbers of the parts that it joins; empty for a part.</summary>
    public ImmutableArray<int> Parts { get; init; } = [];

    /// <summary>The cells in row order.</summary>
    public required ImmutableArray<InspectedCell> Cells { get; init; }
}

/// <summary>The image of a page.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="MediaType">As in « image/png ».</param>
/// <param name="Bytes">The image file.</param>
public sealed record PageImage(int Page, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>A page with all that is drawn over it and listed beside it.</summary>
public sealed record InspectedPage
{
    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Size in points.</summary>
    public required PageSize Size { get; init; }

    /// <summary>Its image; null where there is none, and its words are drawn instead.</summary>
    public PageImage? Image { get; init; }

    /// <summary>Its words as read.</summary>
    public ImmutableArray<Word> Words { get; init; } = [];

    /// <summary>What is drawn, in the order of the layers.</summary>
    public required ImmutableArray<InspectedShape> Shapes { get; init; }

    /// <summary>The tables that begin on it (joined) or stand on it (parts).</summary>
    public ImmutableArray<InspectedGrid> Grids { get; init; } = [];

    /// <summary>The values read on it.</summary>
    public ImmutableArray<InspectedValue> Values { get; init; } = [];

    /// <summary>The findings that show on it.</summary>
    public ImmutableArray<InspectedFinding> Findings { get; init; } = [];
}

/// <summary>A paragraph or a table of a source without geometry; exactly one of the two is there.</summary>
public sealed record InspectedBlock
{
    /// <summary>Id in the page.</summary>
    public required string Id { get; init; }

    /// <summary>What it is: « heading », « item », « note », « running-head »…</summary>
    public required string Kind { get; init; }

    /// <summary>A few signs for it, as in « H2 ».</summary>
    public string Label { get; init; } = "";

    /// <summary>Its place in the source, as in « § 12 ».</summary>
    public string Place { get; init; } = "";

    /// <summary>The text of a paragraph, or null.</summary>
    public SourceText? Text { get; init; }

    /// <summary>A table, or null.</summary>
    public InspectedGrid? Grid { get; init; }

    /// <summary>Values that were read in the paragraph.</summary>
    public ImmutableArray<InspectedValue> Values { get; init; } = [];

    /// <summary>Findings that show in the paragraph.</summary>
    public ImmutableArray<InspectedFinding> Findings { get; init; } = [];
}

/// <summary>All that an inspection shows of a document.</summary>
public sealed record InspectedDocument
{
    /// <summary>The published document.</summary>
    public required IngestedDocument Document { get; init; }

    /// <summary>The pages of a geometric source that are shown.</summary>
    public ImmutableArray<InspectedPage> Pages { get; init; } = [];

    /// <summary>The blocks of a flowing source.</summary>
    public ImmutableArray<InspectedBlock> Blocks { get; init; } = [];

    /// <summary>Every value of the document that has evidence.</summary>
    public ImmutableArray<InspectedValue> Values { get; init; } = [];

    /// <summary>Every finding of the document.</summary>
    public ImmutableArray<InspectedFinding> Findings { get; init; } = [];

    /// <summary>Tables of a flowing source that were not taken as tables.</summary>
    public ImmutableArray<TableCandidate> RejectedTables { get; init; } = [];

    /// <summary>Numbers of the pages that are left out.</summary>
    public ImmutableArray<int> LeftOut { get; init; } = [];
}
