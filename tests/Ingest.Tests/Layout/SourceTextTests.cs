using Ingest.Model.Provenance;
using Xunit;

namespace Ingest.Tests.Layout;

public sealed class SourceTextTests
{
    private static readonly SourceText Text = new()
    {
        Paragraphs = [new SourceParagraph([Word("Ville"), Word("de"), Word("Lens")], "•"), new SourceParagraph([Word("CCAS")])],
    };

    [Theory]
    [InlineData(0, 5, "Ville")]
    [InlineData(2, 6, "lle de")]
    [InlineData(5, 1, "")]
    [InlineData(2, 0, "")]
    [InlineData(10, 6, "ens\nCC")]
    [InlineData(0, 18, "Ville de Lens\nCCAS")]
    [InlineData(13, 99, "CCAS")]
    public void A_slice_has_the_words_that_its_characters_touch_cut_to_them(int start, int length, string expected)
    {
        var slice = Text.Slice(start, length);

        Assert.Equal(expected, slice.Text);
        Assert.DoesNotContain(slice.Words, word => word.Text.Length == 0);
    }

    [Fact]
    public void A_marker_stays_with_the_beginning_of_its_paragraph_alone()
    {
        Assert.Equal("•", Text.Slice(0, 5).Paragraphs[0].Marker);
        Assert.Null(Text.Slice(1, 4).Paragraphs[0].Marker);
        Assert.Null(Text.Slice(6, 2).Paragraphs[0].Marker);
    }

    private static SourceWord Word(string text) => new() { Text = text, Regions = [] };
}
