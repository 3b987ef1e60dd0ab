namespace Ingest.Evaluation.Tables;

/// <summary>Things of which each may be there several times.</summary>
internal sealed class Bag<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _counts = [];

    /// <summary>A bag of the things.</summary>
    public Bag(IEnumerable<T> things)
    {
        foreach (var thing in things)
        {
            _counts[thing] = _counts.GetValueOrDefault(thing) + 1;
            Count++;
        }
    }

    /// <summary>How many there are, each counted as often as it is there.</summary>
    public int Count { get; }

    /// <summary>How many both have: each thing of one answers for one of the other.</summary>
    public int CountShared(Bag<T> other) => _counts.Sum(pair => Math.Min(pair.Value, other._counts.GetValueOrDefault(pair.Key)));
}
