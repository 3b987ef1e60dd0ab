using System.Runtime.CompilerServices;
using Ingest.Model.Pages;
using Ingest.Reading.Docx;
using Xunit;
using static Ingest.Tests.Reading.Html.HtmlPages;

namespace Ingest.Tests.Reading.Html;

/// <summary>Pages that word processors export keep the lists, notes and headers of the document.</summary>
public sealed class HtmlOfficeTests
{
    private const string Spaces = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>";

    [Fact]
    public void Markers_that_word_types_are_markers() => Assert.Equal(
        [("•", 0, "Emploi"), ("o", 1, "les jeunes"), ("2)", 0, "Santé"), ("▪", 0, "filtré")],
        Read("<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·" + Spaces + "</span></span><![endif]>Emploi</p>"
            + "<p style='mso-list:l0 level2 lfo1'><span style='font-family:\"Courier New\"'><span style='mso-list:Ignore'>o" + Spaces + "</span></span>les jeunes</p>"
            + "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2)" + Spaces + "</span>Santé</p>"
            + "<p class=MsoListParagraphCxSpLast><span style='font-family:Wingdings'>§" + Spaces + "</span>filtré</p>")
            .Paragraphs().Select(p => (p.Marker!, p.ListLevel!.Value, p.Text)));

    [Fact]
    public void Title_of_word_is_the_title() =>
        Assert.Equal(0, Read("<div class=WordSection1><p class=MsoTitle>Programmation<o:p></o:p></p><p class=MsoNormal>Texte</p></div>").Paragraphs().First().HeadingLevel);

    [Theory]
    [InlineData("<p>Texte<a href='#_ftn1' name='_ftnref1'>[1]</a></p><div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1'>[1]</a> Réserve.</p></div>")]
    [InlineData("<p>Texte<a class=sdfootnoteanc href='#sdfootnote1sym'><sup>1</sup></a></p><div id=sdfootnote1><p><a class=sdfootnotesym href='#sdfootnote1anc'>1</a>Réserve.</p></div>")]
    public void Notes_stand_apart_with_their_numbers(string body)
    {
        var page = Read(body);
        Assert.Equal(["Texte"], page.Texts());
        Assert.Equal([("1", "Réserve.")], page.Paragraphs(FlowRole.Note).Select(p => (p.Marker!, p.Text)));
        Assert.Empty(page.Findings);
    }

    [Fact]
    public void Header_and_footer_of_the_document_stand_apart()
    {
        var page = Read("<div title='header'><p>Ville de Lens</p></div><p>Texte</p><div title='footer'><p>Page 1</p></div>");
        Assert.Equal([(FlowRole.Header, "Ville de Lens"), (FlowRole.Body, "Texte"), (FlowRole.Footer, "Page 1")], page.Blocks.OfType<FlowParagraph>().Select(p => (p.Role, p.Text)));
        Assert.Empty(page.Findings);
    }

    [Fact]
    public void Private_characters_of_symbol_fonts_are_told_where_nobody_knows_them() =>
        Assert.Equal(["text.undecodable"], Read("<p>a\uF0FA\uE000</p>").Codes());

    // The page is the export of the document, made by LibreOffice from the same source.
    [Fact]
    public void Export_of_a_document_has_the_table_of_the_document()
    {
        var exported = Of(File.ReadAllBytes(Sample("lists-merges-notes.html"))).Table();
        var table = Assert.Single(new DocxReader().Read(File.ReadAllBytes(Path.Combine(Sample("../../Docx/Samples/lists-merges-notes.docx"))))).Blocks.OfType<FlowTable>().Single();
        Assert.Equal(table.Shape(), exported.Shape());
        Assert.Equal(table.HeaderRowCount, exported.HeaderRowCount);
    }

    private static string Sample(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Samples", name);
}
