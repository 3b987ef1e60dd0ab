using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Reading.Text;

/// <summary>
/// Makes the words of flowing sources equal to those of any other: composed accents (NFC), ligatures undone, marks without a
/// width gone, the hyphen that does not break like any hyphen. White space stays as it is.
/// </summary>
internal static partial class TypographicRepair
{
    /// <summary>A word repaired; may be empty.</summary>
    public static string Repair(string word)
    {
        if (Ascii.IsValid(word))
            return word;
        var text = Ligatures().Replace(Invisible().Replace(word, ""), ligature => ligature.Value.Normalize(NormalizationForm.FormKC));
        // Half of a surrogate pair is no character at all: it has no normal form.
        return LoneSurrogates().Replace(text, "\uFFFD").Replace('\u2011', '-').Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// A text whose words are changed one by one, and the words as they were, or null where none was changed. Both have the
    /// same words in number: one of which nothing is left is dropped from both.
    /// </summary>
    /// <param name="source">The text as the source has it.</param>
    /// <param name="repair">What is done to a word.</param>
    public static (string Text, string? Raw) Apply(string source, Func<string, string> repair)
    {
        var text = Words().Replace(source, word => repair(word.Value)).Trim();
        if (text == source.Trim())
            return (text, null);
        return (text, Words().Replace(source, word => repair(word.Value).Length == 0 ? "" : word.Value).Trim());
    }

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("[\uFB00-\uFB06]", RegexOptions.CultureInvariant)]
    private static partial Regex Ligatures();

    // Soft hyphen, zero-width space and joiners, direction marks, word joiner, byte order mark.
    [GeneratedRegex("[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Invisible();

    [GeneratedRegex("[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]", RegexOptions.CultureInvariant)]
    private static partial Regex LoneSurrogates();
}
