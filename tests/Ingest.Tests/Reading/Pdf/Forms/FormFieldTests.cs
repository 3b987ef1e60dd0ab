using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Pages;
using Xunit;

namespace Ingest.Tests.Reading.Pdf.Forms;

public sealed class FormFieldTests
{
    private const string Text = "/Subtype /Widget /FT /Tx /DA (/Helv 10 Tf 0 g) /Rect [100 700 300 720]";

    private const string Letters = "/Type /XObject /Subtype /Form /BBox [0 0 200 20]";

    [Fact]
    public void A_value_without_appearance_is_set_into_its_field()
    {
        var words = Read($"{Text} /V (12 500 \\240)").Words;

        Assert.Equal(["12", "500", "€"], words.Select(word => word.Text));
        Assert.All(words, word => AssertInside(word, 100, 80, 300, 100));
        Assert.Equal(words.Select(word => word.Box.Left).Order(), words.Select(word => word.Box.Left));
        Assert.Equal(10, words[0].Font.Size);
    }

    [Fact]
    public void An_appearance_tells_where_its_letters_stand()
    {
        var word = Assert.Single(Filled("BT /F1 10 Tf 150 6 Td (CCAS) Tj ET", "/V (CCAS)").Words);

        Assert.Equal("CCAS", word.Text);
        Assert.Equal(250, word.Box.Left, 0.01);
        Assert.Equal(94, word.Baseline, 0.01);
    }

    [Fact]
    public void The_box_of_an_appearance_is_laid_upon_the_field()
    {
        // The form is a quarter of the field's size, and turned by its own matrix.
        var page = Filled("BT /F1 5 Tf 10 1 Td (CCAS) Tj ET", "/V (CCAS)", "/Type /XObject /Subtype /Form /BBox [0 0 100 10] /Matrix [2 0 0 2 7 9]");

        var word = Assert.Single(page.Words);
        Assert.Equal(120, word.Box.Left, 0.01);
        Assert.Equal(98, word.Baseline, 0.01);
        Assert.Equal(10, word.Font.Size, 0.01);
    }

    [Theory]
    [InlineData(0, TextDirection.Horizontal, 100, 80, 300, 100)]
    [InlineData(90, TextDirection.Down, 700, 100, 720, 300)]
    [InlineData(180, TextDirection.Reversed, 300, 700, 500, 720)]
    [InlineData(270, TextDirection.Up, 80, 300, 100, 500)]
    public void A_field_turns_with_its_page(int rotate, TextDirection direction, double left, double top, double right, double bottom)
    {
        foreach (var page in new[] { Read($"{Text} /V (sur le c\\364t\\351)", rotate: rotate), Filled("BT /F1 10 Tf 2 6 Td (sur le c\\364t\\351) Tj ET", "", rotate: rotate) })
        {
            Assert.Equal(["sur", "le", "côté"], page.Words.Select(word => word.Text));
            Assert.All(page.Words, word => Assert.Equal(direction, word.Direction));
            Assert.All(page.Words, word => AssertInside(word, left, top, right, bottom));
        }
    }

    [Fact]
    public void A_field_that_is_turned_against_its_turned_page_stands_upright()
    {
        var word = Assert.Single(Read("/Subtype /Widget /FT /Tx /DA (/Helv 10 Tf) /MK << /R 90 >> /Rect [100 500 120 700] /V (droit)", rotate: 90).Words);

        Assert.Equal(TextDirection.Horizontal, word.Direction);
        AssertInside(word, 500, 100, 700, 120);
    }

    [Fact]
    public void A_field_on_a_cropped_page_stands_where_it_is_seen() =>
        AssertInside(Assert.Single(Read($"{Text} /V (vu)", cropBox: "50 100 600 800").Words), 50, 80, 250, 100);

