using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Ingest.Model.Findings;
using Ingest.Reading.Flow;
using Ingest.Reading.Packages;

namespace Ingest.Reading.Odf;

/// <summary>The parts of an OpenDocument that are read; in a flat file both are its root.</summary>
/// <param name="Content">Root of the content.</param>
/// <param name="Styles">Root of the styles; null where they are missing or broken.</param>
internal sealed record OdfPackage(XElement Content, XElement? Styles)
{
    private const string ContentPart = "content.xml";
    private const string StylesPart = "styles.xml";

    /// <summary>The element of the body that holds the document: « office:text », « office:spreadsheet »; null where it is missing.</summary>
    public XElement? Body(string kind) => Content.Element(OdfXml.Office + "body")?.Element(OdfXml.Office + kind);

    /// <summary>Opens a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="format">Name of the format, for what is told of it.</param>
    /// <param name="options">The limits.</param>
    /// <param name="tally">Where parts that could not be read are counted.</param>
    /// <exception cref="UnreadableSourceException">It needs a password, or is damaged.</exception>
    public static OdfPackage Open(ReadOnlyMemory<byte> bytes, string format, OdfOptions options, ReadingTally tally)
    {
        try
        {
            var form = OdfSignature.Tell(bytes.Span, options)?.Form;
            if (form == OdfForm.Flat)
                return OpenFlat(bytes, options, tally);
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            return Open(archive, format, options, tally);
        }
        catch (ArchiveLimitException limit)
        {
            throw limit.ToUnreadable();
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, format, damage.Message), damage);
        }
    }

    private static OdfPackage OpenFlat(ReadOnlyMemory<byte> bytes, OdfOptions options, ReadingTally tally)
    {
        var root = Load(new MemoryStream(bytes.ToArray(), writable: false), "office:document", options, tally);
        return new OdfPackage(root, root);
    }

    private static OdfPackage Open(ZipArchive archive, string format, OdfOptions options, ReadingTally tally)
    {
        if (archive.Entries.Count > options.Limits.ArchiveEntries)
            throw ArchiveLimitException.Entries(format, archive.Entries.Count, options.Limits.ArchiveEntries);
        var parts = Parts(archive, options, tally);
        // Only these two are ever opened, whatever else the names of the entries say.
        if (parts.Open(ContentPart) is not { } content)
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, format, ContentPart));
        return new OdfPackage(Load(content, ContentPart, options, tally), LoadStyles(parts, options, tally));
    }

    private static OdfParts Parts(ZipArchive archive, OdfOptions options, ReadingTally tally)
    {
        OdfManifest? manifest = null;
        try
        {
            manifest = OdfManifest.Read(archive, options);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            tally.Unread("META-INF/manifest.xml", damage);
        }

        return new OdfParts(archive, manifest, options);
    }

    // A document without its styles is still worth reading; the part is told.
    private static XElement? LoadStyles(OdfParts parts, OdfOptions options, ReadingTally tally)
    {
        try
        {
            return parts.Open(StylesPart) is { } styles ? Load(styles, StylesPart, options, tally) : null;
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            tally.Unread(StylesPart, damage);
            return null;
        }
    }

    private static XElement Load(Stream stream, string part, OdfOptions options, ReadingTally tally)
    {
        var tree = XmlToTree.Load(stream, options);
        if (tree.IsPruned)
            tally.Unread(part, $"depth > {options.LargestDepth}");
        return tree.Root;
    }

    // What archives and XML that are not what they say make the framework throw.
    private static bool IsDamage(Exception exception) =>
        exception is ArchiveLimitException or XmlException or InvalidDataException or IOException or ArgumentException or NotSupportedException;
}
