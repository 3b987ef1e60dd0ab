using System.Security.Cryptography;

namespace Ingest.Export.Packaging;

/// <summary>A file and its bytes.</summary>
/// <param name="Path">Path below a folder, with « / ».</param>
/// <param name="Bytes">Number of bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
public sealed record FileRecord(string Path, long Bytes, string Sha256)
{
    /// <summary>Reads a file.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">Path below it.</param>
    public static FileRecord Of(string folder, string path)
    {
        using var stream = File.OpenRead(System.IO.Path.Combine(folder, path));
        return new FileRecord(path, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>All files below a folder, in the order of their paths.</summary>
    public static IEnumerable<string> PathsBelow(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(folder, file).Replace(System.IO.Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);
}
