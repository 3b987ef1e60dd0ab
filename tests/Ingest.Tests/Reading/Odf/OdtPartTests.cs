using Ingest.Model.Pages;
using Ingest.Reading.Odf;
using Xunit;
using static Ingest.Tests.Reading.Odf.OdfFile;

namespace Ingest.Tests.Reading.Odf;

/// <summary>Headers, footers, notes and text boxes stand apart from the body.</summary>
public sealed class OdtPartTests
{
    private static string Note(string id, string text, string kind = "footnote", string mark = "1") =>
        $"<text:note text:id=\"{id}\" text:note-class=\"{kind}\"><text:note-citation>{mark}</text:note-citation><text:note-body>{P(text)}</text:note-body></text:note>";

    [Fact]
    public void Headers_and_footers_of_the_pages_in_use_come_once_after_the_body()
    {
        var page = new OdfFile
        {
            Automatic = "<style:style style:name=\"P1\" style:family=\"paragraph\" style:master-page-name=\"Annexe\"/>",
            Masters = $"""
                <style:master-page style:name="Autre"><style:header>{P("jamais")}</style:header></style:master-page>
                <style:master-page style:name="Standard" style:next-style-name="Suite"><style:header>{P("Ville")}</style:header><style:header-first>{P("Première")}</style:header-first>
                  <style:header-left style:display="false">{P("éteint")}</style:header-left><style:footer>{P("Page <text:page-number>1</text:page-number>")}</style:footer></style:master-page>
                <style:master-page style:name="Suite"><style:header>{P("Ville")}</style:header></style:master-page>
                <style:master-page style:name="Annexe"><style:header>{P("Annexe")}</style:header></style:master-page>
                """,
            Body = P("Un") + "<text:p text:style-name=\"P1\">Deux</text:p>",
        }.Read();
        Assert.Equal(
            [(FlowRole.Body, "Un", 1), (FlowRole.Body, "Deux", 2), (FlowRole.Header, "Première", 3), (FlowRole.Header, "Ville", 4), (FlowRole.Header, "Annexe", 6), (FlowRole.Footer, "Page 1", 7)],
            page.Blocks.Cast<FlowParagraph>().Select(p => (p.Role, p.Text, p.Region.Paragraph!.Value)));
    }

    [Fact]
    public void Automatic_styles_of_headers_are_not_those_of_the_body()
    {
        static string Style(string weight) => $"<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"{weight}\"/></style:style>";
        var file = new OdfFile
        {
            Automatic = Style("bold"),
            EdgeAutomatic = Style("normal"),
            Masters = "<style:master-page style:name=\"Standard\"><style:header><text:p text:style-name=\"P1\">tête</text:p></style:header></style:master-page>",
            Body = "<text:p text:style-name=\"P1\">corps</text:p>",
        };
        var page = Assert.Single(new OdtReader().Read(file.ToPackage()));
        Assert.Equal([true, false], page.Blocks.Cast<FlowParagraph>().Select(p => p.IsBold));
    }

    [Fact]
    public void Notes_come_after_the_body_footnotes_first_with_the_mark_that_shows()
    {
        var page = Read(P("Un" + Note("e", "de fin", "endnote", "i") + " deux" + Note("f", "première")
            + " trois<text:note text:note-class=\"footnote\"><text:note-citation text:label=\"*\">*</text:note-citation><text:note-body>" + P("étoile") + "</text:note-body></text:note>"));
        Assert.Equal(
            [(FlowRole.Body, null, "Un deux trois*"), (FlowRole.Note, "1", "première"), (FlowRole.Note, null, "étoile"), (FlowRole.Note, "i", "de fin")],
            page.Blocks.Cast<FlowParagraph>().Select(p => (p.Role, p.Marker, p.Text)));
    }

    [Theory]
    [InlineData("<draw:frame><draw:text-box><text:p>Cachet</text:p></draw:text-box></draw:frame>")]
    [InlineData("<draw:custom-shape><text:p>Cachet</text:p></draw:custom-shape>")]
    [InlineData("<draw:g><draw:g><draw:rect><text:p>Cachet</text:p></draw:rect></draw:g></draw:g>")]
    [InlineData("<draw:a><draw:frame><draw:text-box><text:p>Cachet</text:p></draw:text-box></draw:frame></draw:a>")]
    public void Text_box_follows_the_block_it_hangs_on(string box)
    {
        var page = Read(P(box + "Texte") + P("Suite"));
        Assert.Equal(
            [(FlowRole.Body, "Texte", 1), (FlowRole.TextBox, "Cachet", 2), (FlowRole.Body, "Suite", 3)],
            page.Blocks.Cast<FlowParagraph>().Select(p => (p.Role, p.Text, p.Region.Paragraph!.Value)));
    }

    [Fact]
    public void Text_box_of_a_page_stands_before_what_follows_it_in_the_file_and_one_in_a_header_is_header()
    {
        const string Box = "<draw:frame><draw:text-box><text:p>boîte</text:p></draw:text-box></draw:frame>";
        var page = new OdfFile
        {
            Masters = $"<style:master-page style:name=\"Standard\"><style:header>{P(Box)}</style:header></style:master-page>",
            Body = Box + P("Texte"),
        }.Read();
        Assert.Equal([(FlowRole.Body, "Texte"), (FlowRole.TextBox, "boîte"), (FlowRole.Header, "boîte")], page.Blocks.Cast<FlowParagraph>().Select(p => (p.Role, p.Text)));
    }

    [Fact]
    public void Content_of_another_format_inside_is_told()
    {
        var page = Read(P("Texte") + P("<draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image xlink:href=\"./ObjectReplacements/Object 1\"/></draw:frame>"));
        Assert.Single(page.Blocks);
        Assert.Equal("source.unread-part", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Document_of_pictures_alone_says_that_nothing_can_be_read() =>
        Assert.Equal("source.image-only-page", Assert.Single(Read(P("<draw:frame><draw:image xlink:href=\"Pictures/1.png\"/></draw:frame>")).Findings).Code);
}
