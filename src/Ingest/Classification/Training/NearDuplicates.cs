using System.Collections.Immutable;
using Ingest.Grammar;

namespace Ingest.Classification.Training;

/// <summary>Two texts that say nearly the same.</summary>
/// <param name="One">Id of the first.</param>
/// <param name="Other">Id of the second.</param>
/// <param name="Likeness">Share of their words that they have in common, 0..1.</param>
public sealed record NearDuplicate(string One, string Other, double Likeness);

/// <summary>Labelled texts that repeat one another: they would flatter every score.</summary>
public static class NearDuplicates
{
    /// <summary>Pairs of texts whose sets of words overlap (Jaccard) at least so much.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="likeness">From which likeness on, 0..1.</param>
    public static ImmutableArray<NearDuplicate> Find(IReadOnlyList<LabelledText> texts, double likeness)
    {
        var words = texts.Select(text => Folding.Fold(text.Text).Split(' ').ToHashSet(StringComparer.Ordinal)).ToArray();
        // A pair that is near enough shares one of the rarest words of the shorter: only those that share a rare word are compared.
        var counts = words.SelectMany(set => set).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var found = new SortedSet<(int One, int Other)>();
        for (var i = 0; i < words.Length; i++)
        {
            var rarest = words[i].OrderBy(word => counts[word]).ThenBy(word => word, StringComparer.Ordinal).Take(Prefix(words[i].Count, likeness));
            foreach (var word in rarest)
            {
                var others = byWord.TryGetValue(word, out var known) ? known : byWord[word] = [];
                found.UnionWith(others.Where(j => Jaccard(words[i], words[j]) >= likeness).Select(j => (j, i)));
                others.Add(i);
            }
        }

        return [.. found.Select(pair => new NearDuplicate(texts[pair.One].Id, texts[pair.Other].Id, Jaccard(words[pair.One], words[pair.Other])))];
    }

    // Two sets that overlap by the share t agree in one of their n - ⌈t·n⌉ + 1 rarest words (prefix filtering).
    private static int Prefix(int count, double likeness) => count - (int)Math.Ceiling(likeness * count) + 1;

    private static double Jaccard(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return (double)common / (one.Count + other.Count - common);
    }
}
