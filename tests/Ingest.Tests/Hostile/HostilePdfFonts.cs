using System.Collections.Immutable;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>PDF files whose fonts lack everything, or say too much.</summary>
internal static class HostilePdfFonts
{
    private const string Map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";

    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("pdf-font-empty", () => Font("<< >>")),
        new("pdf-font-not-there", () => Font("99 0 R")),
        new("pdf-font-its-own-descendant", () => Font("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] >>")),
        new("pdf-font-descendant-missing", () => Font("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [] >>")),
        new("pdf-font-characters-billions", () => Font("<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar -2147483648 /LastChar 2147483647 /Widths [500] >>")),
        new("pdf-font-widths-billions", () => Composite("/W [0 2147483647 500 -5 4000000000 1]")) { EndsTheProcess = true },
        new("pdf-font-differences-huge", () => Font("<< /Type /Font /Subtype /Type1 /BaseFont /A /Encoding << /Differences [2147483647 /a /b -5 /c] >> >>")),
        new("pdf-font-garbage", () => Embedded("/FontFile2", Times("\u00FF\u0001", 5000))),
        new("pdf-font-tables-lie", () => Embedded("/FontFile2", "\0\u0001\0\0\u00FF\u00FF\0\0\0\0\0\0" + Times("glyf\0\0\0\0\u007F\u00FF\u00FF\u00FF\u007F\u00FF\u00FF\u00FF", 300))),
        new("pdf-font-type1-garbage", () => Embedded("/FontFile", "%!PS-AdobeFont-1.0\n" + Times("{", 100_000) + "\ncurrentfile eexec\n" + Times("x", 5000))),
        new("pdf-font-cff-garbage", () => Embedded("/FontFile3", "\u0001\0\u0004\u0004\0\u0001\u0004" + Times("\u00FF", 5000))),
        new("pdf-font-glyphs-draw-themselves", () => Painting("BT /F2 12 Tf 50 600 Td (aaa) Tj ET", "", "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /F2 6 0 R >> >> >>", Stream("", "1 0 0 0 1 1 d1 BT /F2 1 Tf (aaa) Tj ET"))) { Says = HostileCatalogue.Text },
        new("pdf-font-matrix-zero", () => Font("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0 0 0 0 0 0] /FirstChar 97 /LastChar 97 /Widths [0] /Encoding << /Differences [97 /a] >> /CharProcs << >> >>")),
        new("pdf-map-range-of-billions", () => Mapped($"{Map}1 beginbfrange\n<00000000> <FFFFFFFF> <0041>\nendbfrange\nendcmap")) { EndsTheProcess = true },
        new("pdf-map-wide-range", () => Mapped($"{Map}60000 beginbfrange\n{Times("<0000> <FFFF> <0041>\n", 60_000)}endbfrange\nendcmap")) { EndsTheProcess = true },
        new("pdf-map-of-itself", () => Mapped($"/X usecmap\n{Map}endcmap", "/UseCMap 7 0 R /CMapName /X")),
        new("pdf-map-code-long", () => Mapped($"{Map}1 beginbfchar\n<{Times("41", 100_000)}> <{Times("0041", 100_000)}>\nendbfchar\nendcmap")),
        new("pdf-map-letters-to-books", () => Books(20_000)),
        new("pdf-map-cid-range-of-billions", () => Painting("BT /F2 12 Tf 50 600 Td (abc) Tj ET", "", "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 8 0 R /DescendantFonts [7 0 R] >>", "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (a) /Ordering (b) /Supplement 0 >> >>", Stream("/Type /CMap /CMapName /Y /UseCMap 8 0 R", $"{Map}1 begincidrange\n<00000000> <FFFFFFFF> 0\nendcidrange\nendcmap"))),
    ];

    private static byte[] Font(string font) => Painting("BT /F2 12 Tf 50 600 Td (abc) Tj ET", "", font);

    private static byte[] Embedded(string key, string file) => Painting(
        "BT /F2 12 Tf 50 600 Td (abc) Tj ET", "",
        $"<< /Type /Font /Subtype /{(key == "/FontFile2" ? "TrueType" : "Type1")} /BaseFont /A /FirstChar 97 /LastChar 99 /Widths [500 500 500] /FontDescriptor 7 0 R >>",
        $"<< /Type /FontDescriptor /FontName /A /Flags 4 {key} 8 0 R >>", Stream("/Subtype /Type1C", file));

    private static byte[] Composite(string entries) => Painting(
        "BT /F2 12 Tf 50 600 Td (abcd) Tj ET", "", "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
        $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> {entries} >>");

    private static byte[] Mapped(string map, string entries = "") => Painting(
        "BT /F2 12 Tf 50 600 Td (abcd) Tj ET", "", "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 7 0 R >>",
        Stream(entries, map), "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");

    // One code that stands for ten thousand characters, shown over and over.
    private static byte[] Books(int times) => Painting(
        $"BT /F2 1 Tf 50 600 Td {Times("(a) Tj ", times)} ET", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>",
        Stream("", $"/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n1 beginbfchar\n<61> <{Times("0041", 10_000)}>\nendbfchar\nendcmap"));
}
