using System.IO.Compression;
using System.Text;

namespace Ingest.Tests.Hostile;

/// <summary>An archive entry by entry, whose table of contents can be made to lie.</summary>
internal sealed class ZipBytes
{
    private readonly List<byte> _file = [];
    private readonly List<byte[]> _directory = [];

    /// <summary>Adds an entry.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">What it unpacks to.</param>
    public ZipBytes Add(string name, string content) => Add(name, Deflate(Encoding.UTF8.GetBytes(content), 1), content.Length);

    /// <summary>Adds an entry that unpacks to a piece many times.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="start">What stands before.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="times">How often.</param>
    /// <param name="end">What stands behind.</param>
    public ZipBytes AddTimes(string name, string start, string piece, int times, string end) =>
        Add(name, Deflate(Encoding.UTF8.GetBytes(piece), times, Encoding.UTF8.GetBytes(start), Encoding.UTF8.GetBytes(end)), start.Length + (piece.Length * times) + end.Length);

    /// <summary>Adds an entry, packed already.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="packed">Its packed bytes.</param>
    /// <param name="size">The size that it is said to unpack to.</param>
    /// <param name="at">Where it is said to stand; where it stands if left out.</param>
    public ZipBytes Add(string name, byte[] packed, long size, int? at = null)
    {
        var place = at ?? _file.Count;
        if (at is null)
        {
            _file.AddRange(Header(0x04034b50, name, packed.Length, size, null));
            _file.AddRange(packed);
        }

        _directory.Add(Header(0x02014b50, name, packed.Length, size, place));
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        bytes.Write([.. _file]);
        foreach (var entry in _directory)
            bytes.Write(entry);
        using var writer = new BinaryWriter(bytes);
        var length = bytes.Length - _file.Count;
        writer.Write(0x06054b50);
        writer.Write(0);
        writer.Write((ushort)Math.Min(_directory.Count, ushort.MaxValue));
        writer.Write((ushort)Math.Min(_directory.Count, ushort.MaxValue));
        writer.Write((uint)length);
        writer.Write((uint)_file.Count);
        writer.Write((ushort)0);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Bytes as an archive packs them.</summary>
    public static byte[] Deflate(byte[] piece, int times, byte[]? start = null, byte[]? end = null)
    {
        using var packed = new MemoryStream();
        using (var stream = new DeflateStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(start ?? []);
            for (var i = 0; i < times; i++)
                stream.Write(piece);
            stream.Write(end ?? []);
        }

        return packed.ToArray();
    }

    private static byte[] Header(uint signature, string name, int packed, long size, int? place)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var letters = Encoding.UTF8.GetBytes(name);
        writer.Write(signature);
        if (place is not null)
            writer.Write((ushort)20);
        writer.Write((ushort)20);
        writer.Write((ushort)0);
        writer.Write((ushort)8);
        writer.Write(0x58000000);
        writer.Write(0);
        writer.Write(packed);
        writer.Write((uint)size);
        writer.Write((ushort)letters.Length);
        writer.Write((ushort)0);
        if (place is { } at)
        {
            writer.Write(new byte[10]);
            writer.Write(at);
        }

        writer.Write(letters);
        return bytes.ToArray();
    }
}
