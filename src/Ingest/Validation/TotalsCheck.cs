using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Validation;

/// <summary>Totals of themes and of the document against their parts.</summary>
internal static class TotalsCheck
{
    /// <summary>The totals, each with what its parts make.</summary>
    public static ImmutableArray<Total> Compare(CheckInput input)
    {
        var parts = new TotalParts(input);
        return [.. input.Totals.Select(item => parts.Of(item.Total, item.Pointer) is { } sum && item.Total.Amount is { } stated
            ? item.Total with { ComputedAmount = sum.Amount, Reconciled = input.Fits(stated, sum.Amount, [.. sum.Pointers, item.Pointer]) }
            : item.Total)];
    }

    public static IEnumerable<Finding> Check(CheckInput input)
    {
        foreach (var (total, pointer) in input.Totals.Where(item => item.Total.Amount is not null))
        {
            var stated = total.Amount!.Value;
            if (total.Reconciled is null)
                yield return BudgetFindings.UncheckedTotal.At(pointer, total.Evidence, total.Label, stated);
            else if (total.Reconciled == false && total.Scope == TotalScope.Theme)
                yield return BudgetFindings.ThemeSum.At(pointer, total.Evidence, total.Of ?? "", total.Label, stated, total.ComputedAmount!.Value);
            else if (total.Reconciled == false)
                yield return BudgetFindings.DocumentSum.At(pointer, total.Evidence, total.Label, stated, total.ComputedAmount!.Value);
        }

        foreach (var group in new TotalParts(input).Unplaced.GroupBy(item => item.Financer.Label, StringComparer.Ordinal))
        {
            var (financer, pointer) = group.First();
            yield return BudgetFindings.FinancerWithoutTotal.At(
                pointer, financer.Evidence, financer.Label, Euros.Sum(group.Select(item => item.Financer.Amount!.Value)));
        }
    }
}
