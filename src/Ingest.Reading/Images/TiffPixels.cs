using BitMiracle.LibTiff.Classic;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Images;

/// <summary>
/// TIFF → pixels, by LibTiff: strips and tiles, bilevel (CCITT groups 3 and 4), grey, palette, RGB, CMYK and YCbCr, packed by LZW,
/// Deflate, PackBits or JPEG.
/// </summary>
internal static class TiffPixels
{
    // The library writes what it meets to the console until it is given another place; there is one for the whole process.
    static TiffPixels() => Tiff.SetErrorHandler(new QuietHandler());

    /// <summary>The pixels as they are stored.</summary>
    /// <exception cref="InvalidDataException">They are damaged or coded in an unknown way.</exception>
    public static PagePicture Decode(ReadOnlyMemory<byte> bytes, ImageFrame frame, int factor)
    {
        var source = new TiffSource(bytes);
        using var tiff = Tiff.ClientOpen("image", "r", source, source) ?? throw source.Damage();
        if (!tiff.SetSubDirectory(frame.Offset))
            throw source.Damage();
        var (width, height) = ((int)frame.Width, (int)frame.Height);
        if (tiff.GetField(TiffTag.IMAGEWIDTH)[0].ToInt() != width || tiff.GetField(TiffTag.IMAGELENGTH)[0].ToInt() != height)
            throw new InvalidDataException(ImageProblem.Damaged.English);
        if (!tiff.RGBAImageOK(out var why))
            throw new InvalidDataException(why);
        // Turning is ours, as for the other formats.
        tiff.SetField(TiffTag.ORIENTATION, Orientation.TOPLEFT);
        var raster = new int[checked(width * height)];
        if (!tiff.ReadRGBAImageOriented(width, height, raster, Orientation.TOPLEFT, stopOnError: !frame.IsCut))
            throw source.Damage();
        return ToPicture(raster, width, height, factor);
    }

    private static PagePicture ToPicture(ReadOnlySpan<int> raster, int width, int height, int factor)
    {
        var picture = new RowsToPicture(width, height, 3, factor);
        var row = new byte[3 * width];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                // Colours come multiplied by their opacity: what they lack is white paper.
                var pixel = raster[(y * width) + x];
                var paper = byte.MaxValue - Tiff.GetA(pixel);
                row[3 * x] = (byte)Math.Min(byte.MaxValue, Tiff.GetR(pixel) + paper);
                row[(3 * x) + 1] = (byte)Math.Min(byte.MaxValue, Tiff.GetG(pixel) + paper);
                row[(3 * x) + 2] = (byte)Math.Min(byte.MaxValue, Tiff.GetB(pixel) + paper);
            }

            picture.Add(row);
        }

        return picture.ToPicture();
    }

    /// <summary>The file as the library wants it, with the last thing that it complained of.</summary>
    private sealed class TiffSource(ReadOnlyMemory<byte> bytes) : TiffStream
    {
        private long _at;

        public string? Complaint { get; set; }

        public InvalidDataException Damage() => new(Complaint ?? ImageProblem.Damaged.English);

        public override int Read(object clientData, byte[] buffer, int offset, int count)
        {
            var there = (int)Math.Clamp(bytes.Length - _at, 0, count);
            if (there > 0)
                bytes.Span.Slice((int)_at, there).CopyTo(buffer.AsSpan(offset));
            _at += there;
            return there;
        }

        public override void Write(object clientData, byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(object clientData, long offset, SeekOrigin origin) => _at = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _at + offset,
            _ => bytes.Length + offset,
        };

        public override void Close(object clientData)
        {
        }

        public override long Size(object clientData) => bytes.Length;
    }

    private sealed class QuietHandler : TiffErrorHandler
    {
        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
            if (clientData is TiffSource source)
                source.Complaint = format;
        }

        public override void WarningHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }
    }
}
