using System.Collections.Immutable;
using Ingest.Model.Pages;
using Xunit;
using static Ingest.Tests.Reading.Odf.OdfFile;

namespace Ingest.Tests.Reading.Odf;

/// <summary>Lists are counted as the reader sees them.</summary>
public sealed class OdtListTests
{
    private const string Styles = """
        <text:list-style style:name="L">
          <text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
          <text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="(" style:num-suffix=")" text:display-levels="2"/>
          <text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/>
        </text:list-style>
        """;

    [Fact]
    public void Numbers_of_several_levels_are_put_together_and_restart_below_a_higher_one() => Assert.Equal(
        [("I.", 0), ("(I.1)", 1), ("(I.2)", 1), ("a)", 2), ("II.", 0), ("(II.1)", 1)],
        Items(List("L", Item("x", Nested(Item("x"), Item("x", Nested(Item("x"))))), Item("x", Nested(Item("x"))))));

    [Fact]
    public void Only_the_first_paragraph_of_an_item_has_the_marker_and_a_header_none() => Assert.Equal(
        ["I.", null, null, "II."],
        Markers(List("L", $"<text:list-item>{P("x")}{P("y")}</text:list-item>", $"<text:list-header>{P("z")}</text:list-header>", Item("x"))));

    [Fact]
    public void List_starts_anew_unless_it_goes_on_with_another() => Assert.Equal(
        ["I.", "II.", "I.", "II.", "III."],
        Markers("<text:list text:style-name=\"L\" xml:id=\"a\">" + Item("x") + Item("x") + "</text:list>" + List("L", Item("x"))
            + "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">" + Item("x") + "</text:list>"
            + "<text:list text:style-name=\"L\" text:continue-list=\"a\">" + Item("x") + "</text:list>"));

    [Fact]
    public void Item_may_set_its_number_and_a_style_its_first() => Assert.Equal(
        ["4", "9", "10"],
        Markers(List("S", Item("x"), "<text:list-item text:start-value=\"9\">" + P("x") + "</text:list-item>", Item("x")),
            "<text:list-style style:name=\"S\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" text:start-value=\"4\"/></text:list-style>"));

    [Theory]
    [InlineData("style:num-format=\"a\"", 28, "ab")]
    [InlineData("style:num-format=\"a\" style:num-letter-sync=\"true\"", 28, "bb")]
    [InlineData("style:num-format=\"A\"", 3, "C")]
    [InlineData("style:num-format=\"i\"", 4, "iv")]
    [InlineData("style:num-format=\"01\"", 7, "07")]
    [InlineData("style:num-format=\"\" style:num-prefix=\"Objectif\"", 2, "Objectif")]
    [InlineData("style:num-format=\"1\" loext:num-list-format=\"Action n° %1% :\"", 2, "Action n° 2 :")]
    public void Number_has_the_format_of_its_level(string look, int number, string expected) => Assert.Equal(
        [expected],
        Markers(List("S", $"<text:list-item text:start-value=\"{number}\">{P("x")}</text:list-item>"),
            $"<text:list-style style:name=\"S\"><text:list-level-style-number text:level=\"1\" {look}/></text:list-style>"));

    [Theory]
    [InlineData("•", "", "•")]
    [InlineData("\uF0B7", "Symbol", "•")]
    [InlineData("\uF0D8", "Wingdings", "➢")]
    [InlineData("\uE00C", "OpenSymbol", "•")]
    [InlineData("–", "", "–")]
    public void Bullet_is_the_sign_that_shows(string sign, string font, string expected) => Assert.Equal(
        [expected],
        Markers(List("S", Item("x")),
            $"<text:list-style style:name=\"S\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"{sign}\"><style:text-properties fo:font-family=\"{font}\"/></text:list-level-style-bullet></text:list-style>"));

    [Fact]
    public void List_without_a_style_looks_as_the_style_of_its_paragraphs_says()
    {
        var styles = Styles + "<style:style style:name=\"P1\" style:family=\"paragraph\" style:list-style-name=\"L\"/>";
        Assert.Equal(["I.", "II."], Markers("<text:list><text:list-item><text:p text:style-name=\"P1\">x</text:p></text:list-item>"
            + "<text:list-item><text:p text:style-name=\"P1\">x</text:p></text:list-item></text:list>", styles));
        Assert.Equal([(string?)null], Markers("<text:p text:style-name=\"P1\">x</text:p>", styles));
        Assert.Equal([(string?)null], Markers("<text:list text:style-name=\"absent\">" + Item("x") + "</text:list>"));
    }

    [Fact]
    public void Headings_are_numbered_by_the_outline_where_their_style_takes_part()
    {
        var page = new OdfFile
        {
            Common = """
                <style:style style:name="T1" style:family="paragraph" style:default-outline-level="1"/>
                <style:style style:name="T2" style:family="paragraph" style:default-outline-level="2"/>
                <text:outline-style style:name="Outline">
                  <text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="Axe "/>
                  <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
                </text:outline-style>
                """,
            Automatic = "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"T1\" style:list-style-name=\"\"/>",
            Body = Heading("T1", 1) + Heading("T2", 2) + Heading("P1", 1) + Heading("T2", 2) + Heading("Standard", 1) + Heading("T1", 1),
        }.Read();
        Assert.Equal(["Axe 1", "1.1", null, "1.2", null, "Axe 2"], page.Blocks.Cast<FlowParagraph>().Select(p => p.Marker));
        Assert.All(page.Blocks.Cast<FlowParagraph>(), p => Assert.Null(p.ListLevel));

        static string Heading(string style, int level) => $"<text:h text:style-name=\"{style}\" text:outline-level=\"{level}\">x</text:h>";
    }

    [Fact]
    public void Number_alone_in_its_cell_is_the_text_of_the_cell()
    {
        var page = new OdfFile
        {
            Automatic = Styles,
            Body = $"<table:table><table:table-row><table:table-cell>{List("L", Item(""))}</table:table-cell></table:table-row></table:table>",
        }.Read();
        var cell = Assert.Single(Assert.IsType<FlowTable>(Assert.Single(page.Blocks)).Cells);
        Assert.Equal("I.", Assert.IsType<FlowParagraph>(Assert.Single(cell.Content)).Text);
    }

    private static ImmutableArray<(string?, int?)> Items(string body) =>
        [.. new OdfFile { Automatic = Styles, Body = body }.Read().Blocks.Cast<FlowParagraph>().Select(p => (p.Marker, p.ListLevel))];

    private static ImmutableArray<string?> Markers(string body, string styles = Styles) =>
        [.. new OdfFile { Automatic = styles, Body = body }.Read().Blocks.Cast<FlowParagraph>().Select(p => p.Marker)];

    private static string List(string style, params string[] items) => $"<text:list text:style-name=\"{style}\">{string.Concat(items)}</text:list>";

    private static string Nested(params string[] items) => $"<text:list>{string.Concat(items)}</text:list>";

    private static string Item(string text, string after = "") => $"<text:list-item>{P(text)}{after}</text:list-item>";
}
