namespace Ingest.Tables;

/// <summary>Sets that grow together: union by size with path halving (Tarjan and van Leeuwen, JACM 31, 1984).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;
    private readonly int[] _size;

    public DisjointSets(int count)
    {
        _parent = [.. Enumerable.Range(0, count)];
        _size = [.. Enumerable.Repeat(1, count)];
    }

    public int Find(int item)
    {
        while (_parent[item] != item)
            item = _parent[item] = _parent[_parent[item]];
        return item;
    }

    public void Union(int first, int second)
    {
        var (large, small) = (Find(first), Find(second));
        if (large == small)
            return;
        if (_size[large] < _size[small])
            (large, small) = (small, large);
        _parent[small] = large;
        _size[large] += _size[small];
    }
}
