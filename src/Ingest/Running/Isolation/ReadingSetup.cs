using System.Collections.Immutable;
using System.Text;

namespace Ingest.Running.Isolation;

/// <summary>What a reading process works with; it comes by the pipe, so that nothing of it shows in the list of processes.</summary>
/// <param name="Home">Folder of the product's files.</param>
/// <param name="CacheFolder">Where text recognition keeps what it read; null for nowhere.</param>
internal sealed record ReadingSetup(string Home, string? CacheFolder)
{
    /// <summary>The definition as it was loaded: its file may have changed since.</summary>
    public required ImmutableArray<string> Definition { get; init; }

    /// <summary>As bytes.</summary>
    public byte[] Encode()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Home);
            writer.Write(CacheFolder ?? "");
            writer.Write(Definition.Length);
            foreach (var text in Definition)
                writer.Write(text);
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
            Definition = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())],
        };
    }
}
