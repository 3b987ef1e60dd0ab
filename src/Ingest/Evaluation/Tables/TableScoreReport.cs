using System.Collections.Immutable;

namespace Ingest.Evaluation.Tables;

/// <summary>The figures of a set of documents.</summary>
public sealed record TableScoreSummary
{
    private readonly ImmutableArray<DocumentTableScore> _documents;

    /// <summary>The figures of the documents.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="documents">Its documents, one or more.</param>
    public TableScoreSummary(string name, ImmutableArray<DocumentTableScore> documents)
    {
        _documents = documents;
        Name = name;
    }

    /// <summary>Name of the set.</summary>
    public string Name { get; }

    /// <summary>Number of documents.</summary>
    public int Documents => _documents.Length;

    /// <summary>Precision and recall averaged over the documents, F1 from the averages: the main figure.</summary>
    public PrecisionRecall Macro => Mean(document => document.Score);

    /// <summary>Average of the documents' F1.</summary>
    public double MeanF1 => _documents.Sum(document => document.Score.F1) / Documents;

    /// <summary>From the relations of all documents together.</summary>
    public PrecisionRecall Micro => PrecisionRecall.Of(Total(document => document.Correct), PredictedRelations, TruthRelations);

    /// <summary>As <see cref="Macro"/>, where blanks between two cells are not counted.</summary>
    public PrecisionRecall MacroIgnoringBlanks => Mean(document => document.ScoreIgnoringBlanks);

    /// <summary>As <see cref="Micro"/>, where blanks between two cells are not counted.</summary>
    public PrecisionRecall MicroIgnoringBlanks => PrecisionRecall.Of(Total(document => document.CorrectIgnoringBlanks), PredictedRelations, TruthRelations);

    /// <summary>Structure alone: from the relations of the detected tables.</summary>
    public PrecisionRecall Matched => Detected == 0
        ? default
        : PrecisionRecall.Of(Total(document => document.MatchedCorrect), Total(document => document.MatchedPredicted), Total(document => document.MatchedTruth));

    /// <summary>Detection alone: from the numbers of tables.</summary>
    public PrecisionRecall Detection => PrecisionRecall.Of(Detected, PredictedTables, TruthTables);

    /// <summary>Number of true tables.</summary>
    public int TruthTables => Total(document => document.TruthTables);

    /// <summary>Number of predicted tables.</summary>
    public int PredictedTables => Total(document => document.PredictedTables);

    /// <summary>True tables whose relations are all found with none too many.</summary>
    public int Perfect => Total(document => document.Perfect);

    /// <summary>True tables that were detected.</summary>
    public int Detected => Total(document => document.Detected);

    /// <summary>Detected tables of which hardly a word is missing.</summary>
    public int Complete => Total(document => document.Complete);

    /// <summary>Detected tables with hardly a word too many.</summary>
    public int Pure => Total(document => document.Pure);

    /// <summary>Predicted tables that are no detected table.</summary>
    public int Undetected => PredictedTables - Detected;

    /// <summary>Predicted tables that have no right relation with any true table.</summary>
    public int WithoutRightRelation => Total(document => document.WithoutRightRelation);

    private int PredictedRelations => Total(document => document.PredictedRelations);

    private int TruthRelations => Total(document => document.TruthRelations);

    private int Total(Func<DocumentTableScore, int> count) => _documents.Sum(count);

    private PrecisionRecall Mean(Func<DocumentTableScore, PrecisionRecall> score) => new(
        _documents.Sum(document => score(document).Precision) / Documents, _documents.Sum(document => score(document).Recall) / Documents);
}

/// <summary>The scores of all documents.</summary>
public sealed record TableScoreReport
{
    /// <summary>The documents by name.</summary>
    public required ImmutableArray<DocumentTableScore> Documents { get; init; }

    /// <summary>Names of the documents that are kept closed: they count, and nobody looks at them one by one.</summary>
    public required ImmutableSortedSet<string> Closed { get; init; }

    /// <summary>The documents that may be looked at, the worst first.</summary>
    public ImmutableArray<DocumentTableScore> Open =>
    [
        .. Documents.Where(document => !Closed.Contains(document.Document))
            .OrderBy(document => document.Score.F1).ThenBy(document => document.Document, StringComparer.Ordinal),
    ];

    /// <summary>The halves of the competition where both are there, the open and the closed part where some are kept closed, and all.</summary>
    public ImmutableArray<TableScoreSummary> Sets =>
    [
        .. Parts("EU", "US", document => document.Document.StartsWith("eu", StringComparison.Ordinal), document => document.Document.StartsWith("us", StringComparison.Ordinal)),
        .. Parts("open", "closed", document => !Closed.Contains(document.Document), document => Closed.Contains(document.Document)),
        new TableScoreSummary("all", Documents),
    ];

    private IEnumerable<TableScoreSummary> Parts(string first, string second, Func<DocumentTableScore, bool> isFirst, Func<DocumentTableScore, bool> isSecond)
    {
        var (one, other) = (Documents.Where(isFirst).ToImmutableArray(), Documents.Where(isSecond).ToImmutableArray());
        return one.IsEmpty || other.IsEmpty ? [] : [new TableScoreSummary(first, one), new TableScoreSummary(second, other)];
    }
}
