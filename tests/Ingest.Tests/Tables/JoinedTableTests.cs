using Ingest.Model.Provenance;
using Ingest.Tables;
using Xunit;

namespace Ingest.Tests.Tables;

public sealed class JoinedTableTests
{
    private static readonly double[] Columns = [50, 150, 350, 420, 500];
    private static readonly string[] Header = ["Action", "Description", "Porteur", "Coût"];
    private static readonly string[] Garden = ["Jardin", "Semer et récolter.", "Ville", "100 €"];
    private static readonly string[] Sport = ["Sport", "Courir ensemble.", "CCAS", "200 €"];

    private static DocumentContent Build(params ReadOnlySpan<PageSketch> pages) => ContentBuilder.Build([.. pages.ToArray().Select(page => page.ToPage())]);

    private static PageSketch Page(int number, params string[][] rows) =>
        new PageSketch(number).Table(Columns, [.. Enumerable.Range(0, rows.Length + 1).Select(row => 60.0 + (40 * row))], rows);

    private static Table Only(DocumentContent content) => Assert.Single(content.Blocks.OfType<TableContent>()).Table;

    private static string[] Row(Table table, int row) => [.. table.Cells.Where(cell => cell.Row == row).Select(cell => cell.Text.Text)];

    [Fact]
    public void A_table_goes_on_over_pages_and_its_repeated_header_is_told_once()
    {
        var content = Build(Page(1, Header, Garden, Sport), Page(2, Header, ["Musique", "Chanter en chœur.", "Ville", "300 €"]), Page(3, Header, ["Lecture", "Lire au parc.", "CCAS", "400 €"]));

        var table = Only(content);
        Assert.Equal((5, 1), (table.RowCount, table.HeaderRowCount));
        Assert.Equal(["Jardin", "Sport", "Musique", "Lecture"], Enumerable.Range(1, 4).Select(row => Row(table, row)[0]));
        Assert.Equal([0, 1, 2], table.Parts);
        Assert.Equal([null, 0, 1], content.PageTables.Select(part => part.Continues));
        Assert.Equal(2, content.PageTables[1].RowCount);
    }

    [Fact]
    public void A_row_that_the_page_break_cuts_is_made_one_again()
    {
        var table = Only(Build(
            Page(1, Header, Garden, ["Sport", "Courir ensemble autour du", "CCAS", "200 €"]),
            Page(2, Header, ["", "stade chaque samedi.", "", ""], ["Lecture", "Lire au parc.", "CCAS", "400 €"])));

        Assert.Equal(["Sport", "Courir ensemble autour du stade chaque samedi.", "CCAS", "200 €"], Row(table, 2));
        Assert.Equal(4, table.RowCount);
        Assert.Equal([1, 2], table.Cells.Single(cell => cell is { Row: 2, Column: 1 }).Regions.Select(region => region.Page!.Value));
    }

    [Fact]
    public void A_word_that_the_page_break_cuts_at_its_hyphen_goes_on()
    {
        var table = Only(Build(
            Page(1, Header, Garden, ["Sport", "Au stade des Trois-", "CCAS", "200 €"]),
            Page(2, Header, ["", "Ormes chaque samedi.", "", ""], ["Lecture", "Lire au parc.", "CCAS", "400 €"])));

        Assert.Equal("Au stade des Trois-Ormes chaque samedi.", Row(table, 2)[1]);
    }

    [Fact]
    public void A_row_goes_on_behind_a_full_stop_when_nothing_else_of_a_new_row_is_there()
    {
        var table = Only(Build(
            Page(1, Header, Garden, ["Sport", "Courir ensemble.", "CCAS", "200 €"]),
            Page(2, ["", "Une fête clôt la saison.", "", ""], ["Lecture", "Lire au parc.", "CCAS", "400 €"])));

        Assert.Equal("Courir ensemble.\nUne fête clôt la saison.", Row(table, 2)[1]);
    }

    [Fact]
    public void A_row_with_its_own_amount_is_a_row()
    {
        var table = Only(Build(Page(1, Header, Garden, Sport), Page(2, ["", "suite des actions", "", "50 €"], Sport)));

        Assert.Equal(5, table.RowCount);
    }

    [Fact]
    public void A_total_behind_the_break_is_a_row()
    {
        var table = Only(Build(Page(1, Header, Garden, ["Sport", "Courir ensemble", "CCAS", "Coût = 200 €"]), Page(2, ["", "", "", "Total = 300 €"])));

        Assert.Equal(4, table.RowCount);
    }

    [Fact]
    public void The_one_row_of_a_page_is_part_of_the_table_before_it()
    {
        var content = Build(Page(1, Header, Garden), Page(2, Sport));

        Assert.Equal(3, Only(content).RowCount);
        Assert.Empty(content.RejectedTables);
    }

