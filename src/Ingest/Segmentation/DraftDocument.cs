using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Segmentation.Conventions;

namespace Ingest.Segmentation;

/// <summary>An amount where it was found: the words untouched beside their reading.</summary>
/// <param name="Source">The words of the amount.</param>
/// <param name="Amount">Their reading in euros.</param>
/// <param name="Rounding">Half of the last written digit, in euros: what rounding as written can hide.</param>
/// <param name="IsAmbiguous">Whether the writing leaves more than one reading.</param>
public sealed record DraftAmount(SourceText Source, Euros Amount, decimal Rounding, bool IsAmbiguous);

/// <summary>A share where it was found.</summary>
/// <param name="Source">The words.</param>
/// <param name="Share">Their reading.</param>
/// <param name="Rounding">Half of the last written digit, as a share.</param>
public sealed record DraftShare(SourceText Source, Percent Share, decimal Rounding);

/// <summary>Money of one payer, as found.</summary>
public sealed record DraftFinancing
{
    /// <summary>The payer as written, in the cell or in the column's header.</summary>
    public required SourceText Label { get; init; }

    /// <summary>The money; null where only a share is written.</summary>
    public DraftAmount? Amount { get; init; }

    /// <summary>The share of the cost, where it is written.</summary>
    public DraftShare? Share { get; init; }

    /// <summary>How far the money has come, by the header's words.</summary>
    public FundingStatus Status { get; init; }

    /// <summary>The words beside the money that name the purse it comes from: « sur le programme 147 »; empty without.</summary>
    public SourceText Purse { get; init; } = SourceText.Empty;

    /// <summary>Whether it is given in kind, as the account says (87).</summary>
    public bool IsInKind { get; init; }
}

/// <summary>An answer where it was found: the words untouched beside their reading.</summary>
/// <typeparam name="T">What it decides.</typeparam>
/// <param name="Source">The words.</param>
/// <param name="Value">Their reading.</param>
public sealed record DraftChoice<T>(SourceText Source, T Value);

/// <summary>An action as found: text untouched.</summary>
public sealed record DraftAction
{
    /// <summary>Title.</summary>
    public SourceText Title { get; init; } = SourceText.Empty;

    /// <summary>Theme it stands under.</summary>
    public SourceText Theme { get; init; } = SourceText.Empty;

    /// <summary>Description.</summary>
    public SourceText Description { get; init; } = SourceText.Empty;

    /// <summary>Porteur.</summary>
    public SourceText Porteur { get; init; } = SourceText.Empty;

    /// <summary>Neighbourhoods, where a column gives them.</summary>
    public SourceText Quartiers { get; init; } = SourceText.Empty;

    /// <summary>The heading whose section its table stands in: it may name a neighbourhood of the document.</summary>
    public SourceText Section { get; init; } = SourceText.Empty;

    /// <summary>Commune, where a column gives it.</summary>
    public SourceText Commune { get; init; } = SourceText.Empty;

    /// <summary>What columns without a field of their own say (public, objectives, calendar).</summary>
    public SourceText Details { get; init; } = SourceText.Empty;

    /// <summary>Year, where a column gives it.</summary>
    public SourceText Year { get; init; } = SourceText.Empty;

    /// <summary>Cost.</summary>
    public DraftAmount? Cost { get; init; }

    /// <summary>Who pays, in reading order.</summary>
    public ImmutableArray<DraftFinancing> Financings { get; init; } = [];

    /// <summary>Whether it goes on from an earlier year, where the document says it.</summary>
    public DraftChoice<bool>? Renewal { get; init; }

    /// <summary>What was decided, where the document says it.</summary>
    public DraftChoice<Decision>? Decision { get; init; }

    /// <summary>The budget that a sheet sets out; null without.</summary>
    public DraftBudget? Budget { get; init; }

    /// <summary>All the words of the row.</summary>
    public required SourceText Row { get; init; }
}

/// <summary>What a total that names no payer sums.</summary>
public enum TotalBasis
{
    /// <summary>Costs of actions: it stands under their column.</summary>
    Costs,

    /// <summary>Costs or what payers give: the last line of a recapitulation by payer, « Total des financements », closes either.</summary>
    Either,
}

/// <summary>A stated total, as found.</summary>
public sealed record DraftTotal
{
    /// <summary>What it sums up.</summary>
    public required TotalScope Scope { get; init; }

    /// <summary>The theme, porteur or year it sums; empty for the document.</summary>
    public SourceText Of { get; init; } = SourceText.Empty;

    /// <summary>The actions it sums, where neither the whole document nor <see cref="Of"/> says which: those it stands below.</summary>
    public ActionRun? Run { get; init; }

    /// <summary>Label: of the row, or of the column whose figure it is.</summary>
    public required SourceText Label { get; init; }

    /// <summary>The one year whose money it sums, where its column says so.</summary>
    public int? Year { get; init; }

    /// <summary>Where the document tells the same total once more.</summary>
    public ImmutableArray<SourceText> Again { get; init; } = [];

    /// <summary>Whether it sums costs, not the money of one payer.</summary>
    public required bool IsCost { get; init; }

    /// <summary>What a sum that names no payer is made of.</summary>
    public TotalBasis Basis { get; init; }

    /// <summary>The money.</summary>
    public DraftAmount? Amount { get; init; }

    /// <summary>The share, where it is written.</summary>
    public DraftShare? Share { get; init; }

    /// <summary>How far the money has come.</summary>
    public FundingStatus Status { get; init; }
}

/// <summary>Words of a read table that found no place.</summary>
/// <param name="Text">The words.</param>
/// <param name="Reason">Stable word that says why.</param>
/// <param name="Column">Header of the column they stand in; null where that says nothing.</param>
public sealed record DraftUnassigned(SourceText Text, string Reason, SourceText? Column = null);

/// <summary>What the tables and headings of a document say, before any reading of names.</summary>
public sealed record DraftDocument
{
    /// <summary>What the document is.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The document's own title; empty when it has none.</summary>
    public required SourceText Title { get; init; }

    /// <summary>The act of an assembly that it is, or what it amends; null for neither.</summary>
    public DraftAct? Act { get; init; }

    /// <summary>Actions in document order.</summary>
    public ImmutableArray<DraftAction> Actions { get; init; } = [];

    /// <summary>Totals in document order.</summary>
    public ImmutableArray<DraftTotal> Totals { get; init; } = [];

    /// <summary>What it says as a convention; empty where it is none.</summary>
    public DraftConvention Convention { get; init; } = new();

    /// <summary>What found no place.</summary>
    public ImmutableArray<DraftUnassigned> Unassigned { get; init; } = [];

    /// <summary>Paragraphs before the first table with actions: where a document says what and who it is for.</summary>
    public ImmutableArray<TextBlock> Opening { get; init; } = [];

    /// <summary>Rows, cell by cell, of the tables of a convention that are neither strategy nor actions: they may name neighbourhoods.</summary>
    public ImmutableArray<ImmutableArray<SourceText>> Rows { get; init; } = [];

    /// <summary>All other paragraphs.</summary>
    public ImmutableArray<TextBlock> Rest { get; init; } = [];

    /// <summary>Running heads, feet and stamps.</summary>
    public ImmutableArray<Furniture> Furniture { get; init; } = [];

    /// <summary>What was found with doubt.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
