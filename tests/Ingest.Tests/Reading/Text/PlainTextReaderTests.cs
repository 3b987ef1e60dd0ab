using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Text;
using Xunit;

namespace Ingest.Tests.Reading.Text;

public sealed class PlainTextReaderTests
{
    [Fact]
    public void Line_is_a_paragraph_that_knows_its_number()
    {
        var page = Read("\nTitre\r\n\r\nTexte\rFin\n");
        Assert.Equal([("Titre", 2), ("Texte", 4), ("Fin", 5)], Paragraphs(page).Select(p => (p.Text, p.Region.Line!.Value)));
        Assert.Null(page.PageCount);
    }

    [Fact]
    public void Neighbouring_lines_with_tabs_are_a_table_as_wide_as_its_widest_row()
    {
        var page = Read("Titre\n\tDescription\tPorteur\nAction A\tTexte\tVille\t\t\nFin");
        var table = Assert.IsType<FlowTable>(page.Blocks[1]);
        Assert.Equal((2, 5, 10), (table.RowCount, table.ColumnCount, table.Cells.Length));
        Assert.Equal(["", "Description", "Porteur", "", "", "Action A", "Texte", "Ville", "", ""], table.Cells.Select(Content));
        Assert.Equal(3, ((FlowParagraph)table.Cells[6].Content[0]).Region.Line);
        Assert.Equal("Fin", Assert.IsType<FlowParagraph>(page.Blocks[2]).Text);
    }

    [Theory]
    [InlineData("A\tB\n\nC\tD\tE")]
    [InlineData("A\tB\n\fC\tD\tE")]
    public void Page_break_cuts_a_table_in_two(string text)
    {
        var page = Read(text);
        Assert.Equal([2, 3], page.Blocks.Cast<FlowTable>().Select(table => table.ColumnCount));
    }

    [Fact]
    public void Form_feed_does_not_count_as_a_line() =>
        Assert.Equal([1, 2], Paragraphs(Read("A\n\fB")).Select(p => p.Region.Line!.Value));

    [Fact]
    public void Row_of_empty_cells_does_not_end_a_table() =>
        Assert.Equal(3, Assert.IsType<FlowTable>(Assert.Single(Read("A\tB\n\t\nC\tD").Blocks)).RowCount);

    [Fact]
    public void Lines_of_a_table_of_contents_are_paragraphs()
    {
        var page = Read("Préambule\t\nCartographie\t5\nPortrait\t5\nObjectifs\t18\n\nAnnexe\t19");
        Assert.Equal(["Préambule", "Cartographie 5", "Portrait 5", "Objectifs 18", "Annexe 19"], Paragraphs(page).Select(p => p.Text));
    }

    [Theory]
    [InlineData("Ville\t38 614,50 €\nCCAS\t19 070 €")]
    [InlineData("Ville\t1200\nCCAS\t2000")]
    [InlineData("Part\t5\nPart\t3")]
    [InlineData("Thème\t\nAutre\t")]
    [InlineData("Action\tVille\t5\nAction\tVille\t6")]
    public void Rows_of_figures_are_no_table_of_contents(string text) => Assert.IsType<FlowTable>(Assert.Single(Read(text).Blocks));

    [Fact]
    public void Lines_set_in_by_a_tab_are_paragraphs_but_rows_beside_a_table_are_rows()
    {
        Assert.Equal("Alinéa", Assert.Single(Paragraphs(Read("\tAlinéa"))).Text);
        Assert.Equal(2, Read("A\tB\tC\n\n\t\tsuite").Blocks.OfType<FlowTable>().Count());
    }

    [Fact]
    public void Sign_and_tab_open_an_item()
    {
        var items = Paragraphs(Read("•\tPremier\n•\tSecond"));
        Assert.Equal([("•", "Premier"), ("•", "Second")], items.Select(p => (p.Marker!, p.Text)));
    }

    [Theory]
    [InlineData("- Manque de logements", "-", "Manque de logements")]
    [InlineData("• Isolement", "•", "Isolement")]
    [InlineData("·Isolement", "·", "Isolement")]
    [InlineData("→ Suite", "→", "Suite")]
    [InlineData("  – 16 quartiers", "–", "16 quartiers")]
    [InlineData("-moins", null, "-moins")]
    [InlineData("-", null, "-")]
    public void Sign_that_opens_a_line_is_its_marker(string line, string? marker, string text)
    {
        var paragraph = Assert.Single(Paragraphs(Read(line)));
        Assert.Equal((marker, text), (paragraph.Marker, paragraph.Text));
    }

    [Fact]
    public void Dash_before_a_figure_in_a_cell_is_no_marker()
    {
        var table = Assert.IsType<FlowTable>(Assert.Single(Read("Solde\t- 500 €\nÀ payer\t-\nNote\t- à revoir").Blocks));
        Assert.Equal(["- 500 €", "-", "à revoir"], table.Cells.Where(cell => cell.Column == 1).Select(Content));
    }

