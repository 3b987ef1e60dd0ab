using System.Text.Json;
using Ingest.Emission;
using Ingest.Model.Documents;

namespace Ingest.Collections;

/// <summary>A file of a collection: the document that it holds, or why it holds none.</summary>
/// <param name="Path">Path below the folder of the documents, with « / » on every system and without « .json »: the path of the source.</param>
/// <param name="File">Full path of the file.</param>
public sealed record CollectedFile(string Path, string File)
{
    /// <summary>The document; null where the file holds none.</summary>
    public IngestedDocument? Document { get; init; }

    /// <summary>Why there is no document, in the words of the system or of the JSON reader; null where there is one.</summary>
    public string? Failure { get; init; }
}

/// <summary>Reads back what a run wrote, one document in memory at a time.</summary>
public sealed class CollectionReader
{
    private const string Extension = ".json";

    private readonly string _documents;

    /// <summary>Reads the documents of a folder of results.</summary>
    /// <param name="folder">Folder that <c>ingest run --out</c> was given.</param>
    public CollectionReader(string folder) => _documents = DocumentsFolder(folder);

    /// <summary>Folder of the documents in a folder of results.</summary>
    public static string DocumentsFolder(string folder) => Path.Combine(folder, "documents");

    /// <summary>Whether there is such a folder.</summary>
    public bool Exists => Directory.Exists(_documents);

    /// <summary>The files in the order of their paths, byte by byte: the same on every system and in every language.</summary>
    public IEnumerable<CollectedFile> Read()
    {
        var files = Directory.EnumerateFiles(_documents, "*" + Extension, SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(_documents, file).Replace(Path.DirectorySeparatorChar, '/'), File: file))
            // A name that begins with a point is a result under way, or a system's own.
            .Where(item => !Path.GetFileName(item.Path).StartsWith('.'))
            .OrderBy(item => item.Path, StringComparer.Ordinal);
        foreach (var (path, file) in files)
            yield return Read(new CollectedFile(path[..^Extension.Length], file));
    }

    private static CollectedFile Read(CollectedFile file)
    {
        try
        {
            using var stream = File.OpenRead(file.File);
            return file with { Document = DocumentJson.Read(stream) };
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return file with { Failure = error.Message };
        }
    }
}