    [Fact]
    public void A_value_that_is_written_into_the_page_too_is_told_once()
    {
        const string Page = "BT /F1 10 Tf 102 706 Td (12 500 EUR) Tj ET";

        Assert.Equal(["12", "500", "EUR"], Read($"{Text} /V (12 500 EUR)", Page).Words.Select(word => word.Text));
        Assert.Equal(["12", "500", "EUR"], Filled("BT /F1 10 Tf 2 6 Td (12 500 EUR) Tj ET", "/V (12 500 EUR)", page: Page).Words.Select(word => word.Text));
        Assert.Equal(["Montant", "12", "500", "EUR"], Read($"{Text} /V (12 500 EUR)", "BT /F1 10 Tf 40 706 Td (Montant) Tj ET").Words.Select(word => word.Text));
    }

    [Fact]
    public void The_dots_to_write_on_end_where_something_is_written() =>
        Assert.Equal(["Total", "12"], Read($"{Text} /V (12)", "BT /F1 10 Tf 40 706 Td (Total) Tj 60 0 Td (..............................) Tj ET").Words.Select(word => word.Text));

    [Fact]
    public void Each_place_of_a_field_shows_what_it_inherits()
    {
        var words = Read(
            ["/Subtype /Widget /Parent {F} /Rect [100 700 300 720]", "/Subtype /Widget /Parent {F} /Rect [100 500 300 520]"],
            objects: [("F", "<< /FT /Tx /T (nom) /Parent {G} >>"), ("G", "<< /DA (/Helv 8 Tf) /V (CCAS) >>")]).Words;

        Assert.Equal(["CCAS", "CCAS"], words.Select(word => word.Text));
        Assert.Equal([8, 8], words.Select(word => word.Font.Size));
        AssertInside(words[1], 100, 280, 300, 300);
    }

    [Fact]
    public void A_tree_in_a_circle_costs_what_it_holds_and_nothing_else()
    {
        var page = Read(
            ["/Subtype /Widget /Parent {F} /Rect [100 700 300 720]", $"{Text} /V (autre)"],
            "BT /F1 10 Tf 40 600 Td (page) Tj ET",
            objects: [("F", "<< /Kids [{F}] /Parent {G} >>"), ("G", "<< /Parent {F} >>")]);

        Assert.Equal(["page", "autre"], page.Words.Select(word => word.Text));
    }

    [Theory]
    [InlineData("/Annots 7")]
    [InlineData("/Annots [null 5 (x) 99 0 R << >> << /Subtype /Widget >> << /Subtype /Widget /Rect [1 2] /FT /Tx /V (x) >>]")]
    [InlineData("/Annots [<< /Subtype /Widget /Rect [100 700 300 720] /FT 12 /V << >> /AP << /N 5 >> >>]")]
    [InlineData("/Annots [<< /Subtype /Widget /Rect [100 700 300 720] /FT /Tx /MaxLen -4 /Ff 16777216 /V (a) /DA (/Helv 1e400 Tf) >>]")]
    public void Odd_annotations_cost_at_most_themselves(string entries) =>
        Assert.Contains("page", new RawPdf(new RawPage("BT /F1 10 Tf 40 600 Td (page) Tj ET") { Extra = entries }).ReadPage().Words.Select(word => word.Text));

    [Fact]
    public void A_number_written_box_by_box_is_one_word()
    {
        var word = Assert.Single(Read($"{Text} /Ff 16777216 /MaxLen 10 /V (12500)").Words);

        Assert.Equal("12500", word.Text);
        Assert.Equal(100, word.Box.Left, 0.01);
        Assert.Equal(200, word.Box.Right, 0.01);
    }

    [Fact]
    public void Boxes_are_ticked_or_not()
    {
        const string Box = "/Subtype /Widget /FT /Btn /AP << /N << /Oui 1 0 R /Off 1 0 R >> >>";
        var page = Read(
        [
            $"{Box} /AS /Oui /Rect [100 700 110 710]", $"{Box} /AS /Off /V /Oui /Rect [120 700 130 710]", $"{Box} /V /Oui /Rect [140 700 150 710]",
            $"{Box} /V /Non /Rect [160 700 170 710]", $"{Box} /Ff 65536 /AS /Oui /Rect [180 700 190 710]",
        ]);

        Assert.Equal(["☒", "☐", "☒", "☐"], page.Words.Select(word => word.Text));
        AssertInside(page.Words[0], 100, 90, 110, 100);
    }

