using Ingest.Cli.Input;
using Ingest.Cli.Text;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Cli.Output;

/// <summary>What a run keeps in mind of a document once its result is written.</summary>
internal sealed record DocumentOutcome
{
    /// <summary>The source.</summary>
    public required SourceFile Source { get; init; }

    /// <summary>What came of it.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>What the document is.</summary>
    public DocumentKind Kind { get; init; } = DocumentKind.Other;

    /// <summary>Number of actions.</summary>
    public int ActionCount { get; init; }

    /// <summary>Money of the actions.</summary>
    public Euros Money { get; init; }

    /// <summary>What the strategy says.</summary>
    public StrategySize Strategy { get; init; }

    /// <summary>Number of error findings.</summary>
    public int ErrorCount { get; init; }

    /// <summary>Number of warning findings.</summary>
    public int WarningCount { get; init; }

    /// <summary>Number of findings worth knowing.</summary>
    public int InfoCount { get; init; }

    /// <summary>Whether a program that reading it needs is not installed.</summary>
    public bool LacksTool { get; init; }

    /// <summary>Why it could not be read, in the user's language; null where it was.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether nothing could be read.</summary>
    public bool IsFailed => Status == DocumentStatus.Failed;

    /// <summary>The outcome of a document that was processed.</summary>
    public static DocumentOutcome Of(SourceFile source, IngestedDocument document, Messages messages) => new()
    {
        Source = source,
        Status = document.Status,
        Kind = document.Kind,
        ActionCount = document.Actions.Length,
        Money = Euros.Sum(document.Actions.Select(MoneyOf)),
        Strategy = StrategySize.Of(document),
        ErrorCount = document.Findings.Count(finding => finding.Severity == Severity.Error),
        WarningCount = document.Findings.Count(finding => finding.Severity == Severity.Warning),
        InfoCount = document.Findings.Count(finding => finding.Severity == Severity.Info),
        LacksTool = document.Findings.Any(finding => finding.Code == SourceFindings.MissingTool.Code),
        Failure = document.Status == DocumentStatus.Failed ? WhyFailed(document, messages) : null,
    };

    /// <summary>The outcome of a document whose bytes could not be had or whose result could not be written.</summary>
    public static DocumentOutcome Lost(SourceFile source, string why) =>
        new() { Source = source, Status = DocumentStatus.Failed, ErrorCount = 1, Failure = why };

    // The gravest finding says why; of equals the first.
    private static string WhyFailed(IngestedDocument document, Messages messages) =>
        document.Findings.OrderByDescending(finding => finding.Severity).Select(messages.Of).FirstOrDefault()
        ?? messages["error.unreadable"];

    /// <summary>
    /// The cost of an action; where it is not stated, the cash that it is given, of the status that has come furthest:
    /// money of several statuses is never added up.
    /// </summary>
    private static Euros MoneyOf(FundedAction action)
    {
        if (action.TotalCost is { } cost)
            return cost;
        var cash = action.Financers.Where(financer => financer.Amount is not null && financer.Kind != "valorisation").ToArray();
        if (cash.Length == 0)
            return Euros.Zero;
        var furthest = cash.Max(financer => financer.Status);
        return Euros.Sum(cash.Where(financer => financer.Status == furthest).Select(financer => financer.Amount!.Value));
    }
}
