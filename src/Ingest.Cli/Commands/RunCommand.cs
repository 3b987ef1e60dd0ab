using System.CommandLine;
using Ingest.Cli.Input;
using Ingest.Cli.Output;
using Ingest.Emission;
using Ingest.Running;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest run PATH… --out DIR</c>: the whole pipeline over many documents.</summary>
internal sealed class RunCommand
{
    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly Argument<string[]> _paths;
    private readonly Option<string> _out;
    private readonly Option<bool> _strict;
    private readonly Option<bool> _quiet;

    private RunCommand(CommandContext context)
    {
        var messages = context.Messages;
        _context = context;
        _pipeline = new PipelineOption(context);
        _paths = new Argument<string[]>(messages["name.path"]) { Description = messages["argument.path"], Arity = ArgumentArity.OneOrMore };
        _out = new Option<string>("--out") { Description = messages["option.out"], HelpName = messages["name.out"], Required = true };
        _strict = context.Switch("--strict", "option.strict");
        _quiet = context.Switch("--quiet", "option.quiet");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new RunCommand(context);
        var command = new Command("run") { parts._paths, parts._out, parts._pipeline.Option, parts._strict, parts._quiet };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var messages = _context.Messages;
        var outputFolder = result.GetRequiredValue(_out);
        var isQuiet = result.GetValue(_quiet);
        var sources = new PathsToSources(messages, outputFolder).Find(result.GetRequiredValue(_paths));
        var outputs = OutputPaths.Of(sources, outputFolder, messages);
        var processor = _pipeline.CreateProcessor(result);
        var documentsFolder = MakeFolder(OutputPaths.DocumentsFolder(outputFolder));

        var outcomes = new List<DocumentOutcome>(sources.Length);
        RunProgress.Show(_context.Terminal, messages, sources.Length, isQuiet, report => OrderedWork.Run(
            sources.Length,
            index => Process(processor, sources[index], outputs[index]),
            outcome =>
            {
                outcomes.Add(outcome);
                report(outcome);
            },
            _context.Cancellation));

        var isInterrupted = _context.Cancellation.IsCancellationRequested && outcomes.Count < sources.Length;
        if (isInterrupted)
            _context.Terminal.Error.WriteLine("ingest: " + messages.Format("run.interrupted", outcomes.Count, sources.Length));
        if (!isQuiet)
            _context.Terminal.Error.WriteLine(Environment.NewLine + RunReport.Summary(outcomes, documentsFolder, _context.ProgramName, messages));
        return isInterrupted ? ExitStatus.Interrupted
            : outcomes.Any(outcome => outcome.LacksTool) ? ExitStatus.MissingTool
            : result.GetValue(_strict) && outcomes.Any(outcome => outcome.ErrorCount > 0) ? ExitStatus.ErrorFinding
            : outcomes.Any(outcome => outcome.IsFailed) ? ExitStatus.SomeUnread
            : ExitStatus.Done;
    }

    private string MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongCallException(_context.Messages.Format("error.cannotWrite", folder, error.Message));
        }
    }

    private DocumentOutcome Process(DocumentProcessor processor, SourceFile source, string output)
    {
        try
        {
            var document = processor.Process(source.FileName, source.ReadBytes(_context.Terminal), _context.Cancellation);
            WholeFile.Write(output, stream => DocumentJson.Write(document, stream));
            return DocumentOutcome.Of(source, document, _context.Messages);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return DocumentOutcome.Lost(source, error.Message);
        }
    }
}
