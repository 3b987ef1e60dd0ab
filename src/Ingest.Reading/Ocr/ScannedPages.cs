using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Images;
using Ingest.Reading.Imaging;
using Ingest.Reading.Raster;

namespace Ingest.Reading.Ocr;

/// <summary>
/// Pages as a reader gives them → pages with the text that only their image has. Decides page by page what to trust, and reads
/// several pages at once, in order, never holding more of them than it works on.
/// </summary>
public sealed class ScannedPages
{
    private const string PdfMediaType = "application/pdf";

    private readonly OcrOptions _options;
    private readonly Tesseract _engine;
    private readonly PageReader _reader;
    private readonly PictureToPage _toPage;

    // One for all documents that are read at once: each process of the engine keeps a core busy.
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    /// <summary>Recognition by options.</summary>
    /// <param name="options">When and how pages are read.</param>
    /// <param name="cellsOf">Rules of a page → the cells that they enclose.</param>
    /// <param name="cacheFolder">Where what was read is kept for the next run; null for nowhere.</param>
    public ScannedPages(OcrOptions options, RulingsToCells cellsOf, string? cacheFolder)
    {
        (_options, _engine, _toPage) = (options, new Tesseract(options, new RecognitionCache(cacheFolder)), new PictureToPage(options.Image));
        _reader = new PageReader(_engine, cellsOf, options);
    }

    /// <summary>The pages of a source, those that need it read from their image. Only PDF and image files have such pages.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="mediaType">Its media type, as its reader gives it.</param>
    /// <param name="pages">Its pages, made one by one.</param>
    /// <param name="cancellation">Ends the work.</param>
    public IEnumerable<Page> Complete(ReadOnlyMemory<byte> source, string mediaType, IEnumerable<Page> pages, CancellationToken cancellation)
    {
        if (mediaType == PdfMediaType)
            return Complete(() => new PdfPageImages(source, RasterOptions.Default), pages, cancellation);
        return ImageFormat.All.FirstOrDefault(format => format.MediaType == mediaType) is { } image
            ? Complete(() => new ImagePageImages(source, image), pages, cancellation)
            : pages;
    }

    private IEnumerable<Page> Complete(Func<IPageImages> open, IEnumerable<Page> pages, CancellationToken cancellation)
    {
        var waiting = new Queue<Task<Page>>();
        IPageImages? images = null;
        try
        {
            foreach (var page in pages)
            {
                if (!IsForRecognition(page))
                {
                    waiting.Enqueue(Task.FromResult(page));
                }
                else
                {
                    var from = images ??= open();
                    waiting.Enqueue(Task.Run(() => Recognise(page, from, cancellation), cancellation));
                }

                while (waiting.Count > Environment.ProcessorCount || (waiting.TryPeek(out var first) && first.IsCompleted))
                    yield return waiting.Dequeue().GetAwaiter().GetResult();
            }

            while (waiting.TryDequeue(out var next))
                yield return next.GetAwaiter().GetResult();
        }
        finally
        {
            // Nobody may draw from a file that is gone.
            Task.WhenAll(waiting).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait(CancellationToken.None);
            images?.Dispose();
        }
    }

    private bool IsForRecognition(Page page)
    {
        if (_options.Use == OcrUse.Never || page.Size is not { } size || !page.Blocks.IsEmpty)
            return false;
        if (_options.Use == OcrUse.Always)
            return true;
        var isBlind = !page.Words.Any(word => word.IsVisible) && page.Findings.Any(finding => finding.Code == SourceFindings.ImageOnlyPage.Code);
        return isBlind || IsScan(page, size);
    }

    // Whether images cover most of the page: scanners may cut it into strips.
    private bool IsScan(Page page, PageSize size) =>
        page.Images.Sum(image => image.Box.Width * image.Box.Height) >= _options.ScanShare * size.Width * size.Height;

    private double DpiOf(Page page) => Math.Clamp(
        page.Size is { } size && IsScan(page, size) ? page.Images.Max(image => image.Dpi) ?? _options.MaxDpi : _options.MaxDpi, _options.MinDpi, _options.MaxDpi);

    private Page Recognise(Page page, IPageImages images, CancellationToken cancellation)
    {
        _cores.Wait(cancellation);
        try
        {
            var (picture, outcome) = images.Draw(page, DpiOf(page), cancellation);
            if (picture is null)
                return page;
            var prepared = _toPage.Prepare(picture, 0);
            var words = new LinesToWords(prepared).Convert(_reader.Read(prepared, cancellation));
            return page with
            {
                Size = prepared.Turn.Upright,
                Turn = prepared.Turn is { Quarters: 0, Degrees: 0 } ? null : prepared.Turn,
                Words = words,
                Rulings = prepared.RulingsInPoints(),
                Fills = [],
                Findings = [.. page.Findings.Where(finding => finding.Code != SourceFindings.ImageOnlyPage.Code && finding.Code != TextFindings.Invisible.Code)],
            };
        }
        finally
        {
            _cores.Release();
        }
    }
}
