using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Pipeline;
using Ingest.Running.Ledger;
using Ingest.Tests.Pipeline;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Cli;

/// <summary>What a second run does, and what it leaves alone.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    private string Out => _work["results"];

    private string Ledger => Path.Combine(Out, "ledger.sqlite");

    [Fact]
    public void A_second_run_does_nothing_and_tells_the_same()
    {
        Sources();
        var first = Run();
        var (results, summary) = (Results(), File.ReadAllBytes(Path.Combine(Out, "summary.json")));

        var second = Run();

        Assert.Equal((1, 1), (first.Status, second.Status));
        Assert.Equal(results, Results());
        Assert.Equal(summary, File.ReadAllBytes(Path.Combine(Out, "summary.json")));
        Assert.All(Units().Values, unit => Assert.Equal(1, unit.Token));
        Assert.DoesNotContain(second.Error.Split('\n'), line => line.StartsWith('['));
        Assert.Contains("3 documents finished by an earlier run", second.Error, StringComparison.Ordinal);
        Assert.Equal(Row(first, "Findings"), Row(second, "Findings"));
        Assert.Equal(Row(first, "Documents"), Row(second, "Documents"));
    }

    [Fact]
    public void A_run_with_nothing_new_loads_no_vocabulary()
    {
        Sources();
        var home = Home();
        Assert.Equal(1, RunIn(home).Status);

        // A vocabulary that cannot be loaded, and a ledger that says that all was done by it: only whoever loads it fails.
        File.AppendAllText(Path.Combine(home, "pipelines", "vocabularies", "strategy.yaml"), "\nnonsense: [");
        Assert.Equal(2, RunIn(home).Status);
        Sql($"UPDATE units SET state = 'done', definition_hash = '{new DefinitionLoader(new ProductFiles(home)).Load("default").Hash}'");

        Assert.Equal(1, RunIn(home).Status);
        Assert.Equal(2, RunIn(home, "--force").Status);
        Assert.All(Units().Values, unit => Assert.Equal((UnitState.Done, 1), (unit.State, unit.Token)));
    }

    [Fact]
    public void Only_what_changed_is_done_again()
    {
        Sources();
        Run();
        _work.Write("in/a.txt", "un autre texte");

        var call = Run();

        Assert.Contains("[1/1]", call.Error, StringComparison.Ordinal);
        Assert.Equal((2, 1), (Units()["a.txt"].Token, Units()["x/b.txt"].Token));
        Assert.Contains("un autre texte".Length.ToString(CultureInfo.InvariantCulture), Result("a.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content", "changed")]
    [InlineData("definition", "definition changed")]
    [InlineData("gone", "result missing")]
    [InlineData("altered", "result altered")]
    [InlineData("longer", "result altered")]
    [InlineData("engine", "program changed")]
    [InlineData("recognition", "recognition changed")]
    public void Each_change_has_its_reason_and_the_result_is_as_it_should_be_again(string change, string reason)
    {
        Sources();
        Run();
        var before = Result("a.txt");
        var result = Path.Combine(Out, "documents", "a.txt.json");
        string[] options = [];
        switch (change)
        {
            case "content": _work.Write("in/a.txt", "un"); break;
            case "definition": options = ["--pipeline", "strict"]; break;
            case "gone": File.Delete(result); break;
            case "altered": File.WriteAllText(result, before.Replace("\"1.0\"", "\"9.9\"", StringComparison.Ordinal)); break;
            case "longer": File.AppendAllText(result, "\n"); break;
            case "engine": Sql("UPDATE units SET engine = 'another' WHERE path = 'a.txt'"); break;
            default: Sql("UPDATE results SET recognition = 'another' WHERE path = 'a.txt'"); break;
        }

        var plan = Run([.. options, "--dry-run"]);
        var call = Run(options);

        Assert.Equal(0, plan.Status);
        Assert.Matches($@"(?m)^{reason} +.*a\.txt", plan.Output);
        Assert.Equal(2, Units()["a.txt"].Token);
        Assert.Equal(1, call.Status);
        if (change is "gone" or "altered" or "longer" or "engine" or "recognition")
            Assert.Equal(before, Result("a.txt"));
    }

    [Fact]
    public void Force_does_everything_again_and_retry_failed_what_could_not_be_read()
    {
        Sources();
        Run();

        var retry = Run("--retry-failed");
        Assert.Contains("[1/1]", retry.Error, StringComparison.Ordinal);
        Assert.Equal((1, 2), (Units()["a.txt"].Token, Units()["empty.pdf"].Token));

        Run("--force");
        Assert.Equal((2, 3), (Units()["a.txt"].Token, Units()["empty.pdf"].Token));
    }

    [Fact]
    public void A_document_that_failed_before_is_named_again_with_the_same_status()
    {
        Sources();
        Run();

        var call = Run();
        var quiet = Run("--quiet");
        var strict = Run("--strict");

        Assert.Equal((1, 1, 3), (call.Status, quiet.Status, strict.Status));
        Assert.Contains("--retry-failed", call.Error, StringComparison.Ordinal);
        Assert.StartsWith($"ingest: {_work["in/empty.pdf"]}: The file holds nothing.", quiet.Error, StringComparison.Ordinal);
        Assert.Single(quiet.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_says_what_it_does_not_know()
    {
        Sources();

        var first = Run("--dry-run");
        Assert.False(Directory.Exists(Out));
        Run();
        var ledger = File.ReadAllBytes(Ledger);
        File.Copy(_work["in/a.txt"], _work["in/new.html"]);
        var second = Run("--dry-run");

        Assert.Contains("3 documents: 3 to do, 0 unchanged", first.Output, StringComparison.Ordinal);
        Assert.Contains("unknown", first.Output, StringComparison.Ordinal);
        Assert.Contains("4 documents: 1 to do, 3 unchanged", second.Output, StringComparison.Ordinal);
        Assert.Contains("unknown", second.Output, StringComparison.Ordinal);
        Assert.Contains("less than a minute", Run("--dry-run", "--force").Output, StringComparison.Ordinal);
        Assert.Equal(ledger, File.ReadAllBytes(Ledger));
        Assert.False(File.Exists(Path.Combine(Out, "documents", "new.html.json")));
    }

    [Fact]
    public void Documents_that_are_no_longer_there_are_told_and_keep_their_results_without_counting()
    {
        Sources();
        Run();
        File.Delete(_work["in/a.txt"]);

        var call = Run();

        Assert.Contains("1 document of an earlier run is not named this time", call.Error, StringComparison.Ordinal);
        Assert.StartsWith("2 (", Row(call, "Documents"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Out, "documents", "a.txt.json")));
        Assert.DoesNotContain("a.txt", Summary().GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("path").GetString()));
    }

    [Fact]
    public void Standard_input_is_kept_for_the_hash_and_the_document()
    {
        CliCall Read(string text) => CliCall.With(new() { ["LANG"] = "en" }, Encoding.UTF8.GetBytes(text), "run", "-", "--out", Out);

        Read("un");
        var same = Read("un");
        var other = Read("deux et trois");

        Assert.DoesNotContain("[1/1]", same.Error, StringComparison.Ordinal);
        Assert.Contains("[1/1]", other.Error, StringComparison.Ordinal);
        Assert.Contains("\"byteLength\": 13", Result("stdin"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_names_files_whose_results_keep_their_folders()
    {
        _work.Write("x/a.txt", "un");
        _work.Write("y/a.txt", "deux");
        var below = _work.Root[1..];
        var list = _work.Write("list", $"{_work["x/a.txt"]}\r\n\n{_work["y"]}\n");

        var call = CliCall.Of("run", "--files-from", list, "--out", Out);
        var piped = CliCall.With(new() { ["LANG"] = "en" }, Encoding.UTF8.GetBytes($"{_work["x/a.txt"]}\0{_work["y/a.txt"]}\0"), "run", "--files-from", "-", "--out", _work["piped"]);

        Assert.Equal((0, 0), (call.Status, piped.Status));
        Assert.Equal([$"{below}/x/a.txt", $"{below}/y/a.txt"], Units().Keys.Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(_work["piped"], "documents", below, "x", "a.txt.json")));
    }

    [Fact]
    public void A_list_that_names_nothing_is_told_with_its_line()
    {
        var list = _work.Write("list", "\n\n/nowhere/at/all.pdf\n");

        var call = CliCall.Of("run", "--files-from", list, "--out", Out);

        Assert.Equal(2, call.Status);
        Assert.Contains("line 3", call.Error, StringComparison.Ordinal);
        Assert.Equal(2, CliCall.Of("run", "--files-from", _work.Write("empty", "\n"), "--out", Out).Status);
        Assert.Equal(2, CliCall.Of("run", "--files-from", _work["no list"], "--out", Out).Status);
        Assert.Equal(2, CliCall.Of("run", "-", "--files-from", "-", "--out", Out).Status);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void An_interrupted_run_goes_on_where_it_was()
    {
        for (var i = 0; i < 60; i++)
            _work.Write($"in/{i:000}.txt", $"texte {i}");
        using var interruption = new CancellationTokenSource();
        using var error = new InterruptingWriter(interruption);

        Assert.Equal(130, CliCall.Interruptible(error, interruption.Token, "run", _work["in"], "--out", Out).Status);
        var done = Units().Values.Where(unit => unit.State == UnitState.Done).Select(unit => unit.Key.Path).ToList();
        Assert.False(File.Exists(Path.Combine(Out, "summary.json")));
        Assert.DoesNotContain(Units().Values, unit => unit.State == UnitState.Running);
        Assert.Equal(0, Run().Status);

        Assert.NotEmpty(done);
        Assert.All(done, path => Assert.Equal(1, Units()[path].Token));
        Assert.Equal(60, Units().Values.Count(unit => unit.State == UnitState.Done));
        Assert.Equal(60, Summary().GetProperty("totals").GetProperty("documents").GetInt32());
    }

    [Fact]
    public void A_folder_in_which_another_run_works_is_refused()
    {
        Sources();
        Run();
        using (new ResultFolder(Out).TryLock())
        {
            var call = Run();
            Assert.Equal(2, call.Status);
            Assert.Contains("another run", call.Error, StringComparison.Ordinal);
            Assert.Equal(0, Run("--dry-run").Status);
        }

        Sql($"UPDATE units SET state = 'running', owner = 'elsewhere:7', lease_until = {TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds()} WHERE path = 'a.txt'");
        Assert.Contains("elsewhere", Run().Error, StringComparison.Ordinal);
        Sql("UPDATE units SET lease_until = 0");
        Assert.Equal(1, Run().Status);
    }

    [Fact]
    public void A_document_that_was_under_way_at_every_stop_is_named_before_it_is_tried_again()
    {
        Sources();
        Run();
        Sql("UPDATE units SET state = 'running', owner = 'elsewhere:1', lease_until = 0, attempts = 3 WHERE path = 'a.txt'");

        var call = Run();

        Assert.Contains("a.txt: was under way when the program was stopped, 3 times", call.Error, StringComparison.Ordinal);
        Assert.Equal((UnitState.Done, 4), (Units()["a.txt"].State, Units()["a.txt"].Attempts));
    }

    [Fact]
    public void Results_are_no_sources_however_their_folder_is_written()
    {
        _work.Write("a.txt", "un");
        for (var i = 0; i < 2; i++)
            Assert.Equal(0, CliCall.Of("run", _work.Root, "--out", Out + "/").Status);

        Assert.Equal(["a.txt"], Units().Keys);
    }

    [Fact]
    public void What_a_killed_process_left_under_temporary_names_is_swept_away()
    {
        Sources();
        Run();
        var left = _work.Write("results/documents/x/.ingest-0123456789abcdef-3.tmp", "half");

        Run();

        Assert.False(File.Exists(left));
    }

    [Theory]
    [InlineData("this is no database, but it is quite long enough to be looked at as one", "not a ledger")]
    [InlineData(null, "later version")]
    public void A_ledger_that_cannot_be_used_is_told_and_nothing_is_touched(string? content, string told)
    {
        Sources();
        Run();
        if (content is null)
            Sql("PRAGMA user_version = 99");
        else
            File.WriteAllText(Ledger, content);
        var before = Results();

        var call = Run("--force");

        Assert.Equal(2, call.Status);
        Assert.Contains(told, call.Error, StringComparison.Ordinal);
        Assert.Equal(before, Results());
    }

    [Fact]
    public void A_document_whose_result_cannot_be_written_is_named_and_tried_again_by_itself()
    {
        Sources();
        Directory.CreateDirectory(Path.Combine(Out, "documents", "a.txt.json"));

        var call = Run();
        Directory.Delete(Path.Combine(Out, "documents", "a.txt.json"));
        var again = Run();

        Assert.Equal(1, call.Status);
        Assert.Contains("a.txt", call.Error, StringComparison.Ordinal);
        Assert.Contains("[1/1]", again.Error, StringComparison.Ordinal);
        Assert.Equal(UnitState.Done, Units()["a.txt"].State);
    }

    [Fact]
    public void Doubles_are_told_and_counted_once_beside_the_sums()
    {
        _work.Write("in/a.txt", "un");
        _work.Write("in/copie de a.txt", "un");

        var call = Run();

        Assert.Contains("1 document is there twice", Row(call, "Duplicates"), StringComparison.Ordinal);
        Assert.Equal(1, Summary().GetProperty("withoutDuplicates").GetProperty("documents").GetInt32());
    }

    public void Dispose() => _work.Dispose();

    private void Sources()
    {
        _work.Write("in/a.txt", "un texte sans rien");
        _work.Write("in/x/b.txt", "deux");
        _work.Write("in/empty.pdf", "");
    }

    private CliCall Run(params string[] options) => CliCall.Of(["run", _work["in"], "--out", Out, .. options]);

    private string Home()
    {
        var (product, home) = (ProductFiles.Find(null, AppContext.BaseDirectory)!.Home, _work["home"]);
        foreach (var folder in (string[])["pipelines", "corpus/registers"])
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(product, folder), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(home, Path.GetRelativePath(product, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        return home;
    }

    private CliCall RunIn(string home, params string[] options) =>
        CliCall.With(new() { ["LANG"] = "en", ["INGEST_HOME"] = home }, [], ["run", _work["in"], "--out", Out, .. options]);

    private ImmutableDictionary<string, UnitRecord> Units() => WorkLedger.Read(Ledger);

    private JsonElement Summary() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out, "summary.json"))).RootElement;

    private string Result(string path) => File.ReadAllText(Path.Combine(Out, "documents", path + ".json"));

    private SortedDictionary<string, string> Results() => new(
        Directory.EnumerateFiles(Path.Combine(Out, "documents"), "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText), StringComparer.Ordinal);

    private static string Row(CliCall call, string label) => call.Error.Split(Environment.NewLine).Single(line => line.StartsWith(label + " ", StringComparison.Ordinal))[label.Length..].Trim();

    private void Sql(string text)
    {
        using var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    /// <summary>Interrupts the run as soon as it tells of its first document.</summary>
    private sealed class InterruptingWriter(CancellationTokenSource interruption) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            interruption.Cancel();
        }
    }
}
