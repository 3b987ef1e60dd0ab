using Ingest.Model.Pages;
using Xunit;
using static Ingest.Tests.Reading.Docx.DocxFile;

namespace Ingest.Tests.Reading.Docx;

/// <summary>Fields, form fields and content controls.</summary>
public sealed class DocxFieldTests
{
    private const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    [Fact]
    public void Result_of_a_field_is_text_and_its_code_is_not() =>
        Assert.Equal("page 3 / 8", ReadParagraph(R("page ") + Begin("PAGE") + Separate + R("3") + End
            + "<w:fldSimple w:instr=\"NUMPAGES\">" + R(" / 8") + "</w:fldSimple>").Text);

    [Fact]
    public void Field_in_the_code_of_another_shows_nothing() =>
        Assert.Equal("vrai", ReadParagraph(
            Begin("IF") + Begin("MERGEFIELD a") + Separate + R("caché") + End + Separate + R("vrai") + End).Text);

    [Fact]
    public void Field_goes_on_over_paragraphs()
    {
        var page = Read(P(Begin("TOC \\o") + Separate + R("Préambule") + "<w:r><w:tab/></w:r>" + Begin("PAGEREF _Toc1") + Separate + R("2") + End)
            + P(R("Objectifs")) + P(End) + Para("Après"));
        Assert.Equal(["Préambule 2", "Objectifs", "Après"], page.Blocks.Cast<FlowParagraph>().Select(p => p.Text));
    }

    [Fact]
    public void Field_that_never_ends_hides_nothing_after_it()
    {
        var page = Read(P(Begin("PAGE") + R("un")) + Para("deux"));
        Assert.Equal(["un", "deux"], page.Blocks.Cast<FlowParagraph>().Select(p => p.Text));
    }

    [Theory]
    [InlineData("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>", "☒ Nouvelle")]
    [InlineData("<w:checkBox><w:default w:val=\"1\"/></w:checkBox>", "☒ Nouvelle")]
    [InlineData("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>", "☐ Nouvelle")]
    [InlineData("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Ancienne\"/><w:listEntry w:val=\"Reprise\"/></w:ddList>", "Reprise Nouvelle")]
    public void Form_field_shows_its_state(string form, string expected) =>
        Assert.Equal(expected, ReadParagraph(
            $"<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{form}</w:ffData></w:fldChar></w:r>"
            + "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>" + Separate + End + R(" Nouvelle")).Text);

    [Theory]
    [InlineData("1", "☒ oui")]
    [InlineData("0", "☐ oui")]
    public void Check_box_control_shows_its_state_whatever_its_signs(string state, string expected) =>
        Assert.Equal(expected, ReadParagraph(
            $"<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"{state}\"/></w14:checkbox></w:sdtPr>"
            + "<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings 2\"/></w:rPr><w:t>R</w:t></w:r></w:sdtContent></w:sdt>" + R(" oui")).Text);

    [Fact]
    public void Prompt_of_an_empty_control_is_left_out_and_told()
    {
        var page = new DocxFile
        {
            Styles = "<w:style w:type=\"character\" w:styleId=\"Textedelespacerserv\"><w:name w:val=\"Placeholder Text\"/></w:style>",
            Body = P(R("Porteur : ") + Control("<w:rPr><w:rStyle w:val=\"Textedelespacerserv\"/></w:rPr>", "Cliquez ici."))
                + P(R("Coût : ") + Control("", "4 950 €")),
        }.Read();
        Assert.Equal(["Porteur :", "Coût : 4 950 €"], page.Blocks.Cast<FlowParagraph>().Select(p => p.Text));
        Assert.Equal("text.empty-controls", Assert.Single(page.Findings).Code);

        static string Control(string look, string text) =>
            $"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>{look}<w:t>{text}</w:t></w:r></w:sdtContent></w:sdt>";
    }

    [Fact]
    public void Controls_around_paragraphs_rows_and_cells_are_opened()
    {
        const string Open = "<w:sdt><w:sdtContent>";
        const string Close = "</w:sdtContent></w:sdt>";
        var page = Read(Open + Para("bloc") + Close
            + $"<w:tbl>{Open}<w:tr>{Open}<w:tc>{Para("A")}</w:tc>{Close}<w:tc>{Open}{Para("B")}{Close}</w:tc></w:tr>{Close}</w:tbl>");
        Assert.Equal("bloc", Assert.IsType<FlowParagraph>(page.Blocks[0]).Text);
        var table = Assert.IsType<FlowTable>(page.Blocks[1]);
        Assert.Equal(["A", "B"], table.Cells.Select(cell => Assert.IsType<FlowParagraph>(Assert.Single(cell.Content)).Text));
    }

    private static string Begin(string code) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r>";
}
