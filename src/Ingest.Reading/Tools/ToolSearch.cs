using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Ingest.Reading.Tools;

/// <summary>By what a program was found.</summary>
public enum ToolPlace
{
    /// <summary>The call names its file.</summary>
    Named,

    /// <summary>It lies in a folder that <see cref="ToolSearch.Variable"/> names, or below.</summary>
    Configured,

    /// <summary>It lies in the folder <see cref="ToolSearch.FolderName"/> beside this program, or below.</summary>
    Beside,

    /// <summary>It lies in a folder of PATH.</summary>
    Path,

    /// <summary>It lies where its installer puts it.</summary>
    Usual,
}

/// <summary>A program that was found.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Place">By what.</param>
public sealed record FoundTool(string File, ToolPlace Place);

/// <summary>
/// Where the programs that this one calls lie: in a configured folder, beside this program, on the PATH, or where Windows installers
/// put them. The current folder is never looked into: documents lie there, and one of them may be called « tesseract ».
/// </summary>
public sealed class ToolSearch
{
    /// <summary>Variable that names folders, separated as in PATH.</summary>
    public const string Variable = "INGEST_TOOLS";

    /// <summary>Folder beside the program that a package may carry its tools in.</summary>
    public const string FolderName = "tools";

    // « tools/poppler/poppler-24.08.0/Library/bin » is how the archives of poppler for Windows unpack.
    private const int Depth = 4;

    // Of a folder configured by mistake (a whole disk) so much is looked at and no more.
    private const int MostFolders = 1000;

    private static readonly EnumerationOptions Accessible = new() { IgnoreInaccessible = true };

    // What Windows starts itself; a script of PATHEXT would be started through a shell, which reads arguments in its own way.
    private static readonly ImmutableArray<string> Startable = [".com", ".exe"];

    private readonly Func<string, string?> _environment;
    private readonly string _programFolder;
    private readonly bool _isWindows;
    private readonly ConcurrentDictionary<string, FoundTool?> _known = new(StringComparer.Ordinal);

    /// <summary>A search.</summary>
    /// <param name="environment">Value of a variable, or null.</param>
    /// <param name="programFolder">Folder of the running program.</param>
    /// <param name="isWindows">Whether names and places are those of Windows.</param>
    public ToolSearch(Func<string, string?> environment, string programFolder, bool isWindows) =>
        (_environment, _programFolder, _isWindows) = (environment, programFolder, isWindows);

    /// <summary>The search of this process: what child processes are started by.</summary>
    public static ToolSearch OfThisProcess { get; } = new(Environment.GetEnvironmentVariable, AppContext.BaseDirectory, OperatingSystem.IsWindows());

    /// <summary>The folder that a package may carry its tools in.</summary>
    public string ToolsFolder => Path.Combine(_programFolder, FolderName);

    /// <summary>Finds a program; what was found, or not, stays so for this process.</summary>
    /// <param name="command">Name to look for, or path.</param>
    /// <returns>Null where it is nowhere.</returns>
    public FoundTool? Find(string command) => _known.GetOrAdd(command, Search);

    private FoundTool? Search(string command)
    {
        if (command.Length == 0)
            return null;
        if (Path.IsPathRooted(command) || command.Contains('/') || (_isWindows && command.Contains('\\')))
            return FirstIn(".", command) is { } named ? new FoundTool(named, ToolPlace.Named) : null;
        return Folders().Select(folder => FirstIn(folder.Path, command) is { } file ? new FoundTool(file, folder.Place) : null).FirstOrDefault(tool => tool is not null);
    }

    private IEnumerable<(string Path, ToolPlace Place)> Folders()
    {
        foreach (var folder in Listed(Variable).SelectMany(Below))
            yield return (folder, ToolPlace.Configured);
        foreach (var folder in Below(ToolsFolder))
            yield return (folder, ToolPlace.Beside);
        foreach (var folder in Listed("PATH"))
            yield return (folder, ToolPlace.Path);
        foreach (var folder in Usual())
            yield return (folder, ToolPlace.Usual);
    }

    // A relative folder of PATH is the current one in disguise.
    private IEnumerable<string> Listed(string variable) => (_environment(variable) ?? "")
        .Split(_isWindows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(folder => folder.Trim('"'))
        .Where(Path.IsPathFullyQualified);

    private IEnumerable<string> Usual()
    {
        if (!_isWindows)
            yield break;
        foreach (var (variable, below) in new[] { ("ProgramFiles", ""), ("ProgramFiles(x86)", ""), ("LOCALAPPDATA", "Programs") })
        {
            if (_environment(variable) is not { Length: > 0 } folder)
                continue;
            yield return Path.Combine(folder, below, "Tesseract-OCR");
            foreach (var poppler in Below(Path.Combine(folder, below, "poppler")))
                yield return poppler;
        }
    }

    // The nearest first, so that what lies in the folder itself outweighs what lies deep in it.
    private static IEnumerable<string> Below(string root)
    {
        string[] level = Directory.Exists(root) ? [root] : [];
        var left = MostFolders;
        for (var depth = 0; depth <= Depth && left > 0; depth++)
        {
            foreach (var folder in level)
                yield return folder;
            left -= level.Length;
            level = [.. level.SelectMany(folder => Directory.EnumerateDirectories(folder, "*", Accessible)).Take(Math.Max(left, 0)).Order(StringComparer.Ordinal)];
        }
    }

    private string? FirstIn(string folder, string command) =>
        Names(command).Select(name => Path.GetFullPath(Path.Combine(folder, name))).FirstOrDefault(IsProgram);

    private IEnumerable<string> Names(string command)
    {
        if (!_isWindows || Startable.Contains(Path.GetExtension(command), StringComparer.OrdinalIgnoreCase))
            return [command];
        var order = (_environment("PATHEXT") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(extension => Startable.Contains(extension, StringComparer.OrdinalIgnoreCase));
        return order.Select(extension => extension.ToLowerInvariant()).Union(Startable).Select(extension => command + extension);
    }

    private bool IsProgram(string file)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file) && (_isWindows || OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Executable) != 0);
    }
}
