using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Ingest.RandomDocuments.Drawing;

/// <summary>Packs the parts of an Office document. Written part by part, for the same reason as <see cref="PdfFile"/>; entries bear one date, so that the same parts give the same bytes.</summary>
internal static class PackageFile
{
    private static readonly DateTimeOffset Date = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The package.</summary>
    /// <param name="parts">Path and content of each part.</param>
    public static byte[] Pack(IEnumerable<(string Path, XElement Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
                entry.LastWriteTime = Date;
                using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
                writer.Write(content.ToString(SaveOptions.DisableFormatting));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The part that says of what type the others are.</summary>
    public static (string Path, XElement Content) Types(params ReadOnlySpan<(string Part, string Type)> parts)
    {
        XNamespace space = "http://schemas.openxmlformats.org/package/2006/content-types";
        var types = new XElement(
            space + "Types",
            new XElement(space + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(space + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")));
        foreach (var (part, type) in parts)
            types.Add(new XElement(space + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", $"application/vnd.openxmlformats-officedocument.{type}+xml")));
        return ("[Content_Types].xml", types);
    }

    /// <summary>A part that says which others one needs.</summary>
    public static (string Path, XElement Content) Relations(string path, params ReadOnlySpan<(string Type, string Target)> targets)
    {
        XNamespace space = "http://schemas.openxmlformats.org/package/2006/relationships";
        var relations = new XElement(space + "Relationships");
        foreach (var (type, target) in targets)
        {
            var id = $"rId{relations.Elements().Count() + 1}";
            relations.Add(new XElement(
                space + "Relationship", new XAttribute("Id", id), new XAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type), new XAttribute("Target", target)));
        }

        return (path, relations);
    }
}
