using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Reading.Pdf;

namespace Ingest.Reading.Ocr;

/// <summary>What becomes of the text that a page brings.</summary>
/// <param name="Page">The page with it, done; null where the page has to be read.</param>
/// <param name="Own">Words that stay beside what is read: a stamp of a portal.</param>
/// <param name="Replaced">Tells that the rest is not believed; null where there is none.</param>
internal sealed record LayerOutcome(Page? Page, ImmutableArray<Word> Own, Finding? Replaced);

/// <summary>The text that a scanned page brings: the page's own, a layer that is kept, or one that its image belies.</summary>
internal sealed class PageLayers(LayerTest test, OcrOptions options)
{
    /// <summary>Judges the text of a page as it is shown: a layer goes with the image, upside down or not.</summary>
    /// <param name="page">A page with words.</param>
    /// <param name="prepared">Its image, made ready as it is shown.</param>
    /// <param name="cancellation">Ends the work.</param>
    public LayerOutcome Judge(Page page, PreparedPage prepared, CancellationToken cancellation)
    {
        var own = page.Words.Where(word => word.IsVisible).ToImmutableArray();
        var worth = test.Judge(prepared, page.Words, cancellation);
        // Text that is seen and that its image bears out is the page's own, on letterhead or a picture: the page stays as it is.
        var isSeen = own.Length == page.Words.Length;
        if (worth.IsGood)
            return new LayerOutcome(isSeen && !page.Rulings.IsEmpty ? page : Keep(page, prepared, worth, isSeen), own, null);
        // Text all over the page that its image belies was painted below the image; a few words on it are a stamp of a portal.
        var isBelied = isSeen && worth.Coverage >= options.LayerCoverage;
        return new LayerOutcome(null, isBelied ? [] : own, isBelied || !isSeen ? ToFinding(page, worth) : null);
    }

    /// <summary>The findings of a page that still hold once its image was read.</summary>
    public static ImmutableArray<Finding> WithoutBlindness(Page page) =>
        [.. page.Findings.Where(finding => finding.Code != SourceFindings.ImageOnlyPage.Code && finding.Code != TextFindings.Invisible.Code)];

    private static Page Keep(Page page, PreparedPage prepared, LayerWorth worth, bool isSeen) => page with
    {
        Size = prepared.Turn.Upright,
        Turn = prepared.Turn is { Quarters: 0, Degrees: 0 } ? null : prepared.Turn,
        Words =
        [
            .. page.Words.Select(word => word with
            {
                Box = prepared.Turn.ToUpright(word.Box),
                Shown = word.Box,
                Baseline = word.Baseline + prepared.Turn.ToUpright(word.Box).CenterY - word.Box.CenterY,
                IsVisible = true,
                Origin = word.IsVisible ? word.Origin : Origin.Ocr,
                Confidence = word.IsVisible ? word.Confidence : worth.Agreement,
            }),
        ],
        Rulings = prepared.RulingsInPoints(),
        Fills = prepared.FillsInPoints(),
        TaggedTables = [],
        Findings = isSeen
            ? WithoutBlindness(page)
            : [.. WithoutBlindness(page), TextFindings.LayerKept.At(null, PageEvidence.Whole(page.Number), page.Number, new Percent((decimal)worth.Agreement))],
    };

    private static Finding ToFinding(Page page, LayerWorth worth) => TextFindings.LayerReplaced.At(
        null, PageEvidence.Whole(page.Number), page.Number, new Percent((decimal)worth.Agreement), new Percent((decimal)worth.Coverage), Words(worth));

    // What dictionaries say, where it told.
    private static Wording Words(LayerWorth worth)
    {
        if (!worth.IsGarbled)
            return new Wording("", "");
        var (layer, fresh) = (new Percent((decimal)worth.KnownWords), new Percent((decimal)worth.KnownWordsRead));
        return new Wording(
            $" Le français connaît {layer.ToFrench()} de ses mots, et {fresh.ToFrench()} des mêmes mots relus sur l'image.",
            $" French knows {layer.ToEnglish()} of its words, and {fresh.ToEnglish()} of the same words read anew on the image.");
    }
}
