using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>Totals told twice, and how far their money has come.</summary>
public sealed class RepeatedTotalTests
{
    private const string Recap = "\nFinanceur | Montant\nVille | 900 €\nCAF | 600 €\n\n";

    private static string Actions(string status) => $"""
        Action | Porteur | Coût total | Ville{status} | CAF{status}
        Vélos | CCAS | 1 000 € | 600 € | 400 €
        Marche | CCAS | 500 € | 300 € | 200 €

        """;

    private const string ThemedActions = """
        Thème | Action | Porteur | Coût total | Ville | CAF
        Santé | Vélos | CCAS | 1 000 € | 600 € | 400 €
        Emploi | Marche | CCAS | 500 € | 300 € | 200 €

        """;

    private const string OfThemes = "\nThème | Coût total | Ville\nSanté | 1 000 € | 600 €\nEmploi | 500 € | 300 €\n\n";

    [Fact]
    public void A_total_of_a_theme_told_twice_is_one_read_in_both_places()
    {
        var draft = Drafts.Of(ThemedActions + OfThemes + "Rappel des montants ci-dessus.\n" + OfThemes);

        Assert.Equal(4, draft.Totals.Length);
        Assert.All(draft.Totals, total => Assert.Equal(2, total.Again.Length));
    }

    [Fact]
    public void A_total_of_another_amount_is_another() => Assert.Equal(
        5,
        Drafts.Of(ThemedActions + OfThemes + "Rappel des montants ci-dessus.\n" + OfThemes.Replace("600", "650", StringComparison.Ordinal)).Totals.Length);

    [Fact]
    public void Sums_of_the_document_stay_apart() => Assert.Equal(
        ["Document, Ville 900", "Document, CAF 600", "Document, Ville 900", "Document, CAF 600"],
        Drafts.Of(Actions("") + Recap + "Rappel des montants ci-dessus.\n" + Recap).Sums());

    [Fact]
    public void The_evidence_of_a_total_is_in_both_places()
    {
        var text = "Programmation 2024 du contrat de ville\n\n" + ThemedActions + OfThemes + "Rappel des montants ci-dessus.\n" + OfThemes;
        var lines = Processing.Of(text).Totals[0].Evidence.Regions.Select(region => region.Line).ToList();
        var between = text.Split('\n').ToList().FindIndex(line => line.StartsWith("Rappel", StringComparison.Ordinal)) + 1;

        Assert.Contains(lines, line => line < between);
        Assert.Contains(lines, line => line > between);
    }

    [Theory]
    [InlineData(" accordé", FundingStatus.Granted)]
    [InlineData(" demandé", FundingStatus.Requested)]
    public void Sums_of_granted_money_are_granted(string header, FundingStatus status) =>
        Assert.All(Drafts.Of(Actions(header) + Recap).Totals, total => Assert.Equal(status, total.Status));

    [Fact]
    public void Where_the_money_of_actions_has_two_states_a_sum_has_none_of_them() => Assert.All(
        Drafts.Of(Actions("").Replace("Ville |", "Ville accordé |", StringComparison.Ordinal).Replace("CAF\n", "CAF demandé\n", StringComparison.Ordinal) + Recap).Totals,
        total => Assert.Equal(FundingStatus.Planned, total.Status));

    [Fact]
    public void Costs_are_planned_whatever_was_granted() => Assert.Equal(
        ["Document, Ville 900 Granted", "Document, CAF 600 Granted", "Document, cost Total 1500"],
        Drafts.Of(Actions(" accordé") + "\nFinanceur | Montant\nVille | 900 €\nCAF | 600 €\nTotal | 1 500 €\n").Sums());
}
