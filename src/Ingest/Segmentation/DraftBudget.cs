using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation;

/// <summary>A line of one side of a budget, as found.</summary>
/// <param name="Label">Its words, without the number of the account.</param>
/// <param name="Amount">The money.</param>
/// <param name="IsInKind">Whether it is given in kind (accounts 86 and 87): in no sum of money.</param>
public sealed record DraftBudgetLine(SourceText Label, DraftAmount Amount, bool IsInKind);

/// <summary>A line that sums up others of its side, beside what they make.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Stated">What is written.</param>
/// <param name="Parts">The lines below it.</param>
public sealed record DraftSubtotal(SourceText Label, DraftAmount Stated, ImmutableArray<DraftAmount> Parts);

/// <summary>One side of a budget: charges or receipts.</summary>
public sealed record DraftBudgetSide
{
    /// <summary>The lines that nothing else of the side sums up.</summary>
    public ImmutableArray<DraftBudgetLine> Lines { get; init; } = [];

    /// <summary>Lines that sum up others, apart from the totals of the side.</summary>
    public ImmutableArray<DraftSubtotal> Subtotals { get; init; } = [];

    /// <summary>What the lines of its totals are called; empty where there is none.</summary>
    public SourceText TotalLabel { get; init; } = SourceText.Empty;

    /// <summary>The total of what is money; null where none is written.</summary>
    public DraftAmount? Cash { get; init; }

    /// <summary>The total with what is given in kind; null where none is written.</summary>
    public DraftAmount? Whole { get; init; }

    /// <summary>How far the money has come, by the header's words.</summary>
    public FundingStatus Status { get; init; }
}

/// <summary>A budget that sets charges against receipts, of one year.</summary>
public sealed record DraftBudget
{
    /// <summary>The year that its columns name; empty without.</summary>
    public SourceText Year { get; init; } = SourceText.Empty;

    /// <summary>Charges; null in a plan that tells receipts alone.</summary>
    public DraftBudgetSide? Charges { get; init; }

    /// <summary>Receipts, once for each status.</summary>
    public ImmutableArray<DraftBudgetSide> Receipts { get; init; } = [];

    /// <summary>A cost that is told beside the budget; null without.</summary>
    public DraftAmount? StatedCost { get; init; }
}
