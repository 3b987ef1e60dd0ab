using Ingest.Model.Findings;
using Ingest.Model.Values;
using Ingest.Segmentation;

namespace Ingest.Validation;

/// <summary>The totals of each side of a sheet's budget, and those of its accounts, against their lines.</summary>
internal static class BudgetSideSumCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        foreach (var (action, pointer) in input.Actions)
        {
            if (input.BudgetOf(pointer) is not { } budget)
                continue;
            foreach (var side in budget.Receipts.Prepend(budget.Charges).OfType<DraftBudgetSide>())
            {
                foreach (var (label, stated, computed) in Wrong(input, side))
                    yield return input.Doubt.Tell(BudgetFindings.BudgetSideSum.At(pointer, stated.Source.ToEvidence(), action.Title ?? "", label, stated.Amount, computed), [pointer]);
            }
        }
    }

    private static IEnumerable<(string Label, DraftAmount Stated, Euros Computed)> Wrong(CheckInput input, DraftBudgetSide side)
    {
        foreach (var sum in side.Subtotals)
        {
            var computed = Euros.Sum(sum.Parts.Select(part => part.Amount));
            if (!input.Fits(sum.Stated.Amount, computed, sum.Parts.Append(sum.Stated)))
                yield return (sum.Label.Text, sum.Stated, computed);
        }

        // A total without lines sums up what another table says.
        if (side.Lines.IsEmpty)
            yield break;
        var money = side.Lines.Where(line => !line.IsInKind).ToList();
        var cash = Euros.Sum(money.Select(line => line.Amount.Amount));
        if (side.Cash is { } total && money.Count > 0 && !input.Fits(total.Amount, cash, money.Select(line => line.Amount).Append(total)))
            yield return (side.TotalLabel.Text, total, cash);
        var all = Euros.Sum(side.Lines.Select(line => line.Amount.Amount));
        // Some sheets leave what is given in kind out of the line below it as well.
        if (side.Whole is { } whole && !input.Fits(whole.Amount, all, side.Lines.Select(line => line.Amount).Append(whole)) && !input.Fits(whole.Amount, cash, money.Select(line => line.Amount).Append(whole)))
            yield return (side.TotalLabel.Text, whole, all);
    }
}
