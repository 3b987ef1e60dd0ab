using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Odf;
using Xunit;

namespace Ingest.Tests.Reading.Odf;

/// <summary>Sheets of OpenDocument workbooks: what their cells show, what is repeated, hidden, beside them.</summary>
public sealed class OdsTests
{
    private const string Looks = """
        <style:style style:name="b" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>
        <style:style style:name="g" style:family="table-cell" style:parent-style-name="b"><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>
        <style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>
        <style:style style:name="thin" style:family="table-column"><style:table-column-properties style:column-width="0cm"/></style:style>
        """;

    private static readonly string[] Grid = ["Action|Coût", "Vélos|1 000 €", "Café|500 €"];

    [Fact]
    public void Workbook_is_told_by_its_content()
    {
        var file = Workbook(Sheet("A", Row(Text("x"))));
        Assert.True(new OdsReader().Recognises(file.ToFlat()));
        Assert.True(new OdsReader().Recognises(file.ToPackage()));
        Assert.False(new OdtReader().Recognises(file.ToPackage()));
        Assert.Equal("source.unreadable", Assert.Throws<UnreadableSourceException>(() => new OdsReader().Read(Workbook("").ToFlat()).ToList()).Finding.Code);
    }

    [Theory]
    [InlineData("office:value-type=\"currency\" office:value=\"1234.56\"", "<text:p>1 235 €</text:p>", "1 234,56 €")]
    [InlineData("office:value-type=\"float\" office:value=\"1234.5\"", "", "1234,5")]
    [InlineData("office:value-type=\"percentage\" office:value=\"0.125\"", "", "12,5 %")]
    [InlineData("office:value-type=\"date\" office:date-value=\"2024-03-12\"", "<text:p>03/12/2024</text:p>", "12/03/2024")]
    [InlineData("office:value-type=\"date\" office:date-value=\"2024-03-12\"", "<text:p>12/03/2024</text:p>", "12/03/2024")]
    [InlineData("office:value-type=\"date\" office:date-value=\"2024-03-12\"", "<text:p>12 mars 2024</text:p>", "12 mars 2024")]
    [InlineData("office:value-type=\"date\" office:date-value=\"2024-03-12\"", "", "12/03/2024")]
    [InlineData("office:value-type=\"boolean\" office:boolean-value=\"true\"", "", "VRAI")]
    [InlineData("office:value-type=\"string\" office:string-value=\"écrit\"", "", "écrit")]
    [InlineData("office:value-type=\"string\"", "<text:p>un <text:span>deux</text:span><text:s text:c=\"2\"/>trois</text:p>", "un deux  trois")]
    public void Cell_says_what_a_French_reader_sees(string attributes, string content, string expected) =>
        Assert.Equal(expected, Assert.IsType<FlowParagraph>(Assert.Single(Pages(Sheet("Feuil1", Row(Cell(attributes, content)))).Single().Blocks)).Text);

    [Fact]
    public void Cells_know_their_sheet_and_name_and_look()
    {
        var page = Pages(Sheet("2024", Row(Cell("table:style-name=\"g\"", "<text:p>Titre</text:p><text:p>suite</text:p>")))).Single();
        Assert.Equal(["2024", "Titre", "suite"], page.Blocks.Cast<FlowParagraph>().Select(p => p.Text));
        var title = (FlowParagraph)page.Blocks[1];
        Assert.Equal(("2024", "A1", true, 14.0), (title.Region.Sheet, title.Region.Cell, title.IsBold, title.FontSize!.Value));
    }

    [Fact]
    public void Repeated_and_merged_cells_stand_at_their_places()
    {
        var table = Table(Sheet("Feuil1",
            Row(Cell("table:number-columns-spanned=\"2\"", "<text:p>Action</text:p>"), "<table:covered-table-cell/>", Text("Coût"), Text("Ville")),
            "<table:table-row table:number-rows-repeated=\"2\">" + Text("x") + Text("y") + Cell("office:value-type=\"float\" office:value=\"5\" table:number-columns-repeated=\"2\"", "<text:p>5</text:p>") + "</table:table-row>"));
        Assert.Equal(["A1 1x2 Action", "C1 1x1 Coût", "D1 1x1 Ville", "A2 1x1 x", "B2 1x1 y", "C2 1x1 5", "D2 1x1 5", "A3 1x1 x", "B3 1x1 y", "C3 1x1 5", "D3 1x1 5"], Shape(table));
    }

