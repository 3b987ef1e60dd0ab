using System.Collections.Immutable;
using Ingest.Evaluation.Scans;
using Ingest.Model.Documents;

namespace Ingest.Evaluation.Generated;

/// <summary>A generated document with what was read of it.</summary>
public sealed record GeneratedScore
{
    /// <summary>Every value compared.</summary>
    public required UnitScore Unit { get; init; }

    /// <summary>Whether nothing is wrong with the document itself.</summary>
    public required bool IsClean { get; init; }

    /// <summary>How it is laid out and what is wrong with it.</summary>
    public required ImmutableArray<string> Traits { get; init; }

    /// <summary>The amounts that were not read as they stand there.</summary>
    public required ImmutableArray<AmountMiss> Misses { get; init; }

    /// <summary>How many amounts stand in it.</summary>
    public required int AmountCount { get; init; }

    /// <summary>Whether the costs and the payers' money add up to what the truth adds up to.</summary>
    public required bool HasEqualSums { get; init; }

    /// <summary>Compares what was read with the truth.</summary>
    /// <param name="truth">The truth, with the document's format in its sample.</param>
    /// <param name="isClean">Whether nothing is wrong with the document itself.</param>
    /// <param name="traits">How it is laid out and what is wrong with it.</param>
    /// <param name="actual">What was read.</param>
    public static GeneratedScore Of(TruthEntry truth, bool isClean, ImmutableArray<string> traits, IngestedDocument actual)
    {
        var options = new OcrEvaluationOptions();
        return new GeneratedScore
        {
            Unit = new UnitScore
            {
                Slug = truth.Slug,
                Format = Path.GetExtension(truth.Samples[0]).TrimStart('.'),
                Split = truth.Split,
                Kind = truth.Expected.Kind,
                // The truth of a generated document does not say which neighbourhoods its running text names.
                Observations = [.. DocumentComparison.Compare(truth, actual, options.Pairing).Where(value => value.Field is not (ScoredField.Quartiers or ScoredField.ActionQuartiers or ScoredField.QuartierCommunes))],
            },
            IsClean = isClean,
            Traits = traits,
            Misses = AmountMiss.Of(truth.Expected, actual, options),
            AmountCount = AmountPairs.Of(truth.Expected, truth.Expected, options).Length,
            HasEqualSums = SumsOf(truth.Expected) == SumsOf(actual),
        };
    }

    private static (decimal Costs, decimal Money) SumsOf(IngestedDocument document) => (
        document.Actions.Sum(action => action.TotalCost?.Amount ?? 0),
        document.Actions.SelectMany(action => action.Financers).Sum(financer => financer.Amount?.Amount ?? 0));
}

/// <summary>What was read of generated documents.</summary>
public sealed record GeneratedReport
{
    /// <summary>The documents in their order.</summary>
    public required ImmutableArray<GeneratedScore> Scores { get; init; }

    /// <summary>Scores by field of all documents.</summary>
    public ScoreReport Fields => new() { Units = [.. Scores.Select(score => score.Unit)] };

    /// <summary>Documents without a fault of their own.</summary>
    public IEnumerable<GeneratedScore> Clean => Scores.Where(score => score.IsClean);

    /// <summary>Share of the amounts of documents without a fault that were read as they stand there, those invented counted as misses; 1 where there are none.</summary>
    public double ExactAmounts => Ratio(Clean.Sum(score => Math.Max(0, score.AmountCount - score.Misses.Length)), Clean.Sum(score => score.AmountCount));

    /// <summary>Share of the documents without a fault of which every amount was read as it stands there, and none besides.</summary>
    public double ExactDocuments => Ratio(Clean.Count(score => score.Misses.IsEmpty), Clean.Count());

    /// <summary>Misses of which no warning and no error tells, in all documents.</summary>
    public IEnumerable<(GeneratedScore Score, AmountMiss Miss)> Untold => Scores.SelectMany(score => score.Misses.Where(miss => !miss.IsTold).Select(miss => (score, miss)));

    private static double Ratio(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
