using System.CommandLine;
using Ingest.Cli.Input;
using Ingest.Emission;
using Ingest.Model.Findings;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest tables FILE</c>: the raw tables, before any meaning.</summary>
internal sealed class TablesCommand
{
    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly PasswordOption _passwords;
    private readonly Argument<string> _file;
    private readonly Option<bool> _joined;

    private TablesCommand(CommandContext context)
    {
        _context = context;
        _pipeline = new PipelineOption(context);
        _passwords = new PasswordOption(context);
        _file = new Argument<string>(context.Messages["name.file"]) { Description = context.Messages["argument.file"] };
        _joined = context.Switch("--joined", "option.joined");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new TablesCommand(context);
        var command = new Command("tables") { parts._file, parts._joined, parts._pipeline.Option, parts._passwords.Option };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var source = new PathsToSources(_context.Messages, null).FindSingle(result.GetRequiredValue(_file));
        var reader = _pipeline.CreateContentReader(result, _passwords.Read(result));
        var content = reader.Read(source.ReadBytes(_context.Terminal), _context.Cancellation);
        TablesJson.Write(source.FileName, content, result.GetValue(_joined), _context.Terminal.Output);
        _context.Terminal.Output.Flush();

        // The raw tables have no place for findings: they are told on standard error.
        foreach (var finding in content.Findings)
            _context.Terminal.Error.WriteLine($"ingest: {source.Shown}: {_context.Messages.Of(finding)}");
        var isUnread = content.Blocks.IsEmpty && content.Findings.Any(finding => finding.Severity == Severity.Error);
        if (content.Findings.Any(finding => finding.Code == SourceFindings.MissingTool.Code))
            return ExitStatus.MissingTool;
        return isUnread ? ExitStatus.SomeUnread : ExitStatus.Done;
    }
}
