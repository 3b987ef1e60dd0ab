using Ingest.Segmentation;
using Xunit;

namespace Ingest.Tests.Segmentation;

public sealed class HeaderRowsTests
{
    [Fact]
    public void Payers_under_a_spanning_header_are_its_second_level()
    {
        var draft = Drafts.Of(Drafts.Grid(
            [new("Action", Rows: 2), new("Porteur", Rows: 2), new("Coût total", Rows: 2), new("Plan de financement", Columns: 2)],
            ["Ville", "CAF"],
            ["Vélos", "CCAS", "1 000 €", "600 €", "400 €"],
            ["Café", "CCAS", "2 000 €", "1 500 €", "500 €"]));

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Café 2000: Ville 1500, CAF 500"], draft.Plans());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void A_source_without_spans_leaves_the_second_level_over_empty_places()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total | Plan de financement |
             |  |  | Ville | CAF
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Café | CCAS | 2 000 € | 1 500 € | 500 €
            """);

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Café 2000: Ville 1500, CAF 500"], draft.Plans());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void Requested_and_granted_under_one_payer_are_two_entries_of_that_payer()
    {
        var draft = Drafts.Of(Drafts.Grid(
            [new("Action", Rows: 2), new("Porteur", Rows: 2), new("Coût total", Rows: 2), new("État", Columns: 2), new("Ville", Columns: 2)],
            ["Demandé", "Accordé", "Demandé", "Accordé"],
            ["Vélos", "CCAS", "1 000 €", "600 €", "500 €", "400 €", "300 €"],
            ["Café", "CCAS", "2 000 €", "1 500 €", "1 000 €", "500 €", "500 €"]));

        Assert.Equal("Vélos 1000: État 600 Requested, État 500 Granted, Ville 400 Requested, Ville 300 Granted", draft.Plans().First());
    }

    [Fact]
    public void Banners_above_the_header_are_no_action_and_no_header()
    {
        var draft = Drafts.Of(Drafts.Grid(
            [new("Programmation des quartiers", Columns: 3)],
            [new("Comité de pilotage du 3 mars", Columns: 3)],
            ["Action", "Coût total", "Ville"],
            ["Vélos", "1 000 €", "600 €"],
            ["Café", "2 000 €", "1 500 €"]));

        Assert.Equal(["Vélos 1000: Ville 600", "Café 2000: Ville 1500"], draft.Plans());
        Assert.All(draft.Actions, action => Assert.True(action.Theme.IsEmpty));
    }

    [Fact]
    public void A_header_marked_by_the_source_is_believed_even_where_no_word_of_it_is_known()
    {
        var table = Drafts.Grid(
            1,
            ["Zig", "Zag", "Zug"],
            ["Vélos", "CCAS", "1 000 €"],
            ["Café", "Mission locale", "2 000 €"]);

        Assert.Equal(["Zig", "Zag", "Zug"], Drafts.Columns(table).Select(column => column.Header.Text));
        Assert.Equal(["Vélos 1000: ", "Café 2000: "], Drafts.Of(table).Plans());
    }

    [Fact]
    public void Rows_marked_as_header_that_hold_money_are_actions()
    {
        var draft = Drafts.Of(Drafts.Grid(
            2,
            ["Action", "Porteur", "Coût total"],
            ["Vélos", "CCAS", "1 000 €"],
            ["Café", "Mission locale", "2 000 €"]));

        Assert.Equal(["Vélos 1000: ", "Café 2000: "], draft.Plans());
    }

    [Fact]
    public void A_header_that_stands_again_in_the_body_is_no_action()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            Action | Porteur | Coût total
            Café | Mission locale | 2 000 €
            """);

        Assert.Equal(["Vélos 1000: ", "Café 2000: "], draft.Plans());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void A_table_without_header_goes_on_with_the_columns_of_the_one_before()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total | Ville | CAF
            Vélos | CCAS | 1 000 € | 600 € | 400 €

            Café | Mission locale | 2 000 € | 1 500 € | 500 €
            """);

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Café 2000: Ville 1500, CAF 500"], draft.Plans());
    }

    [Fact]
    public void A_table_whose_first_row_has_money_has_no_header() =>
        Assert.Equal(0, HeaderRows.Find(
            new(Drafts.Grid(["Ville", "CAF", "1 000 €"], ["État", "CAF", "2 000 €"])), 0, Vocabulary.ProductVocabularies.Headers, Vocabulary.ProductVocabularies.Payers, new SegmentationOptions()).Count);
}
