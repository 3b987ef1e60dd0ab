using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Validation;

/// <summary>Written percentages against their amounts, and the shares of a recapitulation against 100 %.</summary>
internal static class SharesCheck
{
    public static IEnumerable<Finding> Check(CheckInput input) => [.. OfActions(input), .. OfTotals(input)];

    // Fewer shares say too little of what they are shares of.
    private const int LeastShares = 3;

    // So many of them (0..1) must be those of one thing for the others to be mistakes.
    private const double MostlyOf = 0.5;

    private static IEnumerable<Finding> OfActions(CheckInput input)
    {
        var written = input.Actions.SelectMany(item => item.Action.Financers.Select((financer, index) => new Written(item.Action, financer, $"{item.Pointer}/financers/{index}", item.Pointer + "/totalCost")))
            .Where(item => item.Financer is { Share: not null, Amount: not null }).ToList();
        var bases = Bases(input).Select(basis => written.Select(item => (Written: item, Whole: basis(item))).Where(item => item.Whole is { Amount: > 0 }).ToList()).ToList();
        int Right(List<(Written Written, Euros? Whole)> basis) => basis.Count(item => Fits(input, item.Written.Financer.Share!.Value, item.Written.Financer.Amount!.Value, item.Whole!.Value, item.Written.Pointer, out _));
        // Percentages are shares of the cost, if nothing else suits most of them.
        var ofCost = bases[0];
        var chosen = ofCost.Count < LeastShares || Right(ofCost) >= MostlyOf * ofCost.Count ? ofCost : bases.Skip(1).MaxBy(Right)!;
        if (chosen != ofCost && Right(chosen) < MostlyOf * written.Count)
        {
            var first = ofCost[0].Written;
            yield return BudgetFindings.ShareBasis.At(first.Pointer, first.Financer.Evidence, first.Financer.Label, new Percent(first.Financer.Share!.Value), ofCost.Count);
            yield break;
        }

        foreach (var (item, whole) in chosen)
        {
            if (!Fits(input, item.Financer.Share!.Value, item.Financer.Amount!.Value, whole!.Value, item.Pointer, out var computed))
                yield return input.Doubt.Tell(BudgetFindings.ShareMismatch.At(item.Pointer, item.Financer.Evidence, item.Financer.Label, new Percent(item.Financer.Share.Value), new Percent(computed)), [item.Pointer, item.Cost]);
        }
    }

    // What a percentage beside an amount may be a share of, the likeliest first.
    private static IEnumerable<Func<Written, Euros?>> Bases(CheckInput input)
    {
        var all = input.Actions.SelectMany(item => item.Action.Financers).Where(financer => financer.Amount is not null).ToLookup(financer => (financer.Label, financer.Status), financer => financer.Amount!.Value);
        yield return item => item.Action.TotalCost;
        yield return item => Euros.Sum(item.Action.Financers.Where(other => other.Status == item.Financer.Status && other.Amount is not null).Select(other => other.Amount!.Value));
        yield return item => Euros.Sum(all[(item.Financer.Label, item.Financer.Status)]);
        yield return item => item.Financer.Status == FundingStatus.Requested ? null
            : item.Action.Financers.FirstOrDefault(other => other.Label == item.Financer.Label && other.Status == FundingStatus.Requested)?.Amount;
    }

    private sealed record Written(FundedAction Action, Financer Financer, string Pointer, string Cost);

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
