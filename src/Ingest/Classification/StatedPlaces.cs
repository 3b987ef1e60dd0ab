using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Layout;

namespace Ingest.Classification;

/// <summary>Labels of a document to places of a taxonomy: where the document itself places a text.</summary>
internal sealed class StatedPlaces
{
    // Short labels must be written alike: one edit makes another word of them.
    private const int ShortestFuzzy = 20;

    private readonly Taxonomy _taxonomy;
    private readonly double _likeness;
    private readonly ImmutableArray<(string Label, string Place)> _labels;
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    public StatedPlaces(Taxonomy taxonomy, double likeness)
    {
        (_taxonomy, _likeness) = (taxonomy, likeness);
        _labels = [.. taxonomy.Nodes.SelectMany(node => node.Labels.Select(label => (Compact(label), node.Id)))];
    }

    /// <summary>The place of the lowest label that is one of the taxonomy's; null where none is.</summary>
    /// <param name="labels">What the document places the text under, the lowest first; null for a level that it does not have.</param>
    public string? Of(params ReadOnlySpan<string?> labels)
    {
        foreach (var label in labels)
        {
            if (label is not null && Find(label) is { } place)
                return place;
        }

        return null;
    }

    /// <summary>The place that several labels name together: the lowest above all of theirs.</summary>
    public string? OfAll(IReadOnlyCollection<string> labels)
    {
        var places = labels.Select(Find).ToArray();
        return places.Length == 0 || places.Contains(null) ? null : _taxonomy.CommonPlace(places!);
    }

    private string? Find(string label)
    {
        var compact = Compact(label);
        lock (_known)
        {
            if (!_known.TryGetValue(compact, out var place))
                _known[compact] = place = FindCompact(compact);
            return place;
        }
    }

    private string? FindCompact(string compact)
    {
        if (compact.Length == 0)
            return null;
        var same = _labels.Where(known => known.Label == compact).Select(known => known.Place).ToArray();
        if (same.Length > 0)
            return _taxonomy.CommonPlace(same);
        if (compact.Length < ShortestFuzzy)
            return null;
        var best = _labels.Where(known => Math.Abs(known.Label.Length - compact.Length) <= compact.Length * (1 - _likeness))
            .Select(known => (known.Place, Likeness: 1 - ((double)EditDistance.Of(known.Label, compact) / Math.Max(known.Label.Length, compact.Length))))
            .Where(found => found.Likeness >= _likeness)
            .ToArray();
        return best.Length == 0 ? null : best.MaxBy(found => found.Likeness).Place;
    }

    // Without blanks: text recognition breaks words and joins them.
    private static string Compact(string label) => Folding.Fold(label).Replace(" ", "", StringComparison.Ordinal);
}
