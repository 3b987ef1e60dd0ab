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
        var source = sign.Success ? text[sign.Length..] : text;
        var (shown, raw) = TypographicRepair.Apply(source, word => TypographicRepair.Repair(Asterisks().Replace(word, "")));
        if (shown.Length == 0)
            return null;
        return new FlowParagraph
        {
            Region = new EvidenceRegion { Line = line },
            Text = shown,
            Raw = raw,
            Marker = sign.Success ? sign.Groups["sign"].Value : null,
            ListLevel = sign.Success ? 0 : null,
            IsBold = IsAllEmphasised(source.Trim()),
        };
    }

    private static bool IsAllEmphasised(string text) =>
        text.Length > 2 * Emphasis.Length
        && text.StartsWith(Emphasis, StringComparison.Ordinal)
        && text.IndexOf(Emphasis, Emphasis.Length, StringComparison.Ordinal) == text.Length - Emphasis.Length;

    [GeneratedRegex(@"\*{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Asterisks();

    // An apostrophe with a space behind it is what recognition made of a bullet. A dash needs the space after it, for a word may begin with one; what has no other use than to open an item does not.
    [GeneratedRegex(@"^\s*(?<sign>[-–—](?=\s+\S)|['’](?=\s+\p{Lu})|[•·▪●◦‣→➢](?=\s*\S))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineSign();

    [GeneratedRegex(@"^\s*(?<sign>[-–—](?=\s+[^\s\d])|['’](?=\s+\p{Lu})|[•·▪●◦‣→➢](?=\s*\S))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex CellSign();
}
