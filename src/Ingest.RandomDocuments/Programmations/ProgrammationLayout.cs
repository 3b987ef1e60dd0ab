using System.Collections.Immutable;
using Ingest.RandomDocuments.Drawing;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>What a column says.</summary>
internal enum Field
{
    Number,
    Theme,
    Title,
    Description,
    Porteur,
    Quartier,
    Public,
    Decision,
    Renewal,
    Cost,
    Money,
}

/// <summary>Where themes stand.</summary>
internal enum ThemeForm
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>In rows of their own.</summary>
    Bands,

    /// <summary>In a column, in every row.</summary>
    Column,

    /// <summary>In a column, one cell for all actions of a theme.</summary>
    MergedColumn,

    /// <summary>Above tables of their own.</summary>
    Captions,
}

/// <summary>Where payers stand.</summary>
internal enum MoneyForm
{
    /// <summary>A column each.</summary>
    Columns,

    /// <summary>A column each below one header for all.</summary>
    PlanColumns,

    /// <summary>Two columns each: asked for and granted.</summary>
    GrantColumns,

    /// <summary>Two columns each: the year before, and the document's own.</summary>
    YearColumns,

    /// <summary>All in one cell, the cost in a column of its own.</summary>
    OneCell,

    /// <summary>All in one cell, the cost first.</summary>
    OneCellWithCost,

    /// <summary>A row each.</summary>
    Lines,
}

/// <summary>What a table of sums at the end holds.</summary>
internal enum RecapForm
{
    None,
    Amounts,
    Shares,
}

/// <summary>Where actions stand.</summary>
internal enum ActionForm
{
    /// <summary>In tables.</summary>
    Table,

    /// <summary>An item of a list each.</summary>
    Items,

    /// <summary>A heading each, with lines below it.</summary>
    Sheets,

    /// <summary>In articles of a deliberation that grant.</summary>
    Articles,

    /// <summary>In a list below an article that grants.</summary>
    GrantList,
}

/// <summary>How a programmation is laid out.</summary>
internal sealed record ProgrammationLayout
{
    public required ImmutableArray<Field> Fields { get; init; }

    /// <summary>Header of each field that is a column; of <see cref="Field.Money"/> that of the plan.</summary>
    public required ImmutableDictionary<Field, string> Headers { get; init; }

    /// <summary>Where actions stand; the rest of the layout is that of tables.</summary>
    public ActionForm Form { get; init; }

    public required ThemeForm Themes { get; init; }

    public required MoneyForm Money { get; init; }

    public required bool HasSubtotals { get; init; }

    public required bool HasTotal { get; init; }

    /// <summary>Whether the sum so far is carried over somewhere in the table: « À reporter », « Report ».</summary>
    public required bool HasCarried { get; init; }

    public required RecapForm Recap { get; init; }

    public required AmountStyle Amounts { get; init; }

    /// <summary>Behind the headers of money: « (k€) », « (en €) » or nothing.</summary>
    public required string UnitSuffix { get; init; }

    /// <summary>Between a payer and its amount in one cell; null where the amount stands first and the payer in brackets.</summary>
    public required string? PairSign { get; init; }

    /// <summary>Between one pair and the next.</summary>
    public required string PairBreak { get; init; }

    public required bool IsShaded { get; init; }

    public required bool MergesTotalLabels { get; init; }

    public required Rules Rules { get; init; }

    public required PageLook Page { get; init; }

    /// <summary>Whether each payer has a column.</summary>
    public bool HasPayerColumns => Money is MoneyForm.Columns or MoneyForm.PlanColumns or MoneyForm.GrantColumns or MoneyForm.YearColumns;
}
