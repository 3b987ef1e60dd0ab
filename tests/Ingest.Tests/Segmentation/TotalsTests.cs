using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Segmentation;
using Xunit;

namespace Ingest.Tests.Segmentation;

public sealed class TotalsTests
{
    [Fact]
    public void Sub_totals_sum_their_theme_and_the_grand_total_the_document()
    {
        var draft = Drafts.Of("""
            Action | Coût total | Ville | CAF
            Emploi | | |
            Vélos | 1 000 € | 600 € | 400 €
            Sous-total | 1 000 € | 600 € | 400 €
            Santé | | |
            Marche | 500 € | 300 € | 200 €
            Sous-total Santé | 500 € | 300 € | 200 €
            Total général | 1 500 € | 900 € | 600 €
            """);

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Marche 500: Ville 300, CAF 200"], draft.Plans());
        Assert.Equal(
            [
                "Theme Emploi, cost Coût total 1000", "Theme Emploi, Ville 600", "Theme Emploi, CAF 400",
                "Theme Santé, cost Coût total 500", "Theme Santé, Ville 300", "Theme Santé, CAF 200",
                "Document, cost Coût total 1500", "Document, Ville 900", "Document, CAF 600",
            ],
            draft.Sums());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void A_line_that_sums_a_part_without_a_name_is_no_sum_of_all_and_is_not_dropped()
    {
        var draft = Drafts.Of("""
            Action | Coût total
            Vélos | 1 000 €
            Marche | 500 €

            Sous-total : 800 €
            """);

        Assert.Empty(draft.Totals);
        Assert.Contains(draft.Left(), left => left.Contains("Sous-total : 800 €", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plain_total_sums_what_its_figures_say()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total
            Emploi | |
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            Total | | 3 000 €
            Santé | |
            Marche | CCAS | 500 €
            Total | | 3 500 €
            """);

        Assert.Equal(["Theme Emploi, cost Total 3000", "Document, cost Total 3500"], draft.Sums());
    }

    [Fact]
    public void A_plain_total_of_a_document_without_themes_is_the_documents()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            TOTAL | | 3 000 €
            """);

        Assert.Equal(["Document, cost TOTAL 3000"], draft.Sums());
        Assert.Equal(2, draft.Actions.Length);
    }

    [Fact]
    public void The_sum_so_far_told_for_the_next_page_is_neither_action_nor_total()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            À reporter | | 1 000 €
            Report de la page précédente | | 1 000 €
            Café | Ville | 2 000 €
            Total général | | 3 000 €
            """);

        Assert.Equal(["Vélos 1000: ", "Café 2000: "], draft.Plans());
        Assert.Equal(["Document, cost Total général 3000"], draft.Sums());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void Payers_in_the_cell_of_a_total_are_its_lines()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Financement
            Vélos | CCAS | Coût total : 1 000 € Ville : 600 € CAF : 400 €
            Café | CCAS | Coût total : 500 € Ville : 300 € CAF : 200 €
            Total général | | Coût total : 1 500 € Ville : 900 € CAF : 600 €
            """);

        Assert.Equal(["Document, cost Coût total 1500", "Document, Ville 900", "Document, CAF 600"], draft.Sums());
    }

    [Fact]
    public void A_recapitulation_below_the_actions_of_the_same_table_is_no_action()
    {
        var draft = Drafts.Of(Drafts.Grid(
            ["Action", "Porteur", "Coût total", "Ville"],
            ["Vélos", "CCAS", "1 000 €", "600 €"],
            ["Café", "CCAS", "2 000 €", "1 500 €"],
            ["", "", "Ville", "2 100 €"],
            ["", "", "CAF", "900 €"]));

        Assert.Equal(2, draft.Actions.Length);
        Assert.Equal(["Document, Ville 2100", "Document, CAF 900"], draft.Sums());
    }

    [Theory]
    [InlineData("Sous-total {0}")]
    [InlineData("TOTAL {0}")]
    [InlineData("Total porteur")]
    public void Sums_below_the_actions_of_one_porteur_are_his(string label)
    {
        var draft = Drafts.Of("Porteur | Action | Coût total | Ville | CAF\nCCAS | Vélos | 1 000 € | 600 € | 400 €\nCCAS | Café | 2 000 € | 1 500 € | 500 €\n"
            + label.Replace("{0}", "CCAS", StringComparison.Ordinal) + " | | 3 000 € | 2 100 € | 900 €\nLigue | Marche | 500 € | 300 € | 200 €\n"
            + label.Replace("{0}", "Ligue", StringComparison.Ordinal) + " | | 500 € | 300 € | 200 €\nTotal général | | 3 500 € | 2 400 € | 1 100 €");

        Assert.Equal(
            [
                "Porteur CCAS, cost Coût total 3000", "Porteur CCAS, Ville 2100", "Porteur CCAS, CAF 900",
                "Porteur Ligue, cost Coût total 500", "Porteur Ligue, Ville 300", "Porteur Ligue, CAF 200",
                "Document, cost Coût total 3500", "Document, Ville 2400", "Document, CAF 1100",
            ],
            draft.Sums());
    }

