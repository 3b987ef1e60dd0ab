using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Ingest.Reading.Packages;

/// <summary>A package whose relations all lead somewhere.</summary>
/// <param name="Bytes">The package.</param>
/// <param name="Missing">The parts that relations named and that are not there.</param>
internal sealed record RepairedPackage(byte[] Bytes, ImmutableArray<string> Missing);

/// <summary>
/// Takes out the relations of a package that lead to parts it does not have. Word and Excel read such a file (a picture lost, a part
/// left behind by a converter); the library that opens packages here does not.
/// </summary>
internal static class PackageRepair
{
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The package without them; null where there are none, or where it cannot be read at all.</summary>
    public static RepairedPackage? Repair(ReadOnlyMemory<byte> bytes, PackageParts parts)
    {
        // Every part is unpacked.
        if (!parts.IsBearable)
            return null;
        try
        {
            using var source = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            var names = source.Entries.Select(entry => "/" + entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var missing = ImmutableArray.CreateBuilder<string>();
            using var result = new MemoryStream();
            using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var entry in source.Entries)
                    Copy(entry, target, names, missing);
            }

            return missing.Count == 0 ? null : new RepairedPackage(result.ToArray(), missing.ToImmutable());
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException)
        {
            return null;
        }
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive target, HashSet<string> names, ImmutableArray<string>.Builder missing)
    {
        using var from = entry.Open();
        using var to = target.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
        if (!entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            from.CopyTo(to);
            return;
        }

        using var reader = XmlReader.Create(from, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var document = XDocument.Load(reader);
        foreach (var relation in document.Descendants(Relations + "Relationship").ToList())
        {
            var part = Target(entry.FullName, relation);
            if (part is null || names.Contains(part))
                continue;
            relation.Remove();
            missing.Add(part.TrimStart('/'));
        }

        document.Save(to);
    }

    // The part that a relation leads to, null for an external one. « a/_rels/b.rels » holds the relations of « a/b ».
    private static string? Target(string relations, XElement relation)
    {
        if ((string?)relation.Attribute("TargetMode") == "External" || (string?)relation.Attribute("Target") is not { } target)
            return null;
        var folder = relations[..(relations.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? at : 0)];
        return Uri.TryCreate(new Uri("part:///" + folder), target, out var uri) ? Uri.UnescapeDataString(uri.AbsolutePath) : target;
    }
}
