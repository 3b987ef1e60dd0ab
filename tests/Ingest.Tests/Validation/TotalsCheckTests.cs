using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Validation;

public sealed class TotalsCheckTests
{
    private const string Actions = """
        Thème | Action | Porteur | Coût total | Ville | CAF | Zinzolin SA | Région
        Emploi | Vélos | CCAS | 1 000 € | 600 € | 300 € | 100 € |
        Santé | Marche | CCAS | 500 € | 300 € | 100 € |  | 100 €


        """;

    [Fact]
    public void A_total_that_its_actions_do_not_make_is_told_with_what_they_make()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            Total général | | 3 100 €
            """);

        Assert.Equal(["/totals/0"], document.Pointers("budget.document-sum"));
        Assert.Equal((3000m, false), (document.Totals[0].ComputedAmount!.Value.Amount, document.Totals[0].Reconciled));
    }

    [Fact]
    public void A_total_that_its_actions_make_is_reconciled()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            Total général | | 3 000 €
            """);

        Assert.True(document.Totals[0].Reconciled);
        Assert.DoesNotContain("budget.document-sum", document.Codes());
        Assert.DoesNotContain("budget.unchecked-total", document.Codes());
    }

    [Fact]
    public void A_total_in_thousands_may_differ_by_what_it_rounds() => Assert.Empty(Processing.Pointers("budget.document-sum", """
        Action | Porteur | Coût total
        Vélos | CCAS | 1 100 €
        Café | Ville | 2 200 €
        Total général | | 3 k€
        """));

    [Fact]
    public void A_sub_total_that_its_theme_does_not_make_is_told()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total
            Emploi | |
            Vélos | CCAS | 1 000 €
            Sous-total | | 1 000 €
            Santé | |
            Marche | Ville | 2 000 €
            Sous-total | | 3 000 €
            """);

        Assert.Equal(["/totals/1"], document.Pointers("budget.theme-sum"));
        Assert.Empty(document.Pointers("budget.document-sum"));
    }

    [Fact]
    public void Money_of_small_payers_is_folded_into_the_line_of_the_others()
    {
        var document = Processing.Of(Actions + """
            Financeur | Montant
            Ville | 900 €
            CAF | 400 €
            Autres | 200 €
            """);

        Assert.All(document.Totals, total => Assert.True(total.Reconciled));
        Assert.Empty(document.Pointers("budget.financer-without-total"));
    }

    [Fact]
    public void Money_that_no_line_of_a_recapitulation_holds_is_told()
    {
        var document = Processing.Of(Actions + """
            Financeur | Montant
            Ville | 900 €
            CAF | 400 €
            Région | 100 €
            """);

        Assert.Equal(["/actions/0/financers/2"], document.Pointers("budget.financer-without-total"));
        Assert.Empty(document.Pointers("budget.document-sum"));
    }

    [Fact]
    public void Another_way_of_writing_a_payer_is_the_same_payer()
    {
        var document = Processing.Of(Actions + """
            Financeur | Montant
            Commune | 900 €
            Caisse d'allocations familiales | 400 €
            Conseil régional | 100 €
            Autres financeurs | 100 €
            """);

        Assert.All(document.Totals, total => Assert.True(total.Reconciled, total.Label));
    }

    [Fact]
    public void A_total_with_nothing_to_compare_is_information()
    {
        var document = Processing.Of(Actions + """
            Financeur | Montant
            Ville | 900 €
            Autres | 600 €
            Département | 50 €
            """);

        Assert.Equal(["/totals/2"], document.Pointers("budget.unchecked-total"));
        Assert.Null(document.Totals[2].Reconciled);
    }

    [Fact]
    public void Totals_of_granted_money_do_not_hold_what_was_asked_for()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total | Ville (sollicité) | Ville (accordé)
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Café | Mission locale | 2 000 € | 1 500 € | 1 000 €
            Total général | | 3 000 € | 2 100 € | 1 400 €
            """);

        Assert.Equal([3000m, 2100m, 1400m], document.Totals.Select(total => total.ComputedAmount!.Value.Amount));
        Assert.Empty(document.Pointers("budget.document-sum"));
    }

    [Fact]
    public void What_is_paid_may_be_what_a_total_sums()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total | Ville | CAF
            Vélos | CCAS | 1 000 € | 600 € | 300 €
            Café | Mission locale | 2 000 € | 1 500 € | 400 €

            Récapitulatif | Montant
            Ville | 2 100 €
            CAF | 700 €
            Total | 2 800 €
            """);

        Assert.All(document.Totals, total => Assert.True(total.Reconciled));
    }
}
