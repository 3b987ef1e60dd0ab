using Ingest.Model.Pages;
using Ingest.Reading.Sheets;
using Xunit;
using static Ingest.Tests.Reading.Sheets.SheetSketch;

namespace Ingest.Tests.Reading.Sheets;

/// <summary>A sheet falls into the paragraphs and tables that the same page would have as a text document.</summary>
public sealed class SheetSegmentationTests
{
    [Fact]
    public void Title_and_note_with_air_around_them_are_paragraphs() => Assert.Equal(
        "¬ Programmation 2024\nAction | Coût\nVélos | 10\nTotal | 10\n¬ * sous réserve",
        Told("Programmation 2024\n\nAction | Coût\nVélos | 10\nTotal | 10\n\n* sous réserve"));

    [Fact]
    public void Title_unit_and_note_that_touch_the_table_are_paragraphs_too() => Assert.Equal(
        "¬ Programmation 2024\n¬ Montants en euros\nAction | Porteur | Coût\nVélos | CCAS | 10\nTotal |  | 10\n¬ * sous réserve",
        Told("Programmation 2024\n||Montants en euros\nAction | Porteur | Coût\nVélos | CCAS | 10\nTotal | | 10\n* sous réserve"));

    [Fact]
    public void Theme_inside_the_table_is_a_row_of_it() => Assert.Equal(
        "Action | Porteur | Coût\nSanté [1x3]\nVélos | CCAS | 10\nCadre de vie [1x3]\nJardin | Ville | 20",
        Told("Action | Porteur | Coût\nSanté\nVélos | CCAS | 10\nCadre de vie\nJardin | Ville | 20", "A2:C2", "A4:C4"));

    [Fact]
    public void Theme_on_top_of_a_table_without_header_is_a_row() => Assert.Equal(
        "Santé |  | \nVélos | CCAS | 10\nJardin | Ville | 20", Told("Santé\nVélos | CCAS | 10\nJardin | Ville | 20"));

    [Fact]
    public void Header_over_some_columns_is_no_title() => Assert.Equal(
        " |  | Financement [1x2]\nAction | Coût | Ville | CAF\nVélos | 10 | 5 | 5",
        Told("|| Financement\nAction | Coût | Ville | CAF\nVélos | 10 | 5 | 5", "C1:D1"));

    [Fact]
    public void Blank_rows_in_a_table_do_not_cut_it() => Assert.Equal(
        "Action | Porteur | Coût | Ville\nSanté |  |  | \nVélos | CCAS | 10 | 10\nCadre de vie |  |  | \nJardin | Ville | 20 | 20\nTotal |  | 30 | 30",
        Told("Action | Porteur | Coût | Ville\n\nSanté\nVélos | CCAS | 10 | 10\n\nCadre de vie\n\nJardin | Ville | 20 | 20\n\nTotal | | 30 | 30"));

    [Fact]
    public void Theme_in_a_column_of_its_own_is_a_row_though_air_is_around_it() => Assert.Equal(
        "Thème | Action | Porteur | Coût\nSanté |  |  | \n | Vélos | CCAS | 10\nCulture |  |  | \n | Café | Ville | 20",
        Told("Thème | Action | Porteur | Coût\n\nSanté\n| Vélos | CCAS | 10\n\nCulture\n\n| Café | Ville | 20"));

    [Fact]
    public void Label_and_value_under_a_title_are_no_table_with_it() => Assert.Equal(
        "¬ Synthèse 2024\nDate du comité : | 12/12/2023\nAction | Coût\nVélos | 10", Told("Synthèse 2024\nDate du comité : | 12/12/2023\n\nAction | Coût\nVélos | 10"));

    [Fact]
    public void Rows_below_a_blank_one_may_leave_a_column_empty() => Assert.Equal(
        "Action | Porteur | Avis | Coût\nVélos | CCAS | oui | 10\nJardin |  | non | 20\nCafé |  |  | 20",
        Told("Action | Porteur | Avis | Coût\nVélos | CCAS | oui | 10\n\nJardin | | non | 20\nCafé | | | 20"));

