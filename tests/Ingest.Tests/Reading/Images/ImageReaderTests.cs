using System.Buffers.Binary;
using BitMiracle.LibTiff.Classic;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Images;
using Ingest.Reading.Raster;
using SkiaSharp;
using Xunit;

namespace Ingest.Tests.Reading.Images;

/// <summary>What headers say of image files: pages, sizes, what is wrong; nothing is unpacked.</summary>
public sealed class ImageReaderTests
{
    private static readonly SourceReader Readers = new([.. ImageReader.All()]);

    [Fact]
    public void Content_tells_the_format()
    {
        Assert.Equal("image/png", Readers.Choose(ImageFile.Png(ImageFile.Marked(8, 8))).MediaType);
        Assert.Equal("image/jpeg", Readers.Choose(ImageFile.Jpeg(ImageFile.Marked(8, 8))).MediaType);
        Assert.Equal("image/tiff", Readers.Choose(TiffFile.Of(new TiffPage(8, 8))).MediaType);
        Assert.Equal("image/tiff", Readers.Choose([.. "MM\0+"u8, 0, 8]).MediaType);
        Assert.Throws<UnreadableSourceException>(() => Readers.Choose("II, suivant"u8));
    }

    [Fact]
    public void A_page_has_its_size_in_points_and_is_told_to_be_an_image()
    {
        var page = Assert.Single(Read(ImageFile.Jpeg(ImageFile.Marked(1654, 2339), dpi: 200)));

        Assert.Equal((1, 1), (page.Number, page.PageCount));
        AssertSize(595.44, 842.04, page);
        Assert.Equal(200, Assert.Single(page.Images).Dpi);
        Assert.Equal(page.Size!.Value.Height, page.Images[0].Box.Bottom);
        Assert.Equal(["source.image-only-page"], Codes(page));
    }

    [Fact]
    public void Resolution_is_read_in_each_format_s_unit()
    {
        Assert.Equal(150, Dpi(ImageFile.Png(ImageFile.Marked(620, 877), perMetre: 5906)));
        Assert.Equal(300, Dpi(TiffFile.Of(new TiffPage(64, 64) { Resolution = (118.11, 118.11), Unit = ResUnit.CENTIMETER })));
        Assert.Equal(200, Dpi(TiffFile.Of(new TiffPage(64, 64) { Resolution = (200, 200) })));
    }

    [Fact]
    public void A_page_without_a_resolution_is_as_long_as_A4()
    {
        AssertSize(631.5, 842, Assert.Single(Read(ImageFile.Png(ImageFile.Marked(1500, 2000)))));
        AssertSize(842, 421, Assert.Single(Read(TiffFile.Of(new TiffPage(2000, 1000) { Resolution = (1, 1), Unit = ResUnit.NONE }))));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(2400)]
    [InlineData(72)]
    [InlineData(96)]
    public void A_resolution_that_makes_no_page_is_not_believed(int dpi) =>
        Assert.Equal(842, Assert.Single(Read(ImageFile.Jpeg(ImageFile.Marked(3000, 2000), dpi: (ushort)dpi))).Size!.Value.Width, 0.01);

    [Fact]
    public void The_resolution_of_a_screen_is_believed_of_a_page_made_for_it() =>
        AssertSize(595, 842, Assert.Single(Read(ImageFile.Jpeg(ImageFile.Marked(595, 842), dpi: 72))));

    [Fact]
    public void A_photograph_that_lies_on_its_side_gives_an_upright_page() =>
        AssertSize(561.33, 842, Assert.Single(Read(ImageFile.Jpeg(ImageFile.Marked(1500, 1000), orientation: 6))));

