using Ingest.Layout;
using Ingest.Tables;

namespace Ingest.Segmentation.Conventions;

/// <summary>Lists inside lists: where the items of the outer one lead to those of the inner one, they are labels.</summary>
internal static class NestedLists
{
    // So many (0..1) of the outer items, and so many in all, must have items of their own.
    private const double MostHeads = 0.6;

    private const int LeastHeads = 2;

    // Points: a bullet that stands so much further right is a deeper one.
    private const double Indent = 5;

    /// <summary>The items of a section that head others; none where its lists are of one depth.</summary>
    public static HashSet<TextBlock> Heads(Section section)
    {
        var (outer, heads) = (new List<TextBlock>(), 0);
        TextBlock? top = null;
        for (var i = 0; i < section.Blocks.Length; i++)
        {
            if (section.Blocks[i] is not TextContent { Block: var block } || !IsItem(block))
            {
                top = null;
                continue;
            }

            if (top is not null && IsDeeper(top, block))
                continue;
            top = block;
            outer.Add(block);
            heads += i + 1 < section.Blocks.Length && section.Blocks[i + 1] is TextContent { Block: var next } && IsItem(next) && IsDeeper(block, next) ? 1 : 0;
        }

        return heads >= LeastHeads && heads >= MostHeads * outer.Count ? [.. outer] : [];
    }

    private static bool IsItem(TextBlock block) => block.Marker is { } marker && !marker.Any(char.IsLetterOrDigit);

    private static bool IsDeeper(TextBlock above, TextBlock below)
    {
        // Pages show how deep an item stands, other formats say it.
        if (LeftOf(above) is { } left && LeftOf(below) is { } right)
            return right > left + Indent;
        return above.ListLevel is { } own && below.ListLevel is { } other ? other > own : above.Marker != below.Marker;
    }

    private static double? LeftOf(TextBlock block) => block.Text.Words.FirstOrDefault() is { Regions: [{ Place: { } box }, ..] } ? box.Left : null;
}
