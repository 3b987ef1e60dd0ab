using System.Runtime.Versioning;
using System.Text.Json;
using Ingest.Cli.Examination;
using Ingest.Cli.Text;
using Ingest.Model.Findings;
using Ingest.Reading.Ocr;
using Ingest.Reading.Tools;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli;

/// <summary>Programs that stand in for Tesseract and poppler: scripts that tell a version.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DoctorTests : IDisposable
{
    private const string French = "case \"$1\" in --version) echo 'tesseract 5.9.1';; --list-langs) printf 'List (2):\\neng\\nfra\\n';; esac";
    private const string English = "case \"$1\" in --version) echo 'tesseract 5.9.1';; --list-langs) printf 'List (1):\\neng\\n';; esac";
    private const string Poppler = "echo 'pdftoppm version 99.1' >&2";

    private readonly TemporaryFolder _work = new();

    [Fact]
    public void With_all_that_is_needed_it_is_status_0_and_says_where_it_was_found()
    {
        Script("tools/tesseract/tesseract", French);
        Script("tools/poppler/Library/bin/pdftoppm", Poppler);

        var call = Doctor("--json");

        Assert.Equal(0, call.Status);
        Assert.Empty(call.Error);
        Assert.True(call.Json.GetProperty("isComplete").GetBoolean());
        Assert.All(call.Json.GetProperty("items").EnumerateArray(), item => Assert.NotEqual("missing", item.GetProperty("state").GetString()));
        Assert.Equal(_work["tools/tesseract/tesseract"], Fact(call, "tesseract", "path"));
        Assert.Equal("tesseract 5.9.1", Fact(call, "tesseract", "version"));
        Assert.Equal("configured", Fact(call, "tesseract", "place"));
        Assert.Equal("pdftoppm version 99.1", Fact(call, "poppler", "version"));
        Assert.Equal(_work["cache/ingest/ocr"], Fact(call, "cache", "folder"));
    }

    [Fact]
    public void What_is_missing_is_status_4_with_what_to_do_under_it()
    {
        var call = Doctor();

        Assert.Equal(4, call.Status);
        Assert.Contains("[MISSING]", call.Output, StringComparison.Ordinal);
        Assert.Contains("“pdftoppm” is nowhere", call.Output, StringComparison.Ordinal);
        Assert.Equal(2, call.Output.Split('\n').Count(line => line.StartsWith("          → ", StringComparison.Ordinal) || line.StartsWith("           → ", StringComparison.Ordinal)));
        Assert.Contains("2 things are missing", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_without_French_and_a_program_that_does_not_answer_are_missing()
    {
        Script("tools/tesseract", English);
        Script("tools/pdftoppm", "exit 3");

        var call = Doctor("--json");

        Assert.Equal(4, call.Status);
        Assert.Equal("lacksLanguage", Fact(call, "tesseract", "condition"));
        Assert.Equal("silent", Fact(call, "poppler", "condition"));
        Assert.Contains("fra", Item(call, "tesseract").GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_definition_names_the_programs()
    {
        Script("tools/pdftoppm", Poppler);
        var engine = Script("mine/engine", French);
        var definition = _work.Write("own.yaml", $"name: own\nextends: default\nreading:\n  ocr:\n    command: {engine}\n    drawingCommand: pdftocairo\n");

        var call = Doctor("--json", "--pipeline", definition);

        Assert.Equal(engine, Fact(call, "tesseract", "path"));
        Assert.Equal("pdftocairo", Fact(call, "poppler", "command"));
        Assert.Equal("missing", Fact(call, "poppler", "condition"));
        Assert.Equal(2, Doctor("--pipeline", _work["nowhere.yaml"]).Status);
    }

    [Fact]
    public void Files_of_the_program_that_are_missing_are_told_with_all_the_rest()
    {
        var call = CliCall.With(Environment(("INGEST_HOME", _work["empty"])), [], "doctor", "--json");

        Assert.Equal(4, call.Status);
        Assert.Equal("missing", Item(call, "files").GetProperty("state").GetString());
        Assert.Equal("missing", Fact(call, "tesseract", "condition"));
    }

    [Fact]
    public void A_damaged_file_of_the_program_is_named()
    {
        _work.Write("home/pipelines/default.yaml", "name: default\nvocabularies:\n  headers: headers\n");

        var call = CliCall.With(Environment(("INGEST_HOME", _work["home"])), [], "doctor", "--json");

        Assert.Equal("missing", Item(call, "files").GetProperty("state").GetString());
        Assert.Contains("headers", Item(call, "files").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_and_none_at_all_are_no_obstacle()
    {
        Script("tools/tesseract", French);
        Script("tools/pdftoppm", Poppler);

        var locked = CliCall.With(Environment(("INGEST_CACHE", _work.Write("file", "") + "/ocr")), [], "doctor", "--json");
        var none = CliCall.With(Environment(("INGEST_CACHE", "")), [], "doctor", "--json");

        Assert.Equal((0, "attention"), (locked.Status, Item(locked, "cache").GetProperty("state").GetString()));
        Assert.Equal((0, "attention"), (none.Status, Item(none, "cache").GetProperty("state").GetString()));
        Assert.Contains("INGEST_CACHE", Item(none, "cache").GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(SystemKind.Debian), "sudo apt-get install tesseract-ocr tesseract-ocr-fra", "sudo apt-get install poppler-utils")]
    [InlineData(nameof(SystemKind.Fedora), "sudo dnf install tesseract tesseract-langpack-fra", "sudo dnf install poppler-utils")]
    [InlineData(nameof(SystemKind.Linux), "tesseract-data-fra", "poppler-tools")]
    [InlineData(nameof(SystemKind.MacOS), "brew install tesseract tesseract-lang", "brew install poppler")]
    [InlineData(nameof(SystemKind.Windows), "INGEST_TOOLS", "poppler-windows")]
    public void Each_system_has_its_own_way_to_get_what_is_missing(string system, string engine, string drawing)
    {
        var search = new ToolSearch(_ => null, _work.Root, isWindows: false);
        foreach (var language in new[] { Languages.French, Languages.English })
        {
            var items = new ToolExamination(new Messages(language), search, Enum.Parse<SystemKind>(system)).Examine(new OcrOptions()).ToList();

            Assert.Contains(engine, items[0].Remedy, StringComparison.Ordinal);
            Assert.Contains(drawing, items[1].Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain(items, item => item.Remedy!.Contains('{', StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(nameof(SystemKind.Debian), "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n")]
    [InlineData(nameof(SystemKind.Debian), "PRETTY_NAME=\"Debian\"\nID=debian\n")]
    [InlineData(nameof(SystemKind.Fedora), "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n")]
    [InlineData(nameof(SystemKind.Linux), "ID=arch\nBUILD_ID=debian\n")]
    [InlineData(nameof(SystemKind.Linux), "")]
    public void A_Linux_is_known_by_its_name_or_by_what_it_is_like(string system, string release) =>
        Assert.Equal(Enum.Parse<SystemKind>(system), SystemKinds.OfRelease(release));

    public void Dispose() => _work.Dispose();

    private CliCall Doctor(params string[] args) => CliCall.With(Environment(), [], ["doctor", .. args]);

    private Dictionary<string, string> Environment(params (string Name, string Value)[] more)
    {
        var environment = new Dictionary<string, string> { ["LANG"] = "en_US.UTF-8", ["INGEST_TOOLS"] = _work["tools"], ["XDG_CACHE_HOME"] = _work["cache"] };
        foreach (var (name, value) in more)
            environment[name] = value;
        return environment;
    }

    private string Script(string relative, string behaviour)
    {
        var file = _work.Write(relative, "#!/bin/sh\n" + behaviour + "\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }

    private static JsonElement Item(CliCall call, string name) => call.Json.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);

    private static string? Fact(CliCall call, string name, string fact) => Item(call, name).GetProperty("facts").GetProperty(fact).GetString();
}
