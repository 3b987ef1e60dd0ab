using Ingest.Model.Documents;
using Ingest.Segmentation;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

public sealed class ColumnRoleTests
{
    [Fact]
    public void Header_words_name_the_columns()
    {
        var roles = Drafts.Roles("""
            N° | Thématique | Intitulé de l'action | Description | Porteur | Quartiers | Coût total | Ville | CAF | Observations
            1 | Emploi | Vélos solidaires | Réparer des vélos | Association Roue libre | Les Buis | 1 000 € | 600 € | 400 € | À suivre
            2 | Santé | Café des parents | Se rencontrer | CCAS | Bellevue | 2 000 € | 1 500 € | 500 € | Rien
            """);

        Assert.Equal(
            [
                ColumnRole.Number, ColumnRole.Theme, ColumnRole.Title, ColumnRole.Description, ColumnRole.Porteur, ColumnRole.Quartier, ColumnRole.TotalCost,
                ColumnRole.PayerAmount, ColumnRole.PayerAmount, ColumnRole.NoField,
            ],
            roles);
    }

    [Fact]
    public void Without_a_header_the_cells_tell()
    {
        var roles = Drafts.Roles("""
            1 | Vélos solidaires | CCAS | Coût total = 1 000 € Ville = 600 € CAF = 400 €
            2 | Café des parents | Ville | Coût total = 2 000 € Ville = 1 500 € CAF = 500 €
            3 | Jardin partagé | Mission locale | Coût total = 500 € Ville = 500 €
            """);

        Assert.Equal([ColumnRole.Number, ColumnRole.Title, ColumnRole.Porteur, ColumnRole.Financings], roles);
    }

    [Fact]
    public void Cells_tell_years_shares_and_labelled_amounts_whatever_stands_above_them()
    {
        var roles = Drafts.Roles("""
            Action | Exercice | Détail financier | Part de la Ville
            Vélos | 2024 | Ville 600 € CAF 400 € | 60 %
            Café | 2025 | Ville 500 € CAF 500 € | 50 %
            """);

        Assert.Equal([ColumnRole.Title, ColumnRole.Year, ColumnRole.Financings, ColumnRole.Share], roles);
    }

    [Fact]
    public void The_column_that_is_the_sum_of_the_payers_is_the_cost()
    {
        var columns = Drafts.Columns("""
            Action | Porteur | Montant | Ville | CAF
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Café | CCAS | 2 000 € | 1 500 € | 500 €
            Jardin | CCAS | 700 € | 500 € | 200 €
            """);

        Assert.Equal([ColumnRole.Title, ColumnRole.Porteur, ColumnRole.TotalCost, ColumnRole.PayerAmount, ColumnRole.PayerAmount], columns.Select(column => column.Role));
    }

    [Fact]
    public void A_sum_of_payers_beside_a_named_cost_is_not_a_payer()
    {
        var draft = Drafts.Of("""
            Action | Coût total | Ville | CAF | Total
            Vélos | 1 000 € | 600 € | 300 € | 900 €
            Café | 2 000 € | 1 500 € | 400 € | 1 900 €
            """);

        Assert.Equal(["Vélos 1000: Ville 600, CAF 300", "Café 2000: Ville 1500, CAF 400"], draft.Plans());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void One_amount_column_without_any_payer_is_the_cost()
    {
        Assert.Equal([ColumnRole.Title, ColumnRole.Porteur, ColumnRole.TotalCost], Drafts.Roles("""
            Action | Porteur | Budget
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            """));
    }

    [Fact]
    public void Money_that_is_asked_for_is_no_cost_and_keeps_its_status()
    {
        var columns = Drafts.Columns("""
            Action | Porteur | Coût total | Ville (montant sollicité) | Ville (montant accordé)
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Café | Mission locale | 2 000 € | 1 500 € | 1 000 €
            """);

        Assert.Equal([FundingStatus.Requested, FundingStatus.Granted], columns.Skip(3).Select(column => column.Status));
        Assert.Equal([ColumnRole.TotalCost, ColumnRole.PayerAmount, ColumnRole.PayerAmount], columns.Skip(2).Select(column => column.Role));
    }

    [Fact]
    public void Amounts_under_thousands_of_euros_are_told_in_euros()
    {
        var draft = Drafts.Of("""
            Action | Coût total (k€) | Ville (k€) | CAF (k€)
            Vélos | 10 | 6 | 4
            Café | 20,5 | 15 | 5,5
            """);

        Assert.Equal(["Vélos 10000: Ville (k€) 6000, CAF (k€) 4000", "Café 20500: Ville (k€) 15000, CAF (k€) 5500"], draft.Plans());
    }

    [Fact]
    public void A_header_that_no_vocabulary_knows_beside_payers_names_a_payer()
    {
        var draft = Drafts.Of("""
            Action | Coût total | Ville | Zébulon SA
            Vélos | 1 000 € | 600 € | 400 €
            Café | 2 000 € | 1 500 € | 500 €
            """);

        Assert.Equal(["Vélos 1000: Ville 600, Zébulon SA 400", "Café 2000: Ville 1500, Zébulon SA 500"], draft.Plans());
    }

    [Fact]
    public void Two_readings_of_a_header_that_are_as_likely_are_told()
    {
        var sure = Drafts.Columns("""
            Action | Objectif et public | Coût total
            Vélos | Réparer | 1 000 €
            Café | Parler | 2 000 €
            """);
        var doubtful = Drafts.Columns("""
            Action | Thématique du porteur | Coût total
            Vélos | Réparer | 1 000 €
            Café | Parler | 2 000 €
            """);

        Assert.All(sure, column => Assert.Empty(column.Alternatives));
        Assert.NotEmpty(doubtful[1].Alternatives);
    }

    [Theory]
    [InlineData("Porteur et action", "Les Clés ¶ Aide aux devoirs")]
    [InlineData("Action / porteur", "Aide aux devoirs ¶ Les Clés")]
    public void One_column_may_name_the_porteur_and_the_action_in_lines_of_their_own(string header, string cell)
    {
        var draft = Drafts.Of(header + " | Quartier | Coût | Ville\n" + cell + " | Courteille | 1 000 € | 1 000 €\nMarche ¶ Marche | Perseigne | 500 € | 500 €");

        Assert.Equal(("Les Clés", "Aide aux devoirs"), (draft.Actions[0].Porteur.Text, draft.Actions[0].Title.Text));
    }

    [Fact]
    public void Of_two_years_below_one_header_the_programme_s_own_is_the_cost()
    {
        var document = Processing.Of("Programmation 2025 du contrat de ville\n\nAction | Budget de l'action ¶ 2024 | Budget de l'action ¶ 2025 | Ville\nVélos | 900 € | 1 000 € | 1 000 €\nMarche | 400 € | 500 € | 500 €");

        Assert.Equal([1000m, 500m], document.Actions.Select(action => action.TotalCost!.Value.Amount));
        Assert.All(document.Actions, action => Assert.Equal("Ville", Assert.Single(action.Financers).Label));
    }
}
