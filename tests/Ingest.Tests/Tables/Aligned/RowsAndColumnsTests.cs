using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Xunit;
using static Ingest.Tests.Tables.Aligned.AlignedTableTests;

namespace Ingest.Tests.Tables.Aligned;

/// <summary>Tables that are ruled in part, figures that narrow columns break, columns over several pages, what recognition makes of charts.</summary>
public sealed class RowsAndColumnsTests
{
    private static ImmutableArray<Table> Tables(params PageSketch[] pages) => [.. ContentBuilder.Build([.. pages.Select(page => page.ToPage())]).Blocks.OfType<TableContent>().Select(content => content.Table)];

    [Fact]
    public void Rules_between_all_rows_part_them_whatever_the_texts_say()
    {
        var page = Page().Text(40, 110, "Action", bold: true).Text(280, 110, "Coût", bold: true).Text(400, 110, "Financement", bold: true).Across(116, 40, 520);
        var at = 130;
        foreach (var (title, cost, payers) in new[] { ("Jardin", "1 200 €", new[] { "CAF 200", "Ville 400", "600 État" }), ("Chantier", "880 €", ["Ville 880"]), ("Fête", "310 €", ["Bailleur 10", "Ville 300"]) })
        {
            Right(page.Text(40, at, title), 320, at, cost);
            foreach (var payer in payers)
                page.Text(400, at, payer).Text(40, at, "");
            for (var line = 0; line < payers.Length; line++)
                page.Text(400, at + (14 * line), payers[line]);
            at += 14 * payers.Length;
            page.Across(at - 8, 40, 520);
            at += 4;
        }

        Assert.Equal(4, OnlyTable(page).RowCount);
    }

    [Fact]
    public void Thousands_without_a_unit_that_a_narrow_column_breaks_are_one_where_others_are_grouped()
    {
        var page = Page().Text(40, 110, "Action").Text(285, 110, "Coût").Text(365, 110, "Ville");
        var at = 130;
        foreach (var (title, cost, thousands) in new[] { ("Jardin partagé", "5 800", "10"), ("Chantier jeunes", "3 800", "24"), ("Médiation", "2 800", "17") })
        {
            Right(Right(page.Text(40, at, title), 320, at, cost), 385, at, thousands);
            Right(page, 385, at + 12, "840");
            at += 38;
        }

        var cells = Cells(OnlyTable(page));

        Assert.Contains("1,2 1x1 10 840", cells);
        Assert.Contains("3,2 1x1 17 840", cells);
    }

    [Fact]
    public void An_amount_that_a_narrow_column_breaks_is_one()
    {
        var page = Page().Text(40, 110, "Action").Text(285, 110, "Coût").Text(365, 110, "Ville");
        var at = 130;
        foreach (var (title, cost, thousands) in new[] { ("Jardin partagé", "5 800,00 €", "5"), ("Chantier jeunes", "3 800,00 €", "3"), ("Médiation", "2 800,00 €", "2") })
        {
            Right(Right(page.Text(40, at, title), 320, at, cost), 385, at, thousands);
            Right(Right(page, 385, at + 12, "800,00"), 385, at + 24, "€");
            at += 38;
        }

        var cells = Cells(OnlyTable(page));

        Assert.Contains("1,2 1x1 5 800,00 €", cells);
        Assert.Contains("3,2 1x1 2 800,00 €", cells);
    }

    [Fact]
    public void Counts_of_three_digits_below_those_of_one_are_rows_of_their_own()
    {
        var page = Page().Text(40, 110, "Quartier").Text(285, 110, "Lots").Text(365, 110, "Âge");
        Rows(page, 130, 12, ["Nord", "5", "12"], ["Sud", "800", "31"], ["Est", "7", "28"], ["Ouest", "950", "40"]);

        Assert.Equal(5, OnlyTable(page).RowCount);
    }

    [Fact]
    public void A_frame_around_all_rows_holds_as_many_as_its_words_show()
    {
        var page = Page().Table([40, 200, 320, 400], [100, 120, 240], ["Action", "Porteur", "Coût"]);
        page.Text(44, 136, "Jardin partagé").Text(44, 148, "et compost").Text(204, 136, "CCAS").Text(340, 136, "1 200 €");
        page.Text(44, 174, "Chantier").Text(204, 174, "Association Les").Text(204, 186, "Hirondelles").Text(340, 174, "880 €");
        page.Text(44, 212, "Fête de quartier").Text(204, 212, "Ville").Text(340, 212, "310 €");

        var cells = Cells(OnlyTable(page));

        Assert.Contains("1,0 1x1 Jardin partagé et compost", cells);
        Assert.Contains("2,1 1x1 Association Les Hirondelles", cells);
        Assert.Contains("3,2 1x1 310 €", cells);
    }

