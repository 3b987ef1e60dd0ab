using System.Text.RegularExpressions;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Text;

/// <summary>Makes a paragraph of a line or a cell: the list sign that opens it and the leftovers of recognition taken off.</summary>
internal static partial class LineToParagraph
{
    private const string Emphasis = "**";

    /// <summary>The paragraph, or null where no text is left.</summary>
    /// <param name="text">The line or the cell.</param>
    /// <param name="line">Number of the line, from 1.</param>
    /// <param name="isCell">Whether it is a cell: there a dash before a figure is a sign of arithmetic.</param>
    public static FlowParagraph? Make(string text, int line, bool isCell)
    {
        var sign = (isCell ? CellSign() : LineSign()).Match(text);
        var raw = (sign.Success ? text[sign.Length..] : text).Trim();
        var shown = WithoutEmphasis(raw);
        if (shown.Length == 0)
            return null;
        return new FlowParagraph
        {
            Region = new EvidenceRegion { Line = line },
            Text = shown,
            Raw = shown == raw ? null : RawWords(raw),
            Marker = sign.Success ? sign.Groups["sign"].Value : null,
            ListLevel = sign.Success ? 0 : null,
            IsBold = IsAllEmphasised(raw),
        };
    }

    // Marks that stand alone leave no word: their white space goes with them.
    private static string WithoutEmphasis(string text) =>
        text.Contains(Emphasis, StringComparison.Ordinal) ? Join(text, word => Asterisks().Replace(word, "")) : text;

    private static string RawWords(string text) => Join(text, word => Asterisks().Replace(word, "").Length == 0 ? "" : word);

    private static string Join(string text, Func<string, string> change) => string.Join(
        '\n',
        text.Split('\n').Select(part => string.Join(
            ' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(change).Where(word => word.Length > 0))));

    private static bool IsAllEmphasised(string text) =>
        text.Length > 2 * Emphasis.Length
        && text.StartsWith(Emphasis, StringComparison.Ordinal)
        && text.IndexOf(Emphasis, Emphasis.Length, StringComparison.Ordinal) == text.Length - Emphasis.Length;

    [GeneratedRegex(@"\*{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Asterisks();

    // A dash needs the space after it, for a word may begin with one; what has no other use than to open an item does not.
    [GeneratedRegex(@"^\s*(?<sign>[-–—](?=\s+\S)|[•·▪●◦‣→➢](?=\s*\S))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineSign();

    [GeneratedRegex(@"^\s*(?<sign>[-–—](?=\s+[^\s\d])|[•·▪●◦‣→➢](?=\s*\S))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex CellSign();
}
