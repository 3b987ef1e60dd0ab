using System.Globalization;
using System.Text;

namespace Ingest.Evaluation.Scans;

/// <summary>A report on scans as Markdown.</summary>
public static class OcrScoreText
{
    private const double Scale = 1000;

    /// <summary>The tables of a report: characters and words, amounts, wrong amounts, fields, what trust is worth.</summary>
    public static string ToMarkdown(OcrScoreReport report)
    {
        var text = new StringBuilder();
        AppendText(text, report);
        if (report.HasPlain)
            AppendPages(text, report);
        AppendAmounts(text, report);
        AppendChecks(text, report);
        AppendFields(text, report);
        text.Append('\n').Append(report.Reliability().ToMarkdown());
        return text.ToString();
    }

    /// <summary>
    /// The amounts that were read wrongly, those of which nobody is warned first, then every other value that was not read as expected.
    /// The unseen split is left out: whoever has seen its mistakes writes rules for them, and it measures nothing any more.
    /// </summary>
    public static string ToErrorList(OcrScoreReport report)
    {
        var text = new StringBuilder();
        foreach (var scan in report.Scans.Where(scan => scan.Source.Split != Split.Unseen))
        {
            var wrong = scan.Amounts.Where(amount => amount.IsWrong).OrderBy(amount => amount.HasFinding).ToList();
            if (wrong.Count == 0)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"## {scan.Source.Name}: {wrong.Count} wrong amounts\n\n");
            foreach (var amount in wrong)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {(amount.HasFinding ? "with" : "WITHOUT")} a finding{(amount.IsCovered ? ", covered" : "")}: {amount.Read!.Pointer} of « {amount.Read.Place} »")
                    .Append(CultureInfo.InvariantCulture, $": {amount.Read.Value} for {Value(amount.Expected)}\n");
            }

