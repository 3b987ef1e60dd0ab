using System.Collections.Immutable;

namespace Ingest.Collections;

/// <summary>
/// A small sketch of a set of words from which it can be told how much two sets have in common: of each of many orders of all
/// words, the first word of the set. Two sketches agree in as many places as the sets share of what they have together (their
/// resemblance), but for chance: ±0.04 with <see cref="Size"/> places.
/// </summary>
/// <remarks>A. Broder, « On the resemblance and containment of documents », SEQUENCES 1997.</remarks>
public static class TextSketch
{
    /// <summary>Number of places.</summary>
    public const int Size = 128;

    // 2^64 divided by the golden ratio: the step between the seeds of SplitMix64.
    private const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>The sketch of a set; empty where the set is.</summary>
    /// <param name="words">The words; those that come twice count once.</param>
    public static ImmutableArray<uint> Of(IEnumerable<string> words)
    {
        var hashes = words.Select(Hash).ToHashSet();
        if (hashes.Count == 0)
            return [];
        var least = new uint[Size];
        Array.Fill(least, uint.MaxValue);
        foreach (var hash in hashes)
        {
            var seed = hash;
            for (var place = 0; place < Size; place++)
            {
                seed = unchecked(seed + Step);
                least[place] = Math.Min(least[place], (uint)(Mix(seed) >> 32));
            }
        }

        return ImmutableArray.Create(least);
    }

    /// <summary>How much two sets have in common, 0..1; 0 where one is empty.</summary>
    public static double Resemblance(ImmutableArray<uint> one, ImmutableArray<uint> other)
    {
        if (one.IsEmpty || other.IsEmpty)
            return 0;
        var same = 0;
        for (var place = 0; place < Size; place++)
            same += one[place] == other[place] ? 1 : 0;
        return (double)same / Size;
    }

    /// <summary>A number for some places of a sketch.</summary>
    /// <param name="first">The first of the places.</param>
    /// <param name="places">What stands in them.</param>
    internal static long HashOf(int first, ReadOnlySpan<uint> places)
    {
        var hash = (ulong)first;
        foreach (var place in places)
            hash = Mix(hash ^ place);
        return unchecked((long)hash);
    }

    /// <summary>A number for a text, the same on every machine and in every run, as string.GetHashCode is not.</summary>
    /// <remarks>FNV-1a, 64 bits, over the characters' halves.</remarks>
    public static ulong Hash(string word)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in word)
            hash = unchecked((((hash ^ (byte)c) * 0x100000001B3) ^ (byte)(c >> 8)) * 0x100000001B3);
        return Mix(hash);
    }

    // The last steps of SplitMix64 (Steele, Lea, Flood, « Fast splittable pseudorandom number generators », OOPSLA 2014).
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
