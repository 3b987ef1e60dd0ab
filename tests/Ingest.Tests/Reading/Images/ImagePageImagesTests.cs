using BitMiracle.LibTiff.Classic;
using Ingest.Model.Pages;
using Ingest.Reading.Images;
using Ingest.Reading.Imaging;
using Ingest.Reading.Raster;
using SkiaSharp;
using Xunit;

namespace Ingest.Tests.Reading.Images;

/// <summary>Pixels of every coding become the same picture: a dark square in a corner of white paper.</summary>
public sealed class ImagePageImagesTests
{
    public static TheoryData<string> Codings => [.. Files.Keys];

    private static SortedDictionary<string, Func<byte[]>> Files { get; } = new(StringComparer.Ordinal)
    {
        ["png grey"] = () => ImageFile.Png(ImageFile.Marked(64, 32), 11811),
        ["png colour"] = () => ImageFile.Png(ImageFile.Marked(64, 32, SKColorType.Rgba8888), 11811),
        ["png on nothing"] = () => ImageFile.Png(OnNothing(64, 32), 11811),
        ["jpeg grey"] = () => ImageFile.Jpeg(ImageFile.Marked(64, 32), 300),
        ["jpeg colour"] = () => ImageFile.Jpeg(ImageFile.Marked(64, 32, SKColorType.Rgba8888), 300),
        ["tiff group 4"] = () => TiffFile.Of(new TiffPage(64, 32)),
        ["tiff group 4, black is 0"] = () => TiffFile.Of(new TiffPage(64, 32) { Kind = TiffPixelKind.BilevelInverted }),
        ["tiff group 3"] = () => TiffFile.Of(new TiffPage(64, 32) { Packing = Compression.CCITTFAX3 }),
        ["tiff bits as they are"] = () => TiffFile.Of(new TiffPage(64, 32) { Packing = Compression.NONE }),
        ["tiff grey LZW"] = () => TiffFile.Of(new TiffPage(64, 32) { Kind = TiffPixelKind.Grey, Packing = Compression.LZW }),
        ["tiff grey tiles"] = () => TiffFile.Of(new TiffPage(64, 32) { Kind = TiffPixelKind.Grey, Packing = Compression.LZW, IsTiled = true }),
        ["tiff colour Deflate"] = () => TiffFile.Of(new TiffPage(64, 32) { Kind = TiffPixelKind.Colour, Packing = Compression.ADOBE_DEFLATE }),
        ["tiff colour PackBits"] = () => TiffFile.Of(new TiffPage(64, 32) { Kind = TiffPixelKind.Colour, Packing = Compression.PACKBITS }),
        ["tiff palette"] = () => TiffFile.Of(new TiffPage(64, 32) { Kind = TiffPixelKind.Palette, Packing = Compression.LZW }),
        ["tiff inks"] = () => TiffFile.Of(new TiffPage(64, 32) { Kind = TiffPixelKind.Ink, Packing = Compression.LZW }),
        ["tiff jpeg"] = () => TiffFile.Of(new TiffPage(64, 32) { Kind = TiffPixelKind.Grey, Packing = Compression.JPEG }),
        ["tiff colour jpeg"] = () => TiffFile.Of(new TiffPage(64, 32) { Kind = TiffPixelKind.Colour, Packing = Compression.JPEG }),
    };

    [Theory]
    [MemberData(nameof(Codings))]
    public void Every_coding_gives_the_picture(string coding)
    {
        var picture = Draw(Files[coding](), 300);

        Assert.Equal((64, 32, 300), (picture.Grey.Width, picture.Grey.Height, picture.Dpi));
        Assert.True(IsDark(picture.Grey, 5, 5));
        Assert.False(IsDark(picture.Grey, 5, 27));
        Assert.False(IsDark(picture.Grey, 59, 5));
        Assert.True(picture.Chroma is null || picture.Chroma.Pixels.Max() < 8);
    }

    [Fact]
    public void Inks_of_a_JPEG_become_colours() => AssertDarkLeft(Draw(ImageFile.Cmyk, 50), 13);

    [Fact]
    public void Sixteen_bits_become_eight() => AssertDarkLeft(Draw(ImageFile.Deep, 50), 59);

    private static void AssertDarkLeft(PagePicture picture, int right)
    {
        Assert.True(IsDark(picture.Grey, 2, 4));
        Assert.False(IsDark(picture.Grey, right, 4));
        Assert.True(picture.Chroma is null || picture.Chroma.Pixels.Max() < 8);
    }

