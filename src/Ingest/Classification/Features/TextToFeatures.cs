using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Ingest.Classification.Features;

/// <summary>Text to counted features: stems, pairs of stems, runs of characters, terms of the lexicons.</summary>
internal sealed class TextToFeatures
{
    // Stems of the longest term of a lexicon that is compared; the rest of a longer one says nothing more.
    private const int LongestTerm = 4;

    private readonly TextToTokens _tokens;
    private readonly FeatureOptions _options;
    private readonly Dictionary<string, ImmutableArray<uint>> _terms;

    public TextToFeatures(Glossary glossary, LeafLexicon lexicon, IEnumerable<string> littleWords, FeatureOptions options)
    {
        _tokens = new TextToTokens(glossary, littleWords);
        _options = options;
        _terms = TermsOf(lexicon);
    }

    /// <summary>The features of a text, each once.</summary>
    public IReadOnlyCollection<CountedFeature> Features(string text)
    {
        var counts = new Dictionary<uint, CountedFeature>();
        var tokens = _tokens.Tokens(text);
        AddWords(counts, tokens);
        AddTerms(counts, tokens);
        foreach (var token in tokens)
        {
            if (token.IsRead)
                AddGrams(counts, token.Folded);
        }

        return counts.Values;
    }

    /// <summary>The words of a text with the keys of the features that they make alone: to tell which weighed most.</summary>
    public IEnumerable<(string Word, uint Key)> Words(string text) =>
        _tokens.Tokens(text).Where(token => token.IsRead && token.Stem.Length > 0).Select(token => (token.Folded, Key(FeatureKind.Word, token.Stem)));

    /// <summary>Key of a feature.</summary>
    public static uint Key(FeatureKind kind, ReadOnlySpan<char> text)
    {
        // FNV-1a, 32 bits, over UTF-16 units.
        var hash = (2166136261u ^ (byte)kind) * 16777619u;
        foreach (var c in text)
        {
            hash = (hash ^ (byte)c) * 16777619u;
            hash = (hash ^ (byte)(c >> 8)) * 16777619u;
        }

        return hash;
    }

    private void AddWords(Dictionary<uint, CountedFeature> counts, ImmutableArray<Token> tokens)
    {
        var last = new Queue<string>(_options.PairReach + 1);
        foreach (var token in tokens)
        {
            if (token.Stem.Length == 0)
                continue;
            Add(counts, FeatureKind.Word, Key(FeatureKind.Word, token.Stem));
            if (token.IsRead)
            {
                foreach (var before in last)
                    Add(counts, FeatureKind.Pair, Key(FeatureKind.Pair, before + " " + token.Stem));
                last.Enqueue(token.Stem);
                if (last.Count > _options.PairReach)
                    last.Dequeue();
            }
        }
    }

    private void AddTerms(Dictionary<uint, CountedFeature> counts, ImmutableArray<Token> tokens)
    {
        var stems = tokens.Where(token => token.Stem.Length > 0).Select(token => token.Stem).ToArray();
        var isTaken = new bool[stems.Length];
        for (var length = LongestTerm; length > 0; length--)
        {
            for (var start = 0; start + length <= stems.Length; start++)
            {
                if (isTaken.AsSpan(start, length).Contains(true) || !_terms.TryGetValue(length == 1 ? stems[start] : string.Join(' ', stems, start, length), out var leaves))
                    continue;
                isTaken.AsSpan(start, length).Fill(true);
                foreach (var leaf in leaves)
                    Add(counts, FeatureKind.Lexicon, leaf, 1f / leaves.Length);
            }
        }
    }

    private void AddGrams(Dictionary<uint, CountedFeature> counts, string word)
    {
        // The blanks around a word are part of its runs: beginnings and endings count as such.
        Span<char> padded = word.Length < 62 ? stackalloc char[word.Length + 2] : new char[word.Length + 2];
        padded[0] = ' ';
        word.CopyTo(padded[1..]);
        padded[^1] = ' ';
        for (var length = _options.ShortestGram; length <= _options.LongestGram; length++)
        {
            for (var start = 0; start + length <= padded.Length; start++)
                Add(counts, FeatureKind.Gram, Key(FeatureKind.Gram, padded.Slice(start, length)));
        }
    }

    private static void Add(Dictionary<uint, CountedFeature> counts, FeatureKind kind, uint key, float count = 1)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        entry = new CountedFeature(key, kind, entry.Count + count);
    }

    private Dictionary<string, ImmutableArray<uint>> TermsOf(LeafLexicon lexicon)
    {
        var terms = new Dictionary<string, ImmutableArray<uint>>(StringComparer.Ordinal);
        foreach (var leaf in lexicon.Leaves)
        {
            var key = Key(FeatureKind.Lexicon, leaf.Leaf);
            foreach (var term in leaf.Terms)
            {
                var stems = string.Join(' ', _tokens.Tokens(term).Where(token => token.IsRead && token.Stem.Length > 0).Select(token => token.Stem).Take(LongestTerm));
                if (stems.Length > 0 && !(terms.GetValueOrDefault(stems) is { IsDefault: false } known && known.Contains(key)))
                    terms[stems] = terms.GetValueOrDefault(stems) is { IsDefault: false } before ? before.Add(key) : [key];
            }
        }

        return terms.ToDictionary(StringComparer.Ordinal);
    }
}
