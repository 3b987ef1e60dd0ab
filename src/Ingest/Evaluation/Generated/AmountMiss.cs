using System.Collections.Immutable;
using Ingest.Evaluation.Scans;
using Ingest.Model.Documents;
using Ingest.Model.Findings;

namespace Ingest.Evaluation.Generated;

/// <summary>An amount that was not read as it stands in the document.</summary>
/// <param name="Outcome">Wrong, missed or invented.</param>
/// <param name="Expected">What stands there; null where nothing does.</param>
/// <param name="Read">What was read; null where nothing was.</param>
/// <param name="IsTold">Whether a warning or an error leads a reader there: nobody is to believe a wrong figure, or a document that lacks one.</param>
public sealed record AmountMiss(Outcome Outcome, StatedAmount? Expected, StatedAmount? Read, bool IsTold)
{
    // What is said of the whole document, or of words that found no place, by the families that speak of what was read.
    private static readonly string[] DocumentWide = ["structure.", "text.", "source.", "budget."];

    /// <summary>Every amount of a document that differs from its truth.</summary>
    internal static ImmutableArray<AmountMiss> Of(IngestedDocument truth, IngestedDocument actual, OcrEvaluationOptions options)
    {
        var findings = actual.Findings.Where(finding => finding.Severity >= Severity.Warning).ToList();
        var partners = ActionComparison.Pair(truth.Actions, actual.Actions, options.Pairing);
        var misses = AmountPairs.Of(truth, actual, options)
            .Where(pair => pair.Outcome != Outcome.Matched)
            .Select(pair => new AmountMiss(pair.Outcome, pair.Expected, pair.Read, findings.Exists(finding => Tells(finding, pair, partners))))
            .ToImmutableArray();
        // What was read in a wrong place, of which a reader is warned, is missing in the right one, and he is warned of that as well.
        var strays = misses.Where(miss => miss is { Outcome: Outcome.Invented, IsTold: true }).Select(miss => miss.Read!.Value).ToHashSet();
        return [.. misses.Select(miss => miss.Outcome == Outcome.Missed && strays.Contains(miss.Expected!.Value) ? miss with { IsTold = true } : miss)];
    }

    private static bool Tells(Finding finding, AmountPair pair, Dictionary<int, int> partners)
    {
        if (pair.Read is not null && AmountComparison.PointsAt(finding, pair.Read))
            return true;
        // An amount that is missing has no place of its own: its action has, or a sum that lacks it, or the words left over.
        if (pair.Expected is { } expected && PositionOf(expected.Pointer) is { } action && partners.TryGetValue(action, out var read)
            && (finding.Pointer == $"/actions/{read}" || finding.Pointer?.StartsWith($"/actions/{read}/", StringComparison.Ordinal) == true))
            return true;
        var isWide = finding.Pointer is null || !finding.Pointer.StartsWith("/actions/", StringComparison.Ordinal);
        return isWide && Array.Exists(DocumentWide, family => finding.Code.StartsWith(family, StringComparison.Ordinal));
    }

    private static int? PositionOf(string pointer) => pointer.Split('/') is ["", "actions", var position, ..]
        ? int.Parse(position, System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
