using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>
/// Takes out the words of a page that a rule runs through at the height of small letters. Rules of tables run between lines of text, those
/// that underline run below them.
/// </summary>
internal static class StruckWords
{
    // Where a line through text runs, as a share of the height of its box from the top: font boxes hold ascent and descent.
    private const double HighestStrike = 0.38;

    private const double LowestStrike = 0.72;

    // Share of the rule that stands in words: what runs on where there are none is a rule that words were set over.
    private const double InWords = 0.7;

    // Thicker than this share of the letters it is a bar.
    private const double Thickest = 0.2;

    /// <summary>The page without its struck words and the rules through them, and what is told of them.</summary>
    public static (Page Page, ImmutableArray<Finding> Findings) TakeOut(Page page)
    {
        if (page.Rulings.IsEmpty || page.Words.IsEmpty)
            return (page, []);
        var words = new HashSet<Word>(ReferenceEqualityComparer.Instance);
        var rules = new HashSet<Ruling>(ReferenceEqualityComparer.Instance);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var byTop = page.Words.Where(word => word.Direction == TextDirection.Horizontal && word.Origin == Origin.Text && word.Box.Height > 0).OrderBy(word => word.Box.Top).ToList();
        if (byTop.Count == 0)
            return (page, []);
        var (tops, tallest) = (byTop.ConvertAll(word => word.Box.Top), byTop.Max(word => word.Box.Height));
        foreach (var rule in page.Rulings.Where(rule => rule.IsHorizontal))
        {
            var crossed = Between(tops, byTop, rule.Box.CenterY - tallest, rule.Box.CenterY).Where(word => Crosses(rule, word)).ToList();
            if (crossed.Count == 0 || crossed.Sum(word => word.Box.Width) < InWords * rule.Box.Width)
                continue;
            rules.Add(rule);
            var own = crossed.Where(words.Add).OrderBy(word => word.Box.Left).ToList();
            if (own.Count == 0)
                continue;
            var text = SourceText.Of(own.Select(word => LinesToText.ToSource(word, page.Number)));
            findings.Add(TextFindings.StruckOut.At(null, text.ToEvidence(), text.Text));
        }

        return words.Count == 0 ? (page, []) : (Without(page, words) with { Rulings = page.Rulings.RemoveAll(rules.Contains) }, findings.ToImmutable());
    }

    // Tagged cells name their words by their places among those of the page: these move up.
    private static Page Without(Page page, HashSet<Word> words)
    {
        var places = new int[page.Words.Length];
        var kept = 0;
        for (var i = 0; i < places.Length; i++)
            places[i] = words.Contains(page.Words[i]) ? -1 : kept++;
        ImmutableArray<int> Moved(ImmutableArray<int> own) => [.. own.Select(place => places[place]).Where(place => place >= 0)];
        return page with
        {
            Words = page.Words.RemoveAll(words.Contains),
            TaggedTables = [.. page.TaggedTables.Select(table => table with { Cells = [.. table.Cells.Select(cell => cell with { Words = Moved(cell.Words) })] })],
        };
    }

    // The words that begin between two heights: a page of many rules and words is not looked through for each rule.
    private static IEnumerable<Word> Between(List<double> tops, List<Word> words, double from, double to)
    {
        var first = tops.BinarySearch(from);
        first = first < 0 ? ~first : first;
        while (first > 0 && tops[first - 1] >= from)
            first--;
        for (var i = first; i < words.Count && tops[i] <= to; i++)
            yield return words[i];
    }

    private static bool Crosses(Ruling rule, Word word)
    {
        if (rule.Box.Height > Thickest * word.Box.Height)
            return false;
        var height = (rule.Box.CenterY - word.Box.Top) / word.Box.Height;
        var covered = Math.Min(rule.Box.Right, word.Box.Right) - Math.Max(rule.Box.Left, word.Box.Left);
        return height is > HighestStrike and < LowestStrike && covered >= 0.8 * word.Box.Width;
    }
}
