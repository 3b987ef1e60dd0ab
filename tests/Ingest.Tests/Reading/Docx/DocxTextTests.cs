using Ingest.Model.Pages;
using Xunit;
using static Ingest.Tests.Reading.Docx.DocxFile;

namespace Ingest.Tests.Reading.Docx;

/// <summary>What of a paragraph is text, and with what look.</summary>
public sealed class DocxTextTests
{
    [Fact]
    public void Paragraphs_are_numbered_in_document_order_and_empty_ones_are_left_out_but_counted()
    {
        var page = Read(Para("Un") + "<w:p/>" + Para("Trois"));
        Assert.Equal([("Un", 1), ("Trois", 3)], page.Blocks.Cast<FlowParagraph>().Select(p => (p.Text, p.Region.Paragraph!.Value)));
        Assert.Equal(1, page.Number);
        Assert.Null(page.Size);
        Assert.Null(page.PageCount);
        Assert.Empty(page.Findings);
    }

    [Theory]
    [InlineData("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b")]
    [InlineData("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb")]
    [InlineData("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "a\nb")]
    [InlineData("<w:r><w:t>peut</w:t><w:noBreakHyphen/><w:t>être</w:t></w:r>", "peut-être")]
    [InlineData("<w:r><w:t>Belle\u2011Île</w:t></w:r>", "Belle-Île")]
    [InlineData("<w:r><w:t>pro</w:t><w:softHyphen/><w:t>jet</w:t></w:r>", "projet")]
    [InlineData("<w:r><w:t>pro\u00ADjet</w:t></w:r>", "projet")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t> oui</w:t></w:r>", "✓ oui")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t> 3</w:t></w:r>", "≥ 3")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/></w:r>", "α")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F07E\"/></w:r>", "∼")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0A0\"/></w:r>", "€")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0FE\"/></w:r>", "⎭")]
    [InlineData("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>\uF0E0</w:t></w:r><w:r><w:t xml:space=\"preserve\"> suite</w:t></w:r>", "→ suite")]
    [InlineData("<w:hyperlink r:id=\"rId99\"><w:r><w:t>lien</w:t></w:r></w:hyperlink>", "lien")]
    [InlineData("<w:smartTag w:element=\"x\"><w:r><w:t>Ville</w:t></w:r></w:smartTag>", "Ville")]
    [InlineData("<w:r><w:ruby><w:rt><w:r><w:t>haut</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>", "base")]
    [InlineData("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b")]
    [InlineData("<w:r><w:rPr><w:caps/></w:rPr><w:t>Éducation</w:t></w:r>", "ÉDUCATION")]
    [InlineData("<w:commentRangeStart w:id=\"0\"/><w:r><w:t>dit</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>", "dit")]
    [InlineData("<w:sdt><w:sdtContent><w:r><w:t>dedans</w:t></w:r></w:sdtContent></w:sdt>", "dedans")]
    public void Text_is_what_the_reader_sees(string runs, string expected) => Assert.Equal(expected, ReadParagraph(runs).Text);

    [Fact]
    public void Space_that_the_author_wrote_stays_as_it_is() =>
        Assert.Equal("4\u00A0950\u202F€", ReadParagraph(R("4\u00A0950") + R("\u202F€")).Text);

    [Fact]
    public void Hidden_text_is_left_out_and_told()
    {
        var page = Read(P(R("vu") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> pas vu du tout</w:t></w:r>"));
        Assert.Equal("vu", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
        Assert.Equal("text.invisible", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Character_without_a_meaning_outside_its_font_is_told()
    {
        var page = Read(P("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F04D\"/></w:r>" + R("fin")));
        Assert.Equal("\uFFFDfin", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
        Assert.Equal("text.undecodable", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Paragraph_is_bold_when_all_its_words_are()
    {
        const string Bold = "<w:rPr><w:b/></w:rPr>";
        Assert.True(ReadParagraph($"<w:r>{Bold}<w:t>tout</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>").IsBold);
        Assert.False(ReadParagraph($"<w:r>{Bold}<w:t>en</w:t></w:r>" + R("partie")).IsBold);
        Assert.False(ReadParagraph("<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>non</w:t></w:r>").IsBold);
    }

    [Fact]
    public void Look_comes_through_styles_and_a_switch_set_twice_goes_out()
    {
        var page = new DocxFile
        {
            Styles = """
                <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
                <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
                <w:style w:type="paragraph" w:styleId="Gras"><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
                <w:style w:type="paragraph" w:styleId="Fils"><w:basedOn w:val="Gras"/></w:style>
                <w:style w:type="character" w:styleId="Fort"><w:rPr><w:b/></w:rPr></w:style>
                """,
            Body = P("<w:pPr><w:pStyle w:val=\"Fils\"/></w:pPr>" + R("hérité"))
                + P("<w:pPr><w:pStyle w:val=\"Fils\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"Fort\"/></w:rPr><w:t>deux fois</w:t></w:r>")
                + P("<w:pPr><w:pStyle w:val=\"Inconnu\"/></w:pPr>" + R("sans style")),
        }.Read();
        Assert.Equal(
            [(true, 14.0), (false, 14.0), (false, 11.0)],
            page.Blocks.Cast<FlowParagraph>().Select(p => (p.IsBold, p.FontSize!.Value)));
    }

    [Fact]
    public void Size_is_that_of_most_of_the_text() =>
        Assert.Equal(9, ReadParagraph(
            "<w:r><w:rPr><w:sz w:val=\"40\"/></w:rPr><w:t>A</w:t></w:r><w:r><w:rPr><w:sz w:val=\"18\"/></w:rPr><w:t>ction</w:t></w:r>").FontSize);

    [Fact]
    public void Heading_level_comes_from_the_outline_the_style_or_its_ancestors()
    {
        var page = new DocxFile
        {
            Styles = """
                <w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="Axe"><w:name w:val="Axe"/><w:basedOn w:val="Titre1"/></w:style>
                <w:style w:type="paragraph" w:styleId="Sommaire"><w:basedOn w:val="Titre1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="T3"><w:name w:val="heading 3"/></w:style>
                <w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
                <w:style w:type="paragraph" w:styleId="MonTitre"><w:basedOn w:val="Titre"/></w:style>
                <w:style w:type="paragraph" w:styleId="Boucle"><w:basedOn w:val="Boucle"/></w:style>
                """,
            Body = string.Concat(((string[])["Titre1", "Axe", "Sommaire", "T3", "Titre", "MonTitre", "Boucle"])
                    .Select(style => P($"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>" + R("x"))))
                + P("<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" + R("x")) + P("<w:pPr><w:pStyle w:val=\"Titre1\"/><w:outlineLvl w:val=\"9\"/></w:pPr>" + R("x")),
        }.Read();
        Assert.Equal([1, 1, null, 3, 0, 0, null, 2, null], page.Blocks.Cast<FlowParagraph>().Select(p => p.HeadingLevel));
    }

    [Fact]
    public void Drop_cap_is_the_first_letter_of_the_next_paragraph()
    {
        var page = Read(P("<w:pPr><w:framePr w:dropCap=\"drop\" w:lines=\"3\"/></w:pPr>" + R("L")) + Para("a Ville s’engage."));
        Assert.Equal("La Ville s’engage.", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
    }

    [Fact]
    public void Frame_is_a_text_box()
    {
        var page = Read(P("<w:pPr><w:framePr w:w=\"2000\" w:hSpace=\"141\"/></w:pPr>" + R("Cachet")) + Para("Texte"));
        Assert.Equal([FlowRole.TextBox, FlowRole.Body], page.Blocks.Select(block => block.Role));
    }
}
