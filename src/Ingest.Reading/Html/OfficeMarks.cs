using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Html;

/// <summary>What word processors leave of their own in the pages that they export: list markers, notes, headers, titles.</summary>
internal static partial class OfficeMarks
{
    /// <summary>
    /// The list marker that an element holds as text: Word writes « · » in its font of symbols and some spaces before the item. Null
    /// for any other element.
    /// </summary>
    /// <param name="element">The element.</param>
    /// <param name="look">How its text looks.</param>
    public static ListMarker? Marker(IElement element, TextLook look)
    {
        if (element.LocalName != "span" || element.Closest("p, h1, h2, h3, h4, h5, h6, li") is not { } paragraph)
            return null;
        var isMarked = InlineStyle.Of(element)["mso-list"] == "ignore";
        var isDrawn = !isMarked && SymbolFonts.IsPictorial(look.Font) && paragraph.ClassList.Any(name => name.StartsWith("MsoListParagraph", StringComparison.Ordinal));
        var text = element.TextContent.Trim();
        if (text.Length == 0 || !(isMarked || (isDrawn && text.Length == 1)))
            return null;
        var (shown, _) = SymbolFonts.Decode(text, look.Font);
        return new ListMarker(shown == "·" ? SymbolFonts.Bullet : shown, Level(paragraph), IsNumber: false);
    }

    /// <summary>The role that a part has; null where it is that of what surrounds it.</summary>
    public static FlowRole? Role(IElement element)
    {
        if (element.LocalName != "div")
            return null;
        if (Note().IsMatch(element.Id ?? ""))
            return FlowRole.Note;
        return (element.GetAttribute("title") ?? InlineStyle.Of(element)["mso-element"]) switch
        {
            "header" => FlowRole.Header,
            "footer" => FlowRole.Footer,
            _ => null,
        };
    }

    /// <summary>Whether the link is the sign of a note, in the text or before the note itself.</summary>
    public static bool IsNoteSign(IElement element) =>
        element.LocalName == "a" && element.GetAttribute("href") is { } target && NoteTarget().IsMatch(target);

    /// <summary>Whether the paragraph is the title of the document.</summary>
    public static bool IsTitle(IElement element) =>
        element.LocalName == "p" && element.ClassList.Contains("MsoTitle");

    private static int Level(IElement paragraph) =>
        ListLevel().Match(InlineStyle.Of(paragraph)["mso-list"] ?? "") is { Success: true } match
            ? Math.Max(0, int.Parse(match.Groups["level"].Value, CultureInfo.InvariantCulture) - 1)
            : 0;

    [GeneratedRegex(@"\blevel(?<level>\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ListLevel();

    [GeneratedRegex(@"^(?:sdfootnote|sdendnote|ftn|edn)\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"^#(?:(?:sdfootnote|sdendnote)\d+(?:sym|anc)|_(?:ftn|edn)(?:ref)?\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex NoteTarget();
}
