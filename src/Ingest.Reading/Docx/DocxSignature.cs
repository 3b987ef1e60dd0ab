using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Ingest.Reading.Docx;

/// <summary>What the bytes of a file tell of a DOCX.</summary>
internal enum DocxKind
{
    /// <summary>It is something else.</summary>
    None,

    /// <summary>A package with a word-processing document.</summary>
    Document,

    /// <summary>A package whose table of contents is lost: cut or damaged.</summary>
    BrokenArchive,

    /// <summary>An encrypted package.</summary>
    Encrypted,
}

/// <summary>Tells a DOCX by its bytes.</summary>
internal static class DocxSignature
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int LargestContentTypes = 1 << 20;

    // Document and template, without and with macros. The whole name counts: a workbook that embeds a document names that too.
    private static readonly string[] MainContentTypes =
    [
        "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
        "ms-word.document.macroEnabled.main+xml", "ms-word.template.macroEnabledTemplate.main+xml",
    ];

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> LocalEntry => "PK\u0003\u0004"u8;

    /// <summary>What the bytes are.</summary>
    public static DocxKind Tell(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(CompoundFile))
            return bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? DocxKind.Encrypted : DocxKind.None;
        if (!bytes.StartsWith(LocalEntry))
            return DocxKind.None;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            return IsDocument(archive) ? DocxKind.Document : DocxKind.None;
        }
        catch (InvalidDataException)
        {
            return IsOtherBroken(bytes) ? DocxKind.None : DocxKind.BrokenArchive;
        }
    }

    private static bool IsDocument(ZipArchive archive)
    {
        if (archive.Entries.Any(entry => entry.FullName.Equals("word/document.xml", StringComparison.OrdinalIgnoreCase)))
            return true;
        if (archive.GetEntry(ContentTypes) is not { Length: <= LargestContentTypes } entry)
            return false;
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        var types = reader.ReadToEnd();
        return MainContentTypes.Any(type => types.Contains(type, StringComparison.OrdinalIgnoreCase));
    }

    // Names of entries stand before each entry as they are: they still tell what the archive was.
    private static bool IsOtherBroken(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("word/"u8) >= 0)
            return false;
        var nameLength = bytes.Length < 30 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]);
        var isPackage = bytes.Length >= 30 + nameLength && bytes.Slice(30, nameLength).SequenceEqual("[Content_Types].xml"u8);
        return !isPackage || bytes.IndexOf("xl/"u8) >= 0 || bytes.IndexOf("ppt/"u8) >= 0;
    }
}
