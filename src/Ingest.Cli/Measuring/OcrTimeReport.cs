using System.Collections.Immutable;
using Ingest.Evaluation.Scans;

namespace Ingest.Cli.Measuring;

/// <summary>How long one scan took.</summary>
internal sealed record ScanTime
{
    /// <summary>Name of the scan.</summary>
    public required string Scan { get; init; }

    /// <summary>What is on its pages; null where some have tables and some do not.</summary>
    public required PageKind? Kind { get; init; }

    /// <summary>Number of its pages that are images.</summary>
    public required int Pages { get; init; }

    /// <summary>This program, the whole file.</summary>
    public required ProcessTime Own { get; init; }

    /// <summary>Plain text recognition, page after page.</summary>
    public required ProcessTime Plain { get; init; }

    /// <summary>The most memory that this program held itself, in megabytes (10⁶ bytes).</summary>
    public required double PeakMegabytes { get; init; }
}

/// <summary>Time of whole processes, their start-up and their children included.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Cpu">Seconds of processors.</param>
internal readonly record struct ProcessTime(double Wall, double Cpu)
{
    /// <summary>One after the other.</summary>
    public static ProcessTime Sum(IEnumerable<ProcessTime> times) => times.Aggregate(default(ProcessTime), (sum, time) => new ProcessTime(sum.Wall + time.Wall, sum.Cpu + time.Cpu));

    /// <summary>How many times as long.</summary>
    public ProcessTime Over(ProcessTime other) => new(Wall / other.Wall, Cpu / other.Cpu);
}

/// <summary>This program beside plain text recognition on the same scans, in the same run.</summary>
/// <param name="Scans">The scans.</param>
internal sealed record OcrTimeReport(ImmutableArray<ScanTime> Scans)
{
    /// <summary>The parts that can be told apart, then all: a file whose pages are of both kinds is in the last alone.</summary>
    public IEnumerable<(PageKind? Kind, ImmutableArray<ScanTime> Scans)> Parts =>
        Enum.GetValues<PageKind>().Select(kind => ((PageKind?)kind, Scans.Where(scan => scan.Kind == kind).ToImmutableArray()))
            .Where(part => !part.Item2.IsEmpty).Append((null, Scans));
}
