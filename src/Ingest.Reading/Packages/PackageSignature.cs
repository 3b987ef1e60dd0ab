using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Ingest.Reading.Packages;

/// <summary>What the bytes of a file tell of an Office Open XML format.</summary>
internal enum PackageKind
{
    /// <summary>It is something else.</summary>
    None,

    /// <summary>A package of the format.</summary>
    Document,

    /// <summary>A package whose table of contents is lost: cut or damaged.</summary>
    BrokenArchive,

    /// <summary>An encrypted package, of whichever format.</summary>
    Encrypted,
}

/// <summary>Tells the packages of one Office Open XML format by their bytes.</summary>
/// <param name="folder">The folder of its parts, as in « word/ ».</param>
/// <param name="mainPart">Name of its main part where the usual programs write it.</param>
/// <param name="mainContentTypes">
/// Ends of the content types of its main part. The whole name counts: a workbook that embeds a document names that too.
/// </param>
internal sealed class PackageSignature(string folder, string mainPart, ImmutableArray<string> mainContentTypes)
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int LargestContentTypes = 1 << 20;

    private static readonly ImmutableArray<string> Folders = ["word/", "xl/", "ppt/"];

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> LocalEntry => "PK\u0003\u0004"u8;

    /// <summary>What the bytes are.</summary>
    public PackageKind Tell(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(CompoundFile))
            return bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? PackageKind.Encrypted : PackageKind.None;
        if (!bytes.StartsWith(LocalEntry))
            return PackageKind.None;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            return IsDocument(archive) ? PackageKind.Document : PackageKind.None;
        }
        catch (InvalidDataException)
        {
            return IsOtherBroken(bytes) ? PackageKind.None : PackageKind.BrokenArchive;
        }
    }

    private bool IsDocument(ZipArchive archive)
    {
        if (archive.Entries.Any(entry => entry.FullName.Equals(mainPart, StringComparison.OrdinalIgnoreCase)))
            return true;
        if (archive.GetEntry(ContentTypes) is not { Length: <= LargestContentTypes } entry)
            return false;
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        var types = reader.ReadToEnd();
        return mainContentTypes.Any(type => types.Contains(type, StringComparison.OrdinalIgnoreCase));
    }

    // Names of entries stand before each entry as they are: they still tell what the archive was.
    private bool IsOtherBroken(ReadOnlySpan<byte> bytes)
    {
        if (Names(bytes, folder))
            return false;
        var nameLength = bytes.Length < 30 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]);
        var isPackage = bytes.Length >= 30 + nameLength && bytes.Slice(30, nameLength).SequenceEqual("[Content_Types].xml"u8);
        if (!isPackage)
            return true;
        foreach (var other in Folders)
        {
            if (other != folder && Names(bytes, other))
                return true;
        }

        return false;
    }

    private static bool Names(ReadOnlySpan<byte> bytes, string folder) => bytes.IndexOf(Encoding.ASCII.GetBytes(folder)) >= 0;
}
