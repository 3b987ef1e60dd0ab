using System.Collections.Immutable;

namespace Ingest.Running.Isolation;

/// <summary>How the program that reads files apart is started: this very program, by a verb that no user types.</summary>
/// <param name="FileName">Path of the program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record ReadingProgram(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>The verb.</summary>
    public const string Verb = "read-apart";

    /// <summary>The program of a folder: its own starter, else the framework's with its assembly.</summary>
    /// <param name="folder">Folder of the running program.</param>
    /// <param name="name">Name of the program without extension.</param>
    /// <param name="running">Path of the running process, or null.</param>
    public static ReadingProgram? Find(string folder, string name, string? running)
    {
        var starter = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
        var assembly = Path.Combine(folder, name + ".dll");
        return File.Exists(starter) ? new ReadingProgram(starter, [Verb])
            : running is not null && File.Exists(assembly) ? new ReadingProgram(running, [assembly, Verb])
            : null;
    }
}
