using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Emission;
using Ingest.Export.Corrections;
using Ingest.Model.Documents;
using Ingest.Running.Ledger;

namespace Ingest.Cli.Input;

/// <summary>
/// The folder of results that a workbook was exported from. The export itself says nothing of it, for its bytes follow from the documents
/// alone; but a folder that has the very documents, near the workbook or where the user is, can be no other.
/// </summary>
internal static class ResultsNearWorkbook
{
    /// <summary>The folders that have all of some documents: the workbook's own, that above it with those below, and the same of the working folder.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="documents">The documents.</param>
    public static ImmutableArray<string> Find(string workbook, ImmutableArray<CorrectedDocument> documents)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(workbook))!;
        string?[] starts = [own, Path.GetDirectoryName(own), Directory.GetCurrentDirectory()];
        return
        [
            .. starts.OfType<string>().SelectMany(start => FoldersIn(start).Prepend(start)).Distinct(StringComparer.Ordinal)
                .Where(folder => documents.All(document => Read(folder, document.Id)?.Source.Sha256 == document.Sha256)),
        ];
    }

    /// <summary>A document of a folder of results; null where it has none of that name, or the file holds none.</summary>
    public static IngestedDocument? Read(string folder, string id)
    {
        try
        {
            using var stream = File.OpenRead(new ResultFolder(folder).PathOf(id));
            return DocumentJson.Read(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<string> FoldersIn(string start)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(start).Where(folder => Directory.Exists(new ResultFolder(folder).Documents)).Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
