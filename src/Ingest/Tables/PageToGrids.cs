using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>What the rules of one page enclose.</summary>
/// <param name="Layout">The page, furniture apart.</param>
/// <param name="Tables">The tables from top to bottom.</param>
/// <param name="Single">
/// Grids of one row only, from top to bottom: a box with partitions, unless it goes on from or to a table of the next page.
/// </param>
/// <param name="Rejected">What is no table.</param>
internal sealed record PageGrids(
    PageLayout Layout, ImmutableArray<FilledGrid> Tables, ImmutableArray<FilledGrid> Single, ImmutableArray<TableCandidate> Rejected);

/// <summary>Rules and words of a page → grids that are tables.</summary>
internal static class PageToGrids
{
    /// <summary>Finds the ruled tables of a page.</summary>
    public static PageGrids Find(PageLayout layout, TableOptions options)
    {
        var edges = RulingsToEdges.Merge(layout.Page.Rulings, options.Snap, options.Join);
        var components = EdgesToGrids.Connect(edges, layout.Page.Fills, options);
        var drawings = components.Where(component => EdgesToGrids.IsDrawing(component, options)).ToList();
        var grids = components.Except(drawings)
            .Select(component => EdgesToCells.Fill(component, options))
            .Where(grid => grid is { Cells.Length: > 0 })
            .Select(grid => grid!)
            .OrderBy(grid => grid.Box.Width * grid.Box.Height)
            .ToList();
        var (tables, single) = (new List<FilledGrid>(), new List<FilledGrid>());
        var taken = new HashSet<Word>(ReferenceEqualityComparer.Instance);
        var rejected = ImmutableArray.CreateBuilder<TableCandidate>();
        rejected.AddRange(drawings.Select(drawing => new TableCandidate(
            layout.Page.Number, EdgesToGrids.Bounds(drawing), TableMethod.Ruled, drawing.Count(edge => edge.IsHorizontal), drawing.Count(edge => !edge.IsHorizontal), Rejection.Drawing)));
        foreach (var grid in grids.AsEnumerable().Reverse())
        {
            // Where the boxes of two tables overlap, the larger one has the word.
            var filled = WordsToCells.Fill(grid, [.. layout.Body.Where(word => IsInside(word, grid.Box) && !taken.Contains(word))], options);
            if (tables.Exists(table => CellAround(table, filled.Grid.Box)))
                rejected.Add(Reject(layout, filled, Rejection.Nested));
            else if (Judge(filled, options) is not { } reason)
            {
                tables.Add(filled);
                taken.UnionWith(filled.Words.SelectMany(words => words));
            }
            else if (reason == Rejection.Box && IsOneRow(filled))
                single.Add(filled);
            else
                rejected.Add(Reject(layout, filled, reason));
        }

        return new PageGrids(layout, Sorted(tables), Sorted(single), rejected.ToImmutable());
    }

    /// <summary>The grid as a candidate that was not taken.</summary>
    public static TableCandidate Reject(PageLayout layout, FilledGrid filled, Rejection reason) =>
        new(layout.Page.Number, filled.Grid.Box, TableMethod.Ruled, filled.Grid.RowCount, filled.Grid.ColumnCount, reason);

    /// <summary>Whether the word's centre lies in the box.</summary>
    public static bool IsInside(Word word, Box box) =>
        // Half open: a word on the border that two tables share is in one of them.
        word.Box.CenterX >= box.Left && word.Box.CenterX < box.Right && word.Box.CenterY >= box.Top && word.Box.CenterY < box.Bottom;

    private static ImmutableArray<FilledGrid> Sorted(IEnumerable<FilledGrid> grids) =>
        [.. grids.OrderBy(filled => filled.Grid.Box.Top).ThenBy(filled => filled.Grid.Box.Left)];

    private static Rejection? Judge(FilledGrid filled, TableOptions options)
    {
        var closed = filled.Grid.Cells.Where(cell => !cell.IsOpen).ToList();
        if (closed.Select(cell => cell.Row).Distinct().Count() < options.MinLines || closed.Select(cell => cell.Column).Distinct().Count() < options.MinLines)
            return Rejection.Box;
        return filled.FilledCells < Math.Max(options.MinLines, options.MinTextShare * filled.Grid.Cells.Length) ? Rejection.Empty : null;
    }

    private static bool IsOneRow(FilledGrid filled) => filled.Grid.RowCount == 1 && filled.Grid.ColumnCount > 1 && filled.FilledCells > 0;

    // Inside one cell of the other: a table within a table. A frame around everything is one cell, and no table itself.
    private static bool CellAround(FilledGrid table, Box box) => table.Grid.Cells.Any(cell =>
    {
        var around = table.Grid.BoxOf(cell);
        return around.Left <= box.Left && around.Right >= box.Right && around.Top <= box.Top && around.Bottom >= box.Bottom;
    });
}
