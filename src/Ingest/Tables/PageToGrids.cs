using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Tables.Alignment;

namespace Ingest.Tables;

/// <summary>The grids of one page.</summary>
/// <param name="Layout">The page, furniture apart.</param>
/// <param name="Tables">The tables from top to bottom.</param>
/// <param name="Single">
/// Grids of one row only, from top to bottom: a box with partitions, unless it goes on from or to a table of the next page.
/// </param>
/// <param name="Rejected">What is no table.</param>
internal sealed record PageGrids(
    PageLayout Layout, ImmutableArray<FilledGrid> Tables, ImmutableArray<FilledGrid> Single, ImmutableArray<TableCandidate> Rejected)
{
    /// <summary>The way the page is read.</summary>
    public TextDirection Direction { get; init; }
}

/// <summary>Rules and words of a page → grids that are tables: those that rules enclose, then among the other words those that alignment shows.</summary>
internal sealed class PageToGrids(ContentOptions options)
{
    /// <summary>Finds the tables of a page. A page whose text is turned is read by a reader who tilts the head.</summary>
    public PageGrids Find(PageLayout layout)
    {
        var direction = TurnedPage.DirectionOf(layout.Body, options.Tables);
        if (direction == TextDirection.Horizontal)
            return FindUpright(layout);
        var turned = TurnedPage.Turn(layout, direction);
        return turned.TurnBack(FindUpright(turned.Layout));
    }

    private PageGrids FindUpright(PageLayout layout)
    {
        var edges = RulingsToEdges.Merge(layout.Page.Rulings, options.Tables.Snap, options.Tables.Join);
        var shades = FillsToShades.Merge(layout.Page.Fills);
        var places = new Centres<Word>(layout.Body, word => word.Box);
        var found = options.Methods.Contains(TableMethod.Ruled)
            ? new RuledTables(layout, places, edges, shades, options).Find()
            : new PageGrids(layout, [], [], []);
        if (options.Methods.Contains(TableMethod.Unruled))
        {
            var charts = found.Rejected.Where(candidate => candidate is { Reason: Rejection.Drawing, Bbox: not null }).Select(candidate => candidate.Bbox!.Value).ToList();
            var taken = found.Tables.SelectMany(table => table.Words).SelectMany(words => words).ToHashSet<Word>(ReferenceEqualityComparer.Instance);
            taken.UnionWith(found.Tables.SelectMany(table => places.Inside(table.Grid.Box)));
            var free = layout.Body.Where(word => !taken.Contains(word)).ToList();
            var (tables, rejected) = new AlignedTables(layout.Page.Number, edges, shades, charts, options).Find(free);
            found = found with
            {
                Tables = found.Tables.AddRange(tables),
                Single = [.. found.Single.Where(single => !tables.Any(table => table.Grid.Box.Overlaps(single.Grid.Box)))],
                Rejected = found.Rejected.AddRange(rejected),
            };
        }

        return found with { Tables = Sorted(found.Tables), Single = Sorted(found.Single) };
    }

    private static ImmutableArray<FilledGrid> Sorted(IEnumerable<FilledGrid> grids) =>
        [.. grids.OrderBy(filled => filled.Grid.Box.Top).ThenBy(filled => filled.Grid.Box.Left)];
}
