using System.IO.Compression;
using System.Xml;

namespace Ingest.Reading.Odf;

/// <summary>What the manifest of a package says.</summary>
/// <param name="MediaType">The type of the document; null where it does not say it.</param>
/// <param name="IsEncrypted">Whether a part needs a password.</param>
internal sealed record OdfManifest(string? MediaType, bool IsEncrypted)
{
    private const string Entry = "META-INF/manifest.xml";

    /// <summary>The manifest of a package, null where it has none.</summary>
    /// <exception cref="XmlException">It is broken.</exception>
    /// <exception cref="InvalidDataException">It is too large.</exception>
    public static OdfManifest? Read(ZipArchive archive, OdfOptions options)
    {
        if (archive.GetEntry(Entry) is not { } entry)
            return null;
        var root = XmlToTree.Load(BoundedEntry.Open(entry, options), options).Root;
        var files = root.Elements(OdfXml.Manifest + "file-entry").ToList();
        var document = files.Find(file => file.Get(OdfXml.Manifest + "full-path") == "/");
        return new OdfManifest(
            document.Get(OdfXml.Manifest + "media-type"), files.Exists(file => file.Element(OdfXml.Manifest + "encryption-data") is not null));
    }
}
