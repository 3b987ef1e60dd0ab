using System.Globalization;
using Ingest.Tables;

namespace Ingest.Emission.Inspection;

/// <summary>How sure something is a table, in words.</summary>
internal static class ScoreWords
{
    /// <summary>The score in a line.</summary>
    public static string Describe(TableScore score, InspectionTexts texts) =>
        texts.Format("score", score.Value.ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>What spoke for and against it, the heaviest first, each in a line: « +2.0 figures ».</summary>
    public static IEnumerable<string> Reasons(TableScore score, InspectionTexts texts) => score.Reasons
        .OrderByDescending(reason => Math.Abs(reason.Weight))
        .Select(reason => $"{reason.Weight.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture)} {texts.ReasonFor(reason.Name)}");

    /// <summary>A text with the score and its reasons on lines of their own below it; as it is without a score.</summary>
    public static string Append(string text, TableScore? score, InspectionTexts texts) => score is null
        ? text
        : string.Join('\n', [text, Describe(score, texts), .. Reasons(score, texts)]);
}
