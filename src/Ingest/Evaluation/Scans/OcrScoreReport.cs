using System.Collections.Immutable;
using Ingest.Validation.Calibration;

namespace Ingest.Evaluation.Scans;

/// <summary>How one scan was read.</summary>
public sealed record ScanScore
{
    /// <summary>The scan.</summary>
    public required ScanSource Source { get; init; }

    /// <summary>Its pages that are images.</summary>
    public required ImmutableArray<PageScore> Pages { get; init; }

    /// <summary>Its amounts.</summary>
    public required ImmutableArray<ComparedAmount> Amounts { get; init; }

    /// <summary>Those of its twin.</summary>
    public required ImmutableArray<TwinAmount> TwinAmounts { get; init; }

    /// <summary>Its recognised values with the trust in them.</summary>
    public required ImmutableArray<RecognisedValue> Values { get; init; }

    /// <summary>Its values against the truth.</summary>
    public required UnitScore Fields { get; init; }

    /// <summary>Those of its twin.</summary>
    public required UnitScore TwinFields { get; init; }
}

/// <summary>How many of the amounts that were read are right, and of how many wrong ones a reader is warned.</summary>
/// <param name="Read">Amounts that were read.</param>
/// <param name="Wrong">Those that neither the truth nor the twin's own reading has at their place.</param>
/// <param name="WrongWithFinding">Wrong ones at which a warning or an error points.</param>
/// <param name="WrongWithoutFindingCovered">Wrong ones without one, over which a mark lies.</param>
public sealed record AmountCheck(int Read, int Wrong, int WrongWithFinding, int WrongWithoutFindingCovered)
{
    /// <summary>Those that are right.</summary>
    public int Right => Read - Wrong;

    /// <summary>Wrong ones of which nobody is warned: they must not be.</summary>
    public int WrongWithoutFinding => Wrong - WrongWithFinding;
}

/// <summary>What was read of scans.</summary>
public sealed record OcrScoreReport
{
    /// <summary>Name of the score of all money together.</summary>
    internal const string AllMoney = "money";

    /// <summary>The scans that were read.</summary>
    public required ImmutableArray<ScanScore> Scans { get; init; }

    /// <summary>The scans of which nothing was read.</summary>
    public required ImmutableArray<ScanSource> Unread { get; init; }

    /// <summary>The splits that are in the report.</summary>
    public IReadOnlyList<Split> Splits => [.. Scans.Select(scan => scan.Source.Split).Concat(Unread.Select(scan => scan.Split)).Distinct().Order()];

    /// <summary>Values of the scans against the truth.</summary>
    public ScoreReport Fields => new() { Units = [.. Scans.Select(scan => scan.Fields)] };

    /// <summary>Values of their twins against the truth.</summary>
    public ScoreReport TwinFields => new() { Units = [.. Scans.Select(scan => scan.TwinFields)] };

    /// <summary>Whether plain text recognition was asked.</summary>
    public bool HasPlain => Scans.Any(scan => scan.Pages.Any(page => page.Plain is not null));

    /// <summary>The pages of a part.</summary>
    /// <param name="split">The split; null for all.</param>
    /// <param name="kind">What is on them; null for all.</param>
    public IReadOnlyList<PageScore> Pages(Split? split = null, PageKind? kind = null) =>
        [.. Scans.SelectMany(scan => scan.Pages).Where(page => (split is null || page.Split == split) && (kind is null || page.Kind == kind))];

    /// <summary>Scores of amounts by kind, then of all money together: indicators are figures and no money.</summary>
    /// <param name="split">The split; null for all.</param>
    /// <param name="isCovered">Whether those over which a mark lies; null for both.</param>
    public IReadOnlyList<FieldScore> Amounts(Split? split, bool? isCovered) =>
        Scores(Of(split).SelectMany(scan => scan.Amounts).Where(amount => isCovered is null || amount.IsCovered == isCovered).Select(amount => (amount.Kind, amount.Outcome)));

