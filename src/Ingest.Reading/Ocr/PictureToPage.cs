using Ingest.Model.Pages;
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
        var paper = new PaperToWhite(options).Convert(picture.Grey.Turn(quarters), picture.Dpi);
        var degrees = new SkewEstimate(options).Find(paper, Threshold.Otsu(paper));
        var scale = picture.Dpi < WorthEnlarging * options.TextDpi ? options.TextDpi / picture.Dpi : 1;
        var dpi = picture.Dpi * scale;
        var straight = Straightening.Turn(paper, degrees, scale);
        var threshold = Threshold.Otsu(straight);
        var rulings = new InkToRulings(options).Find(straight, threshold, dpi);
        var clean = RulingEraser.Erase(straight, threshold, rulings);
        return new PreparedPage(clean, threshold, dpi, rulings, new PageTurn(quarters, degrees, shown));
    }
}
