using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Emission;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Tests.Decisions;
using Ingest.Tests.Export.Corrections;
using Ingest.Tests.Export.Readers;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Running;
using Ingest.Tests.Running.Ledger;
using Ingest.Tests.Segmentation;
using Xunit;

namespace Ingest.Tests.Cli;

/// <summary>The way of a correction: run, export, typed into the workbook, taken over, run.</summary>
public sealed class CorrectTests : IDisposable
{
    private const string Wrong = "/actions/0/financers/1/amount";

    private readonly TemporaryFolder _work = new();

    private string Workbook => _work["data/collection.xlsx"];

    private string Lines => _work["out/corrections.jsonl"];

    [Fact]
    public void What_staff_types_is_in_the_next_result_and_undone_it_is_as_if_it_had_never_been()
    {
        Prepare();
        var (plan, other) = (Result("plan.txt"), Result("other.txt"));
        Type((Wrong, "1 400,00 €", null));
        Type((Wrong, 400m, "lu sur l'original"));

        var correct = Call("correct", Workbook, "--who", "Amina");
        var foreseen = Call("run", _work["in"], "--out", _work["out"], "--dry-run");
        var run = Call("run", _work["in"], "--out", _work["out"]);

        Assert.Equal((0, 0, 0), (correct.Status, foreseen.Status, run.Status));
        Assert.Contains("1 correction added", correct.Error, StringComparison.Ordinal);
        using (var line = JsonDocument.Parse(File.ReadAllText(Lines)))
        {
            Assert.Equal(["id", "document", "pointer", "anchor", "before", "after", "who", "when", "why"], line.RootElement.EnumerateObject().Select(field => field.Name));
            Assert.Equal(("300.00", "400.00", "Amina", "2020-01-01T00:00:00Z", "lu sur l'original"),
                (line.RootElement.GetProperty("before").GetRawText(), line.RootElement.GetProperty("after").GetRawText(), Text(line, "who"), Text(line, "when"), Text(line, "why")));
        }

        // Only the corrected document is done again.
        Assert.Contains("2 documents: 1 to do, 1 unchanged", foreseen.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^corrected +.*plan\.txt", foreseen.Output);
        Assert.Contains("[1/1]", run.Error, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Corrections +1 correction \(1 document\)$", run.Error.ReplaceLineEndings("\n"));
        Assert.Equal(other, Result("other.txt"));
        var document = Document("plan.txt");
        Assert.Equal((400m, Origin.Human), (document.Actions[0].Financers[1].Amount!.Value.Amount, document.Actions[0].Financers[1].Evidence.Origin));
        Assert.Empty(document.Pointers("budget.action-sum"));
        Assert.DoesNotContain("[1/", Call("run", _work["in"], "--out", _work["out"]).Error, StringComparison.Ordinal);

        using var taken = JsonDocument.Parse(File.ReadAllText(Lines));
        Assert.Equal(0, Call("correct", "--undo", Text(taken, "id"), "--out", _work["out"], "--who", "Amina").Status);
        Call("run", _work["in"], "--out", _work["out"]);

        Assert.Equal(plan, Result("plan.txt"));
        Assert.Equal(2, File.ReadAllLines(Lines).Length);
    }

    [Fact]
    public void The_same_workbook_twice_adds_nothing_before_or_after_a_run()
    {
        Prepare();
        Type((Wrong, 400m, null));
        Call("correct", Workbook, "--out", _work["out"]);
        var lines = File.ReadAllText(Lines);

        var before = Call("correct", Workbook, "--out", _work["out"]);
        Call("run", _work["in"], "--out", _work["out"]);
        var after = Call("correct", Workbook, "--out", _work["out"]);

        Assert.Equal((0, 0), (before.Status, after.Status));
        Assert.Contains("1 already made", after.Error, StringComparison.Ordinal);
        Assert.Equal(lines, File.ReadAllText(Lines));
    }

    [Fact]
    public void A_value_typed_as_it_stands_is_no_correction()
    {
        Prepare();
        Type((Wrong, "300,00 €", null));

        Assert.Equal(0, Call("correct", Workbook, "--out", _work["out"]).Status);

        Assert.False(File.Exists(Lines));
    }

    [Fact]
    public void Where_a_cell_is_refused_nothing_is_added_unless_the_rest_is_asked_for()
    {
        Prepare();
        Type((Wrong, 400m, null), ("/actions/0/totalCost", "mille", null), ("/actions/0/financers/0/amount", "1.250", null));

        var whole = CliCall.With(new() { ["LANG"] = "fr", ["USER"] = "amina" }, [], "correct", Workbook, "--out", _work["out"]);
        Assert.False(File.Exists(Lines));
        var partly = Call("correct", Workbook, "--out", _work["out"], "--partial");

        Assert.Equal((1, 1), (whole.Status, partly.Status));
        var row = TypedSheet.RowsOf(Workbook, "/actions/0/totalCost")[0].ToString(CultureInfo.InvariantCulture);
        Assert.Contains($"À vérifier, cellule J{row} « mille » : ce n'est pas un montant en euros", whole.Error, StringComparison.Ordinal);
        Assert.Contains("“1.250”: this number can be read in two ways", partly.Error, StringComparison.Ordinal);
        Assert.Contains("2 cells refused: nothing was added", Call("correct", Workbook, "--out", _work["out"]).Error, StringComparison.Ordinal);
        Assert.Single(File.ReadAllLines(Lines));
    }

    [Fact]
    public void A_workbook_of_before_a_change_is_refused_and_so_is_one_of_other_documents()
    {
        Prepare();
        File.Copy(Workbook, _work["old.xlsx"]);
        Type((Wrong, 400m, null));
        Call("correct", Workbook, "--out", _work["out"]);
        Call("run", _work["in"], "--out", _work["out"]);
        TypedSheet.Type(_work["old.xlsx"], (Wrong, 350m, null));

        var old = Call("correct", _work["old.xlsx"], "--out", _work["out"]);
        Assert.Equal(1, old.Status);
        Assert.Contains("the value has changed since this export (it is “400”)", old.Error, StringComparison.Ordinal);

        Call("run", _work["in/other.txt"], "--out", _work["elsewhere"]);
        var foreign = Call("correct", Workbook, "--out", _work["elsewhere"]);
        Assert.Equal(1, foreign.Status);
        Assert.Contains("this document is not in this folder of results", foreign.Error, StringComparison.Ordinal);
        Assert.Single(File.ReadAllLines(Lines));
    }

    [Fact]
    public void A_workbook_that_libreoffice_has_saved_is_read_the_same()
    {
        Prepare();
        Type((Wrong, 400m, "relu"), ("/actions/0/financers/0/amount", "600,00 €", null));
        var saved = OutsideProgram.SavedByLibreOfficeOrSkip(Workbook, _work["saved"]);

        var call = Call("correct", saved, "--out", _work["out"]);

        Assert.Equal((0, "", 1), (call.Status, call.Output, File.ReadAllLines(Lines).Length));
        Assert.Contains("\"before\":300.00,\"after\":400.00", File.ReadAllText(Lines), StringComparison.Ordinal);
        Assert.Contains("\"why\":\"relu\"", File.ReadAllText(Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_line_is_told_by_each_run_and_the_others_count()
    {
        Prepare();
        Type((Wrong, 400m, null));
        Call("correct", Workbook, "--out", _work["out"]);
        File.AppendAllText(Lines, "{\"id\":");

        var run = Call("run", _work["in"], "--out", _work["out"]);

        Assert.Equal(0, run.Status);
        Assert.Contains("corrections.jsonl, line 2: an incomplete or altered line", run.Error, StringComparison.Ordinal);
        Assert.Equal(400m, Document("plan.txt").Actions[0].Financers[1].Amount!.Value.Amount);
    }

    [Fact]
    public void One_document_is_read_with_the_corrections_of_a_file()
    {
        Prepare();
        Type((Wrong, 400m, null));
        Call("correct", Workbook, "--out", _work["out"]);

        var plain = Call("extract", _work["in/plan.txt"]);
        var corrected = Call("extract", _work["in/plan.txt"], "--corrections", Lines);

        string Amount(CliCall call) => call.Json.GetProperty("actions")[0].GetProperty("financers")[1].GetProperty("amount").GetRawText();
        Assert.Equal(("300.00", "400.00"), (Amount(plain), Amount(corrected)));
        Assert.Equal(2, Call("extract", _work["in/plan.txt"], "--corrections", _work["nowhere"]).Status);
    }

    [Theory]
    [InlineData("correct")]
    [InlineData("correct", "nowhere.xlsx")]
    [InlineData("correct", "in/plan.txt", "--out", "out")]
    [InlineData("correct", "data/collection.xlsx", "--out", "nowhere")]
    [InlineData("correct", "--undo", "x")]
    [InlineData("correct", "--undo", "x", "--out", "out")]
    [InlineData("correct", "data/collection.xlsx", "--undo", "x", "--out", "out")]
    [InlineData("correct", "data/collection.xlsx", "more.xlsx")]
    public void A_wrong_call_is_status_2_and_adds_nothing(params string[] args)
    {
        Prepare();
        Type((Wrong, 400m, null));

        var call = Call([.. args.Select(arg => arg.Contains('/') || arg is "out" or "nowhere" || arg.EndsWith(".xlsx", StringComparison.Ordinal) ? _work[arg] : arg)]);

        Assert.Equal((2, ""), (call.Status, call.Output));
        Assert.StartsWith("ingest: ", call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Lines));
    }

    public void Dispose() => _work.Dispose();

    private static CliCall Call(params string[] args) => CliCall.At(new ManualClock(), new() { ["LANG"] = "en", ["USER"] = "someone" }, args);

    private static string Text(JsonDocument line, string name) => line.RootElement.GetProperty(name).GetString()!;

    private void Prepare()
    {
        _work.Write("in/plan.txt", Drafts.Text(Correcting.Plan));
        _work.Write("in/other.txt", "Compte rendu du conseil municipal 2024");
        Call("run", _work["in"], "--out", _work["out"]);
        Assert.Equal(0, Call("export", _work["out"], "--out", _work["data"], "--format", "xlsx").Status);
    }

    private string Result(string name) => File.ReadAllText(_work[$"out/documents/{name}.json"]);

    private IngestedDocument Document(string name)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Result(name)));
        return DocumentJson.Read(stream);
    }

    private void Type(params (string Pointer, object Value, string? Why)[] typed) => TypedSheet.Type(Workbook, typed);
}
