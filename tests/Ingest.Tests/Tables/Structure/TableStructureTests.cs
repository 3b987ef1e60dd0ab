using Ingest.Tables;
using Ingest.Tables.Structure;
using Xunit;

namespace Ingest.Tests.Tables.Structure;

public sealed class TableStructureTests
{
    private static readonly double[] Columns = [50, 250, 350, 450];

    private static TableStructure OnlyStructure(PageSketch page) => Assert.Single(ContentBuilder.Build([page.ToPage()]).Blocks.OfType<TableContent>()).Table.Structure;

    [Fact]
    public void Rows_are_told_by_their_look_and_first_words()
    {
        var page = new PageSketch(1).Table(
            Columns,
            [100, 120, 140, 160, 180, 200, 220],
            ["Action", "Coût", "Ville"],
            ["Axe 1", "", ""],
            ["Jardin", "4 950", "900"],
            ["À reporter", "4 950", "900"],
            ["Chantier", "1 200", "600"],
            ["Total de l'axe", "6 150", "1 500"]);

        var structure = OnlyStructure(page);

        Assert.Equal([RowRole.Header, RowRole.Section, RowRole.Body, RowRole.Carried, RowRole.Body, RowRole.Total], structure.Rows);
        Assert.Equal(1, structure.StubColumns);
    }

    [Fact]
    public void A_text_that_only_begins_like_a_total_is_none()
    {
        var page = new PageSketch(1).Table(
            Columns, [100, 120, 140, 160], ["Action", "Coût", "Ville"], ["Totalement neuf", "4 950", "900"], ["Reporters en herbe", "300", "100"]);

        Assert.Equal([RowRole.Header, RowRole.Body, RowRole.Body], OnlyStructure(page).Rows);
    }

    [Fact]
    public void Captions_and_notes_are_tied_and_stay_in_the_text()
    {
        var page = new PageSketch(1).Text(50, 85, "Tableau 3 – Actions financées")
            .Table(Columns, [100, 120, 140, 160], ["Action", "Coût", "Ville"], ["Jardin", "4 950", "900"], ["Chantier", "1 200", "600"])
            .Text(50, 175, "Source : service des finances").Text(50, 200, "Le comité se réunit deux fois par an au centre social.");

        var content = ContentBuilder.Build([page.ToPage()]);

        var structure = Assert.Single(content.Blocks.OfType<TableContent>()).Table.Structure;
        Assert.Equal("Tableau 3 – Actions financées", structure.Caption?.Text);
        Assert.Equal(["Source : service des finances"], structure.Notes.Select(note => note.Text));
        Assert.Equal(3, content.Blocks.OfType<TextContent>().Count());
    }

    [Fact]
    public void A_paragraph_that_speaks_of_a_table_is_no_caption()
    {
        var page = new PageSketch(1).Text(50, 85, "Le tableau suivant donne le détail")
            .Table(Columns, [100, 120, 140, 160], ["Action", "Coût", "Ville"], ["Jardin", "4 950", "900"], ["Chantier", "1 200", "600"])
            .Text(50, 175, "La source en est connue.");

        var structure = OnlyStructure(page);

        Assert.Null(structure.Caption);
        Assert.Empty(structure.Notes);
    }

    [Fact]
    public void A_table_in_a_cell_is_the_text_of_the_cell()
    {
        // The inner frames end before the right side of their cells: the last column of the grid is their margin.
        var page = new PageSketch(1).Across(100, 50, 450).Across(120, 50, 450).Across(160, 50, 450).Across(200, 50, 450)
            .Down(50, 100, 200).Down(200, 100, 200).Down(450, 100, 200)
            .Down(320, 120, 200).Down(430, 120, 200).Across(140, 200, 430).Across(180, 200, 430)
            .Text(55, 113, "Action").Text(205, 113, "Financement").Text(55, 142, "Jardin").Text(55, 182, "Chantier")
            .Text(205, 133, "Ville").Text(325, 133, "900 €").Text(205, 153, "Région").Text(325, 153, "300 €")
            .Text(205, 173, "CAF").Text(325, 173, "450 €").Text(205, 193, "État").Text(325, 193, "150 €");

        var table = Assert.Single(ContentBuilder.Build([page.ToPage()]).Blocks.OfType<TableContent>()).Table;

        Assert.Equal((3, 2), (table.RowCount, table.ColumnCount));
        Assert.Equal("Ville 900 € Région 300 €", table.Cells.Single(cell => (cell.Row, cell.Column) == (1, 1)).Text.Text.Replace('\n', ' '));
    }
}
