using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Ingest.Export.Spreadsheet;

/// <summary>
/// A workbook (ECMA-376, Office Open XML) part by part. Written by hand because the packages that write it keep a sheet in memory or put the
/// hour of the day into the file: here rows go straight to the disk, and the same rows give the same bytes.
/// </summary>
internal static class WorkbookFile
{
    public const string MainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly DateTimeOffset NoHour = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XmlWriterSettings Form = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None };

    /// <summary>Writes a workbook.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheets">Its sheets in order.</param>
    /// <returns>How many rows found no room, by sheet; no entry where all did.</returns>
    public static IReadOnlyDictionary<string, long> Write(string path, IReadOnlyList<Sheet> sheets)
    {
        var left = new SortedDictionary<string, long>(StringComparer.Ordinal);
        using var stream = File.Create(path);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        Part(archive, "[Content_Types].xml", xml => WriteContentTypes(xml, sheets.Count));
        Part(archive, "_rels/.rels", xml => WriteRelations(xml, [("officeDocument", "xl/workbook.xml")]));
        Part(archive, "xl/workbook.xml", xml => WriteWorkbook(xml, sheets));
        Part(archive, "xl/_rels/workbook.xml.rels", xml => WriteRelations(xml,
            [.. Enumerable.Range(1, sheets.Count).Select(number => ("worksheet", FormattableString.Invariant($"worksheets/sheet{number}.xml"))), ("styles", "styles.xml")]));
        Part(archive, "xl/styles.xml", StyleSheet.Write);
        for (var i = 0; i < sheets.Count; i++)
        {
            var (sheet, isFirst) = (sheets[i], i == 0);
            Part(archive, FormattableString.Invariant($"xl/worksheets/sheet{i + 1}.xml"), xml =>
            {
                if (SheetXml.Write(xml, sheet, isFirst) is > 0 and var rows)
                    left[sheet.Name] = rows;
            });
        }

        return left;
    }

    private static void Part(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoHour;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, Form);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static void WriteContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", ContentTypes);
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type("Default", "Extension", "xml", "application/xml");
        Type("Override", "PartName", "/xl/workbook.xml", SheetType + ".sheet.main+xml");
        Type("Override", "PartName", "/xl/styles.xml", SheetType + ".styles+xml");
        for (var i = 1; i <= sheets; i++)
            Type("Override", "PartName", FormattableString.Invariant($"/xl/worksheets/sheet{i}.xml"), SheetType + ".worksheet+xml");
        xml.WriteEndElement();

        void Type(string element, string key, string name, string type)
        {
            xml.WriteStartElement(element, ContentTypes);
            xml.WriteAttributeString(key, name);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    private static void WriteRelations(XmlWriter xml, IReadOnlyList<(string Type, string Target)> targets)
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        for (var i = 0; i < targets.Count; i++)
        {
            xml.WriteStartElement("Relationship", PackageRelations);
            xml.WriteAttributeString("Id", FormattableString.Invariant($"rId{i + 1}"));
            xml.WriteAttributeString("Type", $"{Relations}/{targets[i].Type}");
            xml.WriteAttributeString("Target", targets[i].Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.WriteStartElement("workbook", MainNamespace);
        xml.WriteStartElement("sheets", MainNamespace);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", MainNamespace);
            xml.WriteAttributeString("name", sheets[i].Name);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("r", "id", Relations, FormattableString.Invariant($"rId{i + 1}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
