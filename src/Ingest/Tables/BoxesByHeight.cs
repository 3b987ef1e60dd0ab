using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>Areas of a page by the heights over which they reach: what lies at a height is found without looking at all of them.</summary>
/// <typeparam name="T">Shades, tables.</typeparam>
internal sealed class BoxesByHeight<T>
{
    // About a line of text: an area stands in few bands, and a band holds few areas.
    private const double Band = 12;

    // What is taller than the tallest page (14 400 points) is kept apart: a slip in a file must not fill the memory.
    private const int MostBands = 1_200;

    private readonly Dictionary<int, List<T>> _bands = [];
    private readonly List<T> _tall = [];

    /// <summary>Adds a thing with its area.</summary>
    public void Add(Box box, T item)
    {
        if (!(box.Height / Band < MostBands))
        {
            _tall.Add(item);
            return;
        }

        var (first, count) = (BandOf(box.Top), BandOf(box.Bottom) - BandOf(box.Top) + 1);
        for (var i = 0; i < count; i++)
        {
            if (!_bands.TryGetValue(first + i, out var items))
                _bands[first + i] = items = [];
            items.Add(item);
        }
    }

    /// <summary>What reaches over the height, or nearly so, in any order.</summary>
    public IEnumerable<T> At(double height) => _bands.TryGetValue(BandOf(height), out var items) ? items.Concat(_tall) : _tall;

    private static int BandOf(double height) => (int)Math.Floor(height / Band);
}
