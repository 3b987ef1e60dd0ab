using System.Collections.Immutable;
using System.Globalization;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>PDF files whose trees (pages, outlines, names, fields, structure) run in circles, or have no end.</summary>
internal static class HostilePdfTrees
{
    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("pdf-pages-in-a-circle", () => With(2, "<< /Type /Pages /Count 2 /Kids [3 0 R 2 0 R] >>")),
        new("pdf-pages-their-own-parent", () => With(2, "<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [3 0 R] >>")),
        new("pdf-page-without-box-in-a-circle", () => With(3, "<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>")),
        new("pdf-pages-deep", () => PagesDeep(10_000)),
        new("pdf-pages-shared", () => PagesShared(40)),
        new("pdf-count-too-large", () => With(2, "<< /Type /Pages /Count 2147483647 /Kids [3 0 R] >>")),
        new("pdf-count-negative", () => With(2, "<< /Type /Pages /Count -3 /Kids [3 0 R] >>")),
        new("pdf-pages-of-nothing", () => ManyPages(20_000)) { Tells = "source.page-limit", Limits = HostileCatalogue.Low },
        new("pdf-the-same-page-often", () => With(2, $"<< /Type /Pages /Count 100000 /Kids [{Times("3 0 R ", 100_000)}] >>")) { Limits = HostileCatalogue.Low },
        new("pdf-kids-no-list", () => With(2, "<< /Type /Pages /Count 1 /Kids 2 0 R >>")),
        new("pdf-outline-in-a-circle", () => new PdfObjects("<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>", "<< /Title (a) /Parent 6 0 R /Next 7 0 R /First 7 0 R /Dest [3 0 R /Fit] >>") { Catalog = "/Outlines 6 0 R" }.ToBytes()) { Says = HostileCatalogue.Text },
        new("pdf-names-in-a-circle", () => new PdfObjects("<< /Dests 7 0 R /EmbeddedFiles 7 0 R >>", "<< /Kids [7 0 R 7 0 R] /Limits [(a) (b)] >>") { Catalog = "/Names 6 0 R" }.ToBytes()) { EndsTheProcess = true },
        new("pdf-names-deep", () => NamesDeep(20_000)),
        new("pdf-page-labels-in-a-circle", () => new PdfObjects("<< /Kids [6 0 R] >>") { Catalog = "/PageLabels 6 0 R" }.ToBytes()) { Says = HostileCatalogue.Text },
        new("pdf-fields-in-a-circle", () => new PdfObjects("<< /Fields [7 0 R] >>", "<< /T (a) /FT /Tx /Kids [7 0 R] /Parent 7 0 R >>") { Catalog = "/AcroForm 6 0 R", OfPage = "/Annots [7 0 R]" }.ToBytes()) { Says = HostileCatalogue.Text },
        new("pdf-structure-in-a-circle", () => new PdfObjects("<< /Type /StructTreeRoot /K 7 0 R /RoleMap << /A /B /B /A >> >>", "<< /S /A /K [7 0 R 6 0 R] /P 6 0 R /Pg 3 0 R >>") { Catalog = "/StructTreeRoot 6 0 R /MarkInfo << /Marked true >>" }.ToBytes()) { Says = HostileCatalogue.Text },
        new("pdf-structure-deep", () => StructureDeep(20_000)) { Says = HostileCatalogue.Text },
        new("pdf-structure-spans-huge", StructureSpans) { Says = HostileCatalogue.Text },
        new("pdf-layers-deep", () => new PdfObjects() { Catalog = $"/OCProperties << /OCGs [] /D << /Order {Times("[", 200)}{Times("]", 200)} /OFF [3 0 R 1 0 R] >> >>" }.ToBytes()) { Says = HostileCatalogue.Text },
        new("pdf-annotations-in-a-circle", () => Paged("/Annots [6 0 R 3 0 R]", "<< /Type /Annot /Subtype /Link /Parent 6 0 R /Popup 6 0 R /AP << /N 6 0 R >> /A << /S /GoTo /Next 6 0 R >> >>")) { Says = HostileCatalogue.Text },
        new("pdf-resources-in-a-circle", () => Painting("/X0 Do", "/XObject 6 0 R /ExtGState 6 0 R /Pattern 6 0 R", "<< /X0 6 0 R /F2 6 0 R >>")),
    ];

    private static byte[] PagesDeep(int depth)
    {
        var nodes = Enumerable.Range(First, depth).Select(number => string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Parent {Math.Max(2, number - 1)} 0 R /Count 1 /Kids [{(number == First + depth - 1 ? 3 : number + 1)} 0 R] >>"));
        return With(2, $"<< /Type /Pages /Count 1 /Kids [{First} 0 R] >>", [.. nodes]);
    }

    // Each node has the next one twice: 2⁴⁰ pages in 40 objects.
    private static byte[] PagesShared(int depth)
    {
        var nodes = Enumerable.Range(First, depth).Select(number => string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Parent 2 0 R /Count 1099511627776 /Kids [{Next(number)} 0 R {Next(number)} 0 R] >>"));
        return With(2, $"<< /Type /Pages /Count 1099511627776 /Kids [{First} 0 R] >>", [.. nodes]);

        int Next(int number) => number == First + depth - 1 ? 3 : number + 1;
    }

    private static byte[] ManyPages(int count)
    {
        var pages = Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>", count);
        var kids = string.Concat(Enumerable.Range(First, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R ")));
        return With(2, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {count + 1} /Kids [3 0 R {kids}] >>"), [.. pages]);
    }

    private static byte[] NamesDeep(int depth)
    {
        var nodes = Enumerable.Range(First + 1, depth).Select(number => string.Create(CultureInfo.InvariantCulture, $"<< /Kids [{number + 1} 0 R] >>"));
        return new PdfObjects([$"<< /Dests {First + 1} 0 R >>", .. nodes, "<< /Names [(a) [3 0 R /Fit]] >>"]) { Catalog = $"/Names {First} 0 R" }.ToBytes();
    }

    private static byte[] StructureDeep(int depth)
    {
        var nodes = Enumerable.Range(First + 1, depth).Select(number => string.Create(CultureInfo.InvariantCulture, $"<< /S /Table /P {number - 1} 0 R /K [{number + 1} 0 R] >>"));
        return new PdfObjects([$"<< /Type /StructTreeRoot /K [{First + 1} 0 R] >>", .. nodes, "<< /S /TD /K 0 >>"]) { Catalog = "/StructTreeRoot 6 0 R /MarkInfo << /Marked true >>" }.ToBytes();
    }

    // A cell that says that it covers two milliard rows and columns.
    private static byte[] StructureSpans()
    {
        string[] nodes =
        [
            "<< /Type /StructTreeRoot /K 7 0 R >>", "<< /S /Table /P 6 0 R /Pg 3 0 R /K [8 0 R 8 0 R] >>", "<< /S /TR /P 7 0 R /Pg 3 0 R /K [9 0 R 10 0 R] >>",
            "<< /S /TD /P 8 0 R /Pg 3 0 R /K 0 /A << /O /Table /RowSpan 2147483647 /ColSpan 2147483647 >> >>", "<< /S /TD /P 8 0 R /Pg 3 0 R /K 1 >>",
        ];
        return new PdfObjects([.. nodes])
        {
            Catalog = "/StructTreeRoot 6 0 R /MarkInfo << /Marked true >>",
            Replaced = ImmutableDictionary<int, string>.Empty.Add(4, Stream("", $"/TD << /MCID 0 >> BDC {Words} EMC /TD << /MCID 1 >> BDC BT /F1 12 Tf 50 600 Td (suite) Tj ET EMC")),
        }.ToBytes();
    }
}
