using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>
/// Finds menus at the beginning and end of a page that no name gives away, by the share of links in a block and in its neighbours and by
/// its length: the classifier by number of words and link density of C. Kohlschütter, P. Fankhauser, W. Nejdl, « Boilerplate
/// Detection using Shallow Text Features », WSDM 2010, with its thresholds. Unlike there, only the two ends of a page are
/// looked at, up to the first and last block of content, and short blocks fall only between blocks of links: what is in the middle is
/// kept, for a line too many costs less than one lost.
/// </summary>
internal sealed class EdgeTrimming(ContentMeasure measure, Visibility visibility, LayoutTables layout, HtmlOptions options)
{
    /// <summary>The blocks at both ends that are navigation; none where nothing else would be left.</summary>
    public ImmutableHashSet<IElement> Find(IElement body, ImmutableHashSet<IElement> left)
    {
        var blocks = new List<Block>();
        Collect(body, left, blocks);
        var first = 0;
        while (first < blocks.Count && IsNavigation(blocks, first, step: 1))
            first++;
        if (first == blocks.Count)
            return [];
        var last = blocks.Count - 1;
        while (last > first && IsNavigation(blocks, last, step: -1))
            last--;
        return [.. blocks[..first].Concat(blocks[(last + 1)..]).Select(block => block.Element).OfType<IElement>()];
    }

    private bool IsNavigation(List<Block> blocks, int at, int step)
    {
        var block = blocks[at];
        if (block.Element is null || block.IsContent)
            return false;
        if (block.LinkDensity > options.LinkDensity)
            return true;
        // A label between lists of links; before the first and after the last block stands the edge of the page.
        return block.Words <= options.ShortBlock && IsLinks(blocks, at + step) && (IsEdge(blocks, at - step) || IsLinks(blocks, at - step));
    }

    private bool IsLinks(List<Block> blocks, int at) => !IsEdge(blocks, at) && blocks[at].LinkDensity > options.NeighbourLinkDensity;

    private static bool IsEdge(List<Block> blocks, int at) => at < 0 || at >= blocks.Count;

    // Blocks that hold no other block; text that stands beside blocks is one that cannot be taken out.
    private void Collect(IElement parent, ImmutableHashSet<IElement> left, List<Block> blocks)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text && HtmlElements.Words(text.Data) is { Length: > 0 } words)
                blocks.Add(new Block(null, words.Length, 0, IsContent: true));
            if (child is not IElement element || element.IsSilent() || left.Contains(element) || visibility.IsHidden(element))
                continue;
            var isData = element.LocalName == "table" && !layout.IsLayout(element);
            if (OfficeMarks.Role(element) is not null)
                blocks.Add(new Block(element, measure.Of(element).Words, 0, IsContent: true));
            else if (!isData && HasBlocks(element))
                Collect(element, left, blocks);
            else
                Add(element, isData, blocks);
        }
    }

    private void Add(IElement element, bool isData, List<Block> blocks)
    {
        var facts = measure.Of(element);
        // Entries of a menu are short; what names a document that can be fetched is not.
        var isOfDocuments = facts.Links > 0 && facts.LinkWords > options.LongestEntry * facts.Links;
        var isContent = element.LocalName == "h1" || isOfDocuments || (isData && (facts.HasMoney || facts.LinkDensity <= options.LinkDensity));
        if (facts.Words > 0)
            blocks.Add(new Block(element, facts.Words, facts.LinkDensity, isContent));
    }

    private static bool HasBlocks(IElement element) =>
        element.Children.Any(child => child.IsBlock() || HasBlocks(child));

    private readonly record struct Block(IElement? Element, int Words, double LinkDensity, bool IsContent);
}
