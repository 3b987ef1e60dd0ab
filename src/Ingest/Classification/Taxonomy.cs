using System.Collections.Immutable;

namespace Ingest.Classification;

/// <summary>A place of a taxonomy: an enjeu, an orientation or an objective.</summary>
public sealed record TaxonomyNode
{
    /// <summary>Id: the positions from the top, as in « 1.2.3 ».</summary>
    public required string Id { get; init; }

    /// <summary>Label as printed.</summary>
    public required string Title { get; init; }

    /// <summary>Other writings of the label.</summary>
    public ImmutableArray<string> Variants { get; init; } = [];

    /// <summary>Why the place is not sure; null where it is.</summary>
    public string? Doubt { get; init; }

    /// <summary>The places below; none for a leaf.</summary>
    public ImmutableArray<TaxonomyNode> Children { get; init; } = [];

    /// <summary>The label with its other writings.</summary>
    public IEnumerable<string> Labels => Variants.Prepend(Title);
}

/// <summary>A strategy that texts are placed in: places in up to three levels, in the order of its document.</summary>
public sealed class Taxonomy
{
    private readonly Dictionary<string, TaxonomyNode> _nodes;
    private readonly Dictionary<string, TaxonomyNode> _parents;

    /// <summary>A taxonomy of these places.</summary>
    /// <param name="id">Its id, as in « cabbalr-2024-2030 ».</param>
    /// <param name="version">Version of the file, from 1.</param>
    /// <param name="roots">The top level; ids must be unique over all levels.</param>
    public Taxonomy(string id, int version, ImmutableArray<TaxonomyNode> roots)
    {
        (Id, Version, Roots) = (id, version, roots);
        Nodes = [.. roots.SelectMany(WithAllBelow)];
        Leaves = [.. Nodes.Where(node => node.Children.IsEmpty)];
        _nodes = Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        _parents = Nodes.SelectMany(node => node.Children.Select(child => (child.Id, node))).ToDictionary(pair => pair.Id, pair => pair.node, StringComparer.Ordinal);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Version of the file, from 1.</summary>
    public int Version { get; }

    /// <summary>Title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Where the labels come from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>First year it holds for, or null.</summary>
    public int? Start { get; init; }

    /// <summary>Last year it holds for, or null.</summary>
    public int? End { get; init; }

    /// <summary>The top level.</summary>
    public ImmutableArray<TaxonomyNode> Roots { get; }

    /// <summary>All places, each before what stands below it.</summary>
    public ImmutableArray<TaxonomyNode> Nodes { get; }

    /// <summary>The places with nothing below, in order: what texts are placed in.</summary>
    public ImmutableArray<TaxonomyNode> Leaves { get; }

    /// <summary>The place with an id, or null.</summary>
    public TaxonomyNode? Find(string id) => _nodes.GetValueOrDefault(id);

    /// <summary>The places from the top down to one, itself the last; empty for an unknown id.</summary>
    public ImmutableArray<TaxonomyNode> PathTo(string id)
    {
        if (Find(id) is not { } node)
            return [];
        var path = new Stack<TaxonomyNode>();
        for (var at = node; at is not null; at = _parents.GetValueOrDefault(at.Id))
            path.Push(at);
        return [.. path];
    }

    /// <summary>The place at a level (0 the top) above a place or it itself; the place itself where it stands higher.</summary>
    public string AtLevel(string id, int level) => PathTo(id) is { IsEmpty: false } path ? path[Math.Min(level, path.Length - 1)].Id : id;

    /// <summary>Whether a place is another one or stands above it.</summary>
    public bool Covers(string place, string other) => PathTo(other).Any(node => node.Id == place);

    /// <summary>The lowest place above all of these; null where they have none in common.</summary>
    public string? CommonPlace(IEnumerable<string> ids)
    {
        string? common = null;
        ImmutableArray<TaxonomyNode>? shared = null;
        foreach (var id in ids)
        {
            var path = PathTo(id);
            shared = shared is { } before ? [.. before.Zip(path).TakeWhile(pair => pair.First.Id == pair.Second.Id).Select(pair => pair.First)] : path;
            common = shared is { IsEmpty: false } rest ? rest[^1].Id : null;
        }

        return common;
    }

    private static IEnumerable<TaxonomyNode> WithAllBelow(TaxonomyNode node) => node.Children.SelectMany(WithAllBelow).Prepend(node);
}
