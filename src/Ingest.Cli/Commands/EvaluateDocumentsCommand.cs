using System.CommandLine;
using Ingest.Cli.Input;
using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.Running;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest evaluate documents</c>: what is read of the samples against their truth, field by field.</summary>
internal sealed class EvaluateDocumentsCommand
{
    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly Option<string> _truth;
    private readonly Option<string> _samples;
    private readonly SplitOption _split;
    private readonly Option<bool> _json;
    private readonly Option<bool> _errors;

    private EvaluateDocumentsCommand(CommandContext context)
    {
        _context = context;
        _pipeline = new PipelineOption(context);
        _truth = context.Text("--truth", "option.truth", "name.folder");
        _samples = context.Text("--samples", "option.samples", "name.folder");
        _split = new SplitOption(context);
        _json = context.Switch("--json", "option.json");
        _errors = context.Switch("--errors", "option.errors");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new EvaluateDocumentsCommand(context);
        var command = new Command("documents")
        {
            parts._truth, parts._samples, parts._split.Option, parts._json, parts._errors, parts._pipeline.Option,
        };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var split = _split.Of(result);
        var truths = Truths(result);
        var processor = _pipeline.CreateProcessor(result);
        var samples = truths.Entries.Where(entry => split is null || entry.Split == split).SelectMany(entry => entry.Samples).ToArray();
        if (samples.Length == 0)
            throw new WrongCallException(_context.Messages["error.noTruth"]);

        var documents = ReadAll(processor, samples);
        var report = DocumentEvaluation.Run(sample => documents[sample], truths, split);
        if (result.GetValue(_json))
            ScoreReportJson.Write(report, _context.Terminal.Output);
        else
            _context.Terminal.WriteOutput(ScoreReportText.ToMarkdown(report));
        if (result.GetValue(_errors))
            _context.Terminal.Error.Write(ScoreReportText.ToErrorList(report));
        _context.Terminal.Output.Flush();
        return ExitStatus.Done;
    }

    private Dictionary<string, IngestedDocument> ReadAll(DocumentProcessor processor, string[] samples)
    {
        var documents = new List<IngestedDocument>(samples.Length);
        OrderedWork.Run(
            samples.Length,
            index => processor.Process(Path.GetFileName(samples[index]), File.ReadAllBytes(samples[index]), _context.Cancellation),
            documents.Add,
            _context.Cancellation);
        _context.Cancellation.ThrowIfCancellationRequested();
        return samples.Zip(documents).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private TruthSet Truths(ParseResult result)
    {
        var files = _context.FindFiles();
        try
        {
            return result.GetValue(_truth) is null && result.GetValue(_samples) is null
                ? TruthSet.Load(Path.Combine(files.Home, "corpus"))
                : TruthFolders.Load(
                    Existing(result.GetValue(_truth) ?? files.Truth, _truth.Name),
                    Existing(result.GetValue(_samples) ?? files.Samples, _samples.Name));
        }
        catch (TruthFormatException error)
        {
            throw new WrongCallException(error.Message);
        }
    }

    private string Existing(string folder, string option) => Directory.Exists(folder)
        ? folder
        : throw new WrongCallException(_context.Messages.Format("error.noSuchFolder", folder, option));
}
