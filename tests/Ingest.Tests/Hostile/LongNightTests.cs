using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using Ingest.Pipeline;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Hostile;

/// <summary>
/// One run of the real program over many documents, one in fifty of them hostile, in processes of its own: the others come out as if
/// these were not there.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class LongNightTests : IDisposable
{
    /// <summary>Variable for the number of documents: some cost half a minute, ten thousand prove more.</summary>
    private const string DocumentsVariable = "INGEST_NIGHT";

    private const int UsualDocuments = 400;
    private const int OneIn = 50;

    // Reading processes are the program itself.
    private const string Reader = "read-apart";

    private readonly TemporaryFolder _work = new();

    [Fact]
    public void One_hostile_file_in_fifty_costs_nothing_but_itself()
    {
        var count = Environment.GetEnvironmentVariable(DocumentsVariable) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : UsualDocuments;
        var hostile = WriteSources(count);

        var (status, error, peaks) = Run();

        // What is wrong with each hostile file, in the summary and on standard error; the failed ones are counted in the exit status.
        using var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_work["out"], "summary.json")));
        var failed = new List<string>();
        foreach (var name in Enumerable.Range(0, count).Select(NameOf))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_work["out"], "documents", name + ".json")));
            if (!hostile.TryGetValue(name, out var kind))
            {
                Assert.Equal([TitleOf(name)], document.RootElement.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString()));
                continue;
            }

            if (document.RootElement.GetProperty("status").GetString() == "failed")
                failed.Add(name);
            var codes = document.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()).ToList();
            Assert.DoesNotContain("source.internal-error", codes);
            // What each tells is told under the limits for which it was made.
            if (kind is { Tells: { } code, EndsTheProcess: false } && kind.Limits == HostileCatalogue.Low)
                Assert.Contains(code, codes);
        }

        Assert.NotEmpty(failed);
        Assert.Equal(1, status);
        Assert.All(failed, name => Assert.Contains(name, error, StringComparison.Ordinal));
        Assert.All(failed, name => Assert.Contains(name, summary.RootElement.GetRawText(), StringComparison.Ordinal));
        Assert.Empty(Readers());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} documents, {hostile.Count} hostile, {failed.Count} failed; memory of the run: {peaks.Half:0} MB in its first half, {peaks.Whole:0} MB in all"));
        // The memory of the second half is that of the first.
        Assert.True(peaks.Whole < (peaks.Half * 1.25) + 50, string.Create(CultureInfo.InvariantCulture, $"{peaks.Half:0} MB, then {peaks.Whole:0} MB"));
    }

    public void Dispose() => _work.Dispose();

    private static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"{index:00000}.txt");

    private static string TitleOf(string name) => $"Ateliers du quartier {name[..5]}";

    private ImmutableDictionary<string, HostileCase> WriteSources(int count)
    {
        Directory.CreateDirectory(_work["in"]);
        var hostile = ImmutableDictionary.CreateBuilder<string, HostileCase>();
        for (var index = 0; index < count; index++)
        {
            var name = NameOf(index);
            var path = Path.Combine(_work["in"], name);
            if (index % OneIn == OneIn / 2)
            {
                var kind = HostileCatalogue.All[index / OneIn % HostileCatalogue.All.Length];
                hostile.Add(name, kind);
                File.WriteAllBytes(path, kind.Make());
                continue;
            }

            File.WriteAllText(path, $"Action\tPorteur\tCoût total\tVille\tCAF\n{TitleOf(name)}\tCCAS\t1 000 €\t600 €\t400 €\n", Encoding.UTF8);
        }

        // Limits that small files meet: a night of cases that each fill the usual ones would be a long one.
        _work.Write("pipelines/nuit.yaml", $"name: nuit\nextends: {Path.Combine(ProductVocabularies.Files.Pipelines, "default.yaml")}\n" + string.Create(
            CultureInfo.InvariantCulture,
            $"reading:\n  limits:\n    cpuSeconds: 20\n    heapMegabytes: 400\n    streamMegabytes: {HostileCatalogue.Low.StreamMegabytes}\n    documentMegabytes: {HostileCatalogue.Low.DocumentMegabytes}\n    pageLetters: {HostileCatalogue.Low.PageLetters}\n    pagePaths: {HostileCatalogue.Low.PagePaths}\n    pages: {HostileCatalogue.Low.Pages}\n    archiveEntries: {HostileCatalogue.Low.ArchiveEntries}\n    archiveRatio: {HostileCatalogue.Low.ArchiveRatio}\n    tableCells: {HostileCatalogue.Low.TableCells}\n"));
        return hostile.ToImmutable();
    }

    private (int Status, string Error, (double Half, double Whole) Peaks) Run()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Ingest.Cli");
        var start = new ProcessStartInfo(program, ["run", _work["in"], "--out", _work["out"], "--pipeline", _work["pipelines/nuit.yaml"]]) { RedirectStandardError = true };
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment["INGEST_HOME"] = ProductFiles.Find(null, AppContext.BaseDirectory)!.Home;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var samples = new List<double>();
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(100)))
            samples.Add(MegabytesOf(process));
        return (process.ExitCode, error.GetAwaiter().GetResult(), (samples.Take((samples.Count + 1) / 2).Max(), samples.Max()));
    }

    private static double MegabytesOf(Process process)
    {
        process.Refresh();
        return process.HasExited ? 0 : process.WorkingSet64 / 1e6;
    }

    // By what they were started with, and whose folder they work in.
    private static ImmutableArray<int> Readers() =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => name.All(char.IsAsciiDigit))
            .Where(id => CommandOf(id) is { } command && command.Contains(Reader, StringComparison.Ordinal) && command.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Where(id => ParentOf(id) == 1)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture)),
    ];

    private static string? CommandOf(string id) => TryRead($"/proc/{id}/cmdline");

    private static int ParentOf(string id) => TryRead($"/proc/{id}/stat") is { } text ? int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : 0;

    private static string? TryRead(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
