using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Ingest.Cli.Measuring;

/// <summary>Runs this program and <c>pdftotext -layout</c> over the same files in turn.</summary>
/// <param name="own">Path of this program.</param>
/// <param name="peer">Name or path of <c>pdftotext</c>.</param>
/// <param name="options">How often and how long.</param>
internal sealed class SpeedRun(string own, string peer, MeasuringOptions options)
{
    /// <summary>The times of both.</summary>
    /// <param name="files">PDFs.</param>
    /// <param name="readingOptions">Options handed on to the reading: the definition.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <exception cref="Reading.Raster.MissingToolException">A program could not be started.</exception>
    /// <exception cref="TimeoutException">This program did not come to an end.</exception>
    public SpeedReport Run(IReadOnlyList<string> files, IReadOnlyList<string> readingOptions, CancellationToken cancellation)
    {
        var (owns, peers) = (ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>());
        var (unread, peak) = (0, 0.0);
        for (var round = 0; round < options.Rounds; round++)
        {
            var reading = ChildProcess.Run(own, [MeasureCommand.Name, MeasureCommand.ReadName, .. readingOptions, "--", .. files], new ChildOptions { Limit = options.RoundLimit, WatchesTree = true }, cancellation);
            if (reading.Status != ExitStatus.Done)
                throw new TimeoutException($"{own} {MeasureCommand.Name}: {reading.Status?.ToString(CultureInfo.InvariantCulture) ?? options.RoundLimit.ToString()}");
            var told = JsonDocument.Parse(reading.Output).RootElement;
            owns.Add(reading.Cpu.TotalSeconds);
            (unread, peak) = (told.GetProperty("unread").GetInt32(), Math.Max(peak, reading.TreePeakMegabytes));
            peers.Add(files.Sum(file => ChildProcess.Run(peer, ["-layout", file, "-"], options.RoundLimit, cancellation).Cpu.TotalSeconds));
        }

        return new SpeedReport { Files = files.Count, Unread = unread, Own = new(owns.ToImmutable()), Peer = new(peers.ToImmutable()), PeakMegabytes = peak };
    }
}
