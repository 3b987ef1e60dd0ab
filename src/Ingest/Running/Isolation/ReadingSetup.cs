using System.Collections.Immutable;
using System.Text;
using Ingest.Reading.Protection;

namespace Ingest.Running.Isolation;

/// <summary>What a reading process works with; it comes by the pipe, so that nothing of it shows in the list of processes.</summary>
/// <param name="Home">Folder of the product's files.</param>
/// <param name="CacheFolder">Where text recognition keeps what it read; null for nowhere.</param>
internal sealed record ReadingSetup(string Home, string? CacheFolder)
{
    /// <summary>The definition as it was loaded: its file may have changed since.</summary>
    public required ImmutableArray<string> Definition { get; init; }

    /// <summary>Passwords of protected documents.</summary>
    public Passwords Passwords { get; init; } = Passwords.None;

    /// <summary>As bytes.</summary>
    public byte[] Encode()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Home);
            writer.Write(CacheFolder ?? "");
            Write(Definition, writer);
            Write(Passwords.Values, writer);
        }

        return bytes.ToArray();
    }

    /// <summary>From bytes.</summary>
    public static ReadingSetup Decode(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var (home, cache) = (reader.ReadString(), reader.ReadString());
        return new ReadingSetup(home, cache.Length > 0 ? cache : null)
        {
            Definition = Read(reader),
            Passwords = new Passwords(Read(reader)),
        };
    }

    private static void Write(ImmutableArray<string> texts, BinaryWriter writer)
    {
        writer.Write(texts.Length);
        foreach (var text in texts)
            writer.Write(text);
    }

    private static ImmutableArray<string> Read(BinaryReader reader) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
}
