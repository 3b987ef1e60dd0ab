using System.Collections.Immutable;
using Ingest.Tests.Reading.Docx;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>Word-processing documents that nest, refer and repeat without end.</summary>
internal static class HostileDocx
{
    private const string Said = OfficeParts.Said;

    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("docx-tables-nested", () => Body(Nested(500, "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"))),
        new("docx-tables-nested-to-the-limit", () => Body(Said + Nested(120, "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"))) { Says = HostileCatalogue.Text },
        new("docx-runs-nested", () => Body($"<w:p>{Nested(5000, "<w:smartTag>", "</w:smartTag>")}</w:p>")),
        new("docx-controls-nested", () => Body(Said + Nested(200, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"))) { Says = HostileCatalogue.Text },
        new("docx-fields-never-closed", () => Body($"{Said}<w:p>{Times("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 20_000)}</w:p>")),
        new("docx-styles-in-a-circle", () => new DocxFile { Body = "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>Programmation 2024</w:t></w:r></w:p>", Styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/><w:link w:val=\"B\"/></w:style>" }.ToBytes()) { Says = HostileCatalogue.Text },
        new("docx-styles-in-a-chain", () => new DocxFile { Body = "<w:p><w:pPr><w:pStyle w:val=\"S0\"/></w:pPr><w:r><w:t>Programmation 2024</w:t></w:r></w:p>", Styles = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<w:style w:type=\"paragraph\" w:styleId=\"S{i}\"><w:basedOn w:val=\"S{i + 1}\"/></w:style>")) }.ToBytes()) { Says = HostileCatalogue.Text },
        new("docx-lists-in-a-circle", () => new DocxFile
        {
            Body = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Programmation 2024</w:t></w:r></w:p>",
            Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"L\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
            Styles = "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
        }.ToBytes()) { Says = HostileCatalogue.Text },
        new("docx-list-levels-odd", () => new DocxFile
        {
            Body = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"2147483647\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Programmation 2024</w:t></w:r></w:p>",
            Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"-3\"><w:start w:val=\"2147483647\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1%2%9%99\"/></w:lvl><w:lvl w:ilvl=\"0\"><w:start w:val=\"2147483647\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        }.ToBytes()) { Says = HostileCatalogue.Text },
        new("docx-list-number-roman-huge", () => new DocxFile
        {
            Body = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Programmation 2024</w:t></w:r></w:p>",
            Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2000000000\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        }.ToBytes()) { Says = HostileCatalogue.Text },
        new("docx-list-number-letters-huge", () => new DocxFile
        {
            Body = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Programmation 2024</w:t></w:r></w:p>",
            Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2000000000\"/><w:numFmt w:val=\"upperLetter\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        }.ToBytes()) { Says = HostileCatalogue.Text },
        new("docx-notes-in-a-circle", () => new DocxFile { Body = "<w:p><w:r><w:t>Programmation 2024</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>", Footnotes = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>note</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:footnote>" }.ToBytes()) { Says = HostileCatalogue.Text },
        new("docx-span-huge", () => Body($"{Said}<w:tbl>{Times("<w:tr><w:trPr><w:gridBefore w:val=\"2000000000\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/></w:tcPr><w:p/></w:tc></w:tr>", 50)}</w:tbl>")),
        new("docx-spans-add-up", () => Body($"{Said}<w:tbl>{Times($"<w:tr>{Times("<w:tc><w:tcPr><w:gridSpan w:val=\"1000\"/></w:tcPr><w:p/></w:tc>", 60)}</w:tr>", 300)}</w:tbl>")),
        new("docx-cells-many", () => Body($"{Said}<w:tbl>{Times($"<w:tr>{Times("<w:tc><w:p><w:r><w:t>mot</w:t></w:r></w:p></w:tc>", 20)}</w:tr>", 5_000)}</w:tbl>")) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("docx-paragraphs-many", () => Body(Said + Times("<w:p><w:r><w:t>Un mot de plus.</w:t></w:r></w:p>", 200_000))) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("docx-runs-many", () => Body($"{Said}<w:p>{Times("<w:r><w:t>mot </w:t></w:r>", 300_000)}</w:p>")) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("docx-word-of-megabytes", () => Body($"{Said}<w:p><w:r><w:t>{Times("a", 5_000_000)}</w:t></w:r></w:p>")),
        new("docx-figures-of-a-megabyte", () => Body($"{Said}<w:p><w:r><w:t>{Times("1 000 ", 20_000)}€</w:t></w:r></w:p>")),
        new("docx-attribute-giant", () => Body($"{Said}<w:p w:x=\"{Times("a", 10_000_000)}\"/>")),
        new("docx-boxes-nested", () => Body(Said + $"<w:p><w:r>{Nested(100, "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>", "</w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>")}</w:r></w:p>")),
        new("docx-cell-limit", () => Body($"{Said}<w:tbl>{Times($"<w:tr>{Times("<w:tc><w:p><w:r><w:t>mot</w:t></w:r></w:p></w:tc>", 20)}</w:tr>", 100)}</w:tbl>")) { Tells = "source.cell-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
    ];

    private static byte[] Body(string body) => new DocxFile { Body = body }.ToBytes();

    private static string Nested(int depth, string open, string close) => Times(open, depth) + Said + Times(close, depth);
}
