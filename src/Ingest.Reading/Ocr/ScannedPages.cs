using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Images;
using Ingest.Reading.Imaging;
using Ingest.Reading.Pdf;
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
    private readonly Orientation _orientation;
    private readonly PageLayers _layers;
    private readonly NoiseTest _noise;
    private readonly SecondReading _second;
    private readonly WordMending? _mend;
    private readonly IProcessorCores _cores;

    /// <summary>Recognition by options.</summary>
    /// <param name="options">When and how pages are read.</param>
    /// <param name="cellsOf">Rules of a page → the cells that they enclose.</param>
    /// <param name="isWord">Whether French knows a word; null where nobody can tell.</param>
    /// <param name="mend">What puts misread words right; null for nobody.</param>
    /// <param name="cacheFolder">Where what was read is kept for the next run; null for nowhere.</param>
    /// <param name="cores">Shares out the machine; null for one that this process shares out alone.</param>
    public ScannedPages(OcrOptions options, RulingsToCells cellsOf, KnownWord? isWord, WordMending? mend, string? cacheFolder, IProcessorCores? cores = null)
    {
        _mend = mend;
        _cores = cores ?? MachineCores.Shared;
        (_options, _engine, _toPage) = (options, new Tesseract(options, new RecognitionCache(cacheFolder)), new PictureToPage(options.Image));
        _reader = new PageReader(_engine, cellsOf, options);
        _orientation = new Orientation(_engine, _toPage, options);
        _layers = new PageLayers(new LayerTest(_engine, options, isWord), options);
        _noise = new NoiseTest(options, isWord);
        _second = new SecondReading(_engine, options);
    }

    /// <summary>The pages of a source, those that need it read from their image. Only PDF and image files have such pages.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="mediaType">Its media type, as its reader gives it.</param>
    /// <param name="pages">Its pages, made one by one.</param>
    /// <param name="cancellation">Ends the work.</param>
    public IEnumerable<Page> Complete(ReadOnlyMemory<byte> source, string mediaType, IEnumerable<Page> pages, CancellationToken cancellation)
    {
        if (mediaType == PdfMediaType)
            return Complete(() => new PdfPageImages(source, RasterOptions.Default with { Command = _options.DrawingCommand, TimeLimit = _options.TimeLimit }), pages, cancellation);
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

    /// <summary>Whether a page, as its reader gives it, is one for text recognition. Only PDF and image files have such pages.</summary>
    /// <param name="page">The page.</param>
    public bool IsForRecognition(Page page)
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

    // Nearly all pages stand upright: only one that reads badly is turned about.
    private (PreparedPage Page, ImmutableArray<PlacedLine> Lines) ReadUpright(PagePicture picture, CancellationToken cancellation)
    {
        var prepared = _toPage.Prepare(picture, 0);
        var lines = _reader.Read(prepared, cancellation);
        var side = SideOf(lines);
        if (side == 0 && PlacedLine.Trust(lines) >= _options.OrientationBelow && !_orientation.LiesOnSide(picture))
            return (prepared, lines);
        var quarters = side != 0 ? side : _orientation.Find(picture, cancellation);
        if (quarters == 0)
            return (prepared, lines);
        var turned = _toPage.Prepare(picture, quarters);
        var better = _reader.Read(turned, cancellation);
        return Uprightness(better) > Uprightness(lines) ? (turned, better) : (prepared, lines);
    }

    // Trust in what runs across: nearly all of a page that stands upright does.
    private static double Uprightness(ImmutableArray<PlacedLine> lines)
    {
        int Letters(IEnumerable<PlacedLine> some) => some.Sum(line => line.Words.Sum(word => word.Text.Length));
        ImmutableArray<PlacedLine> across = [.. lines.Where(line => line.Direction == TextDirection.Horizontal)];
        return PlacedLine.Trust(across) * Letters(across) / Math.Max(1, Letters(lines));
    }

    // Cells on their side are read all the same: where most letters were, the page lies on its side. 0 where it does not.
    private static int SideOf(ImmutableArray<PlacedLine> lines)
    {
        int Letters(TextDirection direction) => lines.Where(line => line.Direction == direction).Sum(line => line.Words.Sum(word => word.Text.Length));
        var (across, up, down) = (Letters(TextDirection.Horizontal), Letters(TextDirection.Up), Letters(TextDirection.Down));
        return up + down <= across ? 0 : up >= down ? 1 : 3;
    }

    private Page Recognise(Page page, IPageImages images, CancellationToken cancellation)
    {
        _cores.Take(cancellation);
        try
        {
            var (picture, outcome) = images.Draw(page, DpiOf(page), cancellation);
            return picture is null ? Unread(page, outcome == RasterOutcome.TimedOut ? "pdftoppm: time" : "pdftoppm") : Recognise(page, picture, cancellation);
        }
        catch (ToolFailedException error)
        {
            return Unread(page, error.Message.Length > 0 ? error.Message : error.Outcome.ToString());
        }
        catch (MissingToolException error)
        {
            return Missing(page, error.Command);
        }
        catch (MissingLanguageException error)
        {
            return Missing(page, $"{_options.Command} ({error.Language})");
        }
        finally
        {
            _cores.GiveBack();
        }
    }

    private Page Recognise(Page page, PagePicture picture, CancellationToken cancellation)
    {
        var findings = PageLayers.WithoutBlindness(page).ToList();
        var own = page.Words.Where(word => word.IsVisible).ToImmutableArray();
        if (_options.Use != OcrUse.Always && !page.Words.IsEmpty)
        {
            var layer = _layers.Judge(page, _toPage.Prepare(picture, 0), cancellation);
            if (layer.Page is { } kept)
                return kept;
            own = layer.Own;
            if (layer.Replaced is { } told)
                findings.Add(told);
        }

        var (read, lines) = ReadUpright(picture, cancellation);
        var (words, inks) = new LinesToWords(read, _options, _mend).Convert(lines);
        // A photograph, an empty sheet: the page stays as it is told.
        if (words.IsEmpty || _noise.IsNoise(lines))
            return page;
        words = _second.Check(read, words, inks, cancellation);
        var beside = own.Select(word => word with { Box = read.Turn.ToUpright(word.Box), Shown = word.Box }).ToList();
        findings.AddRange(read.Marks.Where(mark => words.Any(word => word.Box.Overlaps(mark.Box))).Select(mark => ToFinding(page, read, mark)));
        return page with
        {
            Size = read.Turn.Upright,
            Turn = read.Turn is { Quarters: 0, Degrees: 0 } ? null : read.Turn,
            Words = [.. beside, .. words.Where(word => !beside.Exists(other => IsSame(word.Box, other.Box)))],
            Rulings = read.RulingsInPoints(),
            Fills = read.FillsInPoints(),
            TaggedTables = [],
            Findings = [.. findings],
        };
    }

    private bool IsSame(Box read, Box own)
    {
        var (width, height) = (Math.Min(read.Right, own.Right) - Math.Max(read.Left, own.Left), Math.Min(read.Bottom, own.Bottom) - Math.Max(read.Top, own.Top));
        return width > 0 && height > 0 && width * height >= _options.SameWordShare * read.Width * read.Height;
    }

    private static Finding ToFinding(Page page, PreparedPage read, PageMark mark) => (mark.IsRemoved ? TextFindings.MarkRemoved : TextFindings.MarkOverText)
        .At(null, new Evidence { Regions = [new EvidenceRegion { Page = page.Number, Bbox = read.Turn.ToShown(mark.Box) }], Text = "" }, page.Number);

    private static Page Unread(Page page, string why) => page with { Findings = page.Findings.Add(SourceFindings.RecognitionFailed.At(null, PageEvidence.Whole(page.Number), page.Number, why)) };

    private static Page Missing(Page page, string tool) => page with { Findings = page.Findings.Add(SourceFindings.MissingTool.At(null, PageEvidence.Whole(page.Number), page.Number, tool)) };
}
