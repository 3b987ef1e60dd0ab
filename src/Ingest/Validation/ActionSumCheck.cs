using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Validation;

/// <summary>
/// Each action's cost against its financers. A document whose plans are partial by design (nearly no cost is covered) has no
/// imbalance: that is told once an action as information.
/// </summary>
internal static class ActionSumCheck
{
    // Where at least half of the plans are complete, the others are meant to be.
    private const double CompleteShare = 0.5;

    public static IEnumerable<Finding> Check(CheckInput input)
    {
        var compared = input.Actions.Select(item => Compare(input, item.Action, item.Pointer)).OfType<Comparison>().ToList();
        var isComplete = compared.Count(comparison => comparison.Fits) >= CompleteShare * compared.Count;
        foreach (var (action, pointer, sum, fits) in compared.Where(comparison => !comparison.Fits))
        {
            var cost = action.TotalCost!.Value;
            var evidence = action.FieldEvidence.GetValueOrDefault("totalCost") ?? action.Evidence;
            yield return isComplete || sum.Amount > cost.Amount
                ? BudgetFindings.ActionSum.At(pointer, evidence, action.Title ?? "", cost, sum, cost - sum)
                : BudgetFindings.PartialPlan.At(pointer, evidence, action.Title ?? "", cost, sum);
        }
    }

    /// <summary>Whether the plan of an action makes its cost, to the cent as written.</summary>
    public static bool Balances(CheckInput input, FundedAction action, string pointer) => Compare(input, action, pointer) is { Fits: true };

    private static Comparison? Compare(CheckInput input, FundedAction action, string pointer)
    {
        if (action.TotalCost is not { } cost)
            return null;
        // Requested and granted money of one payer are two entries: a plan is made of one status, the one that makes the cost
        // where there is one.
        var plans = action.Financers
            .Select((financer, index) => (financer, Pointer: $"{pointer}/financers/{index}"))
            .Where(item => item.financer.Amount is not null && item.financer.Kind != "valorisation")
            .GroupBy(item => item.financer.Status)
            .Select(group =>
            {
                var sum = Euros.Sum(group.Select(item => item.financer.Amount!.Value));
                var fits = input.Fits(cost, sum, group.Select(item => item.Pointer).Append(pointer + "/totalCost"));
                return (Count: group.Count(), Plan: new Comparison(action, pointer, sum, fits));
            })
            .ToList();
        return plans.Count == 0 ? null : plans.MaxBy(plan => (plan.Plan.Fits, plan.Count)).Plan;
    }

    private sealed record Comparison(FundedAction Action, string Pointer, Euros Sum, bool Fits);
}
