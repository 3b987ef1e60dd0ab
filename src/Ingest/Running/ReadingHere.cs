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
        var (reader, problem) = Choose(bytes);
        if (reader is null)
        {
            yield return new ReadingEnded([problem!], AsksRecognition: false);
            yield break;
        }

        yield return new FormatTold(reader.MediaType);
        var asksRecognition = false;
        using var pages = _scans.Complete(bytes, reader.MediaType, reader.Read(bytes).Select(Seen), cancellation).GetEnumerator();
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

    private (IFormatReader? Reader, Finding? Problem) Choose(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return (_sources.Choose(bytes.Span), null);
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
