using System.Text;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Text;
using Ingest.Tables;
using Xunit;

namespace Ingest.Tests.Tables;

public sealed class FlowContentTests
{
    private static FlowParagraph Paragraph(int number, string text, string? marker = null, FlowRole role = FlowRole.Body) =>
        new() { Region = new EvidenceRegion { Paragraph = number }, Text = text, Marker = marker, Role = role };

    private static FlowTable Table(int columns, params FlowCell[] cells) =>
        new() { ColumnCount = columns, RowCount = cells.Max(cell => cell.Row + cell.RowSpan), Cells = [.. cells] };

    private static FlowCell Cell(int row, int column, params FlowBlock[] content) => new() { Row = row, Column = column, Content = [.. content] };

    private static DocumentContent Build(params FlowBlock[] blocks) => ContentBuilder.Build([new Page { Number = 1, Blocks = [.. blocks] }]);

    private static DocumentContent OfText(string text) => ContentBuilder.Build([.. new PlainTextReader().Read(Encoding.UTF8.GetBytes(text))]);

    [Fact]
    public void A_typed_marker_is_told_as_one_that_a_list_draws()
    {
        var blocks = Build(Paragraph(1, "Créer un jardin", marker: "-"), Paragraph(2, "- Créer un jardin")).Blocks.OfType<TextContent>().ToList();

        Assert.Equal((blocks[0].Block.Marker, blocks[0].Block.Text.Text), (blocks[1].Block.Marker, blocks[1].Block.Text.Text));
    }

    [Fact]
    public void Line_feeds_are_paragraphs_and_every_word_has_its_place()
    {
        var text = Assert.IsType<TextContent>(Assert.Single(Build(Paragraph(4, "Coût : 10 €\nVille : 5 €")).Blocks)).Block.Text;

        Assert.Equal("Coût : 10 €\nVille : 5 €", text.Text);
        Assert.All(text.Words, word => Assert.Equal(4, Assert.Single(word.Regions).Paragraph));
    }

    [Fact]
    public void A_nested_table_is_text_of_the_cell_that_holds_it()
    {
        var nested = Table(2, Cell(0, 0, Paragraph(2, "Ville")), Cell(0, 1, Paragraph(3, "5 €")));
        var content = Build(Table(2, Cell(0, 0, Paragraph(1, "Plan"), nested), Cell(0, 1), Cell(1, 0, Paragraph(4, "x")), Cell(1, 1, Paragraph(5, "y"))));

        Assert.Equal("Plan\nVille\n5 €", Assert.IsType<TableContent>(Assert.Single(content.Blocks)).Table.Cells[0].Text.Text);
        Assert.Equal(TableMethod.Native, Assert.Single(content.PageTables).Method);
    }

    [Fact]
    public void Tables_of_a_web_page_are_not_joined_though_it_has_lines()
    {
        FlowParagraph At(int line, string text) => Paragraph(line, text) with { Region = new EvidenceRegion { Line = line, Paragraph = line } };
        FlowTable Rows(int line) => Table(2, Cell(0, 0, At(line, "Action")), Cell(0, 1, At(line, "Coût")), Cell(1, 0, At(line, "Vélos")), Cell(1, 1, At(line, "5 €")));

        Assert.Equal(2, Build(Rows(1), Rows(2)).Blocks.OfType<TableContent>().Count());
        Assert.Empty(Build(Table(2, Cell(0, 0, At(1, "a")), Cell(0, 1, At(1, "b")))).Blocks.OfType<TableContent>());
    }

    [Fact]
    public void Headers_and_footers_are_furniture_and_notes_stay_text()
    {
        var content = Build(
            Paragraph(1, "Ville de Lens", role: FlowRole.Header), Paragraph(2, "Texte"), Paragraph(3, "Une note", role: FlowRole.Note), Paragraph(4, "Page 1", role: FlowRole.Footer));

        Assert.Equal([FurnitureRole.RunningHead, FurnitureRole.RunningFoot], content.Furniture.Select(piece => piece.Role));
        Assert.Equal([FlowRole.Body, FlowRole.Note], content.Blocks.OfType<TextContent>().Select(text => text.Block.Role));
    }

    [Fact]
    public void A_table_of_one_cell_is_a_boxed_text()
    {
        var content = Build(Table(1, Cell(0, 0, Paragraph(1, "À noter"))));

        Assert.IsType<TextContent>(Assert.Single(content.Blocks));
        Assert.Single(content.RejectedTables);
    }

    [Fact]
    public void A_blank_line_in_a_table_of_a_text_file_is_a_page_break()
    {
        var content = OfText("Action\tDescription\tPorteur\nJardin\tSemer des fleurs\tVille\nSport\tCourir autour du\tCCAS\n\n\tstade du quartier\t\nLecture\tLire\tVille\n");

        var table = Assert.Single(content.Blocks.OfType<TableContent>()).Table;
        Assert.Equal(4, table.RowCount);
        Assert.Equal("Courir autour du stade du quartier", table.Cells.Single(cell => cell is { Row: 2, Column: 1 }).Text.Text);
    }

    [Fact]
    public void Text_between_two_tables_of_a_text_file_keeps_them_apart()
    {
        var content = OfText("Action\tPorteur\nJardin\tVille\n\nRécapitulatif\n\nCoût\tPart\n10 €\t100%\n");

        Assert.Equal(2, content.Blocks.OfType<TableContent>().Count());
    }
}
