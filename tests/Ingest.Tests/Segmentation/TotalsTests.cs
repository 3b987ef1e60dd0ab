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
}
