using Ingest.Model.Pages;
using Ingest.Tables;
using Xunit;

namespace Ingest.Tests.Tables.Tagged;

/// <summary>Tagged tables whose empty cells are not in the tree.</summary>
public sealed class OmittedCellTests
{
    [Fact]
    public void Cells_behind_a_missing_one_stand_where_their_words_do()
    {
        var table = Assert.Single(ContentBuilder.Build([Page([0, 1, 2], [3, 4, 5], [6, 7], [8, 9])]).Blocks.OfType<TableContent>()).Table;

        Assert.Equal((TableMethod.Tagged, 4, 3), (table.Method, table.RowCount, table.ColumnCount));
        Assert.Equal(["Judo", "Stade", "450"], Row(table, 1));
        Assert.Equal(["Danse", "", "300"], Row(table, 2));
        Assert.Equal(["Café", "Gare", ""], Row(table, 3));
    }

    [Fact]
    public void Without_a_row_that_has_all_its_cells_the_tree_is_not_believed() =>
        Assert.DoesNotContain(ContentBuilder.Build([Page([0, 2], [3, 5], [6, 7], [8, 9])]).PageTables, table => table.Method == TableMethod.Tagged);

    private static string[] Row(Table table, int row)
    {
        var texts = new string[table.ColumnCount];
        Array.Fill(texts, "");
        foreach (var cell in table.Cells.Where(cell => cell.Row == row))
            texts[cell.Column] = cell.Text.Text;
        return texts;
    }

    // Words 0 to 9 of four rows of three columns, two of them without a word; each row names the words of the cells that it has.
    private static Page Page(params int[][] rows)
    {
        var page = new PageSketch(1)
            .Text(50, 50, "Action").Text(200, 50, "Lieu").Text(350, 50, "Aide")
            .Text(50, 70, "Judo").Text(200, 70, "Stade").Text(350, 70, "450")
            .Text(50, 90, "Danse").Text(350, 90, "300")
            .Text(50, 110, "Café").Text(200, 110, "Gare").ToPage();
        var table = new TaggedTable
        {
            Id = 0,
            Rows = [.. Enumerable.Range(0, rows.Length)],
            ColumnCount = 3,
            Cells = [.. rows.SelectMany((row, at) => row.Select((word, column) => new TaggedCell { Row = at, Column = column, Words = [word] }))],
        };
        return page with { TaggedTables = [table] };
    }
}
