using System.Text.RegularExpressions;

namespace Ingest.Vocabulary;

/// <summary>Words that are written for both genders or numbers at once: « habitant·e·s », « usager(e)s », « acteur.rice.s ».</summary>
internal static partial class InclusiveWriting
{
    /// <summary>The masculine form, plural where the word says so; null where nothing is written inclusively.</summary>
    public static string? ToMasculine(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAny("(·•.-") < 0)
            return null;
        var match = Marked().Match(word.ToString());
        if (!match.Success)
            return null;
        var stem = match.Groups["stem"].Value;
        return stem[^1] is 's' or 'x' ? stem : stem + match.Groups["plural"].Value.Trim('(', ')');
    }

    /// <summary>Whether this is an ending and no word: « e », « es », « rices ».</summary>
    public static bool IsEnding(ReadOnlySpan<char> part) => Ending().IsMatch(part);

    // One middle dot, point, hyphen or bracket opens the feminine ending, another may part the plural from it.
    [GeneratedRegex(@"^(?<stem>\p{L}{2,})[(·•.-](?:e|ne|le|se|ve|te|fe|re|ère|trice|rice|euse|ive|elle|enne|esse|x)?\)?[·•.-]?(?<plural>\(?[sx]\)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    [GeneratedRegex("^(?:e|s|x|es|ne|nes|le|les|se|ses|ve|ves|te|tes|re|res|ère|ères|trices?|rices?|euses?|ives?|elles?|ennes?|esses?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
