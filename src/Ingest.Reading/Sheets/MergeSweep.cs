namespace Ingest.Reading.Sheets;

/// <summary>
/// Finds the merged range around a cell, for cells asked row by row from the top. Ranges that overlap one met before are
/// passed over, as no program shows both.
/// </summary>
internal sealed class MergeSweep
{
    private readonly List<SheetRange> _merges;

    // Ranges that reach the row asked last, by their first columns: none overlaps another.
    private readonly SortedList<int, SheetRange> _open = [];
    private int _next;

    /// <summary>The ranges, in any order.</summary>
    public MergeSweep(IEnumerable<SheetRange> merges) =>
        _merges = [.. merges.OrderBy(range => range.Row).ThenBy(range => range.Column)];

    /// <summary>The range around the cell, null where it is not merged. Rows never go back.</summary>
    public SheetRange? Around(int row, int column)
    {
        for (; _next < _merges.Count && _merges[_next].Row <= row; _next++)
            Open(_merges[_next]);
        return Before(column) is var at and >= 0 && _open.Values[at].Contains(row, column) ? _open.Values[at] : null;
    }

    private void Open(SheetRange range)
    {
        for (var at = Before(range.LastColumn); at >= 0 && _open.Values[at].LastColumn >= range.Column; at = Before(range.LastColumn))
        {
            if (_open.Values[at].LastRow >= range.Row)
                return;
            _open.RemoveAt(at);
        }

        _open[range.Column] = range;
    }

    // The last open range that begins at or before the column, -1 where there is none.
    private int Before(int column)
    {
        var (low, high) = (0, _open.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_open.Keys[middle] <= column)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }
}
