using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Pipeline;
using Ingest.Reading.Ocr;
using Ingest.Running;
using Ingest.Tests.Reading.Pdf;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Reading.Ocr;

/// <summary>Real scans through real poppler and Tesseract: what to trust, which way is up, and what goes wrong.</summary>
public sealed class ScannedPagesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-scans-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_good_hidden_layer_is_kept()
    {
        var pages = Read("carmaux-2025-texte-juste.pdf");

        Assert.All(pages, page => Assert.Contains(page.Findings, finding => finding.Code == TextFindings.LayerKept.Code));
        Assert.All(pages.SelectMany(page => page.Words), word => Assert.Equal((Origin.Ocr, true), (word.Origin, word.IsVisible)));
        Assert.All(pages, page => Assert.NotEmpty(page.Rulings));
    }

    [Theory]
    [InlineData("romilly-2026-texte-menteur.pdf")]
    [InlineData("cognac-2024-texte-partiel.pdf")]
    public void A_hidden_layer_that_lies_or_is_half_there_is_replaced_and_told(string name)
    {
        var pages = Read(name);

        Assert.All(pages, page => Assert.Contains(page.Findings, finding => finding.Code == TextFindings.LayerReplaced.Code));
        Assert.All(pages, page => Assert.Contains(page.Words, word => word.Origin == Origin.Ocr));
    }

    [Fact]
    public void A_page_upside_down_and_one_on_its_side_are_turned()
    {
        Assert.Equal([0, 0, 2, 0, 0, 0], Read("cognac-2024-texte-partiel.pdf").Select(page => page.Turn?.Quarters ?? 0));
        var side = Read("saint-dizier-2025-gris.pdf")[2];
        Assert.Equal(1, side.Turn!.Quarters % 2);
        Assert.Contains(side.Words, word => word.Text == "télétransmission");
    }

    [Fact]
    public void Evidence_is_told_where_the_reader_sees_it()
    {
        var page = Read("cognac-2024-texte-partiel.pdf")[2];

        // The page lies upside down: its first line is seen at the bottom.
        var first = page.Words.MinBy(word => word.Baseline)!;
        Assert.True(first.Box.Top < page.Size!.Value.Height / 2);
        Assert.True(first.Shown!.Value.Top > page.Turn!.Shown.Height / 2);
    }

    [Fact]
    public void Pages_with_text_of_their_own_are_left_alone()
    {
        var pages = Read("issoire-2025-annexe-scannee.pdf");

        Assert.All(pages[0].Words, word => Assert.Equal(Origin.Text, word.Origin));
        Assert.Contains(pages[1].Words, word => word.Origin == Origin.Ocr);
    }

    [Fact]
    public void A_page_of_its_own_text_on_a_full_page_picture_stays_as_it_is()
    {
        var lines = string.Concat(Enumerable.Range(0, 12).Select(line => $"1 0 0 1 60 {700 - (30 * line)} Tm (Action {line + 10} du contrat de ville pour les habitants du quartier) Tj "));
        var letterhead = new RawPdf(new RawPage($"q 600 0 0 800 0 0 cm /Im Do Q 60 720 m 500 720 l S BT /F1 14 Tf {lines}ET"))
        {
            XObjects = ImmutableDictionary<string, string>.Empty.Add("Im", RawPdf.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "~")),
        }.ToBytes();
        var without = Assert.Single(Read(letterhead, new OcrOptions { Use = OcrUse.Never }));

        var page = Assert.Single(Read(letterhead));

        Assert.Equal(without.Words.Select(word => (word.Text, word.Box, word.Origin)), page.Words.Select(word => (word.Text, word.Box, word.Origin)));
        Assert.Equal(without.Rulings, page.Rulings);
        Assert.Empty(page.Findings);
    }

    [Fact]
    public void Nothing_is_recognised_where_the_definition_forbids_it()
    {
        var page = Assert.Single(Read("nogent-2025-pale.png", new OcrOptions { Use = OcrUse.Never }));

        Assert.Empty(page.Words);
        Assert.Contains(page.Findings, finding => finding.Code == SourceFindings.ImageOnlyPage.Code);
    }

    [Fact]
    public void A_second_run_costs_no_recognition()
    {
        var first = Read("nogent-2025-pale.png");
        var answers = Answers();
        Assert.NotEmpty(answers);

        // An engine that can tell its version and read nothing: what comes out was kept.
        var version = $"case \"$1\" in --version) exec tesseract --version;; --list-langs) exec tesseract --list-langs;; esac";
        var second = Read("nogent-2025-pale.png", new OcrOptions { Command = Script(version + "\nexit 1") });

        Assert.Equal(first[0].Words.Select(word => word.Text), second[0].Words.Select(word => word.Text));
        Assert.Equal(answers, Answers());
    }

    [Theory]
    [InlineData("kill -SEGV $$")]
    [InlineData("exit 3")]
    [InlineData("sleep 60")]
    [InlineData("printf '<html><body>'")]
    [InlineData("printf '\\377\\376 no hocr'")]
    public void An_engine_that_fails_costs_the_page_and_no_more(string behaviour)
    {
        var version = $"case \"$1\" in --version) exec tesseract --version;; --list-langs) exec tesseract --list-langs;; esac";

        var page = Assert.Single(Read("nogent-2025-pale.png", new OcrOptions { Command = Script(version + "\n" + behaviour), TimeLimit = TimeSpan.FromSeconds(5) }));

        Assert.Empty(page.Words);
        Assert.Contains(page.Findings, finding => finding.Code == SourceFindings.RecognitionFailed.Code);
    }

    [Fact]
    public void A_missing_engine_and_a_missing_language_are_told()
    {
        Assert.Contains("no-such-program", Missing(new OcrOptions { Command = "no-such-program" }), StringComparison.Ordinal);
        Assert.Contains("xxx", Missing(new OcrOptions { Language = "xxx" }), StringComparison.Ordinal);
    }

    private string Missing(OcrOptions options) =>
        Assert.Single(Assert.Single(Read("nogent-2025-pale.png", options)).Findings, finding => finding.Code == SourceFindings.MissingTool.Code).Message;

    private List<Page> Read(string name, OcrOptions? options = null) => Read(File.ReadAllBytes(ScanFiles.PathOf(name)), options);

    private List<Page> Read(byte[] bytes, OcrOptions? options = null)
    {
        var definition = new DefinitionLoader(ProductVocabularies.Files).Load("default");
        if (options is not null)
            definition = definition with { Reading = definition.Reading with { Ocr = options } };
        return [.. Engine.CreateContentReader(definition, ProductVocabularies.Files, Path.Combine(_folder.FullName, "cache")).ReadSource(bytes, TestContext.Current.CancellationToken).Pages];
    }

    private List<string> Answers() => [.. Directory.EnumerateFiles(Path.Combine(_folder.FullName, "cache"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private string Script(string body)
    {
        var path = Path.Combine(_folder.FullName, "engine");
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell script stands for the engine");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
