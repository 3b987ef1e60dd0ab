using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>
/// Finds by the markup what surrounds the content: elements and roles made for it, and the words of authors in « class » and « id ». A
/// part that holds the title, money, a long table or a long section is content whatever it is called; so is one that holds most
/// of the words that are no links.
/// </summary>
internal sealed class FurnitureSigns(ContentMeasure measure, Visibility visibility, LayoutTables layout, HtmlOptions options)
{
    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar");

    private static readonly FrozenSet<string> WindowRoles = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "dialog", "alertdialog");

    // What authors name for its place on the page. The rows and cells of a table are named for their place in the table.
    private static readonly FrozenSet<string> Named = FrozenSet.Create(
        StringComparer.Ordinal, "div", "section", "ul", "ol", "nav", "header", "footer", "aside", "form", "table", "td", "a", "dl", "p", "span");

    private static readonly FrozenSet<string> Sectioning = FrozenSet.Create(StringComparer.Ordinal, "article", "main", "section");

    private readonly NameWords _furniture = new(options.FurnitureWords);
    private readonly NameWords _banners = new(options.BannerWords);

    private enum Sign
    {
        None,
        Furniture,
        Banner,
    }

    /// <summary>The elements that surround the content, none inside another.</summary>
    public ImmutableHashSet<IElement> Find(IElement body)
    {
        var found = ImmutableHashSet.CreateBuilder<IElement>();
        var banners = new HashSet<IElement>();
        Collect(body, Sign.Banner, int.MaxValue, banners);
        // Their words do not count: the banner of a short page is longer than its text.
        var most = measure.Of(body, banners).TextWords / 2;
        found.UnionWith(banners);
        var others = new HashSet<IElement>();
        Collect(body, Sign.Furniture, most, others, banners);
        found.UnionWith(others);
        return found.ToImmutable();
    }

    /// <summary>Whether a part with these facts is content whatever it is called.</summary>
    public bool IsProtected(ContentFacts facts) =>
        facts.HasTitle || facts.HasMoney || facts.MostRows >= options.ProtectedRows || facts.LongestSection >= options.ProtectedSection;

    private void Collect(IElement parent, Sign wanted, int most, HashSet<IElement> found, HashSet<IElement>? passed = null)
    {
        foreach (var child in parent.Children)
        {
            if (child.IsSilent() || passed?.Contains(child) == true)
                continue;
            if (visibility.IsHidden(child))
            {
                // A menu that opens on a touch, a window that waits: what is told of them is told with the others.
                if (Of(child) == wanted && !measure.Of(child).HasMoney)
                    found.Add(child);
            }
            else if (Of(child) == wanted && IsTakenOut(child, wanted, most))
                found.Add(child);
            else
                Collect(child, wanted, most, found, passed);
        }
    }

    private bool IsTakenOut(IElement element, Sign sign, int most)
    {
        var facts = measure.Of(element);
        return sign == Sign.Banner
            ? !facts.HasMoney && !facts.HasTitle && element.QuerySelector("main, article, [role=main], header, footer") is null
            : facts.TextWords <= most && !IsProtected(facts);
    }

    private Sign Of(IElement element)
    {
        var role = element.GetAttribute("role") ?? "";
        if (WindowRoles.Contains(role) || (Named.Contains(element.LocalName) && _banners.Mark(element)))
            return Sign.Banner;
        return Roles.Contains(role) || IsMade(element) || (_furniture.Mark(element) && IsNamed(element)) ? Sign.Furniture : Sign.None;
    }

    // A header or footer is one of the page only outside its articles (HTML Accessibility API Mappings).
    private bool IsMade(IElement element) => element.LocalName switch
    {
        "nav" or "form" or "search" => true,
        // Beside a text stands also what its author wants to be seen first.
        "aside" => !HasAncestor(element, Sectioning) || measure.Of(element).LinkDensity > options.LinkDensity,
        "header" or "footer" => !HasAncestor(element, Sectioning),
        _ => false,
    };

    private bool IsNamed(IElement element) => element.LocalName switch
    {
        "td" => element.Closest("table") is { } table && layout.IsLayout(table),
        "header" => false,
        "p" or "span" => IsInLink(element),
        _ => Named.Contains(element.LocalName),
    };

    // « p.search » may be a line of text; one that only holds links is not.
    private bool IsInLink(IElement element) => measure.Of(element).LinkDensity > options.NeighbourLinkDensity;

    private static bool HasAncestor(IElement element, FrozenSet<string> names)
    {
        for (var ancestor = element.ParentElement; ancestor is not null; ancestor = ancestor.ParentElement)
        {
            if (names.Contains(ancestor.LocalName))
                return true;
        }

        return false;
    }
}
