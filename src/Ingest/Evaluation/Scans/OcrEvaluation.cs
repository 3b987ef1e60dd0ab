using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
using Ingest.Tables;

namespace Ingest.Evaluation.Scans;

/// <summary>Scores what is read of scans against their born-digital twins and the truth of these.</summary>
public static class OcrEvaluation
{
    /// <summary>Compares every scan. One of which nothing was read is told apart and takes no part in the scores.</summary>
    /// <param name="scans">The scans with their twins.</param>
    /// <param name="options">How things are compared; null for the defaults.</param>
    public static OcrScoreReport Run(IEnumerable<ReadScan> scans, OcrEvaluationOptions? options = null)
    {
        var all = scans.ToList();
        return new OcrScoreReport
        {
            Scans = [.. all.Where(scan => !scan.Scan.IsUnread).Select(scan => Score(scan, options ?? new OcrEvaluationOptions()))],
            Unread = [.. all.Where(scan => scan.Scan.IsUnread).Select(scan => scan.Source)],
        };
    }

    /// <summary>What a page of a twin is.</summary>
    /// <param name="twin">The twin.</param>
    /// <param name="page">Page, from 1.</param>
    /// <param name="options">When a grid is a table; null for the defaults.</param>
    public static PageKind KindOf(DocumentReading twin, int page, OcrEvaluationOptions? options = null)
    {
        var chosen = options ?? new OcrEvaluationOptions();
        return twin.Content.PageTables.Any(table => table.Page == page
            && table.RowCount >= chosen.LeastTableSide && table.ColumnCount >= chosen.LeastTableSide && IsRuled(table, twin.Pages, chosen))
            ? PageKind.Table
            : PageKind.Text;
    }

    // A table that the structure tree tells of has rules as well, and was found by the tree.
    private static bool IsRuled(PageTable table, ImmutableArray<Page> pages, OcrEvaluationOptions options) =>
        table.Method == TableMethod.Ruled
        || (table.Bbox is { } box && pages.Where(page => page.Number == table.Page).SelectMany(page => page.Rulings).Count(ruling => ruling.Box.Overlaps(box)) >= options.LeastRules);

    private static ScanScore Score(ReadScan scan, OcrEvaluationOptions options)
    {
        var (truth, own, twin) = (scan.Truth.Expected, scan.Scan.Document, scan.Twin.Document);
        return new ScanScore
        {
            Source = scan.Source,
            Pages = ScorePages(scan, options),
            Amounts = AmountComparison.Compare(truth, twin, own, scan.Source.Covered, options),
            TwinAmounts = AmountComparison.OfTwin(truth, twin, scan.Source.Covered, options),
            Values = RecognisedValues.Of(scan, options),
            Fields = Unit(scan, own, options),
            TwinFields = Unit(scan, twin, options),
        };
    }

    private static ImmutableArray<PageScore> ScorePages(ReadScan scan, OcrEvaluationOptions options)
    {
        var (printed, read) = (PageWords.Of(scan.Twin.Content, scan.Twin.Pages), PageWords.Of(scan.Scan.Content, scan.Scan.Pages));
        return
        [
            .. ReadScan.ScannedPages(scan.Source, scan.Scan.Pages, options).Select(page => new PageScore
            {
                Scan = scan.Source.Name,
                Split = scan.Source.Split,
                Page = page,
                Kind = KindOf(scan.Twin, page, options),
                Own = TextScore.Of(printed.GetValueOrDefault(page, ""), read.GetValueOrDefault(page, ""), options.Text),
                Plain = scan.Plain is null ? null : TextScore.Of(printed.GetValueOrDefault(page, ""), scan.Plain.GetValueOrDefault(page, ""), options.Text),
            }),
        ];
    }

    private static UnitScore Unit(ReadScan scan, IngestedDocument document, OcrEvaluationOptions options) => new()
    {
        Slug = scan.Source.Name,
        Format = Path.GetExtension(scan.Source.File).TrimStart('.').ToLowerInvariant(),
        Split = scan.Source.Split,
        Kind = scan.Truth.Expected.Kind,
        Observations = DocumentComparison.Compare(scan.Truth, document, options.Pairing),
    };
}
