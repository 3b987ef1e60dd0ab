using System.IO.Compression;

namespace Ingest.Reading.Odf;

/// <summary>
/// Unpacks an entry of an archive as far as it stays within limits: what the archive says of its size is not believed, and a
/// file made for it would fill the memory.
/// </summary>
internal static class BoundedEntry
{
    // Small parts may shrink by any measure: empty pages, runs of spaces.
    private const int Unmeasured = 1 << 20;
    private const int Step = 1 << 16;

    /// <summary>The bytes of the entry.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or larger than allowed.</exception>
    public static MemoryStream Open(ZipArchiveEntry entry, OdfOptions options)
    {
        using var packed = entry.Open();
        var unpacked = new MemoryStream();
        var buffer = new byte[Step];
        for (int count; (count = packed.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, count);
            if (unpacked.Length > options.LargestPart)
                throw new InvalidDataException($"{entry.FullName}: > {options.LargestPart} octets");
            if (unpacked.Length > Unmeasured && unpacked.Length > options.LargestRatio * Math.Max(1, entry.CompressedLength))
                throw new InvalidDataException($"{entry.FullName}: ratio > {options.LargestRatio}");
        }

        unpacked.Position = 0;
        return unpacked;
    }
}
