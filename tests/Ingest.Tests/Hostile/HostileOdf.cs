using System.Collections.Immutable;
using Ingest.Tests.Reading.Odf;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>OpenDocuments that repeat and nest without end.</summary>
internal static class HostileOdf
{
    private static readonly string Said = OdfFile.P(HostileCatalogue.Text);

    private static readonly string SaidInCell = $"<table:table-row><table:table-cell>{OdfFile.P(HostileCatalogue.Text)}</table:table-cell></table:table-row>";

    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("ods-repeated-to-the-end", () => Sheet($"{SaidInCell}<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\">{OdfFile.P("mot")}</table:table-cell></table:table-row>")) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("ods-text-repeated", () => Sheet($"{SaidInCell}<table:table-row table:number-rows-repeated=\"10\"><table:table-cell table:number-columns-repeated=\"10\">{OdfFile.P(Times("un mot ", 1_000))}</table:table-cell></table:table-row>")) { Says = HostileCatalogue.Text },
        new("ods-repetitions-odd", () => Sheet($"{SaidInCell}<table:table-row table:number-rows-repeated=\"-5\"><table:table-cell table:number-columns-repeated=\"99999999999999\">{OdfFile.P("x")}</table:table-cell></table:table-row>")),
        new("ods-spans-huge", () => Sheet(SaidInCell + Times($"<table:table-row>{Times($"<table:table-cell table:number-columns-spanned=\"16384\" table:number-rows-spanned=\"1048576\">{OdfFile.P("x")}</table:table-cell>", 20)}</table:table-row>", 500))),
        new("ods-columns-many", () => Sheet(Times("<table:table-column table:visibility=\"collapse\"/>", 16_000) + SaidInCell + Times($"<table:table-row>{Times("<table:table-cell/>", 1000)}</table:table-row>", 100))),
        new("ods-groups-nested", () => Sheet(Times("<table:table-row-group>", 5000) + SaidInCell + Times("</table:table-row-group>", 5000))),
        new("odt-tables-nested", () => Text(Times("<table:table><table:table-row><table:table-cell>", 500) + Said + Times("</table:table-cell></table:table-row></table:table>", 500))),
        new("odt-spans-nested", () => Text($"{Said}<text:p>{Times("<text:span>", 100_000)}{Times("</text:span>", 100_000)}</text:p>")) { Says = HostileCatalogue.Text },
        new("odt-rows-repeated", () => Text($"{Said}<table:table><table:table-column table:number-columns-repeated=\"1000000\"/><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"1000000\">{OdfFile.P("x")}</table:table-cell></table:table-row></table:table>")) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("odt-styles-in-a-circle", () => (new OdfFile { Body = "<text:p text:style-name=\"A\">Programmation 2024</text:p>", Common = "<style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"B\"/><style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"A\"/>" }).ToFlat()) { Says = HostileCatalogue.Text },
        new("odt-spaces-many", () => Text($"{Said}<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>")) { Says = HostileCatalogue.Text },
        new("odt-lists-nested", () => Text(Said + Times("<text:list><text:list-item>", 200) + OdfFile.P("x") + Times("</text:list-item></text:list>", 200))) { Says = HostileCatalogue.Text },
        new("odt-lists-continue-one-another", () => Text(Said + "<text:list xml:id=\"a\" text:continue-list=\"b\"><text:list-item><text:p>x</text:p></text:list-item></text:list><text:list xml:id=\"b\" text:continue-list=\"a\"><text:list-item text:start-value=\"2147483647\"><text:p>y</text:p></text:list-item></text:list>")) { Says = HostileCatalogue.Text },
        new("odt-notes-nested", () => Text($"<text:p>{HostileCatalogue.Text}{Times("<text:note><text:note-body><text:p>", 100)}{Times("</text:p></text:note-body></text:note>", 100)}</text:p>")) { Says = HostileCatalogue.Text },
        new("odt-paragraphs-many", () => Text(Said + Times(OdfFile.P("Un mot de plus."), 200_000))) { Tells = "source.archive-limit", Limits = HostileCatalogue.Low },
        new("ods-cell-limit", () => Sheet($"{SaidInCell}<table:table-row table:number-rows-repeated=\"100\"><table:table-cell table:number-columns-repeated=\"100\">{OdfFile.P("mot")}</table:table-cell></table:table-row>")) { Tells = "source.cell-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("odt-cell-limit", () => Text($"{Said}<table:table><table:table-row table:number-rows-repeated=\"100\"><table:table-cell table:number-columns-repeated=\"100\">{OdfFile.P("mot")}</table:table-cell></table:table-row></table:table>")) { Tells = "source.cell-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
    ];

    private static byte[] Sheet(string rows) => new OdfFile { Type = OdfFile.SheetType, Body = $"<table:table table:name=\"a\">{rows}</table:table>" }.ToPackage();

    private static byte[] Text(string body) => new OdfFile { Body = body }.ToPackage();
}
