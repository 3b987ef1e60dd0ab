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
        var all = new TotalParts(input);
        var others = input.Actions.Any(item => item.Action.Decision is Decision.Refused or Decision.Deferred) ? NotFunded.Select(left => new TotalParts(input, left)).ToList() : [];
        return [.. input.Totals.Select(item => Compare(input, item.Total, item.Pointer, all, others))];
    }

    // What a sum may leave out, the likeliest first.
    private static readonly ImmutableArray<ImmutableArray<Decision>> NotFunded = [[Decision.Refused], [Decision.Refused, Decision.Deferred], [Decision.Deferred]];

    // A document may list what it refuses and leave it out of its sums: the actions that it funds explain them then.
    private static Total Compare(CheckInput input, Total total, string pointer, TotalParts all, List<TotalParts> others)
    {
        if (total.Amount is not { } stated || all.Of(total, pointer) is not { } sum)
            return total;
        bool Fits(PartsSum parts) => input.Fits(stated, parts.Amount, [.. parts.Pointers, pointer]);
        var fitting = Fits(sum) ? sum : others.Select(parts => parts.Of(total, pointer)).FirstOrDefault(parts => parts is not null && Fits(parts)) ?? sum;
        return total with { ComputedAmount = fitting.Amount, Reconciled = Fits(fitting) };
    }

    public static IEnumerable<Finding> Check(CheckInput input)
    {
        var parts = new TotalParts(input);
        foreach (var (total, pointer) in input.Totals.Where(item => item.Total is { Amount: not null, Reconciled: not true }))
            yield return input.Doubt.Tell(ToFinding(total, pointer), [pointer, .. parts.Of(total, pointer)?.Pointers ?? []]);

        foreach (var (total, pointer) in input.Totals.Where(item => item.Total is { Amount: not null, Reconciled: true }))
        {
            if (ToldRefused(input, total, pointer, parts) is { } finding)
                yield return finding;
        }

        foreach (var group in parts.Unplaced.GroupBy(item => item.Financer.Label, StringComparer.Ordinal))
        {
            var (financer, pointer) = group.First();
            var finding = BudgetFindings.FinancerWithoutTotal.At(
                pointer, financer.Evidence, financer.Label, Euros.Sum(group.Select(item => item.Financer.Amount!.Value)));
            yield return input.Doubt.Tell(finding, group.Select(item => item.Pointer));
        }
    }

    // What a reader must know of a sum beside actions that were not funded: whether they are in it.
    private static Finding? ToldRefused(CheckInput input, Total total, string pointer, TotalParts parts)
    {
        if (parts.Of(total, pointer) is not { } all)
            return null;
        if (total.ComputedAmount != all.Amount)
        {
            var left = NotFunded.Select(decisions => (Parts: new TotalParts(input, decisions).Of(total, pointer), Actions: parts.Decided(total, pointer, decisions).ToList())).FirstOrDefault(item => item.Parts?.Amount == total.ComputedAmount).Actions ?? [];
            return left.Count == 0 ? null : BudgetFindings.TotalWithoutRefused.At(pointer, total.Evidence, total.Label, total.Amount!.Value, left.Count, left[0].Title ?? "");
        }

        var refused = parts.Decided(total, pointer, [Decision.Refused]).Where(action => action.Financers.Any(financer => financer.Amount is { Amount: > 0 } && financer.Status == total.Status)).ToList();
        return refused.Count == 0 || total.Status == FundingStatus.Requested
            ? null
            : BudgetFindings.TotalWithRefused.At(pointer, total.Evidence, total.Label, total.Amount!.Value, refused.Count, refused[0].Title ?? "");
    }

    private static Finding ToFinding(Total total, string pointer) => total switch
    {
        { Reconciled: null } => BudgetFindings.UncheckedTotal.At(pointer, total.Evidence, total.Label, total.Amount!.Value),
        { Scope: TotalScope.Theme } => BudgetFindings.ThemeSum.At(pointer, total.Evidence, total.Of ?? "", total.Label, total.Amount!.Value, total.ComputedAmount!.Value),
        _ => BudgetFindings.DocumentSum.At(pointer, total.Evidence, total.Label, total.Amount!.Value, total.ComputedAmount!.Value),
    };
}
