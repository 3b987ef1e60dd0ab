using Ingest.Model.Pages;
using Xunit;
using static Ingest.Tests.Reading.Docx.DocxFile;

namespace Ingest.Tests.Reading.Docx;

/// <summary>Tracked changes are read as accepted.</summary>
public sealed class DocxChangeTests
{
    [Fact]
    public void Insertions_stay_and_deletions_go_and_both_are_counted()
    {
        var page = Read(P(R("Coût ") + "<w:del w:id=\"1\"><w:r><w:delText>4 000</w:delText></w:r></w:del><w:ins w:id=\"2\">" + R("4 950")
            + "</w:ins><w:ins w:id=\"3\">" + R(" €") + "</w:ins>")
            + P("<w:moveFrom w:id=\"4\">" + R("ici") + "</w:moveFrom><w:moveTo w:id=\"5\">" + R("là") + "</w:moveTo>"));
        Assert.Equal(["Coût 4 950 €", "là"], page.Blocks.Cast<FlowParagraph>().Select(p => p.Text));
        var finding = Assert.Single(page.Findings);
        Assert.Equal("text.tracked-changes", finding.Code);
    }

    [Fact]
    public void Text_goes_on_in_the_next_paragraph_where_the_mark_between_is_deleted()
    {
        var page = Read(P("<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + R("Le projet ")) + Para("continue.") + Para("Fin"));
        Assert.Equal([("Le projet continue.", 1), ("Fin", 3)], page.Blocks.Cast<FlowParagraph>().Select(p => (p.Text, p.Region.Paragraph!.Value)));
    }

    [Fact]
    public void Paragraph_deleted_with_its_mark_leaves_nothing()
    {
        var page = Read(P("<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r><w:delText>parti</w:delText></w:r></w:del>") + Para("Reste"));
        var paragraph = Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks));
        Assert.Equal(("Reste", 2), (paragraph.Text, paragraph.Region.Paragraph));
    }

    [Fact]
    public void Deleted_rows_and_cells_take_no_place()
    {
        var page = Read("<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>" + P("<w:del w:id=\"9\"><w:r><w:delText>x</w:delText></w:r></w:del>")
            + "</w:tc></w:tr><w:tr><w:trPr><w:ins w:id=\"2\"/></w:trPr><w:tc><w:tcPr><w:cellDel w:id=\"3\"/></w:tcPr><w:p/></w:tc><w:tc>"
            + Para("B") + "</w:tc></w:tr></w:tbl>");
        var table = Assert.IsType<FlowTable>(Assert.Single(page.Blocks));
        Assert.Equal((1, 1), (table.RowCount, table.ColumnCount));
        var paragraph = Assert.IsType<FlowParagraph>(Assert.Single(Assert.Single(table.Cells).Content));
        Assert.Equal(("B", 3), (paragraph.Text, paragraph.Region.Paragraph));
        Assert.Equal("text.tracked-changes", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Former_look_is_not_taken_for_the_present_one()
    {
        var paragraph = ReadParagraph("<w:r><w:rPr><w:rPrChange w:id=\"1\"><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>net</w:t></w:r>");
        Assert.Equal(("net", false), (paragraph.Text, paragraph.IsBold));
    }
}
