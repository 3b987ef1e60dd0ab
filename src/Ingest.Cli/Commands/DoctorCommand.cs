using System.CommandLine;
using Ingest.Cli.Examination;
using Ingest.Pipeline;
using Ingest.Reading.Ocr;
using Ingest.Reading.Tools;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest doctor</c>: what is there, what is missing, and how to get it on this machine.</summary>
internal sealed class DoctorCommand
{
    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly Option<bool> _json;

    private DoctorCommand(CommandContext context)
    {
        _context = context;
        _pipeline = new PipelineOption(context);
        _json = context.Switch("--json", "option.doctorJson");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new DoctorCommand(context);
        var command = new Command("doctor") { parts._json, parts._pipeline.Option };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var report = Examine(result);
        if (result.GetValue(_json))
            report.WriteJson(_context.Terminal.Output);
        else
            _context.Terminal.WriteOutput(report.ToText(_context.Messages));
        return report.IsComplete ? ExitStatus.Done : ExitStatus.MissingTool;
    }

    private DoctorReport Examine(ParseResult result)
    {
        var (terminal, messages, options) = (_context.Terminal, _context.Messages, DoctorOptions.Default);
        var files = ProductFiles.Find(terminal.Environment(ProductFiles.HomeVariable), terminal.BinaryFolder);
        var machine = new MachineExamination(terminal, messages, options);
        var search = new ToolSearch(terminal.Environment, terminal.BinaryFolder, OperatingSystem.IsWindows());
        var tools = new ToolExamination(messages, search, SystemKinds.OfThisSystem());
        var recognition = Recognition(result, files) with { TimeLimit = options.AnswerLimit };
        return new DoctorReport(
        [
            machine.Program(),
            new FileExamination(messages).Examine(files),
            machine.NativeLibraries(),
            .. tools.Examine(recognition),
            machine.Cache(),
            machine.TemporaryFolder(),
            machine.Machine(),
        ]);
    }

    // A definition that cannot be read is told of with the files; the programs are looked for all the same.
    private OcrOptions Recognition(ParseResult result, ProductFiles? files)
    {
        try
        {
            return files is null ? new OcrOptions() : _pipeline.Load(result, files).Reading.Ocr;
        }
        catch (DefinitionException) when (result.GetResult(_pipeline.Option) is null or { Implicit: true })
        {
            return new OcrOptions();
        }
    }
}
