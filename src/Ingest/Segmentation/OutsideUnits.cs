using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Findings;
using Ingest.Tables;

namespace Ingest.Segmentation;

/// <summary>
/// « montants en milliers d'euros » said outside the tables: it holds for tables whose amounts can be nothing else, none written with a
/// currency and none too large; elsewhere the doubt is told and the amounts stay as written.
/// </summary>
internal static class OutsideUnits
{
    // No action of these programmes costs ten millions: what is larger than this is no amount in thousands.
    private const decimal LargestInThousands = 10_000;

    // So many rows (0..1) must add up as written.
    private const double MostlySums = 0.6;

    /// <summary>The table in the unit that the text names; unchanged where the unit is not sure.</summary>
    /// <param name="table">A table of actions.</param>
    /// <param name="unit">The text that names a unit; null without.</param>
    public static (TableColumns Table, Finding? Finding) Apply(TableColumns table, TextBlock? unit)
    {
        var money = table.Columns.Where(column => column.IsMoney).ToList();
        if (money.Count == 0 || money.TrueForAll(column => column.Scale != 1))
            return (table, null);
        // « Financement (k€) » over the payers, and nothing over the cost that is their sum.
        if (money.Find(column => column.Scale != 1) is { } scaled)
            return AreInThousands(table) && HasSums(table, money) ? (InUnit(table, scaled.Scale), BudgetFindings.OutsideUnit.At(null, scaled.Header.ToEvidence(), scaled.HeaderText)) : (table, null);
        if (unit is null)
            return (table, null);
        var factor = MoneyGrammar.UnitOfHeader(unit.Text.Text);
        if (factor != 1000 || !AreInThousands(table))
            return (table, BudgetFindings.AmbiguousAmount.At(null, unit.Text.ToEvidence(), unit.Text.Text));
        return (InUnit(table, factor), BudgetFindings.OutsideUnit.At(null, unit.Text.ToEvidence(), unit.Text.Text));
    }

    /// <summary>The short line nearest above the first action, else below, that names another unit than the euro.</summary>
    /// <param name="content">The document.</param>
    /// <param name="longest">Most words of such a line.</param>
    public static TextBlock? Find(DocumentContent content, int longest) => content.Blocks.OfType<TextContent>().Select(text => text.Block)
        .FirstOrDefault(block => block.Text.Words.Take(longest + 1).Count() <= longest && MoneyGrammar.UnitOfHeader(block.Text.Text) > 1 && MoneyGrammar.Find(block.Text.Text).IsEmpty);

    private static TableColumns InUnit(TableColumns table, decimal factor) => table with { Columns = [.. table.Columns.Select(column => column with { Scale = factor })] };

    // A cost without a unit is, as written, the sum of payers with one.
    private static bool HasSums(TableColumns table, List<Column> money)
    {
        var sums = new ColumnSums(table.Grid, [.. Enumerable.Range(table.Header.Body, Math.Max(0, table.Grid.RowCount - table.Header.Body))]);
        var payers = money.Where(column => column.Role != ColumnRole.TotalCost).ToList();
        return money.Where(column => column.Scale == 1).All(column => column.Role != ColumnRole.TotalCost
            || payers.GroupBy(payer => payer.Status).Any(plan => sums.ShareOfRows(column.Index, [.. plan.Select(payer => payer.Index)]) >= MostlySums));
    }

    private static bool AreInThousands(TableColumns table)
    {
        var columns = table.Columns.Where(column => column.IsMoney).Select(column => column.Index).ToHashSet();
        var cells = Enumerable.Range(table.Header.Body, Math.Max(0, table.Grid.RowCount - table.Header.Body)).SelectMany(row => table.Grid.StartingIn(row)).Where(cell => columns.Contains(cell.Column)).Select(cell => cell.Text.Text).ToList();
        return !cells.Exists(text => MoneyGrammar.Find(text).Any(mention => mention.HasCurrency))
            && cells.Select(text => MoneyGrammar.ParseCell(text).Money).OfType<MoneyMention>().All(money => money.Amount.Amount < LargestInThousands);
    }
}
