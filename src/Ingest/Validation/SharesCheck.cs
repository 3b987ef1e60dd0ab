using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Validation;

/// <summary>Written percentages against their amounts, and the shares of a recapitulation against 100 %.</summary>
internal static class SharesCheck
{
    public static IEnumerable<Finding> Check(CheckInput input) => [.. OfActions(input), .. OfTotals(input)];

    private static IEnumerable<Finding> OfActions(CheckInput input)
    {
        foreach (var (action, pointer) in input.Actions.Where(item => item.Action.TotalCost is { Amount: > 0 }))
        {
            for (var i = 0; i < action.Financers.Length; i++)
            {
                var (financer, at) = (action.Financers[i], $"{pointer}/financers/{i}");
                if (financer is { Share: { } share, Amount: { } amount } && !Fits(input, share, amount, action.TotalCost!.Value, at, out var computed))
                    yield return input.Doubt.Tell(BudgetFindings.ShareMismatch.At(at, financer.Evidence, financer.Label, new Percent(share), new Percent(computed)), [at, pointer + "/totalCost"]);
            }
        }
    }

    private static IEnumerable<Finding> OfTotals(CheckInput input)
    {
        foreach (var group in input.Totals.Where(item => item.Total is { Share: not null, Amount: not null }).GroupBy(item => (item.Total.Scope == TotalScope.Document, item.Total.Status)))
        {
            var lines = group.ToList();
            if (Whole(lines) is not ({ Amount: > 0 } whole, var ofWhole))
                continue;
            foreach (var (total, pointer) in lines)
            {
                if (!Fits(input, total.Share!.Value, total.Amount!.Value, whole, pointer, out var computed))
                    yield return input.Doubt.Tell(BudgetFindings.ShareMismatch.At(pointer, total.Evidence, total.Label, new Percent(total.Share.Value), new Percent(computed)), [pointer, .. ofWhole]);
            }

            // Each share may be rounded by half of its last digit, one way or the other.
            var parts = lines.Where(item => item.Total.Kind is not null).ToList();
            var sum = parts.Sum(item => item.Total.Share!.Value);
            if (parts.Count > 1 && parts.Count == lines.Count(item => item.Total.Kind is not null) && parts.Sum(item => item.Total.Amount!.Value.Amount) == whole.Amount
                && Math.Abs(sum - 1) > input.Tolerance.ShareSlack + parts.Sum(item => input.WrittenRounding(item.Pointer + "/share")))
                yield return input.Doubt.Tell(BudgetFindings.SharesTotal.At(parts[0].Pointer, parts[0].Total.Evidence, new Percent(sum)), parts.Select(item => item.Pointer));
        }
    }

    // The whole is the line that says 100 % or sums costs; without one, the lines together.
    private static (Euros Whole, IEnumerable<string> Figures)? Whole(List<(Total Total, string Pointer)> lines) =>
        lines.FindIndex(item => item.Total.Kind is null && item.Total.Of is null) is var index and >= 0 ? (lines[index].Total.Amount!.Value, [lines[index].Pointer])
        : lines.Count > 1 ? (Euros.Sum(lines.Select(item => item.Total.Amount!.Value)), lines.Select(item => item.Pointer))
        : null;

    private static bool Fits(CheckInput input, decimal share, Euros amount, Euros whole, string pointer, out decimal computed)
    {
        computed = amount.Amount / whole.Amount;
        // An amount in « k€ » moves the share by its own rounding too.
        var slack = input.Tolerance.ShareSlack + input.WrittenRounding(pointer + "/share")
            + (input.WrittenRounding(pointer) is var half && half > 0.5m ? half / whole.Amount : 0);
        return Math.Abs(share - computed) <= slack;
    }
}
