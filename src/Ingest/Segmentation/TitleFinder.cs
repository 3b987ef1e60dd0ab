using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>Finds the paragraph that is the document's own title, by its words first: formats differ in how they show a title.</summary>
internal sealed partial class TitleFinder(TerminologyVocabulary terms, StrategyVocabulary strategy, SegmentationOptions options)
{
    // From which score on a line is the heading of a part: half of its words say so, or its first.
    private const double HeadsSection = 0.9;

    /// <summary>The title; null where no paragraph speaks for a kind of document or is marked as one.</summary>
    public TextBlock? Find(IEnumerable<TextBlock> opening)
    {
        var largest = opening.Max(block => block.FontSize) ?? 0;
        var candidates = opening
            .Where(block => block.Role is FlowRole.Body or FlowRole.TextBox && block.Marker is null && !block.Text.IsEmpty)
            .Select((block, index) => (Block: block, Score: Score(block, index)))
            .Where(candidate => candidate.Score > 0)
            .Select(candidate => candidate with { Score = candidate.Score + (largest > 0 && candidate.Block.FontSize >= largest ? 0.75 : 0) })
            .ToList();
        return candidates.Count > 0 ? candidates.MaxBy(candidate => candidate.Score).Block : OnlyTopHeading(opening);
    }

    /// <summary>
    /// The title with the lines that go on from it: set alike, behind a line that cannot be at its end. Centred lines are
    /// blocks of their own.
    /// </summary>
    /// <param name="title">The paragraph that was found.</param>
    /// <param name="opening">The paragraphs among which it was found.</param>
    public SourceText Whole(TextBlock title, IEnumerable<TextBlock> opening)
    {
        var words = title.Text.Words.ToList();
        var sizes = opening.Where(block => block.FontSize is not null).ToList();
        var largest = sizes.Max(block => block.FontSize) ?? 0;
        var usual = sizes.GroupBy(block => block.FontSize).OrderByDescending(group => group.Sum(block => block.Text.Words.Count())).Select(group => group.Key).FirstOrDefault() ?? 0;
        foreach (var next in opening.SkipWhile(block => block != title).Skip(1))
        {
            var isAlike = next.FontSize == title.FontSize && next.IsBold == title.IsBold && next.HeadingLevel == title.HeadingLevel && next.Role == title.Role && next.Marker is null;
            var last = words[^1].Text;
            var isOpen = last[^1] is '-' or ',' or ':' or '’' or '\'' || strategy.IsFunctionWord(last) || words.Count(word => word.Text.Contains('(', StringComparison.Ordinal)) > words.Count(word => word.Text.Contains(')', StringComparison.Ordinal));
            // Lines of one title may each be whole: what is set as large as the title and larger than the text goes on with it.
            var isOfTitle = isOpen || (title.FontSize is { } size && size >= largest && size > usual);
            if (!isAlike || !isOfTitle || next.Text.IsEmpty || words.Count + next.Text.Words.Count() > options.LongestTitle)
                break;
            var rest = next.Text.Words.ToList();
            // « (2024- » and « 2030) » are one word.
            if (last[^1] is '-' && last.Length > 1)
            {
                words[^1] = words[^1] with { Text = last + rest[0].Text, Raw = $"{last} {rest[0].Text}", Regions = [.. words[^1].Regions, .. rest[0].Regions] };
                rest.RemoveAt(0);
            }

            words.AddRange(rest);
        }

        return words[^1] == title.Text.Words.Last() ? title.Text : SourceText.Of(words);
    }

    // A document of no known kind may still show its title: the one heading above all others, else the one largest line.
    private TextBlock? OnlyTopHeading(IEnumerable<TextBlock> opening)
    {
        var headings = opening.Where(block => block.HeadingLevel is not null && block.Text.Words.Count() <= options.LongestTitle).ToList();
        if (headings.Count > 0)
            return headings.Count(block => block.HeadingLevel == headings.Min(heading => heading.HeadingLevel)) == 1 ? headings.MinBy(block => block.HeadingLevel) : null;
        var largest = opening.Where(block => block.FontSize is not null && !block.Text.IsEmpty).GroupBy(block => block.FontSize).MaxBy(group => group.Key)?.ToList();
        return largest is [{ Role: FlowRole.Body } only] && opening.Any(block => block.FontSize < only.FontSize) && only.Text.Words.Count() is > 2 and var words && words <= options.LongestTitle ? only : null;
    }

    private double Score(TextBlock block, int index)
    {
        var text = block.Text.Text;
        var words = block.Text.Words.Count();
        if (words > options.LongestTitle || words < 2 || FilingGrammar.Find(text).Length > 0 || SentenceBreak().IsMatch(text))
            return 0;
        var kind = terms.MatchKinds(text).Where(match => match.Kind != DocumentKind.Other).Select(match => match.Weight).DefaultIfEmpty(0).Max();
        var isSentence = text.TrimEnd().EndsWith('.') && words > options.CaptionWords;
        var isHeading = block.HeadingLevel is not null;
        // Without a word that tells the kind, a short line with the year, or what the source marks as the title, is one.
        var hasYear = YearGrammar.FindPeriods(text).Any(mention => !terms.IsInFramework(text, mention.Start));
        if (kind == 0 && block.HeadingLevel is not 0 && (!hasYear || isSentence || text.TrimEnd()[^1] is '.' or ';' || words > options.CaptionWords || text.TrimEnd().EndsWith(':')))
            return 0;
        return (2 * kind)
            + (hasYear ? 1 : 0)
            + (isHeading || block.IsBold ? 0.5 : 0)
            // The largest line may be a logo.
            + (block.HeadingLevel != 0 ? 0 : kind > 0 ? 1.5 : 0.75)
            - (isSentence ? 1.5 : 0)
            - (Part().IsMatch(text) ? 1 : 0)
            - (strategy.MatchSection(text) is [{ Score: >= HeadsSection }, ..] ? 1 : 0)
            - (words / 100.0)
            - (index / 1000.0);
    }

    // Two sentences are a paragraph, whatever its words.
    [GeneratedRegex(@"[.!?][ \u00A0]\p{Lu}.*[.!?]$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex SentenceBreak();

    [GeneratedRegex(@"^(?:article|chapitre|titre|partie|annexe)[ \u00A0](?:n°[ \u00A0]?)?(?:\d|[IVX]+\b|premier)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
