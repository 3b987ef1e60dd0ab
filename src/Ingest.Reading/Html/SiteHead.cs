using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>A short text that says whose page it is.</summary>
/// <param name="Text">The text.</param>
/// <param name="Line">Its line in the source.</param>
internal readonly record struct HeadText(string Text, int Line);

/// <summary>
/// Finds what a page says of itself outside its content: the title of the window, which ends with the site's name as a rule, and the
/// names of institutions in the head of the site, the text in the place of its logo among them.
/// </summary>
internal sealed class SiteHead(HtmlOptions options)
{
    private const string Heads = "header, [role=banner], [id*=header i], [class*=header i], [id*=entete i], [class*=entete i], "
        + "[id*=bandeau i], [class*=bandeau i], [id*=banniere i], [class*=logo i], [id*=logo i], [class*=site-title i]";

    // Logos of partners stand at the bottom of the page, or under their name.
    private const string Others = "nav, li, footer, [role=navigation], [role=contentinfo], [id*=footer i], [class*=footer i], [id*=pied i], "
        + "[class*=partenaire i], [id*=partenaire i]";

    /// <summary>The texts, each once.</summary>
    public ImmutableArray<HeadText> Read(IDocument document, PageContent content) =>
        [.. Titles(document).Take(1).Concat(Names(document, content)).DistinctBy(head => head.Text)];

    private static IEnumerable<HeadText> Titles(IDocument document)
    {
        foreach (var title in document.QuerySelectorAll("head > title"))
            yield return Text(title.TextContent, title);
        foreach (var meta in document.QuerySelectorAll("meta[property='og:title']"))
            yield return Text(meta.GetAttribute("content") ?? "", meta);
    }

    private IEnumerable<HeadText> Names(IDocument document, PageContent content)
    {
        foreach (var head in document.QuerySelectorAll(Heads).Where(head => !IsInside(head, content)))
        {
            foreach (var element in head.QuerySelectorAll("*").Prepend(head).Where(element => element.Closest(Others) is null))
            {
                var text = element.LocalName == "img" ? element.GetAttribute("alt") : element.ChildElementCount == 0 && !element.IsSilent() ? element.TextContent : null;
                if (text is not null && IsName(text))
                    yield return Text(text, element);
            }
        }
    }

    private bool IsName(string text)
    {
        var words = HtmlElements.Words(text.ToLowerInvariant());
        return words.Length > 1 && words.Length <= options.LongestSiteName
            && words.Any(word => options.InstitutionWords.Contains(word[(word.IndexOfAny(['\'', '’']) + 1)..].Trim(',', '.', ':')));
    }

    // Text of the content is read there.
    private static bool IsInside(IElement element, PageContent content)
    {
        for (var ancestor = element; ancestor is not null; ancestor = ancestor.ParentElement)
        {
            if (content.IsLeft(ancestor))
                return false;
            if (content.Roots.Contains(ancestor))
                return true;
        }

        return false;
    }

    private static HeadText Text(string text, IElement element) => new(string.Join(' ', HtmlElements.Words(text)), element.Line() ?? 1);
}
