using System.Collections.Immutable;
using System.Xml.Linq;

namespace Ingest.Reading.Odf;

/// <summary>Finds the headers and footers that the pages of a text show, in the order of the pages.</summary>
internal static class OdtMasterPages
{
    // The first page, then the pages at the right, then those at the left.
    private static readonly string[] Variants = ["-first", "", "-left"];

    /// <summary>The elements shown at one edge of the pages.</summary>
    /// <param name="styles">Root of the part that has the master pages; null where there is none.</param>
    /// <param name="body">The text.</param>
    /// <param name="content">The styles of the text.</param>
    /// <param name="edge">« header » or « footer ».</param>
    public static ImmutableArray<XElement> Shown(XElement? styles, XElement body, OdfStyles content, string edge)
    {
        var pages = Pages(styles);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var elements = ImmutableArray.CreateBuilder<XElement>();
        foreach (var start in Named(body, content, pages))
        {
            // A page says which one follows it; the cover's follower is that of the rest.
            for (var name = start; name is not null && pages.TryGetValue(name, out var page) && seen.Add(name); name = page.Get(OdfXml.Style + "next-style-name"))
                elements.AddRange(Edges(page, edge));
        }

        return elements.ToImmutable();
    }

    /// <summary>The elements shown at one edge of the pages of one master.</summary>
    /// <param name="styles">Root of the part that has the master pages; null where there is none.</param>
    /// <param name="name">Name of the master page, or null.</param>
    /// <param name="edge">« header » or « footer ».</param>
    public static IEnumerable<XElement> Edges(XElement? styles, string? name, string edge) =>
        name is not null && Pages(styles).TryGetValue(name, out var page) ? Edges(page, edge) : [];

    private static Dictionary<string, XElement> Pages(XElement? styles) =>
        (styles?.Element(OdfXml.Office + "master-styles")?.Elements(OdfXml.Style + "master-page") ?? [])
            .GroupBy(page => page.Get(OdfXml.Style + "name") ?? "")
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static IEnumerable<XElement> Edges(XElement page, string edge) =>
        Variants.Select(variant => Edge(page, edge + variant)).OfType<XElement>();

    private static XElement? Edge(XElement page, string name) =>
        (page.Element(OdfXml.Style + name) ?? page.Element(OdfXml.Extension + name)) is { } edge && edge.Get(OdfXml.Style + "display") != "false" ? edge : null;

    // The pages that paragraphs and tables begin, before them that of a text whose first block asks for none.
    private static IEnumerable<string> Named(XElement body, OdfStyles content, Dictionary<string, XElement> pages)
    {
        var isFirst = true;
        foreach (var block in body.Descendants())
        {
            var isTable = block.Name == OdfXml.Table + "table";
            if (!isTable && block.Name != OdfXml.Text + "p" && block.Name != OdfXml.Text + "h")
                continue;
            if (block.Ancestors().Any(ancestor => ancestor.Name == OdfXml.Text + "tracked-changes"))
                continue;
            var style = isTable ? block.Get(OdfXml.Table + "style-name") : block.Get(OdfXml.Text + "style-name");
            var name = content.Nearest(isTable ? "table" : OdfStyles.Paragraph, style, OdfXml.Style + "master-page-name");
            if (!string.IsNullOrEmpty(name))
                yield return name;
            else if (isFirst && pages.Count > 0)
                yield return pages.ContainsKey("Standard") ? "Standard" : pages.Keys.First();
            isFirst = false;
        }
    }
}
