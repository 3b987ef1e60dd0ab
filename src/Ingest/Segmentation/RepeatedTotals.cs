using System.Collections.Immutable;
using Ingest.Grammar;

namespace Ingest.Segmentation;

/// <summary>
/// The total of a theme that a document tells twice (below its actions and in a recapitulation) is one, read in both places.
/// Sums of the document stay apart: each is compared with parts of its own.
/// </summary>
internal static class RepeatedTotals
{
    /// <summary>The totals in order, each once.</summary>
    public static ImmutableArray<DraftTotal> Merge(IEnumerable<DraftTotal> totals)
    {
        var merged = ImmutableArray.CreateBuilder<DraftTotal>();
        foreach (var total in totals)
        {
            // What stands below a run of actions sums those, whatever another run with the same sum is called.
            var index = total.Run is null ? merged.ToList().FindIndex(known => IsSame(known, total)) : -1;
            if (index < 0)
                merged.Add(total);
            else
                merged[index] = merged[index] with { Share = merged[index].Share ?? total.Share, Again = [.. merged[index].Again, .. total.Amount is { } amount ? [total.Label, amount.Source] : ImmutableArray.Create(total.Label)] };
        }

        return merged.ToImmutable();
    }

    private static bool IsSame(DraftTotal one, DraftTotal other) => !one.Of.IsEmpty && one.Scope == other.Scope && one.IsCost == other.IsCost && one.Status == other.Status && one.Year == other.Year
        && one.Amount?.Amount == other.Amount?.Amount && one.Amount is not null && (one.Share is null || other.Share is null || one.Share.Share == other.Share.Share)
        && Folding.Fold(one.Of.Text) == Folding.Fold(other.Of.Text) && Folding.Fold(one.Label.Text) == Folding.Fold(other.Label.Text);
}