    [Fact]
    public void Lists_beside_each_other_in_one_row_are_no_rows()
    {
        var page = Page().Table([40, 290, 540], [100, 120, 220], ["Difficultés", "Atouts"]);
        foreach (var (at, left, right) in new[] { (136, "• Une desserte qui s'arrête", "• Deux centres sociaux"), (168, "• Des halls dégradés", "• Un marché vivant"), (200, "• Peu de médecins", "• Des clubs") })
            page.Text(44, at, left).Text(294, at, right);
        page.Text(52, 148, "à vingt heures").Text(302, 180, "et connu de tous");

        Assert.Equal(2, OnlyTable(page).RowCount);
    }

    [Fact]
    public void Labels_of_sums_that_run_over_the_numbers_leave_their_column_standing()
    {
        var page = Page().Text(40, 110, "N°", bold: true).Text(66, 110, "Action", bold: true).Text(285, 110, "Coût", bold: true).Text(365, 110, "Ville", bold: true);
        var (at, number) = (130, 1);
        foreach (var theme in new[] { "Axe 1", "Axe 2" })
        {
            foreach (var title in new[] { "Jardin", "Chantier", "Fête" })
            {
                Right(Right(page.Text(40, at, $"{number++}").Text(66, at, title), 320, at, "1 200 €"), 385, at, "600 €");
                at += 14;
            }

            page.Text(40, at, $"Sous-total {theme}", bold: true).Text(285, at, "3 600 €", bold: true).Text(360, at, "1 800 €", bold: true);
            at += 14;
        }

        var cells = Cells(OnlyTable(page));

        Assert.Contains("1,0 1x1 1", cells);
        Assert.Contains("1,1 1x1 Jardin", cells);
    }

    [Fact]
    public void Sums_of_few_rows_below_a_header_of_two_lines_hide_no_column()
    {
        var page = Page().Text(40, 98, "Thème", bold: true).Text(110, 98, "Action", bold: true).Text(270, 98, "Coût total", bold: true).Text(360, 98, "Part", bold: true)
            .Text(270, 110, "de l'action", bold: true).Text(360, 110, "Ville", bold: true);
        var at = 130;
        foreach (var (theme, rows) in new[] { ("Santé", new[] { "Aide aux victimes", "Couture", "Fête" }), ("Cadre de vie", ["Clés"]) })
        {
            foreach (var title in rows)
            {
                Right(Right(page.Text(40, at, theme).Text(110, at, title), 320, at, "1 200 €"), 385, at, "600 €");
                at += 16;
            }

            page.Text(40, at, $"TOTAL {theme}", bold: true).Text(280, at, "1 200 €", bold: true).Text(355, at, "600 €", bold: true);
            at += 16;
        }

        page.Text(40, at, "Total général", bold: true).Text(280, at, "2 400 €", bold: true).Text(350, at, "1 200 €", bold: true);

        Assert.Contains(Cells(OnlyTable(page)), cell => cell.EndsWith(",1 1x1 Aide aux victimes", StringComparison.Ordinal));
    }

    [Fact]
    public void Header_cells_of_two_levels_shaded_alike_are_no_stacked_bars()
    {
        var page = Page();
        page.Fill(40, 98, 240, 130).Fill(480, 98, 540, 130);
        foreach (var (left, label) in new[] { (240, "État"), (360, "Région") })
        {
            page.Fill(left, 98, left + 120, 114).Fill(left, 114, left + 60, 130).Fill(left + 60, 114, left + 120, 130);
            page.Text(left + 45, 110, label, bold: true).Text(left + 5, 126, "Demandé", bold: true).Text(left + 65, 126, "Accordé", bold: true);
        }

        page.Text(44, 118, "Action", bold: true).Text(490, 118, "Coût", bold: true);
        var at = 146;
        foreach (var title in new[] { "Jardin", "Chantier", "Fête", "Atelier" })
        {
            page.Text(44, at, title);
            foreach (var right in new[] { 290, 350, 410, 470, 530 })
                Right(page, right, at, "1 200 €");
            at += 16;
        }

        Assert.Equal(6, OnlyTable(page).ColumnCount);
    }

    [Fact]
    public void A_page_with_one_row_has_the_columns_of_the_pages_before()
    {
        var first = new PageSketch(1).Text(40, 60, "Action", bold: true).Text(285, 60, "Coût", bold: true).Text(365, 60, "Ville", bold: true).Text(445, 60, "CAF", bold: true);
        Rows(first, 80, 14, ["Jardin partagé", "1 200,00", "600,00", "600,00"], ["Chantier", "880,00", "-", "880,00"], ["Médiation", "310,00", "310,00", "-"], ["Fêtes", "40,00", "20,00", "20,00"]);
        var second = new PageSketch(2);
        Rows(second, 60, 14, ["Total", "2 430,00", "930,00", "1 500,00"]);

        var table = Assert.Single(Tables(first, second));

        Assert.Contains("5,3 1x1 1 500,00", Cells(table));
        Assert.Equal(2, table.Parts.Length);
    }

