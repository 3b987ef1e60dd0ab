using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Ingest.Cli.Input;

/// <summary>The bytes of a run's sources. What can be read once only, standard input and pipes, is kept.</summary>
internal sealed class SourceContents(Terminal terminal)
{
    private readonly ConcurrentDictionary<SourceFile, byte[]> _kept = new();

    /// <summary>The whole file.</summary>
    public byte[] Read(SourceFile source) => _kept.TryGetValue(source, out var bytes) ? bytes : source.ReadBytes(terminal);

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal; empty where they cannot be had now: whoever reads them says why.</summary>
    public string HashOf(SourceFile source)
    {
        try
        {
            if (source.FullPath is null)
                return HashOf(_kept.GetOrAdd(source, _ => source.ReadBytes(terminal)));
            using var file = File.OpenRead(source.FullPath);
            if (file.CanSeek)
                return Convert.ToHexStringLower(SHA256.HashData(file));
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return HashOf(_kept.GetOrAdd(source, bytes.ToArray()));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
