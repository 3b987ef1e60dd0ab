using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Tests.Tables;
using Xunit;

namespace Ingest.Tests.Layout;

public sealed class PageFurnitureTests
{
    private static PageSketch Body(int number) => new PageSketch(number).Text(50, 300, "Le corps de la page").Text(50, 312, $"numéro {number} du document");

    private static List<(FurnitureRole Role, string Text)> Furniture(params ReadOnlySpan<PageSketch> pages)
    {
        var layouts = PageFurniture.Separate([.. pages.ToArray().Select(page => page.ToPage())]);
        return layouts.SelectMany(layout => layout.Furniture).Select(piece => (piece.Role, piece.Text.Text)).ToList();
    }

    [Fact]
    public void What_pages_repeat_at_one_height_is_furniture_with_page_numbers_folded()
    {
        var furniture = Furniture(
            Body(1).Text(50, 40, "Ville de Lens – contrat de ville").Text(280, 810, "Page 1 / 2"),
            Body(2).Text(50, 42, "Ville de Lens – contrat de ville").Text(280, 810, "Page 2 / 2"));

        Assert.Equal(
        [
            (FurnitureRole.RunningHead, "Ville de Lens – contrat de ville"), (FurnitureRole.PageNumber, "Page 1 / 2"),
            (FurnitureRole.RunningHead, "Ville de Lens – contrat de ville"), (FurnitureRole.PageNumber, "Page 2 / 2"),
        ], furniture);
    }

    [Fact]
    public void A_numbered_heading_on_top_of_each_page_is_no_running_head() =>
        Assert.Empty(Furniture(Body(1).Text(50, 60, "Fiche action 1", size: 16), Body(2).Text(50, 60, "Fiche action 2", size: 16)));

    [Fact]
    public void A_header_row_that_a_table_repeats_is_no_running_head()
    {
        PageSketch Page(int number) => new PageSketch(number).Table(
            [50, 200, 400], [40, 60, 400, 700], ["Action", "Coût"], [$"Jardin {number}", "4 000 €"], [$"Sport {number}", "5 000 €"]);

        Assert.Empty(Furniture(Page(1), Page(2)));
    }

    [Fact]
    public void A_stamp_in_the_margin_of_a_table_is_kept_out_of_its_cells()
    {
        var page = new PageSketch(1)
            .Table([50, 200, 400], [40, 100, 160], ["Nos jardins partagés", "4 950 €"], ["Chantier citoyen", "10 520 €"])
            .Lines(300, 55, 7, "Envoyé en préfecture le 12/12/2023", "Reçu en préfecture le 12/12/2023", "Affiché le 13/12/2023", "ID : 062-216209072-20231212-DELIB-2023-85-DE")
            .ToPage();

        var content = ContentBuilder.Build([page]);

        Assert.Equal("4 950 €", Assert.Single(content.Blocks.OfType<TableContent>()).Table.Cells[1].Text.Text);
        var stamp = Assert.Single(content.Furniture);
        Assert.Equal(FurnitureRole.Stamp, stamp.Role);
        Assert.EndsWith("ID : 062-216209072-20231212-DELIB-2023-85-DE", stamp.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_says_when_an_act_was_sent_is_no_stamp() =>
        Assert.Empty(Furniture(new PageSketch(1).Text(50, 300, "Vu le dossier envoyé en préfecture le 12/12/2023 par la commune")));

    [Fact]
    public void Slanted_text_is_a_watermark()
    {
        var furniture = Furniture(Body(1).Text(200, 500, "PROJET", size: 60, direction: TextDirection.Slanted));

        Assert.Equal([(FurnitureRole.Watermark, "PROJET")], furniture);
    }

    [Fact]
    public void A_running_head_is_known_again_on_scans_that_are_shifted_and_misread()
    {
        var furniture = Scanned(
            Body(1).Text(50, 40, "Ville de Lens – contrat de ville"),
            Body(2).Text(50, 51, "Viile de Lens – contrat de vile"),
            Body(3).Text(50, 45, "Ville de Lens – contrat de ville"));

        Assert.Equal(3, furniture.Count);
    }

    [Fact]
    public void So_is_one_that_recognition_cuts_into_pieces_on_some_pages()
    {
        var furniture = Scanned(
            Body(1).Text(50, 40, "Ville de Lens").Text(300, 40, "contrat de ville"),
            Body(2).Text(50, 42, "Ville de Lens").Text(300, 42, "contrat de ville"),
            Body(3).Text(50, 45, "Ville de Lens contrat de ville"));

        Assert.Equal("Ville de Lens contrat de ville", furniture[^1]);
    }

    [Fact]
    public void Strokes_of_a_pen_below_a_running_foot_do_not_keep_it_in_the_text()
    {
        PageSketch Page(int number) => Body(number).Text(50, 800, "Ville de Lens – contrat de ville");
        var pages = new[] { Page(1).ToPage(), Page(2).Text(400, 815, "ny 4p").ToPage() };

        var layouts = PageFurniture.Separate([.. pages.Select(page => page with { Words = [.. page.Words.Select(word => word with { Origin = Origin.Ocr, Confidence = word.Text is "ny" or "4p" ? 0.2 : 0.9 })] })]);

        Assert.Equal(2, layouts.SelectMany(layout => layout.Furniture).Count());
        Assert.Contains(layouts[1].Body, word => word.Text == "ny");
    }

    private static List<string> Scanned(params PageSketch[] pages) =>
    [
        .. PageFurniture.Separate([.. pages.Select(page => page.ToPage()).Select(page => page with { Words = [.. page.Words.Select(word => word with { Origin = Origin.Ocr, Confidence = 0.9 })] })])
            .SelectMany(layout => layout.Furniture).Select(piece => piece.Text.Text),
    ];
}
