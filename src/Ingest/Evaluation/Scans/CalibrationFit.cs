using System.Collections.Immutable;
using Ingest.Validation.Calibration;

namespace Ingest.Evaluation.Scans;

/// <summary>How far a calibration may go from what is known before any value was seen.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Standard deviation of the slope of all values together about 1: an engine's trust is rarely worth nothing, or twice as much.</summary>
    public double PooledSlopeScatter { get; init; } = 0.5;

    /// <summary>Standard deviation of the intercept of all values together about 0, in log odds.</summary>
    public double PooledInterceptScatter { get; init; } = 1;

    /// <summary>Standard deviation of the slope of one sort of values about that of all: few values leave it there.</summary>
    public double KindSlopeScatter { get; init; } = 0.25;

    /// <summary>Standard deviation of the intercept of one sort of values about that of all, in log odds.</summary>
    public double KindInterceptScatter { get; init; } = 1;

    /// <summary>
    /// Most values of one sort that one scan may count for. Its values are wrong together: a missed rule costs a whole column, and seventy
    /// amounts of one scan say less than fifteen each of five.
    /// </summary>
    public double MostPerScan { get; init; } = 15;

    /// <summary>Decimals of slopes and intercepts: more would say nothing and differ between processors.</summary>
    public int Decimals { get; init; } = 3;

    /// <summary>Groups of equal width that trust is parted into to measure how far it is off.</summary>
    public int Groups { get; init; } = 10;
}

/// <summary>
/// Values of scans, right or wrong → the calibration of the engine's trust: Cox's linear log odds, fitted to the greatest posterior
/// probability. The prior of all values together is that the engine is right; that of each sort is the curve of all, so that a sort with few
/// values borrows from the others (partial pooling, as in an empirical Bayes estimate).
/// </summary>
public sealed class CalibrationFit(CalibrationOptions options)
{
    // Newton's method on a function with one minimum: it ends in less than ten steps.
    private const int MostSteps = 100;
    private const double Still = 1e-10;

    /// <summary>The calibration of some values, whatever their order.</summary>
    /// <param name="values">The values.</param>
    public ConfidenceCalibration Fit(IEnumerable<RecognisedValue> values)
    {
        var all = values.ToList();
        var pooled = Fit(all, ConfidenceCurve.Unchanged, options.PooledSlopeScatter, options.PooledInterceptScatter);
        return new ConfidenceCalibration
        {
            Pooled = pooled,
            Kinds =
            [
                .. all.GroupBy(value => value.Kind).OrderBy(group => group.Key).Select(group => group.ToList()).Select(group => new KindCalibration(
                    group[0].Kind,
                    Fit(group, pooled, options.KindSlopeScatter, options.KindInterceptScatter),
                    group.Count,
                    group.Count(value => value.IsRight),
                    group.Select(value => value.Scan).Distinct().Count())),
            ],
            Scans = [.. all.CountBy(value => value.Scan).OrderBy(scan => scan.Key, StringComparer.Ordinal).Select(scan => new CalibrationScan(scan.Key, scan.Value))],
        };
    }

    /// <summary>The values with the trust that a calibration gives them.</summary>
    /// <param name="values">The values.</param>
    /// <param name="calibration">The calibration.</param>
    public static ImmutableArray<RecognisedValue> Apply(IEnumerable<RecognisedValue> values, ConfidenceCalibration calibration) =>
        [.. values.Select(value => value with { Confidence = calibration.Of(value.Kind, value.EngineConfidence) })];

    /// <summary>The values, those of each scan with the trust of a calibration that was fitted on all other scans: what a new document will see.</summary>
    /// <param name="values">The values.</param>
    public ImmutableArray<RecognisedValue> LeaveOneOut(IEnumerable<RecognisedValue> values)
    {
        var all = values.ToList();
        return [.. all.GroupBy(value => value.Scan).SelectMany(scan => Apply(scan, Fit(all.Where(value => value.Scan != scan.Key))))];
    }

    private ConfidenceCurve Fit(List<RecognisedValue> values, ConfidenceCurve prior, double slopeScatter, double interceptScatter)
    {
        var counts = values.CountBy(value => (value.Scan, value.Kind)).ToDictionary();
        var points = values
            .Select(value => (X: ConfidenceCurve.LogOdds(value.EngineConfidence), value.IsRight, Weight: Math.Min(1, options.MostPerScan / counts[(value.Scan, value.Kind)])))
            .OrderBy(point => point.X).ThenBy(point => point.IsRight).ThenBy(point => point.Weight).ToList();
        var (slope, intercept) = (prior.Slope, prior.Intercept);
        var (slopePull, interceptPull) = (1 / (slopeScatter * slopeScatter), 1 / (interceptScatter * interceptScatter));
        for (var step = 0; step < MostSteps; step++)
        {
            var (bySlope, byIntercept) = ((slope - prior.Slope) * slopePull, (intercept - prior.Intercept) * interceptPull);
            var (slopeBend, interceptBend, bothBend) = (slopePull, interceptPull, 0.0);
            foreach (var (x, isRight, weight) in points)
            {
                var share = 1 / (1 + Math.Exp(-(slope * x) - intercept));
                var (off, bend) = (weight * (share - (isRight ? 1 : 0)), weight * share * (1 - share));
                (bySlope, byIntercept) = (bySlope + (off * x), byIntercept + off);
                (slopeBend, interceptBend, bothBend) = (slopeBend + (bend * x * x), interceptBend + bend, bothBend + (bend * x));
            }

            var determinant = (slopeBend * interceptBend) - (bothBend * bothBend);
            var (slopeStep, interceptStep) = (((interceptBend * bySlope) - (bothBend * byIntercept)) / determinant, ((slopeBend * byIntercept) - (bothBend * bySlope)) / determinant);
            (slope, intercept) = (slope - slopeStep, intercept - interceptStep);
            if (Math.Abs(slopeStep) + Math.Abs(interceptStep) < Still)
                break;
        }

        return new ConfidenceCurve(Math.Round(Math.Max(0, slope), options.Decimals), Math.Round(intercept, options.Decimals));
    }
}
