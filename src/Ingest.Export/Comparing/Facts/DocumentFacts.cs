using System.Collections.Immutable;
using Ingest.Collections;
using Ingest.Model.Documents;

namespace Ingest.Export.Comparing.Facts;

/// <summary>One of what stands side by side.</summary>
/// <param name="Key">By what it is the same in every document.</param>
/// <param name="Name">What the report calls it.</param>
/// <param name="IsRest">Whether it gathers what no unit can be given: last in every list.</param>
/// <param name="Members">INSEE codes of its communes, or nothing where they are not known.</param>
internal sealed record ComparedUnit(string Key, string Name, bool IsRest, ImmutableArray<string> Members)
{
    /// <summary>The code by which it is joined to other data; null where it has none.</summary>
    public string? Code => IsRest ? null : Key;

    /// <summary>Alone the key tells two units apart: a name may be written in several ways.</summary>
    public bool Equals(ComparedUnit? other) => other?.Key == Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Money of one sort in a document. Statuses and what is given in kind stay apart.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Year">Year that it is for; null where none is read.</param>
/// <param name="Kind">Kind of payer.</param>
/// <param name="IsOwn">Whether the porteur pays itself.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Euros">Sum.</param>
internal sealed record MoneyFact(ComparedUnit Unit, int? Year, string Kind, bool IsOwn, FundingStatus Status, decimal Euros)
{
    /// <summary>Whether it is given in kind: in no sum of cash.</summary>
    public bool IsInKind => Kind == Schema.MoneyTables.InKind;
}

/// <summary>By what a text has its place in the pivot.</summary>
internal enum PlaceBasis
{
    /// <summary>The document says so.</summary>
    Stated,

    /// <summary>The model answers so, and surely enough.</summary>
    Predicted,

    /// <summary>The model answers so, and a person should look.</summary>
    Doubtful,

    /// <summary>It has none.</summary>
    None,
}

/// <summary>Texts of a document at one place of the pivot.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Node">Id of the place; empty where there is none.</param>
/// <param name="Basis">By what.</param>
/// <param name="IsAction">Whether they are actions and not operational objectives.</param>
/// <param name="IsFunded">Whether an action of them has cash.</param>
/// <param name="Count">How many.</param>
internal sealed record PlaceFact(ComparedUnit Unit, string Node, PlaceBasis Basis, bool IsAction, bool IsFunded, int Count);

/// <summary>Actions of a unit.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Year">Year; null where none is read.</param>
/// <param name="Count">How many.</param>
/// <param name="WithoutCost">How many of them state no cost.</param>
/// <param name="Cost">Sum of the stated costs.</param>
internal sealed record ActionFact(ComparedUnit Unit, int? Year, int Count, int WithoutCost, decimal Cost);

/// <summary>A neighbourhood in a document.</summary>
/// <param name="Key">By what it is the same in every document.</param>
/// <param name="Name">Its name or code.</param>
/// <param name="Code">Its code, or null.</param>
/// <param name="Communes">Names of the communes that it lies in as far as documents say.</param>
/// <param name="Actions">Actions that name it.</param>
/// <param name="Cash">Their cash by status, each action whole: one that names two neighbourhoods is told with both.</param>
internal sealed record QuartierFact(
    string Key, string Name, string? Code, ImmutableArray<string> Communes, int Actions, ImmutableSortedDictionary<FundingStatus, decimal> Cash);

/// <summary>How far the money of a document can be trusted; the parts are disjoint.</summary>
/// <param name="Reconciled">Euros of actions that a sum confirms and no finding doubts.</param>
/// <param name="Unconfirmed">Euros that nothing doubts and no sum confirms.</param>
/// <param name="InDoubt">Euros of actions that a warning or an error points at.</param>
/// <param name="Unread">Euros that the document's own total has more than what was read.</param>
/// <param name="Unassigned">Passages of read tables that found no place; some hold amounts.</param>
internal sealed record TrustFact(decimal Reconciled, decimal Unconfirmed, decimal InDoubt, decimal Unread, int Unassigned);

/// <summary>All that a comparison keeps of a document: sums and counts, no text of it but names of places.</summary>
internal sealed record DocumentFacts
{
    /// <summary>Path of the source below the folder of the run.</summary>
    public required string Path { get; init; }

    /// <summary>By what duplicates are found.</summary>
    public required DocumentFingerprint Fingerprint { get; init; }

    /// <summary>What it is.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>What came of its reading.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>The years it is for.</summary>
    public Period? Period { get; init; }

    /// <summary>Whom it is made for, as a key; null where that is not read.</summary>
    public string? Territory { get; init; }

    /// <summary>INSEE codes of the communes it is made for.</summary>
    public ImmutableArray<string> Communes { get; init; } = [];

    /// <summary>Day of the vote, by the act or by its stamp; null where neither is there.</summary>
    public DateOnly? VotedOn { get; init; }

    /// <summary>Whether it amends another act.</summary>
    public bool Amends { get; init; }

    /// <summary>Hashes of its titles of actions and its operational objectives, in their order: what two versions share.</summary>
    public ImmutableArray<ulong> Items { get; init; } = [];

    /// <summary>Whether it has a strategy.</summary>
    public bool HasStrategy { get; init; }

    /// <summary>Whose strategy it is.</summary>
    public required ComparedUnit StrategyUnit { get; init; }

    /// <summary>Its money.</summary>
    public ImmutableArray<MoneyFact> Money { get; init; } = [];

    /// <summary>Its actions.</summary>
    public ImmutableArray<ActionFact> Actions { get; init; } = [];

    /// <summary>Places of its objectives and actions.</summary>
    public ImmutableArray<PlaceFact> Places { get; init; } = [];

    /// <summary>Its neighbourhoods.</summary>
    public ImmutableArray<QuartierFact> Quartiers { get; init; } = [];

    /// <summary>How far its money can be trusted.</summary>
    public required TrustFact Trust { get; init; }
}