    [Fact]
    public void Columns_that_one_page_fills_too_little_to_show_are_those_of_the_others()
    {
        string[] header = ["Action", "Coût", "Ville", "CAF", "État"];
        PageSketch Head(int number)
        {
            var page = new PageSketch(number).Text(40, 60, header[0], bold: true);
            foreach (var (label, column) in header.Skip(1).Select((label, column) => (label, column)))
                page.Text(325 + (50 * column) - (5 * label.Length), 60, label, bold: true);
            return page;
        }

        PageSketch Row(PageSketch page, double at, string title, params string[] amounts)
        {
            page.Text(40, at, title);
            for (var column = 0; column < amounts.Length; column++)
                Right(page, 325 + (50 * column), at, amounts[column]);
            return page;
        }

        var first = Row(Row(Row(Row(Head(1), 80, "Jardin", "1 200,00", "600,00", "300,00", "300,00"), 94, "Chantier", "880,00", "", "880,00", ""), 108, "Fêtes", "310,00", "310,00", "", ""), 122, "Ateliers", "999,00", "333,00", "333,00", "333,00");
        var second = Row(Row(Head(2), 80, "Médiation", "150,00", "", "", "150,00"), 94, "Marche", "90,00", "90,00", "", "");

        var table = Assert.Single(Tables(first, second));

        Assert.Equal(5, table.ColumnCount);
        Assert.Contains("5,4 1x1 150,00", Cells(table));
    }

    [Fact]
    public void A_page_that_repeats_the_header_and_nothing_else_costs_nothing()
    {
        // The header stands between rules, its units below it: alone on a page it looks like few rows that go on.
        PageSketch Head(int number)
        {
            var page = new PageSketch(number).Across(48, 40, 480).Across(76, 40, 480).Text(40, 60, "Action", bold: true);
            foreach (var (label, x) in new[] { ("Coût", 285), ("Ville", 365), ("CAF", 445) })
                page.Text(x, 60, label, bold: true).Text(x, 72, "en €", bold: true);
            return page;
        }

        var (first, second) = (Head(1), Head(2));
        Rows(first, 90, 14, ["Jardin", "100,00", "200,00", "300,00"], ["Chantier", "101,00", "201,00", "301,00"], ["Médiation", "102,00", "202,00", "302,00"], ["Fêtes", "103,00", "203,00", "303,00"]);

        Assert.Contains(Cells(Tables(first, second)[0]), cell => cell.EndsWith("303,00", StringComparison.Ordinal));
    }

    [Fact]
    public void A_header_alone_on_its_page_is_no_row_that_goes_on()
    {
        var first = new PageSketch(1).Table([40, 240, 340, 440], [780, 800], ["Action", "Coût", "Ville"]);
        var second = new PageSketch(2).Table([40, 240, 340, 440], [40, 60, 80], ["Jardin partagé", "1 200 €", "600 €"], ["Chantier", "880 €", "880 €"]);

        var cells = Cells(Assert.Single(Tables(first, second)));

        Assert.Contains("0,1 1x1 Coût", cells);
        Assert.Contains("1,1 1x1 1 200 €", cells);
    }

    [Fact]
    public void What_recognition_makes_of_a_chart_in_a_picture_is_no_table()
    {
        var picture = new PageSketch(1).Text(60, 200, "14").Text(110, 200, "Finistère ]").Text(300, 200, "27").Text(60, 214, "9").Text(110, 214, "Morbihan /").Text(300, 214, "31").Text(60, 228, "7").Text(110, 228, "Côtes").Text(300, 228, "18");
        var drawn = picture.ToPage();
        Page Read(double confidence) => drawn with { Words = [.. drawn.Words.Select(word => word with { Origin = Origin.Ocr, Confidence = confidence })] };

        Assert.NotEmpty(ContentBuilder.Build([Read(0.95)]).Blocks.OfType<TableContent>());
        Assert.Empty(ContentBuilder.Build([Read(0.5)]).Blocks.OfType<TableContent>());
    }

    [Fact]
    public void A_recognised_grid_with_blank_rows_is_a_chart()
    {
        var page = new PageSketch(1).Table([100, 140, 300], [100, 120, 140, 160, 180, 200], ["120", "Taux d'emploi"], [], [], ["40"], ["0", "2019"]).ToPage();
        var recognised = page with { Words = [.. page.Words.Select(word => word with { Origin = Origin.Ocr, Confidence = 0.95 })] };

        Assert.NotEmpty(ContentBuilder.Build([page]).Blocks.OfType<TableContent>());
        Assert.Empty(ContentBuilder.Build([recognised]).Blocks.OfType<TableContent>());
    }
}
