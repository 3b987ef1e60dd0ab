using Ingest.Cli.Output;
using Ingest.Emission;
using Ingest.Evaluation.Tables;
using Ingest.Model.Findings;
using Ingest.Running;
using Ingest.Tables;

namespace Ingest.Cli.Commands;

/// <summary>Reads the documents of an evaluation of tables; what cannot be read is told and counts as empty.</summary>
internal sealed class TableReading
{
    private readonly CommandContext _context;
    private readonly ContentReader _reader;

    /// <summary>A reading by the stages of a definition.</summary>
    public TableReading(CommandContext context, ContentReader reader) => (_context, _reader) = (context, reader);

    /// <summary>Whether a document could not be read.</summary>
    public bool HasUnread { get; private set; }

    /// <summary>The contents of files, in their order.</summary>
    /// <param name="paths">The files.</param>
    public IReadOnlyList<DocumentContent> ReadAll(IReadOnlyList<string> paths)
    {
        var contents = new List<DocumentContent>(paths.Count);
        OrderedWork.Run(paths.Count, index => Read(paths[index]), outcome => contents.Add(Tell(outcome)), _context.Cancellation);
        _context.Cancellation.ThrowIfCancellationRequested();
        return contents;
    }

    /// <summary>The tables of files by page, as <c>ingest tables</c> prints them.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="saveFolder">Where the printed tables are kept as well; null for nowhere.</param>
    public IEnumerable<Prediction> Predict(IReadOnlyList<string> paths, string? saveFolder)
    {
        foreach (var (path, content) in paths.Zip(ReadAll(paths)))
        {
            using var json = new MemoryStream();
            TablesJson.Write(Path.GetFileName(path), content, joined: false, json);
            if (saveFolder is not null)
                WholeFile.Write(Path.Combine(saveFolder, Path.GetFileNameWithoutExtension(path) + ".json"), json.WriteTo);
            yield return PredictedTables.Read(path, json.ToArray());
        }
    }

    /// <summary>Tells of a document that it counts as empty.</summary>
    public void TellMissing(string name)
    {
        HasUnread = true;
        _context.Terminal.Error.WriteLine($"ingest: {name}: {_context.Messages["evaluate.noFile"]}");
    }

    private Outcome Read(string path)
    {
        try
        {
            var content = _reader.Read(File.ReadAllBytes(path), _context.Cancellation);
            var error = content.Blocks.IsEmpty ? content.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error) : null;
            return new Outcome(path, content, error is null ? null : _context.Messages.Of(error));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One document that our own code fails on must not cost the scores of all others.
            return new Outcome(path, new DocumentContent { Blocks = [] }, $"{error.GetType().Name}: {error.Message}");
        }
    }

    private DocumentContent Tell(Outcome outcome)
    {
        if (outcome.Problem is not null)
        {
            HasUnread = true;
            _context.Terminal.Error.WriteLine($"ingest: {Path.GetFileName(outcome.File)}: {_context.Messages.Format("evaluate.countedEmpty", outcome.Problem)}");
        }

        return outcome.Content;
    }

    private sealed record Outcome(string File, DocumentContent Content, string? Problem);
}
