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

    /// <summary>The items of a section that head others, with how deep they stand from 0; none where its lists are of one depth.</summary>
    public static Dictionary<TextBlock, int> Heads(Section section)
    {
        var items = new List<(TextBlock Block, int Depth, bool IsHead)>();
        var above = new List<TextBlock>();
        for (var i = 0; i < section.Blocks.Length; i++)
        {
            if (section.Blocks[i] is not TextContent { Block: var block } || !StrategyLines.IsItem(block))
            {
                above.Clear();
                continue;
            }

            while (above.Count > 0 && !IsDeeper(above[^1], block))
                above.RemoveAt(above.Count - 1);
            var isHead = i + 1 < section.Blocks.Length && section.Blocks[i + 1] is TextContent { Block: var next } && StrategyLines.IsItem(next) && IsDeeper(block, next);
            items.Add((block, above.Count, isHead));
            above.Add(block);
        }

        var deep = items.GroupBy(item => item.Depth).Where(group => group.Count(item => item.IsHead) is var heads && heads >= LeastHeads && heads >= MostHeads * group.Count()).Select(group => group.Key).ToHashSet();
        return items.Where(item => deep.Contains(item.Depth)).ToDictionary(item => item.Block, item => item.Depth);
    }

    private static bool IsDeeper(TextBlock above, TextBlock below)
    {
        // Pages show how deep an item stands, other formats say it.
        if (LeftOf(above) is { } left && LeftOf(below) is { } right)
            return right > left + Indent;
        return above.ListLevel is { } own && below.ListLevel is { } other ? other > own : above.Marker != below.Marker;
    }

    private static double? LeftOf(TextBlock block) => block.Text.Words.FirstOrDefault() is { Regions: [{ Place: { } box }, ..] } ? box.Left : null;
}
