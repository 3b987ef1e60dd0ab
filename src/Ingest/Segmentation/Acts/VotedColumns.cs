using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>
/// Gives the money of columns that name no payer (« Demandé | Proposé | Voté », « Subvention ») to the body whose act the table belongs to,
/// or that the heading above names (« Subventions de la Ville de Gap »): what it votes, it pays.
/// </summary>
internal sealed class VotedColumns(HeaderVocabulary headers, PassageVocabulary words)
{
    /// <summary>The table with its payer named; unchanged where it names payers itself, or where two columns would say the same.</summary>
    /// <param name="table">A table of actions.</param>
    /// <param name="payer">Whose money it lists; empty where nothing says it.</param>
    public TableColumns Name(TableColumns table, SourceText payer)
    {
        if (payer.IsEmpty || table.Columns.Any(column => column.Role is ColumnRole.PayerAmount or ColumnRole.NamedAmount))
            return table;
        var voted = table.Columns.Where(column => column.Role is ColumnRole.Unknown or ColumnRole.TotalCost or ColumnRole.Decision && column.Content.Amounts + column.Content.Ordinals >= 0.5)
            .Select(column => (Column: column, Status: StatusOf(column)))
            .Where(item => item.Status is not null && !IsInPlan(table, item.Column)).ToList();
        if (voted.Count == 0 || voted.Select(item => item.Status).Distinct().Count() < voted.Count)
            return table;
        var columns = table.Columns.ToBuilder();
        foreach (var (column, status) in voted)
            columns[column.Index] = column with { Role = ColumnRole.PayerAmount, Header = payer, Status = status!.Value, HoldsDecisions = column.Role == ColumnRole.Decision };
        return table with { Columns = columns.ToImmutable() };
    }

    // Beside a plan in one cell, an amount that the plan tells already is no other one; nor is what the action costs.
    private static bool IsInPlan(TableColumns table, Column column)
    {
        if (table.Columns.FirstOrDefault(other => other.Role == ColumnRole.Financings) is not { } plan)
            return false;
        var rows = Enumerable.Range(table.Header.Body, table.Grid.RowCount - table.Header.Body)
            .Select(row => (Own: MoneyGrammar.ParseCell(table.Grid.TextAt(row, column.Index).Text).Money, Plan: table.Grid.TextAt(row, plan.Index).Text)).Where(row => row.Own is not null && row.Plan.Length > 0).ToList();
        return column.Role != ColumnRole.Unknown || rows.Count == 0 || rows.Count(row => MoneyGrammar.Find(row.Plan, bareNumbers: true).Any(mention => mention.Amount == row.Own!.Value.Amount)) * 2 > rows.Count;
    }

    // « Subvention » in an act that grants is what it grants; a header that names a cost is none.
    private FundingStatus? StatusOf(Column column)
    {
        var text = column.Header.Text;
        // Amounts beside « Refusé » and « Ajourné » are what was decided.
        if (column.Role == ColumnRole.Decision)
            return headers.StatusOf(text) ?? FundingStatus.Granted;
        if (headers.Match(text) is [{ Role: HeaderRole.TotalCost }, ..])
            return null;
        return headers.StatusOf(text) ?? (words.Has(PassageRole.GrantNoun, text) ? FundingStatus.Granted : null);
    }
}