    [Fact]
    public void A_box_that_the_page_draws_under_its_field_is_one_box()
    {
        var font = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Helvetica /FirstChar 0 /LastChar 255 "
            + $"/Widths [{string.Join(' ', Enumerable.Repeat(500, 256))}] /FontDescriptor << /Type /FontDescriptor /FontName /Helvetica /Flags 32 "
            + "/FontBBox [0 -200 1000 900] /Ascent 718 /Descent -207 /ItalicAngle 0 /CapHeight 700 /StemV 80 >>";
        var drawn = new RawPdf(new RawPage("BT /Box 10 Tf 100 700 Td (o) Tj 50 0 Td (o) Tj ET")
        {
            Extra = "/Annots [<< /Subtype /Widget /FT /Btn /AS /Oui /Rect [99 698 111 710] >> << /Subtype /Widget /FT /Btn /AS /Off /Rect [149 698 161 710] >>]",
        })
        {
            Fonts = ImmutableDictionary<string, string>.Empty.Add("Box", font),
            ToUnicode = "<6F> <2610>",
        };

        Assert.Equal(["☒", "☐"], drawn.ReadPage().Words.Select(word => word.Text));
    }

    [Fact]
    public void A_choice_shows_its_label_and_a_list_only_what_is_chosen()
    {
        const string Choice = "/Subtype /Widget /FT /Ch /Opt [[(1) (\\311ducation)] [(2) (Emploi)] [(3) (Sant\\351)]]";

        Assert.Equal(["Emploi"], Read($"{Choice} /Ff 131072 /V (2) /Rect [100 700 300 720]").Words.Select(word => word.Text));
        Assert.Equal(["Éducation", "Santé"], Filled("BT /F1 8 Tf 2 6 Td (ignored) Tj ET", "/FT /Ch /Opt [[(1) (\\311ducation)] [(2) (Emploi)] [(3) (Sant\\351)]] /V [(1) (3)]").Words.Select(word => word.Text));
    }

    [Fact]
    public void A_long_value_is_broken_into_lines_that_stay_in_the_field()
    {
        var text = string.Join(' ', Enumerable.Range(1, 60).Select(number => $"mot{number.ToString(CultureInfo.InvariantCulture)}"));

        var words = Read($"/Subtype /Widget /FT /Tx /Ff 4096 /DA (/Helv 0 Tf) /Rect [100 600 300 700] /V ({text})").Words;

        Assert.Equal(text, string.Join(' ', words.Select(word => word.Text)));
        Assert.All(words, word => AssertInside(word, 100, 100, 300, 200));
        Assert.True(words.Select(word => word.Baseline).Distinct().Count() > 3);
    }

    [Fact]
    public void A_value_that_its_field_cuts_off_is_read_whole()
    {
        var words = Filled("BT /F1 10 Tf 2 6 Td (125 000 000 000 000 000 000 000 000 000 000 EUR) Tj ET", "/V (125 000 000 000 000 000 000 000 000 000 000 EUR)").Words;

        Assert.Equal("EUR", words[^1].Text);
        Assert.All(words, word => Assert.True(word.IsVisible));
        Assert.All(words, word => AssertInside(word, 100, 80, 300, 100));
    }

    [Theory]
    [InlineData("/F 2")]
    [InlineData("/F 32")]
    [InlineData("/Rect [100 700 100 700]")]
    [InlineData("/Rect [1000 700 1100 720]")]
    public void A_field_that_is_not_shown_is_told(string entries)
    {
        var rect = entries.StartsWith("/Rect", StringComparison.Ordinal) ? "" : "/Rect [100 700 300 720]";
        var page = Read($"/Subtype /Widget /FT /Tx /V (12 500) {rect} {entries}");

        Assert.Empty(page.Words);
        var finding = Assert.Single(page.Findings);
        Assert.Equal("text.hidden-fields", finding.Code);
        Assert.Equal("12 500", finding.Evidence!.Text);
    }

    [Theory]
    [InlineData("/F 2")]
    [InlineData("/Ff 8192")]
    public void Nothing_is_told_of_hidden_fields_without_a_value_or_of_passwords(string entries)
    {
        var page = Read(entries == "/F 2" ? $"{Text} {entries}" : $"{Text} {entries} /V (secret)");

        Assert.Empty(page.Words);
        Assert.Empty(page.Findings);
    }

