using Ingest.Cli.Measuring;
using Ingest.Reading.Raster;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest evaluate tables --speed</c> and <c>--growth</c>: how long tables take, beside a known program and with what is on a page.</summary>
internal sealed class TableMeasuring
{
    /// <summary>Variable that names poppler's program where it is not on the path.</summary>
    private const string PeerVariable = "INGEST_PDFTOTEXT";

    private readonly CommandContext _context;
    private readonly IReadOnlyList<string> _readingOptions;
    private readonly MeasuringOptions _options = MeasuringOptions.Default;

    /// <summary>Measuring with options of the reading, as typed.</summary>
    public TableMeasuring(CommandContext context, IReadOnlyList<string> readingOptions) => (_context, _readingOptions) = (context, readingOptions);

    private string Own => OwnProgram.Path(_context.Terminal);

    /// <summary>Measures this program beside <c>pdftotext</c> on the PDFs of a folder.</summary>
    public int RunSpeed(string folder, bool isJson)
    {
        Check();
        var files = Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            throw new WrongCallException(_context.Messages.Format("error.noPdfs", folder));
        var peer = _context.Terminal.Environment(PeerVariable) is { Length: > 0 } command ? command : "pdftotext";
        try
        {
            ChildProcess.Run(peer, ["-v"], _options.RoundLimit, _context.Cancellation);
            var report = new SpeedRun(Own, peer, _options).Run(files, _readingOptions, _context.Cancellation);
            if (isJson)
                MeasuringJson.Write(report, _context.Terminal.Output);
            else
                _context.Terminal.WriteOutput(MeasuringText.Of(report, _context.Messages));
            return report.Unread > 0 ? ExitStatus.SomeUnread : ExitStatus.Done;
        }
        catch (MissingToolException error)
        {
            throw new MissingFilesException(_context.Messages.Format("error.noPdftotext", error.Command, PeerVariable));
        }
        catch (TimeoutException error)
        {
            throw new WrongCallException(_context.Messages.Format("error.measuring", error.Message));
        }
    }

    /// <summary>Measures drawn pages of growing size.</summary>
    public int RunGrowth(bool isJson)
    {
        Check();
        var report = new GrowthRun(Own, _options).Run(_readingOptions, _context.Cancellation);
        if (isJson)
            MeasuringJson.Write(report, _context.Terminal.Output);
        else
            _context.Terminal.WriteOutput(MeasuringText.Of(report, _context.Messages));
        return ExitStatus.Done;
    }

    private void Check()
    {
        if (!ChildProcess.CanMeasure)
            throw new MissingFilesException(_context.Messages["error.noProc"]);
    }
}
