using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Values;

namespace Ingest.Validation;

/// <summary>What pays for an action: the entries of one status. Requested and granted money of one payer are two entries, and a plan is made of one status.</summary>
/// <param name="Sum">Their sum.</param>
/// <param name="Financers">Which financers of the action they are.</param>
internal sealed record ActionPlan(Euros Sum, ImmutableArray<int> Financers)
{
    /// <summary>The plans of an action, one for each status, those with most entries first. What is given in kind is in no plan.</summary>
    public static ImmutableArray<ActionPlan> AllOf(FundedAction action) =>
    [
        .. action.Financers.Index()
            .Where(item => item.Item.Amount is not null && item.Item.Kind != "valorisation")
            .GroupBy(item => item.Item.Status)
            .Select(group => group.ToList())
            .OrderByDescending(group => group.Count)
            .Select(plan => new ActionPlan(Euros.Sum(plan.Select(item => item.Item.Amount!.Value)), [.. plan.Select(item => item.Index)])),
    ];
}
