using Ingest.Evaluation.Tables;

namespace Ingest.Tests.Evaluation.Tables;

/// <summary>Small tables for a test of the score.</summary>
internal static class Scored
{
    /// <summary>A table without spans: rows parted by « / », cells by « | »; nothing between two bars is blank.</summary>
    public static ScoredTable Table(int page, string sketch) => new([page], [
        .. sketch.Split('/').SelectMany((row, r) => row.Split('|').Select((text, c) => new ScoredCell(r, c, r, c, text.Trim()))),
    ]);

    /// <summary>A table of cells.</summary>
    public static ScoredTable Cells(int page, params ScoredCell[] cells) => new([page], [.. cells]);

    /// <summary>The score of predicted tables against the true ones.</summary>
    public static DocumentTableScore Score(ScoredTable[] truth, params ScoredTable[] predicted) =>
        TableScoring.Score(new TruthDocument("doc-1", null, [new TruthVariant("doc-1", [.. truth])]), [.. predicted]);
}
