using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Ingest.Tests.Reading.Images;

/// <summary>PNG and JPEG files as programs write them, with what the encoder does not write put in by hand.</summary>
internal static class ImageFile
{
    // 16 × 8 pixels by ImageMagick: CMYK with Adobe's inverted inks, the left half black.
    private const string CmykJpeg =
        "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/9sAQwEDBAQFBAUJBQUJFA0LDRQUFBQUFB"
        + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU/8AAFAgACAAQBAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAkACv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/"
        + "xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwAqgFUgaqH/2Q==";

    // 64 × 32 pixels by ImageMagick: grey of 16 bits, the usual square black, no resolution.
    private const string DeepPng =
        "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAgEAAAAADXZv0bAAAAO0lEQVRYw+3VsQkAMAhFwZj9dzYj/CIIFvdqkcPGOqHuNPHXnV0PAAAAAAAAkKvpf7/+AgAAAAAAAAAP+NUEO+zfyPoAAAAASUVORK"
        + "5CYII=";

    public static byte[] Cmyk => Convert.FromBase64String(CmykJpeg);

    public static byte[] Deep => Convert.FromBase64String(DeepPng);

    /// <summary>White with a black square in the top left quarter of its shorter side; red where wanted.</summary>
    public static SKBitmap Marked(int width, int height, SKColorType kind = SKColorType.Gray8, bool isRed = false)
    {
        var bitmap = new SKBitmap(width, height, kind, kind == SKColorType.Gray8 ? SKAlphaType.Opaque : SKAlphaType.Unpremul);
        bitmap.Erase(SKColors.White);
        var side = Math.Min(width, height) / 2;
        bitmap.Erase(isRed ? SKColors.Red : SKColors.Black, new SKRectI(0, 0, side, side));
        return bitmap;
    }

    /// <summary>A PNG; its resolution in dots per metre where it states one.</summary>
    public static byte[] Png(SKBitmap bitmap, uint? perMetre = null)
    {
        var bytes = Encoded(bitmap, SKEncodedImageFormat.Png);
        if (perMetre is not { } resolution)
            return bytes;
        var chunk = new byte[21];
        chunk[3] = 9;
        "pHYs"u8.CopyTo(chunk.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8), resolution);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(12), resolution);
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(17), Crc(chunk.AsSpan(4, 13)));
        return [.. bytes[..HeaderEnd], .. chunk, .. bytes[HeaderEnd..]];
    }

    /// <summary>A JPEG; its resolution in dots per inch and its EXIF orientation where it states them.</summary>
    public static byte[] Jpeg(SKBitmap bitmap, ushort? dpi = null, byte? orientation = null)
    {
        var bytes = Encoded(bitmap, SKEncodedImageFormat.Jpeg);
        if (dpi is { } resolution)
        {
            bytes[13] = 1;
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(14), resolution);
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(16), resolution);
        }

        return orientation is { } turned ? [.. bytes[..JfifEnd], .. Exif(turned), .. bytes[JfifEnd..]] : bytes;
    }

    private static int HeaderEnd => 33;

    private static int JfifEnd => 20;

    private static byte[] Encoded(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    private static byte[] Exif(byte orientation)
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        byte[] content = [.. Encoding.ASCII.GetBytes("Exif\0\0"), .. tiff];
        return [0xFF, 0xE1, 0, (byte)(content.Length + 2), .. content];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 1 ? 0xEDB88320 : 0);
        }

        return ~crc;
    }
}
