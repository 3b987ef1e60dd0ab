using System.Globalization;
using System.Text;

namespace Ingest.Evaluation.Generated;

/// <summary>A report on generated documents as Markdown.</summary>
public static class GeneratedText
{
    /// <summary>The amounts first, then the traits that misses share, then the scores by field.</summary>
    public static string ToMarkdown(GeneratedReport report)
    {
        var text = new StringBuilder("| documents | clean | amounts of clean ones | read exactly | clean documents with all amounts exact | misses | without a finding |\n| -: | -: | -: | -: | -: | -: | -: |\n");
        text.Append(CultureInfo.InvariantCulture, $"| {report.Scores.Length} | {report.Clean.Count()} | {report.Clean.Sum(score => score.AmountCount)} | {Percent(report.ExactAmounts)} | {Percent(report.ExactDocuments)} ({report.Clean.Count(score => score.Misses.IsEmpty)}) | {report.Scores.Sum(score => score.Misses.Length)} | {report.Untold.Count()} |\n\n");
        AppendTraits(text, report);
        text.Append('\n').Append(ScoreReportText.ToMarkdown(report.Fields));
        return text.ToString();
    }

    /// <summary>Every amount that was missed and every value that was not read as expected, by document.</summary>
    public static string ToErrorList(GeneratedReport report)
    {
        var text = new StringBuilder();
        foreach (var score in report.Scores.Where(score => !score.Misses.IsEmpty))
        {
            text.Append(CultureInfo.InvariantCulture, $"# {score.Unit.Slug}.{score.Unit.Format}: {score.Misses.Length} of {score.AmountCount} amounts ({string.Join(", ", score.Traits)})\n\n");
            foreach (var miss in score.Misses)
                text.Append(CultureInfo.InvariantCulture, $"- {(miss.IsTold ? "" : "UNTOLD ")}{miss.Outcome.ToString().ToLowerInvariant()} {(miss.Expected ?? miss.Read)!.Kind} of « {(miss.Expected ?? miss.Read)!.Place} »: {Figure(miss.Expected?.Value)} / {Figure(miss.Read?.Value)}\n");
            text.Append('\n');
        }

        return text.Append(ScoreReportText.ToErrorList(report.Fields)).ToString();
    }

    private static void AppendTraits(StringBuilder text, GeneratedReport report)
    {
        text.Append("| trait | documents | with misses | untold |\n| - | -: | -: | -: |\n");
        var traits = report.Scores.SelectMany(score => score.Traits.Append($"format:{score.Unit.Format}").Select(trait => (trait, score))).GroupBy(item => item.trait, item => item.score, StringComparer.Ordinal);
        foreach (var trait in traits.OrderBy(group => group.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {trait.Key} | {trait.Count()} | {trait.Count(score => !score.Misses.IsEmpty)} | {trait.Sum(score => score.Misses.Count(miss => !miss.IsTold))} |\n");
    }

    // Cut, not rounded: 99.996 % is not all.
    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor((share * 10000) + 1e-9) / 100:0.00} %");

    private static string Figure(decimal? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "nothing";
}
