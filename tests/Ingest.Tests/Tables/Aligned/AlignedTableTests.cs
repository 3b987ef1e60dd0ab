using Ingest.Model.Pages;
using Ingest.Tables;
using Xunit;

namespace Ingest.Tests.Tables.Aligned;

/// <summary>Tables that only the alignment of their words shows, and what looks like them. Letters are 5 points wide, spaces 2.5.</summary>
public sealed class AlignedTableTests
{
    // Prose before and after: a page is more than its table, and what stands at its edges may be the rest of a cut row.
    private const string Prose = "La convention prévoit une clause de revoyure à dix-huit mois et le bailleur repeint les cages du six au";

    internal static PageSketch Page() => new PageSketch(1).Text(40, 60, Prose).Text(40, 72, Prose);

    private static DocumentContent Read(PageSketch page) => ContentBuilder.Build([page.Text(40, 700, Prose).Text(40, 712, Prose).ToPage()]);

    internal static Table OnlyTable(PageSketch page) => Assert.Single(Read(page).Blocks.OfType<TableContent>()).Table;

    internal static string[] Cells(Table table) => [.. table.Cells.Where(cell => !cell.Text.IsEmpty)
        .Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan} {cell.Text.Text.Replace('\n', ' ')}")];

    internal static PageSketch Right(PageSketch page, double right, double baseline, string text) =>
        page.Text(right - text.Split(' ').Sum(word => word.Length * 5) - ((text.Split(' ').Length - 1) * 2.5), baseline, text);

    internal static PageSketch Rows(PageSketch page, double from, double step, params string[][] rows)
    {
        foreach (var row in rows)
        {
            page.Text(40, from, row[0]);
            for (var column = 1; column < row.Length; column++)
                Right(page, 240 + (80 * column), from, row[column]);
            from += step;
        }

        return page;
    }

    [Fact]
    public void Columns_of_figures_make_a_table_and_wrapped_labels_stay_whole()
    {
        var page = Page().Text(40, 110, "Action", bold: true).Text(290, 110, "Coût", bold: true).Text(370, 110, "Ville", bold: true);
        Rows(page, 126, 14, ["Jardin partagé", "4 950", "900"]);
        page.Text(40, 140, "Permanences de médiation et d'accès");
        Rows(page, 152, 14, ["aux droits", "1 200", "600"], ["Chantier jeunes", "880", "-"]);

        Assert.Equal(
            [
                "0,0 1x1 Action", "0,1 1x1 Coût", "0,2 1x1 Ville", "1,0 1x1 Jardin partagé", "1,1 1x1 4 950", "1,2 1x1 900",
                "2,0 1x1 Permanences de médiation et d'accès aux droits", "2,1 1x1 1 200", "2,2 1x1 600", "3,0 1x1 Chantier jeunes", "3,1 1x1 880", "3,2 1x1 -",
            ],
            Cells(OnlyTable(page)));
    }

    [Fact]
    public void A_label_beside_two_header_rows_heads_its_column_in_both()
    {
        var page = Page().Text(40, 108, "Commune", bold: true).Text(325, 108, "Population", bold: true)
            .Text(300, 122, "2018", bold: true).Text(380, 122, "2024", bold: true);
        Rows(page, 140, 14, ["Ancenay", "176", "184"], ["Aubréville", "1 129", "1 215"], ["Balinghen", "929", "911"], ["Barville", "87", "96"]);

        var table = OnlyTable(page);

        Assert.Equal(2, table.HeaderRowCount);
        Assert.Equal(["0,0 2x1 Commune", "0,1 1x2 Population", "1,1 1x1 2018", "1,2 1x1 2024"], Cells(table).Take(4));
    }

    [Fact]
    public void A_theme_at_the_middle_of_its_rows_spans_them()
    {
        var page = Page();
        string[] actions = ["Jardin partagé", "Chantier jeunes", "Médiation", "Fête de quartier"];
        for (var row = 0; row < actions.Length; row++)
            Right(page.Text(140, 110 + (16 * row), actions[row]), 400, 110 + (16 * row), $"{row + 1} 500");
        page.Text(40, 118, "Emploi").Text(40, 150, "Culture");

        var cells = Cells(OnlyTable(page));

        Assert.Contains("0,0 2x1 Emploi", cells);
        Assert.Contains("2,0 2x1 Culture", cells);
        Assert.Contains("3,1 1x1 Fête de quartier", cells);
    }

