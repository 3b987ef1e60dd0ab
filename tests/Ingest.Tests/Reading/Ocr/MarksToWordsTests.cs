using Ingest.Model.Pages;
using Ingest.Reading.Imaging;
using Ingest.Reading.Ocr;
using Xunit;

namespace Ingest.Tests.Reading.Ocr;

/// <summary>List marks and lone dashes by their shape, on pages drawn pixel by pixel.</summary>
public sealed class MarksToWordsTests
{
    private const double Size = 10;

    private static readonly PixelBox Cell = new(0, 0, 200, 60);

    [Theory]
    [InlineData(150)]
    [InlineData(300)]
    [InlineData(600)]
    public void A_stroke_that_is_all_the_ink_of_a_cell_is_a_dash(double dpi) => Assert.NotNull(Dash(dpi));

    [Theory]
    [InlineData(300, 1)]
    [InlineData(600, 2)]
    public void A_speck_beside_it_does_not_count(double dpi, int side) => Assert.NotNull(Dash(dpi, side));

    // A full stop of six points has 0.3 square points: five pixels at 300 dots per inch.
    [Theory]
    [InlineData(150, 1)]
    [InlineData(300, 3)]
    [InlineData(600, 5)]
    public void A_full_stop_beside_it_does(double dpi, int side) => Assert.Null(Dash(dpi, side));

    // A dash of three points by half a point, and a square spot away from it.
    private static PlacedLine? Dash(double dpi, int spot = 0)
    {
        var scale = dpi / 72;
        var pixels = new byte[Cell.Width * Cell.Height];
        Array.Fill(pixels, GreyImage.White);
        Ink(new PixelBox(20, 30, 20 + (int)(3 * scale), 30 + (int)Math.Max(1, scale / 2)));
        Ink(new PixelBox(150, 40, 150 + spot, 40 + spot));
        var page = new PreparedPage(new GreyImage(Cell.Width, Cell.Height, pixels), 128, dpi, [], [], new PageTurn(0, 0, new PageSize(Cell.Width / scale, Cell.Height / scale)));
        return new MarksToWords(page, new OcrOptions()).LoneDash(Cell, Size);

        void Ink(PixelBox box)
        {
            for (var y = box.Top; y < box.Bottom; y++)
                Array.Fill(pixels, (byte)0, (y * Cell.Width) + box.Left, box.Width);
        }
    }
}
