using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation;

/// <summary>What a table with the money of several years says of one of them, and of all together.</summary>
internal static class YearReadings
{
    /// <summary>The actions that cost or get something in a year. One without money is told once, by the last reading.</summary>
    /// <param name="reading">The table, read with the columns of the year.</param>
    /// <param name="year">The year, as the header says it.</param>
    /// <param name="before">Actions of earlier readings.</param>
    /// <param name="isLast">Whether no other year follows.</param>
    public static ActionTableReading Of(ActionTableReading reading, SourceText year, IEnumerable<DraftAction> before, bool isLast)
    {
        // The words themselves tell a row: another of the same title may lack money only because the document does not say it.
        var told = before.SelectMany(action => action.Row.Words).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var places = ImmutableArray.CreateBuilder<int>();
        var actions = ImmutableArray.CreateBuilder<DraftAction>();
        foreach (var action in reading.Actions)
        {
            places.Add(actions.Count);
            if (action.Cost is not null || action.Financings.Any(financing => financing.Amount is not null))
                actions.Add(action with { Year = year });
            else if (isLast && !action.Row.Words.Any(told.Contains))
                actions.Add(action);
        }

        places.Add(actions.Count);
        return reading with { Actions = actions.ToImmutable(), Totals = [.. reading.Totals.Select(line => line with { Place = places[line.Place], Year = year })] };
    }

    /// <summary>
    /// The sums over all years: lines of totals. What a row says beside its action is no more than the sum of what the years say, or is left over.
    /// </summary>
    /// <param name="reading">The table, read with the columns that sum years.</param>
    /// <param name="before">The actions of the years.</param>
    public static ActionTableReading Across(ActionTableReading reading, IEnumerable<DraftAction> before)
    {
        var years = before.SelectMany(action => action.Row.Words.Select(word => (Word: (object)word, Action: action))).ToLookup(item => item.Word, item => item.Action, ReferenceEqualityComparer.Instance);
        var left = reading.Left.ToBuilder();
        foreach (var row in reading.Actions)
        {
            var parts = row.Row.Words.SelectMany(word => years[word]).Distinct().ToList();
            if (row.Cost is { } cost && cost.Amount != Sum(parts.Select(part => part.Cost)))
                left.Add(new DraftUnassigned(cost.Source, UnassignedReason.UnnamedAmount));
            foreach (var financing in row.Financings)
            {
                var name = Folding.Fold(financing.Label.Text);
                if (financing.Amount is { } amount && amount.Amount != Sum(parts.SelectMany(part => part.Financings).Where(part => Folding.Fold(part.Label.Text) == name).Select(part => part.Amount)))
                    left.Add(new DraftUnassigned(amount.Source, UnassignedReason.UnnamedAmount));
            }
        }

        return reading with { Actions = [], Totals = [.. reading.Totals.Select(line => line with { Place = 0 })], Left = left.ToImmutable() };
    }

    private static Model.Values.Euros Sum(IEnumerable<DraftAmount?> amounts) => Model.Values.Euros.Sum(amounts.OfType<DraftAmount>().Select(amount => amount.Amount));
}
