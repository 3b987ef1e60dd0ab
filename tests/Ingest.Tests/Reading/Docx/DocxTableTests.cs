using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;
using Xunit;
using static Ingest.Tests.Reading.Docx.DocxFile;

namespace Ingest.Tests.Reading.Docx;

/// <summary>Tables are laid out on the grid that shows.</summary>
public sealed class DocxTableTests
{
    [Fact]
    public void Cells_keep_their_rows_columns_and_spans()
    {
        var table = Table(
            Row(Cell("Thème", "<w:gridSpan w:val=\"2\"/>"), Cell("Coût")),
            Row(Cell("A"), Cell("B"), Cell("C")));
        Assert.Equal((2, 3), (table.RowCount, table.ColumnCount));
        Assert.Equal(["0,0 1x2 Thème", "0,2 1x1 Coût", "1,0 1x1 A", "1,1 1x1 B", "1,2 1x1 C"], Shape(table));
    }

    [Fact]
    public void Vertical_merge_goes_on_until_it_restarts_or_stops()
    {
        var table = Table(
            Row(Cell("A", Restart), Cell("1")), Row(Cell("", Continue), Cell("2")), Row(Cell("B", Restart), Cell("3")),
            Row(Cell("C"), Cell("4")));
        Assert.Equal(["0,0 2x1 A", "0,1 1x1 1", "1,1 1x1 2", "2,0 1x1 B", "2,1 1x1 3", "3,0 1x1 C", "3,1 1x1 4"], Shape(table));
    }

    [Fact]
    public void Merge_that_goes_on_from_nothing_is_a_cell_of_its_own() =>
        Assert.Equal(["0,0 1x1 A"], Shape(Table(Row(Cell("A", Continue)))));

