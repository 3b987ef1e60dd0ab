using Ingest.Model.Findings;

namespace Ingest.Validation;

/// <summary>The cost that a sheet states beside its budget against the total charges of the budget.</summary>
internal static class CostsDifferCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        foreach (var (action, pointer) in input.Actions)
        {
            if (input.BudgetOf(pointer) is not { StatedCost: { } stated } || action.TotalCost is not { } cost || input.Fits(stated.Amount, cost, [stated]))
                continue;
            var finding = BudgetFindings.CostsDiffer.At(pointer, stated.Source.ToEvidence(), action.Title ?? "", stated.Amount, cost);
            yield return input.Doubt.Tell(finding, [pointer + "/totalCost"]);
        }
    }
}
