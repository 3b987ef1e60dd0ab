using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ingest.Evaluation.Tables.Whole;

/// <summary>A report of the table corpus as Markdown.</summary>
public static class TableCorpusText
{
    /// <summary>Most lines that tell what differs in one table.</summary>
    private const int MaxLines = 12;

    /// <summary>The figures by split, then by trait.</summary>
    public static string ToMarkdown(TableCorpusReport report)
    {
        var text = new StringBuilder();
        Append(text, "split", report.Splits);
        text.Append('\n');
        Append(text, "trait", report.Traits);
        return text.ToString();
    }

    /// <summary>
    /// What differs in every table that is not exact, and the false tables. The unseen split is left out unless asked for: whoever
    /// has seen its mistakes writes rules for them, and it measures nothing any more.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="showUnseen">Whether the unseen split is shown as well.</param>
    public static string ToErrorList(TableCorpusReport report, bool showUnseen = false)
    {
        var text = new StringBuilder();
        foreach (var score in report.Scores.Where(score => showUnseen || score.Document.Split != Split.Unseen))
        {
            var wrong = score.Pairs.Select((pair, index) => (Pair: pair, Number: index + 1)).Where(item => !item.Pair.IsExact).ToList();
            if (wrong.Count == 0 && score.FalseTables.IsEmpty)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"## {score.Document.File}\n\n");
            foreach (var (pair, number) in wrong)
                AppendList(text, $"table {number}", pair.Truth.Pages, TableDifferences.Of(pair));
            foreach (var table in score.FalseTables)
                AppendList(text, "false table", table.Pages, [.. table.Cells.Select(cell => cell.ToString())]);
            text.Append('\n');
        }

        var hidden = report.Scores.Count(score => !showUnseen && score.Document.Split == Split.Unseen);
        if (hidden > 0)
            text.Append(CultureInfo.InvariantCulture, $"{hidden} unseen documents are not shown.\n");
        return text.ToString();
    }

    private static void AppendList(StringBuilder text, string title, ImmutableSortedSet<int> pages, ImmutableArray<string> lines)
    {
        text.Append(CultureInfo.InvariantCulture, $"- {title}, page {string.Join(", ", pages)}: {lines.Length}\n");
        // The line that tells how many more there are is one of the lines.
        var shown = lines.Length > MaxLines ? MaxLines - 1 : lines.Length;
        foreach (var line in lines.Take(shown))
            text.Append(CultureInfo.InvariantCulture, $"    - {line}\n");
        if (lines.Length > shown)
            text.Append(CultureInfo.InvariantCulture, $"    - and {lines.Length - shown} more\n");
    }

    private static void Append(StringBuilder text, string title, ImmutableArray<TableCorpusSummary> parts)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {title} | documents | tables | exact | share | over pages | rows exact | regions right | false tables | without tables | gave none |\n");
        text.Append("| - | -: | -: | -: | -: | -: | -: | -: | -: | -: | -: |\n");
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {part.Name} | {part.Documents} | {part.Tables} | {part.Exact} | {Share(part.ExactShare)} |")
                .Append(CultureInfo.InvariantCulture, $" {part.MultiPage} | {part.RowsExact} | {part.RegionsRight} |")
                .Append(CultureInfo.InvariantCulture, $" {part.FalseTables} | {part.WithoutTables} | {part.GaveNone} |\n");
        }
    }

    // Cut, not rounded: 0.9996 is not perfect and must not look so.
    private static string Share(double? value) => value is { } share ? (Math.Floor((share * 1000) + 1e-9) / 1000).ToString("0.000", CultureInfo.InvariantCulture) : "–";
}
