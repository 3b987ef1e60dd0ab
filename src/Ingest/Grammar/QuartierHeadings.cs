using System.Text.RegularExpressions;

namespace Ingest.Grammar;

/// <summary>
/// Headings that are nothing but the name of a neighbourhood; what tells them is the State's code on a line « Code : … » below,
/// with little but such lines between.
/// </summary>
internal sealed partial class QuartierHeadings
{
    private const int LongestName = 6; // Words.

    private const int FurthestValue = 30; // Characters before the colon of « Commune(s) : … ».

    private const int MostDescriptions = 2; // Lines that describe the neighbourhood before its code.

    private int _descriptions = MostDescriptions + 1;

    /// <summary>Whether the last name still heads what comes next.</summary>
    public bool IsOpen => _descriptions <= MostDescriptions;

    /// <summary>Takes the next line; whether it may be a name: several words with capitals, or an article before one, and no sentence.</summary>
    public bool Next(string text)
    {
        var isName = Name().IsMatch(text) && text.Split(' ', '\u00A0').Length <= LongestName;
        if (isName)
            _descriptions = 0;
        else if (text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and < FurthestValue))
            _descriptions++;
        return isName;
    }

    /// <summary>The names that head lines with a code.</summary>
    /// <param name="texts">The lines of a document in order.</param>
    public static IReadOnlySet<string> Find(IEnumerable<string> texts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var headings = new QuartierHeadings();
        var open = "";
        foreach (var text in texts)
        {
            if (headings.Next(text))
                open = text;
            else if (headings.IsOpen && QuartierGrammar.Find(text) is [{ Name: null, Code: not null }])
                names.Add(open);
        }

        return names;
    }

    // « Le Grand Pré », « Bois-Vert », « La Rabière »; one bare word may be anything: « Périmètre ».
    [GeneratedRegex(@"^(?:(?:Le|La|Les)[ \u00A0]|L['’])?\p{Lu}\p{Ll}+(?:(?:[ \u00A0-]|[ \u00A0]-[ \u00A0]|['’])(?:\p{Lu}\p{Ll}*|de|du|des|la|le|les|aux?|et|d|l))*(?<!^\p{Lu}\p{Ll}+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
