using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Xunit;

namespace Ingest.Tests.Tables.Tagged;

public sealed class TaggedTableTests
{
    private static Table Only(DocumentContent content) => Assert.Single(content.Blocks.OfType<TableContent>()).Table;

    private static TableCell At(Table table, int row, int column) => table.Cells.Single(cell => cell.Row == row && cell.Column == column);

    private static string[] Row(Table table, int row) => [.. table.Cells.Where(cell => cell.Row == row).Select(cell => cell.Text.Text)];

    private static Page With(Page page, Func<TaggedCell, TaggedCell> change) => page with
    {
        TaggedTables = [.. page.TaggedTables.Select(table => table with { Cells = [.. table.Cells.Select(change)] })],
    };

    [Fact]
    public void The_cells_are_those_of_the_tree_with_its_spans_and_header()
    {
        var table = Only(ContentBuilder.Build(TaggedSamples.Read("spans")));

        Assert.Equal((TableMethod.Tagged, 6, 4, 2), (table.Method, table.RowCount, table.ColumnCount, table.HeaderRowCount));
        Assert.Equal(("Quartier", 2), (At(table, 0, 0).Text.Text, At(table, 0, 0).RowSpan));
        Assert.Equal(("Aides", 2), (At(table, 0, 2).Text.Text, At(table, 0, 2).ColumnSpan));
        Assert.Equal(["Ville", "État"], Row(table, 1));
        Assert.Equal(("Les Tilleuls", 2), (At(table, 2, 0).Text.Text, At(table, 2, 0).RowSpan));
        Assert.Equal("Atelier de lecture pour les petits", At(table, 2, 1).Text.Text);
        Assert.Equal(["Jardin", "450", ""], Row(table, 3));
        Assert.Equal(["Total", "3 650", "2 300"], Row(table, 5));
    }

    [Fact]
    public void What_stands_around_the_table_stays_text()
    {
        var content = ContentBuilder.Build(TaggedSamples.Read("spans"));

        Assert.Equal(["Aides de la ville en euros", "Les montants sont ceux du vote."], content.Blocks.OfType<TextContent>().Select(text => text.Block.Text.Text));
        Assert.Empty(content.Findings);
    }

    [Fact]
    public void A_table_over_two_pages_is_one_and_its_header_is_told_once()
    {
        var content = ContentBuilder.Build(TaggedSamples.Read("pages"));

        var table = Only(content);
        Assert.Equal((25, 3, 1), (table.RowCount, table.ColumnCount, table.HeaderRowCount));
        Assert.Equal(["A19", "Marche", "2100"], Row(table, 19));
        Assert.Equal(["A20", "Musique", "2200"], Row(table, 20));
        Assert.Equal([20, 6], content.PageTables.Select(part => part.RowCount));
    }

    [Fact]
    public void A_table_in_a_cell_is_the_text_of_the_cell()
    {
        var content = ContentBuilder.Build(TaggedSamples.Read("nested"));

        var table = Only(content);
        Assert.Equal((3, 2), (table.RowCount, table.ColumnCount));
        Assert.Equal(["CAF", "100", "État", "200"], At(table, 1, 1).Text.Text.Split([' ', '\n']));
        Assert.Contains(content.RejectedTables, candidate => candidate is { Method: TableMethod.Tagged, Reason: Rejection.Nested });
    }

    [Fact]
    public void A_page_that_a_table_lays_out_is_no_table()
    {
        var content = ContentBuilder.Build(TaggedSamples.Read("layout"));

        Assert.Empty(content.PageTables);
        Assert.Contains(content.RejectedTables, candidate => candidate is { Method: TableMethod.Tagged, Reason: Rejection.Box });
    }

    [Fact]
    public void A_tree_that_swaps_cells_is_not_believed()
    {
        var page = Assert.Single(TaggedSamples.Read("spans"));
        var cells = page.TaggedTables[0].Cells;
        var (first, last) = (cells.Single(cell => cell is { Row: 2, Column: 2 }), cells.Single(cell => cell is { Row: 4, Column: 2 }));
        var lying = With(page, cell => cell == first ? cell with { Words = last.Words } : cell == last ? cell with { Words = first.Words } : cell);

        AssertDisagrees(lying);
    }

    [Fact]
    public void A_tree_that_leaves_out_a_column_of_the_middle_is_not_believed()
    {
        var page = Assert.Single(TaggedSamples.Read("spans"));

        AssertDisagrees(With(page, cell => cell.Column == 1 ? cell with { Words = [] } : cell));
    }

    [Fact]
    public void A_tree_that_puts_a_row_into_its_cells_upside_down_is_not_believed()
    {
        var page = Assert.Single(TaggedSamples.Read("pages")[1..]);

        AssertDisagrees(With(page, cell => cell with { Row = 5 - cell.Row }));
    }

    [Fact]
    public void Rules_that_show_the_same_cells_are_better_for_they_have_boxes()
    {
        var page = Ruled();
        var tagged = page with { TaggedTables = [Tags([[0, 1], [2, 3], [4, 5]])] };

        var table = Assert.Single(ContentBuilder.Build([tagged]).PageTables);

        Assert.Equal(TableMethod.Ruled, table.Method);
        Assert.Equal(new Box(50, 100, 350, 160), table.Bbox);
    }

