using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>
/// Tells columns of money of another year from those of the programme's own: « Subvention 2025 | Subvention 2026 » in a programme of
/// 2026, « Attribué N-1 », « Pour mémoire 2025 ». What was paid the year before is no part of this year's plan.
/// </summary>
internal static partial class OtherYears
{
    /// <summary>The table with the columns of other years marked; unchanged where it does not tell them apart.</summary>
    /// <param name="table">A table of actions.</param>
    /// <param name="year">The programme's year; null where the document names none, or several.</param>
    /// <param name="headers">Words of headers.</param>
    public static TableColumns Mark(TableColumns table, int? year, HeaderVocabulary headers)
    {
        var columns = table.Columns.ToBuilder();
        var money = table.Columns.Where(column => column.Content.Amounts + column.Content.Ordinals > 0 || column.IsMoney).ToList();
        if (year is { } own)
            MarkAlike(columns, money, own);
        // Where some column has this year's money, one that says it is an earlier one's has none of it.
        var isOfThisYear = money.Exists(column => YearOf(column) == year && year is not null);
        var earlier = money.Where(column => headers.IsEarlier(column.HeaderText) || (isOfThisYear && YearOf(column) < year)).ToList();
        if (earlier.Count < money.Count)
        {
            foreach (var column in earlier)
                columns[column.Index] = column with { Role = ColumnRole.OtherYear };
            // « Rappel 2024 : coût » stood before « Programmation 2025 : coût »: what was a second cost is the one.
            if (earlier.Exists(column => column.Role == ColumnRole.TotalCost) && !columns.Any(column => column.Role == ColumnRole.TotalCost)
                && columns.Where(column => column.Role == ColumnRole.FinancingSum && column.HeaderPath is [.., var head] && headers.Match(head.Text) is [{ Role: HeaderRole.TotalCost }, ..]).ToList() is [var cost])
                columns[cost.Index] = cost with { Role = ColumnRole.TotalCost, Header = cost.HeaderPath[^1] };
        }

        return table with { Columns = columns.ToImmutable() };
    }

    private static void MarkAlike(System.Collections.Immutable.ImmutableArray<Column>.Builder columns, List<Column> money, int year)
    {
        var dated = money
            .Select(column => (Column: column, Year: YearOf(column), Name: NameOf(column)))
            .Where(item => item.Year is not null)
            .GroupBy(item => item.Name, StringComparer.Ordinal);
        foreach (var group in dated)
        {
            // One header with several years, the programme's among them.
            if (group.FirstOrDefault(item => item.Year == year) is not { Column: { } own })
                continue;
            foreach (var (column, _, _) in group.Where(item => item.Year != year))
            {
                if (column.Role == ColumnRole.TotalCost || (column.IsMoney && !own.IsMoney))
                    columns[own.Index] = own with { Role = column.Role, Header = column.Header };
                columns[column.Index] = column with { Role = ColumnRole.OtherYear };
            }
        }
    }

    private static int? YearOf(Column column) => YearGrammar.FindPeriods(column.HeaderText) is [{ IsSingleYear: true } only] ? only.From : null;

    private static string NameOf(Column column) => Folding.Fold(Year().Replace(column.HeaderText, " "));

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
