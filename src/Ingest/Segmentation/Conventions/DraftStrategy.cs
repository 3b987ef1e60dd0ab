using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Conventions;

/// <summary>A label of a strategy as found.</summary>
/// <param name="Code">The mark that opens it, as printed; null without one.</param>
/// <param name="Number">The number of that mark; null without one.</param>
/// <param name="Title">Its words without the mark; empty where the level is missing.</param>
/// <param name="Source">All its words.</param>
public sealed record DraftLabel(string? Code, int? Number, SourceText Title, SourceText Source)
{
    /// <summary>The label of a level that the document has not.</summary>
    public static DraftLabel Missing { get; } = new(null, null, SourceText.Empty, SourceText.Empty);
}

/// <summary>An enjeu as found.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Orientations">What stands under it.</param>
public sealed record DraftEnjeu(DraftLabel Label, ImmutableArray<DraftOrientation> Orientations);

/// <summary>An orientation as found.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Objectives">What stands under it.</param>
public sealed record DraftOrientation(DraftLabel Label, ImmutableArray<DraftObjective> Objectives);

/// <summary>An objective as found.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Items">What the commune will do, item by item.</param>
public sealed record DraftObjective(DraftLabel Label, ImmutableArray<DraftItem> Items);

/// <summary>An operational objective as found.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Quartiers">Neighbourhoods, where a column gives them.</param>
public sealed record DraftItem(SourceText Text, SourceText? Quartiers = null);

/// <summary>A statistic as found.</summary>
public sealed record DraftIndicator
{
    /// <summary>Its name.</summary>
    public required SourceText Name { get; init; }

    /// <summary>What it is called where only the counted thing is named: « Population » for « … habitants »; else null.</summary>
    public string? Called { get; init; }

    /// <summary>The value as a number.</summary>
    public decimal? Value { get; init; }

    /// <summary>Its unit as published.</summary>
    public string? Unit { get; init; }

    /// <summary>The number that it is compared to.</summary>
    public decimal? Reference { get; init; }

    /// <summary>The area that it is compared to, without article and preposition.</summary>
    public string? ReferenceArea { get; init; }

    /// <summary>Year of the figures.</summary>
    public int? Year { get; init; }

    /// <summary>Perimeter of the figures, as written.</summary>
    public string? Perimeter { get; init; }

    /// <summary>The neighbourhood, where the document has several.</summary>
    public string? Quartier { get; init; }

    /// <summary>All the words that say so.</summary>
    public required SourceText Source { get; init; }
}

/// <summary>A part on steering as found.</summary>
/// <param name="Heading">Its heading; empty without one.</param>
/// <param name="Text">Its paragraphs.</param>
public sealed record DraftGovernance(SourceText Heading, SourceText Text);

/// <summary>What a convention says, before any reading of names.</summary>
public sealed record DraftConvention
{
    /// <summary>The strategy, in document order.</summary>
    public ImmutableArray<DraftEnjeu> Enjeux { get; init; } = [];

    /// <summary>Statistics.</summary>
    public ImmutableArray<DraftIndicator> Indicators { get; init; } = [];

    /// <summary>Problems.</summary>
    public ImmutableArray<SourceText> Irritants { get; init; } = [];

    /// <summary>Assets.</summary>
    public ImmutableArray<SourceText> Opportunites { get; init; } = [];

    /// <summary>Priorities.</summary>
    public ImmutableArray<SourceText> Priorites { get; init; } = [];

    /// <summary>Steering.</summary>
    public ImmutableArray<DraftGovernance> Governance { get; init; } = [];

    /// <summary>Parties of the signature block.</summary>
    public ImmutableArray<SourceText> Signatories { get; init; } = [];

    /// <summary>Whether there is nothing at all.</summary>
    public bool IsEmpty => Enjeux.IsEmpty && Indicators.IsEmpty && Irritants.IsEmpty && Opportunites.IsEmpty && Priorites.IsEmpty
        && Governance.IsEmpty && Signatories.IsEmpty;
}
