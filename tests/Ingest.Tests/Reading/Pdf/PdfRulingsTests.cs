using Ingest.Model.Provenance;
using Xunit;

namespace Ingest.Tests.Reading.Pdf;

public sealed class PdfRulingsTests
{
    [Fact]
    public void A_stroke_is_a_rule_as_thick_as_its_line()
    {
        var rule = Assert.Single(RawPdf.Of("2 w 1 0 0 RG 100 700 m 300 700 l S").ReadPage().Rulings);
        AssertBox(new Box(100, 99, 300, 101), rule.Box);
        Assert.True(rule.IsHorizontal);
        Assert.Equal("#ff0000", rule.Colour);
    }

    [Fact]
    public void The_thickness_of_a_stroke_is_scaled_with_the_page() =>
        AssertBox(new Box(100, 99.5, 300, 100.5), Assert.Single(RawPdf.Of(
            "0.1 0 0 0.1 0 0 cm 10 w 1000 7000 m 3000 7000 l S").ReadPage().Rulings).Box);

    [Fact]
    public void The_thinnest_line_has_a_thickness()
    {
        var rule = Assert.Single(RawPdf.Of("0 w 100 700 m 100 600 l S").ReadPage().Rulings);
        Assert.False(rule.IsHorizontal);
        Assert.Equal(0.1, rule.Box.Width, 6);
    }

    [Fact]
    public void A_stroked_rectangle_is_four_rules() =>
        Assert.Equal([true, false, true, false], RawPdf.Of("1 w 100 600 200 100 re S").ReadPage().Rulings.Select(rule => rule.IsHorizontal));

    [Fact]
    public void A_polyline_is_a_rule_for_each_side_that_follows_an_axis() =>
        Assert.Equal(2, RawPdf.Of("100 700 m 200 700 l 200 600 l 100 700 l S").ReadPage().Rulings.Length);

    [Fact]
    public void A_closed_path_has_its_last_side() =>
        Assert.Equal(4, RawPdf.Of("100 700 m 200 700 l 200 600 l 100 600 l s").ReadPage().Rulings.Length);

    [Fact]
    public void A_thin_filled_rectangle_is_a_rule()
    {
        var page = RawPdf.Of("0 g 100 700 200 0.5 re f").ReadPage();
        AssertBox(new Box(100, 99.5, 300, 100), Assert.Single(page.Rulings).Box);
        Assert.Empty(page.Fills);
    }

    [Fact]
    public void A_thick_filled_rectangle_is_an_area_of_its_colour()
    {
        var page = RawPdf.Of("0.9 g 100 700 200 20 re f 1 g 100 600 200 20 re f").ReadPage();
        Assert.Equal(["#e6e6e6", "#ffffff"], page.Fills.Select(fill => fill.Colour));
        AssertBox(new Box(100, 80, 300, 100), page.Fills[0].Box);
        Assert.Empty(page.Rulings);
    }

    [Fact]
    public void A_very_thick_stroke_is_an_area() =>
        AssertBox(new Box(100, 90, 300, 110), Assert.Single(RawPdf.Of("20 w 100 700 m 300 700 l S").ReadPage().Fills).Box);

    [Fact]
    public void A_filled_and_stroked_rectangle_is_an_area_and_four_rules()
    {
        var page = RawPdf.Of("0.8 g 100 600 200 100 re B").ReadPage();
        Assert.Single(page.Fills);
        Assert.Equal(4, page.Rulings.Length);
    }

    [Fact]
    public void A_border_painted_between_two_rectangles_is_four_rules()
    {
        var page = RawPdf.Of("100 600 200 100 re 101 601 198 98 re f*").ReadPage();
        Assert.Empty(page.Fills);
        Assert.Equal(4, page.Rulings.Length);
        Assert.All(page.Rulings, rule => Assert.Equal(1, Math.Min(rule.Box.Width, rule.Box.Height), 6));
    }

    [Fact]
    public void A_mitred_border_is_a_rule() =>
        Assert.Single(RawPdf.Of("100 700 m 300 700 l 299 699 l 101 699 l f").ReadPage().Rulings);

    [Fact]
    public void Curves_and_slanted_strokes_are_no_rules()
    {
        var page = RawPdf.Of("100 700 m 200 650 l S 100 700 m 150 750 250 750 300 700 c S 100 500 m 150 550 250 550 300 500 c f").ReadPage();
        Assert.Empty(page.Rulings);
        Assert.Empty(page.Fills);
    }

    [Fact]
    public void A_clip_is_not_painted_and_cuts_what_is()
    {
        var page = RawPdf.Of("q 100 600 100 100 re W n 0.5 w 50 650 m 500 650 l S 50 750 m 500 750 l S Q 50 500 m 500 500 l S").ReadPage();
        Assert.Equal([100, 50], page.Rulings.Select(rule => rule.Box.Left));
        Assert.Equal([200, 500], page.Rulings.Select(rule => rule.Box.Right));
    }

    [Fact]
    public void Paths_inside_a_form_are_read_where_the_form_is_placed()
    {
        var pdf = RawPdf.Of("q 1 0 0 1 100 200 cm /Fm Do Q") with
        {
            XObjects = RawPdf.Of("").XObjects.Add("Fm", RawPdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100]", "1 w 0 50 m 400 50 l S")),
        };
        AssertBox(new Box(100, 549.5, 200, 550.5), Assert.Single(pdf.ReadPage().Rulings).Box);
    }

    [Fact]
    public void Slices_painted_side_by_side_are_one_area()
    {
        var slices = string.Join(' ', Enumerable.Range(0, 20).Select(i => $"0.{i:D2} g 100 {500 + (2 * i)} 300 2 re f"));
        var page = RawPdf.Of(slices).ReadPage();
        Assert.Empty(page.Rulings);
        AssertBox(new Box(100, 260, 400, 300), Assert.Single(page.Fills).Box);
    }

    [Fact]
    public void A_double_border_stays_two_rules() =>
        Assert.Equal(2, RawPdf.Of("0 g 100 700 300 0.75 re f 100 702 300 0.75 re f").ReadPage().Rulings.Length);

    [Fact]
    public void An_image_has_its_place_and_a_stretched_pixel_is_a_rule()
    {
        var pdf = RawPdf.Of("q 100 0 0 50 200 300 cm /Im Do Q q 400 0 0 1 100 100 cm /Im Do Q BT /F1 10 Tf 50 700 Td (a) Tj ET") with
        {
            XObjects = RawPdf.Of("").XObjects.Add("Im", RawPdf.Stream(
                "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")),
        };
        var page = pdf.ReadPage();
        AssertBox(new Box(200, 450, 300, 500), Assert.Single(page.Images).Box);
        Assert.True(Assert.Single(page.Rulings).IsHorizontal);
    }

    private static void AssertBox(Box expected, Box actual)
    {
        Assert.Equal(expected.Left, actual.Left, 4);
        Assert.Equal(expected.Top, actual.Top, 4);
        Assert.Equal(expected.Right, actual.Right, 4);
        Assert.Equal(expected.Bottom, actual.Bottom, 4);
    }
}
