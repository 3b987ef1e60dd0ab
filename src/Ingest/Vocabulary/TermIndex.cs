using System.Collections.Immutable;

namespace Ingest.Vocabulary;

/// <summary>A term found in a label: whole words only.</summary>
/// <param name="Value">What the term stands for.</param>
/// <param name="First">Index of its first word in the label.</param>
/// <param name="Count">Number of words.</param>
internal readonly record struct TermHit<T>(T Value, int First, int Count)
{
    public int End => First + Count;
}

/// <summary>Terms by their folded words.</summary>
internal sealed class TermIndex<T>
{
    private readonly Dictionary<string, T> _terms = new(StringComparer.Ordinal);
    private readonly Func<string, string> _stem;
    private int _longest;

    /// <param name="stem">What inflexions of a word share; null to compare words as they are.</param>
    public TermIndex(Func<string, string>? stem = null) => _stem = stem ?? (word => word);

    /// <summary>Adds a term; the first meaning given to a term stays.</summary>
    public void Add(string term, T value)
    {
        var words = Words(LabelTokens.Of(term));
        if (words.Length == 0)
            return;
        _terms.TryAdd(string.Join(' ', words), value);
        _longest = Math.Max(_longest, words.Length);
    }

    /// <summary>All terms in a label that are not inside a longer one, from left to right.</summary>
    public List<TermHit<T>> Find(ImmutableArray<LabelToken> tokens)
    {
        var words = Words(tokens);
        var hits = new List<TermHit<T>>();
        var covered = 0;
        for (var first = 0; first < words.Length; first++)
        {
            if (LongestAt(words, first) is not { } hit || hit.End <= covered)
                continue;
            covered = hit.End;
            hits.Add(hit);
        }

        return hits;
    }

    /// <summary>The longest term that begins with the word at <paramref name="first"/>, or null.</summary>
    public TermHit<T>? LongestAt(ImmutableArray<LabelToken> tokens, int first) => LongestAt(Words(tokens), first);

    private TermHit<T>? LongestAt(string[] words, int first)
    {
        for (var count = Math.Min(_longest, words.Length - first); count > 0; count--)
        {
            if (_terms.TryGetValue(string.Join(' ', words, first, count), out var value))
                return new TermHit<T>(value, first, count);
        }

        return null;
    }

    private string[] Words(ImmutableArray<LabelToken> tokens) => [.. tokens.Select(token => _stem(token.Text))];
}
