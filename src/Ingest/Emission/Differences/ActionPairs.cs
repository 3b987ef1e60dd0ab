using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Documents;

namespace Ingest.Emission.Differences;

/// <summary>An action of the first document, the one of the second that is it, or one of them alone.</summary>
/// <param name="Before">The action in the first document.</param>
/// <param name="After">The action in the second document.</param>
/// <param name="Likeness">Likeness of their titles, 0 to 1; 1 where they are the same.</param>
internal sealed record ActionPair(FundedAction? Before, FundedAction? After, double Likeness);

/// <summary>
/// Actions of two documents → which is which. Titles that are the same come first, with the same porteur and cost before others;
/// the rest by the likeness of titles, the likest first, each action once. What is less alike than the threshold stays apart: two
/// actions taken for one would hide a removed and an added one.
/// </summary>
internal sealed class ActionPairs(DifferenceOptions options)
{
    /// <summary>The pairs: those of the first document in its order, then what only the second has.</summary>
    public ImmutableArray<ActionPair> Find(ImmutableArray<FundedAction> before, ImmutableArray<FundedAction> after)
    {
        var candidates =
            from one in Enumerable.Range(0, before.Length)
            from other in Enumerable.Range(0, after.Length)
            let likeness = Likeness(before[one].Title, after[other].Title)
            where likeness >= options.LeastLikeness || (likeness >= options.LeastLikenessOfSame && HasSameRest(before[one], after[other]))
            let same = (SamePorteur(before[one], after[other]) ? 2 : 0) + (before[one].TotalCost == after[other].TotalCost ? 1 : 0)
            orderby likeness descending, same descending, Math.Abs(one - other), one
            select (One: one, Other: other, Likeness: likeness);
        var (partners, taken) = (new (int Other, double Likeness)?[before.Length], new HashSet<int>());
        foreach (var (one, other, likeness) in candidates)
        {
            if (partners[one] is null && taken.Add(other))
                partners[one] = (other, likeness);
        }

        return
        [
            .. before.Select((action, index) => partners[index] is { } partner ? new ActionPair(action, after[partner.Other], partner.Likeness) : new ActionPair(action, null, 0)),
            .. after.Where((_, index) => !taken.Contains(index)).Select(action => new ActionPair(null, action, 0)),
        ];
    }

    private static bool HasSameRest(FundedAction one, FundedAction other) => SamePorteur(one, other) && one.TotalCost is not null && one.TotalCost == other.TotalCost;

    private static bool SamePorteur(FundedAction one, FundedAction other) => one.Porteur is { } first && other.Porteur is { } second && TextKey.Letters(first.Label) == TextKey.Letters(second.Label);

    private static double Likeness(string? one, string? other)
    {
        var (first, second) = (TextKey.Letters(one ?? ""), TextKey.Letters(other ?? ""));
        return first.Length == 0 || second.Length == 0 ? 0 : 1 - ((double)EditDistance.Of(first, second) / Math.Max(first.Length, second.Length));
    }
}
