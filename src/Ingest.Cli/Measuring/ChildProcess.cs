using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Ingest.Reading.Raster;

namespace Ingest.Cli.Measuring;

/// <summary>What a child process left behind.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Status">Its exit status; null where it was ended because its time was up.</param>
/// <param name="Cpu">Processor time of the whole process, user and system, its start-up included.</param>
internal sealed record ChildOutcome(string Output, int? Status, TimeSpan Cpu)
{
    /// <summary>Time from its start to its end.</summary>
    public TimeSpan Wall { get; init; }

    /// <summary>The most memory that it held itself, its own children left out, in megabytes (10⁶ bytes); 0 where the system does not tell.</summary>
    public double PeakMegabytes { get; init; }

    /// <summary>
    /// The most memory that it and all its descendants held at one time, in megabytes (10⁶ bytes), pages that they share counted for each;
    /// 0 where that was not asked.
    /// </summary>
    public double TreePeakMegabytes { get; init; }
}

/// <summary>How a child is run.</summary>
internal sealed record ChildOptions
{
    /// <summary>Time after which it is ended.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>Variables that it gets in the place of ours; null for none at all.</summary>
    public ImmutableDictionary<string, string?> Environment { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Whether the memory of its descendants is watched as well.</summary>
    public bool WatchesTree { get; init; }
}

/// <summary>Runs a program to its end and takes its processor time from what the system keeps of ended children (proc(5), « cutime » and « cstime »).</summary>
internal static class ChildProcess
{
    private const string Statistics = "/proc/self/stat";

    // USER_HZ: 100 on every architecture that .NET runs on.
    private const double TicksPerSecond = 100;

    // Counted behind the name of the program, which may hold spaces: « state » is the first.
    private const int UserTimeOfChildren = 13;

    // Often enough to see the last growth of a process that runs for seconds; « VmHWM » is the most so far.
    private static readonly TimeSpan MemoryPace = TimeSpan.FromMilliseconds(50);

    private const string MostMemory = "VmHWM:";
    private const double Kilobyte = 1024;
    private const double Megabyte = 1e6;

    /// <summary>Whether the system tells the processor time of children.</summary>
    public static bool CanMeasure => File.Exists(Statistics);

    /// <summary>Runs a program. No other child may end meanwhile.</summary>
    /// <param name="program">Name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limit">Time after which it is ended.</param>
    /// <param name="cancellation">Ends it as well.</param>
    /// <exception cref="MissingToolException">It could not be started.</exception>
    public static ChildOutcome Run(string program, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancellation) =>
        Run(program, arguments, new ChildOptions { Limit = limit }, cancellation);

    /// <summary>Runs a program. No other child may end meanwhile.</summary>
    /// <param name="program">Name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="cancellation">Ends it as well.</param>
    /// <exception cref="MissingToolException">It could not be started.</exception>
    public static ChildOutcome Run(string program, IEnumerable<string> arguments, ChildOptions options, CancellationToken cancellation)
    {
        var before = TimeOfChildren();
        var watch = Stopwatch.StartNew();
        using var process = Start(program, arguments, options.Environment);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(options.Limit);
        using var ended = new CancellationTokenSource();
        var peak = WatchMemory(process.Id, options.WatchesTree, ended.Token);
        var (output, status) = ("", (int?)null);
        try
        {
            output = Collect(process, ending.Token).GetAwaiter().GetResult();
            status = process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        var wall = watch.Elapsed;
        ended.Cancel();
        var most = peak.GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        return new ChildOutcome(output, status, TimeOfChildren() - before) { Wall = wall, PeakMegabytes = most.Own, TreePeakMegabytes = most.Tree };
    }

    private static async Task<(double Own, double Tree)> WatchMemory(int process, bool watchesTree, CancellationToken ended)
    {
        var peak = (Own: 0.0, Tree: 0.0);
        while (!ended.IsCancellationRequested)
        {
            peak = (Math.Max(peak.Own, MemoryOf(process)), watchesTree ? Math.Max(peak.Tree, ProcessTree.MegabytesOf(process)) : 0);
            await Task.Delay(MemoryPace, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return peak;
    }

    private static double MemoryOf(int process)
    {
        try
        {
            var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")).FirstOrDefault(line => line.StartsWith(MostMemory, StringComparison.Ordinal));
            return line?[MostMemory.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var kilobytes, ..]
                ? long.Parse(kilobytes, CultureInfo.InvariantCulture) * Kilobyte / Megabyte
                : 0;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    // Both streams are read while it runs: a full pipe would stop it.
    private static async Task<string> Collect(Process process, CancellationToken ending)
    {
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ending);
        await Task.WhenAll(output, process.StandardError.BaseStream.CopyToAsync(Stream.Null, ending));
        await process.WaitForExitAsync(ending);
        return await output;
    }

    private static Process Start(string program, IEnumerable<string> arguments, ImmutableDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new MissingToolException(program, error);
        }
    }

    private static TimeSpan TimeOfChildren()
    {
        var text = File.ReadAllText(Statistics);
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[UserTimeOfChildren], CultureInfo.InvariantCulture) + long.Parse(fields[UserTimeOfChildren + 1], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }
}
