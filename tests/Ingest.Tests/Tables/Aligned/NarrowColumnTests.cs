using Xunit;
using static Ingest.Tests.Tables.Aligned.AlignedTableTests;

namespace Ingest.Tests.Tables.Aligned;

/// <summary>Labels wrapped in narrow columns, header labels that stand close or between columns. Letters are 5 points wide, spaces 2.5.</summary>
public sealed class NarrowColumnTests
{
    private static PageSketch Header(params string[] labels)
    {
        var page = Page().Text(40, 110, "Action");
        for (var column = 0; column < labels.Length; column++)
            Right(page, 320 + (80 * column), 110, labels[column]);
        return page;
    }

    [Fact]
    public void Labels_whose_last_line_stands_beside_the_figures_stay_whole()
    {
        var page = Header("Coût", "Ville");
        var at = 130;
        foreach (var (first, second, last) in new[] { ("Soutenir la", "mobilité avec", "les associations"), ("Former à", "la santé auprès", "des bailleurs"), ("Ouvrir", "l'habitat pour", "les habitants") })
        {
            page.Text(40, at, first).Text(40, at + 12, second);
            Rows(page, at + 24, 12, [last, "1 200", "600"]);
            at += 40;
        }

        var cells = Cells(OnlyTable(page));

        Assert.Contains("1,0 1x1 Soutenir la mobilité avec les associations", cells);
        Assert.Contains("3,0 1x1 Ouvrir l'habitat pour les habitants", cells);
    }

    [Fact]
    public void Steps_that_differ_by_a_pixel_part_no_rows()
    {
        var page = Header("Coût", "Ville");
        var at = 130.0;
        foreach (var label in new[] { "Insertion", "Habitat", "Santé" })
        {
            Rows(page, at, 12, [label + " auprès des jeunes de", "1 200", "600"]);
            page.Text(40, at + 7.5, "16 à 25 ans avec les").Text(40, at + 15.75, "associations");
            at += 25.5;
        }

        var cells = Cells(OnlyTable(page));

        Assert.Contains("2,0 1x1 Habitat auprès des jeunes de 16 à 25 ans avec les associations", cells);
        Assert.Contains("3,1 1x1 1 200", cells);
    }

    [Fact]
    public void The_last_line_goes_on_from_a_text_that_is_open()
    {
        var page = Header("Coût", "Ville");
        Rows(page, 130, 16, ["Jardin partagé", "4 950", "900"], ["Chantier", "880", "-"], ["Insertion des jeunes de", "1 200", "600"]);
        page.Text(40, 174, "16 à 25 ans");

        Assert.Contains("3,0 1x1 Insertion des jeunes de 16 à 25 ans", Cells(OnlyTable(page)));
    }

    [Fact]
    public void Lines_of_a_label_above_the_others_of_the_header_are_its_own()
    {
        var page = Header("Coût", "Ville");
        page.Text(440, 86, "Part").Text(440, 98, "des").Text(440, 110, "femmes");
        Rows(page, 130, 14, ["Jardin partagé", "4 950", "900", "12 %"], ["Chantier", "880", "-", "25 %"], ["Médiation", "1 200", "600", "9 %"]);

        Assert.Contains("0,3 1x1 Part des femmes", Cells(OnlyTable(page)));
    }

    [Fact]
    public void A_label_that_fills_its_column_is_cut_from_the_next()
    {
        var page = Page().Text(40, 110, "Action").Text(265, 110, "Département").Text(323.5, 110, "Caf");
        Rows(page, 130, 14, ["Jardin partagé", "4 950", "900"], ["Chantier jeunes", "880", "-"], ["Médiation", "1 200", "600"], ["Fêtes", "310", "1 150"]);

        Assert.Equal(["0,0 1x1 Action", "0,1 1x1 Département", "0,2 1x1 Caf"], Cells(OnlyTable(page)).Take(3));
    }

    [Fact]
    public void Units_over_a_column_without_figures_are_a_row()
    {
        var page = Header("Coût", "Ville", "État");
        Rows(page, 122, 14, ["", "(en €)", "(en €)", "(en €)"]);
        Rows(page, 140, 14, ["Jardin partagé", "4 950", "900"], ["Chantier", "880", "120"], ["Médiation", "1 200", "600"]);
        Right(page, 480, 140, "-");

        Assert.Contains("1,3 1x1 (en €)", Cells(OnlyTable(page)));
    }

    [Fact]
    public void A_title_with_a_number_stands_apart_from_the_row_below()
    {
        var page = Header("Coût", "Ville");
        page.Text(40, 124, "Axe 1 – Développer l'habitat");
        Rows(page, 138, 14, ["Permanences de médiation sociale", "4 950", "900"], ["Chantier", "880", "120"], ["Médiation", "1 200", "600"], ["Fêtes", "310", "150"]);

        Assert.Contains("1,0 1x3 Axe 1 – Développer l'habitat", Cells(OnlyTable(page)));
    }

    [Fact]
    public void The_rest_of_a_label_between_two_columns_is_of_the_label_above()
    {
        var page = Page().Text(40, 110, "Action").Text(255, 110, "Ville").Text(342, 98, "Montantprévu").Text(342, 110, "voté");
        Rows(page, 130, 14, ["Jardin partagé", "4 950", "900"], ["Chantier", "880", "120"], ["Médiation", "1 200", "600"], ["Fêtes", "310", "150"]);

        Assert.Contains("0,2 1x1 Montantprévu voté", Cells(OnlyTable(page)));
    }

    [Fact]
    public void The_unit_below_a_label_of_two_lines_is_not_its_neighbours()
    {
        var page = Page().Text(40, 110, "Action").Text(290, 110, "Taux").Text(340, 110, "Région").Text(385, 104, "Montant").Text(385, 116, "prévu").Text(430, 110, "Accordé");
        page.Text(290, 130, "(en %)").Text(340, 130, "(en %)").Text(385, 130, "(en €)").Text(430, 130, "(en €)");
        var at = 146;
        foreach (var label in new[] { "Jardin partagé", "Chantier jeunes", "Médiation", "Fêtes" })
        {
            Right(Right(Right(Right(page.Text(40, at, label), 320, at, "201"), 370, at, "313"), 424, at, "479"), 465, at, "959");
            at += 14;
        }

        var cells = Cells(OnlyTable(page));

        Assert.Contains("0,3 1x1 Montant prévu", cells);
        Assert.Contains("0,4 1x1 Accordé", cells);
    }
}
