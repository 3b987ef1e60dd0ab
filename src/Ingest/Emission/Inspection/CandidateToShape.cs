using System.Globalization;
using Ingest.Tables;

namespace Ingest.Emission.Inspection;

/// <summary>A candidate that was not taken as a table → what is drawn of it. What a candidate gains is told here.</summary>
internal static class CandidateToShape
{
    /// <summary>The shape; null where the source has no geometry.</summary>
    public static InspectedShape? Convert(TableCandidate candidate, InspectionTexts texts) => candidate.Bbox is { } box
        ? new InspectedShape { Layer = InspectionLayer.Candidates, Box = box, Label = texts.WordFor(candidate.Reason), Title = Describe(candidate, texts) }
        : null;

    /// <summary>The candidate: how it was found, its size, why it was not taken; on lines below, its score and what made it.</summary>
    public static string Describe(TableCandidate candidate, InspectionTexts texts) => ScoreWords.Append(InALine(candidate, texts), candidate.Score, texts);

    private static string InALine(TableCandidate candidate, InspectionTexts texts) => texts.Format(
        "candidate",
        texts.WordFor(candidate.Method),
        candidate.RowCount.ToString(CultureInfo.InvariantCulture),
        candidate.ColumnCount.ToString(CultureInfo.InvariantCulture),
        texts.WordFor(candidate.Reason));
}
