using System.CommandLine;
using Ingest.Cli.Measuring;
using Ingest.Reading.Raster;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest bench</c>: processor time of whole processes, beside other programs on the same files in the same run.</summary>
internal sealed class BenchCommand
{
    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly Argument<string?> _folder;
    private readonly Option<bool> _growth;
    private readonly Option<bool> _json;

    private BenchCommand(CommandContext context)
    {
        _context = context;
        _pipeline = new PipelineOption(context);
        _folder = new Argument<string?>(context.Messages["name.folder"]) { Description = context.Messages["argument.benchFolder"], Arity = ArgumentArity.ZeroOrOne };
        _growth = context.Switch("--growth", "option.benchGrowth");
        _json = context.Switch("--json", "option.benchJson");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new BenchCommand(context);
        var command = new Command("bench") { parts._folder, parts._growth, parts._pipeline.Option, parts._json };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var (messages, options) = (_context.Messages, MeasuringOptions.Default);
        if (!ChildProcess.CanMeasure)
            throw new MissingFilesException(messages["error.noProc"]);
        var folder = result.GetValue(_folder) ?? _context.FindFiles().Samples;
        if (!Directory.Exists(folder))
            throw new WrongCallException(messages.Format("error.noSuchFolder", folder, _folder.Name));
        var files = Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            throw new WrongCallException(messages.Format("error.noPdfs", folder));
        try
        {
            var report = new BenchRun(OwnProgram.Path(_context.Terminal), _pipeline.AsTyped(result), options).Run(files, result.GetValue(_growth), _context.Cancellation);
            if (result.GetValue(_json))
                MeasuringJson.Write(report, _context.Terminal.Output);
            else
                _context.Terminal.WriteOutput(BenchText.Of(report, messages));
            return ExitStatus.Done;
        }
        catch (MissingToolException error)
        {
            throw new MissingFilesException(messages.Format("error.noBenchTool", error.Command));
        }
        catch (TimeoutException error)
        {
            throw new WrongCallException(messages.Format("error.measuring", error.Message));
        }
    }
}
