using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Ingest.Reading.Raster;

namespace Ingest.Cli.Measuring;

/// <summary>What a child process left behind.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Status">Its exit status; null where it was ended because its time was up.</param>
/// <param name="Cpu">Processor time of the whole process, user and system, its start-up included.</param>
internal sealed record ChildOutcome(string Output, int? Status, TimeSpan Cpu);

/// <summary>Runs a program to its end and takes its processor time from what the system keeps of ended children (proc(5), « cutime » and « cstime »).</summary>
internal static class ChildProcess
{
    private const string Statistics = "/proc/self/stat";

    // USER_HZ: 100 on every architecture that .NET runs on.
    private const double TicksPerSecond = 100;

    // Counted behind the name of the program, which may hold spaces: « state » is the first.
    private const int UserTimeOfChildren = 13;

    /// <summary>Whether the system tells the processor time of children.</summary>
    public static bool CanMeasure => File.Exists(Statistics);

    /// <summary>Runs a program. No other child may end meanwhile.</summary>
    /// <param name="program">Name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limit">Time after which it is ended.</param>
    /// <param name="cancellation">Ends it as well.</param>
    /// <exception cref="MissingToolException">It could not be started.</exception>
    public static ChildOutcome Run(string program, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancellation)
    {
        var before = TimeOfChildren();
        using var process = Start(program, arguments);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(limit);
        try
        {
            var output = Collect(process, ending.Token).GetAwaiter().GetResult();
            return new ChildOutcome(output, process.ExitCode, TimeOfChildren() - before);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return new ChildOutcome("", null, TimeOfChildren() - before);
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

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
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
