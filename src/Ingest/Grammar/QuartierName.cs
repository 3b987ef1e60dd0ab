namespace Ingest.Grammar;

/// <summary>Scans the capitalised name of a place: « ZAC des 2 Villes », « Haute Borne - Cité 12/14 », « Bois d'Epinoy ».</summary>
internal static class QuartierName
{
    /// <summary>No neighbourhood's name has more words: what goes on longer is a sentence in capitals.</summary>
    private const int MostWords = 8;

    /// <summary>In a line set in capitals, where names do not stand out, fewer are believed.</summary>
    private const int MostShoutedWords = 4;

    private const int MostQuotedCharacters = 60;

    /// <summary>What is no name alone: « Les habitants ».</summary>
    private static readonly HashSet<string> Articles = ["le", "la", "les", "l"];

    /// <summary>Lower-case words that may stand inside a name.</summary>
    private static readonly HashSet<string> Links =
    [
        "de", "du", "des", "d", "la", "le", "les", "l", "à", "au", "aux", "en", "sur", "sous", "lès", "lez",
    ];

    /// <summary>Lower-case words that may also end a name: « Centre ancien », « 9/9 bis ».</summary>
    private static readonly HashSet<string> Qualifiers = ["bis", "ter", "ancien", "ancienne", "nord", "sud", "ouest", "historique"];

    /// <summary>Words that begin another thing than a place, although capitalised.</summary>
    private static readonly HashSet<string> NoPlaces =
    [
        "ete", "automne", "hiver", "printemps", "noel", "etat", "ville", "commune", "qpv", "qic", "qva", "zus", "anct", "contrat", "politique",
        "npnru", "pnru", "anru", "habitat", "total", "avenir", "priorite", "prioritaire", "prioritaires", "solidaires", "solidaire", "intercommunal",
        "exercice", "annee", "saison", "programme", "programmation", "annexe", "appel", "avenant", "convention", "deliberation", "objet", "page",
        "en", "et", "est", "au", "aux", "pour", "par", "qui", "que", "dans",
    ];

    /// <summary>The name that begins at <paramref name="start"/>, or null when none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of the first character, lower-case articles already passed.</param>
    /// <param name="isShouted">Whether all around is set in capitals.</param>
    /// <param name="quote">The quotation mark that opens the name, or an empty string.</param>
    public static TextSpan? Scan(string text, int start, bool isShouted, string quote)
    {
        if (quote.Length > 0 && Quoted(text, start, quote[0]) is { } quoted)
            return quoted;
        var (at, end, words) = (start, start, 0);
        var most = isShouted ? MostShoutedWords : MostWords;
        while (at < text.Length && words < most)
        {
            var tokenEnd = TokenEnd(text, at);
            if (tokenEnd == at)
                break;
            var token = text[at..tokenEnd];
            var next = FrenchCharacters.SkipSpaces(text, tokenEnd);
            if (IsName(text, token, next, isFirst: words == 0))
            {
                end = tokenEnd;
                words++;
            }
            else if (words > 0 && Qualifiers.Contains(token))
            {
                end = tokenEnd;
            }
            else if (words == 0 || !IsLink(token, isShouted))
            {
                break;
            }

            at = SkipDash(text, next);
        }

        while (end > start && text[end - 1] is '-' or '/' or '\'' or '’')
            end--;
        return words == 0 || IsTooLong(text, end, words, most) || Articles.Contains(Folding.Fold(text[start..end])) ? null : new TextSpan(start, end);
    }

    /// <summary>A sentence in capitals has no name in it that could be told apart.</summary>
    private static bool IsTooLong(string text, int end, int words, int most) =>
        words == most && FrenchCharacters.SkipSpaces(text, end) is var next && next < text.Length && char.IsUpper(text[next]);

    private static TextSpan? Quoted(string text, int start, char open)
    {
        var close = text.AsSpan(start).IndexOf(open switch { '«' => '»', '“' => '”', _ => '"' });
        if (close is <= 0 or > MostQuotedCharacters || text.AsSpan(start, close).Contains('\n'))
            return null;
        var length = text.AsSpan(start, close).TrimEnd(" \u00A0").Length;
        return length > 0 && (char.IsUpper(text[start]) || char.IsAsciiDigit(text[start])) ? new TextSpan(start, start + length) : null;
    }

    private static int TokenEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (end > at && text[end] is '-' or '\'' or '’' or '/' or '°')))
        {
            // « Bois/Centre »: a slash joins only digits (« 12/14 »).
            if (text[end] == '/' && !(char.IsAsciiDigit(text[end - 1]) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
                break;
            end++;
        }

        // An abbreviated saint keeps its point: « St. Pierre ».
        if (end < text.Length && text[end] == '.' && end - at is 2 or 3 && text[at] == 'S' && text[end - 1] is 't' or 'e')
            end++;
        return end;
    }

    private static bool IsName(string text, string token, int next, bool isFirst)
    {
        if (token is ['Q', 'P' or 'N'] or ['Q', 'P' or 'N', >= '0' and <= '9', ..])
            return false;
        if (char.IsUpper(token[0]))
            return !(isFirst && NoPlaces.Contains(Folding.Fold(token)));
        if (char.IsAsciiDigit(token[0]))
        {
            var isYear = token.Length == 4 && token[..2] is "19" or "20";
            return !isYear && (!isFirst || (next < text.Length && char.IsUpper(text[next])) || token.Contains('/'));
        }

        // « d'Epinoy », « l'Abbaye ».
        return !isFirst && token.Length > 2 && token[1] is '\'' or '’' && token[0] is 'd' or 'l' && char.IsUpper(token[2]);
    }

    private static bool IsLink(string token, bool isShouted) =>
        Links.Contains((isShouted ? token.ToLowerInvariant() : token).TrimEnd('\'', '’'));

    /// <summary>« Haute Borne - Cité 12/14 », « Centre – Gare »: a dash between two capitalised words joins them.</summary>
    private static int SkipDash(string text, int at)
    {
        if (at + 2 >= text.Length || text[at] is not ('-' or '–' or '—') || !FrenchCharacters.IsNumberSpace(text[at + 1]))
            return at;
        var next = FrenchCharacters.SkipSpaces(text, at + 1);
        // « Belle Rive – QPV – QN06216M »: what follows is no part of the name.
        var word = text[next..TokenEnd(text, next)];
        return next < text.Length && char.IsUpper(text[next]) && !NoPlaces.Contains(Folding.Fold(word)) && word is not ['Q', 'P' or 'N', >= '0' and <= '9', ..] ? next : at;
    }
}