    [Fact]
    public void The_tree_tells_rows_that_no_rule_parts()
    {
        var page = new PageSketch(1).Across(100, 50, 350).Across(160, 50, 350).Down(50, 100, 160).Down(200, 100, 160).Down(350, 100, 160)
            .Text(53, 111, "Action").Text(203, 111, "Lieu").Text(53, 131, "Jardin").Text(203, 131, "Gare").Text(53, 151, "Judo").Text(203, 151, "Stade").ToPage();
        var tagged = page with { TaggedTables = [Tags([[0, 1], [2, 3], [4, 5]])] };

        Assert.Empty(ContentBuilder.Build([page]).PageTables.Where(table => table.RowCount == 3 && table.Method == TableMethod.Ruled));
        var table = Only(ContentBuilder.Build([tagged]));
        Assert.Equal((TableMethod.Tagged, 3, 2), (table.Method, table.RowCount, table.ColumnCount));
        Assert.Equal(["Judo", "Stade"], Row(table, 2));
    }

    [Fact]
    public void A_ruled_table_beside_a_tagged_one_keeps_its_rules()
    {
        var page = new PageSketch(1).Text(50, 50, "Action").Text(200, 50, "Lieu").Text(50, 70, "Judo").Text(200, 70, "Stade")
            .Table([50, 200, 350], [100, 120, 140], ["Nom", "Ville"], ["Léa", "Bray"]).ToPage();

        var tables = ContentBuilder.Build([page with { TaggedTables = [Tags([[0, 1], [2, 3]])] }]).PageTables;

        Assert.Equal([TableMethod.Tagged, TableMethod.Ruled], tables.Select(table => table.Method));
        Assert.Equal(new Box(50, 100, 350, 140), tables[1].Bbox);
    }

    [Fact]
    public void A_tree_that_knows_half_of_a_ruled_table_leaves_it_to_the_rules()
    {
        var page = Ruled() with { TaggedTables = [Tags([[0, 1], [2, 3]])] };

        var content = ContentBuilder.Build([page]);

        Assert.Equal((TableMethod.Ruled, 3), (content.PageTables.Single().Method, content.PageTables.Single().RowCount));
        Assert.Contains(content.RejectedTables, candidate => candidate is { Method: TableMethod.Tagged, Reason: Rejection.Outdone });
    }

    [Fact]
    public void A_tree_that_lacks_one_header_cell_of_a_ruled_table_leaves_it_to_the_rules()
    {
        string[][] rows = [["Action", "Lieu"], .. Enumerable.Range(0, 20).Select(row => new[] { $"Projet{row}", $"Ville{row}" })];
        var page = new PageSketch(1).Table([50, 200, 350], [.. Enumerable.Range(0, 22).Select(row => 100.0 + (20 * row))], rows).ToPage();

        var content = ContentBuilder.Build([page with { TaggedTables = [Tags([[null, 1], .. Enumerable.Range(1, 20).Select(row => new int?[] { 2 * row, (2 * row) + 1 })])] }]);

        Assert.Equal((TableMethod.Ruled, 21), (content.PageTables.Single().Method, content.PageTables.Single().RowCount));
    }

    [Fact]
    public void A_row_that_is_on_both_pages_is_one()
    {
        var first = new PageSketch(1).Text(50, 50, "Action").Text(200, 50, "Lieu").Text(50, 70, "Judo").Text(200, 70, "Stade").ToPage();
        var second = new PageSketch(2).Text(200, 50, "municipal.").Text(50, 70, "Danse").Text(200, 70, "Gare").ToPage();
        var content = ContentBuilder.Build(
        [
            first with { TaggedTables = [Tags([[0, 1], [2, 3]])] },
            second with { TaggedTables = [Tags([[null, 0], [1, 2]]) with { Rows = [1, 2], IsPart = true }] },
        ]);

        var table = Only(content);
        Assert.Equal(3, table.RowCount);
        Assert.Equal(["Judo", "Stade municipal."], Row(table, 1));
    }

    [Fact]
    public void A_page_read_tilted_has_its_tagged_tables()
    {
        var page = new PageSketch(1).Up(100, 700, "Action").Up(100, 500, "Lieu").Up(120, 700, "Judo").Up(120, 500, "Stade").ToPage() with { TaggedTables = [Tags([[0, 1], [2, 3]])] };

        var table = Only(ContentBuilder.Build([page]));

        Assert.Equal(TableMethod.Tagged, table.Method);
        Assert.Equal(["Judo", "Stade"], Row(table, 1));
    }

    [Fact]
    public void Without_the_strategy_the_tree_is_left_aside()
    {
        var content = ContentBuilder.Build(TaggedSamples.Read("spans"), ContentOptions.Default with { Methods = [TableMethod.Ruled] });

        Assert.Empty(content.PageTables);
        Assert.DoesNotContain(content.RejectedTables, candidate => candidate.Method == TableMethod.Tagged);
    }

    private static void AssertDisagrees(Page page)
    {
        var content = ContentBuilder.Build([page]);

        Assert.DoesNotContain(content.PageTables, table => table.Method == TableMethod.Tagged);
        Assert.Contains(content.RejectedTables, candidate => candidate is { Method: TableMethod.Tagged, Reason: Rejection.Disagrees });
    }

    private static Page Ruled() => new PageSketch(1).Table([50, 200, 350], [100, 120, 140, 160], ["Action", "Lieu"], ["Jardin", "Gare"], ["Judo", "Stade"]).ToPage();

    // A table of single words, each cell with the index of its own.
    private static TaggedTable Tags(int?[][] words) => new()
    {
        Id = 0,
        Rows = [.. Enumerable.Range(0, words.Length)],
        ColumnCount = words[0].Length,
        Cells =
        [
            .. words.SelectMany((row, at) => row.Select((word, column) => new TaggedCell
            {
                Row = at,
                Column = column,
                Words = word is { } index ? [index] : ImmutableArray<int>.Empty,
            })),
        ],
    };
}
