using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Pdf.Forms;

/// <summary>What there is to tell of the annotations of a page.</summary>
internal static class AnnotationFindings
{
    /// <summary>The findings of a page.</summary>
    public static IEnumerable<Finding> Of(PageAnnotations annotations, int number, PdfReadingOptions options)
    {
        if (annotations.IsStandIn && number == 1)
            yield return SourceFindings.XfaForm.At(null, PageEvidence.Whole(number));
        if (annotations.Unread is { } why)
            yield return SourceFindings.UnreadPart.At(null, PageEvidence.Whole(number), string.Create(CultureInfo.InvariantCulture, $"annotations, page {number}"), why);
        foreach (var (read, other) in annotations.Differing)
            yield return TextFindings.FieldDiffers.At(null, Evidence([read], number, options), number, read.Text, other);
        if (!annotations.Hidden.IsEmpty)
            yield return TextFindings.HiddenFields.At(null, Evidence(annotations.Hidden, number, options), annotations.Hidden.Length, number);
        if (!annotations.Remarks.IsEmpty)
            yield return TextFindings.Remarks.At(null, Evidence(annotations.Remarks, number, options), annotations.Remarks.Length, number);
    }

    private static Evidence Evidence(ImmutableArray<HeldText> texts, int number, PdfReadingOptions options) => new()
    {
        Regions = [.. texts.Select(text => new EvidenceRegion { Page = number, Bbox = text.Box }).Distinct()],
        Text = string.Join(" / ", texts.Take(options.QuotedWords).Select(text => text.Text.ReplaceLineEndings(" ").Trim())),
    };
}
