using System.Text;
using Ingest.Running.Isolation;

namespace Ingest.Cli;

/// <summary>
/// What a process has around it: streams, environment, a person who looks or not. The one place of the program that
/// touches the console; tests put memory in its stead.
/// </summary>
internal sealed record Terminal
{
    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output: results only.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error: everything else.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether somebody looks at standard error on a terminal that can redraw lines.</summary>
    public bool IsErrorInteractive { get; init; }

    /// <summary>Value of an environment variable, or null.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Folder of the running program.</summary>
    public required string BinaryFolder { get; init; }

    /// <summary>How the program that reads files apart is started; null to read them in this process.</summary>
    public ReadingProgram? ReadingProgram { get; init; }

    /// <summary>Tells the hour of a correction.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether colours are wanted: <c>NO_COLOR</c> (no-color.org) is absent or empty.</summary>
    public bool UsesColour => string.IsNullOrEmpty(Environment("NO_COLOR"));

#pragma warning disable RS0030 // The console itself: here, and here only.
    /// <summary>The terminal of this process.</summary>
    public static Terminal OfThisProcess() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = Console.OpenStandardOutput(),
        Error = Console.Error,
        IsErrorInteractive = !Console.IsErrorRedirected && System.Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"),
        Environment = System.Environment.GetEnvironmentVariable,
        BinaryFolder = AppContext.BaseDirectory,
        ReadingProgram = ReadingProgram.Find(System.Environment.ProcessPath, AppContext.BaseDirectory, typeof(Terminal).Assembly.GetName().Name!),
    };
#pragma warning restore RS0030

    /// <summary>Writes text to standard output, UTF-8 without a byte order mark.</summary>
    public void WriteOutput(string text)
    {
        Output.Write(Encoding.UTF8.GetBytes(text));
        Output.Flush();
    }
}
