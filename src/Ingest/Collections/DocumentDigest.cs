using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Collections;

/// <summary>How often a finding was made.</summary>
/// <param name="Code">Code of the catalogue.</param>
/// <param name="Severity">How grave, as the definition has it.</param>
/// <param name="Count">Number of findings.</param>
public sealed record FindingCount(string Code, Severity Severity, int Count);

/// <summary>What is kept in mind of a document once its result is written: all that a summary of a collection tells.</summary>
public sealed record DocumentDigest
{
    /// <summary>SHA-256 of the source, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What came of it.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>What the document is.</summary>
    public DocumentKind Kind { get; init; } = DocumentKind.Other;

    /// <summary>Number of pages; null where the format has none or nothing could be read.</summary>
    public int? PageCount { get; init; }

    /// <summary>Number of actions.</summary>
    public int ActionCount { get; init; }

    /// <summary>Money of the actions: their cost, else the cash of the status that has come furthest.</summary>
    public Euros Money { get; init; }

    /// <summary>What the strategy says.</summary>
    public StrategySize Strategy { get; init; }

    /// <summary>Its findings by code and severity, in the order of the codes.</summary>
    public ImmutableArray<FindingCount> Findings { get; init; } = [];

    /// <summary>Why nothing could be read: what the gravest finding says; null where something was.</summary>
    public Wording? Failure { get; init; }

    /// <summary>Whether a program that reading it needs was not installed.</summary>
    public bool LacksTool => Findings.Any(finding => finding.Code == SourceFindings.MissingTool.Code);

    /// <summary>Number of findings of a severity.</summary>
    /// <param name="severity">The severity.</param>
    public int CountOf(Severity severity) => Findings.Where(finding => finding.Severity == severity).Sum(finding => finding.Count);

    /// <summary>The digest of a document.</summary>
    public static DocumentDigest Of(IngestedDocument document) => new()
    {
        Sha256 = document.Source.Sha256,
        Status = document.Status,
        Kind = document.Kind,
        PageCount = document.Source.PageCount,
        ActionCount = document.Actions.Length,
        Money = Euros.Sum(document.Actions.Select(MoneyOf)),
        Strategy = StrategySize.Of(document),
        Findings = [.. document.Findings
            .GroupBy(finding => (finding.Code, finding.Severity))
            .OrderBy(group => group.Key.Code, StringComparer.Ordinal).ThenBy(group => group.Key.Severity)
            .Select(group => new FindingCount(group.Key.Code, group.Key.Severity, group.Count()))],
        Failure = document.Status == DocumentStatus.Failed ? WhyFailed(document) : null,
    };

    // The gravest finding says why; of equals the first.
    private static Wording? WhyFailed(IngestedDocument document) =>
        document.Findings.OrderByDescending(finding => finding.Severity).Select(finding => new Wording(finding.Message, finding.MessageEn)).FirstOrDefault();

    /// <summary>
    /// The cost of an action; where it is not stated, the cash that it is given, of the status that has come furthest:
    /// money of several statuses is never added up.
    /// </summary>
    public static Euros MoneyOf(FundedAction action)
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
