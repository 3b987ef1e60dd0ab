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

    /// <summary>The groups in order of their first columns, one with no year for sums over all of them; empty where the table has the money of one year, or where not all columns of money say theirs.</summary>
    /// <param name="columns">Columns of a table of actions.</param>
    /// <param name="sums">Which columns are sums of others.</param>
    /// <param name="sumShare">In so many rows (0..1) a sum must be one.</param>
    public static ImmutableArray<YearGroup> Of(ImmutableArray<Column> columns, ColumnSums sums, double sumShare)
    {
        var money = columns.Where(column => column.IsMoney || (column.Content.Amounts > 0 && YearOf(column) is not null)).ToList();
        var groups = money.Where(column => YearOf(column) is not null).GroupBy(column => YearOf(column)!.Text).Select(group => new YearGroup(YearOf(group.First())!, [.. group.Select(column => column.Index)])).ToList();
        if (groups.Count < 2)
            return [];
        var others = money.Where(column => YearOf(column) is null).Select(column => column.Index).ToImmutableArray();
        if (!others.All(index => Series(groups, columns).Any(series => sums.ShareOfRows(index, series) >= sumShare)))
            return [];
        if (!others.IsEmpty)
            return [.. groups, new YearGroup(SourceText.Empty, others)];
        return groups.Min(group => group.Columns.Length) < LeastPlan && groups.Count < LeastYears ? [] : [.. groups];
    }

    // What may be added up over the years: the columns that have the same head in each, or the first ones.
    private static IEnumerable<ImmutableArray<int>> Series(List<YearGroup> groups, ImmutableArray<Column> columns) =>
        groups.SelectMany(group => group.Columns).GroupBy(index => Folding.Fold(columns[index].Header.Text)).Select(series => series.ToImmutableArray())
            .Append([.. groups.Select(group => group.Columns[0])]);

    // The one year in the headers above a column.
    private static SourceText? YearOf(Column column)
    {
        var years = column.HeaderPath.SelectMany(header => YearGrammar.FindPeriods(header.Text).Where(mention => mention.IsSingleYear).Select(mention => header.Slice(mention.Start, mention.Length))).ToList();
        return years.Select(year => year.Text).Distinct(StringComparer.Ordinal).Count() == 1 ? years[0] : null;
    }
}
