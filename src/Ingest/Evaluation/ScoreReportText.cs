using System.Globalization;
using System.Text;
using Ingest.Model.Documents;

namespace Ingest.Evaluation;

/// <summary>A report as Markdown.</summary>
public static class ScoreReportText
{
    private const int Decimals = 3;

    /// <summary>The tables of a report: precision, recall and F1 by field and split, then F1 by field, split and kind of document, and by format.</summary>
    public static string ToMarkdown(ScoreReport report)
    {
        var text = new StringBuilder();
        AppendSplits(text, report);
        text.Append('\n');
        AppendF1(text, report, KindColumns(report));
        text.Append('\n');
        AppendF1(text, report, FormatColumns(report));
        return text.ToString();
    }

    /// <summary>
    /// Every value that was not read as expected, by document. The unseen split is left out unless asked for: whoever has
    /// seen its mistakes writes rules for them, and it measures nothing any more.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="showUnseen">Whether the unseen split is shown as well.</param>
    public static string ToErrorList(ScoreReport report, bool showUnseen = false)
    {
        var text = new StringBuilder();
        foreach (var unit in report.Units.Where(unit => showUnseen || unit.Split != Split.Unseen))
        {
            var errors = unit.Observations.Where(observation => observation.Outcome != Outcome.Matched).ToList();
            if (errors.Count == 0)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"## {unit.Slug}.{unit.Format}: {errors.Count}\n\n");
            foreach (var error in errors)
                AppendError(text, error);
            text.Append('\n');
        }

        var hidden = report.Units.Count(unit => !showUnseen && unit.Split == Split.Unseen);
        if (hidden > 0)
            text.Append(CultureInfo.InvariantCulture, $"{hidden} unseen samples are not shown.\n");
        return text.ToString();
    }

    private static void AppendError(StringBuilder text, Observation error)
    {
        text.Append(CultureInfo.InvariantCulture, $"- {error.Outcome.ToString().ToLowerInvariant()} {error.Field}");
        if (error.Place is not null)
            text.Append(CultureInfo.InvariantCulture, $" of « {error.Place} »");
        text.Append('\n');
        if (error.Expected is not null)
            text.Append(CultureInfo.InvariantCulture, $"    - expected: {error.Expected}\n");
        if (error.Actual is not null)
            text.Append(CultureInfo.InvariantCulture, $"    - read: {error.Actual}\n");
    }

    private static void AppendSplits(StringBuilder text, ScoreReport report)
    {
        var columns = report.Splits.Select(split => (Name: Name(split), Scores: report.Fields(split).ToDictionary(score => score.Field))).ToList();
        text.Append("| field |");
        foreach (var (name, _) in columns)
            text.Append(CultureInfo.InvariantCulture, $" {name}: expected | precision | recall | F1 |");
        text.Append("\n| - |");
        foreach (var _ in columns)
            text.Append(" -: | -: | -: | -: |");
        text.Append('\n');
        foreach (var field in report.Fields())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {field.Field} |");
            foreach (var (_, scores) in columns)
            {
                text.Append(scores.TryGetValue(field.Field, out var score)
                    ? string.Create(CultureInfo.InvariantCulture, $" {score.Expected} | {Figure(score.Precision)} | {Figure(score.Recall)} | {Figure(score.F1)} |")
                    : " 0 | – | – | – |");
            }

            text.Append('\n');
        }

        foreach (var (name, scores) in columns)
        {
            foreach (var score in scores.Values.Where(score => score.Similarity is not null))
                text.Append(CultureInfo.InvariantCulture, $"\n{name}, {score.Field}: mean likeness of the texts {Figure(score.Similarity)}.\n");
        }
    }

    private static List<F1Column> KindColumns(ScoreReport report) =>
    [
        .. from split in report.Splits
           from kind in report.Kinds
           let units = report.Units.Count(unit => unit.Split == split && unit.Kind == kind)
           where units > 0
           select new F1Column($"{Name(split)} {Name(kind)} ({units})", report.Fields(split, kind: kind)),
    ];

    private static List<F1Column> FormatColumns(ScoreReport report) =>
    [
        .. from split in report.Splits
           from format in report.Formats
           let units = report.Units.Count(unit => unit.Split == split && unit.Format == format)
           where units > 0
           select new F1Column($"{Name(split)} {format} ({units})", report.Fields(split, format)),
    ];

    private static void AppendF1(StringBuilder text, ScoreReport report, List<F1Column> columns)
    {
        text.Append("| F1 |");
        foreach (var column in columns)
            text.Append(CultureInfo.InvariantCulture, $" {column.Name} |");
        text.Append("\n| - |");
        foreach (var _ in columns)
            text.Append(" -: |");
        text.Append('\n');
        foreach (var field in report.Fields())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {field.Field} |");
            foreach (var column in columns)
                text.Append(CultureInfo.InvariantCulture, $" {Figure(column.Scores.FirstOrDefault(score => score.Field == field.Field)?.F1)} |");
            text.Append('\n');
        }
    }

    private static string Name(Split split) => split.ToString().ToLowerInvariant();

    private static string Name(DocumentKind kind) => kind.ToString().ToLowerInvariant();

    // Cut, not rounded: 0.9996 is not perfect and must not look so.
    private static string Figure(double? value)
    {
        if (value is not { } figure)
            return "–";
        var scale = Math.Pow(10, Decimals);
        return (Math.Floor((figure * scale) + 1e-9) / scale).ToString("0.000", CultureInfo.InvariantCulture);
    }

    private sealed record F1Column(string Name, IReadOnlyList<FieldScore> Scores);
}
