using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Model.Documents;

/// <summary>Top level of a strategy: enjeu, axe, pilier, défi or volet.</summary>
/// <param name="Id">Stable id from content and ordinal.</param>
/// <param name="Number">Number as printed, else its position.</param>
/// <param name="Code">Code as printed, or null.</param>
/// <param name="Title">Title as written; null where the level is missing.</param>
/// <param name="Orientations">Second level.</param>
/// <param name="Evidence">Where it was read.</param>
public sealed record Enjeu(
    string Id, int Number, string? Code, string? Title, ImmutableArray<Orientation> Orientations, Evidence Evidence);

/// <summary>Second level of a strategy.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Code">Code as printed, or null.</param>
/// <param name="Title">Title as written; null where the level is missing.</param>
/// <param name="Objectives">Third level.</param>
/// <param name="Evidence">Where it was read.</param>
public sealed record Orientation(string Id, string? Code, string? Title, ImmutableArray<Objective> Objectives, Evidence Evidence);

/// <summary>Third level of a strategy.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Code">Code as printed, or null.</param>
/// <param name="Title">Title as written; null where the level is missing.</param>
/// <param name="OperationalObjectives">What will be done.</param>
/// <param name="Evidence">Where it was read.</param>
public sealed record Objective(
    string Id, string? Code, string? Title, ImmutableArray<OperationalObjective> OperationalObjectives, Evidence Evidence);

/// <summary>What a commune will do under an objective.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Text">The item.</param>
/// <param name="Quartiers">Names or codes it gives.</param>
/// <param name="Classification">Place in the taxonomies.</param>
/// <param name="Evidence">Where it was read.</param>
public sealed record OperationalObjective(
    string Id, string Text, ImmutableArray<string> Quartiers, ImmutableArray<TaxonomyPlace> Classification, Evidence Evidence);

/// <summary>The portrait of the neighbourhood.</summary>
public sealed record Diagnosis
{
    /// <summary>Statistics.</summary>
    public ImmutableArray<Indicator> Indicators { get; init; } = [];

    /// <summary>Problems.</summary>
    public ImmutableArray<DiagnosisItem> Irritants { get; init; } = [];

    /// <summary>Assets.</summary>
    public ImmutableArray<DiagnosisItem> Opportunites { get; init; } = [];

    /// <summary>Priorities.</summary>
    public ImmutableArray<DiagnosisItem> Priorites { get; init; } = [];
}

/// <summary>An item of the diagnosis.</summary>
/// <param name="Text">The item.</param>
/// <param name="Evidence">Where it was read.</param>
public sealed record DiagnosisItem(string Text, Evidence Evidence);

/// <summary>A statistic with what it is compared to.</summary>
public sealed record Indicator
{
    /// <summary>Name as written.</summary>
    public required string Name { get; init; }

    /// <summary>Value in <see cref="Unit"/>.</summary>
    public decimal? Value { get; init; }

    /// <summary>Unit as written: %, habitants, hectares.</summary>
    public string? Unit { get; init; }

    /// <summary>Value of the area it is compared to.</summary>
    public decimal? Reference { get; init; }

    /// <summary>The area it is compared to.</summary>
    public string? ReferenceArea { get; init; }

    /// <summary>Year of the data.</summary>
    public int? Year { get; init; }

    /// <summary>Perimeter of the data, as written.</summary>
    public string? Perimeter { get; init; }

    /// <summary>Neighbourhood it describes.</summary>
    public string? Quartier { get; init; }

    /// <summary>Where it was read.</summary>
    public required Evidence Evidence { get; init; }
}

/// <summary>A part on steering.</summary>
/// <param name="Heading">Its heading, or null.</param>
/// <param name="Text">Its text.</param>
/// <param name="Evidence">Where it was read.</param>
public sealed record GovernanceItem(string? Heading, string Text, Evidence Evidence);

/// <summary>A party of the signature block.</summary>
/// <param name="Label">Name of the party.</param>
/// <param name="Signed">Whether it signed; null when that cannot be told.</param>
/// <param name="Evidence">Where it was read.</param>
public sealed record Signatory(string Label, bool? Signed, Evidence Evidence);
