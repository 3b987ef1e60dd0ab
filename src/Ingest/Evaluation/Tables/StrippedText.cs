using System.Globalization;
using System.Text;

namespace Ingest.Evaluation.Tables;

/// <summary>Text as the score compares it: what differs between two ways to read the same glyphs does not count.</summary>
internal static class StrippedText
{
    // What separates two files, groups, records or units: white space for the metric, not for the framework.
    private const char FirstSeparator = '\u001c';
    private const char LastSeparator = '\u001f';

    /// <summary>What stands for a text of signs alone (« - », « % »), which is not blank.</summary>
    private const string SignsAlone = "_";

    /// <summary>
    /// Letters and digits of the compatibility decomposition (Unicode Standard Annex #15, form KD), upper case; « _ » where
    /// there are none, and nothing where there is only white space.
    /// </summary>
    public static string Of(string text)
    {
        var hasMarks = false;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSpace(rune))
                continue;
            hasMarks = true;
            whole.Append(rune.ToString());
        }

        if (!hasMarks)
            return "";
        var kept = new StringBuilder(whole.Length);
        foreach (var rune in whole.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsLetterOrNumber(rune))
                kept.Append(ToUpper(rune));
        }

        return kept.Length == 0 ? SignsAlone : kept.ToString();
    }

    /// <summary>The words of a text, each stripped, blank ones left out.</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsSpace(text[i]))
                continue;
            if (i > start)
                yield return Of(text[start..i]);
            start = i + 1;
        }
    }

    private static bool IsSpace(Rune rune) => rune.IsBmp && IsSpace((char)rune.Value);

    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || character is >= FirstSeparator and <= LastSeparator;

    private static bool IsLetterOrNumber(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // The full mapping of the Unicode Standard: the framework maps one character to one, and leaves these two alone.
    private static string ToUpper(Rune rune) => rune.Value switch
    {
        'ß' => "SS",
        'ı' => "I",
        _ => Rune.ToUpperInvariant(rune).ToString(),
    };
}
