using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables;

/// <summary>
/// A grid of one row is a box with partitions, except at a page's edge: there it may be the one row of a table that the page
/// holds. It is one when the table on the neighbouring page has its columns.
/// </summary>
internal static class SingleRows
{
    /// <summary>The pages, single rows either among the tables or rejected.</summary>
    public static ImmutableArray<PageGrids> Resolve(IReadOnlyList<PageGrids> pages, PartsToTables joiner)
    {
        var resolved = pages.ToArray();
        for (var i = 0; i < resolved.Length; i++)
            resolved[i] = Take(resolved[i], grid => i > 0 && IsFirst(resolved[i], grid) && resolved[i - 1].Tables.LastOrDefault() is { } last && IsLast(resolved[i - 1], last) && SameColumns(grid, last, joiner));
        for (var i = resolved.Length - 1; i >= 0; i--)
            resolved[i] = Take(resolved[i], grid => i < resolved.Length - 1 && IsLast(resolved[i], grid) && resolved[i + 1].Tables.FirstOrDefault() is { } first && IsFirst(resolved[i + 1], first) && SameColumns(grid, first, joiner));
        return [.. resolved.Select(Reject)];
    }

    // What alignment shows has had its chance: ColumnsAcrossPages.
    private static bool SameColumns(FilledGrid first, FilledGrid second, PartsToTables joiner) => first.Aligned is null && joiner.HasSameColumns(first.Grid.Columns, second.Grid.Columns);

    private static PageGrids Take(PageGrids page, Func<FilledGrid, bool> isTable)
    {
        var taken = page.Single.Where(isTable).ToList();
        return taken.Count == 0 ? page : page with
        {
            Tables = [.. page.Tables.Concat(taken).OrderBy(filled => filled.Grid.Box.Top).ThenBy(filled => filled.Grid.Box.Left)],
            Single = [.. page.Single.Except(taken)],
        };
    }

    private static PageGrids Reject(PageGrids page) => page with
    {
        Single = [],
        Rejected = [.. page.Rejected, .. page.Single.Select(grid => new TableCandidate(page.Layout.Page.Number, grid.Box, grid.Method, grid.Grid.RowCount, grid.Grid.ColumnCount, grid.Aligned is null ? Rejection.Box : Rejection.Unlikely) { Score = grid.Score })],
    };

    private static bool IsFirst(PageGrids page, FilledGrid grid) => !page.Layout.Body.Any(word => ReadingFrame.PageToFrame(word.Box, page.Direction).CenterY < grid.Grid.Box.Top);

    private static bool IsLast(PageGrids page, FilledGrid grid) => !page.Layout.Body.Any(word => ReadingFrame.PageToFrame(word.Box, page.Direction).CenterY > grid.Grid.Box.Bottom);
}
