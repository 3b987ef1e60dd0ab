using Ingest.Layout;

namespace Ingest.Tables;

/// <summary>The edges of one grid that run one way, by position.</summary>
internal sealed class EdgesAlongAxis
{
    private readonly SortedList<double, (int First, List<Edge> Edges)> _positions = [];
    private readonly IList<double> _keys;

    /// <summary>Sorts the edges of an axis.</summary>
    public EdgesAlongAxis(IEnumerable<Edge> edges, bool isHorizontal)
    {
        foreach (var group in edges.Where(edge => edge.IsHorizontal == isHorizontal).Select((edge, index) => (edge, index)).GroupBy(item => item.edge.Position).OrderBy(group => group.Key))
            _positions.Add(group.Key, (group.First().index, [.. group.Select(item => item.edge)]));
        _keys = _positions.Keys;
    }

    /// <summary>The position nearest to one, of two the one that was given first; null without edges.</summary>
    public double? Nearest(double position)
    {
        var index = FirstFrom(position);
        if (index == _keys.Count)
            return index == 0 ? null : _keys[^1];
        if (index == 0)
            return _keys[0];
        var (below, above) = (position - _keys[index - 1], _keys[index] - position);
        var isAbove = above != below ? above < below : _positions.Values[index].First < _positions.Values[index - 1].First;
        return _keys[isAbove ? index : index - 1];
    }

    /// <summary>The edges at a position.</summary>
    public IReadOnlyList<Edge> At(double position) => _positions.TryGetValue(position, out var there) ? there.Edges : [];

    /// <summary>The edges at most a distance away from a position.</summary>
    public IEnumerable<Edge> Near(double position, double distance)
    {
        // A hair wider, since sums are rounded; the distance itself decides.
        for (var index = FirstFrom(position - (2 * distance)); index < _keys.Count && _keys[index] <= position + (2 * distance); index++)
        {
            if (Math.Abs(_keys[index] - position) > distance)
                continue;
            foreach (var edge in _positions.Values[index].Edges)
                yield return edge;
        }
    }

    private int FirstFrom(double position)
    {
        var (low, high) = (0, _keys.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _keys[middle] < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
