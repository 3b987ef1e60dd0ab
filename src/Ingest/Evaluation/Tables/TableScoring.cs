using System.Collections.Immutable;

namespace Ingest.Evaluation.Tables;

/// <summary>
/// Scores predicted tables end to end, as the ICDAR 2013 table competition does (M. Göbel, T. Hassan, E. Oro and G. Orsi, 2013):
/// nothing is told about where tables are, a false table costs precision and a missed one recall. Other than there, tables
/// are paired for the greatest sum of right relations, so that their order does not matter.
/// </summary>
public static class TableScoring
{
    /// <summary>Scores one document against the truth that suits the prediction best.</summary>
    /// <param name="document">The document with its truths.</param>
    /// <param name="predicted">The predicted tables.</param>
    /// <param name="options">Thresholds; null for the defaults.</param>
    public static DocumentTableScore Score(TruthDocument document, ImmutableArray<ScoredTable> predicted, TableScoringOptions? options = null)
    {
        var found = predicted.Select(TableRelations.Of).ToImmutableArray();
        return document.Variants
            .Select(variant => Score(document.Name, variant.Name, [.. variant.Tables.Select(TableRelations.Of)], found, options ?? new TableScoringOptions()))
            .Aggregate((best, other) => IsBetter(other, best) ? other : best);
    }

    private static bool IsBetter(DocumentTableScore score, DocumentTableScore than) =>
        (score.Score.F1, score.ScoreIgnoringBlanks.F1).CompareTo((than.Score.F1, than.ScoreIgnoringBlanks.F1)) > 0;

    private static DocumentTableScore Score(
        string document, string variant, ImmutableArray<TableRelations> truth, ImmutableArray<TableRelations> predicted, TableScoringOptions options)
    {
        var right = Weigh(truth, predicted, (one, other) => one.Relations.CountShared(other.Relations));
        var pairs = Alignment.Pair(right).ToDictionary(pair => pair.Expected, pair => pair.Actual);
        var loose = Weigh(truth, predicted, (one, other) => one.BlanksIgnored.CountShared(other.BlanksIgnored));
        var detected = Detect(truth, predicted, options);
        var tables = truth.Select((table, index) => pairs.TryGetValue(index, out var pair)
            ? new TruthTableScore(table.Pages, table.Relations.Count, predicted[pair].Relations.Count, (int)right[index, pair])
            : new TruthTableScore(table.Pages, table.Relations.Count, 0, 0)).ToImmutableArray();
        return new DocumentTableScore
        {
            Document = document,
            Variant = variant,
            TruthTables = truth.Length,
            PredictedTables = predicted.Length,
            TruthRelations = truth.Sum(table => table.Relations.Count),
            PredictedRelations = predicted.Sum(table => table.Relations.Count),
            Correct = tables.Sum(table => table.Correct),
            CorrectIgnoringBlanks = Alignment.Pair(loose).Sum(pair => (int)loose[pair.Expected, pair.Actual]),
            Perfect = tables.Count(table => table.Correct > 0 && table.Correct == table.Truth && table.Correct == table.Predicted),
            Detected = detected.Length,
            Complete = detected.Count(pair => pair.SharedWords >= options.NearlyAll * pair.Truth.Words.Count),
            Pure = detected.Count(pair => pair.SharedWords >= options.NearlyAll * pair.Predicted.Words.Count),
            WithoutRightRelation = Enumerable.Range(0, predicted.Length).Count(j => Enumerable.Range(0, truth.Length).All(i => right[i, j] == 0)),
            MatchedCorrect = detected.Sum(pair => pair.Truth.Relations.CountShared(pair.Predicted.Relations)),
            MatchedTruth = detected.Sum(pair => pair.Truth.Relations.Count),
            MatchedPredicted = detected.Sum(pair => pair.Predicted.Relations.Count),
            Tables = tables,
        };
    }

    // Detection is judged by words, so that a table with all its cells in the wrong places is still found.
    private static ImmutableArray<DetectedTable> Detect(
        ImmutableArray<TableRelations> truth, ImmutableArray<TableRelations> predicted, TableScoringOptions options)
    {
        var likeness = Weigh(truth, predicted, (one, other) =>
            one.Words.CountShared(other.Words) is > 0 and var shared ? 2.0 * shared / (one.Words.Count + other.Words.Count) : 0);
        return
        [
            .. from pair in Alignment.Pair(likeness)
               where likeness[pair.Expected, pair.Actual] >= options.DetectionThreshold
               let one = truth[pair.Expected]
               let other = predicted[pair.Actual]
               select new DetectedTable(one, other, one.Words.CountShared(other.Words)),
        ];
    }

    private static double[,] Weigh(
        ImmutableArray<TableRelations> truth, ImmutableArray<TableRelations> predicted, Func<TableRelations, TableRelations, double> weight)
    {
        var weights = new double[truth.Length, predicted.Length];
        for (var i = 0; i < truth.Length; i++)
        {
            for (var j = 0; j < predicted.Length; j++)
                weights[i, j] = truth[i].SharesPageWith(predicted[j]) ? weight(truth[i], predicted[j]) : 0;
        }

        return weights;
    }

    private sealed record DetectedTable(TableRelations Truth, TableRelations Predicted, int SharedWords);
}

/// <summary>Thresholds of the score. Shares go from 0 to 1.</summary>
public sealed record TableScoringOptions
{
    /// <summary>Least likeness of the words of a true and a predicted table (harmonic mean of completeness and purity) for a detection.</summary>
    public double DetectionThreshold { get; init; } = 0.5;

    /// <summary>Share of words from which a table is complete or pure; the rest is a caption or a note.</summary>
    public double NearlyAll { get; init; } = 0.95;
}
