using System.Collections.Immutable;

namespace Ingest.Running.Isolation;

/// <summary>How the program that reads files apart is started: this very program, by a verb that no user types.</summary>
/// <param name="FileName">Path of the program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record ReadingProgram(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>The verb.</summary>
    public const string Verb = "read-apart";

    private const string Host = "dotnet";

    /// <summary>The running program itself; where that is the framework's host, the starter beside its assembly, else the host again.</summary>
    /// <param name="running">Path of the running process, or null.</param>
    /// <param name="folder">Folder of the assembly.</param>
    /// <param name="name">Name of the assembly without extension.</param>
    /// <returns>The program; null where nobody knows what runs.</returns>
    public static ReadingProgram? Find(string? running, string folder, string name)
    {
        if (running is null)
            return null;
        if (!Path.GetFileNameWithoutExtension(running).Equals(Host, StringComparison.OrdinalIgnoreCase))
            return new ReadingProgram(running, [Verb]);
        var starter = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
        return File.Exists(starter) ? new ReadingProgram(starter, [Verb]) : new ReadingProgram(running, [Path.Combine(folder, name + ".dll"), Verb]);
    }
}
