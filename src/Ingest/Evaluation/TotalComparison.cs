using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;

namespace Ingest.Evaluation;

/// <summary>Compares the totals that a document states.</summary>
internal static class TotalComparison
{
    // What a total is and how much it is: the amount weighs as much as two of the three words that name it.
    private const double AmountWeight = 0.4;
    private const double WordWeight = 0.2;

    /// <summary>Every value of every total compared, expected ones first, in document order.</summary>
    public static IEnumerable<Observation> Compare(ImmutableArray<Total> expected, ImmutableArray<Total> actual, EvaluationOptions options)
    {
        var partners = Pair(expected, actual, options);
        return
        [
            .. expected.SelectMany((total, i) => Fields(total, partners.TryGetValue(i, out var j) ? actual[j] : null)),
            .. Enumerable.Range(0, actual.Length).Except(partners.Values).SelectMany(j => Fields(null, actual[j])),
        ];
    }

    /// <summary>The read total of each expected one that has a partner, by index.</summary>
    public static Dictionary<int, int> Pair(ImmutableArray<Total> expected, ImmutableArray<Total> actual, EvaluationOptions options) => Alignment
        .Pair(expected.Length, actual.Length, (i, j) => Similarity(expected[i], actual[j]), options.TotalThreshold)
        .ToDictionary(pair => pair.Expected, pair => pair.Actual);

    private static double Similarity(Total expected, Total actual) =>
        (expected.Amount == actual.Amount ? AmountWeight : 0)
        + (expected.Scope == actual.Scope ? WordWeight : 0)
        + (WordWeight * WrittenText.Similarity(expected.Of, actual.Of))
        + (WordWeight * WrittenText.Similarity(expected.Label, actual.Label));

    private static IEnumerable<Observation> Fields(Total? expected, Total? actual)
    {
        var total = (expected ?? actual)!;
        var place = total.Of is null ? total.Label : $"{total.Of}: {total.Label}";
        return
        [
            .. ValueComparison.OfText(ScoredField.Total, place, Line(expected), Line(actual)),
            .. ValueComparison.OfText(ScoredField.TotalKind, place, expected?.Kind, actual?.Kind),
            .. ValueComparison.OfValue(ScoredField.TotalYear, place, expected?.Year, actual?.Year),
            .. ValueComparison.OfValue(ScoredField.TotalStatus, place, expected?.Status, actual?.Status),
            .. ValueComparison.OfText(ScoredField.TotalShare, place, Share(expected), Share(actual)),
            .. ValueComparison.OfFlag(ScoredField.TotalReconciled, place, expected?.Reconciled, actual?.Reconciled),
        ];
    }

    private static string? Line(Total? total) =>
        total is null ? null : $"{total.Scope} | {total.Of ?? "-"} | {total.Label} | {total.Amount?.ToString() ?? "?"}";

    private static string? Share(Total? total) => total?.Share?.ToString("0.######", CultureInfo.InvariantCulture);
}
