using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Ocr;

namespace Ingest.Running;

/// <summary>Reads files in this process: one that ends the process ends us.</summary>
internal sealed class ReadingHere : IFileReading
{
    private readonly SourceReader _sources;
    private readonly ScannedPages _scans;

    public ReadingHere(SourceReader sources, ScannedPages scans) => (_sources, _scans) = (sources, scans);

    /// <inheritdoc/>
    public IEnumerable<ReadingEvent> Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var (source, problem) = Open(bytes);
        if (source is null)
        {
            yield return new ReadingEnded([problem!], AsksRecognition: false);
            yield break;
        }

        yield return new FormatTold(source.Reader.MediaType);
        var asksRecognition = false;
        using var pages = _scans.Complete(source.Bytes, source.Reader.MediaType, source.Read().Select(Seen), cancellation).GetEnumerator();
        while (Next(pages, out problem) is { } page)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new PageRead(page);
        }

        yield return new ReadingEnded(problem is null ? [] : [problem], asksRecognition);

        Page Seen(Page page)
        {
            asksRecognition |= _scans.IsForRecognition(page);
            return page;
        }
    }

    private (OpenedSource? Source, Finding? Problem) Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return (_sources.Open(bytes), null);
        }
        catch (UnreadableSourceException error)
        {
            return (null, error.Finding);
        }
    }

    private static Page? Next(IEnumerator<Page> pages, out Finding? problem)
    {
        problem = null;
        try
        {
            return pages.MoveNext() ? pages.Current : null;
        }
        catch (UnreadableSourceException error)
        {
            problem = error.Finding;
            return null;
        }
    }
}
