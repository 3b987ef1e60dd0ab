using Xunit;
using static Ingest.Tests.Tables.Aligned.AlignedTableTests;

namespace Ingest.Tests.Tables.Aligned;

/// <summary>Which columns and rows the labels of a header are for, where their lines alone do not tell. Letters are 5 points wide, spaces 2.5.</summary>
public sealed class HeaderLabelTests
{
    private static PageSketch Body(PageSketch page, double from, params string[] figures)
    {
        foreach (var label in new[] { "Jardin partagé", "Chantier jeunes", "Médiation", "Fêtes", "Bourse" })
        {
            Rows(page, from, 14, [label, .. figures]);
            from += 14;
        }

        return page;
    }

    // Labels centred above the figures of their columns.
    private static PageSketch Centred(PageSketch page, double middle, double baseline, string text) =>
        page.Text(middle - (text.Split(' ').Sum(word => word.Length * 2.5) + (1.25 * (text.Split(' ').Length - 1))), baseline, text);

    [Fact]
    public void A_label_of_two_lines_beside_its_figures_is_that_of_the_column_without_another()
    {
        var page = Page().Text(40, 110, "Action").Text(300, 110, "Coût").Text(375, 110, "Ville").Text(415, 105, "Part des").Text(415, 115, "femmes");
        Body(page, 130, "4 950", "1 200", "9 %");

        Assert.Equal(["0,0 1x1 Action", "0,1 1x1 Coût", "0,2 1x1 Ville", "0,3 1x1 Part des femmes"], Cells(OnlyTable(page)).Take(4));
    }

    [Fact]
    public void Labels_a_space_apart_are_cut_where_the_figures_of_the_first_end()
    {
        var page = Page().Text(40, 110, "Action").Text(275, 110, "Habitants").Text(322.5, 110, "Caf").Text(455, 110, "Ville");
        Body(page, 130, "950", "200", "600");

        Assert.Equal(["0,0 1x1 Action", "0,1 1x1 Habitants", "0,2 1x1 Caf", "0,3 1x1 Ville"], Cells(OnlyTable(page)).Take(4));
    }

    [Fact]
    public void A_label_over_two_columns_is_not_cut_before_a_small_letter()
    {
        var page = Page().Text(40, 116, "Action").Text(305, 104, "Ensemble de").Text(362.5, 104, "la ville");
        Right(Right(page, 320, 116, "2023"), 400, 116, "2024");
        Body(page, 136, "4 950", "1 200");

        Assert.Contains("0,1 1x2 Ensemble de la ville", Cells(OnlyTable(page)));
    }

    [Fact]
    public void The_second_line_of_a_group_has_the_columns_of_the_group()
    {
        var page = Page().Text(40, 110, "Action");
        Centred(Centred(Centred(page, 347, 98, "Ensemble de la"), 347, 110, "ville"), 507, 104, "Quartier");
        foreach (var right in new[] { 320, 480 })
            Right(Right(page, right, 124, "2023"), right + 80, 124, "2024");
        Body(page, 144, "4 950", "1 200", "300", "1 100");

        Assert.Contains("0,1 1x2 Ensemble de la ville", Cells(OnlyTable(page)));
    }

    [Fact]
    public void A_group_is_over_three_columns_though_its_middle_is_that_of_one()
    {
        var page = Page().Text(40, 124, "Action");
        Centred(page, 390, 104, "Budget");
        foreach (var (right, label) in new[] { (320, "Prévu"), (400, "Voté"), (480, "Payé") })
            Centred(page, right - 10, 124, label);
        Body(page, 144, "950", "200", "600");

        Assert.Contains("0,1 1x3 Budget", Cells(OnlyTable(page)));
    }

    [Fact]
    public void Units_are_a_row_though_one_of_them_is_in_words()
    {
        var page = Page().Text(40, 110, "Commune");
        foreach (var (right, label) in new[] { (320, "Population"), (400, "Surface"), (480, "Évolution"), (560, "Densité") })
            Right(page, right, 110, label);
        foreach (var (right, unit) in new[] { (320, "habitants"), (400, "hectares"), (480, "%") })
            Right(page, right, 124, unit);
        page.Text(505, 124, "par hectare");
        Body(page, 144, "4 950", "200", "1,2", "24");

        var cells = Cells(OnlyTable(page));
        Assert.Contains("0,1 1x1 Population", cells);
        Assert.Contains("1,4 1x1 par hectare", cells);
    }

    [Fact]
    public void A_rule_that_leaves_out_a_label_tells_that_its_cell_begins_above()
    {
        var page = Page().Across(94, 40, 480).Text(40, 118, "Site").Text(370, 104, "Participations");
        page.Across(108, 330, 480);
        Right(Right(Right(page, 320, 118, "Coût"), 400, 118, "État"), 480, 118, "Région");
        page.Across(122, 40, 480);
        for (var row = 0; row < 4; row++)
        {
            Rows(page, 132 + (14 * row), 14, [$"Maison {row}", "4 950", "1 200", "600"]);
            page.Across(136 + (14 * row), 40, 480);
        }

        var cells = Cells(OnlyTable(page));
        Assert.Contains("0,0 2x1 Site", cells);
        Assert.Contains("0,1 2x1 Coût", cells);
        Assert.Contains("1,2 1x1 État", cells);
    }

    [Fact]
    public void What_follows_a_full_header_at_a_distance_is_of_the_rows()
    {
        var page = Page().Text(40, 110, "Action").Text(300, 110, "Coût").Text(375, 110, "Ville");
        var at = 130;
        foreach (var label in new[] { "Jardin", "Chantier", "Lecture" })
        {
            page.Text(40, at, label).Text(40, at + 12, "dans les écoles");
            Rows(page, at + 24, 12, ["et au parc", "4 950", "1 200"]);
            at += 44;
        }

        var cells = Cells(OnlyTable(page));
        Assert.Contains("0,0 1x1 Action", cells);
        Assert.Contains("1,0 1x1 Jardin dans les écoles et au parc", cells);
    }

    [Fact]
    public void A_full_line_is_a_row_though_one_of_its_texts_opens_small()
    {
        var page = Page().Text(40, 110, "Service").Text(200, 110, "Correspondant").Text(380, 110, "Observations").Across(114, 40, 520);
        var at = 128;
        foreach (var (service, person, remark) in new[] { ("Etat civil", "Mme Abadie, bureau 12", "le matin seulement"), ("Urbanisme", "M. Lacaze", "absent jusqu'au 15,"), ("", "", "s'adresser au secrétariat"), ("Action sociale", "Mme Tessier, M. Ouvrard", "accueil sur rendez-vous"), ("Sports", "vacant", "-"), ("Voirie et propreté urbaine", "M. Roussel", "astreinte le dimanche") })
        {
            page.Text(40, at, service).Text(200, at, person).Text(380, at, remark);
            at += 12;
        }

        Assert.Contains("4,1 1x1 vacant", Cells(OnlyTable(page)));
    }
}
