using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Ingest.Evaluation;
using Ingest.Evaluation.Scans;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Tables;
using Ingest.Tests.Emission;
using Xunit;

namespace Ingest.Tests.Evaluation.Scans;

public sealed class OcrEvaluationTests
{
    private static readonly IngestedDocument Truth = SampleDocument.Full() with { Findings = [] };

    [Fact]
    public void A_perfect_reading_has_no_error_and_every_amount()
    {
        var report = OcrEvaluation.Run([Scan(Truth, "Un texte")]);

        Assert.Equal(0, TextScore.Sum(report.Pages().Select(page => page.Own)).CharacterErrors);
        Assert.Equal(1, report.Money(Split.Tune, isCovered: false).F1);
        Assert.Equal(new AmountCheck(4, 0, 0, 0), report.Check(Split.Tune));
    }

    [Fact]
    public void Text_is_compared_page_by_page_with_what_repeats_at_its_end_of_the_page()
    {
        var texts = PageWords.Of(Content("Un texte", furnitureTop: 10), [PageWithImage(600)]);

        Assert.Equal("Tête • Un texte", Assert.Single(texts).Value);
        Assert.Equal("• Un texte Tête", PageWords.Of(Content("Un texte", furnitureTop: 590), [PageWithImage(600)])[1]);
    }

    [Fact]
    public void Only_pages_that_are_images_are_read_from_images()
    {
        var source = Source();

        Assert.Equal([1], ReadScan.ScannedPages(source, [PageWithImage(400), PageWithImage(200) with { Number = 2 }]));
        Assert.Equal([1, 2], ReadScan.ScannedPages(source with { File = "a.tif", PageCount = 2 }, []));
    }

    [Fact]
    public void A_page_with_a_ruled_grid_is_a_table_page()
    {
        var grid = new PageTable { Page = 1, Bbox = new Box(0, 0, 100, 100), Method = TableMethod.Ruled, RowCount = 2, ColumnCount = 2, Cells = [] };

        Assert.Equal(PageKind.Table, Kind(grid));
        Assert.Equal(PageKind.Text, Kind(grid with { Page = 2 }));
        Assert.Equal(PageKind.Text, Kind(grid with { ColumnCount = 1 }));
        Assert.Equal(PageKind.Text, Kind(grid with { Method = TableMethod.Unruled }));

        static PageKind Kind(PageTable table) =>
            OcrEvaluation.KindOf(new DocumentReading([PageWithImage(600)], new DocumentContent { Blocks = [], PageTables = [table] }, Truth), 1);
    }

    [Fact]
    public void A_scan_of_which_nothing_was_read_is_in_no_score()
    {
        var unread = Truth with { Source = Truth.Source with { TextOrigin = null }, Actions = [], Totals = [] };

        var report = OcrEvaluation.Run([Scan(unread, "")]);

        Assert.Empty(report.Scans);
        Assert.Equal("exemple-gris", Assert.Single(report.Unread).Name);
        Assert.Contains("tune: 1 scans unread", OcrScoreText.ToMarkdown(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_show_where_ours_has_fewer_errors_than_plain_recognition()
    {
        var report = OcrEvaluation.Run([Scan(Truth, "Un texte") with { Plain = ImmutableSortedDictionary<int, string>.Empty.Add(1, "Un tex") }]);

        var text = OcrScoreText.ToMarkdown(report);

        Assert.Contains("| tune: exemple-gris, text | 1 | 0.000 |", text, StringComparison.Ordinal);
        Assert.Contains("ours lower on 1 of 1 text pages", text, StringComparison.Ordinal);
        Assert.All(Tables(text), lines => Assert.Single(lines.Select(line => line.Count(letter => letter == '|')).Distinct()));
    }

    [Fact]
    public void Wrong_amounts_are_listed_and_those_of_unseen_scans_are_not()
    {
        var wrong = Truth with { Actions = [Truth.Actions[0] with { TotalCost = new Euros(1.23m) }] };

        var shown = OcrScoreText.ToErrorList(OcrEvaluation.Run([Scan(wrong, "")]));
        var hidden = OcrScoreText.ToErrorList(OcrEvaluation.Run([Scan(wrong, "") with { Source = Source() with { Split = Split.Unseen } }]));

        Assert.Contains("1.23", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("1.23", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("/actions", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_has_the_same_figures()
    {
        using var output = new MemoryStream();
        OcrScoreJson.Write(OcrEvaluation.Run([Scan(Truth, "Un texte")]), output);

        var json = JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement;

        Assert.Equal(0, json.GetProperty("pages")[0].GetProperty("ingest").GetProperty("distance").GetInt32());
        Assert.Equal(0, json.GetProperty("checks")[0].GetProperty("wrongWithoutFinding").GetInt32());
        Assert.Contains(json.GetProperty("amounts").EnumerateArray(), score => score.GetProperty("field").GetString() == "money");
    }

    private static IEnumerable<string[]> Tables(string text) => text.Split("\n\n").Select(part => part.Split('\n').Where(line => line.StartsWith('|')).ToArray()).Where(lines => lines.Length > 0);

    private static ReadScan Scan(IngestedDocument read, string text) => new()
    {
        Source = Source(),
        Truth = new TruthEntry { Slug = "exemple", Split = Split.Tune, Samples = [], Expected = Truth, Faults = [] },
        Scan = new DocumentReading([PageWithImage(600)], Content(text), read),
        Twin = new DocumentReading([PageWithImage(0)], Content("Un texte"), Truth),
    };

    private static ScanSource Source() => new()
    {
        Name = "exemple-gris",
        File = "exemple-gris.pdf",
        Twin = "exemple.pdf",
        Slug = "exemple",
        TruthFile = "truth.yaml",
        Split = Split.Tune,
        PageCount = 1,
        Traits = [],
        Covered = [],
    };

    private static Page PageWithImage(double height) => new()
    {
        Number = 1,
        Size = new PageSize(400, 600),
        Images = height > 0 ? [new ImageArea(new Box(0, 0, 400, height / 2)), new ImageArea(new Box(0, height / 2, 400, height))] : [],
    };

    private static DocumentContent Content(string text, double? furnitureTop = null) => new()
    {
        Blocks = text.Length == 0 ? [] : [new TextContent(new TextBlock { Text = new SourceText { Paragraphs = [new SourceParagraph([.. text.Split(' ').Select(word => Word(word, 300))], "•")] } })],
        Furniture = furnitureTop is { } top ? [new Furniture(FurnitureRole.RunningHead, SourceText.Of([Word("Tête", top)]))] : [],
    };

    private static SourceWord Word(string text, double top) =>
        new() { Text = text, Regions = [new EvidenceRegion { Page = 1, Bbox = new Box(10, top, 20, top + 8) }] };
}
