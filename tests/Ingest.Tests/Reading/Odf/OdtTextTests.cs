using Ingest.Model.Pages;
using Xunit;
using static Ingest.Tests.Reading.Odf.OdfFile;

namespace Ingest.Tests.Reading.Odf;

/// <summary>What of a paragraph is text, and with what look.</summary>
public sealed class OdtTextTests
{
    private const string Letters = """
        <style:style style:name="G" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
        <style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
        <style:style style:name="C" style:family="text"><style:text-properties fo:text-transform="uppercase"/></style:style>
        <style:style style:name="K" style:family="text"><style:text-properties fo:font-variant="small-caps"/></style:style>
        <style:style style:name="X" style:family="text"><style:text-properties text:display="none"/></style:style>
        <style:style style:name="W" style:family="text"><style:text-properties fo:font-family="'Wingdings'"/></style:style>
        <style:style style:name="M" style:family="text"><style:text-properties fo:font-size="50%"/></style:style>
        """;

    [Fact]
    public void Paragraphs_are_numbered_in_document_order_and_empty_ones_are_left_out_but_counted()
    {
        var page = Read(P("Un") + P("") + P("Trois"));
        Assert.Equal([("Un", 1), ("Trois", 3)], page.Blocks.Cast<FlowParagraph>().Select(p => (p.Text, p.Region.Paragraph!.Value)));
        Assert.Equal((1, null, null), (page.Number, page.Size, page.PageCount));
        Assert.Empty(page.Findings);
    }

    [Theory]
    [InlineData("a<text:tab/>b", "a b")]
    [InlineData("a<text:line-break/>b", "a\nb")]
    [InlineData("a<text:s text:c=\"3\"/>b<text:s/>c", "a   b c")]
    [InlineData("\n  a\n  b  <text:span>  c</text:span> d\t", "a b c d")]
    [InlineData("<text:span>a</text:span> <text:span>b</text:span>", "a b")]
    [InlineData("pro\u00ADjet &amp; suite", "projet & suite")]
    [InlineData("4\u00A0950\u202F€", "4\u00A0950\u202F€")]
    [InlineData("<text:a xlink:href=\"http://exemple/\">lien</text:a>", "lien")]
    [InlineData("<text:bookmark-start text:name=\"b\"/>mot<text:bookmark-end text:name=\"b\"/><text:soft-page-break/>", "mot")]
    [InlineData("voir <text:bookmark-ref text:ref-name=\"b\">1.2</text:bookmark-ref>, page <text:page-number>3</text:page-number>", "voir 1.2, page 3")]
    [InlineData("<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>haut</text:ruby-text></text:ruby>", "base")]
    [InlineData("dit<office:annotation><dc:creator>Z</dc:creator><text:p>à revoir</text:p></office:annotation><office:annotation-end/>", "dit")]
    [InlineData("<text:number>1.</text:number>texte", "texte")]
    [InlineData("<text:variable-set text:display=\"none\">7</text:variable-set>vu", "vu")]
    [InlineData("<text:span text:style-name=\"C\">Éducation</text:span> <text:span text:style-name=\"K\">été</text:span>", "ÉDUCATION ÉTÉ")]
    [InlineData("<text:span text:style-name=\"W\">\uF0FC</text:span> oui", "✓ oui")]
    [InlineData("\uF0B7 puce", "• puce")]
    [InlineData("<loext:content-control loext:checkbox=\"true\" loext:checked=\"true\">x</loext:content-control> oui", "☒ oui")]
    [InlineData("<field:fieldmark field:type=\"vnd.oasis.opendocument.field.FORMCHECKBOX\"><field:param field:name=\"vnd.oasis.opendocument.field.Checkbox_Checked\" field:value=\"false\"/></field:fieldmark> non", "☐ non")]
    [InlineData("<math>a+b</math>", "a+b")]
    public void Text_is_what_the_reader_sees(string inline, string expected) =>
        Assert.Equal(expected, Paragraph(inline).Text);