    [Fact]
    public void Each_image_of_a_TIFF_is_a_page_and_thumbnails_are_none()
    {
        var pages = Read(TiffFile.Of(new TiffPage(80, 40), new TiffPage(8, 4) { IsThumbnail = true }, new TiffPage(40, 80)));

        Assert.Equal([(1, 2), (2, 2)], pages.Select(page => (page.Number, page.PageCount!.Value)));
        Assert.True(pages[1].Size!.Value.Height > pages[1].Size!.Value.Width);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void A_cut_file_is_told(double share)
    {
        byte[][] files = [ImageFile.Png(Noise(200, 200)), ImageFile.Jpeg(Noise(200, 200))];
        foreach (var file in files)
            Assert.Equal(["source.image-only-page", "source.unread-part"], Codes(Assert.Single(Read(file[..(int)(file.Length * share)]))));
    }

    [Fact]
    public void A_file_without_an_image_is_unreadable()
    {
        Assert.Equal("source.unreadable", Failure([0xFF, 0xD8, 0xFF, 0xD9]));
        Assert.Equal("source.unreadable", Failure([0xFF, 0xD8, 0xFF]));
        Assert.Equal("source.unreadable", Failure(ImageFile.Png(Noise(200, 200))[..40]));
        Assert.Equal("source.unreadable", Failure([.. "II*\0"u8]));
        Assert.Equal("source.unreadable", Failure([.. "II*\0"u8, 0, 0, 0, 0]));
    }

    [Fact]
    public void An_image_too_large_to_be_unpacked_is_told_from_its_header()
    {
        var tiff = TiffFile.Of(new TiffPage(64, 64));
        // The values of the tags of width and height.
        foreach (var tag in (ReadOnlySpan<byte>)[0x00, 0x01])
        {
            var at = tiff.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[tag, 0x01, 0x03, 0x00, 0x01, 0x00, 0x00, 0x00]);
            BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at + 8), 60_000);
        }

        var page = Assert.Single(Read(tiff));

        Assert.Null(page.Size);
        Assert.Contains("60000 × 60000", Assert.Single(page.Findings).Message, StringComparison.Ordinal);
        Assert.Equal(["source.unreadable-page"], Codes(page));
    }

    [Fact]
    public void The_most_pixels_and_pages_are_a_choice()
    {
        var options = new ImageOptions { MostPixels = 3000, MostPages = 2 };
        var tiff = TiffFile.Of(new TiffPage(64, 64), new TiffPage(32, 32), new TiffPage(32, 32));

        var pages = ImageReader.All(options).Single(reader => reader.Recognises(tiff)).Read(tiff).ToList();

        Assert.Equal([["source.unreadable-page"], ["source.image-only-page", "source.unread-part"]], pages.Select(Codes));
    }

    [Fact]
    public void A_chain_of_pages_that_bites_its_tail_ends()
    {
        var tiff = TiffFile.Of(new TiffPage(64, 64));
        var first = BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(4));
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(first));
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(first + 2 + (12 * entries)), first);

        Assert.Equal(["source.image-only-page", "source.unread-part"], Codes(Assert.Single(Read(tiff))));
    }

    [Fact]
    public void Damaged_bytes_end_in_a_finding_or_a_picture()
    {
        byte[][] sound =
        [
            ImageFile.Png(Noise(40, 40), perMetre: 5906), ImageFile.Jpeg(Noise(40, 40), dpi: 200, orientation: 6),
            TiffFile.Of(new TiffPage(64, 64), new TiffPage(64, 64) { Kind = TiffPixelKind.Grey, Packing = Compression.LZW }),
        ];
        var random = new Random(20240115);
        for (var round = 0; round < 900; round++)
        {
            var bytes = (byte[])sound[round % sound.Length].Clone();
            for (var hit = 0; hit <= round % 4; hit++)
                bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            ReadAndDraw(bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)]);
        }
    }

    private static void ReadAndDraw(byte[] bytes)
    {
        try
        {
            var reader = ImageReader.All(new ImageOptions { MostPixels = 1_000_000 }).Single(reader => reader.Recognises(bytes));
            using var images = new ImagePageImages(bytes, ImageFormat.All.Single(format => format.MediaType == reader.MediaType));
            foreach (var page in reader.Read(bytes))
                Assert.InRange(images.Draw(page, 300, CancellationToken.None).Outcome, RasterOutcome.Drawn, RasterOutcome.Failed);
        }
        catch (UnreadableSourceException unreadable)
        {
            Assert.StartsWith("source.", unreadable.Finding.Code, StringComparison.Ordinal);
        }
    }

    private static SKBitmap Noise(int width, int height)
    {
        var random = new Random(7);
        var bitmap = new SKBitmap(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
        random.NextBytes(bitmap.GetPixelSpan());
        return bitmap;
    }

    private static List<Page> Read(byte[] bytes) => [.. Readers.Choose(bytes).Read(bytes)];

    private static string Failure(byte[] bytes) => Assert.Throws<UnreadableSourceException>(() => Read(bytes)).Finding.Code;

    private static double? Dpi(byte[] bytes) => Assert.Single(Assert.Single(Read(bytes)).Images).Dpi;

    private static string[] Codes(Page page) => [.. page.Findings.Select(finding => finding.Code)];

    private static void AssertSize(double width, double height, Page page)
    {
        Assert.Equal(width, page.Size!.Value.Width, 0.01);
        Assert.Equal(height, page.Size!.Value.Height, 0.01);
    }
}
