using System.Diagnostics;
using System.Text;
using Ingest.Reading.Html;
using Xunit;
using static Ingest.Tests.Reading.Html.HtmlPages;

namespace Ingest.Tests.Reading.Html;

/// <summary>Broken pages and pages made to exhaust the reader are read as far as they go, and told.</summary>
public sealed class HtmlFaultTests
{
    // Far above what reading takes, far below what the parser takes alone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("<div>", 20_000)]
    [InlineData("<span>", 100_000)]
    [InlineData("<table><tr><td>", 5_000)]
    [InlineData("<ul><li>x", 5_000)]
    [InlineData("<blockquote><font color=red>", 5_000)]
    [InlineData("<!-- --!><div>", 5_000)]
    public void Elements_nested_without_end_are_flattened_and_told(string opening, int count)
    {
        var clock = Stopwatch.StartNew();
        var page = Read(string.Concat(Enumerable.Repeat(opening, count)) + "fond</p><p>fin");
        Assert.Equal("fin", page.Texts()[^1]);
        Assert.Contains("fond", string.Concat(page.Texts()), StringComparison.Ordinal);
        Assert.Contains("source.unread-part", page.Codes());
        Assert.True(clock.Elapsed < Patience, $"{clock.Elapsed}");
    }

    [Fact]
    public void Drawing_is_no_way_around_the_guard()
    {
        var clock = Stopwatch.StartNew();
        var page = Read("<svg><style>" + string.Concat(Enumerable.Repeat("<div>", 20_000)) + "fond");
        Assert.Contains("source.unread-part", page.Codes());
        Assert.True(clock.Elapsed < Patience, $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("<p>mot", 2_000)]
    [InlineData("<ul><li>mot", 1)]
    [InlineData("<table><tr><td>mot<td>mot<tr><td>mot<td>mot", 200)]
    [InlineData("<li>mot", 2_000)]
    [InlineData("<br>mot", 2_000)]
    [InlineData("<dt>mot<dd>mot", 2_000)]
    [InlineData("</p>mot", 200)]
    public void End_tags_may_be_left_out(string part, int count)
    {
        var page = Read("<h1>Titre</h1>" + string.Concat(Enumerable.Repeat(part + (part.StartsWith("<table", StringComparison.Ordinal) ? "</table>" : ""), count)));
        Assert.DoesNotContain("source.unread-part", page.Codes());
        Assert.Equal(count * (part.Split("mot").Length - 1), string.Join(' ', page.Texts()).Split("mot").Length - 1);
    }

    [Fact]
    public void Looks_that_are_never_closed_are_not_repeated_without_end()
    {
        var clock = Stopwatch.StartNew();
        var page = Read(string.Concat(Enumerable.Range(0, 3_000).Select(size => $"<font size={size}>")) + string.Concat(Enumerable.Repeat("<p>mot</p>", 10_000)));
        Assert.Equal(10_000, page.Texts().Length);
        Assert.True(clock.Elapsed < Patience, $"{clock.Elapsed}");
    }

    [Fact]
    public void What_comes_after_the_most_elements_is_told()
    {
        var reader = new HtmlReader(new HtmlOptions { MostElements = 10 });
        var page = Assert.Single(reader.Read(Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Range(1, 20).Select(number => $"<p>p{number}</p>")))));
        Assert.Equal("p8", page.Texts()[^1]);
        Assert.Equal(["source.unread-part"], page.Codes());
    }

    [Fact]
    public void Spans_made_to_fill_the_memory_are_clipped()
    {
        var page = Read("<table><tr>" + string.Concat(Enumerable.Repeat("<td colspan=9999 rowspan=99999>x", 500)) + string.Concat(Enumerable.Repeat("<tr><td>y<td>z", 500)) + "</table>");
        Assert.Equal(["source.unread-part"], page.Codes());
    }

    [Fact]
    public void Page_of_frames_only_is_told()
    {
        var page = Whole("<html><head><title>Ville</title></head><frameset cols='20,80'><frame src='menu.htm'><frame src='corps.htm'></frameset></html>");
        Assert.Equal(["source.unread-part", "source.unread-part"], page.Codes());
        Assert.Contains("corps.htm", page.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Frame_beside_a_text_is_none_of_its_business() =>
        Assert.Empty(Read("<p>" + string.Join(' ', Enumerable.Repeat("mot", 30)) + "</p><iframe src='carte.htm'></iframe>").Findings);

    [Fact]
    public void Page_of_photographs_only_is_told() => Assert.Equal(["source.image-only-page"], Read("<img src='page1.jpg'>").Codes());

    [Theory]
    [InlineData("")]
    [InlineData("<p")]
    [InlineData("<a href=\"x")]
    [InlineData("<table><tr><td>a<td>b<tr>")]
    [InlineData("<table><p>dehors<tr><td>a<td>b</table>")]
    [InlineData("<li><table><template><td></li></table>")]
    [InlineData("</div></td></table></body></html><p>après</p>")]
    [InlineData("<!-- <!-- ")]
    [InlineData("<script>")]
    [InlineData("<style>.a{.b{}}}} @media{")]
    [InlineData("<input type><td colspan=-1 rowspan=x>a")]
    public void Broken_markup_is_read(string body) => Assert.Empty(Read(body).Codes());

    [Fact]
    public void Element_closed_in_xml_s_way_is_closed() => Assert.Equal(
        ["Titre", "Texte"],
        Whole("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><script src=\"a.js\"/><title/></head><body><h1>Titre</h1><div/><p>Texte</p></body></html>").Texts());

    [Fact]
    public void Same_bytes_give_the_same_page()
    {
        const string Body = "<nav>Menu</nav><main><h1>Titre</h1>" + Money + "</main>";
        Assert.Equal(Read(Body).Blocks.Length, Read(Body).Blocks.Length);
        Assert.Equal(Read(Body).Texts(), Read(Body).Texts());
    }
}
