using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Evaluation;

/// <summary>
/// Compares actions. Expected and read ones are paired by title and cost; an action that has no partner counts as missed or
/// invented, and so does each of its values: half of a document read perfectly is not a perfect reading.
/// </summary>
internal static class ActionComparison
{
    /// <summary>Every value of every action compared, expected ones first, in document order.</summary>
    public static IEnumerable<Observation> Compare(
        ImmutableArray<FundedAction> expected, ImmutableArray<FundedAction> actual, EvaluationOptions options)
    {
        var partners = Pair(expected, actual, options);
        for (var i = 0; i < expected.Length; i++)
        {
            foreach (var observation in Fields(expected[i], partners.TryGetValue(i, out var j) ? actual[j] : null, options))
                yield return observation;
        }

        foreach (var j in Enumerable.Range(0, actual.Length).Except(partners.Values))
        {
            foreach (var observation in Fields(null, actual[j], options))
                yield return observation;
        }
    }

    /// <summary>The read action of each expected one that has a partner, by index.</summary>
    public static Dictionary<int, int> Pair(ImmutableArray<FundedAction> expected, ImmutableArray<FundedAction> actual, EvaluationOptions options) => Alignment
        .Pair(expected.Length, actual.Length, (i, j) => Similarity(expected[i], actual[j], options), options.ActionThreshold)
        .ToDictionary(pair => pair.Expected, pair => pair.Actual);

    /// <summary>The read financer of each expected one that has a partner, by index.</summary>
    public static Dictionary<int, int> Pair(ImmutableArray<Financer> expected, ImmutableArray<Financer> actual, EvaluationOptions options) => Alignment
        .Pair(expected.Length, actual.Length, (i, j) => Similarity(expected[i], actual[j]), options.FinancerThreshold)
        .ToDictionary(pair => pair.Expected, pair => pair.Actual);

    // Far below any likeness that matters.
    private const double YearBonus = 1e-4;

    private static double Similarity(FundedAction expected, FundedAction actual, EvaluationOptions options) =>
        (options.ActionTitleWeight * WrittenText.Similarity(expected.Title, actual.Title))
        + (expected.TotalCost == actual.TotalCost ? 1 - options.ActionTitleWeight : 0)
        // An action that is told for each of several years has its title and perhaps its cost each time.
        + (expected.Year == actual.Year ? YearBonus : 0);

    private static IEnumerable<Observation> Fields(FundedAction? expected, FundedAction? actual, EvaluationOptions options)
    {
        var place = (expected ?? actual)!.Title ?? "(no title)";
        return
        [
            .. ValueComparison.OfText(ScoredField.Action, place, Presence(expected), Presence(actual)),
            .. ValueComparison.OfText(ScoredField.ActionTitle, place, expected?.Title, actual?.Title),
            .. ValueComparison.OfText(ScoredField.ActionTheme, place, expected?.Theme, actual?.Theme),
            .. ValueComparison.OfText(ScoredField.ActionDescription, place, expected?.Description, actual?.Description, withSimilarity: true),
            .. ValueComparison.OfText(ScoredField.ActionPorteur, place, expected?.Porteur?.Label, actual?.Porteur?.Label),
            .. ValueComparison.OfText(ScoredField.ActionPorteurKind, place, expected?.Porteur?.Kind, actual?.Porteur?.Kind),
            .. ValueComparison.OfValue(ScoredField.ActionYear, place, expected?.Year, actual?.Year),
            .. ValueComparison.OfBag(ScoredField.ActionQuartiers, place, expected?.Quartiers ?? [], actual?.Quartiers ?? []),
            .. ValueComparison.OfText(ScoredField.ActionTotalCost, place, expected?.TotalCost?.ToString(), actual?.TotalCost?.ToString()),
            .. Financers(place, expected?.Financers ?? [], actual?.Financers ?? [], options),
        ];
    }

    private static string? Presence(FundedAction? action) => action is null ? null : "action";

    private static IEnumerable<Observation> Financers(
        string place, ImmutableArray<Financer> expected, ImmutableArray<Financer> actual, EvaluationOptions options)
    {
        foreach (var observation in ValueComparison.OfBag(ScoredField.Financer, place, expected.Select(Money), actual.Select(Money)))
            yield return observation;
        var partners = Pair(expected, actual, options);
        var lines = expected.Select((financer, i) => (Expected: (Financer?)financer, Actual: partners.TryGetValue(i, out var j) ? actual[j] : null))
            .Concat(Enumerable.Range(0, actual.Length).Except(partners.Values).Select(j => (Expected: (Financer?)null, Actual: (Financer?)actual[j])));
        foreach (var (wanted, read) in lines)
        {
            foreach (var observation in (IEnumerable<Observation>)[
                .. ValueComparison.OfText(ScoredField.FinancerLabel, place, wanted?.Label, read?.Label),
                .. ValueComparison.OfText(ScoredField.FinancerProgramme, place, wanted?.Programme, read?.Programme),
                .. ValueComparison.OfFlag(ScoredField.FinancerIsOwnFunds, place, wanted?.IsOwnFunds, read?.IsOwnFunds)])
                yield return observation;
        }
    }

    private static double Similarity(Financer expected, Financer actual) =>
        ((expected.Kind == actual.Kind ? 1 : 0) + (expected.Amount == actual.Amount ? 1 : 0)
            + (WrittenText.AreEqual(expected.Label, actual.Label) ? 1 : 0)) / 3.0;

    private static string Money(Financer financer) => $"{financer.Kind} {financer.Amount?.ToString() ?? "?"} {financer.Status}";
}
