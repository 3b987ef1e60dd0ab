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
        var parts = new TotalParts(input);
        foreach (var (total, pointer) in input.Totals.Where(item => item.Total is { Amount: not null, Reconciled: not true }))
            yield return input.Doubt.Tell(ToFinding(total, pointer), [pointer, .. parts.Of(total, pointer)?.Pointers ?? []]);

        foreach (var group in parts.Unplaced.GroupBy(item => item.Financer.Label, StringComparer.Ordinal))
        {
            var (financer, pointer) = group.First();
            var finding = BudgetFindings.FinancerWithoutTotal.At(
                pointer, financer.Evidence, financer.Label, Euros.Sum(group.Select(item => item.Financer.Amount!.Value)));
            yield return input.Doubt.Tell(finding, group.Select(item => item.Pointer));
        }
    }

    private static Finding ToFinding(Total total, string pointer) => total switch
    {
        { Reconciled: null } => BudgetFindings.UncheckedTotal.At(pointer, total.Evidence, total.Label, total.Amount!.Value),
        { Scope: TotalScope.Theme } => BudgetFindings.ThemeSum.At(pointer, total.Evidence, total.Of ?? "", total.Label, total.Amount!.Value, total.ComputedAmount!.Value),
        _ => BudgetFindings.DocumentSum.At(pointer, total.Evidence, total.Label, total.Amount!.Value, total.ComputedAmount!.Value),
    };
}
