using System.Text;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    private string Out => _work["results"];

    [Fact]
    public void A_folder_gives_one_result_per_file_at_its_path_below_the_folder()
    {
        _work.Write("in/a.txt", "un");
        _work.Write("in/sous dossier/b.txt", "deux");

        var call = CliCall.Of("run", _work["in"], "--out", Out);

        Assert.Equal(0, call.Status);
        Assert.Equal(["a.txt.json", "sous dossier/b.txt.json"], Results());
        Assert.Empty(call.Output);
    }

    [Fact]
    public void A_result_is_what_extract_writes()
    {
        var file = _work.Write("in/a.txt", "un");

        CliCall.Of("run", file, "--out", Out);

        Assert.Equal(CliCall.Of("extract", file).Output, File.ReadAllText(Path.Combine(Out, "documents", "a.txt.json")));
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_status_1_is_named_with_why_and_stops_no_other()
    {
        _work.Write("in/a.txt", "un");
        _work.Write("in/empty.pdf", "");
        _work.Write("in/z.txt", "trois");

        var call = CliCall.Of("run", _work["in"], "--out", Out);

        Assert.Equal(1, call.Status);
        Assert.Equal(3, Results().Length);
        Assert.Contains("empty.pdf", call.Error, StringComparison.Ordinal);
        Assert.Contains("The file holds nothing.", call.Error, StringComparison.Ordinal);
        Assert.Contains("1 failed", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_is_status_3_where_a_document_has_an_error_finding()
    {
        _work.Write("in/empty.pdf", "");
        _work.Write("in/a.txt", "un");

        Assert.Equal(3, CliCall.Of("run", _work["in/empty.pdf"], "--out", Out, "--strict").Status);
        Assert.Equal(0, CliCall.Of("run", _work["in/a.txt"], "--out", Out, "--strict").Status);
    }

    [Fact]
    public void Quiet_tells_failures_alone()
    {
        _work.Write("in/a.txt", "un");
        var empty = _work.Write("in/empty.pdf", "");

        var call = CliCall.Of("run", _work["in"], "--out", Out, "--quiet");

        Assert.StartsWith($"ingest: {empty}: ", call.Error, StringComparison.Ordinal);
        Assert.Single(call.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Lines_come_in_the_order_of_the_sources_however_long_each_takes()
    {
        for (var i = 0; i < 40; i++)
            _work.Write($"in/{i:00}.txt", new string('x', (40 - i) * 1000));

        var lines = CliCall.Of("run", _work["in"], "--out", Out).Error.Split('\n').Where(line => line.StartsWith('[')).ToArray();

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i:00}.txt"), lines.Select(line => Path.GetFileName(line.Split(": ")[0])));
        Assert.StartsWith("[1/40]", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sources_with_one_result_are_refused_before_anything_is_written()
    {
        var one = _work.Write("one/a.txt", "un");
        var two = _work.Write("two/a.txt", "deux");

        var call = CliCall.Of("run", one, two, "--out", Out);

        Assert.Equal(2, call.Status);
        Assert.Contains(one, call.Error, StringComparison.Ordinal);
        Assert.Contains(two, call.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void The_same_file_named_twice_is_read_once()
    {
        var file = _work.Write("in/a.txt", "un");

        var call = CliCall.Of("run", file, Path.Combine(_work["in"], "..", "in", "a.txt"), "--out", Out);

        Assert.Equal(0, call.Status);
        Assert.Single(Results());
    }

    [Theory]
    [InlineData("*.txt", "a.txt.json")]
    [InlineData("**/*.txt", "a.txt.json", "x/b.txt.json", "x/y/c.txt.json")]
    [InlineData("x/**", "b.txt.json", "y/c.txt.json", "y/d.pdf.json")]
    [InlineData("*/?/*", "x/y/c.txt.json", "x/y/d.pdf.json")]
    public void A_pattern_names_the_files_it_matches(string pattern, params string[] results)
    {
        foreach (var name in new[] { "a.txt", "x/b.txt", "x/y/c.txt", "x/y/d.pdf" })
            _work.Write("in/" + name, "texte");

        CliCall.Of("run", _work["in/" + pattern], "--out", Out);

        Assert.Equal(results, Results());
    }

    [Fact]
    public void A_file_whose_name_looks_like_a_pattern_is_a_file()
    {
        _work.Write("in/a*.txt", "un");
        _work.Write("in/ab.txt", "deux");

        CliCall.Of("run", _work["in/a*.txt"], "--out", Out);

        Assert.Equal(["a*.txt.json"], Results());
    }

    [Fact]
    public void Hidden_files_lock_files_and_earlier_results_are_no_sources()
    {
        _work.Write("a.txt", "un");
        _work.Write(".cache", "x");
        _work.Write(".git/config", "x");
        _work.Write("~$a.docx", "x");
        CliCall.Of("run", _work.Root, "--out", Out);

        CliCall.Of("run", _work.Root, "--out", Out);

        Assert.Equal(["a.txt.json"], Results());
    }

    [Fact]
    public void A_link_to_a_folder_above_does_not_run_in_circles()
    {
        _work.Write("in/a.txt", "un");
        Directory.CreateSymbolicLink(_work["in/again"], _work["in"]);

        CliCall.Of("run", _work["in"], "--out", Out);

        Assert.Equal(["a.txt.json"], Results());
    }

    [Fact]
    public void Standard_input_is_a_document_named_stdin()
    {
        var call = CliCall.With([], Encoding.UTF8.GetBytes("un"), "run", "-", "--out", Out);

        Assert.Equal(0, call.Status);
        Assert.Equal(["stdin.json"], Results());
    }

    [Fact]
    public void A_name_that_begins_with_a_hyphen_is_typed_behind_two()
    {
        var folder = Directory.GetCurrentDirectory();
        var name = $"--{Path.GetFileName(_work.Root)}.txt";
        File.WriteAllText(Path.Combine(folder, name), "un");
        try
        {
            Assert.Equal(2, CliCall.Of("run", name, "--out", Out).Status);
            Assert.Equal(0, CliCall.Of("run", "--out", Out, "--", name).Status);
        }
        finally
        {
            File.Delete(Path.Combine(folder, name));
        }
    }

    [Fact]
    public void An_empty_folder_is_no_silent_success()
    {
        Directory.CreateDirectory(_work["nothing"]);

        Assert.Equal(2, CliCall.Of("run", _work["nothing"], "--out", Out).Status);
    }

    [Fact]
    public void An_output_folder_that_cannot_be_is_the_callers_fault()
    {
        var file = _work.Write("a.txt", "un");

        var call = CliCall.Of("run", file, "--out", file);

        Assert.Equal(2, call.Status);
        Assert.Contains(file, call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interruption_is_status_130_and_keeps_what_is_finished_whole()
    {
        for (var i = 0; i < 200; i++)
            _work.Write($"in/{i:000}.txt", "texte");
        using var interruption = new CancellationTokenSource();
        using var error = new InterruptingWriter(interruption);

        var call = CliCall.Interruptible(error, interruption.Token, "run", _work["in"], "--out", Out);

        Assert.Equal(130, call.Status);
        Assert.InRange(Results().Length, 1, 199);
        Assert.All(Results(), name => Assert.EndsWith("}", File.ReadAllText(Path.Combine(Out, "documents", name)).TrimEnd(), StringComparison.Ordinal));
        Assert.Contains("interrupted", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_says_where_the_results_are_and_a_next_command_as_the_user_calls_the_program()
    {
        var file = _work.Write("l'été.txt", "un");

        var call = CliCall.With(new() { ["LANG"] = "en", ["INGEST_COMMAND"] = "./ingest" }, [], "run", file, "--out", Out);

        Assert.Contains(Path.Combine(Out, "documents"), call.Error, StringComparison.Ordinal);
        Assert.Contains($"./ingest tables '{file.Replace("'", "'\\''", StringComparison.Ordinal)}' --joined", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_are_the_same_bytes_on_every_run_and_in_every_language()
    {
        var file = _work.Write("a.txt", "un");

        CliCall.In("fr_FR.UTF-8", "run", file, "--out", _work["one"]);
        CliCall.In("en_US.UTF-8", "run", file, "--out", _work["two"]);

        Assert.Equal(File.ReadAllBytes(_work["one/documents/a.txt.json"]), File.ReadAllBytes(_work["two/documents/a.txt.json"]));
    }

    public void Dispose() => _work.Dispose();

    private string[] Results()
    {
        var root = Path.Combine(Out, "documents");
        return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file))
            .Order(StringComparer.Ordinal)];
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
