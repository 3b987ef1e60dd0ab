using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Ingest.Reading.Raster;

namespace Ingest.Reading.Tools;

/// <summary>How the run of a program ended.</summary>
internal enum ToolOutcome
{
    /// <summary>With status 0.</summary>
    Done,

    /// <summary>It took longer than it may and was ended.</summary>
    TimedOut,

    /// <summary>With another status, or by a signal.</summary>
    Failed,
}

/// <summary>What a program left behind.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error, for a person to read.</param>
internal sealed record ToolRun(ToolOutcome Outcome, ReadOnlyMemory<byte> Output, string Error);

/// <summary>Runs a program to its end, under a time limit.</summary>
internal static class ChildTool
{
    /// <summary>Runs a program with nothing on its standard input.</summary>
    /// <param name="command">Name to look for, or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that it gets beside ours.</param>
    /// <param name="folder">Where it runs; names in its arguments may be relative to it. Null for the current folder.</param>
    /// <param name="limit">Time after which it is ended.</param>
    /// <param name="cancellation">Ends it as well.</param>
    /// <exception cref="MissingToolException">It could not be started.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public static ToolRun Run(
        string command, IEnumerable<string> arguments, ImmutableDictionary<string, string> environment, string? folder, TimeSpan limit, CancellationToken cancellation)
    {
        using var process = Start(command, arguments, environment, folder);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(limit);
        try
        {
            var (output, error) = Collect(process, ending.Token).GetAwaiter().GetResult();
            return new ToolRun(process.ExitCode == 0 ? ToolOutcome.Done : ToolOutcome.Failed, output, error);
        }
        catch (OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new ToolRun(ToolOutcome.TimedOut, default, "");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // Both streams are read while it runs: a full pipe would stop it.
    private static async Task<(ReadOnlyMemory<byte> Output, string Error)> Collect(Process process, CancellationToken ending)
    {
        process.StandardInput.Close();
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        await Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(output, ending),
            process.StandardError.BaseStream.CopyToAsync(error, ending));
        await process.WaitForExitAsync(ending);
        // The picture of a page is not copied once more.
        return (output.GetBuffer().AsMemory(0, (int)output.Length), Encoding.UTF8.GetString(error.ToArray()));
    }

    private static Process Start(string command, IEnumerable<string> arguments, ImmutableDictionary<string, string> environment, string? folder)
    {
        var found = ToolSearch.OfThisProcess.Find(command) ?? throw new MissingToolException(command, new FileNotFoundException());
        var start = new ProcessStartInfo(found.File, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new MissingToolException(command, error);
        }
    }
}
