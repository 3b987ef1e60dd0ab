using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>Where a table found by alignment comes from: its lines, and what reads them.</summary>
/// <param name="Region">Its lines.</param>
/// <param name="ToGrid">Reads lines of its page.</param>
internal sealed record AlignedSource(AlignedRegion Region, RegionToGrid ToGrid);

/// <summary>
/// Columns that alignment shows page by page → those of the table over all its pages. A page with few rows shows fewer columns
/// than the others: it is read anew with the columns that the lines of all pages leave. Few rows at the top of a page,
/// sums mostly, are read as well where they fit into them.
/// </summary>
internal sealed class ColumnsAcrossPages(AlignmentOptions options)
{
    private sealed record Part(int Page, FilledGrid Grid, bool IsFew, int Repeated)
    {
        public AlignedRegion Region => Grid.Aligned!.Region;

        // A page may repeat the header and have nothing else: there is nothing to read anew.
        public bool HasBody => Repeated < Region.Lines.Length;
    }

    /// <summary>The pages, tables that go on from one to the next with the same columns.</summary>
    public ImmutableArray<PageGrids> Resolve(IReadOnlyList<PageGrids> pages)
    {
        var resolved = pages.ToArray();
        for (var page = 0; page + 1 < resolved.Length;)
        {
            var parts = Parts(resolved, page);
            if (parts.Count > 1)
                Read(resolved, parts);
            page = Math.Max(page + 1, parts.Count == 0 ? 0 : parts[^1].Page);
        }

        return [.. resolved];
    }

    // The last table of the page, and what alignment shows to go on from it on the following ones.
    private List<Part> Parts(PageGrids[] pages, int page)
    {
        if (pages[page].Tables.LastOrDefault() is not { } last || !IsLast(pages[page], last))
            return [];
        var parts = new List<Part> { new(page, last, false, 0) };
        for (var next = page + 1; next < pages.Length && IsLast(pages[next - 1], parts[^1].Grid); next++)
        {
            var few = pages[next].Single.FirstOrDefault(grid => grid.Aligned is not null && IsFirst(pages[next], grid));
            var grid = pages[next].Tables.FirstOrDefault() is { Aligned: not null } table && IsFirst(pages[next], table) ? table : few;
            if (grid is null || !AreAbove(last, grid))
                break;
            parts.Add(new Part(next, grid, ReferenceEquals(grid, few), Repeated(last, grid.Aligned!.Region)));
        }

        return parts;
    }

    private void Read(PageGrids[] pages, List<Part> parts)
    {
        var most = parts.Where(part => !part.IsFew).Max(part => part.Grid.Grid.ColumnCount);
        if (Columns(parts) is not { } columns || columns.Count < most)
            return;

        // What a page has above its first rule is no header where the table has one on its first page and does not repeat it.
        bool HasFalseHeader(Part part) => part.Repeated == 0 && part.Grid.HeaderRows > 0 && parts[0].Grid.HeaderRows > 0 && !ReferenceEquals(part, parts[0]);
        foreach (var part in parts.Where(part => part.Grid.Aligned is not null && part.HasBody && (part.IsFew || part.Grid.Grid.ColumnCount < columns.Count || HasFalseHeader(part))))
        {
            var table = part.Grid.Aligned!.ToGrid.Convert(part.Region, columns, ReferenceEquals(part, parts[0]) ? null : part.Repeated);
            if (part.IsFew && !FitsIn(table, part.Repeated))
                continue;
            pages[part.Page] = Replace(pages[part.Page], part.Grid, table.Filled with { Score = part.Grid.Score, Aligned = part.Grid.Aligned });
        }
    }

    // The columns that the first page draws, or those that the lines of all pages leave.
    private AlignedColumns? Columns(List<Part> parts)
    {
        if (parts[0].Grid.Aligned is { } source)
            return LinesToColumns.Find(new AlignedRegion([.. parts.SelectMany(part => part.Region.Lines.Skip(part.Repeated))], source.Region.HeaderLines), options);
        var grid = parts[0].Grid.Grid;
        var stripes = ImmutableArray.CreateBuilder<Run>(grid.ColumnCount);
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var words = grid.Cells.Zip(parts[0].Grid.Words).Where(cell => cell.First.Column == column && cell.First.ColumnSpan == 1).SelectMany(cell => cell.Second).Select(word => word.Box).ToList();
            stripes.Add(words.Count == 0 ? new Run(grid.Columns[column], grid.Columns[column + 1]) : new Run(words.Min(box => box.Left), words.Max(box => box.Right)));
        }

        return grid.ColumnCount > 1 ? new AlignedColumns(stripes.MoveToImmutable(), grid.Columns) : null;
    }

    // Figures in several columns, nothing over two.
    private static bool FitsIn(AlignedTable table, int header)
    {
        var figures = table.Lines.Skip(header).SelectMany(line => line.Pieces).Where(piece => piece.First > 0).ToList();
        return figures.Count(piece => piece.Chunk.IsValue) > 1 && figures.TrueForAll(piece => !piece.IsSpanning);
    }

    private static PageGrids Replace(PageGrids page, FilledGrid old, FilledGrid grid) => page with
    {
        Tables = [.. page.Tables.Where(table => !ReferenceEquals(table, old)).Append(grid).OrderBy(table => table.Grid.Box.Top).ThenBy(table => table.Grid.Box.Left)],
        Single = [.. page.Single.Where(single => !ReferenceEquals(single, old))],
    };

    // The first lines of the region that say what the first lines of the table say.
    private int Repeated(FilledGrid first, AlignedRegion region)
    {
        var heads = first.Aligned is { } source ? source.Region.Lines.Take(options.MaxHeaderLines + 2).Select(Letters).ToList() : HeadLetters(first);
        var from = heads.IndexOf(Letters(region.Lines[0]));
        var repeated = 0;
        while (from >= 0 && from + repeated < heads.Count && repeated < region.Lines.Length && heads[from + repeated] == Letters(region.Lines[repeated]))
            repeated++;
        return repeated;
    }

    private static List<string> HeadLetters(FilledGrid first) =>
    [
        .. first.Grid.Cells.Zip(first.Words).Where(cell => cell.First.Row < 2).SelectMany(cell => cell.Second).GroupBy(word => Math.Round(word.Baseline)).OrderBy(line => line.Key)
            .Select(line => TextKey.Letters(string.Join(' ', line.OrderBy(word => word.Box.Left).Select(word => word.Text)))),
    ];

    private static string Letters(ChunkLine line) => TextKey.Letters(string.Join(' ', line.Chunks.Select(chunk => chunk.Text)));

    // The sides of the one are those of the other, but for columns at the right that are empty on a page.
    private static bool AreAbove(FilledGrid first, FilledGrid next)
    {
        var (one, other) = (first.Grid.Box, next.Grid.Box);
        var size = next.Aligned!.Region.Lines[0].Size;
        return Math.Abs(one.Left - other.Left) < 3 * size && Math.Min(one.Width, other.Width) > 0.6 * Math.Max(one.Width, other.Width);
    }

    private static bool IsFirst(PageGrids page, FilledGrid grid) => page.Direction == Model.Pages.TextDirection.Horizontal && !page.Layout.Body.Any(word => word.Box.CenterY < grid.Grid.Box.Top);

    private static bool IsLast(PageGrids page, FilledGrid grid) => page.Direction == Model.Pages.TextDirection.Horizontal && !page.Layout.Body.Any(word => word.Box.CenterY > grid.Grid.Box.Bottom);
}
