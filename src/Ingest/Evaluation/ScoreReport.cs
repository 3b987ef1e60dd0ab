using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Evaluation;

/// <summary>Scores of documents, by field.</summary>
public sealed record ScoreReport
{
    /// <summary>The samples that were compared, each in each of its formats.</summary>
    public required ImmutableArray<UnitScore> Units { get; init; }

    /// <summary>The splits that are in the report.</summary>
    public IReadOnlyList<Split> Splits => [.. Units.Select(unit => unit.Split).Distinct().Order()];

    /// <summary>The formats that are in the report.</summary>
    public IReadOnlyList<string> Formats => [.. Units.Select(unit => unit.Format).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The kinds of document that are in the report.</summary>
    public IReadOnlyList<DocumentKind> Kinds => [.. Units.Select(unit => unit.Kind).Distinct().Order()];

    /// <summary>
    /// Scores by field, micro-averaged: all values of all chosen units together. Fields that were neither expected nor read
    /// are left out.
    /// </summary>
    /// <param name="split">The split; null for all.</param>
    /// <param name="format">The format; null for all.</param>
    /// <param name="kind">The kind of document by its truth; null for all.</param>
    public IReadOnlyList<FieldScore> Fields(Split? split = null, string? format = null, DocumentKind? kind = null)
    {
        var observations = Units
            .Where(unit => (split is null || unit.Split == split) && (format is null || unit.Format == format) && (kind is null || unit.Kind == kind))
            .SelectMany(unit => unit.Observations)
            .ToLookup(observation => observation.Field, StringComparer.Ordinal);
        return [.. ScoredField.All.Where(observations.Contains).Select(field => FieldScore.Of(field, observations[field]))];
    }
}

/// <summary>How well one field was read.</summary>
/// <param name="Field">The field.</param>
/// <param name="Matched">Values read as expected.</param>
/// <param name="Wrong">Values read otherwise than expected.</param>
/// <param name="Missed">Values expected and not read.</param>
/// <param name="Invented">Values read and not expected.</param>
/// <param name="Similarity">Mean likeness of the texts expected, 0..1; null for fields that are only right or wrong.</param>
public sealed record FieldScore(string Field, int Matched, int Wrong, int Missed, int Invented, double? Similarity)
{
    /// <summary>How many values are expected.</summary>
    public int Expected => Matched + Wrong + Missed;

    /// <summary>Share of the values read that are right; null when none was read.</summary>
    public double? Precision => Ratio(Matched, Matched + Wrong + Invented);

    /// <summary>Share of the values expected that were read; null when none is expected.</summary>
    public double? Recall => Ratio(Matched, Expected);

    /// <summary>Harmonic mean of precision and recall, 0 where one of them is missing.</summary>
    public double F1 => Ratio(2 * Matched, (2 * Matched) + (2 * Wrong) + Missed + Invented) ?? 0;

    internal static FieldScore Of(string field, IEnumerable<Observation> observations)
    {
        var all = observations.ToList();
        var similarities = all.Where(observation => observation.Similarity is not null).ToList();
        return new FieldScore(
            field,
            all.Count(observation => observation.Outcome == Outcome.Matched),
            all.Count(observation => observation.Outcome == Outcome.Wrong),
            all.Count(observation => observation.Outcome == Outcome.Missed),
            all.Count(observation => observation.Outcome == Outcome.Invented),
            similarities.Count == 0 ? null : similarities.Average(observation => observation.Similarity!.Value));
    }

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
