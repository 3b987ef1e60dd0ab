using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Validation;

public sealed class ActionSumTests
{
    private const string Sum = "budget.action-sum";

    private const string Partial = "budget.partial-plan";

    [Fact]
    public void A_cost_that_its_financers_do_not_make_is_told()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total | Ville | CAF
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Café | CCAS | 2 000 € | 1 500 € | 400 €
            Marche | CCAS | 700 € | 500 € | 200 €
            """);

        Assert.Equal(["/actions/1"], document.Pointers(Sum));
        Assert.Equal("2 000 €", document.Findings.Single(finding => finding.Code == Sum).Evidence!.Text);
    }

    [Fact]
    public void One_cent_is_a_difference() => Assert.Equal(["/actions/0"], Processing.Pointers(Sum, """
        Action | Porteur | Coût total | Ville | CAF
        Vélos | CCAS | 1 000,00 € | 600,00 € | 399,99 €
        Café | CCAS | 2 000 € | 1 500 € | 500 €
        """));

    [Fact]
    public void Amounts_in_thousands_may_differ_by_what_they_round() => Assert.Empty(Processing.Pointers(Sum, """
        Action | Porteur | Coût total (k€) | Ville (k€) | CAF (k€)
        Vélos | CCAS | 11 | 6 | 4
        Café | CCAS | 20 | 15 | 5
        """));

    [Fact]
    public void Amounts_in_thousands_differ_by_no_more_than_they_round() => Assert.Equal(["/actions/0"], Processing.Pointers(Sum, """
        Action | Porteur | Coût total (k€) | Ville (k€) | CAF (k€)
        Vélos | CCAS | 12 | 6 | 4
        Café | CCAS | 20 | 15 | 5
        """));

    [Fact]
    public void Plans_that_are_partial_throughout_are_information_and_no_imbalance()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total | Ville
            Vélos | CCAS | 1 000 € | 600 €
            Café | CCAS | 2 000 € | 1 500 €
            """);

        Assert.Empty(document.Pointers(Sum));
        Assert.Equal(["/actions/0", "/actions/1"], document.Pointers(Partial));
    }

    [Fact]
    public void More_money_than_the_cost_is_no_partial_plan() => Assert.Equal(["/actions/0"], Processing.Pointers(Sum, """
        Action | Porteur | Coût total | Ville
        Vélos | CCAS | 1 000 € | 1 600 €
        Café | CCAS | 2 000 € | 1 500 €
        """));

    [Fact]
    public void Requested_money_and_granted_money_are_not_added_up()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total | Ville (sollicité) | CAF (sollicité) | Ville (accordé)
            Vélos | CCAS | 1 000 € | 600 € | 400 € | 300 €
            Café | CCAS | 2 000 € | 1 500 € | 500 € | 1 000 €
            """);

        Assert.Equal(3, document.Actions[0].Financers.Length);
        Assert.Empty(document.Pointers(Sum));
        Assert.Empty(document.Pointers(Partial));
    }

    [Fact]
    public void Without_a_cost_or_without_financers_nothing_is_compared()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total | Ville | CAF
            Vélos | CCAS | | 600 € | 400 €
            Café | CCAS | 2 000 € | - | néant
            Marche | CCAS | 500 € | 300 € | 200 €
            """);

        Assert.Empty(document.Pointers(Sum));
        Assert.Empty(document.Pointers(Partial));
    }

    [Fact]
    public void What_one_has_paid_and_another_promised_make_one_plan()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total | Ville (versé) | CAF (prévu)
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Café | CCAS | 2 000 € | 1 500 € | 500 €
            Marche | CCAS | 700 € | 500 € | 100 €
            """);

        Assert.Equal(["/actions/2"], document.Pointers(Sum));
    }
}
