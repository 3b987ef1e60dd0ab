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

    [Fact]
    public void A_total_told_twice_is_one_read_in_both_places()
    {
        var draft = Drafts.Of(Actions("") + Recap + "Rappel des montants ci-dessus.\n" + Recap);

        Assert.Equal(["Document, Ville 900", "Document, CAF 600"], draft.Sums());
        Assert.All(draft.Totals, total => Assert.Equal(2, total.Again.Length));
    }

    [Fact]
    public void A_total_of_another_amount_is_another() => Assert.Equal(
        ["Document, Ville 900", "Document, CAF 600", "Document, Ville 950"],
        Drafts.Of(Actions("") + Recap + "Rappel des montants ci-dessus.\n" + Recap.Replace("900", "950", StringComparison.Ordinal)).Sums());

    [Fact]
    public void The_evidence_of_a_total_is_in_both_places()
    {
        var document = Processing.Of("Programmation 2024 du contrat de ville\n\n" + Actions("") + Recap + "Rappel des montants ci-dessus.\n" + Recap);

        var lines = document.Totals[0].Evidence.Regions.Select(region => region.Line).Distinct();
        Assert.Equal(2, lines.Count());
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
