using System.Collections.Immutable;

namespace Ingest.RandomDocuments.Words;

/// <summary>
/// Draws by lot, the same on every machine and with every version of the framework: SplitMix64 (G. L. Steele, D. Lea and
/// C. H. Flood, « Fast splittable pseudorandom number generators », 2014).
/// </summary>
internal sealed class Draw
{
    private ulong _state;

    private Draw(ulong state) => _state = state;

    /// <summary>The lots of one purpose of one document: whoever draws more of one thing changes no other.</summary>
    public static Draw Of(int seed, int index, string purpose)
    {
        // FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) over the purpose, so that each has lots of its own.
        var hash = 14695981039346656037UL;
        foreach (var letter in purpose)
            hash = (hash ^ letter) * 1099511628211UL;
        var draw = new Draw(hash ^ ((ulong)(uint)seed << 32) ^ (uint)index);
        draw.Next();
        return draw;
    }

    /// <summary>A number from 0 up to, and without, a limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number between two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Whether something of a probability (0..1) comes to pass.</summary>
    public bool Chance(double probability) => (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    /// <summary>One of several, all alike.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of several, all alike.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>One of several, by their weights.</summary>
    public T Weighted<T>(params ReadOnlySpan<(T Item, int Weight)> items)
    {
        var whole = 0;
        foreach (var (_, weight) in items)
            whole += weight;
        var lot = Below(whole);
        foreach (var (item, weight) in items)
        {
            if ((lot -= weight) < 0)
                return item;
        }

        return items[^1].Item;
    }

    /// <summary>All of them in a new order (R. Durstenfeld, 1964).</summary>
    public ImmutableArray<T> Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        for (var i = all.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return [.. all];
    }

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
