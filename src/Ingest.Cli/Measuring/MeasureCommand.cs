using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Ingest.Cli.Commands;
using Ingest.Emission;
using Ingest.Running;
using Ingest.Tables;

namespace Ingest.Cli.Measuring;

/// <summary><c>ingest measure</c>: the work whose time <c>bench</c> and <c>evaluate tables</c> take, in a process of its own. It is no verb for users.</summary>
internal sealed class MeasureCommand
{
    /// <summary>Name of the verb.</summary>
    public const string Name = "measure";

    /// <summary>Name of the part that reads files.</summary>
    public const string ReadName = "read";

    /// <summary>Name of the part that reads a drawn page.</summary>
    public const string DrawName = "draw";

    /// <summary>Name of the part that takes files through all stages, as a run does.</summary>
    public const string ProcessName = "process";

    /// <summary>Name of the part that does the same without a process of its own for reading.</summary>
    public const string ProcessHereName = "process-here";

    /// <summary>Name of the option that says how often all files are gone through.</summary>
    public const string PassesName = "--passes";

    private const double Megabyte = 1e6;

    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly Argument<string[]> _files = new("files");
    private readonly Option<int> _passes = new(PassesName) { DefaultValueFactory = _ => 1 };
    private readonly Argument<DrawnShape> _shape = new("shape");
    private readonly Argument<int> _size = new("size");

    private MeasureCommand(CommandContext context) => (_context, _pipeline) = (context, new PipelineOption(context));

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new MeasureCommand(context);
        var read = new Command(ReadName) { parts._files, parts._passes, parts._pipeline.Option };
        var process = new Command(ProcessName) { parts._files, parts._passes, parts._pipeline.Option };
        var processHere = new Command(ProcessHereName) { parts._files, parts._passes, parts._pipeline.Option };
        var draw = new Command(DrawName) { parts._shape, parts._size, parts._pipeline.Option };
        read.SetAction(parts.Read);
        process.SetAction(result => parts.GoThrough(result, isApart: true));
        processHere.SetAction(result => parts.GoThrough(result, isApart: false));
        draw.SetAction(parts.Draw);
        var command = new Command(Name) { read, process, processHere, draw };
        command.Hidden = true;
        return command;
    }

    // One file after the other, nothing kept: what a user who reads many files needs.
    private int Read(ParseResult result)
    {
        var reader = _pipeline.CreateContentReader(result);
        var unread = 0;
        for (var pass = 0; pass < result.GetValue(_passes); pass++)
        {
            foreach (var file in result.GetRequiredValue(_files))
            {
                var isEmpty = reader.Read(File.ReadAllBytes(file), _context.Cancellation).Blocks.IsEmpty;
                unread += pass == 0 && isEmpty ? 1 : 0;
            }
        }

        return Tell(("unread", unread));
    }

    private int GoThrough(ParseResult result, bool isApart)
    {
        var files = _context.FindFiles();
        var processor = Engine.Create(_pipeline.Load(result, files), files, processes: isApart ? _context.Processes : null);
        var pages = 0;
        for (var pass = 0; pass < result.GetValue(_passes); pass++)
        {
            foreach (var file in result.GetRequiredValue(_files))
            {
                var document = processor.Process(Path.GetFileName(file), File.ReadAllBytes(file), _context.Cancellation);
                DocumentJson.Write(document, Stream.Null);
                pages += pass == 0 ? document.Source.PageCount ?? 0 : 0;
            }
        }

        return Tell(("pages", pages));
    }

    private int Draw(ParseResult result)
    {
        var (reader, shape, options) = (_pipeline.CreateContentReader(result), result.GetValue(_shape), MeasuringOptions.Default);
        for (var i = 0; i < options.WarmUps; i++)
            ContentBuilder.Build([DrawnPages.Draw(shape, options.WarmUpSize)], reader.Options);
        var page = DrawnPages.Draw(shape, result.GetValue(_size));
        var before = Environment.CpuUsage.TotalTime;
        ContentBuilder.Build([page], reader.Options);
        return Tell(("cpuSeconds", (Environment.CpuUsage.TotalTime - before).TotalSeconds));
    }

    private int Tell(params ReadOnlySpan<(string Key, double Value)> figures)
    {
        using var process = Process.GetCurrentProcess();
        var told = new Dictionary<string, double> { ["peakMegabytes"] = process.PeakWorkingSet64 / Megabyte };
        foreach (var (key, value) in figures)
            told[key] = value;
        _context.Terminal.WriteOutput(JsonSerializer.Serialize(told));
        return ExitStatus.Done;
    }
}
