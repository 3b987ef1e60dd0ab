using System.Globalization;
using System.Text;
using Ingest.Tests.Cli;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Reading.Pdf;
using Xunit;

namespace Ingest.Tests.Evaluation.Tables;

public sealed class EvaluateTablesTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    [Fact]
    public void A_ground_truth_is_scored_and_what_was_seen_is_kept_and_scores_the_same()
    {
        WriteTruth("x-1", "Nom", "Total", "Vélos", "12");
        WritePdf("gt/x-1.pdf", "Nom", "Total", "Vélos", "13");

        var call = CliCall.Of("evaluate", "tables", "--gt", _work["gt"], "--save", _work["saved"], "--json");

        Assert.Equal((0, ""), (call.Status, call.Error));
        var all = Assert.Single(call.Json.GetProperty("sets").EnumerateArray());
        Assert.Equal(0.5, all.GetProperty("macro").GetProperty("f1").GetDouble());
        Assert.Equal(2, call.Json.GetProperty("documents")[0].GetProperty("tables")[0].GetProperty("correct").GetInt32());
        Assert.Equal(CliCall.Of("tables", _work["gt/x-1.pdf"]).Output, File.ReadAllText(_work["saved/x-1.json"]));
        Assert.Equal(call.Output, CliCall.Of("evaluate", "tables", "--gt", _work["gt"], "--pred", _work["saved"], "--json").Output);
    }

    [Fact]
    public void Documents_are_listed_the_worst_first_and_closed_ones_are_not()
    {
        foreach (var (name, last) in new[] { ("x-1", "12"), ("x-2", "13"), ("x-3", "13") })
        {
            WriteTruth(name, "Nom", "Total", "Vélos", "12");
            WritePdf($"gt/{name}.pdf", "Nom", "Total", "Vélos", last);
        }

        var call = CliCall.Of("evaluate", "tables", "--gt", _work["gt"], "--closed", "x-3", "--per-document", "--per-table");

        Assert.Contains("| figure | open (2) | closed (1) | all (3) |", call.Output, StringComparison.Ordinal);
        Assert.Contains("| false: without a right relation | 0 | 0 | 0 |", call.Output, StringComparison.Ordinal);
        Assert.InRange(call.Output.IndexOf("- x-2: F1 0.5000", StringComparison.Ordinal), 1, call.Output.IndexOf("- x-1: F1 1.0000", StringComparison.Ordinal));
        Assert.Contains("    - page 1: relations 4, predicted 4, correct 2\n", call.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("x-3", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_or_cannot_be_read_counts_as_empty_and_is_told()
    {
        WriteTruth("x-1", "a", "b", "c", "d");
        WriteTruth("x-2", "a", "b", "c", "d");
        _work.Write("gt/x-1.pdf", "");

        var call = CliCall.Of("evaluate", "tables", "--gt", _work["gt"], "--json");

        Assert.Equal(1, call.Status);
        Assert.Equal(0, call.Json.GetProperty("sets")[0].GetProperty("macro").GetProperty("f1").GetDouble());
        Assert.Contains("x-1.pdf: counted as empty: The file holds nothing.", call.Error, StringComparison.Ordinal);
        Assert.Contains("x-2: the document is missing", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_without_a_truth_and_truths_without_a_prediction_are_told()
    {
        WriteTruth("x-1", "a", "b", "c", "d");
        _work.Write("pred/x-9.json", """{"tables": []}""");

        var call = CliCall.In("fr_FR.UTF-8", "evaluate", "tables", "--gt", _work["gt"], "--pred", _work["pred"]);

        Assert.Equal(0, call.Status);
        Assert.Contains("x-9: prédiction sans vérité", call.Error, StringComparison.Ordinal);
        Assert.Contains("x-1: aucune prédiction", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_corpus_is_scored_by_split_and_trait_and_tells_what_differs()
    {
        WritePdf("own/a.pdf", "Nom", "Total", "Vélos", "12");
        WritePdf("own/b.pdf", "Nom", "Total", "Vélos", "13");
        WriteOwn("a", "tune", "Vélos", "12");
        WriteOwn("b", "tune", "Vélos", "12");

        var call = CliCall.Of("evaluate", "tables", "--corpus", _work["own"], "--errors");

        Assert.Equal(0, call.Status);
        Assert.Contains("| tune | 2 | 2 | 1 | 0.500 | 0 | 0 | 0 | 0 | 0 | 0 |", call.Output, StringComparison.Ordinal);
        Assert.Contains("| ruled | 2 | 2 | 1 | 0.500 |", call.Output, StringComparison.Ordinal);
        Assert.Contains("otherwise 1,1 « 12 » -> 1,1 « 13 »", call.Error, StringComparison.Ordinal);
        var json = CliCall.Of("evaluate", "tables", "--corpus", _work["own"], "--split", "tune", "--json").Json;
        Assert.Equal(0.5, json.GetProperty("splits")[0].GetProperty("exactShare").GetDouble());
        Assert.False(json.GetProperty("documents")[1].GetProperty("tables")[0].GetProperty("exact").GetBoolean());
        Assert.Equal(2, CliCall.Of("evaluate", "tables", "--corpus", _work["own"], "--split", "unseen").Status);
    }

    [Theory]
    [InlineData("--pred x", "--gt")]
    [InlineData("--per-document", "--gt")]
    [InlineData("--gt GT --errors", "exclude each other")]
    [InlineData("--gt GT --split tune", "exclude each other")]
    [InlineData("--gt GT --pred GT --save GT", "exclude each other")]
    [InlineData("--gt GT --per-table", "--per-document")]
    [InlineData("--gt GT --closed x-11", "documents: x-1")]
    [InlineData("--gt /nowhere/at/all", "--gt")]
    [InlineData("--gt EMPTY", "X-str.xml")]
    [InlineData("--corpus EMPTY", "truth/<name>.json")]
    [InlineData("--corpus BROKEN", "wrong.json:1:")]
    public void A_wrong_call_is_status_2_and_says_what_would_be_right(string line, string told)
    {
        WriteTruth("x-1", "a", "b", "c", "d");
        Directory.CreateDirectory(_work["empty"]);
        _work.Write("broken/truth/wrong.json", """{"file": "a.pdf", "split": "other", "tables": []}""");
        var words = line.Split(' ').Select(word => word switch { "GT" => _work["gt"], "EMPTY" => _work["empty"], "BROKEN" => _work["broken"], _ => word });

        var call = CliCall.Of(["evaluate", "tables", .. words]);

        Assert.Equal((2, ""), (call.Status, call.Output));
        Assert.Contains(told, call.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _work.Dispose();

    private void WriteTruth(string name, params string[] texts)
    {
        var cells = string.Join('\n', texts.Select((text, index) => $"""<cell start-row="{index / 2}" start-col="{index % 2}"><content>{text}</content></cell>"""));
        _work.Write($"gt/{name}-str.xml", $"""<document><table id="1"><region id="1" page="1">{cells}</region></table></document>""");
    }

    private void WriteOwn(string name, string split, string first, string second) => _work.Write($"own/truth/{name}.json", $$"""
        {"file": "{{name}}.pdf", "split": "{{split}}", "traits": ["ruled"], "tables": [{"pages": [1], "headerRows": 1, "cells": [
          {"row": 0, "col": 0, "rowSpan": 1, "colSpan": 1, "text": "Nom", "pages": [1]}, {"row": 0, "col": 1, "text": "Total"},
          {"row": 1, "col": 0, "text": "{{first}}"}, {"row": 1, "col": 1, "text": "{{second}}"}]}]}
        """);

    // Two columns and two rows with all their rules.
    private void WritePdf(string name, params string[] texts)
    {
        var content = new StringBuilder("1 w\n");
        foreach (var at in (int[])[0, 1, 2])
        {
            content.Append(CultureInfo.InvariantCulture, $"100 {700 - (20 * at)} m 300 {700 - (20 * at)} l S\n");
            content.Append(CultureInfo.InvariantCulture, $"{100 + (100 * at)} 700 m {100 + (100 * at)} 660 l S\n");
        }

        for (var index = 0; index < texts.Length; index++)
            content.Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {105 + (100 * (index % 2))} {686 - (20 * (index / 2))} Td ({texts[index]}) Tj ET\n");
        Directory.CreateDirectory(Path.GetDirectoryName(_work[name])!);
        File.WriteAllBytes(_work[name], RawPdf.Of(content.ToString()).ToBytes());
    }
}
