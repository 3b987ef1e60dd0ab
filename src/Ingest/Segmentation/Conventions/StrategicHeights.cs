using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>The headings of a strategy.</summary>
/// <param name="Heights">The heights at which they are set.</param>
/// <param name="Headings">Those of them that lead to what will be done.</param>
/// <param name="Openers">Those of them that may open a strategy: where most at a height bear a mark, only these.</param>
internal sealed record StrategicHeadings(ImmutableHashSet<int> Heights, ImmutableHashSet<TextBlock> Headings, ImmutableHashSet<TextBlock> Openers)
{
    /// <summary>Whether a heading is set at a height that the strategy, which has some, has not.</summary>
    /// <param name="heading">The heading.</param>
    public bool IsElsewhere(TextBlock heading) => !Heights.IsEmpty && heading.HeadingLevel is { } height && !Heights.Contains(height);

    /// <summary>
    /// Whether a heading that bears no mark is of another chapter: it is set higher than the lowest of the strategy at a height that the strategy
    /// has not, or as high as the chapter of the strategy without leading to anything.
    /// </summary>
    /// <param name="heading">The heading.</param>
    /// <param name="chapter">The heading of the strategy itself; null where its first label opened it.</param>
    public bool IsForeign(TextBlock heading, TextBlock? chapter) => !Heights.IsEmpty && !Headings.Contains(heading)
        && ((heading.HeadingLevel < Heights.Max() && !Heights.Contains(heading.HeadingLevel!.Value)) || heading.HeadingLevel == chapter?.HeadingLevel);
}

/// <summary>
/// The heights at which a document sets the headings of its strategy, told by what stands below them: lists of what will be done,
/// or labels with a mark. Where looks alone tell heights, those of the strategy may be set larger than the chapters around it.
/// </summary>
internal sealed class StrategicHeights(StrategyVocabulary vocabulary, LabelReader marks, FrenchLexicon lexicon, NoiseFilter noise)
{
    // So many of the headings of one height (0..1) must lead to what will be done, and so many at least.
    private const double MostHeadings = 0.6;

    private const int LeastHeadings = 2;

    // So many items of a list (0..1) must open with an infinitive.
    private const double MostItems = 0.6;

    /// <summary>The headings; none where headings do not tell the strategy.</summary>
    /// <param name="blocks">The blocks of the document, tables of contents left out.</param>
    public StrategicHeadings Find(IReadOnlyList<ContentBlock> blocks)
    {
        var headings = new List<(TextBlock Block, int Height, bool IsLabel, bool IsStrategic)>();
        var other = (int?)null;
        for (var i = 0; i < blocks.Count; i++)
        {
            // What recognition made of a stamp may be as large as a heading.
            if (blocks[i] is not TextContent { Block: { HeadingLevel: > 0 and var height } block } || StrategyLines.IsItem(block) || !noise.HasContent(block.Text))
                continue;
            if (height <= other)
                other = null;
            if (other is not null)
                continue;
            var isLabel = marks.Read(block.Text) is { IsExplicit: true, Level: not null };
            if (!isLabel && vocabulary.SectionOf(block.Text.Text) is not (null or SectionKind.Strategy or SectionKind.Contents))
            {
                other = height;
                continue;
            }

            headings.Add((block, height, isLabel, isLabel || LeadsToActs(blocks, i)));
        }

        for (var i = headings.Count - 2; i >= 0; i--)
        {
            for (var below = i + 1; below < headings.Count && headings[below].Height > headings[i].Height; below++)
                headings[i] = headings[i] with { IsStrategic = headings[i].IsStrategic || headings[below].IsStrategic };
        }

        var groups = headings.GroupBy(heading => heading.Height)
            .Where(group => group.Count(heading => heading.IsStrategic) is var count && count >= LeastHeadings && count >= MostHeadings * group.Count()).ToList();
        return new StrategicHeadings([.. groups.Select(group => group.Key)], [.. groups.SelectMany(group => group).Where(heading => heading.IsStrategic).Select(heading => heading.Block)], [.. groups.SelectMany(group =>
        {
            var told = group.Where(heading => heading.IsStrategic).ToList();
            return told.Count(heading => heading.IsLabel) * 2 > told.Count ? told.Where(heading => heading.IsLabel) : told;
        }).Select(heading => heading.Block)]);
    }

    // Whether the items up to the next heading say what will be done.
    private bool LeadsToActs(IReadOnlyList<ContentBlock> blocks, int index)
    {
        var below = blocks.Skip(index + 1).TakeWhile(block => block is not TextContent { Block: { HeadingLevel: not null } next } || StrategyLines.IsItem(next))
            .OfType<TextContent>().Select(text => text.Block).ToList();
        var items = below.Where(StrategyLines.IsItem).ToList();
        return items.Count > 0 && items.Count(OpensWithInfinitive) >= MostItems * items.Count && !items.Exists(HasMoney) && !below.TakeWhile(block => block != items[0]).TakeLast(1).Any(IsOtherLead);
    }

    // « Les habitants disent : » leads to no commitment.
    private bool IsOtherLead(TextBlock block) => block.Text.Text.TrimEnd() is [.., ':'] && !vocabulary.LeadsToList(block.Text.Text) && vocabulary.MatchHeader(block.Text.Text).IsEmpty
        && !vocabulary.MatchSection(block.Text.Text).Any(match => match.Section == SectionKind.Strategy);

    // What costs something may be an action of a programme.
    private static bool HasMoney(TextBlock item) => MoneyGrammar.Find(item.Text.Text).Any(mention => mention.HasCurrency);

    private bool OpensWithInfinitive(TextBlock item) => item.Text.Words.FirstOrDefault() is { } word && lexicon.IsInfinitive(word.Text.TrimEnd('.', ',', ';', ':'));
}
