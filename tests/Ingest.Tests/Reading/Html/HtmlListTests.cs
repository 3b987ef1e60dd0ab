using Xunit;
using static Ingest.Tests.Reading.Html.HtmlPages;

namespace Ingest.Tests.Reading.Html;

/// <summary>Items have the markers that a browser shows, and the depth of their lists.</summary>
public sealed class HtmlListTests
{
    [Fact]
    public void Items_have_bullets_and_depths() => Assert.Equal(
        ["0 • un", "1 • un bis", "2 • tiers", "0 • deux"], Items("<ul><li>un<ul><li>un bis<ul><li>tiers</ul></ul><li>deux</ul>"));

    [Fact]
    public void List_put_beside_its_item_is_below_it_all_the_same() =>
        Assert.Equal(["0 • un", "1 • dessous", "0 • deux"], Items("<ul><li>un</li><ul><li>dessous</li></ul><li>deux</li></ul>"));

    [Fact]
    public void Numbers_follow_type_start_and_value() => Assert.Equal(
        ["0 c. a", "0 f. b", "0 g. c"], Items("<ol type=a start=3><li>a<li value=6>b<li>c</ol>"));

    [Fact]
    public void Numbers_go_down_in_a_reversed_list() => Assert.Equal(["0 2. a", "0 1. b"], Items("<ol reversed><li>a<li>b</ol>"));

    [Fact]
    public void Style_gives_the_type() => Assert.Equal(
        ["0 II. a", "0  b", "0 ▪ c"],
        Items("<ol style='list-style-type: upper-roman' start=2><li>a</ol><ul style='list-style: none'><li>b</ul><ul type=square><li>c</ul>"));

    [Fact]
    public void Only_the_first_paragraph_of_an_item_has_the_marker() =>
        Assert.Equal(["0 • a", "  b"], Items("<ul><li><p>a</p><p>b</p></li></ul>"));

    [Fact]
    public void Number_alone_in_its_cell_is_what_the_cell_says() =>
        Assert.Equal(["0,0 1x1 4.", "0,1 1x1 Vélos", "1,0 1x1 5.", "1,1 1x1 Café"],
            Read("<table><tr><td><ol start=4><li></li></ol><td>Vélos<tr><td><ol start=5><li></li></ol><td>Café</table>").Table().Shape());

    private static string[] Items(string body) => [.. Read(body).Paragraphs().Select(p => $"{p.ListLevel} {p.Marker} {p.Text}")];
}
