using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Segmentation;

namespace Ingest.Validation;

/// <summary>The stated total charges of a sheet's budget against its stated total receipts: of money, else of money with what is given in kind.</summary>
internal static class BudgetSidesCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        foreach (var (action, pointer) in input.Actions)
        {
            if (Difference(input, pointer) is { } totals)
            {
                var difference = new Euros(Math.Abs(totals.Charges.Amount.Amount - totals.Receipts.Amount.Amount));
                var finding = BudgetFindings.BudgetSides.At(
                    pointer, SourceText.Concat([totals.Charges.Source, totals.Receipts.Source]).ToEvidence(), action.Title ?? "", totals.Charges.Amount, totals.Receipts.Amount, difference);
                yield return input.Doubt.Tell(finding, [pointer]);
            }
        }
    }

    /// <summary>Whether both sides of the budget of the action at a pointer are stated and differ.</summary>
    public static bool Differ(CheckInput input, string pointer) => Difference(input, pointer) is not null;

    // Of receipts asked for and granted those that fit count, where any do.
    private static (DraftAmount Charges, DraftAmount Receipts)? Difference(CheckInput input, string pointer)
    {
        if (input.BudgetOf(pointer) is not { Charges: { } charges } budget)
            return null;
        var pairs = budget.Receipts.Select(side => Comparable(charges, side)).OfType<(DraftAmount Charges, DraftAmount Receipts)>().ToList();
        return pairs.Count == 0 || pairs.Exists(pair => input.Fits(pair.Charges.Amount, pair.Receipts.Amount, [pair.Charges, pair.Receipts])) ? null : pairs[0];
    }

    private static (DraftAmount Charges, DraftAmount Receipts)? Comparable(DraftBudgetSide charges, DraftBudgetSide receipts) =>
        charges.Cash is { } cost && receipts.Cash is { } money ? (cost, money)
        : charges.Whole is { } all && receipts.Whole is { } given ? (all, given)
        : null;
}
