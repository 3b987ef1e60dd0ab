using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables.Aligned;
using Ingest.Tables.Tagged;

namespace Ingest.Tables;

/// <summary>The grids of one page.</summary>
/// <param name="Layout">The page, furniture apart.</param>
/// <param name="Tables">The tables from top to bottom.</param>
/// <param name="Single">
/// Grids of one row, and few rows that alignment shows, from top to bottom: boxes with partitions and chance, unless they go on from
/// or to a table of the next page.
/// </param>
/// <param name="Rejected">What is no table.</param>
internal sealed record PageGrids(
    PageLayout Layout, ImmutableArray<FilledGrid> Tables, ImmutableArray<FilledGrid> Single, ImmutableArray<TableCandidate> Rejected)
{
    /// <summary>The way the page is read.</summary>
    public TextDirection Direction { get; init; }
}

/// <summary>
/// Rules and words of a page → grids that are tables: those that the source tells of, those that rules enclose, then among
/// the other words those that alignment shows.
/// </summary>
internal sealed class PageToGrids(ContentOptions options)
{
    /// <summary>Finds the tables of a page. A page whose text is turned is read by a reader who tilts the head.</summary>
    public PageGrids Find(PageLayout layout)
    {
        var direction = ReadingFrame.DirectionOf(layout.Body, options.Layout.TurnedShare);
        if (direction == TextDirection.Horizontal)
            return FindUpright(layout);
        var turned = TurnedPage.Turn(layout, direction);
        return turned.TurnBack(FindUpright(turned.Layout));
    }

    private PageGrids FindUpright(PageLayout layout)
    {
        var edges = RulingsToEdges.Merge(layout.Page.Rulings, options.Tables.Snap, options.Tables.Join);
        var shades = FillsToShades.Merge(layout.Page.Fills);
        var found = FindTagged(layout, edges, shades) ?? FindDrawn(layout, edges, shades);
        return found with { Tables = Sorted(found.Tables), Single = Sorted(found.Single) };
    }

    // What the source tells of its tables comes first, unless rules alone show the same; the rest is read as if it stood alone. Null where the source tells nothing.
    private PageGrids? FindTagged(PageLayout layout, ImmutableArray<Edge> edges, ImmutableArray<FilledArea> shades)
    {
        if (layout.Page.TaggedTables.IsEmpty || !options.Methods.Contains(TableMethod.Tagged))
            return null;
        var (tables, rejected) = new TaggedTables(layout, options).Find();
        var drawn = FindDrawn(layout, edges, shades);
        var (needed, outdone) = TaggedOrRuled.Choose(tables, [.. drawn.Tables.Where(table => table.Method == TableMethod.Ruled)]);
        if (!needed.IsEmpty)
        {
            var boxes = needed.Select(table => table.Grid.Box).ToList();
            var rest = layout with { Body = [.. layout.Body.Where(word => !boxes.Exists(box => Centres<Word>.IsInside(word.Box, box)))] };
            drawn = FindDrawn(rest, EdgesOutside.Cut(edges, boxes.Select(box => box.Inflate(options.Tables.Sliver)), options.Tables.Sliver), [.. shades.Where(shade => !boxes.Exists(shade.Box.Overlaps))]);
        }

        return drawn with
        {
            Layout = layout,
            Tables = drawn.Tables.AddRange(needed),
            Rejected = [.. drawn.Rejected, .. rejected, .. outdone.Select(table => new TableCandidate(layout.Page.Number, table.Grid.Box, table.Method, table.Grid.RowCount, table.Grid.ColumnCount, Rejection.Outdone) { Score = table.Score })],
        };
    }

    private PageGrids FindDrawn(PageLayout layout, ImmutableArray<Edge> edges, ImmutableArray<FilledArea> shades)
    {
        var places = new Centres<Word>(layout.Body, word => word.Box);
        var found = options.Methods.Contains(TableMethod.Ruled)
            ? new RuledTables(layout, places, edges, shades, options).Find()
            : new PageGrids(layout, [], [], []);
        return options.Methods.Contains(TableMethod.Unruled) ? WithUnruled(layout, places, edges, shades, found) : found;
    }

    // The words that no rules enclose are read by their alignment. So are those of ruled grids whose cells hold columns of their
    // own; where alignment then shows a table of most of their words, it is the better reading.
    private PageGrids WithUnruled(PageLayout layout, Centres<Word> places, ImmutableArray<Edge> edges, ImmutableArray<FilledArea> shades, PageGrids found)
    {
        ImmutableArray<Box> Boxes(params Rejection[] reasons) => [.. found.Rejected.Where(candidate => reasons.Contains(candidate.Reason) && candidate.Bbox is not null).Select(candidate => candidate.Bbox!.Value)];
        var drawings = new PageDrawings(Boxes(Rejection.Drawing, Rejection.Empty), Boxes(Rejection.Box), HasOwnText: layout.Page.Words.Any(word => word.Origin == Origin.Text));
        var aligned = new AlignedTables(layout.Page.Number, edges, shades, drawings, options);
        var toShare = new CoarseGrids(layout.Page.Number, options.Tables.Alignment, options.Layout);
        var coarse = found.Tables.Where(table => table is { Method: TableMethod.Ruled, HasNested: false } && toShare.Share(table) > options.Tables.Alignment.CoarseShare).ToList();
        if (coarse.Count > 0)
        {
            var (readings, _, _) = aligned.Find(Free(layout, places, found.Tables.Except(coarse)));
            var outdone = coarse.Where(table => readings.Any(reading => IsReadingOf(reading, table))).ToList();
            found = found with
            {
                Tables = [.. found.Tables.Except(outdone)],
                Rejected = found.Rejected.AddRange(outdone.Select(table => new TableCandidate(layout.Page.Number, table.Grid.Box, table.Method, table.Grid.RowCount, table.Grid.ColumnCount, Rejection.Outdone))),
            };
        }

        var (tables, few, rejected) = aligned.Find(Free(layout, places, found.Tables));
        return found with
        {
            Tables = found.Tables.AddRange(tables),
            Single =
            [
                .. found.Single.Where(row => !tables.Any(table => table.Grid.Box.Overlaps(row.Grid.Box))),
                .. few.Where(rows => !found.Single.Any(row => row.Grid.Box.Overlaps(rows.Grid.Box))),
            ],
            Rejected = found.Rejected.AddRange(rejected),
        };
    }

    private static List<Word> Free(PageLayout layout, Centres<Word> places, IEnumerable<FilledGrid> tables)
    {
        var taken = new HashSet<Word>(ReferenceEqualityComparer.Instance);
        foreach (var table in tables)
        {
            taken.UnionWith(table.Words.SelectMany(words => words));
            taken.UnionWith(places.Inside(table.Grid.Box));
        }

        return [.. layout.Body.Where(word => !taken.Contains(word))];
    }

    private bool IsReadingOf(FilledGrid reading, FilledGrid table)
    {
        var words = reading.Words.SelectMany(words => words).ToHashSet<Word>(ReferenceEqualityComparer.Instance);
        var all = table.Words.Sum(own => own.Length);
        return table.Words.Sum(own => own.Count(words.Contains)) >= options.Tables.Alignment.ReadShare * all;
    }

    private static ImmutableArray<FilledGrid> Sorted(IEnumerable<FilledGrid> grids) =>
        [.. grids.OrderBy(filled => filled.Grid.Box.Top).ThenBy(filled => filled.Grid.Box.Left)];
}
