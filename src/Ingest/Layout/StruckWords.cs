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

    // A rule that reaches so much further than the words that it crosses is no strike: it is a rule that words were set over.
    private const double Overhang = 0.35;

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
        foreach (var rule in page.Rulings.Where(rule => rule.IsHorizontal))
        {
            var crossed = page.Words.Where(word => Crosses(rule, word)).ToList();
            if (crossed.Count == 0 || rule.Box.Width > (1 + Overhang) * Reach(crossed) + crossed[0].Font.Size)
                continue;
            rules.Add(rule);
            var own = crossed.Where(words.Add).OrderBy(word => word.Box.Left).ToList();
            if (own.Count == 0)
                continue;
            var text = SourceText.Of(own.Select(word => LinesToText.ToSource(word, page.Number)));
            findings.Add(TextFindings.StruckOut.At(null, text.ToEvidence(), text.Text));
        }

        return words.Count == 0 ? (page, []) : (page with { Words = page.Words.RemoveAll(words.Contains), Rulings = page.Rulings.RemoveAll(rules.Contains) }, findings.ToImmutable());
    }

    private static double Reach(List<Word> words) => words.Max(word => word.Box.Right) - words.Min(word => word.Box.Left);

    private static bool Crosses(Ruling rule, Word word)
    {
        if (word.Direction != TextDirection.Horizontal || word.Origin != Origin.Text || word.Box.Height <= 0 || rule.Box.Height > Thickest * word.Box.Height)
            return false;
        var height = (rule.Box.CenterY - word.Box.Top) / word.Box.Height;
        var covered = Math.Min(rule.Box.Right, word.Box.Right) - Math.Max(rule.Box.Left, word.Box.Left);
        return height is > HighestStrike and < LowestStrike && covered >= 0.8 * word.Box.Width;
    }
}
