using Ingest.Reading.Imaging;
using Ingest.Reading.Ocr;
using Xunit;

namespace Ingest.Tests.Reading.Ocr;

public sealed class LineDirtTests
{
    private const int Size = 40;

    private static readonly RecognisedWord Total = Word("Total", 100, 200, height: 29);

    [Theory]
    [InlineData("F", 8)]
    [InlineData("7", 4)]
    [InlineData(":", 4)]
    [InlineData("|", 4)]
    [InlineData("|", 60)]
    [InlineData("_", 2)]
    public void Ink_that_is_too_low_for_its_sign_and_what_is_left_of_rules_is_dirt(string sign, int height)
    {
        Assert.Equal("Total", Peel(Word(sign, 10, 16, height), Total));
        Assert.Equal("Total", Peel(Total, Word(sign, 300, 306, height)));
    }

    [Theory]
    [InlineData("x", 18)]
    [InlineData("7", 29)]
    [InlineData(":", 18)]
    [InlineData("-", 4)]
    [InlineData("•", 12)]
    public void A_sign_as_high_as_it_has_to_be_stays(string sign, int height) => Assert.Equal($"Total {sign}", Peel(Total, Word(sign, 300, 306, height)));

    [Fact]
    public void A_dot_belongs_to_the_word_that_it_stands_at_only()
    {
        Assert.Equal("Total .", Peel(Total, Word(".", 205, 209, height: 4)));
        Assert.Equal("Total", Peel(Total, Word(".", 300, 304, height: 4)));
    }

    [Fact]
    public void A_line_of_nothing_else_is_none() => Assert.Empty(new LineDirt(new OcrOptions()).Peel([Line(Word("|", 10, 14, 60), Word("_", 30, 60, 2))]));

    [Fact]
    public void A_stroke_between_words_stays() => Assert.Equal("Total | Total", Peel(Total, Word("|", 210, 214, 29), Word("Total", 220, 320, 29)));

    private static string Peel(params RecognisedWord[] words) =>
        string.Join(' ', Assert.Single(new LineDirt(new OcrOptions()).Peel([Line(words)])).Words.Select(word => word.Text));

    private static RecognisedLine Line(params RecognisedWord[] words) => new([.. words], new PixelBox(0, 0, 400, Size), 0, 0, Size);

    private static RecognisedWord Word(string text, int left, int right, int height) => new(text, new PixelBox(left, 50 - height, right, 50), 0.9);
}
