using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Evaluation.Scans;

/// <summary>An amount of the twin against the truth: what can be read where no image is to blame.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="IsCovered">Whether a mark lies over it on the scan.</param>
public sealed record TwinAmount(AmountKind Kind, Outcome Outcome, bool IsCovered);

/// <summary>An amount of a scan, with what it should be and whether a reader is warned.</summary>
public sealed record ComparedAmount
{
    /// <summary>What it is.</summary>
    public required AmountKind Kind { get; init; }

    /// <summary>Against the truth.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Whether a mark lies over it.</summary>
    public required bool IsCovered { get; init; }

    /// <summary>Whether it was read and is neither what the truth nor what the twin's own reading has at its place.</summary>
    public required bool IsWrong { get; init; }

    /// <summary>Whether a finding that is a warning or an error points at it.</summary>
    public required bool HasFinding { get; init; }

    /// <summary>The expected amount; null where none is.</summary>
    public StatedAmount? Expected { get; init; }

    /// <summary>The amount that was read; null where none was.</summary>
    public StatedAmount? Read { get; init; }
}

/// <summary>Compares the amounts of a scan with the truth, with its twin and with its own findings.</summary>
internal static class AmountComparison
{
    /// <summary>Every amount that is expected or was read.</summary>
    public static ImmutableArray<ComparedAmount> Compare(
        IngestedDocument truth, IngestedDocument twin, IngestedDocument scan, ImmutableArray<CoveredArea> covered, OcrEvaluationOptions options)
    {
        var ofTwin = AmountPairs.Of(truth, twin, options).Where(pair => pair.Expected is not null).ToDictionary(pair => pair.Expected!.Pointer);
        var besideTwin = AmountPairs.Of(twin, scan, options).Where(pair => pair.Read is not null).ToDictionary(pair => pair.Read!.Pointer, pair => pair.Expected);
        var findings = scan.Findings.Where(finding => finding.Severity >= Severity.Warning).ToList();
        return
        [
            .. AmountPairs.Of(truth, scan, options).Select(pair =>
            {
                var atTwin = pair.Expected is null ? null : ofTwin[pair.Expected.Pointer];
                var beside = pair.Read is null ? null : besideTwin.GetValueOrDefault(pair.Read.Pointer);
                // The place of what is expected is told by the twin; where the truth has none, by what the twin has there.
                var place = pair.Expected is null ? beside : atTwin!.Read;
                return new ComparedAmount
                {
                    Kind = pair.Kind,
                    Outcome = pair.Outcome,
                    IsCovered = IsCovered(place, covered),
                    IsWrong = pair.Read is not null && pair.Outcome != Outcome.Matched && beside?.Value != pair.Read.Value,
                    HasFinding = pair.Read is not null && findings.Exists(finding => PointsAt(finding, pair.Read)),
                    Expected = pair.Expected,
                    Read = pair.Read,
                };
            }),
        ];
    }

    /// <summary>Every amount of the twin that is expected or was read.</summary>
    public static ImmutableArray<TwinAmount> OfTwin(IngestedDocument truth, IngestedDocument twin, ImmutableArray<CoveredArea> covered, OcrEvaluationOptions options) =>
        [.. AmountPairs.Of(truth, twin, options).Select(pair => new TwinAmount(pair.Kind, pair.Outcome, IsCovered(pair.Read, covered)))];

    /// <summary>
    /// Whether a finding leads a reader to an amount: its pointer is the amount's, or one above it that names a single thing (an action,
    /// a total), or one below it; or its evidence touches the amount's.
    /// </summary>
    public static bool PointsAt(Finding finding, StatedAmount amount) =>
        (finding.Pointer is { } pointer && (IsWithin(amount.Pointer, pointer) || IsWithin(pointer, amount.Pointer)) && NamesOneThing(pointer))
        || (finding.Evidence?.Regions ?? []).Any(region => amount.Regions.Any(place => Touch(region, place)));

    private static bool IsCovered(StatedAmount? place, ImmutableArray<CoveredArea> covered) =>
        place is not null && place.Regions.Any(region => covered.Any(area => area.Touches(region)));

    private static bool IsWithin(string pointer, string above) =>
        pointer.StartsWith(above, StringComparison.Ordinal) && (pointer.Length == above.Length || pointer[above.Length] == '/');

    // « /actions » is all actions: whoever is sent there is sent to no amount.
    private static bool NamesOneThing(string pointer) => pointer.Any(char.IsAsciiDigit);

    private static bool Touch(EvidenceRegion one, EvidenceRegion other) =>
        one.Page == other.Page && one.Bbox is { } box && other.Bbox is { } place && box.Overlaps(place);
}
