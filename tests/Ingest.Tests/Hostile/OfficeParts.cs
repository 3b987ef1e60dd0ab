namespace Ingest.Tests.Hostile;

/// <summary>The parts that packages of Microsoft Office have to have, around the one that a case is about.</summary>
internal static class OfficeParts
{
    public const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public const string Sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public const string Said = $"<w:p><w:r><w:t>{HostileCatalogue.Text}</w:t></w:r></w:p>";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A word-processing package without its document.</summary>
    public static ZipBytes Docx(string relations = "") => new ZipBytes()
        .Add("[Content_Types].xml", Types("<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"))
        .Add("_rels/.rels", Relations($"<Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/>"))
        .Add("word/_rels/document.xml.rels", Relations(relations));

    /// <summary>A document of a word-processing package.</summary>
    public static string Document(string body, string before = "") => $"<?xml version=\"1.0\"?>{before}<w:document {Word}><w:body>{body}</w:body></w:document>";

    /// <summary>A package of a workbook without its only sheet.</summary>
    public static ZipBytes Xlsx(string before = "") => new ZipBytes()
        .Add("[Content_Types].xml", Types(
            "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))
        .Add("_rels/.rels", Relations($"<Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>"))
        .Add("xl/workbook.xml", $"<?xml version=\"1.0\"?>{before}<workbook {Sheet}><sheets><sheet name=\"Feuil1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
        .Add("xl/_rels/workbook.xml.rels", Relations($"<Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"));

    public static string Types(string overrides) =>
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"{overrides}</Types>";

    public static string Relations(string relations) =>
        $"<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";

    public static string Relation(string id, string kind, string target, string mode = "") => $"<Relationship Id=\"{id}\" Type=\"{Office}/{kind}\" Target=\"{target}\" {mode}/>";
}
