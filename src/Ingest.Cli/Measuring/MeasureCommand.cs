using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Ingest.Cli.Commands;
using Ingest.Tables;

namespace Ingest.Cli.Measuring;

/// <summary><c>ingest measure</c>: the work whose time <c>evaluate tables</c> takes, in a process of its own. It is no verb for users.</summary>
internal sealed class MeasureCommand
{
    /// <summary>Name of the verb.</summary>
    public const string Name = "measure";

    /// <summary>Name of the part that reads files.</summary>
    public const string ReadName = "read";

    /// <summary>Name of the part that reads a drawn page.</summary>
    public const string DrawName = "draw";

    private const double Megabyte = 1e6;

    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly Argument<string[]> _files = new("files");
    private readonly Argument<DrawnShape> _shape = new("shape");
    private readonly Argument<int> _size = new("size");

    private MeasureCommand(CommandContext context) => (_context, _pipeline) = (context, new PipelineOption(context));

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new MeasureCommand(context);
        var read = new Command(ReadName) { parts._files, parts._pipeline.Option };
        var draw = new Command(DrawName) { parts._shape, parts._size, parts._pipeline.Option };
        read.SetAction(parts.Read);
        draw.SetAction(parts.Draw);
        var command = new Command(Name) { read, draw };
        command.Hidden = true;
        return command;
    }

    // One file after the other, nothing kept: what a user who reads many files needs.
    private int Read(ParseResult result)
    {
        var reader = _pipeline.CreateContentReader(result);
        var unread = 0;
        foreach (var file in result.GetRequiredValue(_files))
            unread += reader.Read(File.ReadAllBytes(file), _context.Cancellation).Blocks.IsEmpty ? 1 : 0;
        return Tell(("unread", unread));
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

    private int Tell((string Key, double Value) own)
    {
        using var process = Process.GetCurrentProcess();
        _context.Terminal.WriteOutput(JsonSerializer.Serialize(new Dictionary<string, double> { [own.Key] = own.Value, ["peakMegabytes"] = process.PeakWorkingSet64 / Megabyte }));
        return ExitStatus.Done;
    }
}
