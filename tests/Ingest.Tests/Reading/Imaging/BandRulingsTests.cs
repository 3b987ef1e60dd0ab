using Ingest.Reading.Imaging;
using Xunit;

namespace Ingest.Tests.Reading.Imaging;

/// <summary>Rules below a dark band that are lost in it, at 300 dots per inch.</summary>
public sealed class BandRulingsTests
{
    private const double PerPoint = 300 / 72.0;

    private static readonly ImageFill Band = new(new PixelBox(100, 100, 1100, 220), 110, IsDark: true);

    [Fact]
    public void Where_most_rules_enter_a_band_all_cross_it() => Assert.Equal([100, 100, 100], Tops(Page(), 150, 150, 222));

    [Fact]
    public void A_band_that_no_rule_enters_is_one_cell() => Assert.Equal([222, 222, 222], Tops(Page(), 222, 222, 222));

    [Fact]
    public void A_rule_whose_line_has_letters_on_it_stays_below()
    {
        var page = Page();
        page.Fill(580, 140, 640, 180, 250);

        Assert.Equal([100, 222, 100], Tops(page, 150, 222, 150));
    }

    private static Drawing Page()
    {
        var page = new Drawing(1200, 800);
        page.Fill(100, 100, 1100, 220, 110);
        return page;
    }

    private static IEnumerable<int> Tops(Drawing page, params int[] tops) =>
        new BandRulings(new OcrImageOptions()).Cross(page.ToImage(), [.. tops.Select((top, index) => new ImageRuling(false, false, new PixelBox(348 + (250 * index), top, 352 + (250 * index), 700), []))], [Band], PerPoint)
            .Select(rule => rule.Box.Top);
}
