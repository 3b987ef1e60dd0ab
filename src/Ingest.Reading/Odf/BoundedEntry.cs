using System.IO.Compression;
using Ingest.Reading.Packages;

namespace Ingest.Reading.Odf;

/// <summary>
/// Unpacks an entry of an archive as far as it stays within limits: what the archive says of its size is not believed, and a
/// file made for it would fill the memory.
/// </summary>
internal static class BoundedEntry
{
    // Small parts may shrink by any measure: empty pages, runs of spaces.
    private const int Unmeasured = 1_000_000;
    private const long Megabyte = 1_000_000;
    private const int Step = 1 << 16;

    /// <summary>The bytes of the entry.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="ArchiveLimitException">It is larger than allowed.</exception>
    public static MemoryStream Open(ZipArchiveEntry entry, OdfOptions options)
    {
        using var packed = entry.Open();
        return Unpack(packed, entry.FullName, entry.CompressedLength, options);
    }

    /// <summary>The bytes of what is packed (deflate) within an entry.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="ArchiveLimitException">It is larger than allowed.</exception>
    public static MemoryStream Inflate(byte[] packed, string name, OdfOptions options)
    {
        using var inflated = new DeflateStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        return Unpack(inflated, name, packed.Length, options);
    }

    private static MemoryStream Unpack(Stream packed, string name, long packedLength, OdfOptions options)
    {
        var unpacked = new MemoryStream();
        var buffer = new byte[Step];
        for (int count; (count = packed.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, count);
            if (unpacked.Length > options.Limits.StreamMegabytes * Megabyte)
                throw ArchiveLimitException.Size(name, options.Limits.StreamMegabytes);
            if (unpacked.Length > Unmeasured && unpacked.Length > options.Limits.ArchiveRatio * Math.Max(1, packedLength))
                throw ArchiveLimitException.Ratio(name, options.Limits.ArchiveRatio);
        }

        unpacked.Position = 0;
        return unpacked;
    }
}
