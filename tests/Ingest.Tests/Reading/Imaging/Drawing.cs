using Ingest.Reading.Imaging;

namespace Ingest.Tests.Reading.Imaging;

/// <summary>An image to draw on.</summary>
internal sealed class Drawing
{
    private readonly int _width;
    private readonly byte[] _pixels;

    public Drawing(int width, int height, byte ground = GreyImage.White)
    {
        _width = width;
        _pixels = new byte[width * height];
        Array.Fill(_pixels, ground);
    }

    public void Fill(int left, int top, int right, int bottom, byte value)
    {
        for (var y = top; y < bottom; y++)
            Array.Fill(_pixels, value, (y * _width) + left, right - left);
    }

    // Strokes as those of small letters of ten points: x-height of 21 pixels, now and then an ascender, gaps between words.
    public void Text(int left, int top, int width)
    {
        for (var x = left; x + 12 < left + width; x += 14)
        {
            if ((x - left) / 14 % 7 == 6)
                continue;
            Fill(x, (x - left) / 14 % 3 == 0 ? top : top + 10, x + 4, top + 31, 0);
            Fill(x, top + 27, x + 9, top + 31, 0);
        }
    }

    public GreyImage ToImage() => new(_width, _pixels.Length / _width, _pixels);
}
