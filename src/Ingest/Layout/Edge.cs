using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Layout;

/// <summary>A line without thickness along one axis of the page: a rule, or several that touch.</summary>
/// <param name="IsHorizontal">Whether it runs from left to right.</param>
/// <param name="Position">Its place across its run in points: the height of a horizontal edge.</param>
/// <param name="Start">Where its run begins in points.</param>
/// <param name="End">Where its run ends.</param>
public readonly record struct Edge(bool IsHorizontal, double Position, double Start, double End)
{
    /// <summary>Length in points.</summary>
    public double Length => End - Start;

    /// <summary>Whether the edge covers the run, give or take the tolerance at both ends.</summary>
    public bool Covers(double start, double end, double tolerance) => Start <= start + tolerance && End >= end - tolerance;
}

/// <summary>Rules as they are painted → edges.</summary>
public static class RulingsToEdges
{
    /// <summary>
    /// Merges rules that lie on one line and touch, and snaps those that lie next to each other (double borders, borders
    /// of neighbouring cells that miss each other by a hair) to one position. The idea is that of pdfplumber's
    /// <c>snap_edges</c> and <c>join_edge_group</c>, written once over an axis.
    /// </summary>
    /// <param name="rulings">The rules.</param>
    /// <param name="snap">Greatest distance of the positions that become one, in points.</param>
    /// <param name="join">Greatest gap between two pieces of one edge, in points.</param>
    /// <returns>The edges by axis (vertical first), position and start.</returns>
    public static ImmutableArray<Edge> Merge(IEnumerable<Ruling> rulings, double snap, double join)
    {
        var pieces = rulings.Select(RulingToEdge).ToList();
        return [.. MergeAxis(pieces.Where(edge => !edge.IsHorizontal), snap, join), .. MergeAxis(pieces.Where(edge => edge.IsHorizontal), snap, join)];
    }

    /// <summary>The same for edges of one axis.</summary>
    /// <param name="edges">The edges.</param>
    /// <param name="snap">Greatest distance of the positions that become one, in points.</param>
    /// <param name="join">Greatest gap between two pieces of one edge, in points.</param>
    /// <returns>The edges by position and start.</returns>
    public static ImmutableArray<Edge> Merge(ImmutableArray<Edge> edges, double snap, double join) => [.. MergeAxis(edges, snap, join)];

    /// <summary>One rule without its thickness.</summary>
    public static Edge RulingToEdge(Ruling ruling) => ruling.IsHorizontal
        ? new Edge(true, ruling.Box.CenterY, ruling.Box.Left, ruling.Box.Right)
        : new Edge(false, ruling.Box.CenterX, ruling.Box.Top, ruling.Box.Bottom);

    private static IEnumerable<Edge> MergeAxis(IEnumerable<Edge> edges, double snap, double join)
    {
        var group = new List<Edge>();
        foreach (var edge in edges.OrderBy(edge => edge.Position).ThenBy(edge => edge.Start).ThenBy(edge => edge.End))
        {
            // Measured from the first of the group: a chain of near positions must not creep over a narrow column.
            if (group.Count > 0 && edge.Position - group[0].Position > snap)
            {
                foreach (var merged in JoinGroup(group, join))
                    yield return merged;
                group.Clear();
            }

            group.Add(edge);
        }

        foreach (var merged in JoinGroup(group, join))
            yield return merged;
    }

    private static IEnumerable<Edge> JoinGroup(List<Edge> group, double join)
    {
        if (group.Count == 0)
            yield break;
        var length = group.Sum(edge => edge.Length);
        var position = length > 0 ? group.Sum(edge => edge.Position * edge.Length) / length : group[0].Position;
        Edge? open = null;
        foreach (var edge in group.OrderBy(edge => edge.Start).ThenBy(edge => edge.End))
        {
            if (open is { } last && edge.Start <= last.End + join)
            {
                open = last with { End = Math.Max(last.End, edge.End) };
                continue;
            }

            if (open is { } done)
                yield return done;
            open = edge with { Position = position };
        }

        if (open is { } final)
            yield return final;
    }
}
