using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Ingest.Reading.Odf;

/// <summary>What the manifest of a package says.</summary>
/// <param name="MediaType">The type of the document; null where it does not say it.</param>
/// <param name="Encrypted">The parts that need a password, by their names, and how each is encrypted.</param>
internal sealed record OdfManifest(string? MediaType, ImmutableDictionary<string, XElement> Encrypted)
{
    /// <summary>The name of the one part that LibreOffice puts a whole encrypted document into, from 24.8 on.</summary>
    public const string WholePart = "encrypted-package";

    private const string Entry = "META-INF/manifest.xml";

    /// <summary>The manifest of a package, null where it has none.</summary>
    /// <exception cref="XmlException">It is broken.</exception>
    /// <exception cref="InvalidDataException">It is too large.</exception>
    public static OdfManifest? Read(ZipArchive archive, OdfOptions options)
    {
        if (archive.GetEntry(Entry) is not { } entry)
            return null;
        var root = XmlToTree.Load(BoundedEntry.Open(entry, options), options).Root;
        var (type, encrypted) = ((string?)null, ImmutableDictionary.CreateBuilder<string, XElement>(StringComparer.Ordinal));
        foreach (var file in root.Elements(OdfXml.Manifest + "file-entry"))
        {
            var path = file.Get(OdfXml.Manifest + "full-path") ?? "";
            if (path is "/" or WholePart)
                type ??= file.Get(OdfXml.Manifest + "media-type");
            if (file.Element(OdfXml.Manifest + "encryption-data") is { } data)
                encrypted[path] = data;
        }

        return new OdfManifest(type, encrypted.ToImmutable());
    }
}
