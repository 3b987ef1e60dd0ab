using System.Collections.Frozen;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>
/// Puts a word together that a line end cut. A hyphen at a line end is either the word's own (« bien- / être ») or the
/// typesetter's (« environne- / mentales »): the document's other words decide, and where they are silent the word keeps it.
/// </summary>
internal static class LineEnds
{
    // First parts that stand before a hyphen in French and are often no words of their own.
    private static readonly FrozenSet<string> CompoundHeads = FrozenSet.Create(
        StringComparer.Ordinal,
        "bien", "mal", "mi", "demi", "semi", "non", "vice", "ex", "sous", "après", "avant", "contre", "entre", "mini", "multi",
        "pré", "post", "inter", "intra", "infra", "extra", "anti", "quasi", "porte", "chef", "rendez", "peut", "c'est", "celui",
        "celle", "ceux", "celles", "vis", "socio", "médico", "psycho", "éco", "auto", "co", "franco", "technico", "saint",
        "sainte", "saints", "grand", "grande", "haut", "haute", "hauts", "bas", "basse", "mont", "pont", "pas", "nord", "sud",
        "quelques", "au", "par", "là", "ci", "savoir", "laissez", "micro", "macro", "e", "plus", "moins", "value", "tiers");

    // Second parts that only ever follow a hyphen.
    private static readonly FrozenSet<string> CompoundTails = FrozenSet.Create(
        StringComparer.Ordinal,
        "ci", "là", "même", "mêmes", "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "ce", "être", "t", "y", "en");

    /// <summary>The word made of the two, or null when a space stays between them.</summary>
    /// <param name="last">Last word of the upper line.</param>
    /// <param name="first">First word of the lower line.</param>
    /// <param name="isSplitWord">Whether the upper line is one word that fills the whole measure: no room to break it well.</param>
    /// <param name="inventory">The words of the document.</param>
    public static SourceWord? Join(SourceWord last, SourceWord first, bool isSplitWord, WordInventory inventory)
    {
        if (last.Raw is { } raw && raw.EndsWith('\u00AD'))
            return Merge(last, first, last.Text.TrimEnd('-', '‐') + first.Text);
        if (WordInventory.EndsWithHyphen(last.Text) && char.IsLetterOrDigit(first.Text[0]))
            return Merge(last, first, (DropsHyphen(last.Text, first.Text, inventory) ? last.Text[..^1] : last.Text) + first.Text);

        // « Emploi/ » and « Insertion »: a line may break behind a stroke, which needs no space.
        if (last.Text.Length > 1 && last.Text[^1] == '/' && char.IsLetterOrDigit(last.Text[^2]) && char.IsLetterOrDigit(first.Text[0]))
            return Merge(last, first, last.Text + first.Text);

        // In a narrow column a word that is too long is cut without any sign.
        return isSplitWord && char.IsLetter(last.Text[^1]) && char.IsLower(first.Text[0]) && first.Text.IndexOfAny(['\'', '’']) < 0 && inventory.Count(last.Text + first.Text) > 0
            ? Merge(last, first, last.Text + first.Text)
            : null;
    }

    private static bool DropsHyphen(string last, string first, WordInventory inventory)
    {
        if (!char.IsLower(first[0]) || !char.IsLetter(last[^2]))
            return false;
        var left = last[..^1];
        var closed = inventory.Count(left + first);
        var hyphenated = inventory.Count(last + first);
        if (closed != hyphenated)
            return closed > hyphenated;
        if (!inventory.IsHyphenated)
            return false;
        var head = left[(left.LastIndexOfAny(['-', '‐', '‑', '\'', '’', '(', '«', '"']) + 1)..].ToLowerInvariant();
        var tail = new string([.. first.TakeWhile(char.IsLetter)]);
        if (CompoundHeads.Contains(head) || CompoundTails.Contains(tail) || left.Contains('-', StringComparison.Ordinal))
            return false;

        // The halves are no words by themselves: the second is counted once for standing here, the first not even that.
        return inventory.Count(left) == 0 && inventory.Count(first) <= 1;
    }

    private static SourceWord Merge(SourceWord last, SourceWord first, string text) => new()
    {
        Text = text,
        Regions = last.Regions.AddRange(first.Regions),
        Raw = $"{last.Raw ?? last.Text} {first.Raw ?? first.Text}",
        Origin = last.Origin == Origin.Text ? first.Origin : last.Origin,
        Confidence = Math.Min(last.Confidence, first.Confidence),
    };
}
