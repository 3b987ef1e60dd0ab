using Ingest.Evaluation;
using Ingest.Evaluation.Scans;
using Ingest.Validation.Calibration;
using Xunit;

namespace Ingest.Tests.Evaluation.Scans;

public sealed class CalibrationFitTests
{
    private static readonly CalibrationFit Fit = new(new CalibrationOptions());

    [Theory]
    [InlineData(0.7)]
    [InlineData(0.95)]
    public void Trust_becomes_the_share_that_is_right(double share)
    {
        // On forty scans, ten values each; the engine is always as sure.
        var values = Scans(40, 10, index => (0.9, index % 100 < 100 * share));

        Assert.Equal(share, Fit.Fit(values).Of(ValueKind.Title, 0.9), 0.02);
    }

    [Fact]
    public void What_the_engine_says_keeps_its_weight_where_it_is_right()
    {
        var values = Scans(40, 10, index => index % 2 == 0 ? (0.9, index % 20 != 0) : (0.5, index % 4 == 1));

        var calibration = Fit.Fit(values);

        Assert.Equal(0.9, calibration.Of(ValueKind.Title, 0.9), 0.02);
        Assert.Equal(0.5, calibration.Of(ValueKind.Title, 0.5), 0.05);
    }

    [Fact]
    public void A_sort_with_few_values_borrows_from_all()
    {
        var many = Scans(40, 10, index => (0.9, index % 10 < 6));
        var few = Scans(1, 2, _ => (0.9, true)).Select(value => value with { Kind = ValueKind.Figure });

        var calibration = Fit.Fit(many.Concat(few));

        Assert.InRange(calibration.Of(ValueKind.Figure, 0.9), calibration.Of(ValueKind.Title, 0.9), 0.85);
        Assert.Equal(calibration.Pooled.Of(0.9), calibration.Of(ValueKind.Name, 0.9));
    }

    [Fact]
    public void One_scan_with_many_values_does_not_outweigh_the_others()
    {
        var good = Scans(10, 10, _ => (0.9, true));
        var bad = Scans(1, 400, _ => (0.9, false)).Select(value => value with { Scan = "bad" });

        Assert.True(Fit.Fit(good.Concat(bad)).Of(ValueKind.Title, 0.9) > 0.8);
    }

    [Fact]
    public void More_trust_is_never_less()
    {
        var upsideDown = Scans(40, 10, index => index % 2 == 0 ? (0.95, index % 10 == 0) : (0.2, index % 10 != 1));

        var calibration = Fit.Fit(upsideDown);

        Assert.True(calibration.Of(ValueKind.Title, 0.95) >= calibration.Of(ValueKind.Title, 0.2));
    }

    [Fact]
    public void No_value_at_all_and_values_that_are_all_right_give_a_curve()
    {
        Assert.Equal(0.9, Fit.Fit([]).Of(ValueKind.Title, 0.9), 6);
        Assert.InRange(Fit.Fit(Scans(10, 50, _ => (1, true))).Of(ValueKind.Title, 1), 0.99, 0.9999);
    }

    [Fact]
    public void The_order_of_the_values_does_not_matter()
    {
        var values = Scans(7, 9, index => (0.1 * (index % 10), index % 3 == 0)).ToList();

        var (one, other) = (Fit.Fit(values), Fit.Fit(values.AsEnumerable().Reverse()));

        Assert.Equal(one.Pooled, other.Pooled);
        Assert.Equal(one.Kinds, other.Kinds);
        Assert.Equal(one.Scans, other.Scans);
    }

    [Fact]
    public void A_scan_that_is_left_out_has_no_say_in_its_own_trust()
    {
        var right = Scans(5, 10, _ => (0.9, true));
        var wrong = Scans(1, 10, _ => (0.9, false)).Select(value => value with { Scan = "other" });

        var leftOut = Fit.LeaveOneOut(right.Concat(wrong));

        Assert.Equal(Fit.Fit(right).Of(ValueKind.Title, 0.9), leftOut.First(value => value.Scan == "other").Confidence, 6);
    }

    [Fact]
    public void Unseen_scans_are_measured_and_never_fitted_on()
    {
        var tune = Scans(5, 10, _ => (0.9, true));
        var unseen = Scans(5, 10, _ => (0.9, false)).Select(value => value with { Split = Split.Unseen, Scan = "u" + value.Scan });

        var rows = ReliabilityReport.Of(tune.Concat(unseen), new CalibrationOptions()).Rows;

        Assert.Equal(4, rows.Length);
        Assert.All(rows.Where(row => row.Split == Split.Unseen), row => Assert.Null(row.LeftOut));
        Assert.True(rows.First(row => row.Split == Split.Tune).LeftOut!.Mean > 0.9);
    }

    [Fact]
    public void Brier_and_calibration_error_are_those_of_the_books()
    {
        RecognisedValue[] values = [Value("a", 0.9, true), Value("a", 0.9, false), Value("a", 0.2, false)];

        var reliability = Reliability.Of(values, value => value.EngineConfidence, 10);

        Assert.Equal((0.01 + 0.81 + 0.04) / 3, reliability.Brier, 9);
        Assert.Equal(((2 * 0.4) + 0.2) / 3, reliability.CalibrationError, 9);
        Assert.Equal(2.0 / 3, reliability.Mean, 9);
        Assert.Equal(1.0 / 3, reliability.Share, 9);
    }

    private static IEnumerable<RecognisedValue> Scans(int scans, int each, Func<int, (double Trust, bool IsRight)> value) =>
        Enumerable.Range(0, scans * each).Select(index => value(index) is var (trust, isRight) ? Value($"scan {index / each}", trust, isRight) : null!);

    private static RecognisedValue Value(string scan, double trust, bool isRight) => new()
    {
        Scan = scan,
        Split = Split.Tune,
        Pointer = "/title",
        Kind = ValueKind.Title,
        EngineConfidence = trust,
        Confidence = trust,
        IsRight = isRight,
    };
}
