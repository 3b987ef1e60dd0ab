using System.Xml.Linq;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Odf;

/// <summary>
/// Counts the lists of a document while its paragraphs are read in order, and gives the marker that a reader sees. A level
/// starts anew after any higher one; a list counts on from another where it says so.
/// </summary>
internal sealed class OdfListNumbering(OdfStyles styles)
{
    private readonly Dictionary<string, int?[]> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _byStyle = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, OdfListStyle> _styles = [];
    private readonly int?[] _outline = new int?[OdfListStyle.Depths];

    /// <summary>The numbers of a list that begins, new or those of the list that it goes on with.</summary>
    /// <param name="list">The outermost list element.</param>
    public int?[] Begin(XElement list)
    {
        var style = list.Get(OdfXml.Text + "style-name");
        int?[]? counts = null;
        if (list.Get(OdfXml.Text + "continue-list") is { } before)
            _byId.TryGetValue(before, out counts);
        else if (list.IsOn(OdfXml.Text + "continue-numbering") && style is not null)
            _byStyle.TryGetValue(style, out counts);
        counts ??= new int?[OdfListStyle.Depths];
        if (list.Get(XNamespace.Xml + "id") is { } id)
            _byId[id] = counts;
        if (style is not null)
            _byStyle[style] = counts;
        return counts;
    }

    /// <summary>The marker of the next item of a list, counted; null where no style says how it looks.</summary>
    /// <param name="style">Name of the list style.</param>
    /// <param name="counts">The numbers of the list.</param>
    /// <param name="depth">Depth of the item, from 0.</param>
    /// <param name="start">The number that the item sets itself, or null.</param>
    public ListMarker? Item(string? style, int?[] counts, int depth, int? start) =>
        styles.List(style) is { } element ? Next(element, counts, depth, start) : null;

    /// <summary>
    /// The marker of a paragraph that stands in no list: that of the numbering of headings where its style takes part in it, else
    /// null. A list style alone, without a list around, numbers nothing.
    /// </summary>
    /// <param name="paragraph">The paragraph or heading.</param>
    /// <param name="paragraphStyle">Its style.</param>
    public ListMarker? Heading(XElement paragraph, string? paragraphStyle)
    {
        if (styles.Outline is not { } outline || styles.OutlineLevel(paragraphStyle) is not { } level || paragraph.IsOn(OdfXml.Text + "is-list-header"))
            return null;
        // The name of another list, or an empty one, takes the style out of the numbering of headings.
        return styles.Nearest(OdfStyles.Paragraph, paragraphStyle, OdfXml.Style + "list-style-name") is null or "Outline"
            ? Next(outline, _outline, (paragraph.Whole(OdfXml.Text + "outline-level") ?? level) - 1, paragraph.Whole(OdfXml.Text + "start-value"))
            : null;
    }

    private ListMarker? Next(XElement element, int?[] counts, int depth, int? start)
    {
        if (!_styles.TryGetValue(element, out var style))
            _styles[element] = style = new OdfListStyle(element, styles);
        if (depth >= counts.Length || style.At(depth) is not { } level)
            return null;
        // A level above that no item has used yet shows its first number, and that number is then taken.
        for (var higher = 0; higher < depth; higher++)
            counts[higher] ??= style.At(higher)?.Start ?? 1;
        counts[depth] = start ?? (counts[depth] is { } count ? count + 1 : level.Start);
        Array.Clear(counts, depth + 1, counts.Length - depth - 1);
        var text = level.IsBullet ? level.Bullet() : level.Number(counts, style.At);
        return new ListMarker(text.Length == 0 ? null : text, depth, level.IsBullet);
    }
}
