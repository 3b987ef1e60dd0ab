using Ingest.Model.Pages;
using Ingest.Tests.Running;
using Ingest.Tests.Vocabulary;
using SkiaSharp;
using Xunit;

namespace Ingest.Tests.Reading.Images;

/// <summary>The head of a scanned page in each format through the whole reading, text recognition included.</summary>
public sealed class ImageTextTests
{
    private const int HeadHeight = 420;

    [Fact]
    public void A_PNG_gives_text() => AssertHead(Assert.Single(Read(ImageFile.Png(Head(), 5906))));

    [Fact]
    public void A_JPEG_on_its_side_gives_text() => AssertHead(Assert.Single(Read(ImageFile.Jpeg(OnItsSide(Head()), 150, orientation: 6))));

    [Fact]
    public void Each_page_of_a_TIFF_gives_text()
    {
        using var head = Head();
        var pixels = head.GetPixelSpan().ToArray();
        var page = new TiffPage(head.Width, head.Height)
        {
            Resolution = (150, 150),
            Pixel = (x, y) => pixels[(y * head.RowBytes) + x] < 170 ? (byte)0 : (byte)255,
        };

        var pages = Read(TiffFile.Of(page, page));

        Assert.Equal(2, pages.Count);
        Assert.All(pages, AssertHead);
    }

    [Fact]
    public void A_document_of_which_nothing_could_be_read_fails_and_says_why()
    {
        var tooLarge = ImageFile.Png(ImageFile.Marked(8, 8));
        // Width and height of the header.
        (tooLarge[17], tooLarge[21]) = (0xFF, 0xFF);

        Assert.Equal(["source.unreadable-page", "source.no-text"], Processing.Of(tooLarge).Codes());
        Assert.Equal(["source.unreadable"], Processing.Of((byte[])[0xFF, 0xD8, 0xFF, 0xD9]).Codes());
    }

    private static List<Page> Read(byte[] bytes)
    {
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "tesseract"))),
            "Tesseract is not installed");
        return [.. Processing.Reader.ReadSource(bytes, CancellationToken.None).Pages];
    }

    private static void AssertHead(Page page)
    {
        Assert.Contains(page.Words, word => word.Text.Contains("Nogent", StringComparison.Ordinal));
        Assert.DoesNotContain(page.Findings, finding => finding.Code.StartsWith("source.", StringComparison.Ordinal));
    }

    // Grey, 150 dots per inch.
    private static SKBitmap Head()
    {
        var file = Path.Combine(ProductVocabularies.Files.Vocabularies, "..", "..", "corpus", "scans", "nogent-2025-pale.png");
        using var page = SKBitmap.Decode(file, new SKImageInfo(1241, 1754, SKColorType.Gray8, SKAlphaType.Opaque));
        var head = new SKBitmap(page.Width, HeadHeight, SKColorType.Gray8, SKAlphaType.Opaque);
        for (var y = 0; y < HeadHeight; y++)
            page.GetPixelSpan().Slice(y * page.RowBytes, page.Width).CopyTo(head.GetPixelSpan().Slice(y * head.RowBytes, page.Width));
        return head;
    }

    // As a camera that was held on its side stores it: a quarter clockwise shows it upright.
    private static SKBitmap OnItsSide(SKBitmap upright)
    {
        var turned = new SKBitmap(upright.Height, upright.Width, SKColorType.Gray8, SKAlphaType.Opaque);
        for (var y = 0; y < turned.Height; y++)
        {
            for (var x = 0; x < turned.Width; x++)
                turned.GetPixelSpan()[(y * turned.RowBytes) + x] = upright.GetPixelSpan()[(x * upright.RowBytes) + (upright.Width - 1 - y)];
        }

        return turned;
    }
}
