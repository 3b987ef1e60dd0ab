using Ingest.Model.Documents;

namespace Ingest.Decisions;

/// <summary>JSON pointer to the value that a person can put right there.</summary>
public static class CorrectionTargets
{
    /// <summary>The target at a pointer; null where the document has no such value, or none that can be put right.</summary>
    /// <param name="document">The document.</param>
    /// <param name="pointer">The pointer, as in <c>/actions/3/totalCost</c>.</param>
    public static CorrectionTarget? Find(IngestedDocument document, string pointer)
    {
        var whole = new DocumentPart<IngestedDocument>("", document, PartAnchors.None, (now, change) => change(now));
        return pointer.Split('/') switch
        {
            ["", "actions", .. var path] => ActionTargets.OfAction(whole, path),
            ["", "totals", .. var path] => ActionTargets.OfTotal(whole, path),
            ["", "enjeux", .. var path] => StrategyTargets.OfStrategy(whole, path),
            ["", "diagnosis", .. var path] => StrategyTargets.OfDiagnosis(whole, path),
            ["", "governance", .. var path] => StrategyTargets.OfGovernance(whole, path),
            ["", "signatories", .. var path] => StrategyTargets.OfSignatory(whole, path),
            ["", .. var path] => DocumentTargets.Of(whole, path),
            _ => null,
        };
    }
}
