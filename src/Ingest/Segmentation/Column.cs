using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation;

/// <summary>What a column of a programmation says.</summary>
public enum ColumnRole
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A number or reference of the row.</summary>
    Number,

    /// <summary>The theme of the action.</summary>
    Theme,

    /// <summary>Title of the action.</summary>
    Title,

    /// <summary>Description.</summary>
    Description,

    /// <summary>Who carries it.</summary>
    Porteur,

    /// <summary>Neighbourhoods.</summary>
    Quartier,

    /// <summary>The commune where it takes place.</summary>
    Commune,

    /// <summary>Year of the money.</summary>
    Year,

    /// <summary>Total cost.</summary>
    TotalCost,

    /// <summary>Several labelled amounts in one cell.</summary>
    Financings,

    /// <summary>The payer whose amount stands in the next column.</summary>
    PayerName,

    /// <summary>Amounts of the payers of the <see cref="PayerName"/> column.</summary>
    NamedAmount,

    /// <summary>Amounts of the payer that the header names.</summary>
    PayerAmount,

    /// <summary>A sum of payers' amounts that is not the cost.</summary>
    FinancingSum,

    /// <summary>Shares of the amounts of another column.</summary>
    Share,

    /// <summary>Money of another year than the programme's.</summary>
    OtherYear,

    /// <summary>Money of one of several years, in a reading of the same table for another of them.</summary>
    ReadApart,

    /// <summary>What was decided.</summary>
    Decision,

    /// <summary>New action or continued one.</summary>
    Renewal,

    /// <summary>Known, with no place in the contract (public, calendar, indicators…).</summary>
    NoField,
}

/// <summary>A column with the role it was found to have.</summary>
public sealed record Column
{
    /// <summary>Index in the grid.</summary>
    public required int Index { get; init; }

    /// <summary>Its role.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>The header that names it: the lowest with text; empty without header.</summary>
    public SourceText Header { get; init; } = SourceText.Empty;

    /// <summary>All headers above it, from the top.</summary>
    public ImmutableArray<SourceText> HeaderPath { get; init; } = [];

    /// <summary>Who carries what it lists, where the header says it: « Action portée par la Ville de X »; empty else.</summary>
    public SourceText Carrier { get; init; } = SourceText.Empty;

    /// <summary>What its cells look like.</summary>
    public required ColumnContent Content { get; init; }

    /// <summary>Title and porteur in the order in which the header names both (« Porteur et action »), each in lines of its own; empty where it names one.</summary>
    public ImmutableArray<ColumnRole> Shared { get; init; } = [];

    /// <summary>How far its money has come, by the header's words.</summary>
    public FundingStatus Status { get; init; }

    /// <summary>Euros per written unit: 1000 where the header says « en k€ ».</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>Whether its cells hold an amount or what was decided instead: « 4 500 € », « Refusé ».</summary>
    public bool HoldsDecisions { get; init; }

    /// <summary>The column to whose amounts those of this one add up: another instalment of the same money; null for none.</summary>
    public int? AddsTo { get; init; }

    /// <summary>Other roles that were nearly as likely; empty when the role is sure.</summary>
    public ImmutableArray<ColumnRole> Alternatives { get; init; } = [];

    /// <summary>All headers joined: « Plan de financement État ».</summary>
    public string HeaderText => string.Join(" ", HeaderPath.Select(header => header.Text));

    /// <summary>Whether its cells are amounts.</summary>
    public bool IsMoney => Role is ColumnRole.TotalCost or ColumnRole.Financings or ColumnRole.NamedAmount
        or ColumnRole.PayerAmount or ColumnRole.FinancingSum;
}
