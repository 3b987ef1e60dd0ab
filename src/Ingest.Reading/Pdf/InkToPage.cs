using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Pdf.Forms;

namespace Ingest.Reading.Pdf;

/// <summary>From what a page paints to what a reader says of it.</summary>
internal static class InkToPage
{
    /// <summary>The page with its findings.</summary>
    public static Page Convert(PageInk ink, int number, int count, TaggedTables tagged, PdfReadingOptions options, ReadingLimits limits)
    {
        var (rulings, fills) = PathsToRulings.Convert(ink.Paths, ink.Images, options);
        // One path may have any number of sides.
        if (rulings.Length > limits.PagePaths)
            (rulings, ink) = (rulings[..limits.PagePaths], ink with { Met = InkLimit.Paths });
        var own = DrawnBullets.Insert(GlyphsToWords.Convert(ink.Glyphs, rulings, options), ink.Paths, options);
        var words = AnnotationWords.Merge(own, ink.Annotations.Shown, rulings, options);
        return new Page
        {
            Number = number,
            PageCount = count,
            Size = ink.Size,
            Words = words,
            TaggedTables = tagged.On(number, words),
            Rulings = rulings,
            Fills = fills,
            Images = [.. ink.Images.Where(image => !PathsToRulings.IsRule(image.Box, options))],
            Findings = [.. LimitsOf(ink, number, limits), .. FindingsOf(ink, own, number, options), .. AnnotationFindings.Of(ink.Annotations, number, options)],
        };
    }

    private static ReadOnlySpan<Finding> LimitsOf(PageInk ink, int number, ReadingLimits limits) => ink.Met switch
    {
        InkLimit.Letters => new[] { SourceFindings.LetterLimit.At(null, PageEvidence.Whole(number), number, limits.PageLetters) },
        InkLimit.Paths => new[] { SourceFindings.PathLimit.At(null, PageEvidence.Whole(number), number, limits.PagePaths) },
        _ => [],
    };

    private static IEnumerable<Finding> FindingsOf(PageInk ink, ImmutableArray<Word> words, int number, PdfReadingOptions options)
    {
        if (ink.Unread is { } why)
            yield return SourceFindings.UnreadPart.At(null, PageEvidence.Whole(number), string.Create(CultureInfo.InvariantCulture, $"page {number}"), why);

        var visible = words.Where(word => word.IsVisible).ToList();
        if (visible.Count == 0 && HasInk(ink))
            yield return SourceFindings.ImageOnlyPage.At(null, PageEvidence.Whole(number), number);

        if (visible.Count > 0 && OutlinedText.Count(ink.Paths, words, options) is > 0 and var shapes)
            yield return SourceFindings.InkWithoutText.At(null, PageEvidence.Whole(number), number, shapes, OutlinedText.Letters(words));

        var hidden = words.Where(word => !word.IsVisible).ToList();
        if (hidden.Count > 0)
            yield return TextFindings.Invisible.At(null, PageEvidence.Of(number, hidden, options), hidden.Count, number);

        var unknown = visible.Where(word => word.Confidence < 1).ToList();
        var characters = ink.Glyphs.Count(glyph => glyph is { IsDecoded: false, IsVisible: true });
        if (unknown.Count > 0 && characters > 0)
            yield return TextFindings.Undecodable.At(null, PageEvidence.Of(number, unknown, options), characters, number);
    }

    // Text may be painted as an image or as outlines: any ink without a letter is something that nobody could read here.
    private static bool HasInk(PageInk ink) => ink.Images.Length > 0 || ink.Paths.Any(IsSeen);

    private static bool IsSeen(PaintedPath path) =>
        (path.IsStroked && path.StrokeColour != InkColours.White) || (path.IsFilled && path.FillColour != InkColours.White);
}

/// <summary>Where the findings of a page show.</summary>
internal static class PageEvidence
{
    /// <summary>The page as a whole.</summary>
    public static Evidence Whole(int number) => new() { Regions = [new EvidenceRegion { Page = number }], Text = "" };

    /// <summary>The box around words, and the first of them.</summary>
    public static Evidence Of(int number, IReadOnlyList<Word> words, PdfReadingOptions options) => new()
    {
        Regions =
        [
            new EvidenceRegion { Page = number, Bbox = words.Select(word => word.Box).Aggregate((one, other) => one.Union(other)) },
        ],
        Text = string.Join(' ', words.Take(options.QuotedWords).Select(word => word.Raw ?? word.Text)),
    };
}