    [Fact]
    public void Columns_left_out_before_and_after_a_row_have_no_cell()
    {
        var table = Table(
            Row(Cell("A"), Cell("B"), Cell("C")),
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>" + Cell("D") + "</w:tr>");
        Assert.Equal("1,1 1x1 D", Shape(table)[^1]);
        Assert.Equal(3, table.ColumnCount);
    }

    [Fact]
    public void Old_horizontal_merge_is_a_span()
    {
        var table = Table(
            Row(Cell("A", "<w:hMerge w:val=\"restart\"/>"), Cell("", "<w:hMerge/>"), Cell("B")), Row(Cell("1"), Cell("2"), Cell("3")));
        Assert.Equal(["0,0 1x2 A", "0,2 1x1 B"], Shape(table)[..2]);
    }

    [Fact]
    public void Border_dragged_in_one_row_makes_no_column_of_its_own()
    {
        const string Grid = "<w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"40\"/><w:gridCol w:w=\"2960\"/></w:tblGrid>";
        var table = Table(
            Grid, Row(Cell("A"), Cell("B", "<w:gridSpan w:val=\"2\"/>")), Row(Cell("C", "<w:gridSpan w:val=\"2\"/>"), Cell("D")));
        Assert.Equal(["0,0 1x1 A", "0,1 1x1 B", "1,0 1x1 C", "1,1 1x1 D"], Shape(table));
    }

    [Fact]
    public void Narrow_column_with_a_cell_of_its_own_stays()
    {
        const string Grid = "<w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"40\"/></w:tblGrid>";
        Assert.Equal(2, Table(Grid, Row(Cell("A"), Cell("B"))).ColumnCount);
    }

    [Fact]
    public void First_rows_that_repeat_are_the_header()
    {
        const string Repeats = "<w:trPr><w:tblHeader/></w:trPr>";
        var table = Table(
            $"<w:tr>{Repeats}{Cell("A")}</w:tr>", $"<w:tr>{Repeats}{Cell("B")}</w:tr>", Row(Cell("C")), $"<w:tr>{Repeats}{Cell("D")}</w:tr>");
        Assert.Equal(2, table.HeaderRowCount);
    }

    [Fact]
    public void Nested_table_stands_in_its_cell_and_paragraphs_are_counted_through()
    {
        var page = Read($"<w:tbl>{Row("<w:tc>" + Para("avant") + "<w:tbl>" + Row(Cell("dedans")) + "</w:tbl>" + Para("après") + "</w:tc>")}</w:tbl>" + Para("suite"));
        var cell = Assert.Single(Assert.IsType<FlowTable>(page.Blocks[0]).Cells);
        Assert.Equal("avant", Assert.IsType<FlowParagraph>(cell.Content[0]).Text);
        Assert.Equal(["0,0 1x1 dedans"], Shape(Assert.IsType<FlowTable>(cell.Content[1])));
        Assert.Equal(3, Assert.IsType<FlowParagraph>(cell.Content[2]).Region.Paragraph);
        Assert.Equal(4, Assert.IsType<FlowParagraph>(page.Blocks[1]).Region.Paragraph);
    }

    [Fact]
    public void Empty_cells_are_there_without_content()
    {
        var table = Table(Row(Cell("A"), "<w:tc><w:p/></w:tc>"));
        Assert.Empty(table.Cells[1].Content);
    }

    [Fact]
    public void Empty_paragraph_keeps_two_tables_apart()
    {
        var table = $"<w:tbl>{Row(Cell("A"))}</w:tbl>";
        var page = Read(table + "<w:p/><w:p/>" + table + "<w:p/>");
        Assert.Equal(3, page.Blocks.Length);
        Assert.Equal("", Assert.IsType<FlowParagraph>(page.Blocks[1]).Text);
    }

    [Fact]
    public void Hidden_row_is_left_out_and_told()
    {
        var page = Read($"<w:tbl>{Row(Cell("A"))}<w:tr><w:trPr><w:hidden/></w:trPr>{Cell("deux mots")}</w:tr></w:tbl>");
        Assert.Equal(["0,0 1x1 A"], Shape(Assert.IsType<FlowTable>(Assert.Single(page.Blocks))));
        Assert.Equal("text.invisible", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Look_of_the_first_row_comes_from_the_style_of_the_table()
    {
        var page = new DocxFile
        {
            Styles = "<w:style w:type=\"table\" w:styleId=\"G\"><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>",
            Body = "<w:tbl><w:tblPr><w:tblStyle w:val=\"G\"/><w:tblLook w:val=\"0020\"/></w:tblPr>" + Row(Cell("A")) + Row(Cell("B")) + "</w:tbl>",
        }.Read();
        var table = Assert.IsType<FlowTable>(Assert.Single(page.Blocks));
        Assert.Equal([true, false], table.Cells.Select(cell => ((FlowParagraph)cell.Content[0]).IsBold));
    }

    [Fact]
    public void Shown_lines_never_cross_and_every_cell_keeps_a_width()
    {
        var rows = Gen.NonEmptyListOf(Gen.NonEmptyListOf(Gen.Choose(1, 4))).ToArbitrary();
        var widths = Gen.ListOf(Gen.Choose(0, 200)).ToArbitrary();
        Prop.ForAll(rows, widths, (lengths, columns) =>
        {
            var spans = lengths.Select(row => Spans(row)).ToList();
            var shown = GridColumns.Shown(spans, [.. columns], 80);
            return shown.Zip(shown.Skip(1)).All(pair => pair.First <= pair.Second)
                && spans.SelectMany(row => row).All(span => shown[span.Start] < shown[span.End]);
        }).QuickCheckThrowOnFailure();

        static IReadOnlyList<GridSpan> Spans(IEnumerable<int> lengths)
        {
            var start = 0;
            return [.. lengths.Select(length => new GridSpan(start, start += length))];
        }
    }

    private const string Restart = "<w:vMerge w:val=\"restart\"/>";
    private const string Continue = "<w:vMerge/>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Para(text)}</w:tc>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static FlowTable Table(params string[] parts) =>
        Assert.IsType<FlowTable>(Assert.Single(Read($"<w:tbl>{string.Concat(parts)}</w:tbl>").Blocks));

    private static ImmutableArray<string> Shape(FlowTable table) =>
        [.. table.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan} {string.Concat(cell.Content.Cast<FlowParagraph>().Select(p => p.Text))}")];
}
