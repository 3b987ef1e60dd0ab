using System.Collections.Immutable;
using System.Text;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>Web pages that a parser takes long over.</summary>
internal static class HostileHtml
{
    private const string Said = $"<p>{HostileCatalogue.Text}</p>";

    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("html-div-unclosed", () => Page(Times("<div>", 20_000))),
        new("html-looks-unclosed", () => Page(Times("<b><i><u>", 5000) + Times("<p>a", 2000))),
        new("html-looks-crossed", () => Page(Times("<a><b><p></a></b>", 5000))),
        new("html-tables-nested", () => Page(Times("<table><tr><td>", 500))),
        new("html-text-in-tables", () => Page($"<table>{Times("<b>a<tr>", 4_000)}</table>")),
        new("html-lists-nested", () => Page(Times("<ul><li>", 5000))),
        new("html-spans-huge", () => Page($"<table>{Times("<tr><td colspan=2147483647 rowspan=2147483647>x</td></tr>", 500)}</table>")),
        new("html-spans-to-the-limit", () => Page($"<table>{Times($"<tr>{Times("<td colspan=1000 rowspan=65534>x</td>", 5)}</tr>", 300)}</table>")),
        new("html-cells-many", () => Page($"<table>{Times($"<tr>{Times("<td>mot</td>", 30)}</tr>", 500)}</table>")) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("html-attribute-giant", () => Page($"<p title=\"{Times("a", 3_000_000)}\">x</p>")),
        new("html-attributes-many", () => Page($"<p {string.Concat(Enumerable.Range(0, 30_000).Select(i => $"a{i}=1 "))}>x</p>")),
        new("html-quote-unclosed", () => Page($"<p title=\"{Times("<p title='a", 50_000)}")),
        new("html-equals-many", () => Page(Times("<p a =", 50_000) + Times("\"", 50_000))),
        new("html-spaces-in-tag", () => Page($"<p {Times(" ", 300_000)}\"{Times(" \"", 100_000)}>")),
        new("html-comment-unclosed", () => Page("<!--" + Times("<!-- ", 200_000))),
        new("html-script-unclosed", () => Page(Times("<script>", 50_000))),
        new("html-word-of-megabytes", () => Page(Times("a", 500_000))),
        new("html-nul-bytes", () => Page(Times("\0", 100_000) + "<p>\0fin</p>")),
        new("html-entities", () => Page(Times("&amp;&#x110000;&#0;&noSuch;", 20_000))),
        new("html-drawing-deep", () => Page($"<svg>{Times("<g>", 20_000)}</svg>")),
        new("html-select-deep", () => Page(Times("<select><option><optgroup>", 1500))),
        new("html-paragraphs-many", () => Page(Times("<p>Un mot de plus.</p>", 5_000))),
        new("html-styles-many", () => Encoding.UTF8.GetBytes($"<html><head><style>{string.Concat(Enumerable.Range(0, 4_000).Select(i => $".c{i}{{display:none}} "))}</style></head><body>{Said}{string.Concat(Enumerable.Range(0, 4_000).Select(i => $"<p class=\"{i} d e f\">x</p>"))}</body></html>")),
        new("html-frames-outside", () => Page("<iframe src=\"http://127.0.0.1:9/\"></iframe><img src=\"http://127.0.0.1:9/a.png\"><link rel=stylesheet href=\"http://127.0.0.1:9/a.css\"><meta http-equiv=refresh content=\"0;url=http://127.0.0.1:9/\">")) { Says = HostileCatalogue.Text },
        new("html-cell-limit", () => Page($"<table>{Times($"<tr>{Times("<td>mot</td>", 20)}</tr>", 100)}</table>")) { Tells = "source.cell-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
    ];

    private static byte[] Page(string body) => Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>Programmation</title></head><body>{Said}{body}");
}
