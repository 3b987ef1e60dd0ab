namespace Ingest.Cli.Measuring;

/// <summary>This program as a file, so that it can be started again.</summary>
internal static class OwnProgram
{
    /// <summary>Where it lies.</summary>
    /// <param name="terminal">What tells the folder.</param>
    public static string Path(Terminal terminal) => System.IO.Path.Combine(terminal.BinaryFolder, typeof(OwnProgram).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : ""));
}
