using Ingest.Model.Documents;
using Ingest.Segmentation;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>What cells and rows of an action table say beside its fields.</summary>
public sealed class RowContentTests
{
    [Fact]
    public void A_remark_below_title_and_porteur_is_neither()
    {
        var document = Processing.Of("""
            Porteur et action | Quartier | Coût | Ville
            Les Clés ¶ Aide aux devoirs ¶ Reconduction | Courteille | 1 000 € | 1 000 €
            La Roue ¶ Vélos ¶ Refusé | Perseigne | 500 € | 500 €
            """);

        Assert.Equal(["Aide aux devoirs", "Vélos"], document.Actions.Select(action => action.Title));
        Assert.Equal(["Les Clés", "La Roue"], document.Actions.Select(action => action.Porteur!.Label));
        Assert.Equal([null, null], document.Actions.Select(action => action.Description));
        Assert.Equal([true, null], document.Actions.Select(action => action.Renewal));
        Assert.Equal([null, Decision.Refused], document.Actions.Select(action => action.Decision));
    }

    [Fact]
    public void Of_two_headers_of_titles_the_one_over_longer_texts_describes()
    {
        var draft = Drafts.Of("""
            Intitulé | Objet | Porteur | Coût total | Ville
            Vélos | Apprendre aux enfants à réparer leurs vélos le mercredi | CCAS | 1 000 € | 1 000 €
            Marche | Marcher ensemble autour du lac chaque samedi matin | CCAS | 500 € | 500 €
            """);

        Assert.Equal(["Vélos", "Marche"], draft.Actions.Select(action => action.Title.Text));
        Assert.Equal(
            ["Apprendre aux enfants à réparer leurs vélos le mercredi", "Marcher ensemble autour du lac chaque samedi matin"],
            draft.Actions.Select(action => action.Description.Text));
    }

    [Fact]
    public void A_header_that_a_page_repeats_is_no_content_of_its_columns()
    {
        const string header = "Action | Porteur | Coût total | Ville | CAF 27\n";

        Assert.Equal(
            [ColumnRole.Title, ColumnRole.Porteur, ColumnRole.TotalCost, ColumnRole.PayerAmount, ColumnRole.PayerAmount],
            Drafts.Roles(header + "Vélos | CCAS | 1 000 | 1 000 |\n" + header + "Café | CCAS | 2 000 | 2 000 |\n" + header + "Marche | CCAS | 500 | 300 | 200\n"));
    }

    [Theory]
    [InlineData("Contrôle")]
    [InlineData("Écart")]
    public void A_column_that_checks_the_sums_pays_nothing(string header) => Assert.Equal(
        ["Vélos 1000: Ville 600, CAF 400", "Marche 600: Ville 300, CAF 300"],
        Drafts.Of($"Action | Porteur | Coût total | Ville | CAF | {header}\nVélos | CCAS | 1 000 € | 600 € | 400 € | 20 €\nMarche | CCAS | 600 € | 300 € | 300 € | 10 €").Plans());

    [Fact]
    public void All_neighbourhoods_end_the_one_above_and_are_no_theme()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total | Ville | CAF
            QPV Bois Joli | | | |
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Tous quartiers | | | |
            Marche | CCAS | 500 € | 300 € | 200 €
            """);

        Assert.Equal(["QPV Bois Joli", "Tous quartiers"], draft.Actions.Select(action => action.Quartiers.Text));
        Assert.Equal(["Vélos < ", "Marche < "], draft.Themes());
    }

    [Fact]
    public void A_total_named_as_a_column_says_already_gives_no_theme()
    {
        var draft = Drafts.Of("""
            Commune | Action | Porteur | Coût total | Ville
            Bray | Vélos | CCAS | 1 000 € | 1 000 €
            Bray | Café | CCAS | 2 000 € | 2 000 €
            Total Bray | | | 3 000 € | 3 000 €
            Toul | Marche | CCAS | 500 € | 500 €
            Toul | Yoga | CCAS | 300 € | 300 €
            Total Toul | | | 800 € | 800 €
            """);

        Assert.Equal(["Vélos < ", "Café < ", "Marche < ", "Yoga < "], draft.Themes());
    }

    [Fact]
    public void A_total_with_a_name_of_its_own_gives_its_rows_a_theme() => Assert.Equal(
        ["Vélos < Emploi", "Café < Emploi", "Marche < Santé", "Yoga < Santé"],
        Drafts.Of("""
            Commune | Action | Porteur | Coût total | Ville
            Bray | Vélos | CCAS | 1 000 € | 1 000 €
            Bray | Café | CCAS | 2 000 € | 2 000 €
            Total Emploi | | | 3 000 € | 3 000 €
            Toul | Marche | CCAS | 500 € | 500 €
            Toul | Yoga | CCAS | 300 € | 300 €
            Total Santé | | | 800 € | 800 €
            """).Themes());

    [Fact]
    public void Lists_of_who_signs_hold_no_actions() => Assert.Empty(Drafts.Of("""
        Programmation 2024 du contrat de ville

        Organisme | Nom | Qualité | Signature
        État | Anne Martin | Préfète |
        Commune de Toul | Jean Petit | Maire |
        Logis du Val | Léa Roux | Directrice |
        """).Actions);

    [Fact]
    public void How_far_the_money_has_come_is_none_of_the_name_of_who_pays() => Assert.Equal(
        ["Vélos 1000: DLVA 600 Granted, Ville 400 Requested"],
        Drafts.Of("Programmation 2025 du contrat de ville\n\nAction | Porteur | Coût total | DLVA (accordé) | Ville (sollicité)\nVélos | CCAS | 1 000 € | 600 € | 400 €\n").Plans());
}
