using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Ocr;

/// <summary>The picture of a page → the page made ready to be read.</summary>
internal sealed class PictureToPage(OcrImageOptions options)
{
    // Below this share of the resolution of text, pixels are worth making.
    private const double WorthEnlarging = 0.94;

    /// <summary>Prepares a page.</summary>
    /// <param name="picture">The page as shown.</param>
    /// <param name="quarters">Quarters, clockwise, by which it has to be turned to stand upright.</param>
    public PreparedPage Prepare(PagePicture picture, int quarters)
    {
        var shown = new PageSize(picture.Grey.Width * 72 / picture.Dpi, picture.Grey.Height * 72 / picture.Dpi);
        var stamped = new PaperToWhite(options).Convert(picture.Grey, picture.Dpi);
        var (asShown, stamps) = new ColourStamps(options).Remove(stamped, picture.Chroma, picture.Dpi);
        var paper = asShown.Turn(quarters);
        var degrees = new SkewEstimate(options).Find(paper, Threshold.Otsu(paper));
        var scale = picture.Dpi < WorthEnlarging * options.TextDpi ? options.TextDpi / picture.Dpi : 1;
        var dpi = picture.Dpi * scale;
        var straight = Straightening.Turn(paper, degrees, scale);
        var threshold = Threshold.Otsu(straight);
        var fills = new GroundToFills(options).Find(straight, dpi);
        // Rules may have a colour too: they go with a stamp that lies over them.
        var ruled = stamps.Count > 0 ? Straightening.Turn(stamped.Turn(quarters), degrees, scale) : straight;
        var lines = new InkToRulings(options).Find(ruled, fills, dpi);
        var (rulings, frames) = new StampFrames(options).Part(lines, dpi / 72);
        // The sides of a stamp's frame are no rules, but go as rules do.
        straight = frames.Count > 0 ? RulingEraser.Erase(straight, threshold, [.. lines.Except(rulings)]) : straight;
        IReadOnlyList<PixelBox> marks = [.. frames, .. new InkToMarks(options).Find(RulingEraser.Erase(straight, threshold, rulings), threshold, dpi)];
        rulings = new BandRulings(options).Cross(straight, new ProlongedRulings(options).Prolong(straight, rulings, marks, dpi / 72), fills, dpi / 72);
        fills = new FillsToRulings(options).Reach(straight, fills, rulings, dpi / 72);
        var clean = new DirtEraser(options).Erase(RulingEraser.Erase(straight, threshold, rulings), threshold, dpi);
        var turn = new PageTurn(quarters, degrees, shown);
        var page = new PreparedPage(clean, threshold, dpi, rulings, fills, turn);
        double ToPoints(int pixels) => pixels * 72 / picture.Dpi;
        return page with
        {
            Marks =
            [
                .. stamps.Select(stamp => new PageMark(turn.ToUpright(new Box(ToPoints(stamp.Left), ToPoints(stamp.Top), ToPoints(stamp.Right), ToPoints(stamp.Bottom))), IsRemoved: true)),
                .. marks.Select(mark => new PageMark(page.ToPoints(mark), IsRemoved: false)),
            ],
        };
    }
}
