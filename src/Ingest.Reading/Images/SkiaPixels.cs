using Ingest.Reading.Imaging;
using SkiaSharp;

namespace Ingest.Reading.Images;

/// <summary>PNG and JPEG → pixels, by Skia. Colours of other kinds (palettes, CMYK, 16 bits) are made red, green and blue by it.</summary>
internal static class SkiaPixels
{
    private const int Channels = 4;

    /// <summary>The pixels as they are stored.</summary>
    /// <exception cref="InvalidDataException">They are damaged or coded in an unknown way.</exception>
    public static PagePicture Decode(ReadOnlyMemory<byte> bytes, ImageFrame frame, int factor)
    {
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data) ?? throw new InvalidDataException(ImageProblem.UnknownPixels.English);
        if (codec.Info.Width != frame.Width || codec.Info.Height != frame.Height)
            throw new InvalidDataException(ImageProblem.Damaged.English);
        var isGrey = codec.Info.ColorType == SKColorType.Gray8;
        var info = new SKImageInfo(
            codec.Info.Width, codec.Info.Height, isGrey ? SKColorType.Gray8 : SKColorType.Rgba8888, codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(info, SKBitmapAllocFlags.ZeroPixels))
            throw new InvalidDataException("memory");
        var result = codec.GetPixels(info, bitmap.GetPixels());
        var isPart = result is SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput;
        if (result != SKCodecResult.Success && !(isPart && frame.IsCut))
            throw new InvalidDataException(result.ToString());
        var pixels = bitmap.GetPixelSpan();
        return isGrey ? OfGrey(pixels, bitmap, factor, isPart) : OfColours(pixels, bitmap, factor, isPart);
    }

    private static PagePicture OfGrey(ReadOnlySpan<byte> pixels, SKBitmap bitmap, int factor, bool isPart)
    {
        var picture = new RowsToPicture(bitmap.Width, bitmap.Height, 1, factor);
        var there = isPart ? RowsThere(pixels, bitmap.RowBytes, bitmap.Height) : bitmap.Height;
        var white = White(bitmap.Width);
        for (var y = 0; y < bitmap.Height; y++)
            picture.Add(y < there ? pixels.Slice(y * bitmap.RowBytes, bitmap.Width) : white);
        return picture.ToPicture();
    }

    private static PagePicture OfColours(ReadOnlySpan<byte> pixels, SKBitmap bitmap, int factor, bool isPart)
    {
        var picture = new RowsToPicture(bitmap.Width, bitmap.Height, 3, factor);
        var there = isPart ? RowsThere(pixels, bitmap.RowBytes, bitmap.Height) : bitmap.Height;
        var row = White(bitmap.Width * 3);
        for (var y = 0; y < bitmap.Height; y++)
        {
            if (y < there)
                OnWhite(pixels.Slice(y * bitmap.RowBytes, bitmap.Width * Channels), row);
            else
                Array.Fill(row, byte.MaxValue);
            picture.Add(row);
        }

        return picture.ToPicture();
    }

    private static byte[] White(int length)
    {
        var white = new byte[length];
        Array.Fill(white, byte.MaxValue);
        return white;
    }

    // What lies behind the end of a file that was cut short is black, or nothing at all: it is paper.
    private static int RowsThere(ReadOnlySpan<byte> pixels, int rowBytes, int height)
    {
        ReadOnlySpan<byte> black = [0, 0, 0, byte.MaxValue];
        var rows = height;
        while (rows > 0 && IsEmpty(pixels.Slice((rows - 1) * rowBytes, rowBytes), black))
            rows--;
        return rows;
    }

    private static bool IsEmpty(ReadOnlySpan<byte> row, ReadOnlySpan<byte> black)
    {
        if (row.IndexOfAnyExcept((byte)0) < 0)
            return true;
        for (var i = 0; i + black.Length <= row.Length; i += black.Length)
        {
            if (!row.Slice(i, black.Length).SequenceEqual(black))
                return false;
        }

        return row.Length % black.Length == 0;
    }

    // What can be seen through lies on white paper.
    private static void OnWhite(ReadOnlySpan<byte> colours, Span<byte> target)
    {
        for (int from = 0, to = 0; from < colours.Length; from += Channels)
        {
            var opacity = colours[from + 3];
            for (var channel = 0; channel < 3; channel++)
                target[to++] = (byte)(opacity == byte.MaxValue ? colours[from + channel] : byte.MaxValue - ((byte.MaxValue - colours[from + channel]) * opacity / byte.MaxValue));
        }
    }
}
