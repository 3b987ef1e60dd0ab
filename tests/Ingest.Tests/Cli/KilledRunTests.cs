using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Ingest.Pipeline;
using Ingest.Running.Ledger;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli;

/// <summary>The real program, killed, and on a disk that is really full.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class KilledRunTests : IDisposable
{
    /// <summary>Variable for the number of kills: few cost a few seconds, twenty prove more.</summary>
    private const string KillsVariable = "INGEST_KILLS";

    private const int UsualKills = 4;

    private readonly TemporaryFolder _work = new();

    [Fact]
    public void A_run_killed_again_and_again_ends_with_the_bytes_of_one_that_was_left_alone()
    {
        var kills = Environment.GetEnvironmentVariable(KillsVariable) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : UsualKills;
        CopySamples("*-2025.txt", "annonay-*", "nogent-*", "flers-*");
        Assert.Equal(0, Finish(Start("untouched")));
        var random = new Random(8);
        var (killed, repeated) = (0, 0);
        for (var finished = new Dictionary<string, long>(); killed < kills;)
        {
            // Where all is done, everything is asked for anew; what a killed run had finished may not be begun again.
            var isForced = finished.Count == Directory.GetFiles(_work["in"]).Length;
            using var process = isForced ? Start("killed", "--force") : Start("killed");
            killed += KillSomewhere(process, random) ? 1 : 0;
            var units = WorkLedger.Read(Path.Combine(_work["killed"], "ledger.sqlite"));
            repeated += isForced ? 0 : finished.Count(done => units[done.Key].Token != done.Value);
            finished = units.Values.Where(unit => unit.State == UnitState.Done).ToDictionary(unit => unit.Key.Path, unit => unit.Token);
        }

        Assert.Equal(0, Finish(Start("killed")));

        Assert.Equal(0, repeated);
        Assert.Equal(Tree("untouched"), Tree("killed"));
    }

    [Fact]
    public void A_full_disk_ends_the_run_with_what_is_finished_and_a_run_with_room_goes_on()
    {
        CopySamples("annonay-*", "nogent-*", "fourmies-*", "flers-*");
        var disk = _work["disk"];
        Directory.CreateDirectory(disk);
        // A disk of its own for this call alone, in name spaces of its own; what it held when it was full is copied out of it.
        var call = Run(["unshare", "-rm", "sh", "-c", $"""
            mount -t tmpfs -o size=280k none '{disk}' || exit 99
            "$@" run '{_work["in"]}' --out '{disk}/out'; status=$?
            cp -r '{disk}/out' '{_work["full"]}'; exit $status
            """, "sh", .. Program]);
        Assert.SkipWhen(call.Status is null or 99 || call.Error.Contains("unshare failed", StringComparison.Ordinal), $"A small disk could not be made here: {call.Error}");

        Assert.True(call.Status == 1, call.Error);
        Assert.Contains("stopped", call.Error, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_work["full"], "documents")));
        Assert.DoesNotContain(Directory.GetFiles(_work["full"], "*", SearchOption.AllDirectories), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        var done = WorkLedger.Read(Path.Combine(_work["full"], "ledger.sqlite")).Values.Where(unit => unit.State == UnitState.Done).ToList();
        Assert.Equal(0, Finish(Start("full")));
        Assert.Equal(0, Finish(Start("untouched")));
        Assert.Equal(Tree("untouched"), Tree("full"));
        Assert.All(done, unit => Assert.Equal(unit.Token, WorkLedger.Read(Path.Combine(_work["full"], "ledger.sqlite"))[unit.Key.Path].Token));
    }

    public void Dispose() => _work.Dispose();

    private static string[] Program => [Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", Path.Combine(AppContext.BaseDirectory, "Ingest.Cli.dll")];

    private void CopySamples(params string[] patterns)
    {
        Directory.CreateDirectory(_work["in"]);
        foreach (var file in patterns.SelectMany(pattern => Directory.GetFiles(ProductFiles.Find(null, AppContext.BaseDirectory)!.Samples, pattern)).Distinct())
            File.Copy(file, Path.Combine(_work["in"], Path.GetFileName(file)));
        Assert.NotEmpty(Directory.GetFiles(_work["in"]));
    }

    private Process Start(string folder, params string[] options) => Start([.. Program, "run", _work["in"], "--out", _work[folder], .. options]);

    private Process Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, WorkingDirectory = _work.Root };
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment["INGEST_HOME"] = ProductFiles.Find(null, AppContext.BaseDirectory)!.Home;
        return Process.Start(start)!;
    }

    private (int? Status, string Error) Run(params string[] command)
    {
        try
        {
            using var process = Start(command);
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, error);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (null, missing.Message);
        }
    }

    private static int Finish(Process process)
    {
        using (process)
        {
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
    }

    // SIGKILL a while after some of its documents, or before the first: wherever it is then. False where it had ended.
    private static bool KillSomewhere(Process process, Random random)
    {
        for (var lines = random.Next(5); lines > 0; lines--)
        {
            if (process.StandardError.ReadLine() is null)
                break;
        }

        Thread.Sleep(random.Next(60));
        process.Kill();
        process.WaitForExit();
        return process.ExitCode != 0;
    }

    private SortedDictionary<string, string> Tree(string folder) => new(
        Directory.EnumerateFiles(_work[folder], "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not "ledger.sqlite" and not ".ingest.lock")
            .ToDictionary(file => Path.GetRelativePath(_work[folder], file), file => Convert.ToHexString(File.ReadAllBytes(file))),
        StringComparer.Ordinal);
}
