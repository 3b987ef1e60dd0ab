using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>What only looks like money, a payer or an action: each was once taken for one.</summary>
public sealed class LookAlikeTests
{
    [Fact]
    public void A_head_count_is_no_money()
    {
        var document = Processing.Of("""
            Programmation 2025
            Action | Porteur | Nombre de bénéficiaires | Coût total | Ville | CAF
            Vélos | CCAS | 120 | 1 000 € | 600 € | 400 €
            Café | Ville | 45 | 2 000 € | 1 500 € | 500 €
            """);

        Assert.Equal([2, 2], document.Actions.Select(action => action.Financers.Length));
        Assert.Contains(document.Unassigned, left => left.Text == "120" && left.Reason == "no-field");
    }

    [Fact]
    public void A_description_that_quotes_an_amount_is_no_plan()
    {
        var document = Processing.Of("""
            Programmation 2025
            Action | Contenu | Maître d'ouvrage | Financement prévisionnel
            Conseils | Les 14 conseils d'élèves disposent chacun de 500 € pour un projet | Ville | Coût : 12 000 € ; Ville : 6 000 € ; Etat : 6 000 €
            Halls | Réfection ; coût moyen d'un hall : 2 800 € | Ville | Coût : 8 450 € ; Ville : 8 450 €
            """);

        Assert.Equal([12000m, 8450m], document.Actions.Select(action => action.TotalCost!.Value.Amount));
        Assert.All(document.Actions, action => Assert.Equal("Ville", action.Porteur!.Label));
    }

    [Fact]
    public void A_number_in_a_payers_name_is_no_amount()
    {
        var document = Processing.Of("""
            Programmation 2025
            Action | Porteur | Budget
            Vélos | CCAS | Coût : 4 000 € ; CAF 59 : 1 000 € ; CCAS : 3 000 €
            Café | Association Lire 60 | Coût : 500 € ; Ville : 500 €
            """);

        Assert.Equal([("CAF 59", 1000m), ("CCAS", 3000m)], document.Actions[0].Financers.Select(financer => (financer.Label, financer.Amount!.Value.Amount)));
        Assert.Equal("Association Lire 60", document.Actions[1].Porteur!.Label);
    }

    [Fact]
    public void A_recapitulation_in_the_columns_of_porteurs_makes_them_no_payers()
    {
        var document = Processing.Of("""
            Programmation 2025
            Action | Porteur | Coût total | État
            Vélos | CCAS | 1 000 € | 1 000 €
            Café | Ville | 2 000 € | 2 000 €
            Récapitulatif | Montant | Part | 
            État | 3 000 € | 100 % | 
            Coût total | 3 000 € | 100 % | 
            """);

        Assert.Equal([("Vélos", "CCAS"), ("Café", "Ville")], document.Actions.Select(action => (action.Title!, action.Porteur!.Label)));
        Assert.Equal([true, true], document.Totals.Select(total => total.Reconciled!.Value));
    }

    [Fact]
    public void A_recapitulation_longer_than_its_actions_does_not_change_their_columns()
    {
        var document = Processing.Of("""
            Programmation 2025
            Action | Maître d'ouvrage | Financement prévisionnel
            Vélos | CCAS | Coût : 1 000 € ; État : 600 € ; CAF : 400 €
            Récapitulatif | Montant | Part
            État | 600 € | 60 %
            CAF | 400 € | 40 %
            Coût total | 1 000 € | 100 %
            """);

        Assert.Equal(1000m, Assert.Single(document.Actions).TotalCost!.Value.Amount);
        Assert.Equal([true, true, true], document.Totals.Select(total => total.Reconciled!.Value));
    }

    [Fact]
    public void A_payer_of_nothing_lends_its_name_to_nobody()
    {
        var document = Processing.Of("""
            Programmation 2025
            Action | Porteur | Budget
            Vélos | CCAS | Coût : 5 000 € ; Région : néant ; CAF : 2 000 € ; CCAS : 3 000 €
            Café | Ville | Coût : 4 000 €, État : -, Région : 1 000 €, Ville 3 000 €
            """);

        Assert.Equal(["CAF", "CCAS"], document.Actions[0].Financers.Select(financer => financer.Label));
        Assert.Equal(["Région", "Ville"], document.Actions[1].Financers.Select(financer => financer.Label));
    }

    [Fact]
    public void A_line_of_sums_may_have_its_label_last_and_its_shares_below()
    {
        var document = Processing.Of("""
            Programmation 2025
            Coût total | Ville | CAF | Action
            1 000 € | 600 € | 400 € | Vélos
            2 000 € | 1 500 € | 500 € | Café
            3 000 € | 2 100 € | 900 € | TOTAL
            100 % | 70 % | 30 % | %
            """);

        Assert.Equal(["Vélos", "Café"], document.Actions.Select(action => action.Title));
        Assert.Equal([(3000m, 1m), (2100m, 0.7m), (900m, 0.3m)], document.Totals.Select(total => (total.Amount!.Value.Amount, total.Share!.Value)));
    }

    [Fact]
    public void A_sum_under_costs_is_compared_with_costs()
    {
        var document = Processing.Of("""
            Programmation 2025
            Action | Porteur | Coût total | Ville | CAF
            Vélos | CCAS | 8 000 € | 5 000 € | 3 000 €
            Café | Ville | 5 000 € |  | 
            Total |  | 8 000 € | 5 000 € | 3 000 €
            """);

        Assert.Equal(["/totals/0"], document.Pointers("budget.document-sum"));
        Assert.Equal(13000m, document.Totals[0].ComputedAmount!.Value.Amount);
    }

    [Fact]
    public void A_total_in_a_sentence_is_a_total()
    {
        var document = Processing.Of("""
            Programmation 2025
            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €

            Total de la programmation : 99 999 €
            """);

        Assert.Equal(["/totals/0"], document.Pointers("budget.document-sum"));
    }

    [Theory]
    [InlineData("Ville d'Alès", "Ville (k€)", true)]
    [InlineData("Clésence", "Clésence", true)]
    [InlineData("Éducation nationale", "État", false)]
    [InlineData("Caisse des écoles", "Ville", false)]
    public void Own_funds_are_the_porteurs_own(string porteur, string payer, bool isOwn)
    {
        var document = Processing.Of($"""
            Programmation 2025
            Action | Porteur | Coût total | {payer} | CAF
            Vélos | {porteur} | 1 000 | 600 | 400
            Café | CCAS | 3 000 | 1 000 | 2 000
            """);

        Assert.Equal(isOwn, document.Actions[0].Financers[0].IsOwnFunds);
    }

    [Theory]
    [InlineData("Convention d'application communale | Données 2022, (2024-2030) | Les objectifs opérationnels | Les signataires | Les irritants", 2024, 2030)]
    [InlineData("Programmation 2026 du contrat de ville « Engagements Quartiers 2030 »", 2026, 2026)]
    [InlineData("Programmation du contrat de ville | exercice 2025", 2025, 2025)]
    public void A_document_is_for_the_years_that_its_kind_speaks_of(string lines, int start, int end)
    {
        var document = Processing.Of(lines.Replace(" | ", "\n", StringComparison.Ordinal));

        Assert.Equal(new Period(start, end), document.Period);
    }
}
