using System.Text;
using Ingest.Segmentation;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>Tables whose money stands in groups of columns, one a year.</summary>
public sealed class SeveralYearsTests
{
    private static readonly string[] YearOfEach = ["Café 2024", "Vélos 2024", "Café 2025", "Navette 2025"];

    private static DraftDocument Years() => Drafts.Of(Drafts.Grid(
        2,
        [new("Action", 2), new("Porteur", 2), new("2024", 1, 3), new("2025", 1, 3)],
        ["Coût", "État", "Ville", "Coût", "État", "Ville"],
        ["Café", "CCAS", "1 000 €", "600 €", "400 €", "1 100 €", "700 €", "400 €"],
        ["Vélos", "CCAS", "500 €", "200 €", "300 €", "", "", ""],
        ["Navette", "CCAS", "", "", "", "2 000 €", "1 500 €", "500 €"],
        ["Total", "", "1 500 €", "800 €", "700 €", "3 100 €", "2 200 €", "900 €"]));

    [Fact]
    public void Each_year_with_money_is_an_action()
    {
        var draft = Years();

        Assert.Equal(YearOfEach, draft.Actions.Select(action => $"{action.Title.Text} {action.Year.Text}"));
        Assert.Equal(["Café 1000: État 600, Ville 400", "Vélos 500: État 200, Ville 300", "Café 1100: État 700, Ville 400", "Navette 2000: État 1500, Ville 500"], draft.Plans());
    }

    [Fact]
    public void The_last_row_sums_each_year()
    {
        Assert.Equal(
            ["Year 2024, cost Coût 1500", "Year 2024, État 800", "Year 2024, Ville 700", "Year 2025, cost Coût 3100", "Year 2025, État 2200", "Year 2025, Ville 900"],
            Years().Sums());
    }

    [Fact]
    public void Sums_of_themes_sum_their_own_year()
    {
        var document = Processing.Of("""
            Contrat de ville de Rodez : bilan 2024 et prévisions 2025

            Action | Porteur | Coût 2024 | État 2024 | Coût 2025 | État 2025
            Emploi | | | | |
            Café | CCAS | 1 000 € | 600 € | 1 100 € | 700 €
            Vélos | CCAS | 500 € | 200 € | 700 € | 300 €
            Sous-total | | 1 500 € | 800 € | 1 800 € | 1 000 €
            Santé | | | | |
            Marche | CCAS | 300 € | 100 € | 200 € | 50 €
            Sous-total | | 300 € | 100 € | 200 € | 50 €
            """);

        Assert.Equal(6, document.Actions.Length);
        Assert.All(document.Totals, total => Assert.True(total.Reconciled));
        Assert.Equal([2024, 2025], document.Totals.Select(total => total.Year).Distinct().Cast<int>());
    }

    [Fact]
    public void A_row_without_money_is_told_once_though_another_has_its_title()
    {
        var draft = Drafts.Of(Drafts.Grid(
            2,
            [new("Action", 2), new("Porteur", 2), new("Quartier", 2), new("2024", 1, 2), new("2025", 1, 2)],
            ["Coût", "État", "Coût", "État"],
            ["Café", "CCAS", "Les Acacias", "1 000 €", "600 €", "1 100 €", "700 €"],
            ["Café", "CCAS", "Le Moulin", "", "", "", ""]));

        Assert.Equal(["Les Acacias 2024", "Les Acacias 2025", "Le Moulin "], draft.Actions.Select(action => $"{action.Quartiers.Text} {action.Year.Text}"));
    }

    [Fact]
    public void One_column_of_the_year_before_is_no_plan_of_its_own()
    {
        var draft = Drafts.Of("""
            Programmation 2025 du contrat de ville de Rodez

            Action | Porteur | Coût total | Ville 2024 | Ville 2025
            Café | CCAS | 1 000 € | 500 € | 600 €
            Vélos | CCAS | 500 € | 200 € | 300 €
            """);

        Assert.Equal(2, draft.Actions.Length);
    }

    // Last year's money stands before this year's, under a name of its own.
    private const string Comparison = """
        <h1>Programmation 2025 du contrat de ville de Rodez</h1>
        <table>
        <tr><th rowspan="2">Action</th><th rowspan="2">Porteur</th><th>Rappel 2024</th><th colspan="3">Programmation 2025</th><th rowspan="2">Évolution</th></tr>
        <tr><th>Coût</th><th>Coût</th><th>État</th><th>Ville</th></tr>
        <tr><td>Café</td><td>CCAS</td><td>1 000 €</td><td>1 100 €</td><td>700 €</td><td>400 €</td><td>10 %</td></tr>
        <tr><td>Vélos</td><td>CCAS</td><td>500 €</td><td>600 €</td><td>200 €</td><td>400 €</td><td>20 %</td></tr>
        <tr><td>Navette</td><td>CCAS</td><td>1 000 €</td><td>2 000 €</td><td>1 500 €</td><td>500 €</td><td>100 %</td></tr>
        </table>
        """;

    [Fact]
    public void This_years_cost_is_read_beside_last_years()
    {
        var document = Processing.Of(Encoding.UTF8.GetBytes(Comparison));

        Assert.Equal([1100m, 600m, 2000m], document.Actions.Select(action => action.TotalCost!.Value.Amount));
        Assert.Equal(3, document.Unassigned.Count(left => left.Reason == "other-year"));
    }

    [Fact]
    public void By_how_much_money_grew_is_no_share_of_it()
    {
        var document = Processing.Of(Encoding.UTF8.GetBytes(Comparison));

        Assert.All(document.Actions.SelectMany(action => action.Financers), financer => Assert.Null(financer.Share));
        Assert.Contains(document.Unassigned, left => left.Text == "100 %");
    }

    [Fact]
    public void A_year_is_nobody_who_pays()
    {
        var draft = Drafts.Of(Drafts.Grid(
            2,
            [new("Action", 2), new("Porteur", 2), new("2024", 1, 2), new("2025", 1, 3)],
            ["Coût", "Financements", "Coût", "État", "Ville"],
            ["Café", "CCAS", "1 000 €", "600 €", "1 100 €", "700 €", "400 €"],
            ["Vélos", "CCAS", "500 €", "200 €", "500 €", "300 €", "200 €"]));

        Assert.DoesNotContain(draft.Actions.SelectMany(action => action.Financings), financing => financing.Label.Text == "2024");
        Assert.Contains(draft.Unassigned, left => left.Text.Text == "600 €");
    }

    [Fact]
    public void A_cost_over_all_years_is_not_that_of_one()
    {
        var document = Processing.Of("""
            Programmation 2025 du contrat de ville de Rodez

            Action | Porteur | Coût 2024 | Coût 2025 | Coût 2026 | Coût total
            Café | CCAS | 1 000 € | 1 100 € | 1 200 € | 3 300 €
            Vélos | MJC | 2 000 € | | 2 000 € | 4 000 €
            Navette | CCAS | 500 € | 500 € | 600 € | 1 600 €
            """);

        Assert.Equal([1100m, null, 500m], document.Actions.Select(action => action.TotalCost?.Amount));
        Assert.Contains(document.Unassigned, left => left.Text.Contains("4 000", StringComparison.Ordinal));
    }
}
