using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ingest.Evaluation.Tables;

/// <summary>A report of table scores as Markdown.</summary>
public static class TableScoreText
{
    private const int Decimals = 4;

    private static readonly ImmutableArray<(string Name, Func<TableScoreSummary, string> Value)> Figures =
    [
        ("macro P / R / F1", set => Figure(set.Macro)),
        ("mean F1", set => Figure(set.MeanF1)),
        ("micro P / R / F1", set => Figure(set.Micro)),
        ("macro, blanks ignored", set => Figure(set.MacroIgnoringBlanks)),
        ("micro, blanks ignored", set => Figure(set.MicroIgnoringBlanks)),
        ("matched structure P / R / F1", set => Figure(set.Matched)),
        ("detection P / R / F1", set => Figure(set.Detection)),
        ("tables, predicted", set => Figure(set.PredictedTables)),
        ("tables, true", set => Figure(set.TruthTables)),
        ("perfect", set => Figure(set.Perfect)),
        ("detected", set => Figure(set.Detected)),
        ("detected, complete", set => Figure(set.Complete)),
        ("detected, pure", set => Figure(set.Pure)),
        ("false: predicted less detected", set => Figure(set.Undetected)),
        ("false: without a right relation", set => Figure(set.WithoutRightRelation)),
    ];

    /// <summary>The figures of each set, a column for a set.</summary>
    public static string ToMarkdown(TableScoreReport report)
    {
        var text = new StringBuilder("| figure |");
        foreach (var set in report.Sets)
            text.Append(CultureInfo.InvariantCulture, $" {set.Name} ({set.Documents}) |");
        text.Append("\n| - |");
        foreach (var _ in report.Sets)
            text.Append(" -: |");
        text.Append('\n');
        foreach (var (name, value) in Figures)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} |");
            foreach (var set in report.Sets)
                text.Append(CultureInfo.InvariantCulture, $" {value(set)} |");
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A line for each document, the worst first; those kept closed are only counted.</summary>
    /// <param name="report">The report.</param>
    /// <param name="withTables">Whether each true table has a line below its document's.</param>
    public static string ToDocumentList(TableScoreReport report, bool withTables)
    {
        var text = new StringBuilder();
        foreach (var document in report.Open)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {document.Variant}: F1 {Figure(document.Score.F1)}, P {Figure(document.Score.Precision)}, R {Figure(document.Score.Recall)}")
                .Append(CultureInfo.InvariantCulture, $" (blanks ignored F1 {Figure(document.ScoreIgnoringBlanks.F1)});")
                .Append(CultureInfo.InvariantCulture, $" relations {document.TruthRelations}, predicted {document.PredictedRelations}, correct {document.Correct};")
                .Append(CultureInfo.InvariantCulture, $" tables {document.TruthTables}, predicted {document.PredictedTables}, detected {document.Detected},")
                .Append(CultureInfo.InvariantCulture, $" perfect {document.Perfect}, without a right relation {document.WithoutRightRelation}\n");
            if (!withTables)
                continue;
            foreach (var table in document.Tables)
                text.Append(CultureInfo.InvariantCulture, $"    - page {string.Join(", ", table.Pages)}: relations {table.Truth}, predicted {table.Predicted}, correct {table.Correct}\n");
        }

        var hidden = report.Documents.Length - report.Open.Length;
        if (hidden > 0)
            text.Append(CultureInfo.InvariantCulture, $"{hidden} closed documents are not shown.\n");
        return text.ToString();
    }

    private static string Figure(PrecisionRecall score) => $"{Figure(score.Precision)} / {Figure(score.Recall)} / {Figure(score.F1)}";

    private static string Figure(int count) => count.ToString(CultureInfo.InvariantCulture);

    // Cut, not rounded: 0.99996 is not perfect and must not look so.
    private static string Figure(double value)
    {
        var scale = Math.Pow(10, Decimals);
        return (Math.Floor((value * scale) + 1e-9) / scale).ToString("0.0000", CultureInfo.InvariantCulture);
    }
}
