using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>Things of a page by the height of their middle: those of an area are found without looking at all others.</summary>
/// <typeparam name="T">Words, shades.</typeparam>
internal sealed class Centres<T>
{
    private readonly IReadOnlyList<T> _items;
    private readonly Func<T, Box> _boxOf;
    private readonly double[] _heights;
    private readonly int[] _order;

    /// <summary>Sorts the things.</summary>
    public Centres(IReadOnlyList<T> items, Func<T, Box> boxOf)
    {
        (_items, _boxOf) = (items, boxOf);
        _heights = [.. items.Select(item => boxOf(item).CenterY)];
        _order = [.. Enumerable.Range(0, items.Count)];
        Array.Sort(_heights, _order);
    }

    /// <summary>
    /// Those whose middle lies in the box, in the order in which they were given. The box is half open: a word on the border that
    /// two tables share is in one of them.
    /// </summary>
    public IEnumerable<T> Inside(Box box) => Between(box.Top, box.Bottom).Where(index => IsInside(_boxOf(_items[index]), box)).Order().Select(index => _items[index]);

    /// <summary>Those whose middle lies in the box or level with it, in any order.</summary>
    public IEnumerable<T> Level(Box box) => Between(box.Top, box.Bottom).Select(index => _items[index]);

    /// <summary>Whether the middle of one box lies in the other, half open.</summary>
    public static bool IsInside(Box item, Box box) =>
        item.CenterX >= box.Left && item.CenterX < box.Right && item.CenterY >= box.Top && item.CenterY < box.Bottom;

    private IEnumerable<int> Between(double top, double bottom)
    {
        var (low, high) = (0, _heights.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _heights[middle] < top ? (middle + 1, high) : (low, middle);
        }

        for (; low < _heights.Length && _heights[low] <= bottom; low++)
            yield return _order[low];
    }
}
