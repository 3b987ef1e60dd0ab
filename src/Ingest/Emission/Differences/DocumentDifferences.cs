using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;

namespace Ingest.Emission.Differences;

/// <summary>What became of an action from one document to the other.</summary>
public enum ActionChange
{
    /// <summary>Only the second document has it.</summary>
    Added,

    /// <summary>Only the first document has it.</summary>
    Removed,

    /// <summary>Both have it, with something that differs.</summary>
    Changed,

    /// <summary>Both have it, and say the same of it.</summary>
    Unchanged,
}

/// <summary>What differs between two documents: the forecast and what was voted, a convention's programme and its amendment.</summary>
public sealed record DocumentDifferences
{
    /// <summary>The first document.</summary>
    public required ComparedSource A { get; init; }

    /// <summary>The second document.</summary>
    public required ComparedSource B { get; init; }

    /// <summary>The cost of all actions, where each has one.</summary>
    public required MoneyDifference TotalCost { get; init; }

    /// <summary>The actions: those of the first document in its order, then those that only the second has.</summary>
    public required ImmutableArray<ActionDifference> Actions { get; init; }

    /// <summary>The money of each financer over all actions, by status.</summary>
    public required ImmutableArray<FinancerDifference> Financers { get; init; }
}

/// <summary>One of the documents.</summary>
/// <param name="FileName">Name of its file.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="Actions">Number of its actions.</param>
/// <param name="Status">How it was read: what is in doubt there is in doubt here.</param>
public sealed record ComparedSource(string FileName, string Sha256, int Actions, DocumentStatus Status);

/// <summary>An amount in both documents.</summary>
/// <param name="Before">Euros in the first; null where it states none.</param>
/// <param name="After">Euros in the second; null where it states none.</param>
public sealed record MoneyDifference(Euros? Before, Euros? After)
{
    /// <summary>Second less first; null where one of them states none.</summary>
    public Euros? Difference => Before is { } before && After is { } after ? after - before : null;

    /// <summary>Whether both state the same, or neither states anything.</summary>
    [JsonIgnore]
    public bool IsSame => Before == After;
}

/// <summary>A text in both documents.</summary>
/// <param name="Field">Key of the contract.</param>
/// <param name="Before">What the first says.</param>
/// <param name="After">What the second says.</param>
public sealed record FieldDifference(string Field, string? Before, string? After);

/// <summary>The money of one financer in both documents.</summary>
/// <param name="Label">As the second document writes it, else as the first.</param>
/// <param name="Kind">Kind of payer, from the contract's list.</param>
/// <param name="Status">How far the money has come.</param>
/// <param name="Amount">The money.</param>
public sealed record FinancerDifference(string Label, string Kind, FundingStatus Status, MoneyDifference Amount)
{
    /// <summary>Where it was read in the first document; null where it is not one place.</summary>
    public Evidence? BeforeEvidence { get; init; }

    /// <summary>Where it was read in the second document.</summary>
    public Evidence? AfterEvidence { get; init; }
}

/// <summary>An action in both documents, or in one of them.</summary>
public sealed record ActionDifference
{
    /// <summary>What became of it.</summary>
    public required ActionChange Change { get; init; }

    /// <summary>Title as the second document writes it, else as the first.</summary>
    public string? Title { get; init; }

    /// <summary>Who carries it, likewise.</summary>
    public string? Porteur { get; init; }

    /// <summary>Id in the first document.</summary>
    public string? BeforeId { get; init; }

    /// <summary>Id in the second document.</summary>
    public string? AfterId { get; init; }

    /// <summary>Likeness of the titles, 0 to 1, where they were not the same; null where they were, or where there is one only.</summary>
    public double? Likeness { get; init; }

    /// <summary>The cost.</summary>
    public required MoneyDifference TotalCost { get; init; }

    /// <summary>Texts and decisions that differ.</summary>
    public ImmutableArray<FieldDifference> Fields { get; init; } = [];

    /// <summary>Money that differs, by financer and status; all of it where one document has the action only.</summary>
    public ImmutableArray<FinancerDifference> Financers { get; init; } = [];

    /// <summary>Where it stands in the first document.</summary>
    public Evidence? BeforeEvidence { get; init; }

    /// <summary>Where it stands in the second document.</summary>
    public Evidence? AfterEvidence { get; init; }
}
