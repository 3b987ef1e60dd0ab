using System.Diagnostics;
using System.Text.Json;
using Ingest.Tests.Cli;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Evaluation.Tables;

/// <summary>
/// The same predictions scored by another program: <c>tables/score.py</c> in the folder named by INGEST_SHARED, else in
/// <c>../shared</c> beside the repository.
/// </summary>
public sealed class SharedScoreTests : IDisposable
{
    private const double Slack = 1e-9;

    private readonly TemporaryFolder _work = new();

    [Fact]
    public void Another_program_comes_to_the_same_figures()
    {
        var shared = Path.Combine(Environment.GetEnvironmentVariable("INGEST_SHARED") ?? Path.Combine(ProductVocabularies.Files.Home, "..", "shared"), "tables");
        var script = Path.Combine(shared, "score.py");
        Assert.SkipUnless(File.Exists(script), $"The other program is not here: {script}. INGEST_SHARED names the folder that has it.");
        var theirs = Score(script, shared, out var ours);

        CompareSets(ours.GetProperty("sets").EnumerateArray().Last(), theirs.GetProperty("summary").GetProperty("all"));
        var documents = ours.GetProperty("documents").EnumerateArray().ToList();
        var others = theirs.GetProperty("documents");
        Assert.Equal(others.EnumerateObject().Select(document => document.Name), documents.Select(document => document.GetProperty("document").GetString()!));
        Assert.NotEmpty(documents);
        Assert.All(documents, document => CompareDocuments(document, others.GetProperty(document.GetProperty("document").GetString()!)));
    }

    public void Dispose() => _work.Dispose();

    private JsonElement Score(string script, string shared, out JsonElement ours)
    {
        var call = CliCall.Of("evaluate", "tables", "--gt", shared, "--save", _work["predictions"], "--json");
        ours = call.Json;
        var start = new ProcessStartInfo("python3", [script, "--gt", shared, "--pred", _work["predictions"], "--json", _work["theirs.json"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("The other program needs python3, which is not here.");
        }

        using var file = JsonDocument.Parse(File.ReadAllBytes(_work["theirs.json"]));
        return file.RootElement.Clone();
    }

    private static void CompareSets(JsonElement ours, JsonElement theirs)
    {
        foreach (var (key, other) in new[]
        {
            ("macro", "macro"), ("micro", "micro"), ("macroIgnoringBlanks", "loose_macro"), ("microIgnoringBlanks", "loose_micro"), ("matched", "matched"), ("detection", "det"),
        })
        {
            var score = ours.GetProperty(key);
            AssertNear(theirs.GetProperty(other)[0], score.GetProperty("precision"));
            AssertNear(theirs.GetProperty(other)[1], score.GetProperty("recall"));
            AssertNear(theirs.GetProperty(other)[2], score.GetProperty("f1"));
        }

        Compare(ours, theirs, [
            ("documents", "documents"), ("meanF1", "meanF"), ("truthTables", "gt_tables"), ("predictedTables", "pred_tables"), ("perfect", "perfect"),
            ("detected", "detected"), ("complete", "complete"), ("pure", "pure"),
        ]);
    }

    private static void CompareDocuments(JsonElement ours, JsonElement theirs)
    {
        Assert.Equal(theirs.GetProperty("variant").GetString(), ours.GetProperty("variant").GetString());
        Compare(ours.GetProperty("score"), theirs, [("precision", "P"), ("recall", "R"), ("f1", "F")]);
        Compare(ours.GetProperty("scoreIgnoringBlanks"), theirs, [("precision", "LP"), ("recall", "LR"), ("f1", "LF")]);
        Compare(ours, theirs, [
            ("truthRelations", "G"), ("predictedRelations", "D"), ("correct", "C"), ("correctIgnoringBlanks", "L"), ("truthTables", "gt_tables"),
            ("predictedTables", "pred_tables"), ("perfect", "perfect"), ("detected", "det"), ("complete", "complete"), ("pure", "pure"),
            ("matchedCorrect", "mC"), ("matchedTruth", "mG"), ("matchedPredicted", "mD"),
        ]);
    }

    private static void Compare(JsonElement ours, JsonElement theirs, (string Ours, string Theirs)[] keys)
    {
        foreach (var (key, other) in keys)
            AssertNear(theirs.GetProperty(other), ours.GetProperty(key));
    }

    private static void AssertNear(JsonElement expected, JsonElement actual) => Assert.Equal(expected.GetDouble(), actual.GetDouble(), Slack);
}
