namespace Ingest.Grammar;

/// <summary>Where sentences begin and end, as far as their letters and points say.</summary>
internal static class SentenceGrammar
{
    private const string Openers = "«»\"“”'’‘([{ \u00A0\u202F";

    /// <summary>Whether the first letter is a small one: the text goes on from something.</summary>
    public static bool StartsLower(string text)
    {
        var first = FirstSign(text);
        return first < text.Length && char.IsLower(text[first]);
    }

    /// <summary>Whether the first letter is a capital.</summary>
    public static bool StartsUpper(string text)
    {
        var first = FirstSign(text);
        return first < text.Length && char.IsUpper(text[first]);
    }

    /// <summary>Whether the text is closed by a full stop or its like.</summary>
    public static bool EndsSentence(string text)
    {
        var end = text.TrimEnd(' ', '\u00A0', '»', '"', '”', ')');
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…';
    }

    /// <summary>Whether the text is closed by any sign that parts.</summary>
    public static bool EndsClause(string text)
    {
        var end = text.TrimEnd(' ', '\u00A0', '»', '"', '”', ')');
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or ';' or ':' or ',';
    }

    /// <summary>Whether all letters of the text are capitals: words do not stand out in it.</summary>
    public static bool IsShouted(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);

    /// <summary>The last sentence of a text, the whole text where it is one.</summary>
    public static string LastSentence(string text)
    {
        var whole = text.TrimEnd();
        var stop = whole.Length < 2 ? -1 : whole.LastIndexOfAny(['.', '!', '?', '\n'], whole.Length - 2);
        while (stop > 0 && whole[stop] != '\n' && !(char.IsWhiteSpace(whole[stop + 1]) && StartsUpper(whole[(stop + 1)..].TrimStart())))
            stop = whole.LastIndexOfAny(['.', '!', '?', '\n'], stop - 1);
        return stop < 0 ? whole : whole[(stop + 1)..].TrimStart();
    }

    /// <summary>Where the full stop stands that ends the first sentence of several, behind a word and before a capital; -1 where one sentence is all.</summary>
    public static int FirstStop(string text)
    {
        if (!EndsSentence(text))
            return -1;
        for (var stop = text.IndexOf(". ", StringComparison.Ordinal); stop > 0; stop = text.IndexOf(". ", stop + 1, StringComparison.Ordinal))
        {
            // « M. Dupont », « St. Jean », « 1. Lire » go on.
            var word = text[..stop].Split(' ', '\u00A0', '\n')[^1];
            if (word.Length > 2 && word.All(sign => char.IsLetter(sign) || sign is '-' or '\'' or '’' or ')' or '»') && StartsUpper(text[(stop + 2)..]))
                return stop;
        }

        return -1;
    }

    private static int FirstSign(string text)
    {
        var at = 0;
        while (at < text.Length && Openers.Contains(text[at], StringComparison.Ordinal))
            at++;
        return at;
    }
}
