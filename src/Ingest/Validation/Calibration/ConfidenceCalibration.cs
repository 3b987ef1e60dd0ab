using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Validation.Calibration;

/// <summary>
/// The engine's trust → the share of such values that is right, linear in log odds (D. R. Cox, « Two further applications of a model for
/// binary regression », Biometrika 1958; the same family as J. Platt's scaling, 1999). A slope of 1 and an intercept of 0 change nothing.
/// </summary>
/// <param name="Slope">By how much the log odds rise with those of the engine; 0 or more, so that more trust never becomes less.</param>
/// <param name="Intercept">Log odds where the engine gives one half.</param>
public sealed record ConfidenceCurve(double Slope, double Intercept)
{
    // The engine's 0 and 1 are no certainty: beyond these its log odds say nothing.
    private const double Least = 0.01;
    private const double Most = 0.99;

    /// <summary>The curve that changes nothing but trust of more than 0.99 or less than 0.01.</summary>
    public static ConfidenceCurve Unchanged { get; } = new(1, 0);

    /// <summary>The share that is right, 0 to 1.</summary>
    /// <param name="confidence">The engine's trust, 0 to 1.</param>
    public double Of(double confidence) => 1 / (1 + Math.Exp(-(Slope * LogOdds(confidence)) - Intercept));

    /// <summary>The log odds of the engine's trust.</summary>
    /// <param name="confidence">The engine's trust, 0 to 1.</param>
    public static double LogOdds(double confidence) => Math.Clamp(confidence, Least, Most) is var kept ? Math.Log(kept / (1 - kept)) : 0;
}

/// <summary>The curve of one sort of values, and what it was fitted on.</summary>
/// <param name="Kind">The sort.</param>
/// <param name="Curve">The curve.</param>
/// <param name="Values">Values that it was fitted on.</param>
/// <param name="Right">Those of them that were right.</param>
/// <param name="Scans">Scans that they stand on.</param>
public sealed record KindCalibration(ValueKind Kind, ConfidenceCurve Curve, int Values, int Right, int Scans);

/// <summary>A scan that a calibration was fitted on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">How many values it gave.</param>
public sealed record CalibrationScan(string Name, int Values);

/// <summary>What the trust of text recognition is worth, by sorts of values: data that <c>ingest evaluate ocr --calibrate</c> writes.</summary>
public sealed record ConfidenceCalibration
{
    /// <summary>The curve of all values together: for sorts that have none of their own.</summary>
    public required ConfidenceCurve Pooled { get; init; }

    /// <summary>The curves by sort.</summary>
    public required ImmutableArray<KindCalibration> Kinds { get; init; }

    /// <summary>The scans that they were fitted on.</summary>
    public required ImmutableArray<CalibrationScan> Scans { get; init; }

    /// <summary>The share of values of a sort that is right where the engine trusts them so much.</summary>
    /// <param name="kind">The sort.</param>
    /// <param name="confidence">The engine's trust, 0 to 1.</param>
    public double Of(ValueKind kind, double confidence) => (Kinds.FirstOrDefault(item => item.Kind == kind)?.Curve ?? Pooled).Of(confidence);

    /// <summary>The document, its recognised values with calibrated trust; the engine's stays beside it. What was read from characters is as it was.</summary>
    /// <param name="document">The document, its totals compared with their parts.</param>
    public IngestedDocument Apply(IngestedDocument document) => DocumentEvidence.Select(document, (pointer, evidence) => Apply(document, pointer, evidence)) with
    {
        Findings = [.. document.Findings.Select(finding => Apply(document, finding))],
    };

    /// <summary>A finding of the rooms before, its evidence with the trust of the value that it points at.</summary>
    /// <param name="document">The document.</param>
    /// <param name="finding">The finding.</param>
    public Finding Apply(IngestedDocument document, Finding finding) =>
        finding.Evidence is { } evidence ? finding with { Evidence = Apply(document, finding.Pointer ?? "", evidence) } : finding;

    private Evidence Apply(IngestedDocument document, string pointer, Evidence evidence) => evidence is { Origin: Origin.Ocr, EngineConfidence: null }
        ? evidence with { Confidence = Of(ValueKinds.Of(document, pointer), evidence.Confidence), EngineConfidence = evidence.Confidence }
        : evidence;
}
