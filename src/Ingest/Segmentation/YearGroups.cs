using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation;

/// <summary>The money of one year in a table that holds that of several.</summary>
/// <param name="Year">The year, as the header says it.</param>
/// <param name="Columns">The columns of its money.</param>
internal sealed record YearGroup(SourceText Year, ImmutableArray<int> Columns);

/// <summary>
/// Finds tables whose money stands in groups of columns, one a year: « 2024 | 2025 | 2026 » over « Coût | État | Ville », « Réalisé 2024 |
/// Prévu 2025 ». What an action costs and gets in one year is one entry, and that of the next year another.
/// </summary>
internal static class YearGroups
{
    // Columns of money in each year that make a plan of it, not a note of what was paid before.
    private const int LeastPlan = 2;

    // Years beside each other, with one column each, that are no « last year and this ».
    private const int LeastYears = 3;

    /// <summary>The groups in order of their first columns; empty where the table has the money of one year, or where not all columns of money say theirs.</summary>
    /// <param name="columns">Columns of a table of actions.</param>
    public static ImmutableArray<YearGroup> Of(ImmutableArray<Column> columns)
    {
        var money = columns.Where(column => column.IsMoney || (column.Content.Amounts > 0 && YearOf(column) is not null)).ToList();
        var groups = money.GroupBy(column => YearOf(column)?.Text).ToList();
        if (groups.Count < 2 || groups.Exists(group => group.Key is null))
            return [];
        var least = groups.Min(group => group.Count());
        return least < LeastPlan && groups.Count < LeastYears ? [] : [.. groups.Select(group => new YearGroup(YearOf(group.First())!, [.. group.Select(column => column.Index)]))];
    }

    // The one year in the headers above a column.
    private static SourceText? YearOf(Column column)
    {
        var years = column.HeaderPath.SelectMany(header => YearGrammar.FindPeriods(header.Text).Where(mention => mention.IsSingleYear).Select(mention => header.Slice(mention.Start, mention.Length))).ToList();
        return years.Select(year => year.Text).Distinct(StringComparer.Ordinal).Count() == 1 ? years[0] : null;
    }
}
