using System.Collections.Immutable;

namespace Ingest.Export.Packaging;

/// <summary>What is wrong with a file of an export.</summary>
public enum FileProblem
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>Its bytes are others.</summary>
    Changed,

    /// <summary>The manifest does not know it.</summary>
    Extra,
}

/// <summary>Compares the files of an export with its manifest, byte by byte through their hashes.</summary>
public static class ExportVerification
{
    /// <summary>The files that are not as the manifest says, in the order of their paths; null where the folder has no manifest.</summary>
    /// <param name="folder">Folder of the export.</param>
    /// <param name="count">Number of files that the manifest names.</param>
    public static ImmutableArray<(string Path, FileProblem Problem)>? Check(string folder, out int count)
    {
        count = 0;
        if (Manifest.ReadOutputs(Path.Combine(folder, Manifest.FileName)) is not { } outputs)
            return null;
        count = outputs.Length;
        var known = outputs.Select(file => file.Path).Append(Manifest.FileName).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. outputs.Select(file => (file.Path, Problem: ProblemOf(folder, file))).Where(item => item.Problem is not null).Select(item => (item.Path, item.Problem!.Value))
                .Concat(FileRecord.PathsBelow(folder).Where(path => !known.Contains(path)).Select(path => (path, FileProblem.Extra)))
                .OrderBy(item => item.Item1, StringComparer.Ordinal),
        ];
    }

    private static FileProblem? ProblemOf(string folder, FileRecord expected)
    {
        // A manifest that somebody made must not lead out of its folder.
        var full = Path.GetFullPath(Path.Combine(folder, expected.Path));
        if (!full.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(full))
            return FileProblem.Missing;
        return FileRecord.Of(folder, expected.Path) == expected ? null : FileProblem.Changed;
    }
}