    [Fact]
    public void A_title_between_the_rows_spans_all_columns()
    {
        var page = Page().Text(40, 110, "Action", bold: true).Text(290, 110, "Coût", bold: true).Text(370, 110, "Ville", bold: true).Text(40, 126, "Axe 1");
        Rows(page, 142, 16, ["Jardin", "4 950", "900"], ["Chantier", "1 200", "600"]);
        page.Text(40, 174, "Axe 2");
        Rows(page, 190, 16, ["Fête", "300", "100"], ["Repas", "250", "50"]);

        var cells = Cells(OnlyTable(page));

        Assert.Contains("1,0 1x3 Axe 1", cells);
        Assert.Contains("4,0 1x3 Axe 2", cells);
    }

    [Fact]
    public void Units_below_each_label_are_a_row()
    {
        var page = Page().Text(40, 110, "Quartier", bold: true).Text(280, 110, "Revenu", bold: true).Text(360, 110, "Surface", bold: true)
            .Text(285, 123, "(en €)").Text(362, 123, "(en ha)");
        Rows(page, 140, 14, ["Les Tilleuls", "13 980", "12,5"], ["La Tannerie", "14 610", "9,0"], ["Moulin-Neuf", "12 050", "7,2"]);

        Assert.Equal(["0,0 1x1 Quartier", "0,1 1x1 Revenu", "0,2 1x1 Surface", "1,1 1x1 (en €)", "1,2 1x1 (en ha)"], Cells(OnlyTable(page)).Take(5));
    }

    [Fact]
    public void A_label_set_to_the_other_side_of_its_figures_stays_in_its_column()
    {
        var page = Page().Text(40, 110, "Lieu", bold: true).Text(180, 110, "Aide", bold: true).Text(330, 110, "Part", bold: true);
        for (var row = 0; row < 4; row++)
            Right(Right(page.Text(40, 126 + (14 * row), "Quartier de la gare"), 290, 126 + (14 * row), $"{row + 1} 250"), 440, 126 + (14 * row), $"{row},5");

        Assert.Equal(["0,0 1x1 Lieu", "0,1 1x1 Aide", "0,2 1x1 Part"], Cells(OnlyTable(page)).Take(3));
    }

    [Fact]
    public void A_table_of_contents_is_none_whatever_its_leaders()
    {
        foreach (var leader in new[] { string.Concat(Enumerable.Repeat(". ", 40)), "............................" })
        {
            var page = Page();
            for (var line = 0; line < 8; line++)
                page.Text(40, 110 + (14 * line), $"{line + 1}. Titre de chapitre {leader}").Text(500, 110 + (14 * line), $"{3 + (4 * line)}");

            Assert.Empty(Read(page).Blocks.OfType<TableContent>());
        }
    }

    [Fact]
    public void The_grid_the_scale_and_the_legend_of_a_chart_are_none()
    {
        var page = Page();
        for (var line = 0; line < 7; line++)
            page.Across(150 + (30 * line), 80, 480).Text(58, 153 + (30 * line), $"{60 - (10 * line)}");
        for (var bar = 0; bar < 6; bar++)
        {
            var top = 160 + (bar * 23);
            page.Fill(100 + (60 * bar), top, 125 + (60 * bar), 330).Text(100 + (60 * bar), top - 4, $"{57 - (8 * bar)}").Text(102 + (60 * bar), 345, $"{2018 + bar}");
        }

        page.Fill(100, 361, 108, 369, "#336699").Text(112, 369, "Taux observé").Fill(260, 361, 268, 369, "#993333").Text(272, 369, "Taux prévu");

        Assert.Empty(Read(page).Blocks.OfType<TableContent>());
    }

    [Fact]
    public void Header_cells_that_are_shaded_one_by_one_are_no_bars_and_steps_of_a_tariff_no_scale()
    {
        var page = Page();
        for (var column = 0; column < 7; column++)
            page.Fill(36 + (60 * column), 100, 96 + (60 * column), 116).Text(40 + (60 * column), 111, $"Tranche{column}", size: 8);
        for (var row = 0; row < 6; row++)
        {
            for (var column = 0; column < 7; column++)
                Right(page, 90 + (60 * column), 130 + (14 * row), column == 0 ? $"{(row + 1) * 100}" : $"{column},{row}");
        }

        Assert.Equal((7, 7), (OnlyTable(page).RowCount, OnlyTable(page).ColumnCount));
    }