    [Fact]
    public void Leftovers_of_recognition_are_taken_off_and_stay_in_the_raw_words()
    {
        var paragraph = Assert.Single(Paragraphs(Read("La **politique de la ville** vise ** ** à **réduire**.")));
        Assert.Equal("La politique de la ville vise à réduire.", Spaced(paragraph.Text));
        Assert.Equal("La **politique de la ville** vise à **réduire**.", Spaced(paragraph.Raw!));
        Assert.False(paragraph.IsBold);
        Assert.True(Assert.Single(Paragraphs(Read("**Objectifs**"))).IsBold);
        Assert.Null(Assert.Single(Paragraphs(Read("2 * 3"))).Raw);
    }

    [Theory]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("oﬃce ﬁn", "office fin")]
    [InlineData("pro\u00ADjet", "projet")]
    [InlineData("a\u200B\uFEFFb", "ab")]
    [InlineData("Belle\u2011Île", "Belle-Île")]
    public void Words_are_those_of_any_other_format_and_their_raw_form_is_kept(string line, string text)
    {
        var paragraph = Assert.Single(Paragraphs(Read(line)));
        Assert.Equal((text, line), (paragraph.Text, paragraph.Raw));
    }

    [Fact]
    public void Line_of_leftovers_alone_is_nothing() => Assert.Equal("Fin", Assert.Single(Paragraphs(Read("** ** **\nFin"))).Text);

    [Fact]
    public void Raw_words_are_those_of_the_text_one_for_one()
    {
        var words = Gen.ListOf(Gen.Elements("**", "a", "**b", "c**", "****", "d", " ", "\u200B", "e\u0301", "ﬁn", "\uD83D")).ToArbitrary();
        Prop.ForAll(words, parts => Paragraphs(Read("x " + string.Join(' ', parts)))
            .All(p => p.Raw is null || Spaced(p.Raw).Split(' ').Length == Spaced(p.Text).Split(' ').Length)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Encoding_is_told_by_the_bytes()
    {
        const string Text = "Bénévoles : 4 950 € – œuvre";
        var legacy = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, legacy])
        {
            var page = Read([.. encoding.Preamble, .. encoding.GetBytes(Text)]);
            Assert.Equal(Text, Assert.Single(Paragraphs(page)).Text);
            Assert.Equal(encoding == legacy ? ["text.legacy-encoding"] : [], page.Findings.Select(finding => finding.Code));
        }
    }

    [Fact]
    public void Stray_byte_in_utf8_does_not_spoil_the_rest()
    {
        var page = Read([.. "Éducation, santé, égalité "u8, 0xE0, .. " vérifier"u8]);
        Assert.Equal("Éducation, santé, égalité à vérifier", Assert.Single(Paragraphs(page)).Text);
        Assert.Equal("text.legacy-encoding", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Only_text_is_recognised()
    {
        var reader = new PlainTextReader();
        Assert.True(reader.Recognises("Programmation 2024"u8));
        Assert.False(reader.Recognises("abc\0def"u8));
        Assert.False(reader.Recognises([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]));
        Assert.False(reader.Recognises("{\\rtf1 bonjour}"u8));
        Assert.False(reader.Recognises("<!DOCTYPE html><html>"u8));
        Assert.False(reader.Recognises("\u0001\u0002\u0003\u0004"u8));
    }

    [Fact]
    public void Control_character_is_dropped_and_told()
    {
        var page = Read(new string('a', 200) + "\u001A");
        Assert.Equal(200, Assert.Single(Paragraphs(page)).Text.Length);
        Assert.Equal("text.undecodable", Assert.Single(page.Findings).Code);
    }

    [Theory]
    [InlineData(" \n\t\n")]
    [InlineData("\uFEFF")]
    public void File_without_a_word_is_empty(string text) =>
        Assert.Equal("source.empty", Assert.Throws<UnreadableSourceException>(() => Read(text)).Finding.Code);

    [Fact]
    public void Every_character_of_a_table_is_in_one_cell()
    {
        var text = Gen.NonEmptyListOf(Gen.Elements("a", "bc", "\t", "\n", "\n\n", "7")).ToArbitrary();
        Prop.ForAll(text, parts =>
        {
            var source = "x\ty\n" + string.Concat(parts);
            var read = Read(source).Blocks.SelectMany(block => block is FlowTable table
                ? table.Cells.Select(Content)
                : [((FlowParagraph)block).Text]);
            return Letters(string.Concat(read)) == Letters(source);
        }).QuickCheckThrowOnFailure();

        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
    }

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Page Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Page Read(byte[] bytes) => Assert.Single(new PlainTextReader().Read(bytes));

    private static IEnumerable<FlowParagraph> Paragraphs(Page page) => page.Blocks.Cast<FlowParagraph>();

    private static string Content(FlowCell cell) => string.Concat(cell.Content.Cast<FlowParagraph>().Select(p => p.Text));
}
