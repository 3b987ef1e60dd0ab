using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>PDF files whose cross-references, objects or boxes lie.</summary>
internal static class HostilePdfStructure
{
    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("pdf-header-only", () => "%PDF-1.7\n"u8.ToArray()) { Tells = "source.unreadable" },
        new("pdf-cut-in-the-middle", () => Cut(2)),
        new("pdf-without-its-end", () => Cut(3, 2)),
        new("pdf-prev-to-itself", PrevToItself),
        new("pdf-xref-widths-negative", () => CrossReferenceStream("/W [-1 2 -1]")),
        new("pdf-xref-widths-huge", () => CrossReferenceStream("/W [1 2147483647 1]")),
        new("pdf-xref-index-huge", () => CrossReferenceStream("/W [1 2 1] /Index [0 2147483647]")),
        new("pdf-xref-table-of-billions", () => Replace(new PdfObjects().ToBytes(), "xref\n0 6", "xref\n0 2000000000")),
        new("pdf-xref-offsets-negative", () => Replace(new PdfObjects().ToBytes(), "0000000009 00000 n", "-000000009 00000 n")),
        new("pdf-object-stream-extends-itself", () => ObjectStream("/Extends 6 0 R", container: 6)),
        new("pdf-object-stream-in-itself", () => ObjectStream("", container: 7)),
        new("pdf-object-stream-of-billions", () => ObjectStream("/N 2147483647", container: 6)),
        new("pdf-references-in-a-circle", () => Paged("/Rotate 6 0 R", "7 0 R", "6 0 R")),
        new("pdf-content-in-a-circle", () => With(4, "4 0 R")),
        new("pdf-length-is-the-stream", () => With(4, $"<< /Length 4 0 R >>\nstream\n{Words}\nendstream")),
        new("pdf-length-too-large", () => With(4, $"<< /Length 2147483647 >>\nstream\n{Words}\nendstream")),
        new("pdf-length-negative", () => With(4, $"<< /Length -5 >>\nstream\n{Words}\nendstream")),
        new("pdf-arrays-deep", () => Paged($"/X {Times("[", 200_000)}")),
        new("pdf-arrays-deep-and-closed", () => Paged($"/X {Times("[", 100_000)}{Times("]", 100_000)}")),
        new("pdf-dictionaries-deep", () => Paged($"/X {Times("<</A ", 100_000)}")),
        new("pdf-string-without-end", () => Paged("/X (never ends")),
        new("pdf-strings-nested", () => Paged($"/X {Times("(", 200_000)}")),
        new("pdf-numbers-huge", () => Paged($"/X [{Times("9", 100_000)} -1e999999 {Times("-", 10_000)}1]")),
        new("pdf-name-of-a-megabyte", () => Paged($"/{Times("#41", 400_000)} 1")),
        new("pdf-generation-huge", () => Paged("/X 6 99999999999999999999 R")),
        new("pdf-encryption-unknown", () => Encrypted("/Filter /Standard /V 99 /R 99 /O (a) /U (b) /P 0")),
        new("pdf-encryption-in-a-circle", () => new PdfObjects("6 0 R") { Trailer = "/Encrypt 6 0 R /ID [(a) (b)]" }.ToBytes()),
        new("pdf-encryption-key-huge", () => Encrypted($"/Filter /Standard /V 2 /R 3 /Length 2147483640 /O <{Times("00", 32)}> /U <{Times("00", 32)}> /P -4")),
        new("pdf-box-zero", () => Box("0 0 0 0")),
        new("pdf-box-negative", () => Box("600 800 0 0")),
        new("pdf-box-giant", () => Box("0 0 1e30 1e30")),
        new("pdf-box-no-number", () => Box("0 0 NaN Infinity")),
        new("pdf-box-of-three", () => Box("0 0 600")),
        new("pdf-user-unit-huge", () => Paged("/UserUnit 1e300")),
        new("pdf-rotation-odd", () => Paged("/Rotate 2147483647")),
        new("pdf-contents-a-thousand-times", () => With(3, Resourced("/Other null").Replace("/Contents 4 0 R", $"/Contents [{Times("6 0 R ", 2_000)} 4 0 R]", StringComparison.Ordinal), Packed("/Filter /FlateDecode", FlateOf("q Q ", 262_144)))) { Tells = "source.stream-limit", Limits = HostileCatalogue.Low },
        new("pdf-with-scripts", () => new PdfObjects("<< /S /JavaScript /JS (while \\(true\\) app.alert\\(1\\)) /Next 6 0 R >>") { Catalog = "/OpenAction 6 0 R /AA << /WC 6 0 R >>" }.ToBytes()) { Says = HostileCatalogue.Text },
        new("pdf-with-xfa", () => new PdfObjects("<< /XFA [(template) 7 0 R] /Fields [] >>", Packed("/Filter /FlateDecode", FlateOf("<a>", 1_000_000))) { Catalog = "/AcroForm 6 0 R" }.ToBytes()) { Says = HostileCatalogue.Text },
        new("pdf-with-an-embedded-bomb", () => new PdfObjects("<< /EmbeddedFiles << /Names [(a) 7 0 R] >> >>", "<< /Type /Filespec /F (a.zip) /EF << /F 8 0 R >> >>", Packed("/Type /EmbeddedFile /Filter [/FlateDecode /FlateDecode]", Flate(FlateOf(Times("\0", 1_000_000), 1000)))) { Catalog = "/Names 6 0 R" }.ToBytes()) { Says = HostileCatalogue.Text },
    ];

    private static byte[] Cut(int of, int keep = 1)
    {
        var bytes = new PdfObjects().ToBytes();
        return bytes[..(bytes.Length * keep / of)];
    }

    private static byte[] PrevToItself()
    {
        var bytes = new PdfObjects { Trailer = "/Prev 0000000000" }.ToBytes();
        var start = Encoding.Latin1.GetString(bytes).IndexOf("\nxref", StringComparison.Ordinal) + 1;
        return Replace(bytes, "/Prev 0000000000", string.Create(CultureInfo.InvariantCulture, $"/Prev {start:D10}"));
    }

    private static byte[] Replace(byte[] bytes, string what, string by) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(what, by, StringComparison.Ordinal));

    private static byte[] Box(string box) => With(3, Resourced("/Other null").Replace("0 0 600 800", box, StringComparison.Ordinal));

    private static byte[] Encrypted(string entries) => new PdfObjects { Trailer = $"/ID [(a) (b)] /Encrypt << {entries} >>" }.ToBytes();

    // The table of references as a stream of its own, object 7, behind the objects that it names.
    private static byte[] CrossReferenceStream(string entries) => WithReferenceStream(new PdfObjects("null"), entries, (_, place) => [1, (byte)(place >> 8), (byte)place, 0]);

    // Object 3, the page, lies in object stream 6, which says of itself what it likes; « container » is where the stream itself is said to lie.
    private static byte[] ObjectStream(string entries, int container)
    {
        var page = string.Format(CultureInfo.InvariantCulture, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        var count = entries.Contains("/N", StringComparison.Ordinal) ? "" : "/N 1";
        var file = new PdfObjects(Stream($"/Type /ObjStm /First 4 {count} {entries}", $"3 0 {page}"));
        return WithReferenceStream(file, "/W [1 2 1]", (number, place) => number switch
        {
            3 => [2, 0, 6, 0],
            6 when container != 6 => [2, 0, 6, 0],
            _ => [1, (byte)(place >> 8), (byte)place, 0],
        });
    }

    private static byte[] WithReferenceStream(PdfObjects file, string entries, Func<int, int, byte[]> entryOf)
    {
        var bytes = file.ToBytes(out var places);
        var body = Encoding.Latin1.GetString(bytes);
        var start = body.IndexOf("\nxref", StringComparison.Ordinal) + 1;
        byte[] table = [0, 0, 0, 0, .. places.SelectMany((place, index) => entryOf(index + 1, place)), .. entryOf(places.Length + 1, start)];
        var stream = Packed($"/Type /XRef /Size {places.Length + 2} /Root 1 0 R {entries}", table);
        return Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{body[..start]}{places.Length + 1} 0 obj\n{stream}\nendobj\nstartxref\n{start}\n%%EOF\n"));
    }
}
