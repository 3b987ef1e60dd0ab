using System.Collections.Immutable;

namespace Ingest.Vocabulary;

/// <summary>
/// Words that text recognition misread by one pair of letters that look alike (« coltégiens », « Sous-totai »), put right where exactly one
/// word of French, or one label of the trade where a word stands alone (« Vite » at the head of a column), is that near. Names begin with a
/// capital and figures have digits: neither is touched, but for long words that open a line.
/// </summary>
/// <param name="lexicon">The words of French.</param>
/// <param name="options">Confusions and labels.</param>
public sealed class LookAlikeWords(FrenchLexicon lexicon, LookAlikeOptions options)
{
    private readonly HashSet<string> _labels = options.Labels.ToHashSet(StringComparer.Ordinal);

    /// <summary>The word that it must be; null where it stays as it was read.</summary>
    /// <param name="word">The word as read, with the marks that stand at it.</param>
    /// <param name="isFirst">Whether it is the first of its line.</param>
    /// <param name="isAlone">Whether nothing else stands on its line.</param>
    public string? Mend(string word, bool isFirst, bool isAlone)
    {
        var (from, to) = (0, word.Length);
        while (from < to && !char.IsLetter(word[from]))
            from++;
        while (to > from && !char.IsLetter(word[to - 1]))
            to--;
        var core = word[from..to];
        if (core.Any(char.IsAsciiDigit) || core.Length == 0)
            return null;
        var mended = isAlone && from == 0 && to == word.Length ? AsLabel(core) : null;
        mended ??= InParts(core) ?? (isFirst ? AsOpening(core) : null);
        return mended is null ? null : word[..from] + mended + word[to..];
    }

    private string? AsLabel(string word) => word.Length > 2 && char.IsUpper(word[0]) && !word.Skip(1).All(char.IsUpper) && !_labels.Contains(word) ? Only(word, _labels.Contains) : null;

    // « Muiltiplier les contacts »: a word of French with a capital.
    private string? AsOpening(string word)
    {
        if (word.Length < options.ShortestOpening || !word.All(char.IsLetter) || !char.IsUpper(word[0]) || !word.Skip(1).All(char.IsLower) || lexicon.IsWord(word))
            return null;
        bool IsCommon(string other) => char.IsUpper(other[0]) && lexicon.IsWord(char.ToLowerInvariant(other[0]) + other[1..]) && !lexicon.IsProperNoun(other);
        return Only(word, IsCommon);
    }

    // « Sous-totai », « l'accompagneiment »: each part is a word.
    private string? InParts(string word)
    {
        var parts = Split(word);
        var at = parts.FindIndex(part => part.Length >= options.ShortestWord && part.All(char.IsLetter) && char.IsLower(part[0]) && part.Skip(1).All(char.IsLower) && !lexicon.IsWord(part));
        if (at < 0 || lexicon.IsWord(word) || Only(parts[at], lexicon.IsWord) is not { } mended)
            return null;
        parts[at] = mended;
        return string.Concat(parts);
    }

    private static List<string> Split(string word)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsLetter(word[i]))
                continue;
            parts.Add(word[start..i]);
            parts.Add(word[i..(i + 1)]);
            start = i + 1;
        }

        parts.Add(word[start..]);
        return parts;
    }

    // The only word at one confusion's distance; null where there is none, or more than one.
    private string? Only(string word, Func<string, bool> isKnown)
    {
        var found = Neighbours(word).Where(isKnown).Distinct(StringComparer.Ordinal).Take(2).ToImmutableArray();
        return found is [var only] ? only : null;
    }

    private IEnumerable<string> Neighbours(string word)
    {
        foreach (var (one, other) in options.Confusions.SelectMany(pair => ((string, string)[])[pair, (pair.Other, pair.One)]))
        {
            for (var at = word.IndexOf(one, StringComparison.Ordinal); at >= 0; at = word.IndexOf(one, at + 1, StringComparison.Ordinal))
                yield return string.Concat(word.AsSpan(0, at), other, word.AsSpan(at + one.Length));
        }
    }
}
