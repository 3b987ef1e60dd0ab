namespace Ingest.Layout;

/// <summary>How often each word stands in the document: what a document writes elsewhere tells how a cut word goes together.</summary>
internal sealed class WordInventory
{
    private readonly Dictionary<string, int> _counts;

    private WordInventory(IReadOnlyList<string> words)
    {
        _counts = words
            .Where(word => !EndsWithHyphen(word))
            .Select(Core)
            .Where(word => word.Length > 0)
            .GroupBy(word => word, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        IsHyphenated = words.Zip(words.Skip(1)).Any(pair => EndsWithHyphen(pair.First) && char.IsLower(pair.Second[0])
            && Count(pair.First[..^1] + pair.Second) > 0 && Count(pair.First + pair.Second) == 0);
    }

    /// <summary>
    /// Whether the document was hyphenated by a typesetter: somewhere it cuts a word that it writes in one elsewhere. Office
    /// software does not by default, so that a hyphen at a line end is the word's own.
    /// </summary>
    public bool IsHyphenated { get; }

    /// <summary>Counts the words, without case, punctuation around them and elided articles.</summary>
    /// <param name="words">The words in the order of the source.</param>
    public static WordInventory Of(IEnumerable<string> words) => new([.. words]);

    /// <summary>How often the word stands in the document.</summary>
    public int Count(string word) => _counts.GetValueOrDefault(Core(word));

    /// <summary>Whether the word ends with a hyphen that may be a line-end one.</summary>
    public static bool EndsWithHyphen(string word) =>
        word.Length > 1 && word[^1] is '-' or '‐' or '‑' && char.IsLetterOrDigit(word[^2]);

    private static string Core(string word)
    {
        var start = word.LastIndexOfAny(['\'', '’']) + 1;
        var end = word.Length;
        if (start == end)
            start = 0;
        while (start < end && !char.IsLetterOrDigit(word[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
            end--;
        return word[start..end].Replace('‐', '-').Replace('‑', '-').ToLowerInvariant();
    }
}
