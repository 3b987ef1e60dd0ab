using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Tables;
using Ingest.Tests.Tables;
using Xunit;

namespace Ingest.Tests.Layout;

public sealed class StruckWordsTests
{
    private static string[] Left(Page page) => [.. StruckWords.TakeOut(page).Page.Words.Select(word => word.Text)];

    [Fact]
    public void A_rule_through_words_strikes_them_out_and_is_told()
    {
        var (page, findings) = StruckWords.TakeOut(new PageSketch(1).Text(40, 100, "Fête de quartier").Text(40, 120, "Jardin").Across(97, 40, 125).ToPage());

        Assert.Equal(["Jardin"], page.Words.Select(word => word.Text));
        Assert.Empty(page.Rulings);
        Assert.Equal("text.struck-out", Assert.Single(findings).Code);
    }

    [Fact]
    public void Rules_that_underline_or_run_on_where_no_words_are_strike_nothing_out()
    {
        var page = new PageSketch(1).Text(40, 100, "Fête").Across(102, 40, 60).Text(40, 140, "Total").Text(400, 140, "300").Across(137, 40, 420);

        Assert.Equal(["Fête", "Total", "300"], Left(page.ToPage()));
    }

    // Tagged cells name their words by their places among those of the page.
    [Fact]
    public void Cells_of_a_tagged_table_keep_their_own_words()
    {
        TaggedCell Cell(int row, int column, params int[] words) => new() { Row = row, Column = column, Words = [.. words], IsHeader = row == 0 };
        var page = new PageSketch(1).Text(40, 100, "Action").Text(240, 100, "Coût").Text(40, 120, "Fête").Text(240, 120, "300").Text(40, 140, "Jardin").Text(240, 140, "950").Text(40, 160, "Bal").Text(240, 160, "80")
            .Across(117, 40, 60).Across(117, 240, 255).ToPage() with
        {
            TaggedTables = [new TaggedTable { Id = 0, ColumnCount = 2, Rows = [0, 1, 2, 3], Cells = [Cell(0, 0, 0), Cell(0, 1, 1), Cell(1, 0, 2), Cell(1, 1, 3), Cell(2, 0, 4), Cell(2, 1, 5), Cell(3, 0, 6), Cell(3, 1, 7)] }],
        };

        var table = Assert.Single(ContentBuilder.Build([page]).Blocks.OfType<TableContent>()).Table;

        Assert.Equal(["Action", "Coût", "Jardin", "950", "Bal", "80"], table.Cells.Where(cell => !cell.Text.IsEmpty).Select(cell => cell.Text.Text));
    }
}
