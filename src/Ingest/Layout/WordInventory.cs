using System.Collections.Frozen;

namespace Ingest.Layout;

/// <summary>How often each word stands in the document: what a document writes elsewhere tells how a cut word goes together.</summary>
internal sealed class WordInventory
{
    private readonly FrozenDictionary<string, int> _counts;

    private WordInventory(FrozenDictionary<string, int> counts) => _counts = counts;

    /// <summary>Counts the words, without case, punctuation around them and elided articles.</summary>
    public static WordInventory Of(IEnumerable<string> words) => new(words
        .Where(word => !EndsWithHyphen(word))
        .Select(Core)
        .Where(word => word.Length > 0)
        .GroupBy(word => word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));

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