    [Fact]
    public void Table_with_a_header_of_its_own_stands_apart() => Assert.Equal(
        "Action | Porteur | Coût\nVélos | CCAS | 10\nFinanceur | Montant\nVille | 10",
        Told("Action | Porteur | Coût\nVélos | CCAS | 10\n\nFinanceur | | Montant\nVille | | 10"));

    [Fact]
    public void Recapitulation_without_header_stands_apart() => Assert.Equal(
        "Action | Coût | Ville | CAF\nVélos | 10 | 5 | 5\nJardin | 10 | 5 | 5\nVille | 10\nCAF | 10",
        Told("Action | Coût | Ville | CAF\nVélos | 10 | 5 | 5\nJardin | 10 | 5 | 5\n\nVille | 10\nCAF | 10"));

    [Fact]
    public void Header_repeated_under_a_title_opens_a_table() => Assert.Equal(
        "¬ Axe 1\nAction | Coût\nVélos | 10\n¬ Axe 2\nAction | Coût\nJardin | 20",
        Told("Axe 1\nAction | Coût\nVélos | 10\n\nAxe 2\nAction | Coût\nJardin | 20"));

    [Fact]
    public void Tables_side_by_side_are_two_under_their_common_title() => Assert.Equal(
        "¬ Programmation 2024\nAction | Coût\nVélos | 10\nJardin | 20\nFinanceur | Montant\nVille | 30",
        Told("Programmation 2024\nAction | Coût | | Financeur | Montant\nVélos | 10 | | Ville | 30\nJardin | 20", "A1:E1"));

    [Fact]
    public void Blank_column_before_figures_is_only_air() => Assert.Equal(
        "Action | Coût | Ville | CAF\nVélos | 10 | 5 | 5\nJardin | 20 | 10 | 10",
        Told("| Action | Coût | | Ville | CAF\n| Vélos | 10 | | 5 | 5\n| Jardin | 20 | | 10 | 10"));

    [Fact]
    public void Boxed_empty_cells_hold_a_table_together_and_are_told_empty()
    {
        var page = Of("Action | Coût | Avis\nVélos | 10 | _\n_ | _ | _\n_ | _ | _").ToPage();
        Assert.Equal("Action | Coût | Avis\nVélos | 10 | ", page.Told());
        var cell = Assert.IsType<FlowTable>(Assert.Single(page.Blocks)).Cells[^1];
        Assert.Equal(("Feuil1", "C2"), (cell.Region!.Sheet, cell.Region.Cell));
    }

    [Fact]
    public void Merge_over_rows_is_a_span_and_columns_that_only_merges_cover_are_none() => Assert.Equal(
        "Axe [2x1] | Action | Coût\nVélos | 10", Told("Axe | Action | | Coût\n| Vélos | | 10", "A1:A2", "B1:C1", "B2:C2"));

    [Fact]
    public void Line_feeds_in_a_cell_are_paragraphs_that_know_their_cell()
    {
        var page = Of("a | b\n- un¶- deux | 10").ToPage();
        var cell = Assert.IsType<FlowTable>(Assert.Single(page.Blocks)).Cells[2];
        Assert.Equal(["- un", "- deux"], cell.Content.Cast<FlowParagraph>().Select(paragraph => paragraph.Text));
        Assert.All(cell.Content.Cast<FlowParagraph>(), paragraph => Assert.Equal("A2", paragraph.Region.Cell));
    }

    [Fact]
    public void Rows_that_the_file_takes_for_headers_count_up_to_the_first_figure()
    {
        var sheet = Of("Titre\n\nAction | Coût\nVélos | 10\nJardin | 20");
        int Header(int last) => (sheet with { HeaderRanges = [new SheetRange(0, 0, last, SheetRange.LastPossibleColumn)] })
            .ToPage().Blocks.OfType<FlowTable>().Single().HeaderRowCount;
        Assert.Equal((0, 1, 0, 0), (Header(0), Header(2), Header(3), Header(9)));
    }

    [Fact]
    public void Staircase_of_cells_costs_no_grid()
    {
        var sheet = new Sheet { Name = "x", Cells = [.. Enumerable.Range(0, 10_000).Select(i => new SheetCell { Row = i, Column = i, Text = "1" })] };
        Assert.Equal(10_000, sheet.ToPage().Blocks.Count(block => block is FlowParagraph { Role: FlowRole.Body }));
    }
}
