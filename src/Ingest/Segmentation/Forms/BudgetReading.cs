using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Forms;

/// <summary>What a table of charges and receipts says, a budget for each year that it has columns of.</summary>
internal sealed record BudgetReading
{
    /// <summary>The budgets, in the order of their columns.</summary>
    public required ImmutableArray<BudgetOfYear> Years { get; init; }

    /// <summary>What found no place.</summary>
    public ImmutableArray<DraftUnassigned> Left { get; init; } = [];
}

/// <summary>The budget of one year with who pays.</summary>
/// <param name="Budget">Its two sides.</param>
/// <param name="Financings">The receipts that are no sums of others.</param>
internal sealed record BudgetOfYear(DraftBudget Budget, ImmutableArray<DraftFinancing> Financings);

/// <summary>The rows of a table that a budget takes.</summary>
/// <param name="First">First row: the heads of its sides.</param>
/// <param name="Body">First row below the heads.</param>
/// <param name="Last">Last row.</param>
/// <param name="Sides">Its sides, from left to right, or one above the other in the same columns.</param>
internal sealed record BudgetRegion(int First, int Body, int Last, ImmutableArray<BudgetSideColumns> Sides);

/// <summary>The columns of one side of a budget.</summary>
/// <param name="IsCharges">Whether it is that of charges.</param>
/// <param name="From">First column.</param>
/// <param name="To">Column behind the last.</param>
/// <param name="First">First row of its body.</param>
/// <param name="Last">Last row of its body.</param>
/// <param name="Head">What heads it; empty without.</param>
internal sealed record BudgetSideColumns(bool IsCharges, int From, int To, int First, int Last, SourceText Head);

/// <summary>A column of amounts.</summary>
/// <param name="Index">Its index in the grid.</param>
/// <param name="Header">What heads it.</param>
/// <param name="Year">The year that its header names; empty without.</param>
/// <param name="Status">How far its money has come.</param>
/// <param name="Scale">Euros per written unit.</param>
internal sealed record AmountColumn(int Index, SourceText Header, SourceText Year, FundingStatus Status, decimal Scale);

/// <summary>A line of a side.</summary>
internal sealed record BudgetLine
{
    /// <summary>Its words, without the number of the account.</summary>
    public required SourceText Label { get; init; }

    /// <summary>The account on two digits; null for lines below one.</summary>
    public int? Account { get; init; }

    /// <summary>Whether the account has three digits or more: a line below that of two.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Whether a dash or bullet opens it.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether it sums up the side.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Whether it is given in kind.</summary>
    public bool IsInKind { get; init; }

    /// <summary>Amounts by the index of their column.</summary>
    public required ImmutableDictionary<int, DraftAmount> Amounts { get; init; }
}
