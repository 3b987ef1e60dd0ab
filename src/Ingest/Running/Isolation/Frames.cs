using System.Buffers.Binary;

namespace Ingest.Running.Isolation;

/// <summary>What is sent to a reading process.</summary>
internal enum ReadingRequest : byte
{
    /// <summary>What it works with; first, and once.</summary>
    Setup = 1,

    /// <summary>A file to be read.</summary>
    File,

    /// <summary>A core that it asked for.</summary>
    Core,
}

/// <summary>What a reading process answers.</summary>
internal enum ReadingReply : byte
{
    /// <summary>The format of the file.</summary>
    Format = 1,

    /// <summary>A page.</summary>
    Page,

    /// <summary>It wants a core for a page that is to be recognised.</summary>
    WantsCore,

    /// <summary>It gives one back.</summary>
    GivesCore,

    /// <summary>The file is read.</summary>
    End,

    /// <summary>The memory did not suffice; it ends.</summary>
    OutOfMemory,
}

/// <summary>Messages on a pipe: a kind, a length, that many bytes.</summary>
internal static class Frames
{
    private const int HeadLength = 5;

    /// <summary>Writes a message and sends it off.</summary>
    public static void Write(Stream stream, byte kind, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], content.Length);
        stream.Write(head);
        stream.Write(content);
        stream.Flush();
    }

    /// <summary>Reads a message; null where the pipe ends, between messages or in one.</summary>
    public static (byte Kind, byte[] Content)? Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        if (stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        if (length < 0)
            return null;
        var content = GC.AllocateUninitializedArray<byte>(length);
        return stream.ReadAtLeast(content, length, throwOnEndOfStream: false) == length ? (head[0], content) : null;
    }
}