            text.Append('\n');
        }

        return text.Append(ScoreReportText.ToErrorList(report.Fields)).ToString();
    }

    private static void AppendText(StringBuilder text, OcrScoreReport report)
    {
        Header(text, report.HasPlain, ["characters", "pages", "CER", "words: precision", "recall", "F1"], ["plain: CER", "precision", "recall", "F1"]);
        foreach (var split in report.Splits)
        {
            foreach (var scan in report.Scans.Where(scan => scan.Source.Split == split))
            {
                foreach (var kind in scan.Pages.GroupBy(page => page.Kind).OrderBy(group => group.Key))
                    AppendTextRow(text, $"{Name(split)}: {scan.Source.Name}, {Name(kind.Key)}", [.. kind], report.HasPlain);
            }

            foreach (var kind in Enum.GetValues<PageKind>())
                AppendTextRow(text, $"**{Name(split)}, {Name(kind)} pages**", report.Pages(split, kind), report.HasPlain);
            AppendTextRow(text, $"**{Name(split)}, all**", report.Pages(split), report.HasPlain);
        }

        foreach (var split in report.Splits)
        {
            if (report.Unread.Count(scan => scan.Split == split) is > 0 and var unread)
                text.Append(CultureInfo.InvariantCulture, $"\n{Name(split)}: {unread} scans unread, in no score.\n");
        }

        text.Append('\n');
    }

    private static void AppendTextRow(StringBuilder text, string name, IReadOnlyList<PageScore> pages, bool hasPlain)
    {
        if (pages.Count == 0)
            return;
        var own = TextScore.Sum(pages.Select(page => page.Own));
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {pages.Count} |");
        AppendScore(text, own);
        if (hasPlain)
            AppendScore(text, TextScore.Sum(pages.Select(page => page.Plain ?? TextScore.None)));
        text.Append('\n');
    }

    private static void AppendScore(StringBuilder text, TextScore score) => text.Append(
        CultureInfo.InvariantCulture,
        $" {Errors(score)} | {Figure(score.WordScore.Precision)} | {Figure(score.WordScore.Recall)} | {Figure(score.WordScore.F1)} |");

    private static void AppendPages(StringBuilder text, OcrScoreReport report)
    {
        text.Append("| table page | CER | plain: CER | lower |\n| - | -: | -: | - |\n");
        foreach (var page in report.Pages(kind: PageKind.Table))
            text.Append(CultureInfo.InvariantCulture, $"| {Name(page.Split)}: {page.Scan}, {page.Page} | {Errors(page.Own)} | {(page.Plain is null ? "–" : Errors(page.Plain))} | {(page.IsLower ? "yes" : "no")} |\n");
        foreach (var split in report.Splits)
        {
            foreach (var kind in Enum.GetValues<PageKind>())
            {
                var pages = report.Pages(split, kind);
                if (pages.Count > 0)
                    text.Append(CultureInfo.InvariantCulture, $"\n{Name(split)}: ours lower on {pages.Count(page => page.IsLower)} of {pages.Count} {Name(kind)} pages.\n");
            }
        }

        text.Append('\n');
    }

    private static void AppendAmounts(StringBuilder text, OcrScoreReport report)
    {
        foreach (var (title, isCovered) in ((string, bool)[])[("amounts not covered", false), ("amounts covered by a mark", true)])
        {
            Row(text, [title, .. report.Splits.SelectMany(split => (string[])[$"{Name(split)}: expected", "twin F1", "precision", "recall", "F1"])]);
            Rule(text, 5 * report.Splits.Count);
            var columns = report.Splits.Select(split => (Scans: report.Amounts(split, isCovered), Twins: report.TwinAmounts(split, isCovered))).ToList();
            for (var i = 0; i < columns[0].Scans.Count; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {columns[0].Scans[i].Field} |");
                foreach (var (scans, twins) in columns)
                    AppendField(text, scans[i], twins[i]);
                text.Append('\n');
            }

            text.Append('\n');
        }
    }

    private static void AppendField(StringBuilder text, FieldScore? scan, FieldScore? twin) => text.Append(
        CultureInfo.InvariantCulture,
        $" {scan?.Expected ?? 0} | {(twin is null ? "–" : F1(twin))} | {Figure(scan?.Precision)} | {Figure(scan?.Recall)} | {(scan is null ? "–" : F1(scan))} |");

    private static void AppendChecks(StringBuilder text, OcrScoreReport report)
    {
        text.Append("| amounts read | read | right | wrong | wrong with a finding | wrong WITHOUT a finding | of these covered |\n| - | -: | -: | -: | -: | -: | -: |\n");
        foreach (var split in report.Splits)
        {
            var check = report.Check(split);
            text.Append(CultureInfo.InvariantCulture, $"| {Name(split)} | {check.Read} | {check.Right} | {check.Wrong} | {check.WrongWithFinding} | {check.WrongWithoutFinding} | {check.WrongWithoutFindingCovered} |\n");
        }

        text.Append('\n');
    }

    private static void AppendFields(StringBuilder text, OcrScoreReport report)
    {
        var columns = report.Splits.Select(split => (
            Name: Name(split),
            Scans: report.Fields.Fields(split).ToDictionary(score => score.Field),
            Twins: report.TwinFields.Fields(split).ToDictionary(score => score.Field))).ToList();
        Row(text, ["field", .. columns.SelectMany(column => (string[])[$"{column.Name}: expected", "twin F1", "precision", "recall", "F1"])]);
        Rule(text, 5 * columns.Count);
        foreach (var field in ScoredField.All.Where(field => columns.Exists(column => column.Scans.ContainsKey(field) || column.Twins.ContainsKey(field))))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {field} |");
            foreach (var column in columns)
                AppendField(text, column.Scans.GetValueOrDefault(field), column.Twins.GetValueOrDefault(field));
            text.Append('\n');
        }
    }

    private static void Header(StringBuilder text, bool hasPlain, string[] own, string[] plain)
    {
        string[] names = hasPlain ? [.. own, .. plain] : own;
        Row(text, names);
        Rule(text, names.Length - 1);
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static void Rule(StringBuilder text, int figures) => text.Append("| - |").Insert(text.Length, " -: |", figures).Append('\n');

    private static string F1(FieldScore score) => score is { Expected: 0, Invented: 0 } ? "–" : Figure(score.F1);

    private static string Value(StatedAmount? amount) => amount?.Value.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static string Name(Split split) => split.ToString().ToLowerInvariant();

    private static string Name(PageKind kind) => kind.ToString().ToLowerInvariant();

    // Errors are rounded up and scores cut: 0.9996 is not perfect and must not look so.
    private static string Errors(TextScore score) =>
        score.CharacterErrors is { } rate ? (Math.Max(0, Math.Ceiling((rate * Scale) - 1e-9)) / Scale).ToString("0.000", CultureInfo.InvariantCulture) : "–";

    private static string Figure(double? value) =>
        value is { } figure ? (Math.Floor((figure * Scale) + 1e-9) / Scale).ToString("0.000", CultureInfo.InvariantCulture) : "–";
}
