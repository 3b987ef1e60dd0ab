using Ingest.Model.Documents;
using Ingest.Model.Findings;

namespace Ingest.Validation;

/// <summary>Actions that have money and no cost, in a document that states the cost of the others: a line cut in two looks like that as well.</summary>
internal static class MissingCostCheck
{
    // Share of the actions that must have a cost for its absence to stand out.
    private const double UsualShare = 0.5;

    public static IEnumerable<Finding> Check(CheckInput input)
    {
        var actions = input.Document.Actions;
        if (actions.Count(action => action.TotalCost is not null) < UsualShare * actions.Length)
            yield break;
        foreach (var (action, pointer) in input.Actions.Where(item => item.Action.TotalCost is null && HasMoney(item.Action)))
            yield return BudgetFindings.MissingCost.At(pointer, action.Evidence, action.Title ?? action.Evidence.Text);
    }

    private static bool HasMoney(FundedAction action) => action.Financers.Any(financer => financer.Amount is not null);
}
