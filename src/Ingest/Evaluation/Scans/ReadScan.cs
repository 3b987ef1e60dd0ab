using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
using Ingest.Tables;

namespace Ingest.Evaluation.Scans;

/// <summary>What this program made of a file.</summary>
/// <param name="Pages">The pages as read.</param>
/// <param name="Content">The blocks and tables.</param>
/// <param name="Document">The published document.</param>
public sealed record DocumentReading(ImmutableArray<Page> Pages, DocumentContent Content, IngestedDocument Document)
{
    /// <summary>Whether nothing was read.</summary>
    public bool IsUnread => Document.Source.TextOrigin is null;
}

/// <summary>A scan that was read, with its twin.</summary>
public sealed record ReadScan
{
    /// <summary>The scan.</summary>
    public required ScanSource Source { get; init; }

    /// <summary>The truth of its twin.</summary>
    public required TruthEntry Truth { get; init; }

    /// <summary>What was read of the scan.</summary>
    public required DocumentReading Scan { get; init; }

    /// <summary>What was read of the twin.</summary>
    public required DocumentReading Twin { get; init; }

    /// <summary>What plain text recognition read, by page from 1; null where it was not asked.</summary>
    public ImmutableSortedDictionary<int, string>? Plain { get; init; }

    /// <summary>The pages whose text is in an image, from 1: a document may have pages of its own between them.</summary>
    /// <param name="source">The scan.</param>
    /// <param name="pages">Its pages as read; none where it could not be read.</param>
    /// <param name="options">From when on a page is a scan.</param>
    public static ImmutableArray<int> ScannedPages(ScanSource source, ImmutableArray<Page> pages, OcrEvaluationOptions? options = null)
    {
        var least = (options ?? new OcrEvaluationOptions()).ScanShare;
        return source.IsImageFile
            ? [.. Enumerable.Range(1, source.PageCount)]
            : [.. pages.Where(page => page.Size is { } size && page.Images.Sum(image => image.Box.Width * image.Box.Height) >= least * size.Width * size.Height).Select(page => page.Number)];
    }
}
