using System.Collections.Immutable;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Conventions;

/// <summary>A label of a strategy with those below it; an operational objective has none.</summary>
/// <param name="Number">Its number with those above it: « 1.2.1 ».</param>
/// <param name="Title">What it says.</param>
/// <param name="Children">The labels below it.</param>
internal sealed record StrategyLabel(string Number, string Title, ImmutableArray<StrategyLabel> Children);

/// <summary>A figure of the diagnosis, compared to that of the agglomeration.</summary>
internal sealed record DrawnIndicator(string Name, string Unit, decimal Value, decimal Reference);

/// <summary>A convention before it has a layout.</summary>
internal sealed record ConventionContent
{
    public required PlaceWords Place { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Title { get; init; }

    public required string Opening { get; init; }

    public required ImmutableArray<StrategyLabel> Enjeux { get; init; }

    public required ImmutableArray<DrawnIndicator> Indicators { get; init; }

    public required ImmutableArray<string> Irritants { get; init; }

    public required ImmutableArray<string> Opportunites { get; init; }

    public required ImmutableArray<string> Signatories { get; init; }
}

/// <summary>How a strategy is laid out.</summary>
internal enum StrategyForm
{
    /// <summary>Headings with the words of the levels, items in lists.</summary>
    Words,

    /// <summary>Headings with numbers alone, items in lists.</summary>
    Numbers,

    /// <summary>A table for each enjeu.</summary>
    Tables,
}

/// <summary>How a convention is laid out.</summary>
/// <param name="Form">The strategy.</param>
/// <param name="Bullet">What opens an item.</param>
/// <param name="HasDiagnosis">Whether figures, irritants and opportunités are told.</param>
/// <param name="HasSignatories">Whether signatories are told.</param>
internal sealed record ConventionLayout(StrategyForm Form, string Bullet, bool HasDiagnosis, bool HasSignatories)
{
    /// <summary>What opens the label of each level: « ENJEU {k} : ».</summary>
    public required ImmutableArray<string> Leads { get; init; }

    /// <summary>Headers of a strategy's table.</summary>
    public required ImmutableArray<string> Heads { get; init; }
}
