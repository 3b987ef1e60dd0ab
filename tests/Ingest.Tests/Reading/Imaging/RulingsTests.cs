using Ingest.Reading.Imaging;
using Xunit;

namespace Ingest.Tests.Reading.Imaging;

/// <summary>Rules of scanned tables where something lies on them or beside them, on images drawn here: 300 dots per inch.</summary>
public sealed class RulingsTests
{
    private const double Dpi = 300;

    private static readonly OcrImageOptions Options = new();

    [Fact]
    public void A_hairline_right_beside_figures_is_found_from_end_to_end()
    {
        var page = Grid(100, 160, 220, 280, 340);
        page.Fill(700, 100, 703, 343, 190);
        for (var y = 118; y < 340; y += 60)
            page.Text(560, y, 136);

        var rule = Assert.Single(Upright(page));

        Assert.InRange(rule.Box.Left, 697, 702);
        Assert.InRange(rule.Box.Top, 95, 106);
        Assert.InRange(rule.Box.Bottom, 336, 347);
    }

    [Fact]
    public void A_stem_in_the_row_above_does_not_draw_a_rule_out_into_it()
    {
        var page = Grid(60, 160, 220, 280);
        page.Fill(700, 160, 704, 284, 0);
        // A letter of the merged header cell, right above the rule that parts the columns below.
        page.Fill(700, 100, 704, 128, 0);

        Assert.InRange(Assert.Single(Upright(page)).Box.Top, 154, 166);
    }

    [Fact]
    public void A_dense_line_of_letters_in_a_narrow_column_is_no_rule()
    {
        var page = Grid(100, 220);
        page.Fill(100, 100, 104, 224, 0);
        page.Fill(330, 100, 334, 224, 0);
        for (var x = 110; x < 324; x += 22)
        {
            // « e » without end: an upper, a middle and a lower stroke.
            foreach (var y in (int[])[148, 158, 168])
                page.Fill(x, y, x + 21, y + 4, 0);
        }

        Assert.Equal(2, new InkToRulings(Options).Find(page.ToImage(), [], Dpi).Count(rule => rule.IsHorizontal));
    }

    [Fact]
    public void The_ring_of_a_stamp_that_crosses_a_row_is_no_side_of_a_cell()
    {
        var page = Grid(100, 165, 230);
        for (var angle = 0.0; angle < 2 * Math.PI; angle += 0.002)
        {
            var (x, y) = ((int)(700 + (150 * Math.Cos(angle))), (int)(132 + (150 * Math.Sin(angle))));
            if (y >= 0)
                page.Fill(x - 2, y, x + 3, y + 1, 0);
        }

        Assert.Empty(Upright(page));
    }

    [Fact]
    public void What_shines_through_from_the_other_side_of_the_sheet_is_no_rule()
    {
        var page = Grid(100, 160, 220);
        page.Fill(100, 190, 1400, 194, 238);

        Assert.Equal(3, new InkToRulings(Options).Find(page.ToImage(), [], Dpi).Count);
    }

    [Fact]
    public void Ink_on_both_sides_is_the_middle_of_a_line_of_letters()
    {
        var page = new Drawing(300, 60);
        page.Fill(0, 30, 300, 33, 0);
        page.Fill(100, 22, 200, 25, 0);
        page.Fill(150, 38, 300, 41, 0);

        var flanked = LetterLines.Flanked(page.ToImage(), Enumerable.Range(0, 300).Select(x => (x, 31)), 4, 12, 50);

        Assert.Equal(50 / 300.0, flanked, 3);
    }

    [Fact]
    public void A_shaded_band_ends_above_the_dense_text_below_it()
    {
        var page = new Drawing(1500, 400);
        page.Fill(100, 100, 1400, 160, 205);
        for (var y = 164; y < 190; y += 2)
            page.Fill(100, y, 800, y + 1, 120);

        var band = Assert.Single(new GroundToFills(Options).Find(page.ToImage(), Dpi));

        Assert.InRange(band.Box.Bottom, 158, 166);
    }

    [Fact]
    public void A_shade_that_fades_out_reaches_the_next_rule_and_one_that_ends_stays()
    {
        var fading = new Drawing(1500, 300);
        for (var x = 100; x < 1400; x++)
            fading.Fill(x, 100, x + 1, 160, (byte)(200 + (x / 30)));
        var ending = new Drawing(1500, 300);
        ending.Fill(100, 100, 900, 160, 205);
        ImageRuling[] rules = [new(false, false, new PixelBox(1398, 90, 1402, 170), [])];
        var fill = new ImageFill(new PixelBox(100, 100, 900, 160), 210, false);

        Assert.Equal(1400, Assert.Single(new FillsToRulings(Options).Reach(fading.ToImage(), [fill], rules, Dpi / 72)).Box.Right);
        Assert.Equal(900, Assert.Single(new FillsToRulings(Options).Reach(ending.ToImage(), [fill], rules, Dpi / 72)).Box.Right);
    }

    [Fact]
    public void What_is_black_below_a_coloured_stamp_stays()
    {
        var (grey, chroma) = (new Drawing(900, 600), new Drawing(900, 600, ground: 0));
        grey.Text(100, 200, 700);
        for (var y = 150; y < 290; y += 20)
        {
            grey.Fill(400, y, 620, y + 8, 90);
            chroma.Fill(400, y, 620, y + 8, 120);
        }

        grey.Fill(450, 200, 460, 250, 10);
        chroma.Fill(450, 200, 460, 250, 20);

        var (image, _) = new ColourStamps(Options).Remove(grey.ToImage(), chroma.ToImage(), Dpi);

        Assert.True(image.Row(220)[455] < 60);
        Assert.True(image.Row(274)[600] > 200);
    }

    // Rules from left to right at these heights.
    private static Drawing Grid(params int[] heights)
    {
        var page = new Drawing(1500, 500);
        foreach (var y in heights)
            page.Fill(100, y, 1400, y + 4, 0);
        return page;
    }

    private static List<ImageRuling> Upright(Drawing page) => [.. new InkToRulings(Options).Find(page.ToImage(), [], Dpi).Where(rule => !rule.IsHorizontal)];
}
