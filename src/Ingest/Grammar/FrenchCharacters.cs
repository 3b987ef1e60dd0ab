namespace Ingest.Grammar;

/// <summary>Characters that French numbers are written with.</summary>
internal static class FrenchCharacters
{
    /// <summary>A space that may stand inside a number: U+0020, U+00A0, U+202F, U+2009 (and U+2007, the figure space).</summary>
    public static bool IsNumberSpace(char c) => c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\u2007';

    /// <summary>A minus sign, hyphen or dash.</summary>
    public static bool IsMinus(char c) => c is '-' or '\u2212' or '\u2010' or '\u2011' or '\u2012' or '–' or '—';

    /// <summary>First offset from <paramref name="at"/> on that is no number space.</summary>
    public static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && IsNumberSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>Last offset before <paramref name="at"/> that is no number space, -1 when there is none.</summary>
    public static int SkipSpacesBack(string text, int at)
    {
        at--;
        while (at >= 0 && IsNumberSpace(text[at]))
            at--;
        return at;
    }

    /// <summary>How many ASCII digits follow one another from <paramref name="at"/> on.</summary>
    public static int CountDigits(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - at;
    }
}
