using System.Text;
using System.Text.Json;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Pdf;
using Xunit;

namespace Ingest.Tests.Reading.Pdf;

public sealed class PdfFindingsTests
{
    private const string Image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray";

    [Fact]
    public void A_file_is_recognised_by_its_header_even_behind_other_bytes()
    {
        var reader = new PdfReader();
        Assert.True(reader.Recognises("%PDF-1.4"u8));
        Assert.True(reader.Recognises(Encoding.ASCII.GetBytes(new string(' ', 1000) + "%PDF-1.4")));
        Assert.False(reader.Recognises(Encoding.ASCII.GetBytes(new string(' ', 1024) + "%PDF-1.4")));
        Assert.False(reader.Recognises("PK\u0003\u0004"u8));
        Assert.False(reader.Recognises([]));
    }

    [Fact]
    public void Text_that_is_not_painted_is_kept_and_reported()
    {
        var page = RawPdf.Of("BT /F1 10 Tf 50 700 Td (vu) Tj 3 Tr 50 0 Td (couche cach\\351e) Tj ET").ReadPage();
        Assert.Equal([true, false, false], page.Words.Select(word => word.IsVisible));
        var finding = Assert.Single(page.Findings);
        Assert.Equal("text.invisible", finding.Code);
        Assert.Equal("couche cachée", finding.Evidence!.Text);
    }

    [Fact]
    public void Text_beyond_the_page_or_the_clip_is_not_seen()
    {
        var page = RawPdf.Of("BT /F1 10 Tf 50 -50 Td (dehors) Tj ET q 0 0 100 100 re W n BT /F1 10 Tf 50 700 Td (masque) Tj ET Q").ReadPage();
        Assert.Equal(["dehors", "masque"], page.Words.Where(word => !word.IsVisible).Select(word => word.Text));
    }

