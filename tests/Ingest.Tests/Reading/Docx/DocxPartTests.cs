using Ingest.Model.Pages;
using Xunit;
using static Ingest.Tests.Reading.Docx.DocxFile;

namespace Ingest.Tests.Reading.Docx;

/// <summary>Headers, footers, notes and text boxes stand apart from the body.</summary>
public sealed class DocxPartTests
{
    [Fact]
    public void Headers_and_footers_that_show_come_once_after_the_body()
    {
        var page = new DocxFile
        {
            Edges = new Dictionary<string, string>
            {
                ["h1"] = Para("Première"),
                ["h2"] = Para("Courante"),
                ["h3"] = Para("Paire"),
                ["f1"] = "<w:p/>",
                ["f2"] = Para("Page 1"),
            },
            Body = P("<w:pPr><w:sectPr>" + Reference("h2") + Reference("f1", "footer") + "</w:sectPr></w:pPr>" + R("Un"))
                + "<w:sectPr>" + Reference("h1", type: "first") + Reference("h2") + Reference("h3", type: "even") + Reference("f2", "footer") + "<w:titlePg/></w:sectPr>",
        }.Read();
        Assert.Equal(
            [(FlowRole.Body, "Un", 1), (FlowRole.Header, "Courante", 2), (FlowRole.Header, "Première", 3), (FlowRole.Footer, "Page 1", 5)],
            page.Blocks.Cast<FlowParagraph>().Select(p => (p.Role, p.Text, p.Region.Paragraph!.Value)));
    }

    [Fact]
    public void Header_of_even_pages_shows_where_the_document_has_such()
    {
        var file = new DocxFile
        {
            Edges = new Dictionary<string, string> { ["h3"] = Para("Paire") },
            Body = Para("Un") + "<w:sectPr>" + Reference("h3", type: "even") + "</w:sectPr>",
        };
        Assert.Single(file.Read().Blocks);
        Assert.Equal(2, (file with { Settings = "<w:evenAndOddHeaders/>" }).Read().Blocks.Length);
    }

    [Fact]
    public void Header_copied_for_another_section_is_told_once()
    {
        var page = new DocxFile
        {
            Edges = new Dictionary<string, string> { ["h1"] = Para("Ville"), ["h2"] = Para("Ville") },
            Body = P("<w:pPr><w:sectPr>" + Reference("h1") + "</w:sectPr></w:pPr>") + "<w:sectPr>" + Reference("h2") + "</w:sectPr>",
        }.Read();
        Assert.Equal("Ville", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
    }

    [Fact]
    public void Document_of_pictures_alone_says_that_nothing_can_be_read()
    {
        var page = Read(P("<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed=\"rId1\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"));
        Assert.Empty(page.Blocks);
        Assert.Equal("source.image-only-page", Assert.Single(page.Findings).Code);
    }

    [Theory]
    [InlineData("<w:altChunk r:id=\"rId7\"/>")]
    [InlineData("<w:p><w:r><w:drawing><a:graphic xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"rId7\"/></a:graphic></w:drawing></w:r></w:p>")]
    public void Content_of_another_format_inside_is_told(string content)
    {
        var page = Read(Para("Texte") + content);
        Assert.Single(page.Blocks);
        Assert.Equal("source.unread-part", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Notes_come_in_the_order_of_their_references_with_the_number_that_shows()
    {
        var page = new DocxFile
        {
            Body = P(R("Un") + "<w:r><w:footnoteReference w:id=\"3\"/></w:r>" + R(" deux") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                + "<w:r><w:endnoteReference w:id=\"2\"/></w:r>"),
            Footnotes = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                + "<w:footnote w:id=\"2\">" + P("<w:r><w:footnoteRef/></w:r>" + R(" seconde")) + "</w:footnote><w:footnote w:id=\"3\">" + Para("première")
                + "</w:footnote><w:footnote w:id=\"4\">" + Para("orpheline") + "</w:footnote>",
            Endnotes = "<w:endnote w:id=\"2\">" + Para("de fin") + "</w:endnote>",
        }.Read();
        Assert.Equal(
            [(FlowRole.Body, null, "Un deux"), (FlowRole.Note, "1", "première"), (FlowRole.Note, "2", "seconde"), (FlowRole.Note, "i", "de fin")],
            page.Blocks.Cast<FlowParagraph>().Select(p => (p.Role, p.Marker, p.Text)));
    }

    [Fact]
    public void Text_box_is_read_once_after_the_block_it_hangs_on()
    {
        var box = "<w:txbxContent>" + Para("Cachet") + "</w:txbxContent>";
        var page = Read(P("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData>"
            + $"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + R("Texte")) + Para("Suite"));
        Assert.Equal(
            [(FlowRole.Body, "Texte", 1), (FlowRole.TextBox, "Cachet", 2), (FlowRole.Body, "Suite", 3)],
            page.Blocks.Cast<FlowParagraph>().Select(p => (p.Role, p.Text, p.Region.Paragraph!.Value)));
    }

    [Fact]
    public void Fallback_is_read_where_the_newer_branch_is_not_understood()
    {
        var page = Read(P("<w:r><mc:AlternateContent><mc:Choice Requires=\"zz\"><w:t>nouveau</w:t></mc:Choice><mc:Fallback>"
            + "<w:pict><v:textbox><w:txbxContent>" + Para("ancien") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"));
        var paragraph = Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks));
        Assert.Equal((FlowRole.TextBox, "ancien"), (paragraph.Role, paragraph.Text));
    }

    [Fact]
    public void Text_box_in_a_cell_follows_the_table_and_one_in_a_header_is_header()
    {
        var box = P("<w:r><w:pict><v:textbox><w:txbxContent>" + Para("boîte") + "</w:txbxContent></v:textbox></w:pict></w:r>");
        var page = new DocxFile
        {
            Edges = new Dictionary<string, string> { ["h1"] = box },
            Body = $"<w:tbl><w:tr><w:tc>{box}</w:tc></w:tr></w:tbl><w:sectPr>" + Reference("h1") + "</w:sectPr>",
        }.Read();
        Assert.Empty(Assert.Single(Assert.IsType<FlowTable>(page.Blocks[0]).Cells).Content);
        Assert.Equal([FlowRole.Body, FlowRole.TextBox, FlowRole.Header], page.Blocks.Select(block => block.Role));
    }

    private static string Reference(string id, string edge = "header", string type = "default") =>
        $"<w:{edge}Reference w:type=\"{type}\" r:id=\"{id}\"/>";
}
