using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>
/// Edges → connected grids. Edges that cross or touch belong to one grid (Nurminen, « Algorithmic extraction of data in
/// tables in PDF documents », Tampere 2013, and pdfplumber's <c>edges_to_intersections</c>). Sides that were left open are
/// closed where the edges that end there say so, and shaded areas stand in for rules that are missing inside.
/// </summary>
public static class EdgesToGrids
{
    /// <summary>The edges of each grid, grids from top to bottom.</summary>
    /// <param name="edges">Merged edges of one page.</param>
    /// <param name="fills">Shades of the page.</param>
    /// <param name="options">Thresholds.</param>
    public static ImmutableArray<ImmutableArray<Edge>> Connect(ImmutableArray<Edge> edges, ImmutableArray<FilledArea> fills, TableOptions options)
    {
        // By height, so that each grid looks at the shades level with it alone.
        var inOrder = fills.Select((fill, index) => (Fill: fill, Index: index)).OrderBy(item => item.Fill.Box.Top).ToList();
        return
        [
            .. Components(edges, options.Reach)
                .Where(component => component.Count > 3)
                .Select(component => IsDrawing(component, options)
                    ? [.. component]
                    : AddShades(Close(Close(component, isHorizontal: true, options), isHorizontal: false, options), inOrder, options))
                .OrderBy(component => Bounds(component).Top).ThenBy(component => Bounds(component).Left),
        ];
    }

    /// <summary>The smallest box that holds the edges.</summary>
    public static Box Bounds(IEnumerable<Edge> edges) => edges
        .Select(edge => edge.IsHorizontal ? new Box(edge.Start, edge.Position, edge.End, edge.Position) : new Box(edge.Position, edge.Start, edge.Position, edge.End))
        .Aggregate((union, box) => union.Union(box));

    /// <summary>Whether the edges are too many for a table.</summary>
    public static bool IsDrawing(IReadOnlyCollection<Edge> edges, TableOptions options) =>
        (long)Positions(edges, isHorizontal: true) * Positions(edges, isHorizontal: false) > options.MaxPlaces;

    private static int Positions(IEnumerable<Edge> edges, bool isHorizontal) =>
        edges.Where(edge => edge.IsHorizontal == isHorizontal).Select(edge => edge.Position).Distinct().Count();

    private static IEnumerable<List<Edge>> Components(ImmutableArray<Edge> edges, double reach)
    {
        var sets = new DisjointSets(edges.Length);
        var across = Enumerable.Range(0, edges.Length).Where(index => edges[index].IsHorizontal).OrderBy(index => edges[index].Position).ToArray();
        var heights = across.Select(index => edges[index].Position).ToArray();
        for (var index = 0; index < edges.Length; index++)
        {
            var edge = edges[index];
            if (edge.IsHorizontal)
                continue;
            var from = Array.BinarySearch(heights, edge.Start - reach);
            for (var i = from < 0 ? ~from : from; i < heights.Length && heights[i] <= edge.End + reach; i++)
            {
                var other = edges[across[i]];
                if (edge.Position >= other.Start - reach && edge.Position <= other.End + reach)
                    sets.Union(index, across[i]);
            }
        }

        return Enumerable.Range(0, edges.Length).GroupBy(sets.Find).Select(group => group.Select(index => edges[index]).ToList());
    }

    // Tables are often set without their outer rules: where two edges or more end on one line, that line closes them.
    private static List<Edge> Close(List<Edge> edges, bool isHorizontal, TableOptions options)
    {
        var along = edges.Where(edge => edge.IsHorizontal == isHorizontal).ToList();
        var across = edges.Where(edge => edge.IsHorizontal != isHorizontal).ToList();
        if (along.Count < 2 || across.Count == 0)
            return edges;
        var closed = new List<Edge>(edges);
        foreach (var end in (ReadOnlySpan<double>)[along.Min(edge => edge.Start), along.Max(edge => edge.End)])
        {
            var ending = along.Where(edge => Math.Min(Math.Abs(edge.Start - end), Math.Abs(edge.End - end)) <= options.Snap).ToList();
            var (first, last) = (ending.Min(edge => edge.Position), ending.Max(edge => edge.Position));
            var isDrawn = across.Exists(edge => Math.Abs(edge.Position - end) <= options.Reach);
            if (!isDrawn && ending.Count > 1)
                closed.Add(new Edge(!isHorizontal, end, first, last));
        }

        return closed;
    }

    // The border of a shaded area is an edge where no rule is and where it reaches from edge to edge: not behind a few words.
    private static ImmutableArray<Edge> AddShades(List<Edge> edges, List<(FilledArea Fill, int Index)> fills, TableOptions options)
    {
        var bounds = Bounds(edges).Inflate(options.Snap);
        var (across, along) = (new EdgesAlongAxis(edges, isHorizontal: true), new EdgesAlongAxis(edges, isHorizontal: false));
        var soft = Below(fills, bounds.Top).TakeWhile(item => item.Fill.Box.Top <= bounds.Bottom).OrderBy(item => item.Index).Select(item => item.Fill)
            .Where(fill => bounds.Overlaps(fill.Box) && fill.Box.Left >= bounds.Left && fill.Box.Right <= bounds.Right && fill.Box.Top >= bounds.Top && fill.Box.Bottom <= bounds.Bottom)
            .SelectMany(fill => Sides(fill.Box))
            .Select(side => SnapTo(side, Same(side), options.Snap))
            .Where(side => side.Length > options.Sliver)
            .Where(side => !Same(side).At(side.Position).Any(edge => edge.Covers(side.Start, side.End, options.Snap)))
            .Where(side => Meets(Other(side), side, side.Start, options) && Meets(Other(side), side, side.End, options))
            .Distinct().ToList();
        return [.. edges, .. soft];

        EdgesAlongAxis Same(Edge side) => side.IsHorizontal ? across : along;
        EdgesAlongAxis Other(Edge side) => side.IsHorizontal ? along : across;
    }

    private static IEnumerable<(FilledArea Fill, int Index)> Below(List<(FilledArea Fill, int Index)> fills, double top)
    {
        var (low, high) = (0, fills.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = fills[middle].Fill.Box.Top < top ? (middle + 1, high) : (low, middle);
        }

        for (; low < fills.Count; low++)
            yield return fills[low];
    }

    private static IEnumerable<Edge> Sides(Box box) =>
    [
        new Edge(true, box.Top, box.Left, box.Right), new Edge(true, box.Bottom, box.Left, box.Right),
        new Edge(false, box.Left, box.Top, box.Bottom), new Edge(false, box.Right, box.Top, box.Bottom),
    ];

    private static Edge SnapTo(Edge side, EdgesAlongAxis edges, double snap) =>
        edges.Nearest(side.Position) is { } position && Math.Abs(position - side.Position) <= snap ? side with { Position = position } : side;

    private static bool Meets(EdgesAlongAxis edges, Edge side, double end, TableOptions options) =>
        edges.Near(end, options.Reach).Any(edge => edge.Covers(side.Position, side.Position, options.Reach));
}