    [Theory]
    [InlineData("vu<text:span text:style-name=\"X\"> pas vu</text:span>", "text.invisible")]
    [InlineData("vu<text:hidden-text text:string-value=\"pas vu\" text:is-hidden=\"true\"/>", "text.invisible")]
    [InlineData("vu<text:placeholder text:placeholder-type=\"text\">&lt;Porteur&gt;</text:placeholder>", "text.empty-controls")]
    [InlineData("vu<loext:content-control loext:showing-place-holder=\"true\">Cliquez</loext:content-control>", "text.empty-controls")]
    public void What_is_not_shown_is_left_out_and_told(string inline, string code)
    {
        var page = new OdfFile { Automatic = Letters, Body = P(inline) }.Read();
        Assert.Equal("vu", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
        Assert.Equal(code, Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Hidden_paragraphs_and_sections_are_left_out_told_and_counted()
    {
        var page = Read(P("caché<text:hidden-paragraph text:is-hidden=\"true\"/>")
            + $"<text:section text:display=\"none\">{P("aussi")}</text:section><text:section>{P("vu")}</text:section>");
        var paragraph = Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks));
        Assert.Equal(("vu", 3), (paragraph.Text, paragraph.Region.Paragraph));
        Assert.Equal("text.invisible", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Character_without_a_meaning_outside_its_font_is_told()
    {
        var page = new OdfFile { Automatic = Letters, Body = P("<text:span text:style-name=\"W\">\uF04D</text:span>fin") }.Read();
        Assert.Equal("\uFFFDfin", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
        Assert.Equal("text.undecodable", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Field_of_a_form_shows_what_was_filled_in()
    {
        var page = Read("<office:forms><form:form><form:checkbox form:id=\"a\" form:label=\"Reconduction\" form:current-state=\"checked\"/>"
            + "<form:text form:id=\"b\" form:current-value=\"4 950 €\"/></form:form></office:forms>"
            + P("<draw:control draw:control=\"a\"/>") + P("Coût : <draw:control draw:control=\"b\"/>"));
        Assert.Equal(["☒ Reconduction", "Coût : 4 950 €"], page.Blocks.Cast<FlowParagraph>().Select(p => p.Text));
    }

    [Fact]
    public void Look_comes_through_automatic_styles_and_their_parents()
    {
        var page = new OdfFile
        {
            Common = """
                <style:default-style style:family="paragraph"><style:text-properties fo:font-size="10pt"/></style:default-style>
                <style:style style:name="Standard" style:family="paragraph"/>
                <style:style style:name="Gras" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>
                <style:style style:name="Boucle" style:family="paragraph" style:parent-style-name="Boucle"/>
                """,
            Automatic = Letters + "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Gras\"/>",
            Body = "<text:p text:style-name=\"P1\">hérité</text:p><text:p text:style-name=\"P1\">en <text:span text:style-name=\"N\">partie</text:span></text:p>"
                + "<text:p>sans <text:span text:style-name=\"M\">%</text:span></text:p><text:p text:style-name=\"Boucle\">x</text:p>"
                + "<text:p><text:span text:style-name=\"G\">tout</text:span> </text:p><text:p><text:span text:style-name=\"M\">%</text:span></text:p>",
        }.Read();
        Assert.Equal(
            [(true, 14.0), (false, 14.0), (false, 10.0), (false, 10.0), (true, 10.0), (false, 5.0)],
            page.Blocks.Cast<FlowParagraph>().Select(p => (p.IsBold, p.FontSize!.Value)));
    }

    [Fact]
    public void Heading_level_is_that_of_the_heading_and_a_title_is_told_by_its_style()
    {
        var page = new OdfFile
        {
            Common = """
                <style:style style:name="Title" style:family="paragraph"/><style:style style:name="Titre" style:family="paragraph"/>
                <style:style style:name="T1" style:family="paragraph" style:parent-style-name="Title" style:default-outline-level="1"/>
                """,
            Automatic = "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/>",
            Body = "<text:h text:outline-level=\"3\">x</text:h><text:h text:style-name=\"T1\">x</text:h><text:h>x</text:h><text:p text:style-name=\"P1\">x</text:p>"
                + "<text:p text:style-name=\"Titre\">x</text:p><text:p text:style-name=\"T1\">x</text:p><text:p>x</text:p>",
        }.Read();
        Assert.Equal([3, 1, 1, 0, 0, null, null], page.Blocks.Cast<FlowParagraph>().Select(p => p.HeadingLevel));
    }

    [Fact]
    public void Changes_are_read_as_accepted_and_counted()
    {
        var page = Read("<text:tracked-changes><text:changed-region><text:deletion><text:p>4 000</text:p></text:deletion></text:changed-region>"
            + "<text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
            + P("Coût <text:change text:change-id=\"a\"/><text:change-start text:change-id=\"b\"/>4 950<text:change-end text:change-id=\"b\"/> €"));
        Assert.Equal("Coût 4 950 €", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
        Assert.Equal("text.tracked-changes", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Register_is_read_by_its_body()
    {
        var page = Read("<text:table-of-content><text:table-of-content-source><text:index-title-template>Modèle</text:index-title-template></text:table-of-content-source>"
            + $"<text:index-body><text:index-title>{P("Sommaire")}</text:index-title>{P("Préambule<text:tab/>2")}</text:index-body></text:table-of-content>" + P("Après"));
        Assert.Equal(["Sommaire", "Préambule 2", "Après"], page.Blocks.Cast<FlowParagraph>().Select(p => p.Text));
    }

    private static FlowParagraph Paragraph(string inline) =>
        Assert.IsType<FlowParagraph>(Assert.Single(new OdfFile { Automatic = Letters, Body = P(inline) }.Read().Blocks));
}
