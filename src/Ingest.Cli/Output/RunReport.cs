using Ingest.Cli.Text;
using Ingest.Collections;
using Ingest.Model.Documents;
using Ingest.Model.Values;

namespace Ingest.Cli.Output;

/// <summary>The lines of a run on standard error: one per document, and the summary at its end.</summary>
internal static class RunReport
{
    /// <summary>Columns of the widest status word.</summary>
    private const int StatusWidth = 12;

    /// <summary>A document: its rank, status, name, and what it holds by its kind; for a failed one, why.</summary>
    public static string Line(DocumentOutcome outcome, int rank, int count, Messages messages)
    {
        var status = messages["status." + StatusWord(outcome.Status)].PadRight(StatusWidth);
        var number = $"[{rank.ToString(messages.Language)}/{count.ToString(messages.Language)}]";
        if (outcome.IsFailed)
            return $"{number} {status} {outcome.Source.Shown}{Environment.NewLine}    {outcome.Failure}";
        return $"{number} {status} {outcome.Source.Shown}: {Content(outcome, messages)}";
    }

    /// <summary>Why a document could not be read, without the rest of its line.</summary>
    public static string Failure(DocumentOutcome outcome) => $"ingest: {outcome.Source.Shown}: {outcome.Failure}";

    /// <summary>Documents by status and by kind, actions, euros, strategies, findings, where the files are, what to type next.</summary>
    /// <param name="outcomes">The documents that are finished.</param>
    /// <param name="documentsFolder">Where their results lie.</param>
    /// <param name="program">The program as the user calls it.</param>
    /// <param name="messages">Texts.</param>
    /// <param name="notes">What there is to tell of them as a collection; null for nothing.</param>
    public static string Summary(
        IReadOnlyCollection<DocumentOutcome> outcomes, string documentsFolder, string program, Messages messages, CollectionNotes? notes = null)
    {
        var byStatus = Enum.GetValues<DocumentStatus>()
            .Select(status => (Status: status, Count: outcomes.Count(outcome => outcome.Status == status)))
            .Where(group => group.Count > 0)
            .Select(group => messages.Count("count." + StatusWord(group.Status), group.Count));
        var findings = string.Join(", ",
            messages.Count("noun.error", outcomes.Sum(outcome => outcome.ErrorCount)),
            messages.Count("noun.warning", outcomes.Sum(outcome => outcome.WarningCount)),
            messages.Count("noun.info", outcomes.Sum(outcome => outcome.InfoCount)));
        var strategy = outcomes.Aggregate(default(StrategySize), (sum, outcome) => sum + outcome.Strategy);
        var actions = outcomes.Sum(outcome => outcome.ActionCount);
        List<(string Label, string Value)> rows =
        [
            (messages["summary.documents"], $"{outcomes.Count.ToString(messages.Language)} ({string.Join(", ", byStatus)})"),
        ];
        if (Kinds(outcomes, messages) is { Length: > 0 } kinds)
            rows.Add((messages["summary.kinds"], kinds));
        if (actions > 0 || strategy.IsEmpty)
        {
            rows.Add((messages["summary.actions"], actions.ToString(messages.Language)));
            rows.Add((messages["summary.euros"], messages.Amount(Euros.Sum(outcomes.Select(outcome => outcome.Money)))));
        }

        if (!strategy.IsEmpty)
            rows.Add((messages["summary.strategies"], StrategyText.Tell(strategy, messages)));
        rows.Add((messages["summary.findings"], findings));
        rows.AddRange(notes?.Rows(messages) ?? []);
        rows.Add((messages["summary.files"], documentsFolder));
        rows.Add((messages["summary.next"], NextCommand(outcomes, program)));
        var width = rows.Max(row => row.Label.Length);
        return string.Join(Environment.NewLine, rows.Select(row => $"{row.Label.PadRight(width)}  {row.Value}"));
    }

    // What a document of its kind is there to say, and whatever else was read of it.
    private static string Content(DocumentOutcome outcome, Messages messages)
    {
        var hasStrategy = outcome.Kind is DocumentKind.Convention or DocumentKind.Mixed || !outcome.Strategy.IsEmpty;
        var hasActions = outcome.Kind is DocumentKind.Programmation or DocumentKind.Mixed || outcome.ActionCount > 0;
        List<string> parts = [];
        if (hasStrategy)
            parts.Add(StrategyText.Tell(outcome.Strategy, messages));
        if (hasActions)
            parts.Add($"{messages.Count("noun.action", outcome.ActionCount)}, {messages.Amount(outcome.Money)}");
        return parts.Count > 0 ? string.Join(", ", parts) : messages["run.neither"];
    }

    // A document that could not be read is of no kind.
    private static string Kinds(IEnumerable<DocumentOutcome> outcomes, Messages messages)
    {
        var read = outcomes.Where(outcome => !outcome.IsFailed).ToLookup(outcome => outcome.Kind);
        return string.Join(", ", Enum.GetValues<DocumentKind>()
            .Where(read.Contains)
            .Select(kind => messages.Count("kind." + KindWord(kind), read[kind].Count())));
    }

    // The document that needs a look most: its tables as they were seen. Where all is well, what the results mean.
    private static string NextCommand(IReadOnlyCollection<DocumentOutcome> outcomes, string program)
    {
        var doubtful = outcomes
            .Where(outcome => outcome.Source.FullPath is not null && outcome.Status is DocumentStatus.Doubts or DocumentStatus.Partial)
            .MaxBy(outcome => (outcome.ErrorCount, outcome.WarningCount));
        return doubtful is null
            ? $"{ShellQuote(program)} schema"
            : $"{ShellQuote(program)} tables {ShellQuote(doubtful.Source.Shown)} --joined";
    }

    /// <summary>A path as a shell takes it for one word.</summary>
    public static string ShellQuote(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '+')
            ? path
            : "'" + path.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string StatusWord(DocumentStatus status) => status switch
    {
        DocumentStatus.Ok => "ok",
        DocumentStatus.Doubts => "doubts",
        DocumentStatus.Partial => "partial",
        _ => "failed",
    };

    private static string KindWord(DocumentKind kind) => kind switch
    {
        DocumentKind.Programmation => "programmation",
        DocumentKind.Convention => "convention",
        DocumentKind.Mixed => "mixed",
        _ => "other",
    };
}
