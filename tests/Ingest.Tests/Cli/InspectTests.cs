using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Ingest.Tests.Emission.Inspection;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Reading.Pdf;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Cli;

public sealed class InspectTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    [Theory]
    [InlineData("saint-dizier-programmation-2025.pdf")]
    [InlineData("vernon-convention-2024-2030.pdf")]
    [InlineData("vernon-convention-2024-2030.docx")]
    [InlineData("vernon-convention-2024-2030.html")]
    [InlineData("vernon-convention-2024-2030.odt")]
    [InlineData("nevers-programmation-2026.xlsx")]
    [InlineData("nevers-programmation-2026.ods")]
    [InlineData("saint-dizier-programmation-2025.txt")]
    public void Every_place_of_every_value_and_every_cell_is_shown_whatever_the_format(string sample)
    {
        var path = Path.Combine(ProductVocabularies.Files.Samples, sample);
        var html = Inspect(path);
        var document = CliCall.Of("extract", path).Json;
        var tables = CliCall.Of("tables", path).Json.GetProperty("tables").EnumerateArray().ToList();

        Assert.Empty(Places(document).Select(place => place.Pointer).Except(html.Pointers()));
        Assert.Equal(tables.Sum(table => table.GetProperty("cells").GetArrayLength()), html.QuerySelectorAll(".grid tbody td").Length);
        Assert.All(document.GetProperty("findings").EnumerateArray(), finding => Assert.Contains(
            html.QuerySelectorAll("#findings code"), code => code.TextContent == finding.GetProperty("code").GetString()));
        var ids = html.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(html.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")![1..]).Except(ids));
        if (sample.EndsWith(".pdf", StringComparison.Ordinal))
        {
            Assert.Equal(tables.Sum(table => table.GetProperty("cells").GetArrayLength()), html.Drawn("tables", "g.cell").Count());
            Assert.Empty(Places(document).SelectMany(place => place.Boxes.Select(box => $"{place.Pointer} {box}")).Except(Drawn(html)));
        }
    }

    [Fact]
    public void Joined_tables_are_told_as_one()
    {
        var path = Path.Combine(ProductVocabularies.Files.Samples, "saint-dizier-programmation-2025.pdf");
        var joined = CliCall.Of("tables", path, "--joined").Json.GetProperty("tables");

        Assert.Equal(joined.GetArrayLength(), Inspect(path, "--joined").QuerySelectorAll(".grid").Length);
    }

    [Fact]
    public void Without_poppler_the_words_are_drawn_and_it_is_said()
    {
        var output = _work["out.html"];

        var call = CliCall.With(new() { ["LANG"] = "en", ["INGEST_PDFTOPPM"] = _work["nowhere"] }, [], "inspect", Pdf(1), "--out", output);
        var html = InspectionOf.Parse(File.ReadAllText(output));

        Assert.Equal(0, call.Status);
        Assert.Contains("poppler-utils", call.Error, StringComparison.Ordinal);
        Assert.Contains("poppler-utils", html.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bonjour", html.QuerySelectorAll(".words-as-text text").Select(text => text.TextContent));
    }

    [Fact]
    public void The_first_forty_pages_are_shown_and_how_to_get_the_others_is_said()
    {
        var output = _work["out.html"];
        var file = Pdf(43);

        var call = CliCall.With(new() { ["LANG"] = "en", ["INGEST_PDFTOPPM"] = _work["nowhere"] }, [], "inspect", file, "--out", output);

        Assert.Contains($"ingest inspect {file} --pages 41-43", call.Error, StringComparison.Ordinal);
        Assert.Equal(40, InspectionOf.Parse(File.ReadAllText(output)).QuerySelectorAll("svg.page").Length);
    }

    [Fact]
    public void Pages_are_chosen_by_number_and_range() =>
        Assert.Equal(["page-1", "page-2", "page-4"], Inspect(Pdf(5), "--pages", "1-2,4").QuerySelectorAll("section.sheet").Select(page => page.Id));

    [Theory]
    [InlineData("x", "1-3,7")]
    [InlineData("3-1", "1-3,7")]
    [InlineData("1-", "1-3,7")]
    [InlineData("", "1-3,7")]
    [InlineData("2-9", "2 page(s)")]
    [InlineData("0", "2 page(s)")]
    public void Pages_that_there_are_not_are_a_wrong_call(string pages, string told)
    {
        var call = CliCall.Of("inspect", Pdf(2), "--pages", pages, "--out", _work["out.html"]);

        Assert.Equal(2, call.Status);
        Assert.Contains(told, call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_work["out.html"]));
    }

    [Fact]
    public void Without_a_name_the_page_lies_in_the_current_folder_under_that_of_the_document()
    {
        var output = Path.Combine(Directory.GetCurrentDirectory(), "unnamed-inspection.txt.inspect.html");
        try
        {
            Assert.Equal(0, CliCall.Of("inspect", _work.Write("unnamed-inspection.txt", "Bonjour")).Status);
            Assert.True(File.Exists(output));
        }
        finally
        {
            File.Delete(output);
        }
    }

    [Fact]
    public void The_document_itself_is_never_written_over()
    {
        var file = _work.Write("a.txt", "Bonjour");

        Assert.Equal(2, CliCall.Of("inspect", file, "--out", file).Status);
        Assert.Equal("Bonjour", File.ReadAllText(file));
    }

    [Fact]
    public void What_cannot_be_read_is_status_1_and_has_a_page_that_tells_why()
    {
        var output = _work["out.html"];

        var call = CliCall.Of("inspect", _work.Write("empty.pdf", ""), "--out", output);

        Assert.Equal(1, call.Status);
        Assert.Contains("source.empty", InspectionOf.Parse(File.ReadAllText(output)).QuerySelector("#findings")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void The_page_is_in_the_language_of_the_call(string language)
    {
        var html = Inspect(_work.Write("a.txt", "Bonjour"), "--lang", language);

        Assert.Equal(language, html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(language == "fr" ? "Calques" : "Layers", html.QuerySelector("legend")!.TextContent);
    }

    public void Dispose() => _work.Dispose();

    private IHtmlDocument Inspect(params string[] args)
    {
        var output = _work["out.html"];
        var call = CliCall.Of(["inspect", .. args, "--out", output]);
        Assert.Equal(0, call.Status);
        Assert.Empty(call.Output);
        return InspectionOf.Parse(File.ReadAllText(output));
    }

    private string Pdf(int pages)
    {
        var file = _work["pages.pdf"];
        File.WriteAllBytes(file, new RawPdf([.. Enumerable.Repeat(new RawPage("BT /F1 12 Tf 100 700 Td (Bonjour) Tj ET"), pages)]).ToBytes());
        return file;
    }

    // Each value that says where it was read, found without the inspection's own way to it.
    private static IEnumerable<(string Pointer, List<string> Boxes)> Places(JsonElement node, string pointer = "")
    {
        if (node.ValueKind == JsonValueKind.Array)
            return node.EnumerateArray().SelectMany((item, index) => Places(item, $"{pointer}/{index}"));
        if (node.ValueKind != JsonValueKind.Object)
            return [];
        return node.EnumerateObject().SelectMany(property => property.Name switch
        {
            "findings" => [],
            "evidence" => Place(pointer, property.Value),
            "fieldEvidence" => property.Value.EnumerateObject().SelectMany(field => Place($"{pointer}/{field.Name}", field.Value)),
            var name => Places(property.Value, $"{pointer}/{name}"),
        });
    }

    private static IEnumerable<(string, List<string>)> Place(string pointer, JsonElement evidence)
    {
        var regions = evidence.GetProperty("regions").EnumerateArray().ToList();
        return regions.Count == 0 ? [] : [(pointer, [.. regions.Where(region => region.TryGetProperty("bbox", out _)).Select(Told)])];

        static string Told(JsonElement region)
        {
            var sides = region.GetProperty("bbox").EnumerateArray().Select(side => side.GetDecimal()).ToArray();
            return string.Create(CultureInfo.InvariantCulture, $"{region.GetProperty("page").GetInt32()}: {sides[0]:0.##} {sides[1]:0.##} {sides[2] - sides[0]:0.##} {sides[3] - sides[1]:0.##}");
        }
    }

    private static IEnumerable<string> Drawn(IHtmlDocument html) =>
        from page in html.QuerySelectorAll("section.sheet")
        from mark in page.QuerySelectorAll("[data-pointers]")
        let box = mark.QuerySelector("rect")!
        from pointer in mark.GetAttribute("data-pointers")!.Split(' ')
        select $"{pointer} {page.Id!["page-".Length..]}: {box.GetAttribute("x")} {box.GetAttribute("y")} {box.GetAttribute("width")} {box.GetAttribute("height")}";
}
