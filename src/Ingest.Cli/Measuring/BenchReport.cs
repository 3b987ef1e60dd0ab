using System.Collections.Immutable;

namespace Ingest.Cli.Measuring;

/// <summary>Work over the same pages, by this program or another.</summary>
/// <param name="Name">Who did it: a command, or a key of the messages for this program's own parts.</param>
/// <param name="Seconds">Processor time of each round, user and system, children included, in seconds.</param>
/// <param name="Pages">Pages of a round.</param>
/// <param name="IsOwn">Whether it is this program.</param>
internal sealed record BenchRow(string Name, ProgramTimes Seconds, int Pages, bool IsOwn)
{
    /// <summary>Pages per second of processor time, by the median.</summary>
    public double PagesPerSecond => Pages / Seconds.Median;
}

/// <summary>How processor time grows with the number of pages or documents.</summary>
/// <param name="Unit">Key of what is counted.</param>
/// <param name="Points">How many, and the processor time of the whole process in seconds.</param>
internal sealed record BenchGrowth(string Unit, ImmutableArray<(int Count, double Seconds, double PeakMegabytes)> Points)
{
    /// <summary>
    /// By which power time grows over the last step, what the start takes left out: 1 is linear. Null where there are fewer than three points.
    /// </summary>
    public double? Exponent => Points is [.., var first, var second, var third]
        ? Math.Log((third.Seconds - second.Seconds) / (second.Seconds - first.Seconds)) / Math.Log((double)(third.Count - second.Count) / (second.Count - first.Count))
        : null;
}

/// <summary>Speed of whole processes, this program's and others', in one run.</summary>
internal sealed record BenchReport
{
    /// <summary>Number of PDFs.</summary>
    public required int Files { get; init; }

    /// <summary>Rounds, all programs in turn in each.</summary>
    public required int Rounds { get; init; }

    /// <summary>This program's parts, then the others.</summary>
    public required ImmutableArray<BenchRow> Rows { get; init; }

    /// <summary>Others that are not on this machine.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>A document of one page, from a cold start to its JSON: processor time of each round, in seconds.</summary>
    public required ProgramTimes OnePage { get; init; }

    /// <summary>What reading files apart takes more than reading them in the same process, as a share; in a process that runs already.</summary>
    public required double IsolationShare { get; init; }

    /// <summary>The most memory that this program held with all its children, in megabytes (10⁶ bytes).</summary>
    public required double PeakMegabytes { get; init; }

    /// <summary>How time grows; empty where that was not asked.</summary>
    public ImmutableArray<BenchGrowth> Growth { get; init; } = [];
}
