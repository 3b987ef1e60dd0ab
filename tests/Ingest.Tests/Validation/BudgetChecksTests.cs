using Ingest.Tests.Running;
using Ingest.Tests.Segmentation.Forms;
using Xunit;

namespace Ingest.Tests.Validation;

/// <summary>Budgets of action sheets that do not add up.</summary>
public sealed class BudgetChecksTests
{
    private const string Right = """
        Charges | Montant | Produits | Montant
        Achats | 400 | Ville | 600
        Salaires | 600 | CAF | 400
        Total | 1 000 | Total | 1 000
        """;

    [Fact]
    public void A_budget_that_adds_up_is_told_nothing_of() =>
        Assert.DoesNotContain(Processing.Of(BudgetTests.Form + Right).Codes(), code => code.StartsWith("budget.", StringComparison.Ordinal));

    [Fact]
    public void Totals_of_both_sides_must_be_equal()
    {
        var document = Processing.Of(BudgetTests.Form + Right.Replace("CAF | 400", "CAF | 300", StringComparison.Ordinal).Replace("Total | 1 000 | Total | 1 000", "Total | 1 000 | Total | 900", StringComparison.Ordinal));

        Assert.Equal(["/actions/0"], document.Pointers("budget.sides-differ"));
        Assert.DoesNotContain("budget.action-sum", document.Codes());
        Assert.DoesNotContain("budget.side-sum", document.Codes());
    }

    [Fact]
    public void A_total_must_be_the_sum_of_its_lines() =>
        Assert.Equal(["/actions/0"], Processing.Pointers("budget.side-sum", BudgetTests.Form + Right.Replace("Achats | 400", "Achats | 300", StringComparison.Ordinal)));

    [Fact]
    public void An_account_must_be_the_sum_of_its_lines() =>
        Assert.Equal(["/actions/0"], Processing.Pointers("budget.side-sum", BudgetTests.Form + """
            Charges | Montant | Produits | Montant
            60 – Achats | 1 000 | 74 – Subventions d'exploitation | 900
            Outils | 1 000 | Ville | 600
             | | CAF | 400
            Total | 1 000 | Total | 1 000
            """));

    [Fact]
    public void A_cost_beside_the_budget_must_be_its_total() =>
        Assert.Equal(["/actions/0"], Processing.Pointers("budget.costs-differ", BudgetTests.Form + "Coût total de l'action | 1 100 €\n\n" + Right));

    [Fact]
    public void Of_money_asked_for_and_granted_one_may_make_the_charges() =>
        Assert.DoesNotContain("budget.sides-differ", Processing.Of(BudgetTests.Form + """
            Charges | Montant | Produits | Demandé | Accordé
            Achats | 1 000 | Ville | 1 000 | 800
            Total | 1 000 | Total | 1 000 | 800
            """).Codes());
}