    /// <summary>The same of the twins.</summary>
    /// <param name="split">The split; null for all.</param>
    /// <param name="isCovered">Whether those over which a mark lies on the scan; null for both.</param>
    public IReadOnlyList<FieldScore> TwinAmounts(Split? split, bool? isCovered) =>
        Scores(Of(split).SelectMany(scan => scan.TwinAmounts).Where(amount => isCovered is null || amount.IsCovered == isCovered).Select(amount => (amount.Kind, amount.Outcome)));

    /// <summary>Score of all money of a part.</summary>
    /// <param name="split">The split; null for all.</param>
    /// <param name="isCovered">Whether that over which a mark lies; null for both.</param>
    public FieldScore Money(Split? split, bool? isCovered) => Amounts(split, isCovered).Single(score => score.Field == AllMoney);

    /// <summary>What the trust in recognised values is worth.</summary>
    /// <param name="options">How that is measured; null for the defaults.</param>
    public ReliabilityReport Reliability(CalibrationOptions? options = null) => ReliabilityReport.Of(Scans.SelectMany(scan => scan.Values), options ?? new CalibrationOptions());

    /// <summary>The calibration of the engine's trust by the scans of the tune part; none of the others has a say.</summary>
    /// <param name="options">How it is fitted; null for the defaults.</param>
    public ConfidenceCalibration Calibrate(CalibrationOptions? options = null) =>
        new CalibrationFit(options ?? new CalibrationOptions()).Fit(Scans.Where(scan => scan.Source.Split == Split.Tune).SelectMany(scan => scan.Values));

    /// <summary>The report with the trust that a calibration gives.</summary>
    /// <param name="calibration">The calibration.</param>
    public OcrScoreReport With(ConfidenceCalibration calibration) => this with { Scans = [.. Scans.Select(scan => scan with { Values = CalibrationFit.Apply(scan.Values, calibration) })] };

    /// <summary>Whether a reader is warned of wrong amounts.</summary>
    /// <param name="split">The split; null for all.</param>
    public AmountCheck Check(Split? split)
    {
        var read = Of(split).SelectMany(scan => scan.Amounts).Where(amount => amount.Read is not null).ToList();
        var wrong = read.Where(amount => amount.IsWrong).ToList();
        return new AmountCheck(read.Count, wrong.Count, wrong.Count(amount => amount.HasFinding), wrong.Count(amount => !amount.HasFinding && amount.IsCovered));
    }

    private IEnumerable<ScanScore> Of(Split? split) => Scans.Where(scan => split is null || scan.Source.Split == split);

    private static List<FieldScore> Scores(IEnumerable<(AmountKind Kind, Outcome Outcome)> amounts)
    {
        var all = amounts.ToList();
        return
        [
            .. Enum.GetValues<AmountKind>().Select(kind => Score(NameOf(kind), all.Where(amount => amount.Kind == kind))),
            Score(AllMoney, all.Where(amount => amount.Kind != AmountKind.Indicator)),
        ];
    }

    private static FieldScore Score(string name, IEnumerable<(AmountKind Kind, Outcome Outcome)> amounts)
    {
        var counts = amounts.CountBy(amount => amount.Outcome).ToDictionary();
        return new FieldScore(
            name,
            counts.GetValueOrDefault(Outcome.Matched),
            counts.GetValueOrDefault(Outcome.Wrong),
            counts.GetValueOrDefault(Outcome.Missed),
            counts.GetValueOrDefault(Outcome.Invented),
            Similarity: null);
    }

    /// <summary>The contract's key of an amount.</summary>
    internal static string NameOf(AmountKind kind) => kind switch
    {
        AmountKind.TotalCost => "action.totalCost",
        AmountKind.Financer => "financer.amount",
        AmountKind.Total => "total.amount",
        _ => "indicator.value",
    };
}