    [Fact]
    public void Boxes_with_gaps_between_them_that_fill_their_rows_are_cells()
    {
        var page = Page();
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var (x, y) = (40 + (120 * column), 110 + (30 * row));
                page.Across(y, x, x + 105).Across(y + 20, x, x + 105).Down(x, y, y + 20).Down(x + 105, y, y + 20).Text(x + 6, y + 14, $"Case {row} {column}");
            }
        }

        Assert.Contains(Cells(OnlyTable(page)), cell => cell.EndsWith("Case 3 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Address_blocks_and_texts_in_frames_beside_each_other_are_none()
    {
        var page = Page();
        for (var block = 0; block < 3; block++)
        {
            var y = 110 + (70 * block);
            page.Text(40, y, $"Centre social n° {block}", bold: true).Text(300, y, $"Maison pour tous {block}", bold: true)
                .Lines(40, y + 12, 10, "12 rue du Port", "59000 Lille", "Tél. 03 20 00 00").Lines(300, y + 12, 10, "3 place Neuve", "62000 Arras", "Tél. 03 21 00 00");
        }

        Assert.Empty(Read(page).Blocks.OfType<TableContent>());

        var framed = Page();
        foreach (var left in new[] { 40.0, 310.0 })
        {
            framed.Across(100, left, left + 240).Across(190, left, left + 240).Down(left, 100, 190).Down(left + 240, 100, 190)
                .Lines(left + 8, 118, 10, "Ouvrir les équipements le soir", "Former les agents d'accueil", "Réduire la fracture numérique", "Mobiliser les marchés publics");
        }

        Assert.Empty(Read(framed).Blocks.OfType<TableContent>());
    }

    [Fact]
    public void A_frame_around_columns_is_read_by_their_alignment()
    {
        // Two boxes side by side in one frame: the header has its partitions, the body is one cell of each.
        var page = Page().Across(95, 36, 420).Across(115, 36, 420).Across(200, 36, 420).Down(36, 95, 200).Down(230, 95, 200).Down(420, 95, 200)
            .Text(40, 108, "Action").Text(235, 108, "Montants");
        Rows(page, 130, 14, ["Jardin partagé", "4 950", "900"], ["Chantier jeunes", "1 200", "600"], ["Médiation", "880", "440"], ["Fête", "300", "100"]);

        var cells = Cells(OnlyTable(page));

        Assert.Contains(cells, cell => cell.EndsWith("1x1 Chantier jeunes", StringComparison.Ordinal));
        Assert.Contains(cells, cell => cell.EndsWith("1x1 1 200", StringComparison.Ordinal));
        Assert.Contains(cells, cell => cell.EndsWith("1x1 600", StringComparison.Ordinal));
    }

    [Fact]
    public void The_boxes_of_an_organisation_chart_are_no_table()
    {
        var page = Page();
        for (var column = 0; column < 4; column++)
        {
            for (var row = 0; row < 3; row++)
            {
                var (x, y) = (40 + (130 * column), 120 + (60 * row));
                page.Across(y, x, x + 100).Across(y + 30, x, x + 100).Down(x, y, y + 30).Down(x + 100, y, y + 30).Text(x + 10, y + 18, $"Unité {column}{row}");
                if (row > 0)
                    page.Down(x + 50, y - 30, y);
            }
        }

        page.Across(105, 90, 480);
        for (var column = 0; column < 4; column++)
            page.Down(90 + (130 * column), 105, 120);

        Assert.Empty(Read(page).Blocks.OfType<TableContent>());
    }

    [Fact]
    public void The_header_that_each_page_repeats_is_no_running_head()
    {
        static Page Part(int number, int from)
        {
            var page = new PageSketch(number).Text(40, 40, "Ville de Montreval").Text(40, 80, "Compte").Text(290, 80, "Voté").Text(370, 80, "Payé");
            for (var row = 0; row < 30; row++)
                Right(Right(page.Text(40, 96 + (14 * row), $"Ligne {from + row}"), 320, 96 + (14 * row), $"{from + row} 250"), 400, 96 + (14 * row), $"{900 - from - row}");
            return page.ToPage();
        }

        var content = ContentBuilder.Build([Part(1, 100), Part(2, 130), Part(3, 160)]);

        var table = Assert.Single(content.Blocks.OfType<TableContent>()).Table;
        Assert.Equal(91, table.RowCount);
        Assert.Equal(["0,0 1x1 Compte", "0,1 1x1 Voté", "0,2 1x1 Payé"], Cells(table).Take(3));
        Assert.All(content.Furniture, piece => Assert.Equal("Ville de Montreval", piece.Text.Text));
    }
}
