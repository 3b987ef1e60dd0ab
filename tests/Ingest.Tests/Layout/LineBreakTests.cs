using Ingest.Tables;
using Ingest.Tests.Tables;
using Xunit;

namespace Ingest.Tests.Layout;

/// <summary>Where a paragraph ends among lines that stand at one distance.</summary>
public sealed class LineBreakTests
{
    private const string Full = "Cofinancements : État, Ville, Département, bailleurs, Caisse d'allocations familiales, Europe (11 000,00 €)";

    [Theory]
    [InlineData(11, "Vacances apprenantes", 2)]
    [InlineData(10, "Vacances apprenantes", 1)]
    [InlineData(11, "et en gras la suite", 1)]
    public void A_title_in_bold_of_its_own_size_is_no_end_of_the_line_that_fills_the_width_above(double size, string next, int blocks) => Assert.Equal(
        blocks,
        Blocks(new PageSketch(1).Text(40, 110, Full).Text(40, 123, next, size, bold: true)).Length);

    [Fact]
    public void An_amount_holds_to_its_currency_whatever_stands_behind_that()
    {
        var page = new PageSketch(1).Across(90, 40, 244).Across(150, 40, 244).Down(40, 90, 150).Down(244, 90, 150)
            .Text(45, 105, "Autres financements et dons = 24 500 €,").Text(45, 117, "Caisse des dépôts et P 147 = 48").Text(45, 129, "500,00 €, Département = 30 €");
        page = page.Across(170, 40, 244);

        Assert.Contains("48 500,00 €", string.Join('\n', ContentBuilder.Build([page.ToPage()]).Blocks.Select(Told)), StringComparison.Ordinal);
    }

    private static string Told(ContentBlock block) => block switch
    {
        TextContent text => text.Block.Text.Text,
        TableContent table => string.Join('\n', table.Table.Cells.Select(cell => cell.Text.Text)),
        _ => "",
    };

    private static ContentBlock[] Blocks(PageSketch page) => [.. ContentBuilder.Build([page.ToPage()]).Blocks];
}
