using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>Image files whose headers lie.</summary>
internal static class HostileImages
{
    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("png-giant", () => Png(2_000_000_000, 2_000_000_000, 10)) { Tells = "source.unreadable-page" },
        new("png-zero", () => Png(0, 0, 10)),
        new("png-short-of-data", () => Png(5000, 5000, 10)),
        new("png-bomb", () => Png(9000, 9000, 9001 * 9000)),
        new("png-negative", () => Png(uint.MaxValue, 1, 10)),
        new("png-header-only", () => Png(100, 100, 0)[..33]),
        new("png-chunk-endless", () => [.. Png(100, 100, 0)[..33], 0x7F, 0xFF, 0xFF, 0xFF, .. "tEXt"u8]),
        new("jpeg-giant", () => Jpeg(65_535, 65_535)) { Tells = "source.unreadable" },
        new("jpeg-scans-many", () => JpegScans(50_000)),
        new("jpeg-exif-in-a-circle", () => JpegExif()),
        new("jpeg-cut", () => Jpeg(100, 100)[..12]),
        new("jpeg-segments-empty", () => [0xFF, 0xD8, .. Enumerable.Repeat((byte[])[0xFF, 0xE0, 0, 0], 1000).SelectMany(x => x)]),
        new("tiff-directories-in-a-circle", () => Tiff(8, (256, 4, 1, 100), (257, 4, 1, 100))),
        new("tiff-giant", () => Tiff(0, (256, 4, 1, 2_000_000_000), (257, 4, 1, 2_000_000_000), (258, 3, 1, 8), (259, 3, 1, 1), (273, 4, 1, 8), (279, 4, 1, 4))) { Tells = "source.unreadable-page" },
        new("tiff-strips-billions", () => Tiff(0, (256, 4, 1, 100), (257, 4, 1, 100), (273, 4, 2_000_000_000, 8), (279, 4, 2_000_000_000, 8), (278, 4, 1, 0))),
        new("tiff-tiles-tiny", () => Tiff(0, (256, 4, 1, 10_000), (257, 4, 1, 10_000), (322, 4, 1, 0), (323, 4, 1, 0), (324, 4, 1, 8), (325, 4, 1, 8))),
        new("tiff-directories-many", () => TiffDirectories(60_000)),
        new("tiff-entries-lie", () => [.. "II*\0"u8, 8, 0, 0, 0, 0xFF, 0xFF, 1, 2, 3]),
        new("tiff-header-only", () => [.. "MM\0*"u8]),
    ];

    private static byte[] Png(uint width, uint height, int data)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", Flate(new byte[data])), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. data];
        var length = new byte[4];
        var sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        return [.. length, .. body, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320u);
        }

        return ~sum;
    }

    private static byte[] Jpeg(int width, int height) =>
    [
        0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0, 0xFF, 0xD9,
    ];

    // A picture that is refined by the same scan without end.
    private static byte[] JpegScans(int count) =>
    [
        .. Jpeg(8000, 8000)[..^2], .. Enumerable.Repeat((byte[])[0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x55], count).SelectMany(scan => scan), 0xFF, 0xD9,
    ];

    private static byte[] JpegExif()
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Tiff(8, (0x8769, 4, 1, 8), (0x0112, 3, 2_000_000_000, 8))];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. Jpeg(100, 100)[2..]];
    }

    // One directory at offset 8, and where the next one is said to be.
    private static byte[] Tiff(uint next, params (ushort Tag, ushort Type, uint Count, uint Value)[] entries)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("II*\0"u8);
        writer.Write(8u);
        Directory(writer, entries, next);
        return stream.ToArray();
    }

    private static byte[] TiffDirectories(int count)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("II*\0"u8);
        writer.Write(8u);
        for (var i = 1; i <= count; i++)
            Directory(writer, [(256, 4, 1, 10), (257, 4, 1, 10)], i == count ? 0 : (uint)(8 + (i * 30)));
        return stream.ToArray();
    }

    private static void Directory(BinaryWriter writer, (ushort Tag, ushort Type, uint Count, uint Value)[] entries, uint next)
    {
        writer.Write((ushort)entries.Length);
        foreach (var (tag, type, count, value) in entries)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(value);
        }

        writer.Write(next);
    }
}
