using System.Collections.Immutable;
using System.Globalization;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>PDF files whose pages paint without end: letters, paths, forms in forms, colours and functions in circles.</summary>
internal static class HostilePdfContent
{
    private const string Form = "/Type /XObject /Subtype /Form /BBox [0 0 600 800]";

    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("pdf-million-letters", () => Painting(Times("BT /F1 1 Tf 10 10 Td (abcdefghi ) Tj ET\n", 100_000))) { Tells = "source.letter-limit", Limits = HostileCatalogue.Low },
        new("pdf-letters-in-one-place", () => Painting($"BT /F1 9 Tf 50 500 Td {Times("(a) Tj -5 0 Td ", 150_000)} ET")) { Tells = "source.letter-limit", Limits = HostileCatalogue.Low },
        new("pdf-letters-all-over", () => Letters(190_000)) { Tells = "source.letter-limit", Limits = HostileCatalogue.Low },
        new("pdf-million-paths", () => Painting(Times("10 10 500 300 re S\n", 350_000))) { Tells = "source.path-limit", Limits = HostileCatalogue.Low },
        new("pdf-paths-as-a-grid", () => Paths(290_000)) { Tells = "source.path-limit", Limits = HostileCatalogue.Low },
        new("pdf-rectangles-all-over", () => Rectangles(290_000)) { Tells = "source.path-limit", Limits = HostileCatalogue.Low },
        new("pdf-path-of-a-million-points", () => Painting($"0 0 m {Times("10 20 l 300 20 l ", 150_000)} S")) { Tells = "source.stream-limit", Limits = HostileCatalogue.Low },
        new("pdf-circles-all-over", () => Circles(60_000)) { Tells = "source.path-limit", Limits = HostileCatalogue.Low },
        new("pdf-million-images", () => Painting(Times("q 10 0 0 10 50 50 cm /X0 Do Q\n", 300_000), "/XObject << /X0 6 0 R >>", Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x"))) { Tells = "source.path-limit", Limits = HostileCatalogue.Low },
        new("pdf-states-never-restored", () => Painting(Times("q 1 0 0 1 0 0 cm ", 50_000))),
        new("pdf-content-never-closed", () => Painting(Times("/P BMC ", 300_000))) { Says = HostileCatalogue.Text },
        new("pdf-inline-image-without-end", () => Painting("BI /W 1 /H 1 /CS /G /BPC 8 ID " + Times("x", 100_000))),
        new("pdf-inline-image-filtered", () => Painting("BI /W 100000 /H 100000 /CS /G /BPC 8 /F [/A85 /Fl] ID zzzz EI")),
        new("pdf-array-deep-in-content", () => Painting($"BT /F1 9 Tf {Times("[", 100_000)} TJ ET")),
        new("pdf-clip-without-end", () => Painting(Times("0 0 600 800 re W n ", 50_000))) { Says = HostileCatalogue.Text },
        new("pdf-matrix-huge", () => Painting(Times("1e30 0 0 1e30 0 0 cm ", 100))),
        new("pdf-matrix-zero", () => Painting("q 0 0 0 0 0 0 cm BT /F1 12 Tf (rien) Tj ET Q")) { Says = HostileCatalogue.Text },
        new("pdf-font-size-huge", () => Painting("BT /F1 1e300 Tf 10 10 Td (grand) Tj ET BT /F1 -1e-300 Tf (petit) Tj ET")),
        new("pdf-form-calls-itself", () => Painting("/X0 Do", "/XObject << /X0 6 0 R >>", Stream($"{Form} /Resources << /XObject << /X0 6 0 R >> >>", "/X0 Do /X0 Do"))) { Says = HostileCatalogue.Text },
        new("pdf-forms-in-a-circle", () => Painting("/X0 Do", "/XObject << /X0 6 0 R >>", Stream($"{Form} /Resources << /XObject << /X0 7 0 R >> >>", "/X0 Do"), Stream($"{Form} /Resources << /XObject << /X0 6 0 R >> >>", "/X0 Do"))) { Says = HostileCatalogue.Text },
        new("pdf-forms-multiply", () => FormsMultiply(depth: 14, times: 10)) { Tells = "source.path-limit", Limits = HostileCatalogue.Low },
        new("pdf-pattern-paints-itself", () => Painting("/Pattern cs /P0 scn 0 0 600 800 re f", "/Pattern << /P0 6 0 R >>", Stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 /Resources << /Pattern << /P0 6 0 R >> >>", "/Pattern cs /P0 scn 0 0 1 1 re f"))) { Says = HostileCatalogue.Text },
        new("pdf-mask-masks-itself", () => Painting("/G0 gs 0 0 9 9 re f", "/ExtGState << /G0 6 0 R >>", "<< /Type /ExtGState /SMask << /S /Luminosity /G 7 0 R >> >>", Stream($"{Form} /Group << /S /Transparency >> /Resources << /ExtGState << /G0 6 0 R >> >>", "/G0 gs 0 0 9 9 re f"))) { Says = HostileCatalogue.Text },
        new("pdf-colours-in-a-circle", () => Colour("[/Indexed 6 0 R 255 (abc)]")),
        new("pdf-separation-in-a-circle", () => Colour("[/Separation /A 6 0 R << /FunctionType 2 /Domain [0 1] /N 1 >>]")) { EndsTheProcess = true },
        new("pdf-profile-in-a-circle", () => Painting("/C0 cs 0.5 scn 0 0 9 9 re f", "/ColorSpace << /C0 [/ICCBased 6 0 R] >>", Stream("/N 3 /Alternate [/ICCBased 6 0 R]", "x"))),
        new("pdf-colours-deep", () => Painting("/C0 cs 0 scn 0 0 9 9 re f", $"/ColorSpace << /C0 {Times("[/Pattern ", 200)} /DeviceGray {Times("]", 200)} >>")),
        new("pdf-function-stitches-itself", () => Colour("[/Separation /A /DeviceGray 7 0 R]", "<< /FunctionType 3 /Domain [0 1] /Functions [7 0 R 7 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>")) { EndsTheProcess = true },
        new("pdf-functions-nested", () => FunctionsNested(5000)),
        new("pdf-function-program-deep", () => Colour("[/Separation /A /DeviceGray 7 0 R]", Stream("/FunctionType 4 /Domain [0 1] /Range [0 1]", Times("{", 100_000)))) { EndsTheProcess = true },
        new("pdf-function-samples-huge", () => Colour("[/Separation /A /DeviceGray 7 0 R]", Stream("/FunctionType 0 /Domain [0 1 0 1 0 1 0 1] /Range [0 1] /Size [60000 60000 60000 60000] /BitsPerSample 32", "abcd"))),
        new("pdf-shading-in-a-circle", () => Painting("/S0 sh", "/Shading << /S0 6 0 R >>", "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function 7 0 R >>", "<< /FunctionType 3 /Domain [0 1] /Functions [7 0 R] /Bounds [] /Encode [0 1] >>")) { EndsTheProcess = true },
        new("pdf-letter-limit", () => Letters(3000)) { Tells = "source.letter-limit", Limits = HostileCatalogue.Low },
        new("pdf-path-limit", () => Rectangles(3000)) { Tells = "source.path-limit", Limits = HostileCatalogue.Low },
    ];

    private static byte[] Colour(string space, params ImmutableArray<string> functions) =>
        Painting("/C0 cs 0.5 scn 0 0 9 9 re f", "/ColorSpace << /C0 6 0 R >>", [space, .. functions]);

    // Words of five letters in lines, as small as they must be to find room.
    private static byte[] Letters(int count)
    {
        var lines = Enumerable.Range(0, count / 500).Select(line => string.Create(CultureInfo.InvariantCulture, $"BT /F1 2 Tf 1 0 0 1 10 {790 - (line * 2)} Tm ({Times("abcd ", 100)}) Tj ET"));
        return Painting(string.Join('\n', lines));
    }

    private static byte[] Paths(int count)
    {
        var lines = Enumerable.Range(0, count / 2).Select(i => string.Create(CultureInfo.InvariantCulture, $"{10 + (i % 380 * 1.5)} {10 + (i / 380 * 2)} m {11.5 + (i % 380 * 1.5)} {10 + (i / 380 * 2)} l S {10 + (i % 380 * 1.5)} {10 + (i / 380 * 2)} m {10 + (i % 380 * 1.5)} {12 + (i / 380 * 2)} l S"));
        return Painting("0.1 w\n" + string.Join('\n', lines));
    }

    private static byte[] Rectangles(int count)
    {
        var areas = Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i * 7919 % 590} {i * 104_729L % 790} {4 + (i % 90)} {4 + (i % 70)} re f"));
        return Painting("0.5 g\n" + string.Join('\n', areas) + "\n0 g");
    }

    private static byte[] Circles(int count)
    {
        var discs = Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"1 0 0 1 {i % 2} 0 cm 2 0 m 2 1 1 2 0 2 c -1 2 -2 1 -2 0 c -2 -1 -1 -2 0 -2 c 1 -2 2 -1 2 0 c f"));
        return Painting($"q 1 0 0 1 20 700 cm {string.Join('\n', discs)} Q");
    }

    private static byte[] FormsMultiply(int depth, int times)
    {
        var forms = Enumerable.Range(First, depth).Select(number => Stream(
            string.Create(CultureInfo.InvariantCulture, $"{Form} /Resources << /XObject << /X0 {number + 1} 0 R >> >>"), number == First + depth - 1 ? "q Q" : Times("/X0 Do ", times)));
        return Painting("/X0 Do", "/XObject << /X0 6 0 R >>", [.. forms]);
    }

    private static byte[] FunctionsNested(int depth)
    {
        var functions = Enumerable.Range(First + 1, depth).Select(number => number == First + depth
            ? "<< /FunctionType 2 /Domain [0 1] /N 1 >>"
            : string.Create(CultureInfo.InvariantCulture, $"<< /FunctionType 3 /Domain [0 1] /Functions [{number + 1} 0 R] /Bounds [] /Encode [0 1] >>"));
        return Colour("[/Separation /A /DeviceGray 7 0 R]", [.. functions]);
    }
}
