using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Reading.Flow;

/// <summary>What readers of flowing formats do with the blocks that they made.</summary>
internal static class FlowBlocks
{
    /// <summary>
    /// The blocks that say something: empty paragraphs are distance, not text; but one between two tables is what keeps these apart.
    /// </summary>
    public static ImmutableArray<FlowBlock> WithoutEmptyParagraphs(IEnumerable<FlowBlock> blocks)
    {
        var kept = ImmutableArray.CreateBuilder<FlowBlock>();
        FlowParagraph? gap = null;
        foreach (var block in blocks)
        {
            if (block is FlowParagraph { Text: "" } empty)
            {
                gap ??= empty;
                continue;
            }

            if (gap is not null && block is FlowTable && kept.LastOrDefault() is FlowTable)
                kept.Add(gap);
            gap = null;
            kept.Add(block);
        }

        return kept.ToImmutable();
    }

    /// <summary>All words of the blocks, to tell equal headers.</summary>
    public static string Words(IEnumerable<FlowBlock> blocks) => string.Join('\n', blocks.Select(block => block switch
    {
        FlowParagraph paragraph => paragraph.Text,
        FlowTable table => string.Join('\t', table.Cells.Select(cell => Words(cell.Content))),
        _ => "",
    }));
}
