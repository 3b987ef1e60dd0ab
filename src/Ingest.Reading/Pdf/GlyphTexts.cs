using System.Globalization;
using System.Text;

namespace Ingest.Reading.Pdf;

/// <summary>The text of a glyph.</summary>
/// <param name="Text">Repaired: « » for white space, empty for characters that show nothing.</param>
/// <param name="Raw">As the file has it.</param>
/// <param name="IsDecoded">Whether the file says which characters the glyph stands for.</param>
internal sealed record GlyphText(string Text, string Raw, bool IsDecoded);

/// <summary>From the characters that a file gives for a glyph to the text that the glyph shows.</summary>
internal static class GlyphTexts
{
    /// <summary>Stands for a glyph whose characters are unknown.</summary>
    public const char Unknown = '\uFFFD';

    private const char SoftHyphen = '\u00AD';
    private const char FirstLigature = '\uFB00';
    private const char LastLigature = '\uFB06';

    private const string SpacingAccents = "`´^ˆ~˜¯ˉ˘˙¨˚˝ˇ¸˛ˊˋ";
    private const string CombiningAccents = "\u0300\u0301\u0302\u0302\u0303\u0303\u0304\u0304\u0306\u0307\u0308\u030A\u030B\u030C\u0327\u0328\u0301\u0300";

    private static readonly Dictionary<char, char> Combining =
        SpacingAccents.Zip(CombiningAccents).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>Repairs what the file says of a glyph.</summary>
    /// <param name="unicode">The characters of the file, or the bare code where it says nothing.</param>
    /// <param name="isMapped">Whether the font maps the code to characters.</param>
    /// <param name="hasInk">Whether the glyph has an outline and an advance: something is seen.</param>
    /// <param name="font">The font.</param>
    public static GlyphText Repair(string unicode, bool isMapped, bool hasInk, FontFace font)
    {
        var raw = WithoutLoneSurrogates(unicode);
        if (raw.Length == 0)
            return new GlyphText(hasInk ? Unknown.ToString() : "", raw, !hasInk);
        if (raw.Length == 1 && SymbolCharacters.Meaning(raw[0], font.Name) is { } symbol)
            return new GlyphText(symbol, raw, true);
        if (!isMapped && !IsPlausibleCode(raw, font))
            return new GlyphText(hasInk ? Unknown.ToString() : "", raw, false);
        if (raw.All(char.IsWhiteSpace))
            return new GlyphText(" ", raw, true);

        var text = new StringBuilder(raw.Length);
        var isDecoded = isMapped;
        foreach (var character in raw)
            isDecoded &= Append(text, character, hasInk);
        return new GlyphText(text.ToString().Normalize(NormalizationForm.FormC), raw, isDecoded);
    }

    /// <summary>The combining form of a glyph that shows an accent alone, or null.</summary>
    public static char? AccentOf(string text) => text.Length != 1 ? null
        : CharUnicodeInfo.GetUnicodeCategory(text[0]) == UnicodeCategory.NonSpacingMark ? text[0]
        : Combining.TryGetValue(text[0], out var combining) ? combining : null;

    /// <summary>The letter with the accent as one character, or null when Unicode has none.</summary>
    public static string? Compose(string letter, char accent)
    {
        if (letter.Length != 1 || !char.IsLetter(letter[0]))
            return null;
        var bare = letter[0] switch { 'ı' => "i", 'ȷ' => "j", _ => letter };
        var composed = (bare + accent).Normalize(NormalizationForm.FormC);
        return composed.Length == 1 ? composed : null;
    }

    private static bool Append(StringBuilder text, char character, bool hasInk)
    {
        // A soft hyphen that is painted is a hyphen on paper: at a line's end the layout undoes it like any other.
        if (character == SoftHyphen)
        {
            if (hasInk)
                text.Append('-');
            return true;
        }

        if (character is >= FirstLigature and <= LastLigature)
        {
            text.Append(character.ToString().Normalize(NormalizationForm.FormKC));
            return true;
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(character);
        if (category is UnicodeCategory.Format || char.IsWhiteSpace(character))
            return true;
        if (category is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || character == Unknown)
        {
            if (hasInk)
                text.Append(Unknown);
            return !hasInk;
        }

        text.Append(character);
        return true;
    }

    // A simple font without a mapping was mostly written by a program that used the bytes as characters; the codes of a
    // composite font are glyph numbers and mean nothing.
    private static bool IsPlausibleCode(string raw, FontFace font) =>
        font.IsOneByte && raw.Length == 1 && raw[0] is >= ' ' and <= '~';

    private static string WithoutLoneSurrogates(string text)
    {
        if (!text.Any(char.IsSurrogate))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.ToString());
        return clean.ToString();
    }
}
