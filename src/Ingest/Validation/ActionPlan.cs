using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Values;

namespace Ingest.Validation;

/// <summary>What pays for an action: the entries of one status. Requested and granted money of one payer are two entries, and a plan is made of one status.</summary>
/// <param name="Sum">Their sum.</param>
/// <param name="Financers">Which financers of the action they are.</param>
internal sealed record ActionPlan(Euros Sum, ImmutableArray<int> Financers)
{
    /// <summary>
    /// The plans of an action, one for each status, those with most entries first; behind them all entries together where each payer is told with
    /// one status only: what one has paid and another promised make one plan. What is given in kind is in no plan.
    /// </summary>
    public static ImmutableArray<ActionPlan> AllOf(FundedAction action)
    {
        var entries = action.Financers.Index().Where(item => item.Item.Amount is not null && item.Item.Kind != "valorisation").ToList();
        var plans = entries.GroupBy(item => item.Item.Status).OrderByDescending(group => group.Count()).Select(Of).ToList();
        if (plans.Count > 1 && entries.GroupBy(item => Folding.Fold(item.Item.Label)).All(payer => payer.Count() == 1))
            plans.Add(Of(entries));
        return [.. plans];
    }

    private static ActionPlan Of(IEnumerable<(int Index, Financer Item)> entries) =>
        new(Euros.Sum(entries.Select(item => item.Item.Amount!.Value)), [.. entries.Select(item => item.Index)]);
}
