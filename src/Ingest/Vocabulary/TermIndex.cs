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

/// <summary>What the forms of a word share; the word itself where all its forms count as different.</summary>
internal delegate ReadOnlySpan<char> WordStem(ReadOnlySpan<char> word);

/// <summary>
/// Terms by their folded words, as a tree whose branches are words: each word of a label is looked up once, and most begin no term.
/// </summary>
internal sealed class TermIndex<T>
{
    private const int Root = 0;

    private readonly WordStem _stem;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<(int Node, int Word), int> _branches = [];
    private readonly Dictionary<int, T> _terms = [];
    private int _nodes = Root + 1;

    /// <param name="stem">What inflexions of a word share; null to compare words as they are.</param>
    public TermIndex(WordStem? stem = null)
    {
        _stem = stem ?? (static word => word);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The stems that terms begin with.</summary>
    public IEnumerable<string> FirstStems => _words.Where(word => _branches.ContainsKey((Root, word.Value))).Select(word => word.Key);

    /// <summary>Adds a term; the first meaning given to a term stays.</summary>
    public void Add(string term, T value)
    {
        var node = Root;
        foreach (var token in LabelTokens.Of(term))
            node = Grow(node, token.Text);
        Put(node, value);
    }

    /// <summary>Adds a term that is folded already.</summary>
    public void AddFolded(string folded, T value)
    {
        var node = Root;
        foreach (var part in folded.AsSpan().Split(' '))
        {
            if (folded.AsSpan(part) is { IsEmpty: false } word)
                node = Grow(node, word);
        }

        Put(node, value);
    }

    /// <summary>All terms in a label that are not inside a longer one, from left to right.</summary>
    public List<TermHit<T>> Find(ImmutableArray<LabelToken> tokens)
    {
        var hits = new List<TermHit<T>>();
        var covered = 0;
        for (var first = 0; first < tokens.Length; first++)
        {
            if (LongestAt(tokens, first) is not { } hit || hit.End <= covered)
                continue;
            covered = hit.End;
            hits.Add(hit);
        }

        return hits;
    }

    /// <summary>The longest term that begins with the word at <paramref name="first"/>, or null.</summary>
    public TermHit<T>? LongestAt(ImmutableArray<LabelToken> tokens, int first)
    {
        TermHit<T>? longest = null;
        var node = Root;
        for (var at = first; at < tokens.Length; at++)
        {
            if (!_lookup.TryGetValue(_stem(tokens[at].Text), out var word) || !_branches.TryGetValue((node, word), out node))
                break;
            if (_terms.TryGetValue(node, out var value))
                longest = new TermHit<T>(value, first, at - first + 1);
        }

        return longest;
    }

    private int Grow(int node, ReadOnlySpan<char> word)
    {
        var stem = _stem(word);
        if (!_lookup.TryGetValue(stem, out var known))
            _lookup[stem] = known = _words.Count;
        if (!_branches.TryGetValue((node, known), out var next))
            _branches[(node, known)] = next = _nodes++;
        return next;
    }

    private void Put(int node, T value)
    {
        if (node != Root)
            _terms.TryAdd(node, value);
    }
}
