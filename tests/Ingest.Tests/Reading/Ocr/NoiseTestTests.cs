using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Pipeline;
using Ingest.Reading.Imaging;
using Ingest.Reading.Ocr;
using Ingest.Running;
using Ingest.Tests.Reading.Images;
using Ingest.Tests.Vocabulary;
using SkiaSharp;
using Xunit;

namespace Ingest.Tests.Reading.Ocr;

/// <summary>What the engine makes of photographs, beside text that is badly printed.</summary>
public sealed class NoiseTestTests
{
    private const string Invented = "ET | L A SAAEN G Du 1 | ME La E. usa [mm Dm s Î US x À De nus EE RTE mn ni LE: RES Li BE LR F4";

    private static readonly KnownWord IsWord = LexiconLoader.LoadLexicon(ProductVocabularies.Files.FrenchForms).IsWord;

    [Fact]
    public void What_is_invented_with_little_trust_is_noise() => Assert.True(IsNoise(Invented, 0.35));

    [Theory]
    // Most letters are wrong, some words are not.
    [InlineData("Le qnartler des Tllleuls beneficle d'un accompaguement renforcé depnis plusieurs annees par lcs services", 0.4)]
    // No word, but a figure.
    [InlineData("| 12 500 | ET Dm", 0.61)]
    [InlineData(Invented, 0.7)]
    public void Text_that_is_badly_printed_is_not(string text, double trust) => Assert.False(IsNoise(text, trust));

    [Fact]
    public void A_sure_figure_among_noise_is_kept() => Assert.False(new NoiseTest(new OcrOptions(), IsWord).IsNoise([Line(Invented, 0.35), Line("12500", 0.9)]));

    [Fact]
    public void Nobody_can_tell_without_a_dictionary() => Assert.False(new NoiseTest(new OcrOptions(), null).IsNoise([Line(Invented, 0.35)]));

    [Fact]
    public void A_page_that_is_a_photograph_stays_an_image_without_text()
    {
        ScanFiles.PathOf("");
        var photograph = ImageFile.Png(Facade(), 5906);

        var page = Read(photograph, new OcrOptions());

        Assert.NotEmpty(Read(photograph, new OcrOptions { NoiseTrust = 0 }).Words);
        Assert.Empty(page.Words);
        Assert.Equal([SourceFindings.ImageOnlyPage.Code], page.Findings.Select(finding => finding.Code));
    }

    private static Page Read(byte[] image, OcrOptions options)
    {
        var definition = new DefinitionLoader(ProductVocabularies.Files).Load("default");
        definition = definition with { Reading = definition.Reading with { Ocr = options } };
        return Assert.Single(Engine.CreateContentReader(definition, ProductVocabularies.Files).ReadSource(image, TestContext.Current.CancellationToken).Pages);
    }

    private static bool IsNoise(string text, double trust) => new NoiseTest(new OcrOptions(), IsWord).IsNoise([Line(text, trust)]);

    private static PlacedLine Line(string text, double trust)
    {
        var words = text.Split(' ').Select((word, index) => new RecognisedWord(word, new PixelBox(50 * index, 0, (50 * index) + 40, 20), trust)).ToImmutableArray();
        return new PlacedLine(new RecognisedLine(words, new PixelBox(0, 0, 50 * words.Length, 20), 0, 0, 20), TextDirection.Horizontal);
    }

    // Windows, doors and wires of every shade, as on the photograph of a street.
    private static SKBitmap Facade()
    {
        var random = new Random(3);
        var bitmap = new SKBitmap(800, 1100);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(150, 150, 140));
        for (var i = 0; i < 1200; i++)
        {
            var (x, y) = (random.Next(800), random.Next(1100));
            var shade = (byte)random.Next(20, 235);
            using var paint = new SKPaint { Color = new SKColor(shade, shade, (byte)(shade * 0.9)), StrokeWidth = 1 + random.Next(3), IsAntialias = true };
            if (i % 4 == 0)
                canvas.DrawLine(x, y, x + random.Next(-60, 60), y + random.Next(-80, 80), paint);
            else
                canvas.DrawRect(x, y, 4 + random.Next(60), 4 + random.Next(40), paint);
        }

        return bitmap;
    }
}
