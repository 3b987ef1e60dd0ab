using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
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

    // A document of no known kind may still show its title: the one heading above all others.
    private TextBlock? OnlyTopHeading(IEnumerable<TextBlock> opening)
    {
        var headings = opening.Where(block => block.HeadingLevel is not null && block.Text.Words.Count() <= options.LongestTitle).ToList();
        return headings.Count > 0 && headings.Count(block => block.HeadingLevel == headings.Min(heading => heading.HeadingLevel)) == 1
            ? headings.MinBy(block => block.HeadingLevel)
            : null;
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
            + (block.HeadingLevel == 0 ? 1.5 : 0)
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
