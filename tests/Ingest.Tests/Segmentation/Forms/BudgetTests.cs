using Ingest.Segmentation.Forms;
using Ingest.Tests.Normalization;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation.Forms;

/// <summary>Budgets of action sheets: charges beside receipts.</summary>
public sealed class BudgetTests
{
    internal const string Form = """
        Programmation 2025 du contrat de ville

        Intitulé de l'action | Vélos
        Porteur | Association Roues
        Public visé | Tous

        """;

    [Fact]
    public void Only_receipts_pay_and_the_cost_is_the_total_of_charges() => Assert.Equal(["Vélos 1000: CAF 400, Ville 600"], Drafts.Of(Form + """
        Charges | Montant | Produits | Montant
        Achats | 300 | CAF | 400
        Salaires | 700 | Ville | 600
        Total | 1 000 | Total | 1 000
        """).Plans());

    [Fact]
    public void Accounts_that_sum_up_others_pay_nothing_themselves() => Assert.Equal(["Vélos 1000: État : politique de la ville 400, Région 100, Cotisations 200, Ressources propres 300"], Drafts.Of(Form + """
        CHARGES | Montant | PRODUITS | Montant
        60 – Achats | 300 | 70 – Ventes |
        Fournitures | 300 | 74 – Subventions d'exploitation | 500
        64 – Charges de personnel | 700 | État : politique de la ville | 400
        Salaires | 700 | Région | 100
         | | 75 – Cotisations | 200
         | | Ressources propres | 300
        TOTAL DES CHARGES | 1 000 | TOTAL DES PRODUITS | 1 000
        """).Plans());

    [Fact]
    public void What_is_given_in_kind_is_kept_and_in_no_sum()
    {
        var document = Processing.Of(Drafts.Text(Form + """
            Charges | Montant | Produits | Montant
            60 – Achats | 1 000 | 74 – Ville | 1 000
            86 – Emplois des contributions volontaires | 500 | 87 – Contributions volontaires en nature | 500
            Personnel mis à disposition | 500 | Personnel mis à disposition | 500
            TOTAL | 1 500 | TOTAL | 1 500
            """));
        var action = Assert.Single(document.Actions);

        Assert.Equal(1000, action.TotalCost?.Amount);
        Assert.Equal([("Ville", "commune"), ("Personnel mis à disposition", "valorisation")], action.Financers.Select(financer => (financer.Label, financer.Kind)));
        Assert.DoesNotContain(document.Findings, finding => finding.Code.StartsWith("budget.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_blank_line_is_no_financer_and_zero_is_one() => Assert.Equal(["Vélos 1000: Ville 1000, Région 0"], Drafts.Of(Form + """
        Charges | Montant | Produits | Montant
        Achats | 1 000 | Ville | 1 000
         | | CAF |
         | | Département | -
         | | Région | 0
        Total | 1 000 | Total | 1 000
        """).Plans());

    [Fact]
    public void Receipts_may_stand_below_charges() => Assert.Equal(["Vélos 1000: CAF 400, Ville 600"], Drafts.Of(Form + """
        Dépenses | Montant
        Achats | 300
        Salaires | 700
        Total | 1 000
        Recettes | Montant
        CAF | 400
        Ville | 600
        Total | 1 000
        """).Plans());

    [Fact]
    public void Asked_for_and_granted_money_are_two_entries() => Assert.Equal(["Vélos 1000: Ville 600 Requested, CAF 400 Requested, Ville 500 Granted"], Drafts.Of(Form + """
        Coût total | 1 000 €

        Financeur | Demandé | Accordé
        Ville | 600 € | 500 €
        CAF | 400 € |
        """).Plans());

    [Fact]
    public void Each_year_that_a_budget_has_columns_of_is_an_action_of_its_own()
    {
        var draft = Drafts.Of(Form + """
            Charges | 2025 | 2026 | Produits | 2025 | 2026
            Achats | 1 000 | 1 200 | Ville | 1 000 | 1 200
            Total | 1 000 | 1 200 | Total | 1 000 | 1 200
            """);

        Assert.Equal(["Vélos 1000: Ville 1000", "Vélos 1200: Ville 1200"], draft.Plans());
        Assert.Equal(["2025", "2026"], draft.Actions.Select(action => action.Year.Text));
    }

    [Fact]
    public void Charges_find_no_field_and_are_kept() => Assert.Contains("Achats\n1 000 (no-field)", Drafts.Of(Form + """
        Charges | Montant | Produits | Montant
        Achats | 1 000 | Ville | 600
        | | CAF | 400
        Total | 1 000 | Total | 1 000
        """).Left());

    [Theory]
    [InlineData("74 – Subventions", 74, false, "Subventions")]
    [InlineData("641 Salaires", 64, true, "Salaires")]
    [InlineData("87 : Bénévolat", 87, false, "Bénévolat")]
    [InlineData("Compte 60 Achats", 60, false, "Achats")]
    public void An_account_opens_a_label(string label, int account, bool isDetailed, string words)
    {
        var opened = BudgetAccounts.Open(Texts.Of(label))!.Value;

        Assert.Equal((account, isDetailed, words), (opened.Account, opened.IsDetailed, label[opened.WordsStart..]));
    }

    [Theory]
    [InlineData("60 habitants")]
    [InlineData("74 000 €")]
    [InlineData("2 600 €")]
    [InlineData("Achats")]
    public void A_number_of_something_else_is_no_account(string label) => Assert.Null(BudgetAccounts.Open(Texts.Of(label)));
}
