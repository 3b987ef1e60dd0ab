using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>Tables of names and amounts in a document of which no action was read.</summary>
public sealed class ContradictorySumTests
{
    private const string Head = "Programmation 2025 du contrat de ville\n\nPremière action\n\n";

    private const string First = "Recettes | Montant\nÉtat | 500 €\nVille | 400 €\nTotal | 900 €\n\n";

    [Fact]
    public void Several_sums_of_one_name_are_the_plans_of_actions()
    {
        var draft = Drafts.Of(Head + First + "Seconde action\n\nRecettes | Montant\nÉtat | 100 €\nVille | 200 €\nTotal | 300 €\n");

        Assert.Empty(draft.Totals);
        Assert.Contains("État\n500 € (unread-table)", draft.Left());
        Assert.Contains("Total\n300 € (unread-table)", draft.Left());
    }

    [Fact]
    public void One_table_of_sums_is_a_recapitulation() => Assert.Equal(3, Drafts.Of(Head + First).Totals.Length);

    [Fact]
    public void Several_costs_of_one_action_each_are_no_totals_of_the_document()
    {
        var draft = Drafts.Of(Head + "Coût total de l'action : 900 €\n\nSeconde action\n\nCoût total de l'action : 300 €\n");

        Assert.Empty(draft.Totals);
        Assert.Equal(2, draft.Left().Count(line => line.EndsWith("(running-text)", StringComparison.Ordinal)));
    }
}
