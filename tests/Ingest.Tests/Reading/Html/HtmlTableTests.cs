using FsCheck;
using FsCheck.Fluent;
using Ingest.Model.Pages;
using Xunit;
using static Ingest.Tests.Reading.Html.HtmlPages;

namespace Ingest.Tests.Reading.Html;

/// <summary>Tables of data are laid out as the HTML standard says; tables that only place things are opened.</summary>
public sealed class HtmlTableTests
{
    [Fact]
    public void Cells_keep_their_places_and_spans() => Assert.Equal(
        ["0,0 2x1 a", "0,1 1x2 b", "1,1 1x1 c", "1,2 1x1 d"],
        Read("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>").Table().Shape());

    [Fact]
    public void Span_of_zero_goes_to_the_end_of_its_group_and_none_beyond() => Assert.Equal(
        ["0,0 2x1 a", "0,1 1x1 b", "1,1 1x1 c", "2,0 1x1 d", "2,1 1x1 e"],
        Read("<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td>d<td rowspan=99>e</tbody></table>").Table().Shape());

    [Fact]
    public void Where_two_cells_overlap_the_place_is_the_first_ones() => Assert.Equal(
        ["0,0 1x1 a", "0,1 2x1 b", "1,0 1x1 c", "2,0 1x1 d", "2,1 1x1 e"],
        Read("<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c<tr><td>d<td>e</table>").Table().Shape());

    [Fact]
    public void Columns_in_which_no_cell_begins_are_not_there() =>
        Assert.Equal(2, Read("<table><tr><td colspan=3>a<td colspan=2>b<tr><td colspan=3>c<td colspan=2>d</table>").Table().ColumnCount);

    [Fact]
    public void Empty_cells_rows_and_columns_stay()
    {
        var table = Read("<table><tr><td>a<td><td>b<tr><td><td><td><tr><td>c<td><td>d</table>").Table();
        Assert.Equal((3, 3, 9), (table.RowCount, table.ColumnCount, table.Cells.Length));
    }

    [Fact]
    public void Foot_comes_last_and_caption_before()
    {
        var page = Read("<table><caption>Légende</caption><tfoot><tr><td>total<td>3</tfoot><tbody><tr><td>a<td>3</tbody></table>");
        Assert.Equal(["Légende", "a", "3", "total", "3"], page.Texts());
        Assert.IsType<FlowParagraph>(page.Blocks[0]);
    }

    [Theory]
    [InlineData("<tr><th>a<th>b<tr><td>1<td>2", 1)]
    [InlineData("<thead><tr><td>a<td>b</thead><tr><td>1<td>2", 1)]
    [InlineData("<tr><th>a<th>b<tr><th colspan=2>bande<tr><td>1<td>2", 1)]
    [InlineData("<tr><th colspan=2>titre<tr><th>a<th>b<tr><td>1<td>2", 2)]
    [InlineData("<tr><th>a<td>b<tr><th>1<td>2", 0)]
    [InlineData("<tr><th>a<th>b<tr><th>1<th>2", 0)]
    public void First_rows_of_header_cells_are_the_header(string rows, int count) => Assert.Equal(count, Read($"<table>{rows}</table>").Table().HeaderRowCount);

    [Fact]
    public void Hidden_rows_and_cells_take_no_place_and_are_read_apart()
    {
        var page = Read("<style>.x{display:none}</style><table><tr><td>a<td style='display: none'>secret<td>b<tr class=x><td>1<td>2<td>3<tr><td>c<td>d</table>");
        Assert.Equal(["0,0 1x1 a", "0,1 1x1 b", "1,0 1x1 c", "1,1 1x1 d"], page.Table().Shape());
        Assert.Equal(["secret", "1", "2", "3"], page.Texts(FlowRole.Hidden));
        Assert.Equal(["text.hidden-cells"], page.Codes());
    }

    [Fact]
    public void Table_of_data_in_a_cell_of_data_stays_there() => Assert.IsType<FlowTable>(Assert.Single(
        Read("<table border=1><tr><th>Action<th>Financeurs<tr><td>Vélos<td><table><tr><td>Ville<td>600 €<tr><td>CAF<td>400 €</table></table>").Table().Cells[3].Content));

    [Theory]
    [InlineData("<table><tr><td>{0}</table>")]
    [InlineData("<table role=presentation><tr><td><td>{0}</table>")]
    [InlineData("<table width=800><tr><td width=150><br></td><td>Texte de présentation<br>{0}</td></tr></table>")]
    [InlineData("<table><tr><td><h1>Titre</h1></td><td></td></tr><tr><td></td><td><table><tr><td>{0}</table></td></tr></table>")]
    public void Table_that_only_places_things_is_opened(string layout) =>
        Assert.Equal(["0,0 1x1 Action", "0,1 1x1 Coût", "1,0 1x1 Vélos", "1,1 1x1 1 000 €"], Read(layout.Replace("{0}", Money, StringComparison.Ordinal)).Table().Shape());

    [Fact]
    public void Long_text_beside_a_narrow_column_is_text() =>
        Assert.Equal(4, Read($"<table><tr><td>Mairie</td><td><p>{Words(50)}</p><p>{Words(50)}</p><p>fin</p></td></tr></table>").Texts().Length);

    [Fact]
    public void Long_description_among_other_cells_is_data() =>
        Assert.Equal(2, Read($"<table><tr><td>Action<td>Description<tr><td>Vélos<td>{Words(200)}</table>").Table().RowCount);

    [Fact]
    public void Tables_one_after_the_other_are_two() => Assert.Equal(2, Read(Money + Money).Blocks.Length);

    [Fact]
    public void No_place_is_covered_twice_whatever_the_spans() => Prop.ForAll(
        Gen.ArrayOf(Gen.ArrayOf(Gen.Two(Gen.Choose(0, 4)))).ToArbitrary(),
        rows =>
        {
            var markup = string.Concat(rows.Select(row => "<tr>" + string.Concat(row.Select(spans => $"<td rowspan={spans.Item1} colspan={spans.Item2}>x"))));
            foreach (var table in Read($"<table border=1><tr><th>a<th>b{markup}</table>").Blocks.OfType<FlowTable>())
            {
                var places = table.Cells.SelectMany(cell =>
                    from row in Enumerable.Range(cell.Row, cell.RowSpan) from column in Enumerable.Range(cell.Column, cell.ColumnSpan) select (row, column)).ToList();
                Assert.Equal(places.Count, places.Distinct().Count());
                Assert.All(places, place => Assert.True(place.row < table.RowCount && place.column < table.ColumnCount));
            }
        }).QuickCheckThrowOnFailure();

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("mot", count));
}
