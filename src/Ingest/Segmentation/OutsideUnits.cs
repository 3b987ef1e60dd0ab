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

    /// <summary>The table in the unit that the text names; unchanged where the unit is not sure.</summary>
    /// <param name="table">A table of actions.</param>
    /// <param name="unit">The text that names a unit; null without.</param>
    public static (TableColumns Table, Finding? Finding) Apply(TableColumns table, TextBlock? unit)
    {
        if (unit is null || !table.Columns.Any(column => column.IsMoney) || table.Columns.Any(column => column.Scale != 1))
            return (table, null);
        var factor = MoneyGrammar.UnitOfHeader(unit.Text.Text);
        if (factor != 1000 || !AreInThousands(table))
            return (table, BudgetFindings.AmbiguousAmount.At(null, unit.Text.ToEvidence(), unit.Text.Text));
        return (table with { Columns = [.. table.Columns.Select(column => column with { Scale = factor })] }, BudgetFindings.OutsideUnit.At(null, unit.Text.ToEvidence(), unit.Text.Text));
    }

    /// <summary>The short line nearest above the first action, else below, that names another unit than the euro.</summary>
    /// <param name="content">The document.</param>
    /// <param name="longest">Most words of such a line.</param>
    public static TextBlock? Find(DocumentContent content, int longest) => content.Blocks.OfType<TextContent>().Select(text => text.Block)
        .FirstOrDefault(block => block.Text.Words.Take(longest + 1).Count() <= longest && MoneyGrammar.UnitOfHeader(block.Text.Text) > 1 && MoneyGrammar.Find(block.Text.Text).IsEmpty);

    private static bool AreInThousands(TableColumns table)
    {
        var columns = table.Columns.Where(column => column.IsMoney).Select(column => column.Index).ToHashSet();
        var cells = Enumerable.Range(table.Header.Body, Math.Max(0, table.Grid.RowCount - table.Header.Body)).SelectMany(row => table.Grid.StartingIn(row)).Where(cell => columns.Contains(cell.Column)).Select(cell => cell.Text.Text).ToList();
        return !cells.Exists(text => MoneyGrammar.Find(text).Any(mention => mention.HasCurrency))
            && cells.Select(text => MoneyGrammar.ParseCell(text).Money).OfType<MoneyMention>().All(money => money.Amount.Amount < LargestInThousands);
    }
}
