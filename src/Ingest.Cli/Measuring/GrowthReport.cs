using System.Collections.Immutable;

namespace Ingest.Cli.Measuring;

/// <summary>How one drawn page went.</summary>
/// <param name="Shape">What is drawn on it.</param>
/// <param name="Size">How many words or rules.</param>
/// <param name="Seconds">Processor time from page to content in seconds; null where it did not end in time, or was not tried for that.</param>
/// <param name="PeakMegabytes">The most memory that was held, in megabytes (10⁶ bytes).</param>
internal sealed record GrowthPoint(DrawnShape Shape, int Size, double? Seconds, double? PeakMegabytes)
{
    /// <summary>Whether a smaller page had taken too long already.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>Time over that of the page before; null for a first one.</summary>
    public double? Factor { get; init; }
}

/// <summary>How time grows with what is on a page.</summary>
/// <param name="Points">The pages, shape by shape, each from small to large.</param>
/// <param name="Limit">Most time for one page.</param>
internal sealed record GrowthReport(ImmutableArray<GrowthPoint> Points, TimeSpan Limit);
