using System.Buffers.Binary;
using System.Text;

namespace Ingest.Reading.Protection;

/// <summary>
/// A compound file ([MS-CFB]): what protected packages are wrapped in. Streams are found by name wherever they stand. Chains of
/// sectors are followed no longer than the file has sectors, so that a circle ends.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int HeaderFatSectors = 109;
    private const byte StreamType = 2;
    private const byte RootType = 5;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _sectorLength;
    private readonly int _miniSectorLength;
    private readonly uint _miniLimit;
    private readonly List<uint> _fat = [];
    private readonly byte[] _directory;
    private readonly byte[] _miniFat;

    /// <summary>Opens a compound file.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public CompoundFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        if (bytes.Length < HeaderLength)
            throw new InvalidDataException("compound file: no header");
        var header = bytes.Span;
        var (shift, miniShift) = (BinaryPrimitives.ReadUInt16LittleEndian(header[30..]), BinaryPrimitives.ReadUInt16LittleEndian(header[32..]));
        if (shift is not (9 or 12) || miniShift > shift)
            throw new InvalidDataException($"compound file: sector size 2^{shift}, 2^{miniShift}");
        (_sectorLength, _miniSectorLength) = (1 << shift, 1 << miniShift);
        _miniLimit = Number(header, 56);
        ReadFat(header);
        _directory = Chain(Number(header, 48));
        _miniFat = Number(header, 64) == 0 ? [] : Chain(Number(header, 60));
    }

    /// <summary>A stream by its name; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public byte[]? Stream(string name)
    {
        for (var at = 0; at + EntryLength <= _directory.Length; at += EntryLength)
        {
            var entry = _directory.AsSpan(at, EntryLength);
            if (entry[66] == StreamType && NameOf(entry) == name)
                return Content(entry);
        }

        return null;
    }

    private byte[] Content(ReadOnlySpan<byte> entry)
    {
        var (start, length) = (Number(entry, 116), Number(entry, 120));
        if (length > _bytes.Length)
            throw new InvalidDataException("compound file: a stream is longer than the file");
        var content = length < _miniLimit ? MiniChain(start) : Chain(start);
        return content.Length >= length ? content[..(int)length] : throw new InvalidDataException("compound file: a stream is cut off");
    }

    // Further tables of sectors are listed in sectors of their own, each ending with the next.
    private void ReadFat(ReadOnlySpan<byte> header)
    {
        var sectors = new List<uint>();
        for (var i = 0; i < HeaderFatSectors; i++)
            sectors.Add(Number(header, 76 + (4 * i)));
        var perSector = (_sectorLength / 4) - 1;
        var next = Number(header, 68);
        for (var steps = 0; IsSector(next) && steps <= SectorCount; steps++)
        {
            var sector = Sector(next);
            for (var i = 0; i < perSector; i++)
                sectors.Add(Number(sector, 4 * i));
            next = Number(sector, 4 * perSector);
        }

        foreach (var number in sectors.Where(IsSector).Take(SectorCount))
        {
            var sector = Sector(number);
            for (var i = 0; i < _sectorLength / 4; i++)
                _fat.Add(Number(sector, 4 * i));
        }
    }

    private byte[] Chain(uint start)
    {
        using var content = new MemoryStream();
        var steps = 0;
        for (var sector = start; IsSector(sector); sector = sector < _fat.Count ? _fat[(int)sector] : uint.MaxValue)
        {
            if (steps++ > SectorCount)
                throw new InvalidDataException("compound file: sectors in a circle");
            content.Write(Sector(sector));
        }

        return content.ToArray();
    }

    // Short streams lie in small sectors within the stream of the root entry.
    private byte[] MiniChain(uint start)
    {
        var root = Enumerable.Range(0, _directory.Length / EntryLength).FirstOrDefault(index => _directory[(index * EntryLength) + 66] == RootType) * EntryLength;
        var container = Chain(Number(_directory, root + 116));
        var most = container.Length / _miniSectorLength;
        using var content = new MemoryStream();
        var steps = 0;
        for (var sector = start; sector < most; sector = (4 * sector) + 4 <= _miniFat.Length ? Number(_miniFat, (int)(4 * sector)) : uint.MaxValue)
        {
            if (steps++ > most)
                throw new InvalidDataException("compound file: sectors in a circle");
            content.Write(container, (int)sector * _miniSectorLength, _miniSectorLength);
        }

        return content.ToArray();
    }

    private int SectorCount => _bytes.Length / _sectorLength;

    private bool IsSector(uint number) => number < SectorCount;

    // The header takes the place of one sector; the last sector of a file may be short.
    private ReadOnlySpan<byte> Sector(uint number)
    {
        var from = ((long)number + 1) * _sectorLength;
        if (from >= _bytes.Length)
            throw new InvalidDataException("compound file: cut off");
        var there = _bytes.Span.Slice((int)from, (int)Math.Min(_sectorLength, _bytes.Length - from));
        if (there.Length == _sectorLength)
            return there;
        var whole = new byte[_sectorLength];
        there.CopyTo(whole);
        return whole;
    }

    private static string NameOf(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        return length is < 2 or > 64 ? "" : Encoding.Unicode.GetString(entry[..(length - 2)]);
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
