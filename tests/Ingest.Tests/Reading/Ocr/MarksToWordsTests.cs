using System.Collections.Immutable;
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

    [Theory]
    [InlineData("*_Ouvrir", "• Ouvrir")]
    [InlineData("EÉquiper", "• Équiper")]
    [InlineData("Ouvrir", "• Ouvrir")]
    [InlineData("•-12", "•-12")]
    public void A_blot_that_the_engine_took_for_a_part_of_the_word_behind_it_is_a_list_mark(string read, string expected) =>
        Assert.Equal(expected, string.Join(' ', FirstWords(read, gap: 12).Select(word => word.Text)));

    [Fact]
    public void A_blot_right_at_the_letters_belongs_to_them() => Assert.Equal("*_Ouvrir", Assert.Single(FirstWords("*_Ouvrir", gap: 1)).Text);

    // A round blot at half the height of the letters, a gap, and a block of ink for the letters.
    private static ImmutableArray<RecognisedWord> FirstWords(string read, int gap)
    {
        const int Letters = 40;
        var pixels = new byte[Cell.Width * Cell.Height];
        Array.Fill(pixels, GreyImage.White);
        Ink(new PixelBox(20, 30, 32, 42));
        Ink(new PixelBox(32 + gap, 20, 120, 50));
        var page = new PreparedPage(new GreyImage(Cell.Width, Cell.Height, pixels), 128, 300, [], [], new PageTurn(0, 0, new PageSize(Cell.Width, Cell.Height)));
        var box = new PixelBox(20, 20, 120, 50);
        var line = new PlacedLine(new RecognisedLine([new RecognisedWord(read, box, 0.9)], box, 0, 0, Letters), TextDirection.Horizontal);
        return new MarksToWords(page, new OcrOptions()).Convert([line])[0].Words;

        void Ink(PixelBox area)
        {
            for (var y = area.Top; y < area.Bottom; y++)
                Array.Fill(pixels, (byte)0, (y * Cell.Width) + area.Left, area.Width);
        }
    }

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
