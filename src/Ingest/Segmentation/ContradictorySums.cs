using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation;

/// <summary>
/// A document has one sum under one name. Tables of names and amounts that give several, in a document of which no action was
/// read, are the plans of actions, and lines that do (« Coût total de l'action : … ») speak of one action each: none is a total.
/// </summary>
internal static class ContradictorySums
{
    /// <summary>The totals of the document that have one name and different amounts.</summary>
    public static ImmutableArray<DraftTotal> Of(IEnumerable<DraftTotal> totals) =>
    [
        .. totals.Where(total => total.Scope == TotalScope.Document && total.Amount is not null)
            .GroupBy(total => (Folding.Fold(total.Label.Text), total.Year, total.Status, total.IsCost))
            .Where(group => group.Select(total => total.Amount!.Amount).Distinct().Count() > 1).SelectMany(group => group),
    ];

    /// <summary>Totals as what found no place.</summary>
    /// <param name="totals">The totals.</param>
    /// <param name="reason">Why, of <see cref="UnassignedReason"/>.</param>
    public static ImmutableArray<DraftUnassigned> Left(IEnumerable<DraftTotal> totals, string reason) =>
        [.. totals.Select(total => new DraftUnassigned(total.Amount is { } amount ? SourceText.Concat([total.Label, amount.Source]) : total.Label, reason))];
}
