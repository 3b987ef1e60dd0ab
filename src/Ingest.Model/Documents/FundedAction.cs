using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Model.Values;

namespace Ingest.Model.Documents;

/// <summary>How far money has come. Sums never mix statuses.</summary>
public enum FundingStatus
{
    /// <summary>Planned by the programmation.</summary>
    Planned,

    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>Voted or notified.</summary>
    Granted,

    /// <summary>Paid.</summary>
    Paid,
}

/// <summary>What was decided on an action.</summary>
public enum Decision
{
    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Put off.</summary>
    Deferred,
}

/// <summary>One funded line of a programmation, or one fiche action.</summary>
public sealed record FundedAction
{
    /// <summary>Stable id from content and ordinal.</summary>
    public required string Id { get; init; }

    /// <summary>Title as written, without enclosing quotation marks.</summary>
    public string? Title { get; init; }

    /// <summary>Theme label as written.</summary>
    public string? Theme { get; init; }

    /// <summary>Its parts where a known vocabulary splits it.</summary>
    public ImmutableArray<string> Themes { get; init; } = [];

    /// <summary>What is done.</summary>
    public string? Description { get; init; }

    /// <summary>Who carries it.</summary>
    public Porteur? Porteur { get; init; }

    /// <summary>Year it is funded for.</summary>
    public int? Year { get; init; }

    /// <summary>Names or codes of neighbourhoods as its own row gives them.</summary>
    public ImmutableArray<string> Quartiers { get; init; } = [];

    /// <summary>What was decided, where the document says it.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Whether it goes on from an earlier year, where the document says it.</summary>
    public bool? Renewal { get; init; }

    /// <summary>Total cost; null when not stated.</summary>
    public Euros? TotalCost { get; init; }

    /// <summary>Who pays, in document order.</summary>
    public ImmutableArray<Financer> Financers { get; init; } = [];

    /// <summary>Place in the taxonomies.</summary>
    public ImmutableArray<TaxonomyPlace> Classification { get; init; } = [];

    /// <summary>The whole row or sheet.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Where each property was read.</summary>
    public ImmutableSortedDictionary<string, Evidence> FieldEvidence { get; init; } = IngestedDocument.EmptyFields;
}

/// <summary>Who carries an action.</summary>
/// <param name="Label">As written.</param>
/// <param name="Kind">Kind of body, from the contract's list.</param>
/// <param name="Siren">SIREN, only where it is certain.</param>
public sealed record Porteur(string Label, string Kind, string? Siren);

/// <summary>Who pays a part of an action.</summary>
public sealed record Financer
{
    /// <summary>As written.</summary>
    public required string Label { get; init; }

    /// <summary>Kind of payer, from the contract's list.</summary>
    public required string Kind { get; init; }

    /// <summary>Which purse of it, where the document says so.</summary>
    public string? Programme { get; init; }

    /// <summary>Whether it is the porteur.</summary>
    public bool IsOwnFunds { get; init; }

    /// <summary>Euros.</summary>
    public Euros? Amount { get; init; }

    /// <summary>How far the money has come.</summary>
    public FundingStatus Status { get; init; }

    /// <summary>Label and amount as read.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Stated share of the cost, 0..1; null where none is written.</summary>
    public decimal? Share { get; init; }
}

/// <summary>What a total sums up.</summary>
public enum TotalScope
{
    /// <summary>The whole document.</summary>
    Document,

    /// <summary>One theme.</summary>
    Theme,

    /// <summary>One porteur.</summary>
    Porteur,

    /// <summary>One year.</summary>
    Year,
}

/// <summary>A total as the document states it, beside what its parts make.</summary>
public sealed record Total
{
    /// <summary>What it sums up.</summary>
    public required TotalScope Scope { get; init; }

    /// <summary>Which theme, porteur or year; null for the document.</summary>
    public string? Of { get; init; }

    /// <summary>Label as written.</summary>
    public required string Label { get; init; }

    /// <summary>Kind of the payer whose money it sums; null for a cost.</summary>
    public string? Kind { get; init; }

    /// <summary>Year of the money.</summary>
    public int? Year { get; init; }

    /// <summary>How far the money has come.</summary>
    public FundingStatus Status { get; init; }

    /// <summary>Stated euros.</summary>
    public Euros? Amount { get; init; }

    /// <summary>Stated share, 0..1.</summary>
    public decimal? Share { get; init; }

    /// <summary>What the actions make; null when nothing can be compared.</summary>
    public Euros? ComputedAmount { get; init; }

    /// <summary>Whether both agree; null when nothing can be compared.</summary>
    public bool? Reconciled { get; init; }

    /// <summary>Label, amount and share as read.</summary>
    public required Evidence Evidence { get; init; }
}

/// <summary>A place in a taxonomy.</summary>
public sealed record TaxonomyPlace
{
    /// <summary>Id of the taxonomy.</summary>
    public required string Taxonomy { get; init; }

    /// <summary>Where the document itself places the text, or null.</summary>
    public string? Stated { get; init; }

    /// <summary>The model's own answer, or null.</summary>
    public string? Label { get; init; }

    /// <summary>Calibrated probability of the answer, 0..1.</summary>
    public double? Probability { get; init; }

    /// <summary>Next best answers.</summary>
    public ImmutableArray<PlaceProbability> Alternatives { get; init; } = [];

    /// <summary>
    /// The best place of each level above the leaves, from the top, its probability summed over all leaves below: where the leaf is not
    /// sure, its orientation or its enjeu may be.
    /// </summary>
    public ImmutableArray<PlaceProbability> Levels { get; init; } = [];

    /// <summary>The words of the text that weighed most for the answer, as folded, the weightiest first.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>accepted, review or abstained.</summary>
    public required string Decision { get; init; }
}

/// <summary>A place with the probability that a text belongs there.</summary>
/// <param name="Label">Id of the place.</param>
/// <param name="Probability">Calibrated probability, 0..1.</param>
public sealed record PlaceProbability(string Label, double Probability);
