using Ingest.Model.Documents;

namespace Ingest.Segmentation;

/// <summary>How far the money of totals has come.</summary>
internal static class TotalStatus
{
    /// <summary>
    /// The totals with the status of the actions' money where these have but one and the lines of a recapitulation say nothing: what was
    /// granted adds up to what was granted.
    /// </summary>
    public static IEnumerable<DraftTotal> Settle(IEnumerable<DraftTotal> totals, IEnumerable<DraftAction> actions) =>
        actions.SelectMany(action => action.Financings).Where(financing => !financing.IsInKind && financing.Amount is not null).Select(financing => financing.Status).Distinct().ToList() is [var only]
            ? totals.Select(total => !total.IsCost && total.Status == FundingStatus.Planned ? total with { Status = only } : total)
            : totals;
}
