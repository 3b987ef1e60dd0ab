using Ingest.Model.Pages;
using Xunit;

namespace Ingest.Tests.Reading.Pdf;

public sealed class PdfCharactersTests
{
    // Without widths the library takes the font for one of the standard ones and passes the map over.
    private static readonly string Helvetica = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Helvetica /FirstChar 0 /LastChar 255 "
        + $"/Widths [{string.Join(' ', Enumerable.Repeat(500, 256))}] /FontDescriptor << /Type /FontDescriptor /FontName /Helvetica /Flags 32 "
        + "/FontBBox [0 -200 1000 900] /Ascent 718 /Descent -207 /ItalicAngle 0 /CapHeight 700 /StemV 80 >>";

    [Theory]
    [InlineData("<01> <FB01>\n<02> <006E>", "\\001\\002", "fin", "ﬁn")]
    [InlineData("<01> <0065>\n<02> <0301>", "\\001\\002", "é", "e\u0301")]
    [InlineData("<41> <F0B7>", "A", "•", "\uF0B7")]
    [InlineData("<41> <F0D8>", "A", "➢", "\uF0D8")]
    [InlineData("<41> <F0FC>", "A", "✓", "\uF0FC")]
    [InlineData("<41> <2019>", "A", "’", null)]
    [InlineData("<41> <0152>", "A", "Œ", null)]
    [InlineData("<41> <00AD>", "A", "-", "\u00AD")]
    [InlineData("<41> <200B>\n<42> <0042>", "BA", "B", "B\u200B")]
    public void Characters_are_put_right_and_the_file_s_own_are_kept(string map, string shown, string text, string? raw)
    {
        var word = Assert.Single(Mapped(map, shown).Words);
        Assert.Equal(text, word.Text);
        if (shown != "BA")
            Assert.Equal(raw, word.Raw);
    }

    [Theory]
    [InlineData("00A0")]
    [InlineData("202F")]
    [InlineData("2009")]
    [InlineData("3000")]
    public void Every_white_space_breaks_words(string code) =>
        Assert.Equal(["4", "950"], Mapped($"<41> <{code}>\n<34> <0034>\n<39> <0039>\n<35> <0035>\n<30> <0030>", "4A950").Words.Select(word => word.Text));

    [Theory]
    [InlineData("[(caf) (e) 445 (\\264)] TJ", "café")]
    [InlineData("[(caf) (\\264) 445 (e)] TJ", "café")]
    [InlineData("[(No) (e) 445 (\\250) 112 (l)] TJ", "Noël")]
    [InlineData("[(gar) (c) 420 (\\270) 88 (on)] TJ", "garçon")]
    public void An_accent_painted_over_a_letter_becomes_one_with_it(string show, string text)
    {
        var word = Assert.Single(RawPdf.Of($"BT /F1 10 Tf 50 700 Td {show} ET").ReadPage().Words);
        Assert.Equal(text, word.Text);
        Assert.NotNull(word.Raw);
    }

    [Fact]
    public void An_accent_beside_a_letter_stays_itself() =>
        Assert.Equal(["a^b"], PdfWordsTests.Texts("BT /F1 10 Tf 50 700 Td (a^b) Tj ET"));

    [Fact]
    public void Text_struck_twice_is_read_once_and_bold()
    {
        var word = Assert.Single(RawPdf.Of(
            "BT /F1 10 Tf 50 700 Td (Total) Tj ET BT /F1 10 Tf 50.3 700 Td (Total) Tj ET").ReadPage().Words);
        Assert.Equal("Total", word.Text);
        Assert.True(word.Font.IsBold);
    }

    [Fact]
    public void Text_painted_twice_at_the_same_place_is_read_once_and_not_bold() =>
        Assert.False(Assert.Single(RawPdf.Of(
            "BT /F1 10 Tf 50 700 Td (Total) Tj ET BT /F1 10 Tf 50 700 Td (Total) Tj ET").ReadPage().Words).Font.IsBold);

    [Fact]
    public void Letters_stroked_and_filled_are_bold() =>
        Assert.True(Assert.Single(RawPdf.Of("BT /F1 10 Tf 2 Tr 50 700 Td (Total) Tj ET").ReadPage().Words).Font.IsBold);

    [Fact]
    public void Doubled_narrow_letters_stay_two() =>
        Assert.Equal(["ville", "1111"], PdfWordsTests.Texts("BT /F1 10 Tf 50 700 Td (ville) Tj 50 0 Td -1.2 Tc (1111) Tj ET"));

    [Fact]
    public void A_map_that_gives_small_letters_for_the_glyphs_of_capitals_is_overruled_by_the_glyphs() =>
        Assert.Equal("Nord", Assert.Single(Mapped("<4E> <006E>\n<6F> <006F>\n<72> <0072>\n<64> <0064>", "Nord").Words).Text);

    [Fact]
    public void A_map_of_a_font_without_a_latin_encoding_is_believed()
    {
        var pdf = RawPdf.Of("BT /X 10 Tf 50 700 Td (N) Tj ET") with
        {
            Fonts = RawPdf.Of("").Fonts.Add("X", Helvetica.Replace("/WinAnsiEncoding", "<< /Differences [78 /n] >>", StringComparison.Ordinal)),
            ToUnicode = "<4E> <006E>",
        };
        Assert.Equal("n", Assert.Single(pdf.ReadPage().Words).Text);
    }

    [Fact]
    public void Characters_without_a_meaning_are_counted_and_marked()
    {
        var page = Mapped("<41> <0007>\n<42> <E123>\n<43> <0043>", "ABC");
        var word = Assert.Single(page.Words);
        Assert.Equal("\uFFFD\uFFFDC", word.Text);
        Assert.Equal(1.0 / 3, word.Confidence, 6);
        var finding = Assert.Single(page.Findings);
        Assert.Equal("text.undecodable", finding.Code);
        Assert.Contains("2", finding.MessageEn, StringComparison.Ordinal);
        Assert.Equal(1, finding.Evidence!.Regions[0].Page);
    }

    [Fact]
    public void Glyph_numbers_of_a_font_without_a_map_are_not_taken_for_characters()
    {
        const string Composite = "/Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts "
            + "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 "
            + "/FontDescriptor << /Type /FontDescriptor /FontName /Arial /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>]";
        var page = (RawPdf.Of("BT /X 10 Tf 50 700 Td <004100420043> Tj ET") with { Fonts = RawPdf.Of("").Fonts.Add("X", Composite) }).ReadPage();
        Assert.DoesNotContain(page.Words, word => word.Text.Any(char.IsLetter));
        Assert.Contains(page.Findings, finding => finding.Code == "text.undecodable");
    }

    private static Page Mapped(string map, string shown) => (RawPdf.Of($"BT /X 10 Tf 50 700 Td ({shown}) Tj ET") with
    {
        Fonts = RawPdf.Of("").Fonts.Add("X", Helvetica),
        ToUnicode = map,
    }).ReadPage();
}
