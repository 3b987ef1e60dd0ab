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
        // Where both sides of a budget are told to differ, its cost and its plan differ for the same reason.
        foreach (var (action, pointer, sum, figures, _) in compared.Where(comparison => !comparison.Fits && !BudgetSidesCheck.Differ(input, comparison.Pointer)))
        {
            var cost = action.TotalCost!.Value;
            var evidence = action.FieldEvidence.GetValueOrDefault("totalCost") ?? action.Evidence;
            // What was asked is no plan of an action that is not funded; nor is what was asked of one payer, of any.
            var isPlan = action.Financers.Any(financer => financer.Status != FundingStatus.Requested)
                || (action.Decision is not (Decision.Refused or Decision.Deferred) && action.Financers.Select(financer => financer.Label).Distinct(StringComparer.Ordinal).Count() > 1);
            var finding = (isComplete && isPlan) || sum.Amount > cost.Amount
                ? BudgetFindings.ActionSum.At(pointer, evidence, action.Title ?? "", cost, sum, cost - sum)
                : BudgetFindings.PartialPlan.At(pointer, evidence, action.Title ?? "", cost, sum);
            yield return input.Doubt.Tell(finding, figures);
        }
    }

    /// <summary>Whether the plan of an action makes its cost, to the cent as written.</summary>
    public static bool Balances(CheckInput input, FundedAction action, string pointer) => Compare(input, action, pointer) is { Fits: true };

    private static Comparison? Compare(CheckInput input, FundedAction action, string pointer)
    {
        if (action.TotalCost is not { } cost)
            return null;
        // Of requested and granted money the plan that makes the cost, where there is one.
        var plans = ActionPlan.AllOf(action)
            .Select(plan =>
            {
                string[] figures = [pointer + "/totalCost", .. plan.Financers.Select(index => FormattableString.Invariant($"{pointer}/financers/{index}"))];
                return new Comparison(action, pointer, plan.Sum, figures, input.Fits(cost, plan.Sum, figures));
            })
            .ToList();
        return plans.Find(plan => plan.Fits) ?? plans.FirstOrDefault();
    }

    private sealed record Comparison(FundedAction Action, string Pointer, Euros Sum, IReadOnlyList<string> Figures, bool Fits);
}
