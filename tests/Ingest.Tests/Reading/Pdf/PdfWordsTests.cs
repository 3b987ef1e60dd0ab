using FsCheck;
using FsCheck.Fluent;
using Ingest.Model.Pages;
using Xunit;

namespace Ingest.Tests.Reading.Pdf;

public sealed class PdfWordsTests
{
    [Fact]
    public void A_line_is_cut_at_its_spaces() =>
        Assert.Equal(["Budget", "prévisionnel", "2024"], Texts("BT /F1 10 Tf 50 700 Td (Budget pr\\351visionnel 2024) Tj ET"));

    [Fact]
    public void A_gap_without_a_space_breaks_the_word() =>
        Assert.Equal(["Coût", "total"], Texts("BT /F1 10 Tf 50 700 Td [(Co\\373t) -280 (total)] TJ ET"));

    [Fact]
    public void Kerning_breaks_no_word() =>
        Assert.Equal(["VILLE"], Texts("BT /F1 10 Tf 50 700 Td [(V) 60 (I) -50 (L) 80 (LE)] TJ ET"));

    [Fact]
    public void A_space_that_is_moved_back_over_breaks_no_word() =>
        Assert.Equal(["Libre"], Texts("BT /F1 10 Tf 50 700 Td [(Li ) 278 (bre)] TJ ET"));

    [Theory]
    [InlineData("BT /F1 10 Tf 3 Tc 50 700 Td (PROGRAMME) Tj ET")]
    [InlineData("BT /F1 10 Tf 50 700 Td [(P)-300(R)-300(O)-300(G)-300(R)-300(A)-300(M)-300(M)-300(E)] TJ ET")]
    public void A_letter_spaced_word_is_one_word(string content) => Assert.Equal(["PROGRAMME"], Texts(content));

    [Fact]
    public void Letter_spaced_words_are_told_apart_by_their_wider_gap() =>
        Assert.Equal(
            ["PLAN", "LOCAL"],
            Texts("BT /F1 10 Tf 50 700 Td [(P)-300(L)-300(A)-300(N)-900(L)-300(O)-300(C)-300(A)-300(L)] TJ ET"));