    [Fact]
    public void A_heading_between_them_keeps_tables_apart()
    {
        var content = Build(Page(1, Header, Garden), new PageSketch(2).Text(50, 50, "Récapitulatif").Table(Columns, [60, 100, 140], Header, Sport));

        Assert.Equal(2, content.Blocks.OfType<TableContent>().Count());
        Assert.All(content.PageTables, part => Assert.Null(part.Continues));
    }

    [Fact]
    public void Other_columns_are_another_table()
    {
        var content = Build(Page(1, Header, Garden), new PageSketch(2).Table([50, 250, 500], [60, 100, 140], ["Ville", "100 €"], ["CCAS", "200 €"]));

        Assert.Equal(2, content.Blocks.OfType<TableContent>().Count());
    }

    [Fact]
    public void A_part_with_further_columns_joins_on_the_finer_grid()
    {
        var recap = new PageSketch(2).Table([50, 150, 350, 420, 460, 500], [60, 100, 140], ["Sport", "Courir.", "CCAS", "200 €", "67%"], ["", "", "Ville", "100 €", "33%"]);

        var table = Only(Build(Page(1, Header, Garden), recap));

        Assert.Equal(5, table.ColumnCount);
        Assert.Equal(2, table.Cells.Single(cell => cell is { Row: 1, Column: 3 }).ColumnSpan);
    }

    [Fact]
    public void A_cell_merged_over_rows_goes_on_behind_the_break()
    {
        PageSketch Merged(int number, string theme, string first, string second) => new PageSketch(number)
            .Across(60, 50, 500).Across(100, 150, 500).Across(140, 50, 500)
            .Down(50, 60, 140).Down(150, 60, 140).Down(350, 60, 140).Down(500, 60, 140)
            .Text(55, 75, theme).Text(155, 75, first).Text(355, 75, "1 €").Text(155, 115, second).Text(355, 115, "2 €");

        var table = Only(Build(Merged(1, "Emploi", "Chantier", "Garage"), Merged(2, "", "Forum", "Stage")));

        var theme = table.Cells.Single(cell => cell.Column == 0);
        Assert.Equal((0, 4, "Emploi"), (theme.Row, theme.RowSpan, theme.Text.Text));
        Assert.Equal([1, 2], theme.Regions.Select(region => region.Page!.Value));
    }

    [Fact]
    public void Amounts_of_a_list_that_the_break_cuts_stay_lines_of_their_own()
    {
        var table = Only(Build(
            Page(1, ["Action", "Description", "Porteur", "Plan"], Garden, ["Sport", "Courir ensemble.", "CCAS", "CCAS : 100 €"]),
            Page(2, ["", "", "", "ANCT : 50 €"], ["Lecture", "Lire au parc.", "Ville", "Ville : 5 €"])));

        Assert.Equal("CCAS : 100 €\nANCT : 50 €", Row(table, 2)[3]);
    }

    [Fact]
    public void A_scanned_page_may_lie_elsewhere_and_be_a_little_larger()
    {
        PageSketch Shifted(double[] columns) => new PageSketch(2).Table(columns, [60, 100, 140], Header, ["Musique", "Chanter en chœur.", "Ville", "300 €"]);
        double[] moved = [.. Columns.Select(column => 62 + ((column - 50) * 1.015))];

        Assert.Equal(4, Only(Scanned(Page(1, Header, Garden, Sport), Shifted(moved))).RowCount);
        Assert.Equal(2, Build(Page(1, Header, Garden, Sport), Shifted(moved)).Blocks.OfType<TableContent>().Count());
        Assert.Equal(2, Scanned(Page(1, Header, Garden, Sport), Shifted([62, 200, 350, 430, 512])).Blocks.OfType<TableContent>().Count());
    }

    [Theory]
    [InlineData("Action", "REÇU EN PREF", "Porteur", "Coût")]
    [InlineData("", "Description", "Porteur", "")]
    [InlineData("Action", "Description Porteur", "", "Coût")]
    public void A_repeated_header_is_known_by_the_labels_that_recognition_left(params string[] header)
    {
        var table = Only(Scanned(Page(1, Header, Garden, Sport), Page(2, header, ["Musique", "Chanter en chœur.", "Ville", "300 €"])));

        Assert.Equal(["Action", "Jardin", "Sport", "Musique"], Enumerable.Range(0, table.RowCount).Select(row => Row(table, row)[0]));
    }

    [Fact]
    public void The_page_that_has_more_labels_tells_the_header()
    {
        var table = Only(Scanned(Page(1, ["Action Description", "", "Porteur", "Coût"], Garden, Sport), Page(2, Header, ["Musique", "Chanter en chœur.", "Ville", "300 €"])));

        Assert.Equal(Header, Row(table, 0));
        Assert.Equal(["Jardin", "Sport", "Musique"], Enumerable.Range(1, 3).Select(row => Row(table, row)[0]));
    }

    private static DocumentContent Scanned(params PageSketch[] pages) =>
        ContentBuilder.Build([.. pages.Select(page => page.ToPage()).Select(page => page with { Words = [.. page.Words.Select(word => word with { Origin = Origin.Ocr, Confidence = 0.9 })] })]);
}
