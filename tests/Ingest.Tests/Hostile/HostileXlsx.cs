using System.Collections.Immutable;
using Ingest.Tests.Reading.Xlsx;
using static Ingest.Tests.Hostile.PdfObjects;
using static Ingest.Tests.Reading.Xlsx.XlsxFile;

namespace Ingest.Tests.Hostile;

/// <summary>Workbooks whose sheets, merges and references lie.</summary>
internal static class HostileXlsx
{
    private static readonly string Said = T("A1", HostileCatalogue.Text);

    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("xlsx-shared-out-of-range", () => Sheet($"{Row(1, Said)}<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99999</v></c><c r=\"B2\" t=\"s\"><v>-1</v></c><c r=\"C2\" t=\"s\"><v>x</v></c></row>")),
        new("xlsx-rows-a-million", () => Sheet(Row(1, Said) + Times("<row><c t=\"inlineStr\"><is><t>mot</t></is></c></row>", 60_000))) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("xlsx-cells-a-million", () => Sheet(Row(1, Said) + Times($"<row>{Times("<c><v>1</v></c>", 50)}</row>", 4_000))) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("xlsx-cells-at-the-limit", () => Sheet(Row(1, Said) + string.Concat(Enumerable.Range(2, 4_000).Select(row => $"<row>{Times($"<c t=\"inlineStr\"><is><t>mot {row}</t></is></c>", 20)}</row>")))) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("xlsx-cells-far-apart", () => Sheet(Row(1, Said) + string.Concat(Enumerable.Range(2, 5000).Select(row => Row(row * 200, T($"XFD{row * 200}", "loin")))))) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("xlsx-cells-on-the-diagonal", () => Sheet(Row(1, Said) + string.Concat(Enumerable.Range(2, 10_000).Select(row => $"<row r=\"{row}\"><c r=\"{Ingest.Reading.Sheets.CellName.Of(row - 1, row)}\"><v>{row}</v></c></row>")))) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("xlsx-dimension-lies", () => new XlsxFile(new XlsxSheet(Row(1, Said)) { Before = "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"2147483647\" hidden=\"1\"/><col min=\"-5\" max=\"-9\" hidden=\"1\"/></cols>" }.Twice()).ToBytes()),
        new("xlsx-places-odd", () => Sheet($"{Row(1, Said)}<row r=\"2147483647\"><c r=\"ZZZZZZZ99999999999\"><v>1</v></c><c r=\"\"><v>1</v></c></row><row r=\"-4\"><c><v>2</v></c></row>")),
        new("xlsx-merges-overlap", () => new XlsxFile(new XlsxSheet(Row(1, Said)) { Behind = $"<mergeCells>{Times("<mergeCell ref=\"A1:XFD1048576\"/>", 100_000)}</mergeCells>" }).ToBytes()),
        new("xlsx-merges-many", () => new XlsxFile(new XlsxSheet(Row(1, Said) + string.Concat(Enumerable.Range(2, 8_000).Select(row => Row(row, T($"A{row}", "mot"))))) { Behind = $"<mergeCells>{string.Concat(Enumerable.Range(2, 20_000).Select(row => $"<mergeCell ref=\"A{row}:Z{row + 2}\"/>"))}</mergeCells>" }).ToBytes()),
        new("xlsx-text-shared-by-all", () => (Of(Row(1, Said) + Times($"<row>{Times("<c t=\"s\"><v>0</v></c>", 10)}</row>", 10)) with { Shared = $"<si><t>{Times("un mot ", 1_000)}</t></si>" }).ToBytes()) { Says = HostileCatalogue.Text },
        new("xlsx-texts-rich", () => (Of(Row(1, Said, "<c t=\"s\"><v>0</v></c>")) with { Shared = $"<si>{Times("<r><t>a</t></r>", 300_000)}</si>" }).ToBytes()),
        new("xlsx-styles-odd", () => (Of(Row(1, Said, N("B1", "1", 99_999), N("C1", "1", -1), "<c s=\"1\"><v>1e308</v></c><c s=\"1\"><v>NaN</v></c>")) with { Styles = "<cellXfs><xf numFmtId=\"99999\" xfId=\"-1\"/><xf numFmtId=\"14\"/></cellXfs>" }).ToBytes()),
        new("xlsx-format-monstrous", () => (Of(Row(1, Said, N("B1", "12345.678", 1), N("C1", "-1e300", 1))) with { Formats = [Times("#,##0.00;", 20_000) + Times("0", 100_000) + Times("[", 10_000)] }).ToBytes()),
        new("xlsx-number-long", () => Sheet(Row(1, Said, $"<c><v>{Times("9", 100_000)}</v></c>"))),
        new("xlsx-depth", () => Sheet(Row(1, Said) + Times("<row>", 50_000))),
        new("xlsx-drawing-deep", () => new XlsxFile(new XlsxSheet(Row(1, Said)) { Drawing = Times("<xdr:grpSp>", 20_000) + Times("</xdr:grpSp>", 20_000) }).ToBytes()),
        new("xlsx-comments-many", () => new XlsxFile(new XlsxSheet(Row(1, Said)) { Comments = $"<commentList>{Times("<comment ref=\"A1\"><text><t>note</t></text></comment>", 10_000)}</commentList>" }).ToBytes()),
        new("xlsx-names-many", () => (Of(Row(1, Said)) with { Names = $"<definedNames>{Times("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Feuil1!$1:$1048576</definedName>", 20_000)}</definedNames>" }).ToBytes()),
        new("xlsx-sheets-many", () => new XlsxFile([.. Enumerable.Range(0, 500).Select(number => new XlsxSheet(Row(1, Said)) { Name = $"F{number}" })]).ToBytes()) { Says = HostileCatalogue.Text },
        new("xlsx-macros", () => (Of(Row(1, Said)) with { HasMacros = true }).ToBytes()) { Tells = "source.macros", Says = HostileCatalogue.Text },
        new("xlsx-cell-limit", () => Sheet(Row(1, Said) + Times($"<row>{Times("<c><v>1</v></c>", 20)}</row>", 100))) { Tells = "source.cell-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
    ];

    private static byte[] Sheet(string rows) => Of(rows).ToBytes();

    private static XlsxSheet Twice(this XlsxSheet sheet) => sheet with { Behind = "<sheetFormatPr defaultRowHeight=\"-1\"/>" };
}
