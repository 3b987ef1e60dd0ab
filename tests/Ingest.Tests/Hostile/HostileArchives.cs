using System.Collections.Immutable;
using static Ingest.Tests.Hostile.OfficeParts;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>Packages whose archive lies or unpacks without end, and XML that wants more than it brings.</summary>
internal static class HostileArchives
{
    private const string Laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>";

    private const string External = "<!DOCTYPE a [<!ENTITY h SYSTEM \"file:///etc/passwd\">]>";

    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("docx-bomb", () => Docx().AddTimes("word/document.xml", Start, Times("<w:p/>", 10_000), 1000, End).ToBytes()) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("docx-bomb-of-spaces", () => Docx().AddTimes("word/document.xml", Start, Times(" ", 1_000_000), 100, End).ToBytes()) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("docx-bomb-beside-the-text", () => Docx().Add("word/document.xml", Document(Said)).AddTimes("word/media/image1.bin", "", Times("\0", 1_000_000), 100, "").ToBytes()),
        new("docx-bomb-of-styles", () => Docx(Relation("rId1", "styles", "styles.xml")).Add("word/document.xml", Document(Said)).AddTimes("word/styles.xml", $"<w:styles {Word}>", Times("<w:style/>", 10_000), 1000, "</w:styles>").ToBytes()) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("xlsx-bomb", () => Xlsx().AddTimes("xl/worksheets/sheet1.xml", $"<worksheet {Sheet}><sheetData>", Times("<row><c><v>1</v></c></row>", 1000), 3000, "</sheetData></worksheet>").ToBytes()) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("ods-bomb", () => new ZipBytes().Add("mimetype", "application/vnd.oasis.opendocument.spreadsheet").AddTimes("content.xml", "<a>", Times(" ", 1_000_000), 100, "</a>").ToBytes()) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("content-types-bomb", () => new ZipBytes().AddTimes("[Content_Types].xml", "", Times(" ", 1_000_000), 30, "").Add("word/document.xml", Document(Said)).ToBytes()),
        new("docx-entries-many", () => Entries(25_000)) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("docx-size-lies-small", () => Docx().Add("word/document.xml", ZipBytes.Deflate(System.Text.Encoding.UTF8.GetBytes(Document(Said + Times("<w:p/>", 100_000))), 1), 10).ToBytes()),
        new("docx-size-lies-large", () => Docx().Add("word/document.xml", ZipBytes.Deflate(System.Text.Encoding.UTF8.GetBytes(Document(Said)), 1), uint.MaxValue - 1).ToBytes()),
        new("docx-entries-overlap", Overlapping),
        new("docx-names-outside", () => Docx(Relation("rId1", "styles", "../../../../etc/passwd")).Add("word/document.xml", Document(Said)).Add("../../../../tmp/hostile", "x").Add("/etc/passwd", "x").Add("..\\..\\windows\\win.ini", "x").ToBytes()),
        new("docx-name-twice", () => Docx().Add("word/document.xml", Document(Said)).Add("word/document.xml", Document("<w:p/>")).ToBytes()),
        new("docx-without-content-types", () => new ZipBytes().Add("word/document.xml", Document(Said)).ToBytes()),
        new("docx-without-document", () => Docx().ToBytes()),
        new("docx-relations-outside", () => Docx(Relation("rId1", "attachedTemplate", "http://127.0.0.1:9/a.dotm", "TargetMode=\"External\"") + Relation("rId2", "image", "\\\\127.0.0.1\\a\\b.png", "TargetMode=\"External\"") + Relation("rId3", "styles", "http://127.0.0.1:9/styles.xml", "TargetMode=\"External\"")).Add("word/document.xml", Document(Said)).ToBytes()),
        new("docx-relation-no-address", () => Docx(Relation("rId1", "styles", "http://[::1") + Relation("rId2", "image", "NULL") + "<Relationship/>").Add("word/document.xml", Document(Said)).ToBytes()),
        new("docx-laughs", () => Docx().Add("word/document.xml", Document("<w:p><w:r><w:t>&h;</w:t></w:r></w:p>", Laughs)).ToBytes()),
        new("docx-entity-outside", () => Docx().Add("word/document.xml", Document("<w:p><w:r><w:t>&h;</w:t></w:r></w:p>", External)).ToBytes()),
        new("docx-relations-laugh", () => new ZipBytes().Add("[Content_Types].xml", Laughs + "<Types>&h;</Types>").Add("word/document.xml", Document(Said)).ToBytes()),
        new("xlsx-laughs", () => Xlsx(Laughs).Add("xl/worksheets/sheet1.xml", $"<worksheet {Sheet}/>").ToBytes()),
        new("xlsx-entity-outside", () => Xlsx().Add("xl/worksheets/sheet1.xml", $"{External}<worksheet {Sheet}><sheetData><row><c t=\"inlineStr\"><is><t>&h;</t></is></c></row></sheetData></worksheet>").ToBytes()),
        new("odt-laughs", () => new ZipBytes().Add("mimetype", "application/vnd.oasis.opendocument.text").Add("content.xml", Laughs + "<a>&h;</a>").ToBytes()),
        new("odt-flat-laughs", () => System.Text.Encoding.UTF8.GetBytes($"{Laughs}<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.text\">&h;</office:document>")),
        new("docx-part-no-xml", () => Docx().Add("word/document.xml", "\u0001\u0002 no xml").ToBytes()),
        new("docx-cut", () => Docx().Add("word/document.xml", Document(Said)).ToBytes()[..600]),
        new("zip-of-nothing", () => new ZipBytes().ToBytes()),
        new("docx-archive-limit", () => Docx().AddTimes("word/document.xml", Start + Said, Times("<w:p/>", 10_000), 40, End).ToBytes()) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("xlsx-entry-limit", () => Enumerable.Range(0, 100).Aggregate(Xlsx(), (file, i) => file.Add($"xl/media/{i}.bin", "x")).Add("xl/worksheets/sheet1.xml", $"<worksheet {Sheet}/>").ToBytes()) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
    ];

    private static string Start => $"<w:document {Word}><w:body>";

    private static string End => "</w:body></w:document>";

    private static byte[] Entries(int count)
    {
        var file = Docx().Add("word/document.xml", Document(Said));
        for (var i = 0; i < count; i++)
            file.Add($"word/media/{i}", [3, 0], 0);
        return file.ToBytes();
    }

    // A hundred entries that are all the same bytes of the file.
    private static byte[] Overlapping()
    {
        var file = Docx();
        var packed = ZipBytes.Deflate(System.Text.Encoding.UTF8.GetBytes(Times(" ", 10_000_000)), 1);
        var place = file.ToBytes().Length;
        file = Docx().Add("word/media/0", packed, 10_000_000);
        for (var i = 1; i < 100; i++)
            file.Add("word/media/0", packed, 10_000_000, at: place / 2);
        return file.Add("word/document.xml", Document(Said)).ToBytes();
    }
}
