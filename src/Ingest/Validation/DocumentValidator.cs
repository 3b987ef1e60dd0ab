using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Normalization;
using Ingest.Validation.Calibration;

namespace Ingest.Validation;

/// <summary>Runs every check over a document. No value is rewritten: totals learn what their parts make, recognised values what trust in them is worth.</summary>
public sealed class DocumentValidator
{
    private static readonly ImmutableArray<Func<CheckInput, IEnumerable<Finding>>> Checks =
    [
        ActionSumCheck.Check, BudgetSidesCheck.Check, BudgetSideSumCheck.Check, CostsDifferCheck.Check, TotalsCheck.Check, SharesCheck.Check, NegativeAmountCheck.Check, MissingCostCheck.Check, DuplicateCheck.Check,
        MissingFieldsCheck.Check, BeneficiaryAsPayerCheck.Check, UnknownFinancerCheck.Check, YearCheck.Check, RepeatedLabelCheck.Check, EmptyObjectiveCheck.Check,
        NumberingGapCheck.Check, NothingFoundCheck.Check, RecognisedFiguresCheck.Check,
    ];

    private readonly Tolerance _tolerance;
    private readonly ConfidenceCalibration? _calibration;
    private readonly Func<Finding, Finding?> _choose;

    /// <summary>A validator.</summary>
    /// <param name="tolerance">How far figures may lie apart.</param>
    /// <param name="calibration">What the trust of text recognition is worth; null where it stays as the engine gives it.</param>
    /// <param name="choose">The definition's word on a finding: another severity, or null where its check is off.</param>
    public DocumentValidator(Tolerance tolerance, ConfidenceCalibration? calibration, Func<Finding, Finding?> choose) =>
        (_tolerance, _calibration, _choose) = (tolerance, calibration, choose);

    /// <summary>The document with compared totals, all findings and its status.</summary>
    /// <param name="normalized">The document as normalised.</param>
    /// <param name="reading">Findings of the rooms before: source, pages, layout, tables.</param>
    /// <param name="isRead">Whether any text was read.</param>
    public IngestedDocument Validate(NormalizedDocument normalized, IEnumerable<Finding> reading, bool isRead)
    {
        var totals = TotalsCheck.Compare(new CheckInput(normalized, _tolerance));
        var document = normalized.Document with { Totals = totals };
        var compared = normalized with { Document = _calibration?.Apply(document) ?? document };
        var input = new CheckInput(compared, _tolerance);
        ImmutableArray<Finding> findings =
        [
            .. reading.Select(finding => _calibration?.Apply(document, finding) ?? finding).Concat(compared.Document.Findings.Select(finding => Confirm(finding, input))).Concat(Checks.SelectMany(check => check(input))).Select(_choose).OfType<Finding>(),
        ];
        return compared.Document with { Findings = findings, Status = DocumentStatuses.Of(findings, isRead) };
    }

    // An amount that could be read in two ways and makes the plan balance is read the right way: still told, no doubt left.
    private static Finding Confirm(Finding finding, CheckInput input)
    {
        if (finding.Code != BudgetFindings.AmbiguousAmount.Code || finding.Pointer is null)
            return finding;
        var action = input.Actions.FirstOrDefault(item => finding.Pointer.StartsWith(item.Pointer + "/", StringComparison.Ordinal));
        var isBalanced = action.Action is not null && ActionSumCheck.Balances(input, action.Action, action.Pointer);
        return input.Doubt.Tell(isBalanced ? finding with { Severity = Severity.Info } : finding, [finding.Pointer]);
    }
}

/// <summary>The status of a document by its findings.</summary>
public static class DocumentStatuses
{
    private static readonly ImmutableHashSet<string> Fatal = ImmutableHashSet.Create(
        StringComparer.Ordinal, SourceFindings.Unreadable.Code, SourceFindings.Empty.Code, SourceFindings.UnknownFormat.Code,
        SourceFindings.Encrypted.Code, SourceFindings.WrongPassword.Code, SourceFindings.XfaForm.Code, SourceFindings.NoText.Code, SourceFindings.InternalError.Code, SourceFindings.MissingTool.Code,
        SourceFindings.CpuLimit.Code, SourceFindings.WallLimit.Code, SourceFindings.StageLimit.Code, SourceFindings.MemoryLimit.Code, SourceFindings.ReaderCrashed.Code);

    private static readonly ImmutableHashSet<string> Partly = ImmutableHashSet.Create(
        StringComparer.Ordinal, SourceFindings.ImageOnlyPage.Code, SourceFindings.UnreadablePage.Code, SourceFindings.UnreadPart.Code, SourceFindings.RecognitionFailed.Code,
        StructureFindings.StrategyNotRead.Code, SourceFindings.StreamLimit.Code, SourceFindings.DocumentLimit.Code, SourceFindings.LetterLimit.Code,
        SourceFindings.PathLimit.Code, SourceFindings.PageLimit.Code, SourceFindings.ArchiveLimit.Code, SourceFindings.CellLimit.Code);

    /// <summary>Failed, partial, doubts or ok: the gravest that a finding makes it.</summary>
    /// <param name="findings">All findings.</param>
    /// <param name="isRead">Whether any text was read: what was read before a file broke is a part.</param>
    public static DocumentStatus Of(IReadOnlyCollection<Finding> findings, bool isRead) =>
        findings.Any(finding => Fatal.Contains(finding.Code)) ? isRead ? DocumentStatus.Partial : DocumentStatus.Failed
        : findings.Any(finding => Partly.Contains(finding.Code)) ? DocumentStatus.Partial
        : findings.Any(finding => finding.Severity != Severity.Info) ? DocumentStatus.Doubts
        : DocumentStatus.Ok;
}
