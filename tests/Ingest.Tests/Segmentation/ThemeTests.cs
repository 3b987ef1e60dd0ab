using Xunit;

namespace Ingest.Tests.Segmentation;

public sealed class ThemeTests
{
    [Fact]
    public void A_band_is_the_theme_of_the_rows_below_it()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total
            Emploi et insertion | |
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            Santé | |
            Marche | CCAS | 500 €
            """);

        Assert.Equal(["Vélos < Emploi et insertion", "Café < Emploi et insertion", "Marche < Santé"], draft.Themes());
        Assert.Empty(draft.Left());
    }

    [Fact]
    public void A_band_that_spans_the_table_is_a_theme()
    {
        var draft = Drafts.Of(Drafts.Grid(
            ["Action", "Porteur", "Coût total"],
            [new("Cadre de vie", Columns: 3)],
            ["Vélos", "CCAS", "1 000 €"],
            ["Café", "Ville", "2 000 €"]));

        Assert.Equal(["Vélos < Cadre de vie", "Café < Cadre de vie"], draft.Themes());
    }

    [Fact]
    public void A_merged_theme_cell_covers_all_its_rows()
    {
        var draft = Drafts.Of(Drafts.Grid(
            ["Thème", "Action", "Porteur", "Coût total"],
            [new("Emploi", Rows: 2), "Vélos", "CCAS", "1 000 €"],
            ["Café", "Ville", "2 000 €"],
            ["Santé", "Marche", "CCAS", "500 €"]));

        Assert.Equal(["Vélos < Emploi", "Café < Emploi", "Marche < Santé"], draft.Themes());
        Assert.Equal(["Vélos 1000: ", "Café 2000: ", "Marche 500: "], draft.Plans());
    }

    [Fact]
    public void A_theme_column_carries_down_over_empty_places()
    {
        var draft = Drafts.Of("""
            Thème | Action | Porteur | Coût total
            Emploi | Vélos | CCAS | 1 000 €
             | Café | Ville | 2 000 €
            Santé | Marche | CCAS | 500 €
             | Sport | Ville | 700 €
            """);

        Assert.Equal(["Vélos < Emploi", "Café < Emploi", "Marche < Santé", "Sport < Santé"], draft.Themes());
    }

    [Fact]
    public void A_heading_that_says_so_is_the_theme_of_the_table_below()
    {
        var draft = Drafts.Of("""
            Programmation 2024 du contrat de ville

            Axe 2 – Se déplacer

            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            """);

        Assert.Equal(["Vélos < Axe 2 – Se déplacer", "Café < Axe 2 – Se déplacer"], draft.Themes());
        Assert.Equal("Programmation 2024 du contrat de ville", draft.Title.Text);
    }

    [Fact]
    public void A_caption_that_is_no_theme_is_none_where_it_stands_alone()
    {
        var draft = Drafts.Of("""
            Programmation 2024 du contrat de ville

            Tableau annexé

            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            """);

        Assert.Equal(["Vélos < ", "Café < "], draft.Themes());
    }

    [Fact]
    public void Each_of_several_tables_has_its_caption_as_theme()
    {
        var draft = Drafts.Of("""
            Programmation 2024 du contrat de ville

            Se déplacer

            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €

            Se rencontrer

            Action | Porteur | Coût total
            Café | Ville | 2 000 €
            """);

        Assert.Equal(["Vélos < Se déplacer", "Café < Se rencontrer"], draft.Themes());
    }

    [Fact]
    public void A_sentence_above_a_table_is_no_theme()
    {
        var draft = Drafts.Of("""
            Santé : les actions suivantes sont retenues.

            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            """);

        Assert.All(draft.Actions, action => Assert.True(action.Theme.IsEmpty));
    }
}
