using System.Globalization;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;

namespace Ingest.Validation;

/// <summary>
/// Figures that text recognition read without enough trust, or in two ways. Nothing is settled: what the sums say for the second reading
/// is told, the first stays.
/// </summary>
internal static class RecognisedFiguresCheck
{
    private static readonly Wording Silent = new("", "");

    public static IEnumerable<Finding> Check(CheckInput input) => [.. Figures(input.Document).SelectMany(figure => Tell(input, figure)), .. Titles(input), .. Unconfirmed(input)];

    // Money that is given to an action nobody can name is as wrong as wrong money.
    private static IEnumerable<Finding> Titles(CheckInput input) =>
        from item in input.Actions
        let evidence = item.Action.FieldEvidence.GetValueOrDefault("title")
        where evidence is { Origin: Origin.Ocr } && evidence.Confidence < input.Tolerance.Confidence
        select TextFindings.LowConfidence.At(item.Pointer, evidence, evidence.Text, new Percent((decimal)evidence.Confidence));

    // Engines are sure of wrong figures too. A plan that balances and a total that its parts make are confirmed; of the rest the reader is told.
    private static IEnumerable<Finding> Unconfirmed(CheckInput input)
    {
        var told = ActionSumCheck.Check(input).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Pointer).ToHashSet(StringComparer.Ordinal);
        foreach (var (action, pointer) in input.Actions)
        {
            var hasFigure = action.TotalCost is not null || action.Financers.Any(financer => financer.Amount is not null);
            if (hasFigure && IsRecognised(action) && !told.Contains(pointer) && !ActionSumCheck.Balances(input, action, pointer))
                yield return TextFindings.Unconfirmed.At(pointer, action.Evidence, action.Title ?? "");
        }

        foreach (var (total, pointer) in input.Totals)
        {
            if (total is { Amount: not null, Reconciled: not true } && total.Evidence.Origin == Origin.Ocr)
                yield return TextFindings.Unconfirmed.At(pointer, total.Evidence, total.Label);
        }
    }

    private static bool IsRecognised(FundedAction action) =>
        action.FieldEvidence.Values.Append(action.Evidence).Concat(action.Financers.Select(financer => financer.Evidence)).Any(evidence => evidence.Origin == Origin.Ocr);

    private static IEnumerable<Finding> Tell(CheckInput input, Figure figure)
    {
        var evidence = figure.Evidence;
        if (evidence.Origin != Origin.Ocr)
            yield break;
        if (evidence.SecondReading is { } second)
            yield return TextFindings.TwoReadings.At(figure.Pointer, evidence, evidence.Text, second, Candidate(input, figure, second));
        else if (evidence.Confidence < input.Tolerance.Confidence)
            yield return TextFindings.LowConfidence.At(figure.Pointer, evidence, evidence.Text, new Percent((decimal)evidence.Confidence));
    }

    // Whether the plan of the action would balance with the second reading.
    private static Wording Candidate(CheckInput input, Figure figure, string second)
    {
        if (figure.Action is not { } action || MoneyGrammar.ParseCell(second).Money?.Amount is not { } amount || amount == figure.Amount)
            return Silent;
        if (ActionSumCheck.Balances(input, action, figure.ActionPointer!))
            return new Wording(" Le plan de financement est équilibré avec la première.", " The plan balances with the first.");
        var changed = figure.Financer is { } index
            ? action with { Financers = action.Financers.SetItem(index, action.Financers[index] with { Amount = amount }) }
            : action with { TotalCost = amount };
        return ActionSumCheck.Balances(input, changed, figure.ActionPointer!)
            ? new Wording(" Le plan de financement serait équilibré avec la seconde.", " The plan would balance with the second.")
            : Silent;
    }

    private static IEnumerable<Figure> Figures(IngestedDocument document)
    {
        for (var i = 0; i < document.Actions.Length; i++)
        {
            var (action, pointer) = (document.Actions[i], string.Create(CultureInfo.InvariantCulture, $"/actions/{i}"));
            if (action.TotalCost is { } cost)
                yield return new Figure(pointer + "/totalCost", action.FieldEvidence.GetValueOrDefault("totalCost") ?? action.Evidence, cost, action, pointer, null);
            for (var j = 0; j < action.Financers.Length; j++)
            {
                if (action.Financers[j] is { Amount: { } amount } financer)
                    yield return new Figure(string.Create(CultureInfo.InvariantCulture, $"{pointer}/financers/{j}"), financer.Evidence, amount, action, pointer, j);
            }
        }

        for (var i = 0; i < document.Totals.Length; i++)
            yield return new Figure(string.Create(CultureInfo.InvariantCulture, $"/totals/{i}"), document.Totals[i].Evidence, null, null, null, null);
        for (var i = 0; i < document.Diagnosis.Indicators.Length; i++)
            yield return new Figure(string.Create(CultureInfo.InvariantCulture, $"/diagnosis/indicators/{i}"), document.Diagnosis.Indicators[i].Evidence, null, null, null, null);
    }

    private sealed record Figure(string Pointer, Evidence Evidence, Euros? Amount, FundedAction? Action, string? ActionPointer, int? Financer);
}
