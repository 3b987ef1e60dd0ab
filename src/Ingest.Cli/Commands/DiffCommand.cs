using System.CommandLine;
using System.Text.Json;
using Ingest.Cli.Input;
using Ingest.Cli.Output;
using Ingest.Emission;
using Ingest.Emission.Differences;
using Ingest.Model.Documents;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest diff A B</c>: what changes from one document to the other, by action, financer and euro.</summary>
internal sealed class DiffCommand
{
    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly Argument<string> _a;
    private readonly Argument<string> _b;
    private readonly Option<bool> _json;

    private DiffCommand(CommandContext context)
    {
        _context = context;
        _pipeline = new PipelineOption(context);
        _a = new Argument<string>("A") { Description = context.Messages["argument.diffA"] };
        _b = new Argument<string>("B") { Description = context.Messages["argument.diffB"] };
        _json = context.Switch("--json", "option.diffJson");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new DiffCommand(context);
        var command = new Command("diff") { parts._a, parts._b, parts._json, parts._pipeline.Option };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var (a, b) = (Read(result, result.GetRequiredValue(_a)), Read(result, result.GetRequiredValue(_b)));
        var failed = new[] { a, b }.Where(outcome => outcome.Outcome is { IsFailed: true }).ToList();
        foreach (var outcome in failed)
            _context.Terminal.Error.WriteLine(RunReport.Failure(outcome.Outcome!));
        if (failed.Count > 0)
            return failed.Exists(outcome => outcome.Outcome!.LacksTool) ? ExitStatus.MissingTool : ExitStatus.SomeUnread;

        var differences = new DocumentsToDifferences().Compare(a.Document, b.Document);
        if (result.GetValue(_json))
            DocumentJson.Write(differences, _context.Terminal.Output);
        else
            _context.Terminal.WriteOutput(new DifferenceReport(_context.Messages).Write(differences));
        _context.Terminal.Output.Flush();
        return ExitStatus.Done;
    }

    // What a run wrote of a document is read back; all else is read as a document.
    private (IngestedDocument Document, DocumentOutcome? Outcome) Read(ParseResult result, string path)
    {
        var source = new PathsToSources(_context.Messages, null).FindSingle(path);
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            var document = _pipeline.CreateProcessor(result).Process(source.FileName, source.ReadBytes(_context.Terminal), _context.Cancellation);
            return (document, DocumentOutcome.Of(source, document, _context.Messages));
        }

        try
        {
            using var stream = File.OpenRead(path);
            return (DocumentJson.Read(stream), null);
        }
        catch (JsonException error)
        {
            throw new WrongCallException(_context.Messages.Format("error.notResult", path, error.Message));
        }
    }
}
