using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Pipeline;
using Ingest.Reading.Imaging;
using Ingest.Reading.Ocr;
using Ingest.Reading.Pdf;
using Ingest.Reading.Raster;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Reading.Ocr;

/// <summary>Hidden layers made of a good one, on its own scanned page, through real poppler and Tesseract.</summary>
public sealed class LayerTestTests
{
    private static readonly KnownWord IsWord = LexiconLoader.LoadLexicon(ProductVocabularies.Files.FrenchForms).IsWord;

    private static readonly Lazy<(PreparedPage Page, ImmutableArray<Word> Layer)> Scan = new(Prepare);

    [Fact]
    public void A_good_layer_is_good_with_a_dictionary_and_without()
    {
        Assert.True(Judge(text => text).IsGood);
        Assert.True(Judge(text => text, hasDictionary: false).IsGood);
    }

    [Fact]
    public void A_wrong_letter_in_each_word_is_found_by_the_dictionary_alone()
    {
        var worth = Judge(Garbled);

        Assert.True(Judge(Garbled, hasDictionary: false).IsGood);
        Assert.Equal((false, true), (worth.IsGood, worth.IsGarbled));
        Assert.True(worth.KnownWordsRead - worth.KnownWords > 0.3, $"{worth.KnownWordsRead} {worth.KnownWords}");
    }

    [Fact]
    public void Words_that_no_dictionary_knows_accuse_nobody_where_the_image_has_them_too()
    {
        // Nothing is French: neither what the layer has nor what is read.
        var worth = Judge(text => text, isWord: _ => false);

        Assert.Equal((true, false), (worth.IsGood, worth.IsGarbled));
    }

    [Fact]
    public void A_few_words_are_too_few_to_judge()
    {
        var (page, layer) = Scan.Value;
        var words = layer.Where(word => word.Text.Count(char.IsLetter) > 4).Take(8).Select(word => word with { Text = Garbled(word.Text) });
        ImmutableArray<Word> few = [.. layer.Where(word => word.Text.Count(char.IsLetter) <= 4), .. words];

        Assert.False(Test(true, IsWord, new OcrOptions { LayerCoverage = 0 }).Judge(page, few, TestContext.Current.CancellationToken).IsGarbled);
    }

    [Fact]
    public void Wrong_digits_are_found_whatever_the_words() =>
        Assert.False(Judge(text => new string([.. text.Select(letter => letter == '0' ? '8' : letter)])).IsGood);

    // One letter of the middle is another: what a bad reading makes of « quartier ».
    private static string Garbled(string text) => text.Count(char.IsLetter) <= 4 ? text : text[..(text.Length / 2)] + (text[text.Length / 2] == 'x' ? 'k' : 'x') + text[((text.Length / 2) + 1)..];

    private static LayerWorth Judge(Func<string, string> change, bool hasDictionary = true, KnownWord? isWord = null)
    {
        var (page, layer) = Scan.Value;
        return Test(hasDictionary, isWord ?? IsWord, new OcrOptions()).Judge(page, [.. layer.Select(word => word with { Text = change(word.Text) })], TestContext.Current.CancellationToken);
    }

    private static LayerTest Test(bool hasDictionary, KnownWord isWord, OcrOptions options) =>
        new(new Tesseract(options, new RecognitionCache(null)), options, hasDictionary ? isWord : null);

    private static (PreparedPage Page, ImmutableArray<Word> Layer) Prepare()
    {
        var bytes = File.ReadAllBytes(ScanFiles.PathOf("carmaux-2025-texte-juste.pdf"));
        var page = new PdfReader(new PdfReadingOptions()).Read(bytes).First();
        using var images = new PdfPageImages(bytes, RasterOptions.Default);
        var (picture, _) = images.Draw(page, 200, CancellationToken.None);
        return (new PictureToPage(new OcrImageOptions()).Prepare(picture!, 0), page.Words);
    }
}
