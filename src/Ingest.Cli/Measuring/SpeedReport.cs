using System.Collections.Immutable;

namespace Ingest.Cli.Measuring;

/// <summary>Processor time of a program over all files, round by round.</summary>
/// <param name="Seconds">User and system time in seconds.</param>
internal sealed record ProgramTimes(ImmutableArray<double> Seconds)
{
    /// <summary>The middle one.</summary>
    public double Median => Seconds.Order().ElementAt(Seconds.Length / 2);
}

/// <summary>This program beside <c>pdftotext -layout</c> on the same files, in the same run.</summary>
internal sealed record SpeedReport
{
    /// <summary>Number of files.</summary>
    public required int Files { get; init; }

    /// <summary>Files that this program could not read.</summary>
    public required int Unread { get; init; }

    /// <summary>Times of this program: one process for all files.</summary>
    public required ProgramTimes Own { get; init; }

    /// <summary>Times of <c>pdftotext</c>: a process for each file, summed.</summary>
    public required ProgramTimes Peer { get; init; }

    /// <summary>The most memory that this program held in any round, its reading processes included, in megabytes (10⁶ bytes).</summary>
    public required double PeakMegabytes { get; init; }

    /// <summary>How many times as long this program takes.</summary>
    public double Ratio => Own.Median / Peer.Median;
}
