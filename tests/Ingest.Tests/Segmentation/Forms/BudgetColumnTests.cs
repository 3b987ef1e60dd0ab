using Ingest.Model.Documents;
using Ingest.Segmentation.Forms;
using Ingest.Tests.Normalization;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation.Forms;

/// <summary>Budgets whose accounts have a column of their own.</summary>
public sealed class BudgetColumnTests
{
    private const string Budget = """
        Charges | | | Produits | |
        Cpte | Nature | Montant | Cpte | Nature | Montant
        60 | Achats | 300 | 74 | Ville | 600
        64 | Salaires | 700 | 74 | CAF | 400

        """;

    [Fact]
    public void Heads_of_lines_below_those_of_the_sides_tell_how_far_the_money_has_come() => Assert.Equal(
        ["Ville", "CAF"],
        Assert.Single(Drafts.Of(BudgetTests.Form + Budget.Replace("Montant", "Montant demandé", StringComparison.Ordinal) + " | TOTAL | 1 000 | | TOTAL | 1 000\n").Actions)
            .Financings.Where(financing => financing.Status == FundingStatus.Requested).Select(financing => financing.Label.Text));

    [Fact]
    public void What_is_given_in_kind_is_no_cash()
    {
        var action = Assert.Single(Processing.Of(BudgetTests.Form + Budget + "86 | Emplois des contributions volontaires | 500 | 87 | Aide du club de rugby | 500\n | TOTAL | 1 500 | | TOTAL | 1 500\n").Actions);

        Assert.Equal(1000, action.TotalCost?.Amount);
        Assert.Equal(["commune", "caf", "valorisation"], action.Financers.Select(financer => financer.Kind));
    }

    [Theory]
    [InlineData("87\nBénévolat", 87, "Bénévolat")]
    [InlineData("74\nSubventions", 74, "Subventions")]
    public void An_account_on_a_line_of_its_own_opens_the_label_below(string label, int account, string words)
    {
        var opened = BudgetAccounts.Open(Texts.Of(label))!.Value;

        Assert.Equal((account, words), (opened.Account, label[opened.WordsStart..]));
    }
}
