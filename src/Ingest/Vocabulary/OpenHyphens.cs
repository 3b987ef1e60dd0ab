using System.Collections.Frozen;
using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Vocabulary;

/// <summary>
/// Words with a space behind a hyphen. The hyphen is their own in compounds of the list (« bien-être »), behind a part that
/// French makes compounds with (« psycho-sociales ») and between two words; else, where the list has the word without it, it
/// was the end of a line (« environnementales »). A suspended hyphen stays: « micro- et macro-économie ».
/// </summary>
internal sealed class OpenHyphens(FrenchLexicon lexicon)
{
    /// <summary>« porte- à- porte », « vis- à- vis ».</summary>
    private const int MostParts = 4;

    // Behind a suspended hyphen, or behind a dash that was set as a hyphen.
    private static readonly FrozenSet<string> Openers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "et", "ou", "à", "puis", "voire", "ni", "mais", "de", "du", "des", "le", "la", "les", "un", "une", "pour", "par", "avec", "dans",
        "sur", "en", "au", "aux", "afin", "ainsi", "dont", "qui", "que", "sans", "chez", "ces", "ce", "cette", "son", "sa", "ses", "leur", "leurs");

    /// <summary>The word that begins at a place, or null.</summary>
    public RepairedWord? At(ImmutableArray<SourceWord> words, int at)
    {
        // « 15- 64 ans »
        if (at + 2 < words.Length && words[at].Text is [.. var first, '-'] && IsNumber(first) && IsNumber(words[at + 1].Text) && words[at + 2].Text.StartsWith("ans", StringComparison.Ordinal))
            return new RepairedWord(2, words[at].Text + words[at + 1].Text);
        if (at + 1 >= words.Length || !EndsWithOpenHyphen(words[at].Text))
            return null;
        return AsListedCompound(words, at) ?? AsWord(words[at].Text, words[at + 1].Text);
    }

    private RepairedWord? AsListedCompound(ImmutableArray<SourceWord> words, int at)
    {
        var text = words[at].Text;
        for (var count = 2; count <= MostParts && at + count <= words.Length && char.IsLower(words[at + count - 1].Text[0]); count++)
        {
            text += words[at + count - 1].Text;
            if (lexicon.IsListed(Trim(text)) && !EndsWithOpenHyphen(text))
                return new RepairedWord(count, text);
            if (!EndsWithOpenHyphen(text))
                return null;
        }

        return null;
    }

    private RepairedWord? AsWord(string left, string right)
    {
        var (head, tail) = (Trim(left)[..^1], Trim(right));
        if (head.Length < 2 || !char.IsLower(right[0]) || Openers.Contains(tail) || EndsWithOpenHyphen(right))
            return null;
        var isTail = lexicon.IsWord(tail);
        if (isTail && WordParts.IsLearnedPrefix(AfterElision(head)))
            return new RepairedWord(2, left + right);
        // « loge- ment », « inter- venir »: what the list has as one word was one, even where both parts are words.
        if (lexicon.IsListed(head + tail))
            return new RepairedWord(2, left[..^1] + right);
        return isTail && (lexicon.IsWord(head) || WordParts.IsPrefix(AfterElision(head))) ? new RepairedWord(2, left + right) : null;
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 4 && text.All(char.IsAsciiDigit);

    private static string AfterElision(string head) => head[(head.LastIndexOfAny(['\'', '’']) + 1)..].ToLowerInvariant();

    private static string Trim(string text) => text.TrimStart('(', '[', '«', '"', '“').TrimEnd(')', ']', '»', '"', '”', '.', ',', ';', ':', '!', '?', '…');

    private static bool EndsWithOpenHyphen(string word) => word.Length > 1 && word[^1] is '-' or '‐' or '‑' && char.IsLetter(word[^2]);
}
