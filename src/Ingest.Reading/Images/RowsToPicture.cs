using Ingest.Reading.Imaging;

namespace Ingest.Reading.Images;

/// <summary>
/// Rows of pixels as a decoder gives them → a picture. Squares of pixels become one where the source has more of them than are
/// wanted, so that the whole is never there twice.
/// </summary>
internal sealed class RowsToPicture
{
    private readonly int _sourceWidth;
    private readonly int _channels;
    private readonly int _factor;
    private readonly int _width;
    private readonly int _height;
    private readonly byte[] _pixels;
    private readonly int[] _sums;
    private int _row;
    private int _rowsSummed;

    /// <summary>A picture to be filled from its top.</summary>
    /// <param name="width">Pixels of a row that comes.</param>
    /// <param name="height">Rows that come.</param>
    /// <param name="channels">Bytes of a pixel: 1 for grey, 3 for red, green and blue.</param>
    /// <param name="factor">Side of the squares that become one pixel.</param>
    public RowsToPicture(int width, int height, int channels, int factor)
    {
        (_sourceWidth, _channels, _factor) = (width, channels, factor);
        (_width, _height) = ((width + factor - 1) / factor, (height + factor - 1) / factor);
        _pixels = new byte[checked(_width * _height * channels)];
        _sums = new int[_width * channels];
    }

    /// <summary>The next row.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        if (_factor == 1)
        {
            row.CopyTo(_pixels.AsSpan(_row++ * row.Length));
            return;
        }

        for (var x = 0; x < _sourceWidth; x++)
        {
            for (var channel = 0; channel < _channels; channel++)
                _sums[(x / _factor * _channels) + channel] += row[(x * _channels) + channel];
        }

        if (++_rowsSummed == _factor)
            EndRow();
    }

    /// <summary>The picture, once all rows have come; its resolution is left at 0.</summary>
    public PagePicture ToPicture()
    {
        if (_rowsSummed > 0)
            EndRow();
        return _channels == 1
            ? new PagePicture(new GreyImage(_width, _height, _pixels), null, 0)
            : PagePicture.OfColours(_width, _height, _pixels, 0);
    }

    private void EndRow()
    {
        var target = _pixels.AsSpan(_row * _sums.Length, _sums.Length);
        for (var x = 0; x < _width; x++)
        {
            // The last column and the last row may be made of fewer pixels.
            var count = _rowsSummed * Math.Min(_factor, _sourceWidth - (x * _factor));
            for (var channel = 0; channel < _channels; channel++)
                target[(x * _channels) + channel] = (byte)(_sums[(x * _channels) + channel] / count);
        }

        Array.Clear(_sums);
        _rowsSummed = 0;
        _row++;
    }
}
