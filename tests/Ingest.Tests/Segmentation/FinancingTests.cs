using Xunit;

namespace Ingest.Tests.Segmentation;

public sealed class FinancingTests
{
    [Theory]
    [InlineData("Coût total : 1 000 €¶Ville : 600 €¶CAF : 400 €")]
    [InlineData("Coût total = 1 000 € dont Ville = 600 € et CAF = 400 €")]
    [InlineData("1 000 €¶Ville : 600 €¶CAF : 400 €")]
    [InlineData("Coût total : 1 000 €, dont Ville 600 €, CAF 400 €")]
    [InlineData("Budget : 1 000 € ; 600 € (Ville) ; 400 € (CAF)")]
    [InlineData("- Coût total 1 000 €¶- Ville 600 €¶- CAF 400 €")]
    [InlineData("Ville 600 €¶CAF 400 €¶Total 1 000 €")]
    public void Cost_and_payers_in_one_cell_are_told_apart(string cell)
    {
        var draft = Drafts.Of($"""
            Action | Porteur | Financement
            Vélos | CCAS | {cell}
            Café | CCAS | {cell}
            """);

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Café 1000: Ville 600, CAF 400"], draft.Plans());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void A_column_for_each_payer_gives_each_row_its_amounts_and_no_zero_for_an_empty_place()
    {
        var draft = Drafts.Of("""
            Action | Coût total | Ville | CAF | Région
            Vélos | 1 000 € | 600 € | 400 € | -
            Café | 2 000 € | 1 500 € | | néant
            Marche | 300 € | 0 € | 300 € |
            """);

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Café 2000: Ville 1500", "Marche 300: Ville 0, CAF 300"], draft.Plans());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void A_share_column_goes_with_the_amounts_on_its_left()
    {
        var draft = Drafts.Of("""
            Action | Coût total | Ville | % | CAF | %
            Vélos | 1 000 € | 600 € | 60 % | 400 € | 40 %
            Café | 2 000 € | 1 500 € | 75 % | 500 € | 25 %
            """);

        Assert.Equal(["Vélos 1000: Ville 600 60%, CAF 400 40%", "Café 2000: Ville 1500 75%, CAF 500 25%"], draft.Plans());
    }

    [Fact]
    public void A_merged_title_holds_one_line_for_each_payer()
    {
        var draft = Drafts.Of(Drafts.Grid(
            ["Action", "Porteur", "Coût total", "Financeur", "Montant"],
            [new("Vélos", Rows: 2), new("CCAS", Rows: 2), new("1 000 €", Rows: 2), "Ville", "600 €"],
            ["CAF", "400 €"],
            [new("Café", Rows: 2), new("Ville", Rows: 2), new("2 000 €", Rows: 2), "État", "1 500 €"],
            ["Région", "500 €"]));

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Café 2000: État 1500, Région 500"], draft.Plans());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void Without_spans_lines_that_name_only_a_payer_go_on_with_the_action_above()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total | Financeur | Montant
            Vélos | CCAS | 1 000 € | Ville | 600 €
             |  |  | CAF | 400 €
            Café | Ville | 2 000 € | État | 1 500 €
             |  |  | Région | 500 €
            """);

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Café 2000: État 1500, Région 500"], draft.Plans());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void Payers_and_amounts_in_paragraphs_of_two_cells_go_line_by_line()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total | Financeur | Montant
            Vélos | CCAS | 1 000 € | Ville¶CAF | 600 €¶400 €
            Café | Ville | 2 000 € | État¶Région | 1 500 €¶500 €
            """);

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Café 2000: État 1500, Région 500"], draft.Plans());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void A_title_and_what_the_action_is_about_may_share_a_cell()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total
            Vélos solidaires¶Réparer ensemble des vélos donnés. | CCAS | 1 000 €
            Café des¶parents | CCAS | 2 000 €
            """);

        Assert.Equal(["Vélos solidaires", "Café des\nparents"], draft.Actions.Select(action => action.Title.Text));
        Assert.Equal(["Réparer ensemble des vélos donnés.", ""], draft.Actions.Select(action => action.Description.Text));
    }
}
