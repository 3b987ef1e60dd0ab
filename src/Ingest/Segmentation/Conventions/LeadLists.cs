using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// The strategy of a document that no heading announces as one: parts whose text leads to a list of what will be done, « L'agglomération s'engage à : »,
/// « L'objectif est de : ». Where amounts stand among them they may be actions, and nothing is made of them.
/// </summary>
internal sealed class LeadLists(StrategyVocabulary vocabulary, LabelReader marks)
{
    // So many parts must lead to a list of their own.
    private const int LeastParts = 2;

    private const int LongestLead = 120;

    /// <summary>The sections, the parts with such lists made a strategy; as they are where there are none.</summary>
    /// <param name="sections">The sections of a document without a strategy.</param>
    public ImmutableArray<Section> Mark(ImmutableArray<Section> sections)
    {
        var found = sections.Select(section => section.Kind is null or SectionKind.Preamble ? RangeIn(WithHeading(section)) : null).ToList();
        if (found.Sum(range => range?.Parts ?? 0) < LeastParts || sections.Zip(found).Any(pair => pair.Second is { } range && HasMoney(WithHeading(pair.First)[range.First..range.End])))
            return sections;
        return [.. sections.Zip(found).SelectMany(pair => pair.Second is { } range ? Cut(pair.First, range) : [pair.First])];
    }

    private static ImmutableArray<ContentBlock> WithHeading(Section section) => section.Heading is { } heading ? [new TextContent(heading), .. section.Blocks] : section.Blocks;

    private static IEnumerable<Section> Cut(Section section, Range range)
    {
        var blocks = WithHeading(section);
        var own = section.Heading is null ? 0 : 1;
        if (range.First > own)
            yield return section with { Blocks = blocks[own..range.First] };
        yield return section with { Kind = SectionKind.Strategy, Heading = null, Blocks = blocks[range.First..range.End] };
        if (range.End < blocks.Length)
            yield return section with { Heading = null, Blocks = blocks[range.End..] };
    }

    private Range? RangeIn(ImmutableArray<ContentBlock> blocks)
    {
        var (first, end, heading, parts, counted) = (-1, 0, -1, 0, -1);
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is not TextContent { Block: var block })
                continue;
            if (!StrategyLines.IsItem(block) && (block.HeadingLevel is > 0 || marks.Read(block.Text) is { Level: null, Numbers.IsEmpty: false }))
                heading = i;
            if (heading < 0 || !IsLead(block) || blocks.ElementAtOrDefault(i + 1) is not TextContent { Block: var next } || !StrategyLines.IsItem(next))
                continue;
            first = first < 0 ? heading : first;
            parts += heading == counted ? 0 : 1;
            counted = heading;
            end = i + 1;
            while (end < blocks.Length && blocks[end] is TextContent { Block: var item } && StrategyLines.IsItem(item))
                end++;
        }

        return first < 0 ? null : new Range(first, end, parts);
    }

    private bool IsLead(TextBlock block) => block.Text.Text.TrimEnd() is [.., ':'] && block.Text.Words.Take(LongestLead + 1).Count() <= LongestLead && vocabulary.LeadsToList(block.Text.Text);

    private static bool HasMoney(IEnumerable<ContentBlock> blocks) => blocks.Any(block => block is TableContent || (block is TextContent text && MoneyGrammar.Find(text.Block.Text.Text).Any(mention => mention.HasCurrency)));

    // The blocks from the heading of the first list to the end of the last, and under how many headings lists stand.
    private sealed record Range(int First, int End, int Parts);
}
