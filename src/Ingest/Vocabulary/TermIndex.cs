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
    private readonly Dictionary<string, int> _longestByFirstWord = new(StringComparer.Ordinal);

    /// <param name="stem">What inflexions of a word share; null to compare words as they are.</param>
    public TermIndex(Func<string, string>? stem = null) => _stem = stem ?? (word => word);

    /// <summary>Adds a term; the first meaning given to a term stays.</summary>
    public void Add(string term, T value) => AddWords(Words(LabelTokens.Of(term)), value);

    /// <summary>Adds a term that is folded already.</summary>
    public void AddFolded(string folded, T value) => AddWords([.. folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(_stem)], value);

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
        if (first >= words.Length || !_longestByFirstWord.TryGetValue(words[first], out var longest))
            return null;
        for (var count = Math.Min(longest, words.Length - first); count > 0; count--)
        {
            if (_terms.TryGetValue(string.Join(' ', words, first, count), out var value))
                return new TermHit<T>(value, first, count);
        }

        return null;
    }

    private void AddWords(string[] words, T value)
    {
        if (words.Length == 0)
            return;
        _terms.TryAdd(string.Join(' ', words), value);
        _longestByFirstWord[words[0]] = Math.Max(words.Length, _longestByFirstWord.GetValueOrDefault(words[0]));
    }

    private string[] Words(ImmutableArray<LabelToken> tokens) => [.. tokens.Select(token => _stem(token.Text))];
}
