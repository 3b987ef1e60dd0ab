using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Segmentation.Passages;

/// <summary>
/// Finds items whose money stands in the paragraphs below them and not behind their marks: « ➢ Le cartable malin – Association X », and below,
/// set in, what is done, what it costs and who pays.
/// </summary>
internal static class StackedItems
{
    // So many of the items (0..1) must have their money below.
    private const double Stacked = 0.6;

    // More paragraphs below an item are a section.
    private const int MostBelow = 4;

    /// <summary>The items, each with the paragraphs below it; empty where items say their money themselves.</summary>
    /// <param name="blocks">The blocks of a part.</param>
    /// <param name="isItem">Whether a block opens an item.</param>
    /// <param name="hasMoney">Whether a block tells money.</param>
    public static ImmutableArray<PassageItem> In(ImmutableArray<TextBlock> blocks, Func<TextBlock, bool> isItem, Func<TextBlock, bool> hasMoney)
    {
        var items = ImmutableArray.CreateBuilder<PassageItem>();
        var marked = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (!isItem(blocks[i]))
                continue;
            marked++;
            var last = i;
            while (last + 1 < blocks.Length && last - i < MostBelow && !isItem(blocks[last + 1]) && !hasMoney(blocks[last]))
                last++;
            if (!hasMoney(blocks[i]) && last > i && hasMoney(blocks[last]))
                items.Add(new PassageItem(blocks[i..(last + 1)]));
        }

        return items.Count > 0 && items.Count >= Stacked * marked ? items.ToImmutable() : [];
    }
}
