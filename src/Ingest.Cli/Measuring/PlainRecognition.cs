using System.Collections.Immutable;
using Ingest.Evaluation.Scans;
using Ingest.Model.Pages;
using Ingest.Reading.Raster;

namespace Ingest.Cli.Measuring;

/// <summary>An image of one page, or of all pages of a scan that is an image file.</summary>
/// <param name="Path">The image.</param>
/// <param name="Page">Its page, or the first of its pages, from 1.</param>
internal sealed record PageImage(string Path, int Page);

/// <summary>What plain text recognition made of an image.</summary>
/// <param name="Texts">Text by page.</param>
/// <param name="Cpu">Processor time of the whole process.</param>
/// <param name="Wall">Time from its start to its end.</param>
internal sealed record PlainReading(ImmutableSortedDictionary<int, string> Texts, TimeSpan Cpu, TimeSpan Wall);

/// <summary>Tesseract as a user would call it by hand, without any of our own work around it: « tesseract IMAGE - -l fra », page after page.</summary>
/// <param name="command">Its name or path.</param>
/// <param name="options">How pages are drawn and how long a call may take.</param>
internal sealed class PlainRecognition(string command, MeasuringOptions options) : IDisposable
{
    // Tesseract ends each page of its text with a form feed.
    private const char PageEnd = '\f';

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-plain-");

    /// <summary>Fails early where the program is missing.</summary>
    /// <exception cref="MissingToolException">It could not be started.</exception>
    public void Check(CancellationToken cancellation) => ChildProcess.Run(command, ["--version"], options.PlainLimit, cancellation);

    /// <summary>The images of the scanned pages: an image file is its own, pages of a PDF are drawn.</summary>
    /// <param name="source">The scan.</param>
    /// <param name="pages">Its pages as read.</param>
    /// <param name="cancellation">Stops between pages.</param>
    /// <exception cref="MissingToolException">The program that draws could not be started.</exception>
    /// <exception cref="TimeoutException">A page was not drawn.</exception>
    public ImmutableArray<PageImage> Draw(ScanSource source, ImmutableArray<Page> pages, CancellationToken cancellation)
    {
        if (source.IsImageFile)
            return [new PageImage(source.File, 1)];
        var scanned = ReadScan.ScannedPages(source, pages);
        var raster = new PdfRaster(new RasterOptions { Dpi = options.PlainDpi, Format = RasterFormat.Png, TimeLimit = options.PlainLimit });
        return
        [
            .. raster.Draw(File.ReadAllBytes(source.File), pages.Where(page => scanned.Contains(page.Number)), cancellation)
                .Select(image => Keep(source, image)),
        ];
    }

    /// <summary>Reads an image. One that it did not read would be counted as empty, and flatter us.</summary>
    /// <exception cref="TimeoutException">It did not come to its end.</exception>
    public PlainReading Read(PageImage image, CancellationToken cancellation)
    {
        var outcome = ChildProcess.Run(command, [image.Path, "-", "-l", options.PlainLanguage], options.PlainLimit, cancellation);
        if (outcome.Status != ExitStatus.Done)
            throw new TimeoutException(FormattableString.Invariant($"{command} {image.Path}: {outcome.Status}"));
        var texts = outcome.Output.Split(PageEnd).Select((text, index) => (Page: image.Page + index, text)).Where(item => !string.IsNullOrWhiteSpace(item.text));
        return new PlainReading(texts.ToImmutableSortedDictionary(item => item.Page, item => item.text), outcome.Cpu, outcome.Wall);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private PageImage Keep(ScanSource source, PageRaster image)
    {
        if (image.Outcome != RasterOutcome.Drawn)
            throw new TimeoutException(FormattableString.Invariant($"{source.Name}, {image.Page}: {image.Outcome}"));
        var path = Path.Combine(_folder.FullName, FormattableString.Invariant($"{source.Name}-{image.Page}.png"));
        using var file = File.Create(path);
        file.Write(image.Bytes.Span);
        return new PageImage(path, image.Page);
    }
}
