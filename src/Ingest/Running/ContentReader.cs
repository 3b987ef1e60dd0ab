using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Ocr;
using Ingest.Tables;

namespace Ingest.Running;

/// <summary>
/// Bytes to blocks and tables, before any meaning: what needs no vocabulary and no register, so that it is there at once.
/// </summary>
public sealed class ContentReader
{
    private readonly SourceReader _sources;
    private readonly ScannedPages _scans;

    internal ContentReader(SourceReader sources, ScannedPages scans, ContentOptions options) => (_sources, _scans, Options) = (sources, scans, options);

    /// <summary>Thresholds of the way from pages to content.</summary>
    public ContentOptions Options { get; }

    /// <summary>The content of a file; findings tell what could not be read.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="cancellation">Stops between pages.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public DocumentContent Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var reading = ReadSource(bytes, cancellation);
        var content = Build(reading);
        return content with { Findings = [.. reading.Findings, .. content.Findings] };
    }

    /// <summary>Bytes to pages.</summary>
    internal SourceReading ReadSource(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var pages = ImmutableArray.CreateBuilder<Page>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var mediaType = SourceReading.UnknownMediaType;
        var asksRecognition = false;
        try
        {
            var source = _sources.Open(bytes);
            mediaType = source.Reader.MediaType;
            foreach (var page in _scans.Complete(source.Bytes, mediaType, source.Read().Select(Seen), cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                pages.Add(page);
                findings.AddRange(page.Findings);
            }
        }
        catch (UnreadableSourceException error)
        {
            findings.Add(error.Finding);
        }

        var reading = new SourceReading(mediaType, pages.ToImmutable(), findings.ToImmutable(), asksRecognition);
        return reading.HasText || findings.Any(finding => finding.Severity == Severity.Error)
            ? reading
            : reading with { Findings = [.. reading.Findings, SourceFindings.NoText.At(null, null, pages.Count)] };

        Page Seen(Page page)
        {
            asksRecognition |= _scans.IsForRecognition(page);
            return page;
        }
    }

    /// <summary>Pages to blocks and tables; its findings are its own, those of the reading stay with the reading.</summary>
    internal DocumentContent Build(SourceReading reading) => ContentBuilder.Build(reading.Pages, Options);
}
