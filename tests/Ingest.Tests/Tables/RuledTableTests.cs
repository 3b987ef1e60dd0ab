using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Tables;
using Xunit;

namespace Ingest.Tests.Tables;

public sealed class RuledTableTests
{
    private static readonly double[] Columns = [50, 200, 300, 400];
    private static readonly double[] Rows = [50, 80, 110, 140];

    private static Table OnlyTable(PageSketch page) => Assert.Single(ContentBuilder.Build([page.ToPage()]).Blocks.OfType<TableContent>()).Table;

    private static string[] Cells(Table table) =>
        [.. table.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan} {cell.Text.Text.Replace('\n', '/')}".TrimEnd())];

    [Fact]
    public void Rules_make_cells_and_empty_cells_are_there()
    {
        var table = OnlyTable(new PageSketch(1).Table(Columns, Rows, ["Action", "Porteur", "Coût"], ["Jardin", "", "4 950 €"], ["Chantier", "Ville", ""]));

        Assert.Equal((3, 3, TableMethod.Ruled), (table.RowCount, table.ColumnCount, table.Method));
        Assert.Equal(
            ["0,0 1x1 Action", "0,1 1x1 Porteur", "0,2 1x1 Coût", "1,0 1x1 Jardin", "1,1 1x1", "1,2 1x1 4 950 €", "2,0 1x1 Chantier", "2,1 1x1 Ville", "2,2 1x1"],
            Cells(table));
    }

    [Fact]
    public void Missing_rules_make_spans()
    {
        var page = new PageSketch(1).Across(50, 50, 400).Across(80, 50, 400).Across(110, 200, 400).Across(140, 50, 400)
            .Down(50, 50, 140).Down(200, 80, 140).Down(300, 80, 140).Down(400, 50, 140)
            .Text(55, 65, "Emploi").Text(55, 100, "Thème").Text(205, 95, "un").Text(305, 95, "deux").Text(205, 125, "trois").Text(305, 125, "quatre");

        Assert.Equal(
            ["0,0 1x3 Emploi", "1,0 2x1 Thème", "1,1 1x1 un", "1,2 1x1 deux", "2,1 1x1 trois", "2,2 1x1 quatre"],
            Cells(OnlyTable(page)));
    }

    [Fact]
    public void Rules_in_short_pieces_and_double_borders_make_one_edge()
    {
        var page = new PageSketch(1);
        foreach (var y in Rows)
        {
            for (var x = 50.0; x < 400; x += 10)
                page.Across(y, x, x + 8.5).Across(y + 1.5, x, x + 8.5);
        }

        foreach (var x in Columns)
            page.Down(x, 50, 95).Down(x + 0.4, 96, 141);
        page.Text(55, 65, "a").Text(205, 65, "b").Text(305, 65, "c").Text(55, 95, "d").Text(205, 125, "e");

        var table = OnlyTable(page);

        Assert.Equal((3, 3), (table.RowCount, table.ColumnCount));
    }

    [Fact]
    public void A_table_without_its_outer_rules_keeps_its_outer_columns()
    {
        var page = new PageSketch(1).Down(200, 50, 140).Down(300, 50, 140).Text(55, 65, "Action").Text(205, 65, "Porteur").Text(305, 65, "Coût")
            .Text(55, 95, "Jardin").Text(205, 95, "Ville").Text(305, 95, "10 €");
        foreach (var y in Rows)
            page.Across(y, 50, 400);

        Assert.Equal(["Action", "Porteur", "Coût", "Jardin", "Ville", "10 €"], OnlyTable(page).Cells.Select(cell => cell.Text.Text).Where(text => text.Length > 0));
    }

    [Fact]
    public void The_empty_corner_of_a_table_may_have_no_rules()
    {
        var page = new PageSketch(1).Across(50, 200, 400).Across(80, 50, 400).Across(110, 50, 400).Down(50, 80, 110).Down(200, 50, 110).Down(300, 50, 110).Down(400, 50, 110)
            .Text(205, 65, "Ville").Text(305, 65, "État").Text(55, 95, "Jardin").Text(205, 95, "1 €").Text(305, 95, "2 €");

        Assert.Equal(["0,0 1x1", "0,1 1x1 Ville", "0,2 1x1 État", "1,0 1x1 Jardin", "1,1 1x1 1 €", "1,2 1x1 2 €"], Cells(OnlyTable(page)));
    }

    [Fact]
    public void Shaded_rows_stand_in_for_missing_rules()
    {
        var page = new PageSketch(1).Across(50, 50, 400).Across(140, 50, 400).Down(50, 50, 140).Down(200, 50, 140).Down(400, 50, 140)
            .Fill(50, 50, 400, 80).Text(55, 65, "Action", bold: true).Text(205, 65, "Coût", bold: true).Text(55, 100, "Jardin").Text(205, 100, "10 €");

        var table = OnlyTable(page);

        Assert.Equal(["0,0 1x1 Action", "0,1 1x1 Coût", "1,0 1x1 Jardin", "1,1 1x1 10 €"], Cells(table));
        Assert.Equal([true, true, false, false], table.Cells.Select(cell => cell.IsShaded && cell.IsBold));
    }

