using System.Diagnostics;
using Ingest.Model.Pages;
using Ingest.Reading.Raster;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Reading.Pdf;
using Xunit;

namespace Ingest.Tests.Reading.Raster;

public sealed class PdfRasterTests : IDisposable
{
    private static readonly byte[] TwoPages = new RawPdf(new RawPage("0 0 300 400 re f"), new RawPage("")).ToBytes();

    private readonly TemporaryFolder _work = new();

    [Fact]
    public void Each_page_is_drawn_at_the_asked_resolution()
    {
        SkipWithoutPoppler();

        var rasters = Draw(new RasterOptions { Dpi = 36 }, TwoPages, Pages(1, 2));

        Assert.Equal([1, 2], rasters.Select(raster => raster.Page));
        Assert.All(rasters, raster => Assert.Equal((300, 400), PngSize(raster.Bytes.Span)));
        Assert.False(rasters[0].Bytes.Span.SequenceEqual(rasters[1].Bytes.Span));
    }

    [Fact]
    public void A_poster_is_drawn_no_larger_than_the_longest_side_allowed()
    {
        SkipWithoutPoppler();
        var poster = new RawPdf(new RawPage("") { MediaBox = "0 0 7200 3600" }).ToBytes();

        var raster = Draw(new RasterOptions { MaxSide = 200 }, poster, [new Page { Number = 1, Size = new PageSize(7200, 3600) }]).Single();

        Assert.Equal((200, 100), PngSize(raster.Bytes.Span));
    }

    [Fact]
    public void What_is_no_PDF_fails_and_is_no_exception()
    {
        SkipWithoutPoppler();

        var raster = Draw(RasterOptions.Default, "no PDF"u8.ToArray(), Pages(1)).Single();

        Assert.Equal(RasterOutcome.Failed, raster.Outcome);
        Assert.True(raster.Bytes.IsEmpty);
    }

    [Fact]
    public void A_program_that_is_not_there_is_named()
    {
        var error = Assert.Throws<MissingToolException>(() => Draw(new RasterOptions { Command = _work["pdftoppm"] }, TwoPages, Pages(1)));

        Assert.Equal(_work["pdftoppm"], error.Command);
    }

    [Fact]
    public void A_program_that_does_not_end_is_ended()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The slow program is a shell script.");
            return;
        }

        var slow = _work.Write("slow", "#!/bin/sh\nsleep 60\n");
        File.SetUnixFileMode(slow, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var clock = Stopwatch.StartNew();

        var raster = Draw(new RasterOptions { Command = slow, TimeLimit = TimeSpan.FromMilliseconds(300) }, TwoPages, Pages(1)).Single();

        Assert.Equal(RasterOutcome.TimedOut, raster.Outcome);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    public void Dispose() => _work.Dispose();

    private static List<PageRaster> Draw(RasterOptions options, byte[] pdf, IEnumerable<Page> pages) =>
        [.. new PdfRaster(options).Draw(pdf, pages, TestContext.Current.CancellationToken)];

    private static IEnumerable<Page> Pages(params int[] numbers) => numbers.Select(number => new Page { Number = number, Size = new PageSize(600, 800) });

    // Width and height stand big-endian behind the signature and the head of the first chunk.
    private static (int Width, int Height) PngSize(ReadOnlySpan<byte> png) => (
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[16..]),
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[20..]));

    private static void SkipWithoutPoppler() => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftoppm"))),
        "poppler is not installed");
}
