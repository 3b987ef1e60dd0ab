using System.Text;
using Ingest.Reading;
using Ingest.Reading.Docx;
using Ingest.Reading.Html;
using Ingest.Reading.Text;
using Xunit;

namespace Ingest.Tests.Reading.Html;

/// <summary>Pages are told by their content; their bytes decide on the encoding before what they say of it.</summary>
public sealed class HtmlCharsetTests
{
    private const string Text = "Été à 5 € – « cœur »";

    private static readonly Encoding Latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("<!doctype html><p>a")]
    [InlineData("\uFEFF  <!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><p>a")]
    [InlineData("<!-- saved from url=(0022)https://exemple.fr/ -->\n<html><p>a")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>")]
    [InlineData("<div class=\"field\"><p>fragment</p></div>")]
    public void Page_is_told_by_how_it_begins(string page) =>
        Assert.IsType<HtmlReader>(new SourceReader(new DocxReader(), new HtmlReader(), new PlainTextReader()).Choose(Encoding.UTF8.GetBytes(page)));

    [Theory]
    [InlineData("Action <p> Porteur")]
    [InlineData("<?xml version=\"1.0\"?><office:document xmlns:office=\"x\"/>")]
    [InlineData("<?xml version=\"1.0\"?><div>un autre XML</div>")]
    [InlineData("<!DOCTYPE svg><svg/>")]
    [InlineData("<!-- un commentaire sans fin <html>")]
    [InlineData("<5 000 € par action>")]
    [InlineData("<pre:texte>")]
    public void Other_text_and_other_markup_are_no_page(string text) => Assert.False(new HtmlReader().Recognises(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("")]
    public void Valid_utf8_is_utf8_whatever_the_page_says(string label)
    {
        var page = HtmlPages.Whole(Page(label));
        Assert.Equal([Text], page.Texts());
        Assert.Empty(page.Findings);
    }

    [Theory]
    [InlineData("iso-8859-1", false)]
    [InlineData("windows-1252", false)]
    [InlineData("utf-8", true)]
    [InlineData("", true)]
    [InlineData("zinzolin", true)]
    public void Single_bytes_are_windows_1252_and_told_where_the_page_does_not_say_so(string label, bool isTold)
    {
        var page = HtmlPages.Of(Latin.GetBytes(Page(label)));
        Assert.Equal([Text], page.Texts());
        Assert.Equal(isTold ? ["text.legacy-encoding"] : [], page.Codes());
    }

    [Fact]
    public void Other_code_page_is_taken_at_its_word() =>
        Assert.Equal(["Été à 5 €"], HtmlPages.Of(CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")!.GetBytes("<html><meta charset=iso-8859-15><p>Été à 5 €")).Texts());

    [Fact]
    public void Declaration_of_xml_names_the_encoding() =>
        Assert.Equal(["Été"], HtmlPages.Of(Latin.GetBytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><html><body><p>Été</p></body></html>")).Texts());

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Wide_text_is_read_with_its_mark_or_without(bool isBigEndian, bool hasMark)
    {
        var encoding = new UnicodeEncoding(isBigEndian, hasMark);
        Assert.Equal([Text], HtmlPages.Of([.. encoding.Preamble, .. encoding.GetBytes(Page("utf-16"))]).Texts());
    }

    private static string Page(string label) =>
        $"<html><head>{(label.Length > 0 ? $"<meta http-equiv='Content-Type' content='text/html; charset={label}'>" : "")}</head><body><p>{Text}</p></body></html>";
}