    [Fact]
    public void Colour_is_kept_apart_from_brightness()
    {
        var picture = Draw(ImageFile.Png(ImageFile.Marked(64, 32, SKColorType.Rgba8888, isRed: true), 11811), 300);

        Assert.Equal((76, 255), (picture.Grey.Row(5)[5], picture.Chroma!.Row(5)[5]));
        Assert.Equal(0, picture.Chroma.Row(27)[5]);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public void The_stated_orientation_is_that_of_the_picture(byte orientation, int right, int bottom)
    {
        byte[][] files = [ImageFile.Jpeg(ImageFile.Marked(64, 32), 300, orientation), TiffFile.Of(new TiffPage(64, 32) { Orientation = (Orientation)orientation })];
        foreach (var file in files)
        {
            var grey = Draw(file, 300).Grey;

            Assert.Equal(orientation > 4 ? (32, 64) : (64, 32), (grey.Width, grey.Height));
            foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(0, 0), (1, 0), (0, 1), (1, 1)])
                Assert.Equal((x, y) == (right, bottom), IsDark(grey, x == 1 ? grey.Width - 6 : 5, y == 1 ? grey.Height - 6 : 5));
        }
    }

    [Fact]
    public void More_pixels_than_wanted_are_joined()
    {
        var picture = Draw(TiffFile.Of(new TiffPage(65, 33) { Resolution = (600, 600) }), 300);

        Assert.Equal((33, 17, 300), (picture.Grey.Width, picture.Grey.Height, picture.Dpi));
        Assert.True(IsDark(picture.Grey, 5, 5));
        Assert.False(IsDark(picture.Grey, 32, 16));
    }

    [Fact]
    public void The_long_pixels_of_a_fax_become_square()
    {
        var picture = Draw(TiffFile.Of(new TiffPage(204, 98) { Resolution = (204, 98), Packing = Compression.CCITTFAX3 }), 300);

        Assert.Equal((204, 204, 204), (picture.Grey.Width, picture.Grey.Height, picture.Dpi));
    }

    [Fact]
    public void What_a_cut_file_still_has_is_drawn_and_the_rest_is_paper()
    {
        var random = new Random(7);
        var bitmap = new SKBitmap(200, 200, SKColorType.Gray8, SKAlphaType.Opaque);
        random.NextBytes(bitmap.GetPixelSpan());
        var png = ImageFile.Png(bitmap, 11811);

        var grey = Draw(png[..(png.Length / 2)], 300).Grey;

        Assert.Equal(bitmap.GetPixelSpan()[..200].ToArray(), grey.Row(0).ToArray());
        Assert.All(grey.Row(199).ToArray(), value => Assert.Equal(255, value));
    }

    [Fact]
    public void Pages_may_be_asked_for_from_several_threads()
    {
        var tiff = TiffFile.Of([.. Enumerable.Range(1, 8).Select(number => new TiffPage(64 + number, 32) { Pixel = (x, y) => (byte)(x == number ? 0 : 255) })]);
        var pages = Pages(tiff);
        using var images = new ImagePageImages(tiff, FormatOf(tiff));

        Parallel.For(0, 64, index =>
        {
            var page = pages[index % pages.Count];
            var grey = images.Draw(page, 300, CancellationToken.None).Picture!.Grey;
            Assert.Equal(64 + page.Number, grey.Width);
            Assert.True(IsDark(grey, page.Number, 3));
        });
    }

    [Fact]
    public void Pixels_that_are_damaged_are_no_exception()
    {
        var png = ImageFile.Png(ImageFile.Marked(64, 32), 11811);
        var at = png.AsSpan().IndexOf("IDAT"u8) + 8;
        png.AsSpan(at, 8).Fill(0xAA);
        using var images = new ImagePageImages(png, FormatOf(png));

        Assert.Equal((null, RasterOutcome.Failed), images.Draw(Pages(png)[0], 300, CancellationToken.None));
    }

    [Fact]
    public void People_are_shown_a_page_of_any_format_as_a_JPEG()
    {
        var tiff = TiffFile.Of(new TiffPage(300, 150), new TiffPage(90, 60));

        var rasters = new ImageRaster().Draw(tiff, "image/tiff", Pages(tiff), CancellationToken.None).ToList();

        Assert.Equal([(1, 100), (2, 100)], rasters.Select(raster => (raster.Page, raster.Dpi)));
        using var shown = SKBitmap.Decode(rasters[0].Bytes.Span);
        Assert.Equal((100, 50), (shown.Width, shown.Height));
        Assert.False(ImageRaster.Draws("application/pdf"));
    }

    private static SKBitmap OnNothing(int width, int height)
    {
        var bitmap = ImageFile.Marked(width, height, SKColorType.Rgba8888);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (bitmap.GetPixel(x, y) == SKColors.White)
                    bitmap.SetPixel(x, y, SKColors.Transparent);
            }
        }

        return bitmap;
    }

    private static bool IsDark(GreyImage image, int x, int y) => image.Row(y)[x] < 128;

    private static PagePicture Draw(byte[] bytes, double dpi)
    {
        using var images = new ImagePageImages(bytes, FormatOf(bytes));
        var (picture, outcome) = images.Draw(Pages(bytes)[0], dpi, CancellationToken.None);
        Assert.Equal(RasterOutcome.Drawn, outcome);
        return picture!;
    }

    private static ImageFormat FormatOf(byte[] bytes) => ImageFormat.All.Single(format => format.Recognises(bytes));

    private static List<Page> Pages(byte[] bytes) => [.. ImageReader.All().Single(reader => reader.Recognises(bytes)).Read(bytes)];
}
