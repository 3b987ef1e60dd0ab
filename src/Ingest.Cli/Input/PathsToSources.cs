using System.Collections.Immutable;
using System.IO.Enumeration;
using Ingest.Cli.Text;

namespace Ingest.Cli.Input;

/// <summary>
/// Paths of the command line to source files: files, folders with all below them, patterns with <c>*</c>, <c>?</c> and
/// <c>**</c>, and <c>-</c>. The order is that of the arguments, inside a folder that of the names (ordinal).
/// </summary>
internal sealed class PathsToSources
{
    private readonly Messages _messages;
    private readonly string? _outputFolder;

    /// <summary>A search that leaves out the results of earlier runs.</summary>
    /// <param name="messages">Texts for what is wrong.</param>
    /// <param name="outputFolder">Folder of results, or null.</param>
    public PathsToSources(Messages messages, string? outputFolder)
    {
        _messages = messages;
        _outputFolder = outputFolder is null ? null : Path.GetFullPath(outputFolder);
    }

    /// <summary>The sources that the paths name, each once.</summary>
    /// <exception cref="WrongCallException">A path names nothing.</exception>
    public ImmutableArray<SourceFile> Find(IEnumerable<string> paths) => Distinct(paths.SelectMany(path => FindOne(path)));

    /// <summary>
    /// The sources that a list of paths names, one path a line, or each ended by a NUL as « find -print0 » writes them. Their results
    /// lie at their paths below the current folder, those from elsewhere at their full paths: files of one name in several folders
    /// do not meet.
    /// </summary>
    /// <param name="list">Name of the list, for what is wrong with it.</param>
    /// <param name="text">The list.</param>
    /// <exception cref="WrongCallException">A line names nothing.</exception>
    public ImmutableArray<SourceFile> FindListed(string list, string text)
    {
        var lines = text.Contains('\0', StringComparison.Ordinal) ? text.Split('\0') : text.ReplaceLineEndings("\n").Split('\n');
        var sources = ImmutableArray.CreateBuilder<SourceFile>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
                continue;
            try
            {
                sources.AddRange(FindOne(lines[i] == SourceFile.StandardInputMark ? "./-" : lines[i]).Select(source => source with { RelativePath = BelowHere(source.FullPath!) }));
            }
            catch (WrongCallException error)
            {
                throw new WrongCallException(_messages.Format("error.listLine", list, i + 1, error.Message));
            }
        }

        return sources.ToImmutable();
    }

    /// <summary>The same sources, each once.</summary>
    public static ImmutableArray<SourceFile> Distinct(IEnumerable<SourceFile> sources) =>
        [.. sources.DistinctBy(source => source.FullPath ?? SourceFile.StandardInputMark, StringComparer.Ordinal)];

    /// <summary>The one source that a path names.</summary>
    /// <exception cref="WrongCallException">It names none, or a folder.</exception>
    public SourceFile FindSingle(string path)
    {
        if (path == SourceFile.StandardInputMark)
            return SourceFile.StandardInput;
        if (File.Exists(path))
            return FileAt(path);
        throw new WrongCallException(_messages.Format(Directory.Exists(path) ? "error.folderNotFile" : "error.noSuchFile", path));
    }

    private ImmutableArray<SourceFile> FindOne(string path)
    {
        if (path == SourceFile.StandardInputMark)
            return [SourceFile.StandardInput];
        // A name that exists is a name, whatever characters it has.
        if (File.Exists(path))
            return [FileAt(path)];
        if (Directory.Exists(path))
            return OrFail(Below(path, path, ""), "error.emptyFolder", path);
        if (path.AsSpan().IndexOfAny('*', '?') >= 0)
            return OrFail(Matching(path), "error.noMatch", path);
        throw new WrongCallException(_messages.Format("error.noSuchFile", path));
    }

    private ImmutableArray<SourceFile> OrFail(IEnumerable<SourceFile> found, string key, string path)
    {
        var sources = found.ToImmutableArray();
        return sources.IsEmpty ? throw new WrongCallException(_messages.Format(key, path)) : sources;
    }

    private static string BelowHere(string fullPath)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), fullPath);
        var isBelow = relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(relative);
        return (isBelow ? relative : fullPath[(Path.GetPathRoot(fullPath)?.Length ?? 0)..]).Replace(Path.DirectorySeparatorChar, '/');
    }

    private static SourceFile FileAt(string path) => new(path, Path.GetFullPath(path), Path.GetFileName(path));

    private IEnumerable<SourceFile> Below(string shownRoot, string folder, string relative)
    {
        foreach (var entry in Entries(folder))
        {
            var below = relative + entry.Name;
            if (!entry.IsFolder)
                yield return new SourceFile(Path.Combine(shownRoot, below), Path.GetFullPath(entry.Path), below);
            else
            {
                foreach (var source in Below(shownRoot, entry.Path, below + "/"))
                    yield return source;
            }
        }
    }

    // The results lie below the part of the pattern that is fixed: « a/*/b.pdf » gives « x/b.pdf » for a/x/b.pdf.
    private IEnumerable<SourceFile> Matching(string pattern)
    {
        var segments = pattern.Split('/', Path.DirectorySeparatorChar);
        var fixedCount = segments.TakeWhile(segment => segment.AsSpan().IndexOfAny('*', '?') < 0).Count();
        var root = string.Join('/', segments[..fixedCount]);
        if (fixedCount > 0 && root.Length == 0)
            root = "/";
        var folder = root.Length == 0 ? "." : root;
        return Directory.Exists(folder) ? Matching(root, folder, "", segments.AsMemory(fixedCount)) : [];
    }

    private IEnumerable<SourceFile> Matching(string shownRoot, string folder, string relative, ReadOnlyMemory<string> segments)
    {
        var segment = segments.Span[0];
        var rest = segments[1..];
        if (segment == "**" && !rest.IsEmpty)
        {
            foreach (var source in Matching(shownRoot, folder, relative, rest))
                yield return source;
        }

        foreach (var entry in Entries(folder))
        {
            var below = relative + entry.Name;
            var isMatch = segment == "**" || FileSystemName.MatchesSimpleExpression(segment, entry.Name, ignoreCase: false);
            if (!isMatch)
                continue;
            if (!entry.IsFolder && rest.IsEmpty)
                yield return new SourceFile(Path.Combine(shownRoot, below), Path.GetFullPath(entry.Path), below);
            else if (entry.IsFolder && (segment == "**" || !rest.IsEmpty))
            {
                foreach (var source in Matching(shownRoot, entry.Path, below + "/", segment == "**" ? segments : rest))
                    yield return source;
            }
        }
    }

    // Hidden files and the lock files of office programs (~$name) are nobody's documents; links to folders may run in
    // circles; the results of an earlier run are no sources.
    private IEnumerable<Entry> Entries(string folder) =>
        from info in new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(info => info.Name, StringComparer.Ordinal)
        where info.Name[0] != '.' && !info.Name.StartsWith("~$", StringComparison.Ordinal)
        let isFolder = info.Attributes.HasFlag(FileAttributes.Directory)
        where !isFolder || (info.LinkTarget is null && info.FullName != _outputFolder)
        select new Entry(info.Name, Path.Combine(folder, info.Name), isFolder);

    private readonly record struct Entry(string Name, string Path, bool IsFolder);
}