    [Fact]
    public void Figures_set_into_columns_are_not_taken_for_a_letter_spaced_word() =>
        Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "7"],
            Texts("BT /F1 10 Tf 50 700 Td [(1)-400(2)-400(3)-400(4)-400(5)-400(6)-400(7)] TJ ET"));

    [Fact]
    public void Words_painted_letter_by_letter_in_any_order_are_put_together() =>
        Assert.Equal(["CAF"], Texts(
            "BT /F1 10 Tf 1 0 0 1 63.89 700 Tm (F) Tj 1 0 0 1 50 700 Tm (C) Tj 1 0 0 1 57.22 700 Tm (A) Tj ET"));

    [Fact]
    public void Texts_that_overprint_one_another_do_not_mix_their_letters() =>
        Assert.Equal(
            ["Agglomération", "12345"],
            Texts("BT /F1 10 Tf 50 700 Td (Agglom\\351ration) Tj ET BT /F1 10 Tf 101 700 Td (12345) Tj ET"));

    [Fact]
    public void A_vertical_rule_keeps_the_texts_of_two_cells_apart()
    {
        const string Text = "BT /F1 10 Tf 50 700 Td (1200) Tj ET BT /F1 10 Tf 72.5 700 Td (3400) Tj ET";
        Assert.Equal(["12003400"], Texts(Text));
        Assert.Equal(["1200", "3400"], Texts(Text + " 0.5 w 72.35 690 m 72.35 715 l S"));
    }

    [Fact]
    public void Words_come_in_the_order_of_the_content_stream() =>
        Assert.Equal(
            ["bas", "haut"], Texts("BT /F1 10 Tf 50 100 Td (bas) Tj ET BT /F1 10 Tf 50 700 Td (haut) Tj ET"));

    [Fact]
    public void The_box_reaches_from_the_ascent_to_the_descent_whatever_the_letters()
    {
        var words = RawPdf.Of("BT /F1 10 Tf 50 700 Td (ace Gpq) Tj ET").ReadPage().Words;
        Assert.Equal(2, words.Length);
        Assert.Equal(words[0].Box.Top, words[1].Box.Top);
        Assert.Equal(words[0].Box.Bottom, words[1].Box.Bottom);
        Assert.InRange(words[0].Box.Height, 8, 13);
        Assert.Equal(100, words[0].Baseline, 6);
        Assert.Equal(50, words[0].Box.Left, 6);
        Assert.Equal(50 + (0.556 + 0.5 + 0.556) * 10, words[0].Box.Right, 2);
    }

    [Theory]
    [InlineData("BT /F1 1 Tf 12 0 0 12 50 700 Tm (Ville) Tj ET")]
    [InlineData("0.1 0 0 0.1 0 0 cm BT /F1 120 Tf 500 7000 Td (Ville) Tj ET")]
    [InlineData("0.5 0 0 0.5 0 0 cm BT /F1 6 Tf 4 0 0 4 100 1400 Tm (Ville) Tj ET")]
    public void The_font_size_is_the_size_as_shown(string content)
    {
        var word = Assert.Single(RawPdf.Of(content).ReadPage().Words);
        Assert.Equal(12, word.Font.Size, 2);
        Assert.Equal(50, word.Box.Left, 2);
        Assert.Equal(100, word.Baseline, 2);
    }

    [Fact]
    public void The_font_tells_name_bold_and_italic()
    {
        var words = RawPdf.Of("BT /F2 10 Tf 50 700 Td (gras) Tj /F3 10 Tf 100 0 Td (penché) Tj /F1 10 Tf 100 0 Td (droit) Tj ET").ReadPage().Words;
        Assert.Equal(["Helvetica-Bold", "Times-Italic", "Helvetica"], words.Select(word => word.Font.Name));
        Assert.Equal([true, false, false], words.Select(word => word.Font.IsBold));
        Assert.Equal([false, true, false], words.Select(word => word.Font.IsItalic));
    }

    [Fact]
    public void A_leaning_text_matrix_makes_italic()
    {
        var word = Assert.Single(RawPdf.Of("BT /F1 10 Tf 1 0 0.3 1 50 700 Tm (Ville) Tj ET").ReadPage().Words);
        Assert.True(word.Font.IsItalic);
        Assert.Equal(TextDirection.Horizontal, word.Direction);
    }

    [Fact]
    public void The_colour_is_the_fill_colour() =>
        Assert.Equal(
            ["#ff0000", "#808080"],
            RawPdf.Of("BT /F1 10 Tf 1 0 0 rg 50 700 Td (rouge) Tj 0.5 g 60 0 Td (gris) Tj ET").ReadPage().Words.Select(word => word.Colour));

    [Theory]
    [InlineData("(1) Tj 5 Ts /F1 6 Tf (er) Tj", "1er")]
    [InlineData("(XX) Tj 4 Ts /F1 6 Tf (e) Tj", "XXe")]
    [InlineData("(250) Tj ( m) Tj 4 Ts /F1 6 Tf (2) Tj", "250 m2")]
    [InlineData("(CO) Tj -2 Ts /F1 6 Tf (2) Tj 0 Ts /F1 10 Tf (.) Tj", "CO2.")]
    [InlineData("(4 950) Tj 4 Ts /F1 6 Tf (1) Tj", "4 950 1")]
    [InlineData("(habitants) Tj 4 Ts /F1 6 Tf (3) Tj", "habitants 3")]
    public void A_raised_ordinal_joins_its_word_and_a_call_of_a_note_does_not(string shows, string expected) =>
        Assert.Equal(expected.Split(' '), Texts($"BT /F1 10 Tf 50 700 Td {shows} ET"));

    [Fact]
    public void A_font_that_is_painted_in_a_space_of_its_own_has_the_size_of_its_glyphs()
    {
        // TeX's bitmap fonts: 1 em is one pixel of a printer.
        var pdf = RawPdf.Of("0.12 0 0 0.12 0 0 cm BT /X 1 Tf 400 5000 Td [(ab) -2000 (a) -30000 (b)] TJ ET") with
        {
            Fonts = RawPdf.Of("").Fonts.Add("X", "/Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 0 50 70] /FirstChar 97 /LastChar 98 "
                + "/Widths [40 40] /Encoding << /Type /Encoding /Differences [97 /a /b] >> /CharProcs << /a {a} /b {a} >> /Resources << >>"),
            ToUnicode = "<61> <0061>\n<62> <0062>",
            XObjects = RawPdf.Of("").XObjects.Add("a", RawPdf.Stream("", "40 0 0 0 40 70 d1 0 0 40 70 re f")),
        };
        var words = pdf.ReadPage().Words;
        Assert.Equal(["aba", "b"], words.Select(word => word.Text));
        Assert.All(words, word => Assert.InRange(word.Font.Size, 7, 12));
    }

    [Fact]
    public void Small_capitals_stay_one_word() =>
        Assert.Equal(["PILIER"], Texts("BT /F1 12 Tf 50 700 Td (P) Tj /F1 9.6 Tf (ILIER) Tj ET"));

    [Fact]
    public void The_order_of_painting_changes_no_word()
    {
        string[] shows = [.. Enumerable.Range(0, 12).SelectMany(row => new[]
        {
            $"BT /F1 10 Tf 50 {700 - (row * 12)} Td (Action {row}) Tj ET", $"BT /F2 9 Tf 200 {700 - (row * 12)} Td (4 950 \\200) Tj ET",
            $"BT /F1 10 Tf 300 {700 - (row * 12)} Td [(Co) -10 (\\373t) -300 (total)] TJ ET", $"0.5 w 40 {698 - (row * 12)} m 400 {698 - (row * 12)} l S",
        })];
        var expected = Sorted(shows);
        Prop.ForAll(Gen.Shuffle(shows).ToArbitrary(), shuffled => Sorted(shuffled).SequenceEqual(expected)).QuickCheckThrowOnFailure();
    }

    private static List<(string Text, double Left, double Top)> Sorted(IEnumerable<string> shows) =>
    [
        .. RawPdf.Of(string.Join('\n', shows)).ReadPage().Words
            .Select(word => (word.Text, word.Box.Left, word.Box.Top)).OrderBy(word => word.Top).ThenBy(word => word.Left),
    ];

    internal static IEnumerable<string> Texts(string content) => RawPdf.Of(content).ReadPage().Words.Select(word => word.Text);

    [Fact]
    public void Letters_shown_one_by_one_may_be_spaced()
    {
        var shown = string.Concat("DHUNC".Select((letter, index) => $"1 0 0 1 {50 + (index * 10)} 700 Tm ({letter}) Tj "));
        Assert.Equal(["DHUNC"], Texts($"BT /F1 10 Tf {shown} ET"));
    }

    [Fact]
    public void Discs_before_lines_are_bullets()
    {
        const string Lines = "BT /F1 10 Tf 60 700 Td (Ouvrir) Tj ET BT /F1 10 Tf 60 680 Td (Fermer) Tj ET ";
        static string Disc(double y) => $"52 {y} m 52 {y + 1.1} 51.1 {y + 2} 50 {y + 2} c 48.9 {y + 2} 48 {y + 1.1} 48 {y} c 48 {y - 1.1} 48.9 {y - 2} 50 {y - 2} c 51.1 {y - 2} 52 {y - 1.1} 52 {y} c h f ";

        Assert.Equal(["•", "Ouvrir", "•", "Fermer"], Texts(Lines + Disc(703) + Disc(683)));
        Assert.Equal(["Ouvrir", "Fermer"], Texts(Lines + Disc(703)));
        Assert.Equal(["Ouvrir", "Fermer"], Texts(Lines + Disc(603) + Disc(583)));
    }
}
