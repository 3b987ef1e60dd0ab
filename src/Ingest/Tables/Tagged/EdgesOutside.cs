using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Tagged;

/// <summary>Edges → what of them runs outside of areas.</summary>
internal static class EdgesOutside
{
    /// <summary>The edges without what lies in the areas; pieces shorter than the shortest are left out.</summary>
    public static ImmutableArray<Edge> Cut(ImmutableArray<Edge> edges, IEnumerable<Box> areas, double shortest) =>
        areas.Aggregate(edges, (left, area) => [.. left.SelectMany(edge => Cut(edge, area, shortest))]);

    private static IEnumerable<Edge> Cut(Edge edge, Box area, double shortest)
    {
        var (near, far) = edge.IsHorizontal ? (area.Top, area.Bottom) : (area.Left, area.Right);
        var (start, end) = edge.IsHorizontal ? (area.Left, area.Right) : (area.Top, area.Bottom);
        if (edge.Position < near || edge.Position > far || edge.Start >= end || edge.End <= start)
            return [edge];
        return new[] { edge with { End = Math.Min(edge.End, start) }, edge with { Start = Math.Max(edge.Start, end) } }.Where(piece => piece.Length >= shortest);
    }
}
