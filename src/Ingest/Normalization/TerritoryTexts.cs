using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Normalization;

/// <summary>The texts of a document by how much they say about whom it is made for.</summary>
public sealed record TerritoryTexts
{
    /// <summary>Cells of a column of communes, one per action that has it.</summary>
    public ImmutableArray<SourceText> Communes { get; init; } = [];

    /// <summary>The title and what stands beside it: the letterhead, headings before the first table.</summary>
    public ImmutableArray<SourceText> Title { get; init; } = [];

    /// <summary>Running heads and feet, stamps.</summary>
    public ImmutableArray<SourceText> Furniture { get; init; } = [];

    /// <summary>Paragraphs before the first table.</summary>
    public ImmutableArray<SourceText> Opening { get; init; } = [];

    /// <summary>Rows, cell by cell, of tables that may list neighbourhoods.</summary>
    public ImmutableArray<ImmutableArray<SourceText>> Rows { get; init; } = [];

    /// <summary>All other texts, cells among them: they help to tell namesakes apart and name neighbourhoods, no more.</summary>
    public ImmutableArray<SourceText> Context { get; init; } = [];

    /// <summary>All texts, the strongest first.</summary>
    public IEnumerable<SourceText> All => [.. Title, .. Furniture, .. Opening, .. Context];
}

/// <summary>Who a document is made for, with the places that say so.</summary>
public sealed record TerritoryReading
{
    /// <summary>The territory.</summary>
    public required Ingest.Model.Documents.Territory Territory { get; init; }

    /// <summary>Short names that the document itself gives its intercommunal body: « Agglomération X (AX) ».</summary>
    public ImmutableArray<string> EpciAliases { get; init; } = [];

    /// <summary>Where it was read: « territory/epci », « territory/communes/0 », « territory/quartiers/0 »…</summary>
    public required ImmutableSortedDictionary<string, Evidence> FieldEvidence { get; init; }

    /// <summary>What is doubtful, contradictory or missing.</summary>
    public required ImmutableArray<Ingest.Model.Findings.Finding> Findings { get; init; }
}
