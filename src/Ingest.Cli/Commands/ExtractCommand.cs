using System.CommandLine;
using Ingest.Cli.Input;
using Ingest.Cli.Output;
using Ingest.Emission;
using Ingest.Model.Documents;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest extract FILE</c>: one document's JSON to standard output.</summary>
internal sealed class ExtractCommand
{
    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly PasswordOption _passwords;
    private readonly Argument<string> _file;
    private readonly Option<string> _corrections;
    private readonly Option<bool> _strict;

    private ExtractCommand(CommandContext context)
    {
        _context = context;
        _pipeline = new PipelineOption(context);
        _passwords = new PasswordOption(context);
        _file = new Argument<string>(context.Messages["name.file"]) { Description = context.Messages["argument.file"] };
        _corrections = context.Text("--corrections", "option.corrections", "name.file");
        _strict = context.Switch("--strict", "option.strict");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new ExtractCommand(context);
        var command = new Command("extract") { parts._file, parts._pipeline.Option, parts._passwords.Option, parts._corrections, parts._strict };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var source = new PathsToSources(_context.Messages, null).FindSingle(result.GetRequiredValue(_file));
        var corrections = result.GetValue(_corrections) is { } file ? RecordedCorrections.ReadNamed(file, _context) : null;
        var processor = _pipeline.CreateProcessor(result, corrections, _passwords.Read(result));
        var document = processor.Process(source.FileName, source.ReadBytes(_context.Terminal), _context.Cancellation);
        DocumentJson.Write(document, _context.Terminal.Output);
        _context.Terminal.Output.Flush();

        var outcome = DocumentOutcome.Of(source, document, _context.Messages);
        if (outcome.IsFailed)
            _context.Terminal.Error.WriteLine(RunReport.Failure(outcome));
        return outcome.LacksTool ? ExitStatus.MissingTool
            : result.GetValue(_strict) && outcome.ErrorCount > 0 ? ExitStatus.ErrorFinding
            : document.Status == DocumentStatus.Failed ? ExitStatus.SomeUnread
            : ExitStatus.Done;
    }
}
