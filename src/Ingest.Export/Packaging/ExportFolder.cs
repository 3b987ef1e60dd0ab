using System.Diagnostics;
using System.Globalization;

namespace Ingest.Export.Packaging;

/// <summary>
/// The folder of an export: made beside its place under another name, then put there whole. What stands there and is no untouched export is
/// never taken away.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly string _final;
    private readonly string _old;

    /// <summary>Makes the folder under way.</summary>
    /// <exception cref="OccupiedFolderException">Something else stands in its place.</exception>
    public ExportFolder(string path)
    {
        _final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(_final) ?? throw new IOException(path);
        var name = Path.GetFileName(_final);
        (Root, _old) = (Path.Combine(parent, $".{name}.{Environment.ProcessId}.tmp"), Path.Combine(parent, $".{name}.ingest-old"));
        Recover();
        SweepUp(parent, name);
        if (WhatOccupies() is { } occupant)
            throw new OccupiedFolderException(occupant);
        Directory.CreateDirectory(parent);
        Delete(Root);
        Directory.CreateDirectory(Root);
    }

    /// <summary>The folder under way.</summary>
    public string Root { get; }

    /// <summary>Puts the finished folder in its place.</summary>
    public void Publish()
    {
        if (Directory.Exists(_final))
            Directory.Move(_final, _old);
        try
        {
            Directory.Move(Root, _final);
        }
        catch (IOException) when (Directory.Exists(_old) && !Directory.Exists(_final))
        {
            Directory.Move(_old, _final);
            throw;
        }

        DeleteExport(_old);
    }

    /// <summary>Takes away what is not finished.</summary>
    public void Dispose() => Delete(Root);

    // A program that was killed between the two moves left the export of before under its old name.
    private void Recover()
    {
        if (!Directory.Exists(_old))
            return;
        if (WhatIsForeignIn(_old) is { } foreign)
            throw new OccupiedFolderException(foreign);
        if (Directory.Exists(_final))
            DeleteExport(_old);
        else
            Directory.Move(_old, _final);
    }

    // A program that was killed could not take away what it had under way.
    private static void SweepUp(string parent, string name)
    {
        if (!Directory.Exists(parent))
            return;
        foreach (var folder in Directory.EnumerateDirectories(parent, $".{name}.*.tmp"))
        {
            var number = Path.GetFileName(folder)[(name.Length + 2)..^".tmp".Length];
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsRunning(process))
                Delete(folder);
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private string? WhatOccupies() => File.Exists(_final) ? _final : Directory.Exists(_final) ? WhatIsForeignIn(_final) : null;

    // What no export has, or what is no longer as one wrote it; files that are missing are no loss.
    private static string? WhatIsForeignIn(string folder)
    {
        if (ExportVerification.Check(folder, out _) is { } problems)
            return problems.Where(item => item.Problem != FileProblem.Missing).Select(item => Path.Combine(folder, item.Path)).FirstOrDefault();
        return Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    // The manifest goes last: it is what tells that the rest was an export, should the work be killed on the way.
    private static void DeleteExport(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var path in FileRecord.PathsBelow(folder).Where(path => path != Manifest.FileName).ToList())
            File.Delete(Path.Combine(folder, path));
        Delete(folder);
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
