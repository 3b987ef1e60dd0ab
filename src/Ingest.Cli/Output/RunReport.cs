using Ingest.Cli.Text;
using Ingest.Model.Documents;
using Ingest.Model.Values;

namespace Ingest.Cli.Output;

/// <summary>The lines of a run on standard error: one per document, and the summary at its end.</summary>
internal static class RunReport
{
    /// <summary>Columns of the widest status word.</summary>
    private const int StatusWidth = 12;

    /// <summary>A document: its rank, status, actions, euros, name; for a failed one, why.</summary>
    public static string Line(DocumentOutcome outcome, int rank, int count, Messages messages)
    {
        var status = messages[StatusKey(outcome.Status)].PadRight(StatusWidth);
        var number = $"[{rank.ToString(messages.Language)}/{count.ToString(messages.Language)}]";
        if (outcome.IsFailed)
            return $"{number} {status} {outcome.Source.Shown}{Environment.NewLine}    {outcome.Failure}";
        var actions = messages.Count("noun.action", outcome.ActionCount);
        return $"{number} {status} {outcome.Source.Shown}: {actions}, {messages.Amount(outcome.Money)}";
    }

    /// <summary>Why a document could not be read, without the rest of its line.</summary>
    public static string Failure(DocumentOutcome outcome) => $"ingest: {outcome.Source.Shown}: {outcome.Failure}";

    /// <summary>Documents by status, actions, euros, findings, where the files are, what to type next.</summary>
    public static string Summary(IReadOnlyCollection<DocumentOutcome> outcomes, string documentsFolder, Messages messages)
    {
        var byStatus = Enum.GetValues<DocumentStatus>()
            .Select(status => (Status: status, Count: outcomes.Count(outcome => outcome.Status == status)))
            .Where(group => group.Count > 0)
            .Select(group => $"{group.Count.ToString(messages.Language)} {messages[StatusKey(group.Status)]}");
        var findings = string.Join(", ",
            messages.Count("noun.error", outcomes.Sum(outcome => outcome.ErrorCount)),
            messages.Count("noun.warning", outcomes.Sum(outcome => outcome.WarningCount)),
            messages.Count("noun.info", outcomes.Sum(outcome => outcome.InfoCount)));
        (string Label, string Value)[] rows =
        [
            (messages["summary.documents"], $"{outcomes.Count.ToString(messages.Language)} ({string.Join(", ", byStatus)})"),
            (messages["summary.actions"], outcomes.Sum(outcome => outcome.ActionCount).ToString(messages.Language)),
            (messages["summary.euros"], messages.Amount(Euros.Sum(outcomes.Select(outcome => outcome.Money)))),
            (messages["summary.findings"], findings),
            (messages["summary.files"], documentsFolder),
            (messages["summary.next"], NextCommand(outcomes)),
        ];
        var width = rows.Max(row => row.Label.Length);
        return string.Join(Environment.NewLine, rows.Select(row => $"{row.Label.PadRight(width)}  {row.Value}"));
    }

    // The document that needs a look most: its tables as they were seen. Where all is well, what the results mean.
    private static string NextCommand(IReadOnlyCollection<DocumentOutcome> outcomes)
    {
        var doubtful = outcomes
            .Where(outcome => outcome.Source.FullPath is not null && outcome.Status is DocumentStatus.Doubts or DocumentStatus.Partial)
            .MaxBy(outcome => (outcome.ErrorCount, outcome.WarningCount));
        return doubtful is null ? "ingest schema" : $"ingest tables {ShellQuote(doubtful.Source.Shown)} --joined";
    }

    private static string ShellQuote(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '+')
            ? path
            : "'" + path.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string StatusKey(DocumentStatus status) => status switch
    {
        DocumentStatus.Ok => "status.ok",
        DocumentStatus.Doubts => "status.doubts",
        DocumentStatus.Partial => "status.partial",
        _ => "status.failed",
    };
}
