using Ingest.Segmentation;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>Ways of telling money that random documents brought to light.</summary>
public sealed class PlanVarietyTests
{
    [Theory]
    [InlineData("Ville : 600 ; CAF : 400")]
    [InlineData("Ville – 600¶CAF – 400")]
    [InlineData("600 (Ville)¶400 (CAF)")]
    public void Without_a_currency_the_names_of_payers_make_numbers_money(string cell) =>
        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Café 1000: Ville 600, CAF 400"], Drafts.Of($"""
            Action | Porteur | Coût | Produits
            Vélos | CCAS | 1 000 | {cell}
            Café | CCAS | 1 000 | {cell}
            """).Plans());

    [Theory]
    [InlineData("État")]
    [InlineData("ETAT (k€)")]
    [InlineData("Etat en euros")]
    public void A_column_of_amounts_under_the_State_is_no_column_of_decisions(string header) =>
        Assert.Equal([ColumnRole.Title, ColumnRole.TotalCost, ColumnRole.PayerAmount, ColumnRole.PayerAmount], Drafts.Roles($"""
            Action | Coût total | {header} | Ville
            Vélos | 1 000 | 400 | 600
            Café | 2 000 | 0 | 2 000
            """));

    [Fact]
    public void A_budget_with_nothing_but_amounts_beside_payers_is_the_cost() =>
        Assert.Equal(["Vélos 1000: Ville 1000"], Drafts.Of("""
            Action | Porteur | Budget prévisionnel | Ville | CAF
            Vélos | CCAS | 1 000 € | 1 000 € | -
            """).Plans());

    [Fact]
    public void What_stands_below_the_heading_of_a_recapitulation_is_no_action()
    {
        var draft = Drafts.Of("""
            Porteur | Action | Coût total | Ville | CAF
            CCAS | Vélos | 1 000 € | 600 € | 400 €
            Synthèse financière | | | |
            Financeur | | Montant | |
            Ville | | 600 € | |
            CAF | | 400 € | |
            """);

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400"], draft.Plans());
        Assert.Equal(["Document, Ville 600", "Document, CAF 400"], draft.Sums());
    }

    [Fact]
    public void A_line_without_a_cost_and_with_the_rest_of_a_title_goes_on_with_the_action_above() =>
        Assert.Equal(["Fonds de participation des habitants 1000: Ville 600, CAF 400"], Drafts.Of("""
            Action | Porteur | Coût total | Financeur | Montant
            Fonds de participation | CCAS | 1 000 € | Ville | 600 €
            des habitants | | | CAF | 400 €
            """).Plans().Select(plan => plan.Replace('\n', ' ')));

    [Fact]
    public void Money_of_the_year_before_is_put_aside()
    {
        var document = Processing.Of("""
            Programmation 2026 du contrat de ville

            Action | Porteur | Coût total | Ville 2025 | Ville 2026 | CAF 2025 | CAF 2026
            Vélos | CCAS | 1 000 € | 500 € | 600 € | 300 € | 400 €
            Café | CCAS | 2 000 € | 900 € | 1 500 € | 300 € | 500 €
            """);

        Assert.Equal([600m, 400m, 1500m, 500m], document.Actions.SelectMany(action => action.Financers).Select(financer => financer.Amount!.Value.Amount));
        Assert.Equal(4, document.Unassigned.Count(left => left.Reason == "other-year"));
    }

    [Fact]
    public void A_row_of_sums_and_a_recapitulation_are_both_compared_with_their_parts()
    {
        var document = Processing.Of("""
            Programmation 2026 du contrat de ville

            Action | Porteur | Coût total | Ville | CAF
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Café | CCAS | 2 000 € | 1 500 € | 500 €
            Total général | | 3 000 € | 2 100 € | 900 €

            Financeur | Montant
            Ville | 2 100 €
            CAF | 950 €
            """);

        Assert.Equal([true, true, true, true, false], document.Totals.Select(total => total.Reconciled));
    }

    [Fact]
    public void A_cost_that_is_left_out_where_the_others_have_one_is_told() =>
        Assert.Equal(["/actions/1"], Processing.Pointers("budget.missing-cost", """
            Action | Porteur | Coût total | Ville | CAF
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Café | CCAS | | 1 500 € | 500 €
            """));
}
