using Xunit;
using static Ingest.Tests.Reading.Html.HtmlPages;

namespace Ingest.Tests.Reading.Html;

/// <summary>Labels side by side that only their looks part.</summary>
public sealed class HtmlSpanTests
{
    [Fact]
    public void Spans_of_one_class_side_by_side_are_parted() =>
        Assert.Equal("CCAS Les Buis 2024", Flat("<p><span class=tag>CCAS</span><span class=tag>Les Buis</span><span class=tag>2024</span></p>"));

    [Theory]
    [InlineData("<p><span class=a>Vé</span><span class=b>los</span></p>")]
    [InlineData("<p><span>Vé</span><span>los</span></p>")]
    [InlineData("<p><span class=a>Vé</span>l<span class=a>os</span></p>")]
    [InlineData("<p><b class=a>Vé</b><b class=a>los</b></p>")]
    public void Other_pieces_of_a_word_stay_one(string html) => Assert.Equal("Vélos", Flat(html));

    private static string Flat(string html) => string.Join(' ', Read(html).Texts()).Replace('\n', ' ');
}
