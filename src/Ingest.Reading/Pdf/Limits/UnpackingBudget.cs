using System.Globalization;
using Ingest.Model.Findings;

namespace Ingest.Reading.Pdf.Limits;

/// <summary>How much of a PDF may still be unpacked, and what has not been for that reason.</summary>
internal sealed class UnpackingBudget(ReadingLimits limits)
{
    private const long Megabyte = 1_000_000;

    // The content of a page, the forms that it paints and the fonts that it is the first to use.
    private const int StreamsPerPage = 4;

    private long _unpacked;
    private long _ofPage;
    private bool _isCut;

    /// <summary>The most bytes of one stream.</summary>
    public long StreamBytes => limits.StreamMegabytes * Megabyte;

    /// <summary>Whether the document has been unpacked as far as it may be: nothing that follows is what the file holds.</summary>
    public bool IsSpent => _unpacked > limits.DocumentMegabytes * Megabyte;

    /// <summary>Whether one page has been unpacked as far as it may be: it may name any number of streams.</summary>
    public bool IsPageSpent => _ofPage > StreamsPerPage * StreamBytes;

    /// <summary>Something was unpacked.</summary>
    public void Take(long bytes)
    {
        _unpacked += bytes;
        _ofPage += bytes;
    }

    /// <summary>A stream is longer than it may be.</summary>
    public void Cut() => _isCut = true;

    /// <summary>What is to be told since the last time, of a page or of what stands before all pages.</summary>
    /// <param name="page">The page; null for the file itself.</param>
    public Finding? Tell(int? page)
    {
        _ofPage = 0;
        if (!_isCut)
            return null;
        _isCut = false;
        var place = page is { } number
            ? new Wording(Invariant($"page {number}"), Invariant($"page {number}"))
            : new Wording("structure du fichier", "structure of the file");
        return SourceFindings.StreamLimit.At(null, page is { } at ? PageEvidence.Whole(at) : null, place, limits.StreamMegabytes);
    }

    /// <summary>That the rest of the document is not read.</summary>
    /// <param name="pages">Pages that were read.</param>
    /// <param name="count">Pages that there are.</param>
    public Finding TellSpent(int pages, int count) => SourceFindings.DocumentLimit.At(null, null, limits.DocumentMegabytes, pages, count);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
