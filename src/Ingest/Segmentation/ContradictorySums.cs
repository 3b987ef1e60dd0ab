using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation;

/// <summary>
/// A document has one sum under one name. Tables of names and amounts that give several, in a document of which no action was
/// read, are the plans of actions: none of their lines is a total.
/// </summary>
internal static class ContradictorySums
{
    /// <summary>Whether two totals of the document have one name and different amounts.</summary>
    public static bool Are(IEnumerable<DraftTotal> totals) => totals
        .Where(total => total.Scope == TotalScope.Document && total.Amount is not null)
        .GroupBy(total => (Folding.Fold(total.Label.Text), total.Year, total.Status, total.IsCost))
        .Any(group => group.Select(total => total.Amount!.Amount).Distinct().Count() > 1);

    /// <summary>The totals as what found no place.</summary>
    public static ImmutableArray<DraftUnassigned> Left(IEnumerable<DraftTotal> totals) =>
        [.. totals.Select(total => new DraftUnassigned(total.Amount is { } amount ? SourceText.Concat([total.Label, amount.Source]) : total.Label, UnassignedReason.UnreadTable))];
}
