using System.Collections.Immutable;

namespace Ingest.Classification;

/// <summary>Where texts of a leaf stand in another taxonomy.</summary>
/// <param name="Leaf">Leaf of the taxonomy that the crosswalk leads from.</param>
/// <param name="Places">Places of the one it leads to; their confidences make at most 1.</param>
public sealed record CrosswalkEntry(string Leaf, ImmutableArray<CrosswalkPlace> Places);

/// <summary>A place that texts of a leaf stand in.</summary>
/// <param name="To">Its id.</param>
/// <param name="Confidence">Share of the leaf's texts, 0..1.</param>
public sealed record CrosswalkPlace(string To, double Confidence);

/// <summary>From one taxonomy to another, many to many: what lets documents of different frameworks be compared.</summary>
/// <param name="From">Id of the taxonomy that texts are placed in first.</param>
/// <param name="To">Id of the other.</param>
/// <param name="Entries">One per leaf.</param>
public sealed record Crosswalk(string From, string To, ImmutableArray<CrosswalkEntry> Entries)
{
    /// <summary>Probabilities of leaves as probabilities of the other taxonomy's places, the best first.</summary>
    public ImmutableArray<LeafProbability> Apply(IEnumerable<LeafProbability> leaves)
    {
        var places = Entries.ToDictionary(entry => entry.Leaf, entry => entry.Places, StringComparer.Ordinal);
        return
        [
            .. leaves.Where(leaf => places.ContainsKey(leaf.Leaf))
                .SelectMany(leaf => places[leaf.Leaf].Select(place => (place.To, Share: leaf.Probability * place.Confidence)))
                .GroupBy(part => part.To, StringComparer.Ordinal)
                .Select(group => new LeafProbability(group.Key, group.Sum(part => part.Share)))
                .OrderByDescending(place => place.Probability).ThenBy(place => place.Leaf, StringComparer.Ordinal),
        ];
    }
}
