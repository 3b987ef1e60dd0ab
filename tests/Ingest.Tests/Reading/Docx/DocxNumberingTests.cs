using Ingest.Model.Pages;
using Ingest.Reading.Flow;
using Xunit;
using static Ingest.Tests.Reading.Docx.DocxFile;

namespace Ingest.Tests.Reading.Docx;

/// <summary>Lists are counted as the reader sees them.</summary>
public sealed class DocxNumberingTests
{
    private const string Outline = """
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2 – "/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        """;

    [Fact]
    public void Numbers_of_several_levels_are_put_together_and_restart_below_a_higher_one() =>
        Assert.Equal(
            ["I.", "1.1 –", "1.2 –", "a)", "b)", "1.3 –", "a)", "II.", "2.1 –"],
            Markers(Outline, (1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)));

    [Fact]
    public void Instances_of_one_definition_count_on_together_unless_one_starts_anew() =>
        Assert.Equal(["I.", "V.", "VI.", "VII."], Markers(Outline, (1, 0), (2, 0), (1, 0), (2, 0)));

    [Fact]
    public void Level_above_that_was_never_used_shows_its_first_number_which_is_then_taken() =>
        Assert.Equal(["1.1 –", "II.", "2.1 –"], Markers(Outline, (1, 1), (1, 0), (1, 1)));

    [Theory]
    [InlineData("", "3")]
    [InlineData("<w:lvlRestart w:val=\"1\"/>", "2")]
    [InlineData("<w:lvlRestart w:val=\"0\"/>", "3")]
    public void Level_restarts_after_the_level_that_the_file_names(string restart, string expected)
    {
        // Two items at the third level, an item of the second between them and the last.
        var numbering = $"""
            <w:abstractNum w:abstractNumId="0">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1"/></w:lvl>
              <w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlText w:val="%2"/></w:lvl>
              <w:lvl w:ilvl="2"><w:start w:val="1"/>{restart}<w:lvlText w:val="%3"/></w:lvl>
            </w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            """;
        (int, int)[] items = restart.Contains("\"1\"", StringComparison.Ordinal)
            ? [(1, 0), (1, 2), (1, 1), (1, 2)]
            : restart.Length == 0 ? [(1, 2), (1, 2), (1, 2)] : [(1, 2), (1, 0), (1, 2), (1, 1), (1, 2)];
        Assert.Equal(expected, Markers(numbering, items)[^1]);
    }

    [Fact]
    public void Level_restarts_by_default_after_any_higher_level() =>
        Assert.Equal(["I.", "a)", "1.2 –", "a)"], Markers(Outline, (1, 0), (1, 2), (1, 1), (1, 2)));

    [Fact]
    public void Instance_may_redefine_a_level()
    {
        var numbering = Outline + """
            <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Action n° %1 :"/></w:lvl></w:lvlOverride></w:num>
            """;
        Assert.Equal(["Action n° 1 :", "Action n° 2 :"], Markers(numbering, (3, 0), (3, 0)));
    }

    [Theory]
    [InlineData("•", "", "•")]
    [InlineData("\uF0B7", "Symbol", "•")]
    [InlineData("\u00B7", "Symbol", "•")]
    [InlineData("\uF0A7", "Wingdings", "▪")]
    [InlineData("\uF0D8", "Wingdings", "➢")]
    [InlineData("\uF0B7", "", "•")]
    [InlineData("\uF04D", "Wingdings", "•")]
    [InlineData("-", "Calibri", "-")]
    public void Bullet_is_the_sign_that_shows(string text, string font, string expected)
    {
        var look = font.Length == 0 ? "" : $"<w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/></w:rPr>";
        var numbering = $"""
            <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/>{look}</w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            """;
        Assert.Equal([expected], Markers(numbering, (1, 0)));
    }

    [Fact]
    public void Style_numbers_its_paragraphs_at_the_level_that_is_linked_to_it()
    {
        var page = new DocxFile
        {
            Styles = """
                <w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="T2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="T2b"><w:basedOn w:val="T2"/></w:style>
                """,
            Numbering = """
                <w:abstractNum w:abstractNumId="0">
                  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="T1"/><w:lvlText w:val="Axe %1"/></w:lvl>
                  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:pStyle w:val="T2"/><w:lvlText w:val="%1.%2"/></w:lvl>
                </w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
                """,
            Body = Styled("T1") + Styled("T2") + Styled("T2b") + P("<w:pPr><w:pStyle w:val=\"T2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>" + R("x")) + Styled("T1"),
        }.Read();
        Assert.Equal(["Axe 1", "1.1", "1.2", null, "Axe 2"], page.Blocks.Cast<FlowParagraph>().Select(p => p.Marker));
        Assert.All(page.Blocks.Cast<FlowParagraph>(), p => Assert.Null(p.ListLevel));

        static string Styled(string style) => P($"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>" + R("x"));
    }

    [Fact]
    public void Definition_may_stand_behind_a_numbering_style()
    {
        var page = new DocxFile
        {
            Styles = "<w:style w:type=\"numbering\" w:styleId=\"Liste\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>",
            Numbering = """
                <w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Liste"/></w:abstractNum>
                <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Liste"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
                <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
                """,
            Body = Item(1, 0),
        }.Read();
        var paragraph = Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks));
        Assert.Equal(("1)", 0), (paragraph.Marker, paragraph.ListLevel));
    }

    [Fact]
    public void Number_alone_in_its_cell_is_the_text_of_the_cell()
    {
        var page = new DocxFile
        {
            Numbering = Outline,
            Body = $"<w:tbl><w:tr><w:tc>{P("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>")}</w:tc></w:tr></w:tbl>",
        }.Read();
        var cell = Assert.Single(Assert.IsType<FlowTable>(Assert.Single(page.Blocks)).Cells);
        Assert.Equal("I.", Assert.IsType<FlowParagraph>(Assert.Single(cell.Content)).Text);
    }

    [Fact]
    public void List_that_the_file_does_not_define_shows_nothing()
    {
        var paragraph = Assert.IsType<FlowParagraph>(Assert.Single(Read(Item(9, 0)).Blocks));
        Assert.Null(paragraph.Marker);
        Assert.Null(paragraph.ListLevel);
    }

    [Theory]
    [InlineData(4, "lowerRoman", "iv")]
    [InlineData(1994, "upperRoman", "MCMXCIV")]
    [InlineData(27, "lowerLetter", "aa")]
    [InlineData(28, "upperLetter", "BB")]
    [InlineData(7, "decimalZero", "07")]
    [InlineData(12, "decimalZero", "12")]
    [InlineData(1, "ordinal", "1er")]
    [InlineData(2, "ordinal", "2e")]
    [InlineData(3, "none", "")]
    [InlineData(0, "upperRoman", "0")]
    [InlineData(3, "hindiVowels", "3")]
    public void Number_is_written_in_the_format_of_its_level(int number, string format, string expected) =>
        Assert.Equal(expected, NumberFormats.Write(number, format));

    private static string Item(int list, int level) =>
        P($"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>" + R("x"));

    private static string?[] Markers(string numbering, params (int List, int Level)[] items)
    {
        var page = new DocxFile { Numbering = numbering, Body = string.Concat(items.Select(item => Item(item.List, item.Level))) }.Read();
        return [.. page.Blocks.Cast<FlowParagraph>().Select(p => p.Marker)];
    }
}
