using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Evaluation.Scans;

/// <summary>An expected amount and the one that was read in its place; one of them may be missing.</summary>
/// <param name="Expected">The expected one; null where none is.</param>
/// <param name="Read">The read one; null where none was.</param>
internal sealed record AmountPair(StatedAmount? Expected, StatedAmount? Read)
{
    /// <summary>What came of it.</summary>
    public Outcome Outcome => (Expected, Read) switch
    {
        (null, _) => Outcome.Invented,
        (_, null) => Outcome.Missed,
        _ => Expected.Value == Read.Value ? Outcome.Matched : Outcome.Wrong,
    };

    /// <summary>What the amount is.</summary>
    public AmountKind Kind => (Expected ?? Read)!.Kind;
}

/// <summary>
/// Amounts of two documents, place by place: actions are paired as the scores of fields pair them, then costs with costs and financers
/// within their action. What has no partner stands alone.
/// </summary>
internal static class AmountPairs
{
    // Neighbourhood and value share what the name leaves.
    private const double Half = 0.5;

    /// <summary>All amounts of both.</summary>
    public static ImmutableArray<AmountPair> Of(IngestedDocument expected, IngestedDocument actual, OcrEvaluationOptions options)
    {
        var actions = ActionComparison.Pair(expected.Actions, actual.Actions, options.Pairing);
        var totals = TotalComparison.Pair(expected.Totals, actual.Totals, options.Pairing);
        var indicators = Alignment
            .Pair(
                expected.Diagnosis.Indicators.Length,
                actual.Diagnosis.Indicators.Length,
                (i, j) => Similarity(expected.Diagnosis.Indicators[i], actual.Diagnosis.Indicators[j], options),
                options.IndicatorThreshold)
            .ToDictionary(pair => pair.Expected, pair => pair.Actual);
        return
        [
            .. Partners(expected.Actions.Length, actual.Actions.Length, actions).SelectMany(pair => OfAction(expected, pair.Expected, actual, pair.Read, options)),
            .. Partners(expected.Totals.Length, actual.Totals.Length, totals).SelectMany(pair =>
                Pair(pair.Expected is { } i ? StatedAmount.OfTotal(expected, i) : null, pair.Read is { } j ? StatedAmount.OfTotal(actual, j) : null)),
            .. Partners(expected.Diagnosis.Indicators.Length, actual.Diagnosis.Indicators.Length, indicators).SelectMany(pair =>
                Pair(pair.Expected is { } i ? StatedAmount.OfIndicator(expected, i) : null, pair.Read is { } j ? StatedAmount.OfIndicator(actual, j) : null)),
        ];
    }

    private static IEnumerable<AmountPair> OfAction(IngestedDocument expected, int? wanted, IngestedDocument actual, int? read, OcrEvaluationOptions options)
    {
        var financers = wanted is { } i ? expected.Actions[i].Financers : [];
        var payers = read is { } j ? actual.Actions[j].Financers : [];
        var cost = Pair(wanted is { } k ? StatedAmount.CostOf(expected, k) : null, read is { } l ? StatedAmount.CostOf(actual, l) : null);
        return cost.Concat(Partners(financers.Length, payers.Length, ActionComparison.Pair(financers, payers, options.Pairing)).SelectMany(pair => Pair(
            pair.Expected is { } one ? StatedAmount.Of(expected, wanted!.Value, one) : null,
            pair.Read is { } other ? StatedAmount.Of(actual, read!.Value, other) : null)));
    }

    private static IEnumerable<AmountPair> Pair(StatedAmount? expected, StatedAmount? read) => expected is null && read is null ? [] : [new AmountPair(expected, read)];

    // Expected ones in their order, then what was read beside them.
    private static IEnumerable<(int? Expected, int? Read)> Partners(int expected, int read, Dictionary<int, int> partners) =>
        Enumerable.Range(0, expected).Select(i => ((int?)i, partners.TryGetValue(i, out var j) ? j : (int?)null))
            .Concat(Enumerable.Range(0, read).Except(partners.Values).Select(j => ((int?)null, (int?)j)));

    private static double Similarity(Indicator expected, Indicator actual, OcrEvaluationOptions options) =>
        (options.IndicatorNameWeight * WrittenText.Similarity(expected.Name, actual.Name))
        + ((1 - options.IndicatorNameWeight) * Half * (WrittenText.AreEqual(expected.Quartier, actual.Quartier) ? 1 : 0))
        + ((1 - options.IndicatorNameWeight) * Half * (expected.Value == actual.Value ? 1 : 0));
}
