using System.Text.RegularExpressions;

namespace Ingest.Grammar;

/// <summary>The result of a vote as written: « à l'unanimité », « 25 voix pour, 3 contre et 2 abstentions », « Pour : 25 – Contre : 3 ».</summary>
public static partial class VoteGrammar
{
    // Signs and small words between the parts of one result.
    private const int LongestGap = 12;

    /// <summary>The first result of a text with all that belongs to it; null where none is told.</summary>
    public static (int Start, int Length)? Find(string text)
    {
        var matches = Part().Matches(text);
        if (matches.Count == 0)
            return null;
        var (start, end) = (matches[0].Index, matches[0].Index + matches[0].Length);
        foreach (Match next in matches.Skip(1))
        {
            if (next.Index - end > LongestGap || !Gap().IsMatch(text[end..next.Index]))
                break;
            end = next.Index + next.Length;
        }

        return (start, end - start);
    }

    [GeneratedRegex(
        """
        (?<!\p{L})(?:
            à[ \u00A0]l['’][ ]?unanimité(?:[ \u00A0](?:des[ \u00A0](?:membres[ \u00A0]|conseillers[ \u00A0]|élus[ \u00A0])?(?:présents|votants|suffrages|voix)(?:[ \u00A0](?:et[ \u00A0](?:des[ \u00A0])?représentés|exprimés))?))?
          | à[ \u00A0]la[ \u00A0]majorité(?:[ \u00A0](?:absolue|simple|relative))?(?:[ \u00A0]des[ \u00A0](?:(?:suffrages|voix)(?:[ \u00A0]exprimée?s)?|membres[ \u00A0]présents(?:[ \u00A0]et[ \u00A0]représentés)?|votants))?
          | (?:\d{1,3}|aucune?|zéro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)[ \u00A0](?:voix[ \u00A0](?:pour|contre)|votes?[ \u00A0](?:pour|contre)|pour|contre|abstentions?|ne[ \u00A0]prend(?:nent)?[ \u00A0]pas[ \u00A0]part[ \u00A0]au[ \u00A0]vote)(?!\p{L})
          | (?:voix[ \u00A0])?(?:pour|contre|abstentions?)[ \u00A0]*:[ \u00A0]*(?:\d{1,3}|néant|aucune?)(?!\d)
        )
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex(@"^[ \u00A0\n,;.:()/–—-]*(?:et|soit|par|avec|dont)?[ \u00A0,;:()–—-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
