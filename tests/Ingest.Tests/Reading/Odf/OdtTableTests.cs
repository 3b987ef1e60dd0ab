using System.Collections.Immutable;
using Ingest.Model.Pages;
using Xunit;
using static Ingest.Tests.Reading.Odf.OdfFile;

namespace Ingest.Tests.Reading.Odf;

/// <summary>Tables have the grid that the reader sees.</summary>
public sealed class OdtTableTests
{
    [Fact]
    public void Spans_in_both_directions_cover_their_places()
    {
        var table = Table(
            "<table:table-column table:number-columns-repeated=\"3\"/>",
            "<table:table-header-rows>" + Row(Cell("A", "table:number-columns-spanned=\"2\""), Covered, Cell("B")) + "</table:table-header-rows>",
            Row(Cell("C", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\""), Covered, Cell("D")),
            "<table:table-rows>" + Row(Covered, Covered, Cell("E")) + "</table:table-rows>",
            Row(Cell("F"), Cell("G"), Cell("H")));
        Assert.Equal((4, 3, 1), (table.RowCount, table.ColumnCount, table.HeaderRowCount));
        Assert.Equal(["0,0 1x2 A", "0,2 1x1 B", "1,0 2x2 C", "1,2 1x1 D", "2,2 1x1 E", "3,0 1x1 F", "3,1 1x1 G", "3,2 1x1 H"], Shape(table));
    }

    [Fact]
    public void Column_that_no_cell_ends_at_is_none_and_a_border_dragged_in_one_row_neither()
    {
        var table = Read(
            "<style:style style:name=\"w\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"5cm\"/></style:style>"
                + "<style:style style:name=\"n\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"0.1cm\"/></style:style>",
            "<table:table-column table:style-name=\"w\"/><table:table-column table:style-name=\"n\"/><table:table-column table:style-name=\"w\"/>",
            Row(Cell("A", "table:number-columns-spanned=\"2\""), Covered, Cell("B")),
            Row(Cell("C"), Cell("D", "table:number-columns-spanned=\"2\""), Covered));
        Assert.Equal(2, table.ColumnCount);
        Assert.Equal(["0,0 1x1 A", "0,1 1x1 B", "1,0 1x1 C", "1,1 1x1 D"], Shape(table));
    }

    [Fact]
    public void Repeated_cells_and_rows_stand_as_often_as_they_say()
    {
        var table = Table(
            "<table:table-row table:number-rows-repeated=\"2\">" + Cell("x", "table:number-columns-repeated=\"2\"") + Cell("y") + "</table:table-row>");
        Assert.Equal(["0,0 1x1 x", "0,1 1x1 x", "0,2 1x1 y", "1,0 1x1 x", "1,1 1x1 x", "1,2 1x1 y"], Shape(table));
    }

    [Fact]
    public void Covered_cells_that_the_writer_left_out_are_covered_all_the_same()
    {
        var table = Table(Row(Cell("A", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\""), Cell("B")), Row(Cell("C")));
        Assert.Equal(["0,0 2x1 A", "0,1 1x1 B", "1,1 1x1 C"], Shape(table));
    }

    [Fact]
    public void Spans_end_with_the_table()
    {
        var table = Table(Row(Cell("A", "table:number-rows-spanned=\"99999999999\""), Cell("B", "table:number-columns-spanned=\"-3\"")));
        Assert.Equal(["0,0 1x1 A", "0,1 1x1 B"], Shape(table));
    }

    [Fact]
    public void Text_of_a_covered_cell_is_not_shown_and_told()
    {
        var page = OdfFile.Read("<table:table>" + Row(Cell("A", "table:number-columns-spanned=\"2\""), $"<table:covered-table-cell>{P("dessous")}</table:covered-table-cell>")
            + "</table:table>" + P("Suite"));
        Assert.Equal(3, Assert.IsType<FlowParagraph>(page.Blocks[1]).Region.Paragraph);
        Assert.Equal("text.invisible", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Hidden_rows_and_columns_are_read_apart_and_told()
    {
        var page = OdfFile.Read("<table:table table:name=\"Budget\"><table:table-column/><table:table-column table:visibility=\"collapse\"/><table:table-column/>"
            + Row(Cell("A", "table:number-rows-spanned=\"2\""), Cell("caché"), Cell("B"))
            + "<table:table-row table:visibility=\"collapse\">" + Covered + Cell("") + Cell("aussi") + "</table:table-row>"
            + Row(Cell("C"), Cell(""), Cell("D")) + "</table:table>");
        var (shown, hidden) = (Assert.IsType<FlowTable>(page.Blocks[0]), Assert.IsType<FlowTable>(page.Blocks[1]));
        Assert.Equal((FlowRole.Body, FlowRole.Hidden), (shown.Role, hidden.Role));
        Assert.Equal(["0,0 1x1 A", "0,1 1x1 B", "1,0 1x1 C", "1,1 1x1 D"], Shape(shown));
        Assert.Equal(["0,1 1x1 caché", "1,2 1x1 aussi"], Shape(hidden));
        Assert.Equal("text.hidden-cells", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Cell_holds_what_it_holds()
    {
        var table = Table(Row($"<table:table-cell>{P("avant")}<table:table>{Row(Cell("dedans"))}</table:table>{P("")}</table:table-cell>"));
        var cell = Assert.Single(table.Cells);
        Assert.Equal("avant", Assert.IsType<FlowParagraph>(cell.Content[0]).Text);
        Assert.Equal(["0,0 1x1 dedans"], Shape(Assert.IsType<FlowTable>(cell.Content[1])));
    }

    [Fact]
    public void Empty_paragraph_keeps_two_tables_apart()
    {
        var table = $"<table:table>{Row(Cell("x"))}</table:table>";
        Assert.Equal(3, OdfFile.Read(table + P("") + table).Blocks.Length);
        Assert.Equal(2, OdfFile.Read(table + table).Blocks.Length);
    }

    private const string Covered = "<table:covered-table-cell/>";

    private static string Cell(string text, string attributes = "") => $"<table:table-cell {attributes}>{P(text)}</table:table-cell>";

    private static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells)}</table:table-row>";

    private static FlowTable Table(params string[] parts) => Read("", parts);

    private static FlowTable Read(string styles, params string[] parts) => Assert.IsType<FlowTable>(Assert.Single(
        new OdfFile { Automatic = styles, Body = $"<table:table>{string.Concat(parts)}</table:table>" }.Read().Blocks));

    private static ImmutableArray<string> Shape(FlowTable table) =>
        [.. table.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan} {string.Concat(cell.Content.Cast<FlowParagraph>().Select(p => p.Text))}")];
}
