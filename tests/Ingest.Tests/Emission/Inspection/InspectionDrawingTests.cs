using Ingest.Emission.Inspection;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Tests.Tables;
using Xunit;

namespace Ingest.Tests.Emission.Inspection;

public sealed class InspectionDrawingTests
{
    private static readonly PageSketch Sketch = new PageSketch(1)
        .Text(50, 60, "Programmation", size: 20, bold: true)
        .Table([50, 200, 400], [100, 130, 160, 190], ["Action", "Coût"], ["Jardin", "100"], ["Atelier", "200"])
        .Fill(50, 100, 400, 130)
        .Text(50, 400, "Une note encadrée", size: 10)
        .Table([40, 500], [380, 420], []);

    [Fact]
    public void Every_cell_of_a_table_is_drawn_once_with_its_place()
    {
        var shapes = Only(InspectionLayer.Tables).Where(shape => shape.Kind == "cell").ToList();

        Assert.Equal(["r0 c0", "r0 c1", "r1 c0", "r1 c1", "r2 c0", "r2 c1"], shapes.Select(shape => shape.Label));
        Assert.Equal(6, shapes.Select(shape => shape.Box).Distinct().Count());
        Assert.Contains("Jardin", shapes[2].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_is_drawn_with_font_size_and_what_the_file_has()
    {
        var page = Sketch.ToPage();
        page = page with { Words = [.. page.Words.Select(word => word.Text == "Jardin" ? word with { Raw = "J ardin" } : word)] };

        var words = InspectionOf.Pages(document => document, page).Pages.Single().Shapes.Where(shape => shape.Layer == InspectionLayer.Words).ToList();

        Assert.Equal(page.Words.Select(word => word.Box), words.Select(word => word.Box));
        Assert.Contains(words, word => word.Title.Contains("Test 20 pt, bold", StringComparison.Ordinal));
        Assert.Contains(words, word => word.Title.Contains("J ardin", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_are_drawn_as_painted_and_as_merged()
    {
        Assert.Equal(Sketch.ToPage().Rulings.Length, Only(InspectionLayer.Rules).Count());
        Assert.All(Only(InspectionLayer.Edges), edge => Assert.True(edge.Box.Width == 0 || edge.Box.Height == 0));
        Assert.NotEmpty(Only(InspectionLayer.Edges));
        Assert.Single(Only(InspectionLayer.Fills));
    }

    [Fact]
    public void A_rejected_table_tells_why() => Assert.Equal("a box", Only(InspectionLayer.Candidates).Single().Label);

    [Fact]
    public void A_heading_tells_its_level() => Assert.StartsWith("H", Only(InspectionLayer.Blocks).First(shape => shape.Kind == "heading").Label, StringComparison.Ordinal);

    [Fact]
    public void A_page_number_is_drawn_as_furniture()
    {
        var pages = Enumerable.Range(1, 3).Select(number => new PageSketch(number).Text(50, 300, "Texte").Text(290, 820, $"{number}").ToPage());

        var furniture = InspectionOf.Pages(document => document, [.. pages]).Pages.SelectMany(page => page.Shapes).Where(shape => shape.Layer == InspectionLayer.Furniture);

        Assert.Equal(["page number", "page number", "page number"], furniture.Select(shape => shape.Label));
    }

    [Fact]
    public void Values_read_in_one_box_share_it_and_a_finding_without_place_is_drawn_at_the_value_it_names()
    {
        var evidence = new Evidence { Regions = [new EvidenceRegion { Page = 1, Bbox = new Box(50, 130, 200, 160) }], Text = "Jardin" };
        var finding = IdentityFindings.EpciFromRegister.At("/actions/0/title", null, "a", "b") with { Pointer = "/actions/0/title" };

        var page = InspectionOf.Pages(
            document => document with { Actions = [Action("1", evidence), Action("2", evidence)], Findings = [finding] },
            Sketch.ToPage()).Pages.Single();

        Assert.Equal(["/actions/0", "/actions/1"], page.Shapes.Single(shape => shape.Layer == InspectionLayer.Actions).Pointers);
        Assert.Equal(evidence.Regions[0].Bbox, page.Shapes.Single(shape => shape.Layer == InspectionLayer.Findings).Box);
    }

    [Fact]
    public void Pages_that_are_not_asked_for_are_left_out_and_named()
    {
        var pages = Enumerable.Range(1, 3).Select(number => new PageSketch(number).Text(50, 300, "Texte").ToPage()).ToArray();

        var inspected = DocumentToInspection.Convert(
            new InspectionSource { Pages = [.. pages], Content = ContentBuilder.Build(pages), Document = Running.Processing.Of("x"), Shown = [2] },
            Languages.English);

        Assert.Equal([2], inspected.Pages.Select(page => page.Number));
        Assert.Equal([1, 3], inspected.LeftOut);
    }

    [Fact]
    public void Every_reason_to_reject_a_table_has_its_words_in_both_languages()
    {
        var reasons = Enum.GetValues<Rejection>().Select(reason => $"Rejection.{reason}").Concat(Enum.GetValues<TableMethod>().Select(method => $"TableMethod.{method}"));

        Assert.All(reasons, key => Assert.NotEqual(new InspectionTexts(Languages.French)[key], new InspectionTexts(Languages.English)[key]));
    }

    private static IEnumerable<InspectedShape> Only(InspectionLayer layer) =>
        InspectionOf.Pages(document => document, Sketch.ToPage()).Pages.Single().Shapes.Where(shape => shape.Layer == layer);

    private static FundedAction Action(string id, Evidence evidence) => new() { Id = id, Title = "Jardin", Evidence = evidence };
}
