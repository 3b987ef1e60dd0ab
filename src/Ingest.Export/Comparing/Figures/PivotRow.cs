using System.Collections.Immutable;
using Ingest.Classification;

namespace Ingest.Export.Comparing.Figures;

/// <summary>A place of the pivot as a row.</summary>
/// <param name="Id">Id of the place; empty for what has none.</param>
/// <param name="Title">Its title.</param>
/// <param name="Group">Title of the enjeu above it where it is the first below, or null.</param>
/// <param name="IsLeaf">Whether nothing stands below it.</param>
internal sealed record PivotRow(string Id, string Title, string? Group, bool IsLeaf)
{
    /// <summary>What the chart calls it: a group's title stands above already.</summary>
    public string Label => Id.Length == 0 ? Title : IsLeaf ? $"{Id} {Title}" : $"{Id} sans préciser";
}

/// <summary>The places of a pivot that stand as rows.</summary>
internal static class PivotRows
{
    /// <summary>All leaves, the places above them where texts stand there without going lower, and a last row for what has no place where there is any.</summary>
    /// <param name="pivot">The taxonomy.</param>
    /// <param name="used">Ids of the places where texts stand; the empty one is no place.</param>
    public static ImmutableArray<PivotRow> Of(Taxonomy pivot, IEnumerable<string> used)
    {
        var ids = used.ToHashSet(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<PivotRow>();
        string? group = null;
        foreach (var node in pivot.Nodes.Where(node => node.Children.IsEmpty || ids.Contains(node.Id)))
        {
            var top = pivot.PathTo(node.Id)[0];
            rows.Add(new PivotRow(node.Id, node.Children.IsEmpty ? node.Title : node.Title + " (sans préciser)", top.Id == group ? null : $"{top.Id} {top.Title}", node.Children.IsEmpty));
            group = top.Id;
        }

        if (ids.Contains(""))
            rows.Add(new PivotRow("", "Sans place", "Hors de la taxonomie", true));
        return rows.ToImmutable();
    }
}
