using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>What of a page is read.</summary>
/// <param name="Roots">The elements that hold the content, in reading order.</param>
/// <param name="Left">Elements that surround the content, none inside another.</param>
internal sealed record PageContent(ImmutableArray<IElement> Roots, ImmutableHashSet<IElement> Left)
{
    /// <summary>Whether the element surrounds the content.</summary>
    public bool IsLeft(IElement element) => Left.Contains(element);
}

/// <summary>
/// Chooses the content of a page: what its author marked as such where that holds most of the words, else all but navigation. What is
/// navigation tells the markup (<see cref="FurnitureSigns"/>) and, at both ends of the page, the share of links
/// (<see cref="EdgeTrimming"/>). In doubt a part is kept.
/// </summary>
internal sealed class ContentChoice(ContentMeasure measure, FurnitureSigns signs, EdgeTrimming trimming, HtmlOptions options)
{

    /// <summary>The content of a page.</summary>
    /// <param name="body">Its body.</param>
    public PageContent Choose(IElement body)
    {
        var left = signs.Find(body);
        var whole = measure.Of(body, left);
        var main = Marked(body, left)
            .Select(element => (Element: element, Facts: measure.Of(element, left)))
            .OrderByDescending(candidate => candidate.Facts.Words)
            .FirstOrDefault();
        if (main.Element is not null && main.Facts.Words > 0 && main.Facts.TextWords >= options.MainShare * whole.TextWords)
        {
            var outside = measure.Of(body, left.Add(main.Element));
            if (!signs.IsProtected(outside with { HasTitle = false }))
                return OfMain(body, main.Element, left);
        }

        return new PageContent([body], left.Union(trimming.Find(body, left)));
    }

    // Of several articles none is the page.
    private static IEnumerable<IElement> Marked(IElement body, ImmutableHashSet<IElement> left)
    {
        var articles = body.QuerySelectorAll("article").Where(element => !IsInside(element, left)).ToList();
        return body.QuerySelectorAll("main, [role=main]").Where(element => !IsInside(element, left)).Concat(articles.Count == 1 ? articles : []);
    }

    // The title may stand above the element that its author marked as the content.
    private static PageContent OfMain(IElement body, IElement main, ImmutableHashSet<IElement> left)
    {
        if (main.QuerySelector("h1") is not null)
            return new PageContent([main], left);
        var titles = body.QuerySelectorAll("h1").Where(title => !IsInside(title, left)).ToList();
        return new PageContent(titles is [var title] ? [title, main] : [main], left);
    }

    private static bool IsInside(IElement element, ImmutableHashSet<IElement> left)
    {
        if (left.IsEmpty)
            return false;
        for (var ancestor = element; ancestor is not null; ancestor = ancestor.ParentElement)
        {
            if (left.Contains(ancestor))
                return true;
        }

        return false;
    }
}
