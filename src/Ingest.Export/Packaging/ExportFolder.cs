namespace Ingest.Export.Packaging;

/// <summary>
/// The folder of an export: made beside its place under another name, then put there whole. What stands there and is no untouched export is
/// never taken away.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly string _final;

    /// <summary>Makes the folder under way.</summary>
    /// <exception cref="OccupiedFolderException">Something else stands in its place.</exception>
    public ExportFolder(string path)
    {
        _final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(_final) ?? throw new IOException(path);
        var name = Path.GetFileName(_final);
        (UnderWay, Old) = (Path.Combine(parent, $".{name}.{Environment.ProcessId}.tmp"), Path.Combine(parent, $".{name}.old"));
        Recover();
        if (WhatOccupies() is { } occupant)
            throw new OccupiedFolderException(occupant);
        Directory.CreateDirectory(parent);
        Delete(UnderWay);
        Directory.CreateDirectory(UnderWay);
    }

    /// <summary>The folder under way.</summary>
    public string Root => UnderWay;

    private string UnderWay { get; }

    private string Old { get; }

    /// <summary>Puts the finished folder in its place.</summary>
    public void Publish()
    {
        if (Directory.Exists(_final))
            Directory.Move(_final, Old);
        Directory.Move(UnderWay, _final);
        Delete(Old);
    }

    /// <summary>Takes away what is not finished.</summary>
    public void Dispose() => Delete(UnderWay);

    // A program that was killed between the two moves left the export of before under its old name.
    private void Recover()
    {
        if (!Directory.Exists(Old))
            return;
        if (Directory.Exists(_final))
            Delete(Old);
        else
            Directory.Move(Old, _final);
    }

    private string? WhatOccupies()
    {
        if (File.Exists(_final))
            return _final;
        if (!Directory.Exists(_final) || !Directory.EnumerateFileSystemEntries(_final).Any())
            return null;
        var problems = ExportVerification.Check(_final, out _);
        if (problems is null)
            return Path.Combine(_final, FileRecord.PathsBelow(_final).FirstOrDefault() ?? "");
        return problems.Value.Where(item => item.Problem != FileProblem.Missing).Select(item => Path.Combine(_final, item.Path)).FirstOrDefault();
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Where the export should go stands something that it did not make, or that was changed since.</summary>
public sealed class OccupiedFolderException : Exception
{
    /// <summary>A file is in the way.</summary>
    /// <param name="path">The file.</param>
    public OccupiedFolderException(string path)
        : base(path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
