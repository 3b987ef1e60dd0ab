using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Validation.Calibration;

namespace Ingest.Evaluation.Scans;

/// <summary>How well trust tells what is right.</summary>
/// <param name="Values">Number of values.</param>
/// <param name="Right">Those that are right.</param>
/// <param name="Mean">Mean trust.</param>
/// <param name="Brier">Mean square of trust less 1 where right, less 0 where wrong (G. W. Brier, 1950); 0 is best.</param>
/// <param name="CalibrationError">Mean distance, value by value, of trust from the share that is right in groups of like trust (expected calibration error); 0 is best.</param>
public sealed record Reliability(int Values, int Right, double Mean, double Brier, double CalibrationError)
{
    /// <summary>Share that is right.</summary>
    public double Share => (double)Right / Values;

    /// <summary>The reliability of some values.</summary>
    /// <param name="values">At least one value.</param>
    /// <param name="trust">The trust that is looked at.</param>
    /// <param name="groups">Groups of equal width between 0 and 1.</param>
    public static Reliability Of(IReadOnlyCollection<RecognisedValue> values, Func<RecognisedValue, double> trust, int groups) => new(
        values.Count,
        values.Count(value => value.IsRight),
        values.Average(trust),
        values.Average(value => Math.Pow(trust(value) - (value.IsRight ? 1 : 0), 2)),
        values.GroupBy(value => Math.Min((int)(trust(value) * groups), groups - 1)).Sum(group => Math.Abs(group.Sum(value => trust(value) - (value.IsRight ? 1 : 0)))) / values.Count);
}

/// <summary>The reliability of trust in one part of the scans.</summary>
/// <param name="Split">The part.</param>
/// <param name="Kind">Sort of values; null for all.</param>
/// <param name="Engine">Of the engine's trust.</param>
/// <param name="Told">Of the trust that the output tells.</param>
/// <param name="LeftOut">Of a calibration fitted on all other scans; null for scans that no calibration is fitted on.</param>
public sealed record ReliabilityRow(Split Split, ValueKind? Kind, Reliability Engine, Reliability Told, Reliability? LeftOut);

/// <summary>Values that are trusted alike.</summary>
/// <param name="Split">The part.</param>
/// <param name="From">Least trust.</param>
/// <param name="To">Most trust.</param>
/// <param name="Told">Of the trust that the output tells.</param>
public sealed record ReliabilityGroup(Split Split, double From, double To, Reliability Told);

/// <summary>What the trust in recognised values is worth.</summary>
public sealed record ReliabilityReport
{
    // Finer where most values are.
    private static readonly ImmutableArray<double> Bounds = [0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1];

    /// <summary>By part, sort by sort and then all.</summary>
    public required ImmutableArray<ReliabilityRow> Rows { get; init; }

    /// <summary>By part, from little trust to much.</summary>
    public required ImmutableArray<ReliabilityGroup> Groups { get; init; }

    /// <summary>The report of some values; calibrations are fitted on the tune part alone.</summary>
    /// <param name="values">The values, with the trust that the output tells.</param>
    /// <param name="options">How calibrations are fitted and measured.</param>
    public static ReliabilityReport Of(IEnumerable<RecognisedValue> values, CalibrationOptions options)
    {
        var all = values.ToList();
        var leftOut = new CalibrationFit(options).LeaveOneOut(all.Where(value => value.Split == Split.Tune));
        return new ReliabilityReport
        {
            Rows =
            [
                .. from split in all.GroupBy(value => value.Split).OrderBy(part => part.Key)
                   from kind in split.Select(value => (ValueKind?)value.Kind).Distinct().Order().Append(null)
                   let some = split.Where(value => kind is null || value.Kind == kind).ToList()
                   let others = leftOut.Where(value => value.Split == split.Key && (kind is null || value.Kind == kind)).ToList()
                   select new ReliabilityRow(
                       split.Key,
                       kind,
                       Reliability.Of(some, value => value.EngineConfidence, options.Groups),
                       Reliability.Of(some, value => value.Confidence, options.Groups),
                       others.Count == 0 ? null : Reliability.Of(others, value => value.Confidence, options.Groups)),
            ],
            Groups =
            [
                .. from split in all.GroupBy(value => value.Split).OrderBy(part => part.Key)
                   from bounds in Bounds.Zip(Bounds.Skip(1))
                   let some = split.Where(value => value.Confidence >= bounds.First && (value.Confidence < bounds.Second || bounds.Second >= 1)).ToList()
                   where some.Count > 0
                   select new ReliabilityGroup(split.Key, bounds.First, bounds.Second, Reliability.Of(some, value => value.Confidence, options.Groups)),
            ],
        };
    }

    /// <summary>The report as Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder("| trust | values | right | engine: mean | Brier | ECE | told: mean | Brier | ECE | left out: Brier | ECE |\n| - | -: | -: | -: | -: | -: | -: | -: | -: | -: | -: |\n");
        foreach (var row in Rows)
        {
            var name = $"{row.Split.ToString().ToLowerInvariant()}, {(row.Kind is { } kind ? ValueKinds.NameOf(kind) : "all")}";
            text.Append(CultureInfo.InvariantCulture, $"| {(row.Kind is null ? $"**{name}**" : name)} | {row.Told.Values} | {row.Told.Share:0.000} | {row.Engine.Mean:0.000} | {row.Engine.Brier:0.000} | {row.Engine.CalibrationError:0.000} |")
                .Append(CultureInfo.InvariantCulture, $" {row.Told.Mean:0.000} | {row.Told.Brier:0.000} | {row.Told.CalibrationError:0.000} |")
                .Append(row.LeftOut is { } left ? string.Create(CultureInfo.InvariantCulture, $" {left.Brier:0.000} | {left.CalibrationError:0.000} |\n") : " – | – |\n");
        }

        text.Append("\n| trust told | values | mean | right |\n| - | -: | -: | -: |\n");
        foreach (var group in Groups)
            text.Append(CultureInfo.InvariantCulture, $"| {group.Split.ToString().ToLowerInvariant()}, {group.From:0.00} to {group.To:0.00} | {group.Told.Values} | {group.Told.Mean:0.000} | {group.Told.Share:0.000} |\n");
        return text.ToString();
    }
}
