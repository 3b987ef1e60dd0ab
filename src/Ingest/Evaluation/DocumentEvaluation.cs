using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Evaluation;

/// <summary>Scores what is read of the samples against their truth.</summary>
public static class DocumentEvaluation
{
    /// <summary>Reads and compares every sample: a slug in one format is one unit.</summary>
    /// <param name="extract">Reads the document at a path.</param>
    /// <param name="truths">The samples with their truth.</param>
    /// <param name="split">The split to score; null for all.</param>
    /// <param name="options">How things are paired; null for the defaults.</param>
    public static ScoreReport Run(
        Func<string, IngestedDocument> extract, TruthSet truths, Split? split = null, EvaluationOptions? options = null) => new()
        {
            Units =
            [
                .. from truth in truths.Entries
                   where split is null || truth.Split == split
                   from sample in truth.Samples
                   select new UnitScore
                   {
                       Slug = truth.Slug,
                       Format = Path.GetExtension(sample).TrimStart('.').ToLowerInvariant(),
                       Split = truth.Split,
                       Kind = truth.Expected.Kind,
                       Observations = DocumentComparison.Compare(truth, extract(sample), options ?? new EvaluationOptions()),
                   },
            ],
        };
}

/// <summary>What was observed on one sample in one format.</summary>
public sealed record UnitScore
{
    /// <summary>Slug of the document.</summary>
    public required string Slug { get; init; }

    /// <summary>Extension of the file without its dot, lower case.</summary>
    public required string Format { get; init; }

    /// <summary>The split that the document belongs to.</summary>
    public required Split Split { get; init; }

    /// <summary>What the document is by its truth, whatever was read.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Every value compared.</summary>
    public required ImmutableArray<Observation> Observations { get; init; }
}
