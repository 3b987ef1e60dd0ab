using Xunit;

namespace Ingest.Tests.Segmentation;

public sealed class RecapitulationTests
{
    private const string Actions = """
        Thème | Action | Porteur | Coût total | Ville | CAF
        Emploi | Vélos | Association Roue libre | 1 000 € | 600 € | 400 €
        Santé | Marche | Maison des parents | 500 € | 300 € | 200 €

        """;

    [Fact]
    public void By_payer_with_shares()
    {
        var draft = Drafts.Of(Actions + """

            Financeur | Montant | Part
            Ville | 900 € | 60 %
            CAF | 600 € | 40 %
            Total | 1 500 € | 100 %
            """);

        Assert.Equal(["Document, Ville 900 60%", "Document, CAF 600 40%", "Document, cost Total 1500 100%"], draft.Sums());
        Assert.Empty(draft.Left());
        Assert.Equal(2, draft.Actions.Length);
    }

    [Fact]
    public void By_theme_with_cost_and_payer()
    {
        var draft = Drafts.Of(Actions + """

            Thème | Coût total | Ville
            Emploi | 1 000 € | 600 €
            Santé | 500 € | 300 €
            Total | 1 500 € | 900 €
            """);

        Assert.Equal(
            ["Theme Emploi, cost Coût total 1000", "Theme Emploi, Ville 600", "Theme Santé, cost Coût total 500", "Theme Santé, Ville 300", "Document, cost Coût total 1500", "Document, Ville 900"],
            draft.Sums());
    }

    [Fact]
    public void By_porteur()
    {
        var draft = Drafts.Of(Actions + """

            Récapitulatif | Montant
            Association Roue libre | 1 000 €
            Maison des parents | 500 €
            """);

        Assert.Equal(["Porteur Association Roue libre, cost Association Roue libre 1000", "Porteur Maison des parents, cost Maison des parents 500"], draft.Sums());
    }

    [Fact]
    public void By_year()
    {
        var draft = Drafts.Of(Actions + """

            Année | Coût total
            2024 | 1 000 €
            2025 | 500 €
            """);

        Assert.Equal(["Year 2024, cost 2024 1000", "Year 2025, cost 2025 500"], draft.Sums());
    }

    [Fact]
    public void A_count_of_actions_is_no_money()
    {
        var draft = Drafts.Of(Actions + """

            Thème | Nombre d'actions | Coût total
            Emploi | 1 | 1 000 €
            Santé | 1 | 500 €
            """);

        Assert.Equal(["Theme Emploi, cost Emploi 1000", "Theme Santé, cost Santé 500"], draft.Sums());
        Assert.Equal(["1 (no-field)", "1 (no-field)"], draft.Left());
    }

    [Fact]
    public void Lines_that_name_neither_payer_theme_porteur_nor_year_are_no_recapitulation()
    {
        var draft = Drafts.Of(Actions + """

            Poste | Montant
            Zinzolin | 1 000 €
            Cramoisi | 500 €
            """);

        Assert.Empty(draft.Totals);
        Assert.Equal("structure.unread-table", Assert.Single(draft.Findings).Code);
    }

    [Fact]
    public void As_a_sentence_of_payers_and_amounts() => Assert.Equal(
        ["Document, Ville 900", "Document, CAF 600"],
        Drafts.Of(Actions + "\nRépartition par financeur : Ville 900 € ; CAF 600 €. Les autres ressources sont portées au plan de chaque action.\n").Sums());

    [Fact]
    public void A_sentence_may_name_one_payer_alone() => Assert.Equal(["Document, Ville 900"], Drafts.Of(Actions + "\nRépartition par financeur : Ville 900 € au titre de 2024.\n").Sums());

    [Theory]
    [InlineData("Le comité se réunit le lundi : Ville 900 € ; CAF 600 €.")]
    [InlineData("Répartition par financeur : zinzolin 900 € ; vermillon 600 €.")]
    public void A_sentence_that_names_no_payers_or_no_sum_is_none(string sentence) => Assert.Empty(Drafts.Of(Actions + "\n" + sentence + "\n").Totals);
}
