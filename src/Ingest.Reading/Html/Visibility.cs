using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>Tells what a page does not show.</summary>
/// <param name="rules">What its style elements hide.</param>
/// <param name="folded">Words that mark parts which the visitor unfolds.</param>
internal sealed class Visibility(StyleRules rules, NameWords folded)
{
    // Words of a label or a closed window's title; a text that the author hides from nobody is longer.
    private const int SmallWords = 30;

    // Each part of the reading asks again.
    private readonly Dictionary<IElement, bool> _known = [];

    /// <summary>
    /// Whether the element itself is not shown. What only waits for a click (an accordion, a tab) counts as shown: it is content that
    /// every visitor can see.
    /// </summary>
    public bool IsHidden(IElement element)
    {
        if (!_known.TryGetValue(element, out var isHidden))
            _known[element] = isHidden = IsMarked(element) && (element.LocalName is "dialog" or "tr" or "td" or "th" || !IsFolded(element));
        return isHidden;
    }

    private bool IsMarked(IElement element) =>
        (element.GetAttribute("hidden") is { } hidden && !hidden.Equals("until-found", StringComparison.OrdinalIgnoreCase))
        || (string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase) && IsSmall(element))
        || (element.LocalName == "dialog" && !element.HasAttribute("open"))
        || InlineStyle.Of(element).IsHidden
        || rules.Hides(element);

    // What only programs that read aloud are to pass over is on the screen; icons and doubles of labels are all that is meant.
    private static bool IsSmall(IElement element) =>
        HtmlElements.Words(element.TextContent).Length <= SmallWords && element.QuerySelector("table") is null;

    private bool IsFolded(IElement element) =>
        folded.Mark(element) || element.GetAttribute("role") == "tabpanel" || (element.ParentElement is { } parent && folded.Mark(parent));
}
