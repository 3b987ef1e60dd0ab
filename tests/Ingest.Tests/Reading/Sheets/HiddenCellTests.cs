using Ingest.Model.Pages;
using Ingest.Reading.Sheets;
using Xunit;
using static Ingest.Tests.Reading.Sheets.SheetSketch;

namespace Ingest.Tests.Reading.Sheets;

/// <summary>What the workbook does not show is read apart, and told.</summary>
public sealed class HiddenCellTests
{
    private const string Table = "Action | Ancien | Coût\nVélos | 8 | 10\nBrouillon | 1 | 2\nJardin | 9 | 20";

    [Fact]
    public void Hidden_columns_and_rows_are_no_part_of_the_table()
    {
        var page = (Of(Table) with { HiddenColumns = Lines(1), HiddenRows = Lines(2) }).ToPage();
        Assert.Equal("Action | Coût\nVélos | 10\nJardin | 20\nHidden Brouillon | 1 | 2\nHidden Ancien\n8\n9", page.Told());
        Assert.Equal(
            ["Ligne 3 de la feuille « Feuil1 » : masqué", "Colonne B de la feuille « Feuil1 » : masqué"],
            page.Findings.Select(finding => finding.Message[..(finding.Message.IndexOf(" : masqué", StringComparison.Ordinal) + 9)]));
        Assert.StartsWith("Row 3 of sheet “Feuil1”: hidden in the file (3 filled", page.Findings[0].MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_sheet_has_no_visible_block()
    {
        var page = (Of(Table) with { IsHidden = true, Name = "Brouillon", Texts = [new SheetText(FlowRole.Note, "à voir", 0, 0)] }).ToPage();
        Assert.All(page.Blocks, block => Assert.Equal(FlowRole.Hidden, block.Role));
        Assert.StartsWith("Feuille « Brouillon » : masqué dans le fichier (12 ", Assert.Single(page.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_that_crosses_hidden_lines_shrinks_to_what_is_shown() => Assert.Equal(
        "Thème [1x2]\nVélos | 10\nCafé | 20",
        (Of("Thème\nVélos | 8 | 10\nCafé | 9 | 20", "A1:C1") with { HiddenColumns = Lines(1) }).ToPage().Told().Split("\nHidden")[0]);

    [Fact]
    public void Merge_whose_first_row_is_hidden_is_shown_on_the_rest()
    {
        var page = (Of("Axe | a | 1\n| b | 2\n| c | 3", "A1:A3") with { HiddenRows = Lines(0) }).ToPage();
        Assert.Equal("Axe [2x1] | b | 2\nc | 3", page.Told().Split("\nHidden")[0]);
        Assert.Equal("A1", Assert.IsType<FlowTable>(page.Blocks[0]).Cells[0].Region!.Cell);
    }

    [Fact]
    public void Text_under_a_merge_and_value_that_its_format_hides_are_told()
    {
        var sheet = Of("Axe | dessous\nVélos | 10\nJardin | 20", "A1:B1");
        var page = (sheet with { Cells = [.. sheet.Cells.Select(cell => cell.Text == "20" ? cell with { IsHidden = true } : cell)] }).ToPage();
        Assert.Contains("Hidden ¬ dessous\nHidden ¬ 20", page.Told(), StringComparison.Ordinal);
        Assert.Equal(2, page.Findings.Length);
    }

    [Fact]
    public void Name_of_the_sheet_is_told_where_it_says_something()
    {
        var sheet = Of("Action | Coût\nVélos | 10");
        Assert.DoesNotContain(sheet.ToPage().Blocks, block => block.Role == FlowRole.Header);
        Assert.Contains(SheetToPage.Convert(sheet, 1, isOnly: false, []).Blocks, block => block is FlowParagraph { Role: FlowRole.Header, Text: "Feuil1" });
        Assert.Contains((sheet with { Name = "Année 2024" }).ToPage().Blocks, block => block is FlowParagraph { Role: FlowRole.Header, Region: { Sheet: "Année 2024", Cell: null } });
    }

    [Theory]
    [InlineData(0, 0, "A1")]
    [InlineData(6, 25, "Z7")]
    [InlineData(1_048_575, 16_383, "XFD1048576")]
    [InlineData(9, 26, "AA10")]
    public void Names_of_cells_are_those_of_the_workbook(int row, int column, string name)
    {
        Assert.Equal(name, CellName.Of(row, column));
        Assert.Equal((row, column), CellName.Parse(name));
    }

    [Fact]
    public void Ranges_may_be_whole_rows_or_columns()
    {
        Assert.Equal(new SheetRange(0, 0, 2, SheetRange.LastPossibleColumn), CellName.ParseRange("$1:$3"));
        Assert.Equal(new SheetRange(0, 0, SheetRange.LastPossibleRow, 1), CellName.ParseRange("$A:$B"));
        Assert.Null(CellName.ParseRange("#REF!"));
    }

    private static LineSpans Lines(int line) => new([new LineSpan(line, line)]);
}
