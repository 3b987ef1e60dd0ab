using System.Text.RegularExpressions;

namespace Ingest.Reading.Xlsx;

/// <summary>
/// The header or footer of the printed page: its words on the left, in the middle and on the right, without the codes of fonts.
/// What the printer fills in (numbers of pages, dates, names of files) is not known here, nor is the text made for it.
/// </summary>
internal static partial class PrintEdge
{
    /// <summary>The texts with words in them.</summary>
    public static IEnumerable<string> Words(string code) => Places().Split(code)
        .Where(place => !FilledIn().IsMatch(place))
        .Select(place => Codes().Replace(place, "").Replace("&&", "&", StringComparison.Ordinal).Trim())
        .Where(words => words.Any(char.IsLetter));

    [GeneratedRegex("(?<!&)&[LCR]", RegexOptions.CultureInvariant)]
    private static partial Regex Places();

    [GeneratedRegex("&[PNDTFAZG]", RegexOptions.CultureInvariant)]
    private static partial Regex FilledIn();

    [GeneratedRegex("""&"[^"]*"|&K[0-9A-Fa-f]{6}|&K\d\d[+-]\d{3}|&\d+|&[BIUSEXYOH]""", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();
}
