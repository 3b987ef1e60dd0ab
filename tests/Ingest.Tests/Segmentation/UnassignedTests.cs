using Xunit;

namespace Ingest.Tests.Segmentation;

public sealed class UnassignedTests
{
    [Fact]
    public void Columns_without_a_field_are_told_cell_by_cell()
    {
        var draft = Drafts.Of("""
            Action | Public visé | Porteur | Coût total
            Vélos | Habitants | CCAS | 1 000 €
            Café | Parents | Ville | 2 000 €
            """);

        Assert.Equal(["Habitants (no-field)", "Parents (no-field)"], draft.Left());
        Assert.Equal("Habitants", draft.Actions[0].Details.Text);
    }

    [Fact]
    public void A_column_that_nobody_knows_is_told()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Zinzolin | Coût total
            Vélos | CCAS | un | 1 000 €
            Café | Ville | un | 2 000 €
            """);

        Assert.Equal(["un (unknown-column)", "un (unknown-column)"], draft.Left());
    }

    [Fact]
    public void Words_beside_an_amount_are_told()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total | Ville
            Vélos | CCAS | 1 000 € | environ 600 €
            Café | Ville | 2 000 € | 1 500 € (dont 500 € en nature)
            Marche | Ville | 500 € | 500 €
            """);

        Assert.Equal(["Vélos 1000: Ville 600", "Café 2000: Ville 1500", "Marche 500: Ville 500"], draft.Plans());
        Assert.Equal(["environ (words-beside-amounts)", "(dont 500 € en nature) (words-beside-amounts)"], draft.Left());
    }

    [Fact]
    public void A_second_cost_is_told_and_not_taken()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Financement
            Vélos | CCAS | Coût total : 1 000 € Budget : 1 200 € Ville : 600 €
            Café | Ville | Coût total : 2 000 € Ville : 2 000 €
            """);

        Assert.Equal("Vélos 1000: Ville 600", draft.Plans().First());
        Assert.Equal(["Budget\n1 200 € (unnamed-amount)"], draft.Left());
    }

    [Fact]
    public void A_share_without_an_amount_is_told()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Ville | %
            Vélos | CCAS | 600 € | 60 %
            Café | Mission locale |  | 40 %
            """);

        Assert.Equal(["40 % (unnamed-amount)"], draft.Left());
    }

    [Fact]
    public void A_cell_alone_under_a_column_that_is_no_theme_is_told()
    {
        var draft = Drafts.Of(Drafts.Grid(
            ["Action", "Porteur", "Description", "Coût total"],
            ["Vélos", "CCAS", "Réparer", "1 000 €"],
            ["", "", "des vélos donnés", ""],
            ["Café", "Ville", "Parler", "2 000 €"]));

        Assert.Equal(["Vélos", "Café"], draft.Actions.Select(action => action.Title.Text));
        Assert.Equal(["des vélos donnés (lone-cell)"], draft.Left());
    }

    [Fact]
    public void A_table_of_money_that_cannot_be_read_is_told_whole()
    {
        var draft = Drafts.Of("""
            Zig | Zag
            beaucoup de mots et 12 € encore | d'autres mots
            et plus encore | enfin 13 €, dit-on
            """);

        Assert.Empty(draft.Actions);
        Assert.Equal("structure.unread-table", Assert.Single(draft.Findings).Code);
        Assert.Equal(6, draft.Unassigned.Length);
        Assert.All(draft.Unassigned, left => Assert.Equal("unread-table", left.Reason));
    }

    [Fact]
    public void A_table_without_money_that_lists_no_actions_is_nobodys_matter()
    {
        var draft = Drafts.Of("""
            Présents | Excusés
            Madame Un | Monsieur Deux
            """);

        Assert.Empty(draft.Findings);
        Assert.Empty(draft.Unassigned);
    }

    [Fact]
    public void A_form_that_is_neither_an_action_nor_a_strategy_is_told_with_its_amounts()
    {
        var draft = Drafts.Of("Programmation 2025 du contrat de ville\n\nVélos pour tous\n\nPorteur | Association Roue libre\nPublic | Jeunes\nPartenaires | CAF\nFinancement | Ville 500 €\n");

        Assert.Contains(draft.Left(), line => line.Contains("500 €", StringComparison.Ordinal));
    }
}
