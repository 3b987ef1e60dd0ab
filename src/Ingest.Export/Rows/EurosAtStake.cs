using System.Globalization;
using Ingest.Model.Documents;
using Ingest.Model.Findings;

namespace Ingest.Export.Rows;

/// <summary>
/// How much money a finding puts in doubt, so that the worst is looked at first: the gap between two figures where there are two, else the
/// amount of what the pointer names; for a doubt on the whole document, all that it costs. Infos put nothing in doubt.
/// </summary>
internal static class EurosAtStake
{
    /// <summary>Euros, or null where no amount is concerned.</summary>
    public static decimal? Of(Item<Finding> finding)
    {
        if (finding.Value.Severity == Severity.Info)
            return null;
        var document = finding.Document.Value;
        return (finding.Value.Pointer ?? "").Split('/') switch
        {
            ["", "actions", var index, "financers", var of, ..] when At(At(document.Actions, index)?.Financers ?? [], of) is { } financer => financer.Amount?.Amount,
            ["", "actions", var index, ..] when At(document.Actions, index) is { } action => OfAction(action, finding.Value.Code),
            ["", "totals", var index, ..] when At(document.Totals, index) is { } total => OfTotal(document, total, finding.Value.Code),
            ["", "period" or "kind" or "territory", ..] or [""] => OfDocument(document),
            _ => null,
        };
    }

    private static T? At<T>(IReadOnlyList<T> values, string index)
        where T : class =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < values.Count ? values[at] : null;

    private static decimal? OfAction(FundedAction action, string code)
    {
        var plans = action.Financers.Where(financer => financer.Amount is not null && financer.Kind != Schema.MoneyTables.InKind)
            .GroupBy(financer => financer.Status).Select(plan => plan.Sum(financer => financer.Amount!.Value.Amount)).ToList();
        if (action.TotalCost is not { } cost)
            return plans.Count == 0 ? null : plans.Max();
        var gap = code.StartsWith("budget.", StringComparison.Ordinal) && plans.Count > 0 ? plans.Min(plan => Math.Abs(cost.Amount - plan)) : 0;
        return gap > 0 ? gap : cost.Amount;
    }

    private static decimal? OfTotal(IngestedDocument document, Total total, string code)
    {
        if (total is { Amount: { } stated, ComputedAmount: { } computed } && stated != computed)
            return Math.Abs(stated.Amount - computed.Amount);
        // A wrong share puts in doubt what lies between the amount and that share of the whole; shares that do not make 100 % no amount.
        if (code == BudgetFindings.SharesTotal.Code)
            return null;
        return code == BudgetFindings.ShareMismatch.Code && WholeOf(document, total) is { } whole
            ? Math.Round(Math.Abs((total.Share!.Value * whole) - total.Amount!.Value.Amount), 2)
            : total.Amount?.Amount;
    }

    private static decimal? WholeOf(IngestedDocument document, Total part) => part is { Share: not null, Amount: not null }
        ? document.Totals.FirstOrDefault(total => total.Kind is null && total.Amount is not null && total.Scope == part.Scope && total.Of == part.Of && total.Status == part.Status)?.Amount?.Amount
        : null;

    private static decimal? OfDocument(IngestedDocument document) =>
        document.Actions.Any(action => action.TotalCost is not null) ? document.Actions.Sum(action => action.TotalCost?.Amount ?? 0) : null;
}