    [Fact]
    public void A_total_below_its_rows_names_their_theme_where_no_band_does()
    {
        var draft = Drafts.Of("Action | Porteur | Coût total\nVélos | CCAS | 1 000 €\nCafé | Ville | 2 000 €\nTOTAL Emploi | | 3 000 €\nMarche | CCAS | 500 €\nTOTAL Santé | | 500 €\nTotal général | | 3 500 €");

        Assert.Equal(["Emploi", "Emploi", "Santé"], draft.Actions.Select(action => action.Theme.Text));
        Assert.Equal(["Theme Emploi, cost TOTAL Emploi 3000", "Theme Santé, cost TOTAL Santé 500", "Document, cost Total général 3500"], draft.Sums());
    }

    [Fact]
    public void A_total_below_its_rows_that_no_sum_bears_out_names_nothing() => Assert.All(
        Drafts.Of("Action | Porteur | Coût total\nVélos | CCAS | 1 000 €\nCafé | Ville | 2 000 €\nTOTAL Emploi | | 4 000 €\nMarche | CCAS | 500 €\nTOTAL Santé | | 700 €\nTotal général | | 3 500 €").Actions,
        action => Assert.True(action.Theme.IsEmpty));

    [Fact]
    public void Sub_totals_without_any_name_sum_the_rows_above_them()
    {
        var draft = Drafts.Of("Action | Coût total | Ville\nVélos | 1 000 € | 600 €\nCafé | 2 000 € | 1 500 €\nSous-total | 3 000 € | 2 100 €\nMarche | 500 € | 300 €\nSous-total | 500 € | 300 €\nTotal général | 3 500 € | 2 400 €");

        Assert.Equal([new ActionRun(0, 2), new ActionRun(2, 3)], draft.Totals.Where(total => total.Run is not null && total.IsCost).Select(total => total.Run!.Value));
        Assert.Equal(2, draft.Totals.Count(total => total.Scope == TotalScope.Document));
    }

    [Fact]
    public void A_sum_of_several_themes_holds_all_its_runs()
    {
        var draft = Drafts.Of("Action | Coût total\nPilier A | \nVélos | 1 000 €\nSous-total | 1 000 €\nPilier B | \nCafé | 2 000 €\nSous-total | 2 000 €\nTotal du programme | 3 000 €");

        Assert.Equal(["Theme Pilier A, cost Sous-total 1000", "Theme Pilier B, cost Sous-total 2000", "Document, cost Total du programme 3000"], draft.Sums());
    }

    [Fact]
    public void Bands_of_quartiers_years_and_porteurs_are_no_themes()
    {
        var draft = Drafts.Of("Action | Coût total | Ville\nQuartier du Colombier | | \nVélos | 1 000 € | 600 €\nQPV Bourgneuf | | \nMarche | 500 € | 300 €");
        Assert.Equal(["Quartier du Colombier", "QPV Bourgneuf"], draft.Actions.Select(action => action.Quartiers.Text));
        Assert.All(draft.Actions, action => Assert.True(action.Theme.IsEmpty));

        var years = Drafts.Of("Action | Coût total | Ville\n2024 | | \nVélos | 1 000 € | 600 €\n2025 | | \nMarche | 500 € | 300 €");
        Assert.Equal(["2024", "2025"], years.Actions.Select(action => action.Year.Text));

        var bodies = Drafts.Of("Action | Coût total | Ville\nCCAS | | \nVélos | 1 000 € | 600 €\nCentre social Les Moulins | | \nMarche | 500 € | 300 €");
        Assert.Equal(["CCAS", "Centre social Les Moulins"], bodies.Actions.Select(action => action.Porteur.Text));
    }

    [Fact]
    public void A_new_quartier_ends_the_theme_of_the_last()
    {
        var draft = Drafts.Of("Action | Coût total | Ville\nQPV Colombier | | \nEmploi | | \nVélos | 1 000 € | 600 €\nQPV Bourgneuf | | \nMarche | 500 € | 300 €");

        Assert.Equal([("QPV Colombier", "Emploi"), ("QPV Bourgneuf", "")], draft.Actions.Select(action => (action.Quartiers.Text, action.Theme.Text)));
    }

    [Theory]
    [InlineData(Origin.Ocr, "Document, Ville 800", 2)]
    [InlineData(Origin.Text, "", 3)]
    public void A_total_over_several_columns_of_a_scan_is_one_whatever_a_stamp_left_of_its_cells(Origin origin, string sums, int actions)
    {
        var grid = Drafts.Grid(1, ["Action", "Porteur", "Coût total", "Financements"], ["Vélos", "CCAS", "500 €", "Ville : 500 €"], ["Marche", "Ville", "300 €", "Ville : 300 €"], [new Spanning("TOTAL", Columns: 2), "S -e pus De la", "Ville : 800 €"]);
        var table = grid with { Cells = [.. grid.Cells.Select(cell => cell with { Text = new SourceText { Paragraphs = [.. cell.Text.Paragraphs.Select(paragraph => paragraph with { Words = [.. paragraph.Words.Select(word => word with { Origin = origin })] })] } })] };

        var draft = Drafts.Of(table);

        Assert.Equal(actions, draft.Actions.Length);
        Assert.Equal(sums, string.Join("; ", draft.Sums()));
    }
}
