using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Ingest.Reading.Packages;

namespace Ingest.Reading.Odf;

/// <summary>How a file holds its document.</summary>
internal enum OdfForm
{
    /// <summary>An archive with an entry per part.</summary>
    Package,

    /// <summary>One XML file.</summary>
    Flat,

    /// <summary>An archive whose table of contents is lost: cut or damaged.</summary>
    BrokenArchive,
}

/// <summary>What the bytes of a file tell of an OpenDocument.</summary>
/// <param name="MediaType">The type that it gives itself, as in « application/vnd.oasis.opendocument.text ».</param>
/// <param name="Form">How it is packed.</param>
internal sealed record OdfSignature(string MediaType, OdfForm Form)
{
    private const string Family = "application/vnd.oasis.opendocument.";
    private const string TypeEntry = "mimetype";
    private const int LongestType = 256;
    private const int LocalHeader = 30;

    private static ReadOnlySpan<byte> LocalEntry => "PK\u0003\u0004"u8;

    /// <summary>Whether it is a document of a kind (« text », « spreadsheet »), or a template, master or other variant of it.</summary>
    public bool IsOf(string kind) =>
        MediaType.StartsWith(Family + kind, StringComparison.Ordinal)
        && (MediaType.Length == Family.Length + kind.Length || MediaType[Family.Length + kind.Length] is '-' or '_');

    /// <summary>What the bytes are; null for no OpenDocument.</summary>
    public static OdfSignature? Tell(ReadOnlySpan<byte> bytes, OdfOptions options)
    {
        if (!bytes.StartsWith(LocalEntry))
            return OfFlat(bytes, options);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            var type = archive.GetEntry(TypeEntry) is { } entry ? ReadStart(entry) : OdfManifest.Read(archive, options)?.MediaType;
            return Of(type, OdfForm.Package);
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or IOException or ArchiveLimitException)
        {
            return Of(FirstEntry(bytes), OdfForm.BrokenArchive);
        }
    }

    private static OdfSignature? Of(string? type, OdfForm form) =>
        type?.Trim() is { } known && known.StartsWith(Family, StringComparison.Ordinal) ? new OdfSignature(known, form) : null;

    private static string ReadStart(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var start = new byte[LongestType];
        return Encoding.ASCII.GetString(start, 0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
    }

    // The format wants the type as the first entry, unpacked, so that it can be told by the first bytes.
    private static string? FirstEntry(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < LocalHeader || BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) != TypeEntry.Length)
            return null;
        var start = LocalHeader + TypeEntry.Length + BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        var rest = start <= bytes.Length ? bytes[start..Math.Min(bytes.Length, start + LongestType)] : [];
        var end = rest.IndexOf("PK"u8);
        return Encoding.ASCII.GetString(end < 0 ? rest : rest[..end]);
    }

    private static OdfSignature? OfFlat(ReadOnlySpan<byte> bytes, OdfOptions options)
    {
        if (!StartsLikeXml(bytes))
            return null;
        try
        {
            // A document type is passed over here, to be refused with a reason when the file is read.
            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), XmlToTree.Settings(options, DtdProcessing.Ignore));
            reader.MoveToContent();
            return reader.NodeType == XmlNodeType.Element && reader.LocalName == "document" && reader.NamespaceURI == OdfXml.Office.NamespaceName
                ? Of(reader.GetAttribute("mimetype", OdfXml.Office.NamespaceName), OdfForm.Flat)
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool StartsLikeXml(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return true;
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        return bytes.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }
}
