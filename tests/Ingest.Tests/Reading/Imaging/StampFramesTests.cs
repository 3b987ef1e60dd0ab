using Ingest.Reading.Imaging;
using Xunit;

namespace Ingest.Tests.Reading.Imaging;

/// <summary>Frames of stamps among the rules of a table, at four pixels per point.</summary>
public sealed class StampFramesTests
{
    private const double PerPoint = 4;

    private static readonly ImageRuling[] Table =
    [
        Across(0, 2000, 400), Across(0, 2000, 600), Across(0, 2000, 800), Down(0, 400, 800), Down(1000, 400, 800), Down(2000, 400, 800),
    ];

    [Fact]
    public void A_frame_that_rules_run_through_is_a_stamp()
    {
        ImageRuling[] frame = [Across(300, 900, 300), Across(300, 900, 520), Down(300, 300, 520), Down(900, 300, 520)];

        var (rulings, frames) = new StampFrames(new OcrImageOptions()).Part([.. Table, .. frame], PerPoint);

        Assert.Equal(Table, rulings);
        Assert.Equal(new PixelBox(298, 298, 902, 522), Assert.Single(frames));
    }

    [Fact]
    public void So_is_one_whose_fourth_side_is_lost_in_a_rule()
    {
        ImageRuling[] frame = [Across(300, 900, 300), Down(300, 300, 590), Down(900, 300, 590)];

        var (rulings, frames) = new StampFrames(new OcrImageOptions()).Part([.. Table, .. frame], PerPoint);

        Assert.Equal(Table, rulings);
        Assert.Single(frames);
    }

    [Fact]
    public void A_table_whose_rules_a_stamp_runs_through_keeps_them()
    {
        ImageRuling[] recap = [Across(0, 780, 0), Across(0, 780, 72), Across(0, 780, 144), Across(0, 780, 216), Across(0, 780, 288), Down(0, 0, 288), Down(780, 0, 288)];
        ImageRuling[] frame = [Across(600, 900, 100), Across(600, 900, 340), Down(600, 100, 340), Down(900, 100, 340)];

        var (rulings, _) = new StampFrames(new OcrImageOptions()).Part([.. recap, .. frame], PerPoint);

        Assert.Equal(recap, rulings);
    }

    [Fact]
    public void A_box_beside_a_table_is_none()
    {
        ImageRuling[] box = [Across(300, 900, 100), Across(300, 900, 300), Down(300, 100, 300), Down(900, 100, 300)];

        var (rulings, frames) = new StampFrames(new OcrImageOptions()).Part([.. Table, .. box], PerPoint);

        Assert.Equal([.. Table, .. box], rulings);
        Assert.Empty(frames);
    }

    [Fact]
    public void Cells_of_a_table_are_none()
    {
        var (rulings, frames) = new StampFrames(new OcrImageOptions()).Part(Table, PerPoint);

        Assert.Equal(Table, rulings);
        Assert.Empty(frames);
    }

    private static ImageRuling Across(int from, int to, int at) => new(true, false, new PixelBox(from, at - 2, to, at + 2), []);

    private static ImageRuling Down(int at, int from, int to) => new(false, false, new PixelBox(at - 2, from, at + 2, to), []);
}
