using System.Collections.Immutable;

namespace Ingest.Classification;

/// <summary>Probabilities of a model's classes to the places of a text, level by level.</summary>
internal sealed class ClassesToPlacing
{
    private readonly ImmutableArray<string> _classes;
    private readonly ImmutableArray<ImmutableArray<(string Place, ImmutableArray<int> Leaves)>> _levels;
    private readonly int _none;

    public ClassesToPlacing(Taxonomy taxonomy, ImmutableArray<string> classes)
    {
        _classes = classes;
        _none = classes.IndexOf(ClassifierModel.None);
        var depth = taxonomy.Leaves.Max(leaf => taxonomy.PathTo(leaf.Id).Length);
        _levels =
        [
            .. Enumerable.Range(0, depth - 1).Select(level => classes.Index().Where(item => item.Index != _none)
                .GroupBy(item => taxonomy.AtLevel(item.Item, level), item => item.Index, StringComparer.Ordinal)
                .Select(group => (group.Key, group.ToImmutableArray())).ToImmutableArray()),
        ];
    }

    /// <summary>The places.</summary>
    /// <param name="probabilities">In the order of the classes; they make 1.</param>
    public TextPlacing Convert(IReadOnlyList<double> probabilities) => new()
    {
        Leaves = Sorted(_classes.Index().Where(item => item.Index != _none).Select(item => new LeafProbability(item.Item, probabilities[item.Index]))),
        None = _none < 0 ? 0 : probabilities[_none],
        Levels = [.. _levels.Select(level => Sorted(level.Select(place => new LeafProbability(place.Place, place.Leaves.Sum(leaf => probabilities[leaf])))))],
    };

    private static ImmutableArray<LeafProbability> Sorted(IEnumerable<LeafProbability> places) =>
        [.. places.OrderByDescending(place => place.Probability).ThenBy(place => place.Leaf, StringComparer.Ordinal)];
}