    [Fact]
    public void A_boxed_note_is_text_and_the_candidate_stays_visible()
    {
        var content = ContentBuilder.Build([new PageSketch(1).Table([50, 400], [50, 80, 140], ["Note"], ["Le comité se réunit en juin"]).ToPage()]);

        Assert.All(content.Blocks, block => Assert.IsType<TextContent>(block));
        Assert.Equal((Rejection.Box, 2, 1), Assert.Single(content.RejectedTables) switch { var rejected => (rejected.Reason, rejected.RowCount, rejected.ColumnCount) });
    }

    [Fact]
    public void A_frame_around_the_page_does_not_hide_the_table_in_it()
    {
        var page = new PageSketch(1).Across(20, 20, 575).Across(800, 20, 575).Down(20, 20, 800).Down(575, 20, 800)
            .Table([50, 200, 400], [100, 130, 160], ["Action", "Coût"], ["Jardin", "10 €"]).Text(60, 60, "Programmation");

        Assert.Equal((2, 2), (OnlyTable(page).RowCount, OnlyTable(page).ColumnCount));
    }

    [Fact]
    public void The_empty_grid_of_a_chart_is_no_table()
    {
        var page = new PageSketch(1).Text(55, 135, "0");
        for (var i = 0; i <= 8; i++)
            page.Across(60 + (10 * i), 50, 210).Down(50 + (20 * i), 60, 140);

        Assert.Equal(Rejection.Empty, Assert.Single(ContentBuilder.Build([page.ToPage()]).RejectedTables).Reason);
    }

    [Fact]
    public void Hatching_is_a_drawing()
    {
        var page = new PageSketch(1).Text(55, 135, "Plan");
        for (var i = 0; i < 400; i++)
            page.Across(60 + i, 50, 450, 0.1).Down(50 + i, 60, 460, 0.1);

        var content = ContentBuilder.Build([page.ToPage()], new ContentOptions { Tables = new TableOptions { Snap = 0.5, MaxPlaces = 10_000 } });

        Assert.Equal(Rejection.Drawing, Assert.Single(content.RejectedTables).Reason);
        Assert.Empty(content.PageTables);
    }

    [Fact]
    public void Turned_headers_read_in_their_own_direction()
    {
        var page = new PageSketch(1).Table([50, 200, 230, 260], [50, 150, 180], ["Action", "", ""], ["Jardin", "1 €", "2 €"])
            .Up(212, 145, "Conseil régional").Up(224, 145, "des Hauts").Up(245, 145, "Ville");

        Assert.Equal(["Conseil régional des Hauts", "Ville"], OnlyTable(page).Cells.Where(cell => cell is { Row: 0, Column: > 0 }).Select(cell => cell.Text.Text.Replace('\n', ' ')));
    }

    [Fact]
    public void The_lines_of_a_cell_are_joined_and_its_hard_breaks_kept()
    {
        var page = new PageSketch(1).Table(
            [50, 200, 400], [50, 130, 160],
            ["Atelier de jardin partagé avec\nles familles", "Coût total : 4 950 €\nCCAS : 2 475 €\nRégion : 2 475 €"],
            ["• Semer des\n• Planter", "-"]);

        var cells = OnlyTable(page).Cells;

        Assert.Equal("Atelier de jardin partagé avec les familles", cells[0].Text.Text);
        Assert.Equal("Coût total : 4 950 €\nCCAS : 2 475 €\nRégion : 2 475 €", cells[1].Text.Text);
        Assert.Equal([("•", 2), ("•", 1)], cells[2].Text.Paragraphs.Select(paragraph => (paragraph.Marker!, paragraph.Words.Length)));
        Assert.Equal("-", cells[3].Text.Text);
    }

    [Fact]
    public void A_sliver_between_two_rules_is_no_column_nor_is_a_column_without_a_word()
    {
        var page = new PageSketch(1).Table([50, 200, 205, 300, 400], Rows, ["Action", "", "", "Coût"], ["Jardin", "", "", "10 €"], ["Sport", "", "", "20 €"]);

        var table = OnlyTable(page);

        Assert.Equal(2, table.ColumnCount);
        Assert.Equal([(0, "Action"), (1, "Coût")], table.Cells.Where(cell => cell.Row == 0).Select(cell => (cell.Column, cell.Text.Text)));
    }

    [Fact]
    public void Edges_keep_the_place_of_the_longer_rule_and_do_not_creep_over_narrow_columns()
    {
        Ruling Down(double x, double to) => new(new(x, 0, x, to), false);

        var edges = RulingsToEdges.Merge([Down(10, 100), Down(12, 100), Down(14, 100), Down(16, 100)], snap: 3, join: 3);

        Assert.Equal([11, 15], edges.Select(edge => edge.Position));
    }
}
