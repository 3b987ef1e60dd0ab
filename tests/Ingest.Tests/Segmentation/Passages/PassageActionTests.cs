using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation.Passages;

/// <summary>Actions that stand in no table, and sentences about money that are none.</summary>
public sealed class PassageActionTests
{
    private const string Title = "Programmation 2025 du contrat de ville de Rodez\n\n";

    [Fact]
    public void Items_of_one_shape_are_actions()
    {
        var draft = Drafts.Of(Title + """
            - Atelier sociolinguistique, porté par l'association Horizon : coût 12 000 €, dont ANCT 5 000 €, Ville 3 000 €
            - Chantier éducatif, porté par le CCAS : coût 9 000 €, dont ANCT 4 000 €
            """);

        Assert.Equal(["Atelier sociolinguistique 12000: ANCT 5000, Ville 3000", "Chantier éducatif 9000: ANCT 4000"], draft.Plans());
        Assert.Equal(["association Horizon", "CCAS"], draft.Actions.Select(action => action.Porteur.Text));
    }

    [Fact]
    public void A_partial_plan_with_a_lead_service_keeps_who_carries_in_brackets()
    {
        var draft = Drafts.Of(Title + """
            - Chantier éducatif (Mission locale) – Acsé : 8 000 € – Coût total : 20 000 € – Service pilote : Emploi
            - Mobilité (Mission locale) – Acsé : 3 500 € – Coût total : 11 200 € – Service pilote : Emploi
            """);

        Assert.Equal(["Chantier éducatif 20000: Acsé 8000", "Mobilité 11200: Acsé 3500"], draft.Plans());
        Assert.All(draft.Actions, action => Assert.Equal("Mission locale", action.Porteur.Text));
    }

    [Fact]
    public void Lines_below_a_heading_are_the_fields_of_one_action()
    {
        var document = Processing.Of(Title + """
            Café des parents
            Rencontres entre parents.
            Porteur : Centre social L'Escale
            Coût total de l'action : 8 000 €
            Financement : État 3 000 €, Ville 5 000 €
            Avis du comité : défavorable

            Ludothèque itinérante
            Porteur : Association Passerelles
            Coût total de l'action : 6 500 €
            Financement : État 2 500 €, Ville 4 000 €
            Avis du comité : favorable
            """);

        Assert.Equal(["Café des parents", "Ludothèque itinérante"], document.Actions.Select(action => action.Title));
        Assert.Equal([Decision.Refused, Decision.Accepted], document.Actions.Select(action => action.Decision));
        Assert.Equal("Rencontres entre parents.", document.Actions[0].Description);
        Assert.Equal([8000m, 6500m], document.Actions.Select(action => action.TotalCost!.Value.Amount));
        Assert.Empty(document.Totals);
    }

    [Fact]
    public void Sentences_that_propose_an_action_name_who_carries_it()
    {
        var draft = Drafts.Of(Title + """
            Le CCAS propose des ateliers cuisine pour un coût de 8 000 €, financé par la Ville à hauteur de 3 000 € et par l'État (ANCT) pour 5 000 €.

            La Ville de Rodez organise un forum santé pour un coût total de 4 000 €, dont 1 000 € de l'ARS et 3 000 € de la Ville.
            """);

        Assert.Equal(["ateliers cuisine 8000: Ville 3000, État (ANCT) 5000", "forum santé 4000: ARS 1000, Ville 3000"], draft.Plans());
        Assert.Equal(["CCAS", "Ville de Rodez"], draft.Actions.Select(action => action.Porteur.Text));
    }

    [Fact]
    public void A_title_in_quotation_marks_heads_the_sentences_about_its_money() => Assert.Equal(
        ["Planches pour tous 4000: Ville 1500, CAF 2500", "Café des voisins 2000: Ville 500, CAF 1500"],
        Drafts.Of(Title + """
            « Planches pour tous »

            Les jeunes apprennent à glisser. Le coût est de 4 000 €. La Ville y contribue à hauteur de 1 500 €, la CAF à hauteur de 2 500 €.

            « Café des voisins »

            Les voisins se parlent. Le coût est de 2 000 €. La Ville y contribue à hauteur de 500 €, la CAF à hauteur de 1 500 €.
            """).Plans());

    [Fact]
    public void What_was_decided_may_open_a_passage()
    {
        var document = Processing.Of(Title + """
            - Reporté. « Planches pour tous », présenté par l'association Les Planches : coût 4 000 €, dont Ville 1 500 €
            - Accepté. « Café des voisins », présenté par le CCAS : coût 2 000 €, dont Ville 500 €
            """);

        Assert.Equal(["Planches pour tous", "Café des voisins"], document.Actions.Select(action => action.Title));
    }

    [Theory]
    [InlineData("Le budget de la commune s'élève à 250 000 €, dont 40 000 € de l'État.")]
    [InlineData("- Emploi : 30 000 €\n- Santé : 20 000 €\n- Cadre de vie : 10 000 €")]
    [InlineData("- État : 30 000 €\n- Ville : 20 000 €\n- CAF : 10 000 €")]
    [InlineData("Le revenu médian du quartier est de 11 200 € par an, contre 20 400 € dans l'agglomération.")]
    public void Sentences_about_money_are_no_actions_and_are_told(string text)
    {
        var document = Processing.Of(Title + text);

        Assert.Empty(document.Actions);
        Assert.Contains(document.Unassigned, left => left.Reason == "running-text");
    }

    [Fact]
    public void A_convention_that_speaks_of_money_funds_nothing()
    {
        var document = Processing.Of("""
            Convention communale du contrat de ville 2024-2030

            Stratégie

            Enjeu | Orientation | Objectif | Objectifs opérationnels
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.

            - Rénovation de l'école, portée par la Ville : coût 120 000 €, dont État 50 000 €
            - Réfection du parc, portée par la Ville : coût 80 000 €, dont État 20 000 €
            """);

        Assert.Empty(document.Actions);
    }

    [Theory]
    [InlineData("la Ville verse 6 000 €", FundingStatus.Planned)]
    [InlineData("la Ville versera 6 000 €", FundingStatus.Planned)]
    [InlineData("la Ville a versé 6 000 €", FundingStatus.Paid)]
    public void What_a_payer_does_is_not_what_was_done(string clause, FundingStatus status)
    {
        var action = Assert.Single(Drafts.Of(Title + $"« Cap sur l'emploi »\n\nPorteur : Rebond. Le coût s'élève à 9 000 €. L'État apporte 3 000 € et {clause}.\n").Actions);

        Assert.Equal(status, action.Financings.Single(financing => financing.Label.Text == "Ville").Status);
    }

    [Fact]
    public void The_title_of_the_document_is_no_theme() => Assert.Equal(
        ["Cap sur l'emploi < "],
        Drafts.Of(Title + "« Cap sur l'emploi »\n\nPorteur : Rebond. Le coût s'élève à 9 000 €. L'État apporte 3 000 €.\n").Themes());
}