    [Theory]
    [InlineData("(perdu) Tj")]
    [InlineData("[(per) -20 (du)] TJ")]
    [InlineData("(perdu) '")]
    public void Text_in_a_font_that_the_file_does_not_have_is_told_and_the_rest_is_read(string showing)
    {
        var page = RawPdf.Of($"BT /F1 10 Tf 50 700 Td (vu) Tj ET BT /Absente 10 Tf 50 650 Td {showing} ET BT /F1 10 Tf 50 600 Td (aussi) Tj ET").ReadPage();

        Assert.Equal(["vu", "aussi"], page.Words.Select(word => word.Text));
        var finding = Assert.Single(page.Findings);
        Assert.Equal("source.unread-part", finding.Code);
        Assert.Contains("Absente", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_pair_of_characters_in_a_map_of_glyphs_costs_no_page()
    {
        var page = (RawPdf.Of("BT /F9 10 Tf 50 700 Td (A) Tj ET BT /F1 10 Tf 50 600 Td (reste) Tj ET") with
        {
            Fonts = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("F9", "/Type /Font /Subtype /Type1 /BaseFont /Helvetica"),
            ToUnicode = "<41> <D83D>",
        }).ReadPage();

        Assert.Contains("reste", page.Words.Select(word => word.Text));
    }

    [Fact]
    public void A_missing_font_that_nothing_is_written_in_is_no_fault() =>
        Assert.Empty(RawPdf.Of("BT /Absente 10 Tf /F1 10 Tf 50 700 Td (vu) Tj ET").ReadPage().Findings);

    [Fact]
    public void A_layer_that_is_switched_off_is_not_seen()
    {
        const string Layers = "/On << /Type /OCG /Name (vu) >> /Off << /Type /OCG /Name (masque) >>";
        var page = (RawPdf.Of(
            "/OC /On BDC BT /F1 10 Tf 50 700 Td (vu) Tj ET EMC /OC /Off BDC BT /F1 10 Tf 50 600 Td (masque) Tj ET 0 0 m 600 0 l S EMC "
            + "BT /F1 10 Tf 50 500 Td (apr\\350s) Tj ET") with
        {
            Resources = $"/Properties << {Layers} >>",
            Catalog = "/OCProperties << /OCGs [] /D << /OFF [<< /Type /OCG /Name (masque) >>] >> >>",
        }).ReadPage();
        Assert.Equal([true, false, true], page.Words.Select(word => word.IsVisible));
        Assert.Empty(page.Rulings);
    }

    [Fact]
    public void A_page_that_is_an_image_says_so()
    {
        var page = WithImage("q 600 0 0 800 0 0 cm /Im Do Q").ReadPage();
        Assert.Equal(["source.image-only-page"], page.Findings.Select(finding => finding.Code));
        Assert.Single(page.Images);
    }

    [Fact]
    public void A_scan_with_a_hidden_recognition_layer_is_an_image_and_hides_text()
    {
        var page = WithImage("q 600 0 0 800 0 0 cm /Im Do Q BT /F1 10 Tf 3 Tr 50 700 Td (reconnu) Tj ET").ReadPage();
        Assert.Equal(["source.image-only-page", "text.invisible"], page.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void A_page_of_outlines_without_letters_is_reported_like_an_image() =>
        Assert.Equal(
            ["source.image-only-page"],
            RawPdf.Of("100 700 m 150 750 250 750 300 700 c f").ReadPage().Findings.Select(finding => finding.Code));

    [Theory]
    [InlineData("")]
    [InlineData("1 g 0 0 600 800 re f")]
    public void An_empty_page_is_no_finding(string content) => Assert.Empty(RawPdf.Of(content).ReadPage().Findings);

    [Fact]
    public void A_page_with_words_and_an_image_is_no_scan() =>
        Assert.Empty(WithImage("q 600 0 0 800 0 0 cm /Im Do Q BT /F1 10 Tf 50 700 Td (vu) Tj ET").ReadPage().Findings);

    [Fact]
    public void A_page_that_fails_is_a_finding_and_the_next_goes_on()
    {
        var pages = new RawPdf(
            new RawPage("BT /F1 10 Tf 50 700 Td (une) Tj ET"),
            new RawPage("") { Contents = "/Contents 1 0 R" },
            new RawPage("BT /F1 10 Tf 50 700 Td (trois) Tj ET")).Read();
        Assert.Equal([1, 2, 3], pages.Select(page => page.Number));
        Assert.All(pages, page => Assert.Equal(3, page.PageCount));
        Assert.Equal(["une", "trois"], pages.SelectMany(page => page.Words).Select(word => word.Text));
        Assert.Equal(["source.unreadable-page"], pages.SelectMany(page => page.Findings).Select(finding => finding.Code));
        Assert.Equal(2, pages[1].Findings[0].Evidence!.Regions[0].Page);
    }

    [Fact]
    public void An_operator_that_fails_is_left_out_and_told()
    {
        var page = (RawPdf.Of("BT /F1 10 Tf 50 700 Td (avant) Tj ET /Bad Do BT /F1 10 Tf 50 600 Td (apr\\350s) Tj ET") with
        {
            XObjects = RawPdf.Of("").XObjects.Add("Bad", RawPdf.Stream("/Type /XObject /Subtype /Nonsense", "")),
        }).ReadPage();
        Assert.Equal(["avant", "après"], page.Words.Select(word => word.Text));
        Assert.Equal(["source.unread-part"], page.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Forms_that_paint_one_another_in_a_circle_end()
    {
        const string Form = "/Type /XObject /Subtype /Form /BBox [0 0 600 800]";
        var page = (RawPdf.Of("/A Do BT /F1 10 Tf 50 700 Td (fin) Tj ET") with
        {
            XObjects = RawPdf.Of("").XObjects
                .Add("A", RawPdf.Stream(Form, "/B Do /B Do"))
                .Add("B", RawPdf.Stream(Form, "/A Do /A Do")),
        }).ReadPage();
        Assert.Equal(["fin"], page.Words.Select(word => word.Text));
        Assert.Equal(["source.unread-part"], page.Findings.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("BT /F1 10 Tf 1e30 0 0 1e30 0 0 Tm (x) Tj ET")]
    [InlineData("BT /F1 10 Tf 100000000000000000000000000000000000000000000 700 Td (x) Tj ET")]
    [InlineData("0 0 m 100000000000000000000000000000000000000000000 0 l S")]
    [InlineData("BT /F1 0 Tf 50 700 Td (x) Tj ET 0 0 0 0 0 0 cm BT /F1 10 Tf (x) Tj ET")]
    public void Absurd_coordinates_leave_a_page_that_can_be_written(string content) =>
        Assert.NotEmpty(JsonSerializer.Serialize(RawPdf.Of(content).ReadPage()));

    [Fact]
    public void Pages_are_made_one_by_one()
    {
        var pages = new PdfReader().Read(new RawPdf(new RawPage("BT /F1 10 Tf 50 700 Td (une) Tj ET"), new RawPage("")).ToBytes());
        Assert.Equal("une", pages.First().Words.Single().Text);
    }

    [Fact]
    public void A_file_with_a_password_is_told_apart()
    {
        var key = new string('a', 64);
        var file = (RawPdf.Of("") with
        {
            Trailer = $"/ID [<{key}> <{key}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>",
        }).ToBytes();
        Assert.Equal("source.encrypted", Unreadable(file));
    }

    [Theory]
    [InlineData("%PDF-1.7\n")]
    [InlineData("%PDF-1.7\nnothing of a file")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF")]
    public void A_broken_file_says_why(string file) => Assert.Equal("source.unreadable", Unreadable(Encoding.Latin1.GetBytes(file)));

    [Fact]
    public void A_file_cut_off_anywhere_never_throws_anything_else()
    {
        var whole = new RawPdf(new RawPage("BT /F1 10 Tf 50 700 Td (une) Tj ET"), new RawPage("100 700 m 300 700 l S")).ToBytes();
        for (var length = 10; length < whole.Length; length += 7)
        {
            try
            {
                Assert.All(new PdfReader().Read(whole.AsMemory(0, length)), page => Assert.True(page.Number > 0));
            }
            catch (UnreadableSourceException error)
            {
                Assert.StartsWith("source.", error.Finding.Code, StringComparison.Ordinal);
            }
        }
    }

    private static string Unreadable(byte[] file) =>
        Assert.Throws<UnreadableSourceException>(() => new PdfReader().Read(file).ToList<Page>()).Finding.Code;

    private static RawPdf WithImage(string content) =>
        RawPdf.Of(content) with { XObjects = RawPdf.Of("").XObjects.Add("Im", RawPdf.Stream(Image, "x")) };
}
