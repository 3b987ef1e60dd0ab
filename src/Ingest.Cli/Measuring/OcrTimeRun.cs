using System.Collections.Immutable;
using Ingest.Cli.Input;
using Ingest.Evaluation.Scans;

namespace Ingest.Cli.Measuring;

/// <summary>Runs <c>ingest tables</c> and plain text recognition over the same scans in turn: what else the machine does then falls on both.</summary>
/// <param name="own">Path of this program.</param>
/// <param name="plain">Plain text recognition.</param>
/// <param name="options">How long it may take.</param>
internal sealed class OcrTimeRun(string own, PlainRecognition plain, MeasuringOptions options)
{
    // What an earlier run read would be no measure.
    private static readonly ImmutableDictionary<string, string?> NoCache = ImmutableDictionary<string, string?>.Empty.Add(CacheFolder.Variable, "");

    /// <summary>The times of one scan, with what plain text recognition read.</summary>
    /// <param name="scan">The scan, as it was read before.</param>
    /// <param name="readingOptions">Options handed on to the reading: the definition.</param>
    /// <param name="cancellation">Stops between processes.</param>
    /// <exception cref="TimeoutException">This program did not come to an end.</exception>
    public (ScanTime Time, ImmutableSortedDictionary<int, string> Texts) Run(ReadScan scan, IReadOnlyList<string> readingOptions, CancellationToken cancellation)
    {
        var images = plain.Draw(scan.Source, scan.Scan.Pages, cancellation);
        var reading = ChildProcess.Run(own, ["tables", scan.Source.File, .. readingOptions], new ChildOptions { Limit = options.RoundLimit, Environment = NoCache }, cancellation);
        if (reading.Status != ExitStatus.Done)
            throw new TimeoutException(FormattableString.Invariant($"{own} tables {scan.Source.File}: {reading.Status}"));
        var plains = images.Select(image => plain.Read(image, cancellation)).ToList();
        var pages = ReadScan.ScannedPages(scan.Source, scan.Scan.Pages);
        var kinds = pages.Select(page => OcrEvaluation.KindOf(scan.Twin, page)).Distinct().ToList();
        return (
            new ScanTime
            {
                Scan = scan.Source.Name,
                Kind = kinds is [var single] ? single : null,
                Pages = pages.Length,
                Own = new ProcessTime(reading.Wall.TotalSeconds, reading.Cpu.TotalSeconds),
                Plain = ProcessTime.Sum(plains.Select(read => new ProcessTime(read.Wall.TotalSeconds, read.Cpu.TotalSeconds))),
                PeakMegabytes = reading.PeakMegabytes,
            },
            plains.SelectMany(read => read.Texts).ToImmutableSortedDictionary());
    }
}
