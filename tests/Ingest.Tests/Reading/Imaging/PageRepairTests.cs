using Ingest.Reading.Imaging;
using Xunit;

namespace Ingest.Tests.Reading.Imaging;

/// <summary>The repair of scanned pages on images drawn here: 300 dots per inch, black on white unless said.</summary>
public sealed class PageRepairTests
{
    private const double Dpi = 300;

    private static readonly OcrImageOptions Options = new();

    [Theory]
    [InlineData(1.5)]
    [InlineData(-0.7)]
    [InlineData(0)]
    [InlineData(3.2)]
    public void The_skew_of_lines_of_text_is_found(double degrees)
    {
        var page = new Drawing(1500, 1200);
        for (var y = 100; y < 1100; y += 60)
            page.Text(100, y, 1300);
        var askew = Straightening.Turn(page.ToImage(), -degrees, 1);

        var found = new SkewEstimate(Options).Find(askew, 128);

        Assert.InRange(found, degrees - 0.1, degrees + 0.1);
    }

    [Fact]
    public void A_pale_hairline_is_a_rule_and_lines_of_text_are_none()
    {
        var page = new Drawing(1500, 600);
        page.Text(100, 100, 1300);
        page.Text(100, 300, 1300);
        page.Fill(80, 200, 1400, 203, 205);

        var rule = Assert.Single(new InkToRulings(Options).Find(page.ToImage(), [], Dpi));

        Assert.True(rule.IsHorizontal);
        Assert.InRange(rule.Box.Top, 198, 201);
        Assert.InRange(rule.Box.Width, 1290, 1340);
    }

    [Fact]
    public void The_sides_of_a_cell_are_rules_and_stems_of_letters_are_none()
    {
        var page = new Drawing(1500, 400);
        foreach (var y in (int[])[100, 230])
            page.Fill(100, y, 1400, y + 4, 0);
        page.Fill(700, 100, 704, 234, 0);
        // A stem of a letter as high as bold type of ten points.
        page.Fill(400, 120, 406, 152, 0);

        var upright = new InkToRulings(Options).Find(page.ToImage(), [], Dpi).Where(rule => !rule.IsHorizontal).ToList();

        Assert.InRange(Assert.Single(upright).Box.Left, 697, 703);
    }

    [Fact]
    public void A_rule_is_taken_out_and_the_stroke_that_crosses_it_stays()
    {
        var page = new Drawing(1500, 400);
        page.Fill(100, 200, 1400, 205, 0);
        page.Fill(700, 150, 712, 260, 0);
        var image = page.ToImage();

        var clean = RulingEraser.Erase(image, 128, new InkToRulings(Options).Find(image, [], Dpi));

        Assert.Equal(GreyImage.White, clean.Row(202)[300]);
        Assert.Equal(0, clean.Row(202)[706]);
    }

    [Fact]
    public void Shadow_becomes_paper_and_a_shaded_band_stays_shaded()
    {
        var page = new Drawing(1200, 1200);
        for (var x = 0; x < 1200; x++)
            page.Fill(x, 0, x + 1, 1200, (byte)(250 - (x / 12)));
        page.Fill(100, 500, 1100, 560, 120);

        var paper = new PaperToWhite(Options).Convert(page.ToImage(), Dpi);

        Assert.True(paper.Row(100)[1100] > 225);
        Assert.True(paper.Row(530)[600] < 180);
    }

    [Fact]
    public void Specks_go_and_the_marks_of_sentences_stay()
    {
        var page = new Drawing(600, 300);
        page.Text(100, 100, 200);
        // A full stop behind the text, the two dots of a colon a space behind it, and dirt.
        page.Fill(284, 126, 289, 131, 0);
        page.Fill(328, 108, 333, 113, 0);
        page.Fill(328, 126, 333, 131, 0);
        page.Fill(500, 200, 506, 206, 0);

        var clean = new DirtEraser(Options).Erase(page.ToImage(), 128, Dpi);

        Assert.Equal((0, 0, 0, GreyImage.White), (clean.Row(128)[286], clean.Row(110)[330], clean.Row(128)[330], clean.Row(203)[503]));
    }

    [Fact]
    public void A_coloured_stamp_over_text_goes_and_coloured_text_stays()
    {
        var grey = new Drawing(900, 600);
        var chroma = new Drawing(900, 600, ground: 0);
        grey.Text(100, 200, 700);
        // A blue heading, and a blue ring of a stamp over the text.
        grey.Fill(100, 60, 300, 90, 90);
        chroma.Fill(100, 60, 300, 90, 120);
        foreach (var (left, top, right, bottom) in ((int, int, int, int)[])[(400, 140, 620, 152), (400, 280, 620, 292), (400, 140, 412, 292), (608, 140, 620, 292), (400, 190, 620, 197), (400, 234, 620, 241)])
        {
            grey.Fill(left, top, right, bottom, 90);
            chroma.Fill(left, top, right, bottom, 120);
        }

        var (image, marks) = new ColourStamps(Options).Remove(grey.ToImage(), chroma.ToImage(), Dpi);

        Assert.Single(marks);
        Assert.Equal(GreyImage.White, image.Row(146)[500]);
        Assert.Equal(90, image.Row(75)[200]);
    }

    [Fact]
    public void White_letters_on_dark_become_dark_on_white()
    {
        var cell = new Drawing(300, 80, ground: 60);
        cell.Fill(100, 30, 110, 60, 250);

        var image = GroundToWhite.Convert(cell.ToImage());

        Assert.True(image.Row(10)[10] > 240);
        Assert.True(image.Row(40)[105] < 60);
    }

    [Fact]
    public void On_grey_of_middle_brightness_the_letters_tell_which_way_round()
    {
        var (white, black) = (new Drawing(300, 80, ground: 136), new Drawing(300, 80, ground: 116));
        white.Fill(100, 30, 110, 60, 250);
        black.Fill(100, 30, 110, 60, 10);

        Assert.True(GroundToWhite.Convert(white.ToImage()).Row(40)[105] < 60);
        Assert.True(GroundToWhite.Convert(black.ToImage()).Row(40)[105] < 60);
    }
}