    [Theory]
    [InlineData("12 500,50", "12500.5", true)]
    [InlineData("01/03/2025", "2025-03-01", true)]
    [InlineData("12 500", "1250", false)]
    [InlineData("CCAS", "Ville", false)]
    public void An_appearance_that_shows_another_value_is_doubted(string shown, string held, bool agree)
    {
        var page = Filled($"BT /F1 10 Tf 2 6 Td ({shown}) Tj ET", $"/V ({held})");

        Assert.Equal(shown, string.Join(' ', page.Words.Select(word => word.Text)));
        Assert.Equal(agree ? [] : ["text.field-differs"], page.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void A_form_that_asks_to_be_drawn_anew_is_believed_by_its_values()
    {
        var page = Filled("BT /F1 10 Tf 2 6 Td (ancien) Tj ET", "/V (nouveau)", catalog: "/AcroForm << /NeedAppearances true >>");

        Assert.Equal(["nouveau"], page.Words.Select(word => word.Text));
        Assert.Equal(["text.field-differs"], page.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Fonts_and_size_come_from_the_form_where_the_field_has_none()
    {
        var page = Read(
            ["/Subtype /Widget /FT /Tx /Rect [100 700 300 720] /V (petit)", "/Subtype /Widget /FT /Tx /Rect [100 600 300 620] /V (ici) /AP << /N {A} >>"],
            objects: [("A", RawPdf.Stream(Letters, "BT /Own 10 Tf 2 6 Td (ici) Tj ET"))],
            catalog: "/AcroForm << /DA (/Helv 7 Tf) /DR << /Font << /Own << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >> >>");

        Assert.Equal(7, page.Words[0].Font.Size);
        Assert.Equal(("ici", "Times-Roman"), (page.Words[1].Text, page.Words[1].Font.Name));
    }

    [Fact]
    public void Borders_of_fields_rule_no_table() => Assert.Empty(Filled("0 0 200 20 re S BT /F1 10 Tf 2 6 Td (CCAS) Tj ET", "/V (CCAS)").Rulings);

    [Fact]
    public void A_page_that_only_stands_in_for_a_form_is_told() =>
        Assert.Equal(["source.xfa-form"], (RawPdf.Of("BT /F1 10 Tf 40 600 Td (Veuillez patienter) Tj ET") with
        {
            Catalog = "/NeedsRendering true /AcroForm << /XFA [] >>",
        }).ReadPage().Findings.Select(finding => finding.Code));

    private static void AssertInside(Word word, double left, double top, double right, double bottom)
    {
        const double Slack = 0.01;
        Assert.True(
            word.Box.Left >= left - Slack && word.Box.Top >= top - Slack && word.Box.Right <= right + Slack && word.Box.Bottom <= bottom + Slack,
            $"{word.Text} {word.Box} is not in {left} {top} {right} {bottom}");
    }

    private static Page Filled(string appearance, string entries, string form = Letters, string page = "", int rotate = 0, string catalog = "") => Read(
        [$"/Subtype /Widget {(entries.Contains("/FT", StringComparison.Ordinal) ? "" : "/FT /Tx")} /Rect [100 700 300 720] /AP << /N {{A}} >> {entries}"],
        page, rotate, objects: [("A", RawPdf.Stream(form, appearance))], catalog: catalog);

    private static Page Read(string annotation, string page = "", int rotate = 0, string? cropBox = null) => Read([annotation], page, rotate, cropBox);

    private static Page Read(string[] annotations, string page = "", int rotate = 0, string? cropBox = null, (string Name, string Body)[]? objects = null, string catalog = "") =>
        (new RawPdf(new RawPage(page) { Rotate = rotate, CropBox = cropBox, Extra = $"/Annots [{string.Join(' ', annotations.Select(annotation => $"<< /Type /Annot {annotation} >>"))}]" }) with
        {
            XObjects = (objects ?? []).ToImmutableDictionary(item => item.Name, item => item.Body),
            Catalog = catalog,
        }).ReadPage();
}
