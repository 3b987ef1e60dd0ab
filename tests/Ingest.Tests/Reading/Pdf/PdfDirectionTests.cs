using FsCheck;
using FsCheck.Fluent;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Xunit;

namespace Ingest.Tests.Reading.Pdf;

public sealed class PdfDirectionTests
{
    private const string Two = "BT /F1 10 Tf 100 700 Td (Ville de) Tj ET";

    [Theory]
    [InlineData(0, 600, 800)]
    [InlineData(90, 800, 600)]
    [InlineData(180, 600, 800)]
    [InlineData(270, 800, 600)]
    public void A_page_has_the_size_that_is_shown(int rotate, double width, double height) =>
        Assert.Equal(new PageSize(width, height), new RawPdf(new RawPage(Two) { Rotate = rotate }).ReadPage().Size);

    [Theory]
    [InlineData(0, TextDirection.Horizontal, 100, 90.5)]
    [InlineData(90, TextDirection.Down, 697.5, 100)]
    [InlineData(180, TextDirection.Reversed, 480, 697.5)]
    [InlineData(270, TextDirection.Up, 90.5, 480)]
    public void The_rotation_of_the_page_turns_words(int rotate, TextDirection direction, double left, double top)
    {
        var word = new RawPdf(new RawPage(Two) { Rotate = rotate }).ReadPage().Words[0];
        Assert.Equal("Ville", word.Text);
        Assert.Equal(direction, word.Direction);
        Assert.InRange(word.Box.Left, left - 3, left + 3);
        Assert.InRange(word.Box.Top, top - 3, top + 3);
    }

    [Fact]
    public void Text_turned_against_the_rotation_of_the_page_is_horizontal()
    {
        // A landscape page as office programs write it: portrait paper, /Rotate 90, text turned back.
        var page = new RawPdf(new RawPage("BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Total) Tj ET") { Rotate = 90 }).ReadPage();
        var word = Assert.Single(page.Words);
        Assert.Equal(TextDirection.Horizontal, word.Direction);
        Assert.Equal(50, word.Box.Left, 6);
        Assert.Equal(100, word.Baseline, 6);
    }

    [Theory]
    [InlineData("0 1 -1 0", TextDirection.Up)]
    [InlineData("0 -1 1 0", TextDirection.Down)]
    [InlineData("-1 0 0 -1", TextDirection.Reversed)]
    public void Turned_text_is_given_in_whole_words(string matrix, TextDirection direction)
    {
        var words = RawPdf.Of($"BT /F1 10 Tf {matrix} 300 400 Tm (Co\\373t total) Tj ET").ReadPage().Words;
        Assert.Equal(["Coût", "total"], words.Select(word => word.Text));
        Assert.All(words, word => Assert.Equal(direction, word.Direction));
    }

    [Fact]
    public void The_baseline_of_turned_words_is_their_distance_from_the_left() =>
        Assert.Equal(300, RawPdf.Of("BT /F1 10 Tf 0 1 -1 0 300 400 Tm (Total) Tj ET").ReadPage().Words[0].Baseline, 6);

    [Fact]
    public void A_watermark_is_slanted_and_in_whole_words()
    {
        var words = RawPdf.Of("BT /F1 60 Tf 0.7071 0.7071 -0.7071 0.7071 100 100 Tm (PROJET provisoire) Tj ET").ReadPage().Words;
        Assert.Equal(["PROJET", "provisoire"], words.Select(word => word.Text));
        Assert.All(words, word => Assert.Equal(TextDirection.Slanted, word.Direction));
    }

    [Fact]
    public void Coordinates_count_from_the_corner_of_the_crop_box()
    {
        var page = new RawPdf(new RawPage(Two) { CropBox = "50 100 500 750" }).ReadPage();
        Assert.Equal(new PageSize(450, 650), page.Size);
        Assert.Equal(50, page.Words[0].Box.Left, 6);
        Assert.Equal(50, page.Words[0].Baseline, 6);
    }

    [Fact]
    public void A_crop_box_beyond_the_media_box_shows_no_more_than_the_media_box()
    {
        var page = new RawPdf(new RawPage(Two) { CropBox = "-100 -100 900 900", MediaBox = "20 20 620 820" }).ReadPage();
        Assert.Equal(new PageSize(600, 800), page.Size);
        Assert.Equal(80, page.Words[0].Box.Left, 6);
        Assert.Equal(120, page.Words[0].Baseline, 6);
    }

    [Fact]
    public void User_units_are_points_of_another_size()
    {
        var page = new RawPdf(new RawPage(Two) { Extra = "/UserUnit 2" }).ReadPage();
        Assert.Equal(new PageSize(1200, 1600), page.Size);
        Assert.Equal(200, page.Words[0].Box.Left, 6);
        Assert.Equal(20, page.Words[0].Font.Size, 6);
    }

    [Fact]
    public void Turning_the_page_turns_every_box_and_changes_no_word()
    {
        var place = from x in Gen.Choose(60, 500) from y in Gen.Choose(60, 700) from turn in Gen.Choose(1, 3) select (x, y, turn);
        Prop.ForAll(place.ToArbitrary(), at =>
        {
            var content = $"BT /F1 10 Tf {at.x} {at.y} Td (Ville de) Tj ET 1 w {at.x} 30 m {at.x} 50 l S";
            var upright = new RawPdf(new RawPage(content)).ReadPage();
            var turned = new RawPdf(new RawPage(content) { Rotate = at.turn * 90 }).ReadPage();
            var expected = upright.Words.Select(word => (word.Text, Rounded(Turned(word.Box, at.turn))));
            return expected.SequenceEqual(turned.Words.Select(word => (word.Text, Rounded(word.Box))))
                && Rounded(Turned(upright.Rulings.Single().Box, at.turn)) == Rounded(turned.Rulings.Single().Box)
                && turned.Rulings.Single().IsHorizontal == (at.turn % 2 == 1);
        }).QuickCheckThrowOnFailure();
    }

    private static Box Turned(Box box, int quarters) => quarters switch
    {
        1 => new Box(800 - box.Bottom, box.Left, 800 - box.Top, box.Right),
        2 => new Box(600 - box.Right, 800 - box.Bottom, 600 - box.Left, 800 - box.Top),
        _ => new Box(box.Top, 600 - box.Right, box.Bottom, 600 - box.Left),
    };

    private static Box Rounded(Box box) =>
        new(Math.Round(box.Left, 3) + 0, Math.Round(box.Top, 3) + 0, Math.Round(box.Right, 3) + 0, Math.Round(box.Bottom, 3) + 0);
}
