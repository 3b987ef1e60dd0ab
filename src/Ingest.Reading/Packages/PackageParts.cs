using System.IO.Compression;

namespace Ingest.Reading.Packages;

/// <summary>
/// What the table of contents of a package says of the size of its parts, held against the limits before a part is opened. The framework
/// unpacks no part to more than the size that stands there, so that the table can be believed.
/// </summary>
internal sealed class PackageParts
{
    // Small parts may shrink by any measure: empty pages, runs of spaces.
    private const int Unmeasured = 1_000_000;
    private const long Megabyte = 1_000_000;

    private readonly Dictionary<string, (long Packed, long Unpacked)> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadingLimits _limits;
    private long _unpacked;

    private PackageParts(ReadingLimits limits) => _limits = limits;

    /// <summary>The parts of a package; none where its table of contents cannot be read.</summary>
    /// <param name="bytes">The package.</param>
    /// <param name="format">Name of the format, for what is told of it.</param>
    /// <param name="limits">The limits.</param>
    /// <exception cref="ArchiveLimitException">It has too many entries.</exception>
    public static PackageParts Of(ReadOnlyMemory<byte> bytes, string format, ReadingLimits limits)
    {
        var parts = new PackageParts(limits);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            if (archive.Entries.Count > limits.ArchiveEntries)
                throw ArchiveLimitException.Entries(format, archive.Entries.Count, limits.ArchiveEntries);
            foreach (var entry in archive.Entries)
            {
                var name = entry.FullName.TrimStart('/');
                var known = parts._entries.GetValueOrDefault(name);
                parts._entries[name] = (Math.Min(known.Packed == 0 ? long.MaxValue : known.Packed, entry.CompressedLength), Math.Max(known.Unpacked, entry.Length));
            }
        }
        catch (InvalidDataException)
        {
            // Who opens the package tells of it.
        }

        return parts;
    }

    /// <summary>A part is about to be opened.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="megabytes">The most that it may unpack to, where it is read as a whole; null where it is read piece by piece.</param>
    /// <exception cref="ArchiveLimitException">It is too large, or all that were opened are.</exception>
    public void Take(string name, int? megabytes = null)
    {
        name = name.TrimStart('/');
        if (!_entries.TryGetValue(name, out var entry))
            return;
        if (megabytes is not null && entry.Unpacked > Unmeasured && entry.Unpacked > _limits.ArchiveRatio * Math.Max(1, entry.Packed))
            throw ArchiveLimitException.Ratio(name, _limits.ArchiveRatio);
        if (megabytes is { } most && entry.Unpacked > most * Megabyte)
            throw ArchiveLimitException.Size(name, most);
        if (_taken.Add(name))
            _unpacked += entry.Unpacked;
        if (_unpacked > _limits.DocumentMegabytes * Megabyte)
            throw ArchiveLimitException.Size(name, _limits.DocumentMegabytes);
    }

    /// <summary>Whether all of it can be unpacked at once.</summary>
    public bool IsBearable => _entries.Values.Sum(entry => Math.Min(entry.Unpacked, uint.MaxValue)) <= _limits.DocumentMegabytes * Megabyte;
}
