using System.Collections.Immutable;

namespace Ingest.Evaluation.Tables;

/// <summary>A true table with what was found of it.</summary>
/// <param name="Pages">The pages that it stands on.</param>
/// <param name="Truth">Number of its relations.</param>
/// <param name="Predicted">Number of relations of the table that it is paired with; 0 where there is none.</param>
/// <param name="Correct">Number of relations that both have.</param>
public sealed record TruthTableScore(ImmutableSortedSet<int> Pages, int Truth, int Predicted, int Correct);

/// <summary>The counts of one document.</summary>
public sealed record DocumentTableScore
{
    /// <summary>Name of the document.</summary>
    public required string Document { get; init; }

    /// <summary>The truth that counts: the one with the best score.</summary>
    public required string Variant { get; init; }

    /// <summary>Number of true tables.</summary>
    public required int TruthTables { get; init; }

    /// <summary>Number of predicted tables.</summary>
    public required int PredictedTables { get; init; }

    /// <summary>Number of relations in all true tables.</summary>
    public required int TruthRelations { get; init; }

    /// <summary>Number of relations in all predicted tables.</summary>
    public required int PredictedRelations { get; init; }

    /// <summary>Number of right relations.</summary>
    public required int Correct { get; init; }

    /// <summary>Number of right relations where the number of blanks between two cells is not asked for.</summary>
    public required int CorrectIgnoringBlanks { get; init; }

    /// <summary>True tables whose relations are all found with none too many.</summary>
    public required int Perfect { get; init; }

    /// <summary>True tables whose words are mostly in a predicted table that has few others.</summary>
    public required int Detected { get; init; }

    /// <summary>Detected tables of which hardly a word is missing.</summary>
    public required int Complete { get; init; }

    /// <summary>Detected tables with hardly a word too many.</summary>
    public required int Pure { get; init; }

    /// <summary>Predicted tables that have no right relation with any true table.</summary>
    public required int WithoutRightRelation { get; init; }

    /// <summary>Number of right relations in the detected tables.</summary>
    public required int MatchedCorrect { get; init; }

    /// <summary>Number of true relations of the detected tables.</summary>
    public required int MatchedTruth { get; init; }

    /// <summary>Number of predicted relations of the detected tables.</summary>
    public required int MatchedPredicted { get; init; }

    /// <summary>The true tables one by one.</summary>
    public required ImmutableArray<TruthTableScore> Tables { get; init; }

    /// <summary>The score of the document.</summary>
    public PrecisionRecall Score => PrecisionRecall.Of(Correct, PredictedRelations, TruthRelations);

    /// <summary>The score of the document where blanks between two cells are not counted.</summary>
    public PrecisionRecall ScoreIgnoringBlanks => PrecisionRecall.Of(CorrectIgnoringBlanks, PredictedRelations, TruthRelations);
}