    [Fact]
    public void Header_rows_of_print_and_of_data_ranges_are_headers()
    {
        var rows = Rows(Grid);
        Assert.Equal(1, Table(Sheet("Feuil1", $"<table:table-header-rows>{rows[0]}</table:table-header-rows>", rows[1], rows[2])).HeaderRowCount);
        Assert.Equal(1, Table(Sheet("l'an 1", rows) + "<table:database-ranges><table:database-range table:target-range-address=\"$'l''an 1'.$A$1:'l''an 1'.B3\"/></table:database-ranges>").HeaderRowCount);
        Assert.Equal(0, Table(Sheet("Feuil1", rows)).HeaderRowCount);
    }

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_read_apart_and_told()
    {
        var pages = Pages(
            Sheet("Vue", "<table:table-column/><table:table-column table:style-name=\"thin\"/><table:table-column/>", Row(Text("Action"), Text("caché"), Text("Coût")),
                Row(Text("Vélos"), "<table:table-cell/>", Text("1 000 €")), "<table:table-row table:visibility=\"filter\">" + Text("filtré") + "</table:table-row>", Row(Text("Café"), "<table:table-cell/>", Text("500 €")))
            + $"<table:table table:name=\"Brouillon\" table:style-name=\"off\">{Row(Text("vieux"))}</table:table>");
        Assert.Equal([FlowRole.Header, FlowRole.Body, FlowRole.Hidden, FlowRole.Hidden], pages[0].Blocks.Select(block => block.Role));
        Assert.Equal([FlowRole.Hidden], pages[1].Blocks.Select(block => block.Role));
        Assert.Equal([2, 1], pages.Select(page => page.Findings.Count(finding => finding.Code == "text.hidden-cells")));
    }

    [Fact]
    public void Value_that_a_format_hides_is_told_apart()
    {
        var page = Pages(Sheet("Feuil1", Row(Text("vu"), Cell("office:value-type=\"float\" office:value=\"12\"", "<text:p/>")))).Single();
        Assert.Equal([(FlowRole.Body, "vu"), (FlowRole.Hidden, "12")], page.Blocks.Cast<FlowParagraph>().Select(p => (p.Role, p.Text)));
    }

    [Fact]
    public void Annotations_text_boxes_and_headers_with_words_stand_beside_the_cells()
    {
        var file = Workbook(
            "<table:table table:name=\"Feuil1\" table:style-name=\"t\"><table:shapes><draw:frame><draw:text-box><text:p>boîte</text:p></draw:text-box></draw:frame></table:shapes>"
            + Row(Cell("", "<office:annotation><dc:creator>A</dc:creator><dc:date>2025-01-01</dc:date><text:p>à revoir</text:p></office:annotation><text:p>vu</text:p>")) + "</table:table>") with
        {
            Automatic = "<style:style style:name=\"t\" style:family=\"table\" style:master-page-name=\"M\"/>",
            Masters = "<style:master-page style:name=\"M\"><style:header><style:region-left><text:p>Ville</text:p></style:region-left><style:region-right><text:p><text:sheet-name>?</text:sheet-name></text:p></style:region-right></style:header>"
                + "<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>",
        };
        var page = Assert.Single(new OdsReader().Read(file.ToFlat()));
        Assert.Equal(
            [(FlowRole.Header, "Ville", null), (FlowRole.Body, "vu", "A1"), (FlowRole.TextBox, "boîte", null), (FlowRole.Note, "à revoir", "A1")],
            page.Blocks.Cast<FlowParagraph>().Select(p => (p.Role, p.Text, p.Region.Cell)));
    }

