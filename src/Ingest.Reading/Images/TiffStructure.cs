using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Ingest.Reading.Images;

/// <summary>The structure of a TIFF, a BigTIFF or the EXIF block of another file: numbers in its byte order, directories of tags.</summary>
/// <param name="Bytes">All bytes, from the byte order on.</param>
/// <param name="IsBigEndian">Whether the highest byte comes first.</param>
/// <param name="IsBig">Whether offsets have eight bytes (BigTIFF).</param>
/// <param name="First">Where the first directory lies.</param>
internal sealed record TiffStructure(ReadOnlyMemory<byte> Bytes, bool IsBigEndian, bool IsBig, long First)
{
    private const int Classic = 42;
    private const int Big = 43;

    // Of each kind of value its bytes; 0 for kinds that there are not.
    private static readonly ImmutableArray<byte> Sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

    /// <summary>The structure of bytes; null where they have none.</summary>
    public static TiffStructure? Of(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 8 || !(bytes.Span.StartsWith("II"u8) || bytes.Span.StartsWith("MM"u8)))
            return null;
        var start = new TiffStructure(bytes, bytes.Span[0] == 'M', false, 0);
        return start.Number(2, 2) switch
        {
            Classic => start with { First = start.Number(4, 4) ?? 0 },
            Big => start with { IsBig = true, First = start.Number(8, 8) ?? 0 },
            _ => null,
        };
    }

    /// <summary>Where the directories lie that are chained to one another.</summary>
    /// <param name="most">The most of them.</param>
    public TiffChain Chain(int most)
    {
        var offsets = ImmutableArray.CreateBuilder<long>();
        var seen = new HashSet<long>();
        for (var offset = First; offset != 0;)
        {
            if (offsets.Count == most)
                return new TiffChain(offsets.ToImmutable(), TiffChainEnd.TooLong);
            if (!seen.Add(offset) || EntriesAt(offset) is not { } entries)
                return new TiffChain(offsets.ToImmutable(), TiffChainEnd.Broken);
            offsets.Add(offset);
            if (Number(entries.From + (entries.Count * EntrySize), IsBig ? 8 : 4) is not { } next)
                return new TiffChain(offsets.ToImmutable(), TiffChainEnd.Broken);
            offset = next;
        }

        return new TiffChain(offsets.ToImmutable(), TiffChainEnd.Whole);
    }

    /// <summary>The directory at a place; null where there is none.</summary>
    public TiffDirectory? DirectoryAt(long offset)
    {
        if (EntriesAt(offset) is not { } entries)
            return null;
        var values = new Dictionary<int, TiffValues>();
        for (var i = 0; i < entries.Count; i++)
        {
            var at = entries.From + (i * EntrySize);
            if (Number(at, 2) is { } tag && Number(at + 2, 2) is { } kind && Number(at + 4, IsBig ? 8 : 4) is { } count)
                values.TryAdd((int)tag, ValuesOf(at + (IsBig ? 12 : 8), (int)kind, count));
        }

        return new TiffDirectory(this, values.ToImmutableDictionary());
    }

    /// <summary>The whole number of some bytes; null beyond the end, or where it is no offset.</summary>
    public long? Number(long at, int size)
    {
        if (at < 0 || at > Bytes.Length - size)
            return null;
        var span = Bytes.Span.Slice((int)at, size);
        long value = size switch
        {
            1 => span[0],
            2 => IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(span) : BinaryPrimitives.ReadUInt16LittleEndian(span),
            4 => IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(span) : BinaryPrimitives.ReadUInt32LittleEndian(span),
            _ => IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(span) : BinaryPrimitives.ReadInt64LittleEndian(span),
        };
        return value < 0 ? null : value;
    }

    private int EntrySize => IsBig ? 20 : 12;

    private (long From, long Count)? EntriesAt(long offset)
    {
        var head = IsBig ? 8 : 2;
        return Number(offset, head) is { } count && count > 0 && count <= (Bytes.Length - offset - head) / EntrySize ? (offset + head, count) : null;
    }

    // Values stand in the entry where they have room, else at the place that it tells.
    private TiffValues ValuesOf(long place, int kind, long count)
    {
        var size = kind < Sizes.Length ? Sizes[kind] : 0;
        if (size == 0 || count > Bytes.Length / size)
            return new TiffValues(kind, size, 0, count, IsThere: false);
        var from = count * size <= (IsBig ? 8 : 4) ? place : Number(place, IsBig ? 8 : 4) ?? long.MaxValue;
        return new TiffValues(kind, size, from, count, IsThere: from <= Bytes.Length - (count * size));
    }
}

/// <summary>How a chain of directories ends.</summary>
internal enum TiffChainEnd
{
    /// <summary>As it should.</summary>
    Whole,

    /// <summary>At a directory that is not there, or was before.</summary>
    Broken,

    /// <summary>There are more than are wanted.</summary>
    TooLong,
}

/// <summary>Directories chained to one another.</summary>
/// <param name="Offsets">Where they lie.</param>
/// <param name="End">How the chain ends.</param>
internal sealed record TiffChain(ImmutableArray<long> Offsets, TiffChainEnd End);

/// <summary>The values of a tag.</summary>
/// <param name="Kind">Kind of value by its number in the format.</param>
/// <param name="Size">Bytes of one.</param>
/// <param name="From">Where the first lies.</param>
/// <param name="Count">How many there are.</param>
/// <param name="IsThere">Whether all lie within the file.</param>
internal readonly record struct TiffValues(int Kind, int Size, long From, long Count, bool IsThere);

/// <summary>A directory of tags.</summary>
internal sealed class TiffDirectory(TiffStructure structure, ImmutableDictionary<int, TiffValues> values)
{
    private const int Rational = 5;

    /// <summary>Whether a tag claims more values than the file has bytes.</summary>
    public bool IsAbsurd => values.Values.Any(value => !value.IsThere && value.Size > 0 && value.Count > structure.Bytes.Length / value.Size);

    /// <summary>Whether values lie beyond the end of the file.</summary>
    public bool IsCut => values.Values.Any(value => !value.IsThere && value.Size > 0);

    /// <summary>The whole numbers of a tag; none where it is not there.</summary>
    public IEnumerable<long> Wholes(int tag)
    {
        if (!values.TryGetValue(tag, out var found) || !found.IsThere || found.Kind == Rational)
            yield break;
        for (var i = 0L; i < found.Count; i++)
        {
            if (structure.Number(found.From + (i * found.Size), found.Size) is { } number)
                yield return number;
        }
    }

    /// <summary>The first whole number of a tag; null where it is not there.</summary>
    public long? Whole(int tag)
    {
        foreach (var number in Wholes(tag))
            return number;
        return null;
    }

    /// <summary>The first number of a tag, whole or a fraction; null where it is not there.</summary>
    public double? Real(int tag)
    {
        if (!values.TryGetValue(tag, out var found) || !found.IsThere || found.Kind != Rational)
            return Whole(tag);
        return structure.Number(found.From, 4) is { } top && structure.Number(found.From + 4, 4) is { } bottom and > 0 ? (double)top / bottom : null;
    }
}
