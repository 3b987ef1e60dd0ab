using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Ingest.Cli.Measuring;

/// <summary>Reads drawn pages of growing size, each in a process of its own: one that does not end can be stopped.</summary>
/// <param name="own">Path of this program.</param>
/// <param name="options">Sizes and limits.</param>
internal sealed class GrowthRun(string own, MeasuringOptions options)
{
    /// <summary>The times.</summary>
    /// <param name="readingOptions">Options handed on to the reading: the definition.</param>
    /// <param name="cancellation">Stops between pages.</param>
    public GrowthReport Run(IReadOnlyList<string> readingOptions, CancellationToken cancellation)
    {
        var points = ImmutableArray.CreateBuilder<GrowthPoint>();
        foreach (var shape in Enum.GetValues<DrawnShape>())
        {
            GrowthPoint? before = null;
            foreach (var size in options.Sizes)
            {
                var point = before is { Seconds: null } ? new GrowthPoint(shape, size, null, null) { IsSkipped = true } : Measure(shape, size, readingOptions, cancellation);
                before = point with { Factor = point.Seconds / before?.Seconds };
                points.Add(before);
            }
        }

        return new GrowthReport(points.ToImmutable(), options.PageLimit);
    }

    private GrowthPoint Measure(DrawnShape shape, int size, IReadOnlyList<string> readingOptions, CancellationToken cancellation)
    {
        var child = ChildProcess.Run(own, [MeasureCommand.Name, MeasureCommand.DrawName, .. readingOptions, shape.ToString(), size.ToString(CultureInfo.InvariantCulture)], options.PageLimit, cancellation);
        if (child.Status != ExitStatus.Done)
            return new GrowthPoint(shape, size, null, null);
        var told = JsonDocument.Parse(child.Output).RootElement;
        return new GrowthPoint(shape, size, told.GetProperty("cpuSeconds").GetDouble(), told.GetProperty("peakMegabytes").GetDouble());
    }
}