    [Fact]
    public void Text_of_a_cell_that_is_repeated_counts_each_time()
    {
        var file = Workbook(Sheet("Feuil1", Row(Cell("table:number-columns-repeated=\"5\"", OdfFile.P(new string('a', 400))))));

        var page = Assert.Single(new OdsReader(new OdfOptions { MostTextThousands = 1 }).Read(file.ToFlat()));

        Assert.Equal("source.cell-limit", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Rest_of_a_sheet_costs_nothing_and_a_sheet_of_repetitions_is_read_up_to_a_limit()
    {
        const string Rest = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:style-name=\"b\" table:number-columns-repeated=\"16384\"/></table:table-row>";
        var watch = Stopwatch.StartNew();
        var page = Pages(Sheet("Feuil1", Row(Text("vu"), "<table:table-cell table:number-columns-repeated=\"16383\"/>"), string.Concat(Enumerable.Repeat(Rest, 20)))).Single();
        Assert.Single(page.Blocks);
        Assert.Empty(page.Findings);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");

        var full = Workbook(Sheet("Feuil1", "<table:table-row table:number-rows-repeated=\"99999999999\">" + Cell("table:number-columns-repeated=\"99999999999\"", "<text:p>x</text:p>") + "</table:table-row>"));
        Assert.Equal("source.cell-limit", Assert.Single(Assert.Single(new OdsReader(new OdfOptions(), new ReadingLimits { TableCells = 5000 }).Read(full.ToFlat())).Findings).Code);
    }

    [Fact]
    public void Workbook_of_LibreOffice_is_read_as_it_shows()
    {
        var pages = new OdsReader().Read(File.ReadAllBytes(Path.Combine(Here(), "Samples", "rounded-hidden-merged.ods"))).ToList();
        Assert.Equal(2, pages.Count);
        Assert.Equal(["Programmation 2025", "Programmation 2025 du contrat de ville de la commune de Vesoul", "12/03/2025", "à confirmer"],
            pages[0].Blocks.OfType<FlowParagraph>().Where(p => p.Role != FlowRole.Hidden).Select(p => p.Text));
        Assert.Equal(
            [
                "A4 1x1 Thématique", "B4 1x1 Action", "C4 1x1 Porteur", "E4 1x1 Coût total", "F4 1x1 Part État",
                "A5 2x1 Santé", "B5 1x1 Atelier vélo", "C5 1x1 CCAS", "E5 1x1 1 234,56 €", "F5 1x1 50 %",
                "B6 1x1 Café des parents", "C6 1x1 Association Relais", "E6 1x1 2 000,00 €", "F6 1x1 33,33 %",
                "A8 1x1 Emploi", "B8 1x1 Chantier", "C8 1x1 Ville", "E8 1x1 500 €", "F8 1x1 100 %",
                "A9 1x3 Total", "E9 1x1 3 734,56 €", "F9 1x1 ",
            ],
            Shape(pages[0].Blocks.OfType<FlowTable>().Single(table => table.Role == FlowRole.Body)));
    }

    private static OdfFile Workbook(string sheets) => new() { Type = OdfFile.SheetType, Automatic = Looks, Body = sheets };

    private static ImmutableArray<Page> Pages(string sheets) => [.. new OdsReader().Read(Workbook(sheets).ToFlat())];

    private static FlowTable Table(string sheets) => Pages(sheets).Single().Blocks.OfType<FlowTable>().Single();

    private static string Sheet(string name, params string[] rows) => $"<table:table table:name=\"{name}\">{string.Concat(rows)}</table:table>";

    private static string[] Rows(string[] lines) => [.. lines.Select(line => Row([.. line.Split('|').Select(Text)]))];

    private static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells)}</table:table-row>";

    private static string Text(string text) => Cell("office:value-type=\"string\"", OdfFile.P(text));

    private static string Cell(string attributes, string content) => $"<table:table-cell {attributes}>{content}</table:table-cell>";

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static ImmutableArray<string> Shape(FlowTable table) =>
        [.. table.Cells.Select(cell => $"{cell.Region!.Cell} {cell.RowSpan}x{cell.ColumnSpan} {string.Concat(cell.Content.Cast<FlowParagraph>().Select(p => p.Text))}")];
}
