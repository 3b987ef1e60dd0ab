using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>The words of a page by height: those of an area are found without looking at all others.</summary>
internal sealed class WordPlaces
{
    private readonly IReadOnlyList<Word> _words;
    private readonly double[] _heights;
    private readonly int[] _order;

    /// <summary>Sorts the words by the height of their middle.</summary>
    public WordPlaces(IReadOnlyList<Word> words)
    {
        _words = words;
        _heights = [.. words.Select(word => word.Box.CenterY)];
        _order = [.. Enumerable.Range(0, words.Count)];
        Array.Sort(_heights, _order);
    }

    /// <summary>Whether the word's centre lies in the box.</summary>
    public static bool IsInside(Word word, Box box) =>
        // Half open: a word on the border that two tables share is in one of them.
        word.Box.CenterX >= box.Left && word.Box.CenterX < box.Right && word.Box.CenterY >= box.Top && word.Box.CenterY < box.Bottom;

    /// <summary>The words whose centre lies in the box, in the order in which they were given.</summary>
    public IEnumerable<Word> Inside(Box box) => Between(box.Top, box.Bottom).Where(index => IsInside(_words[index], box)).Order().Select(index => _words[index]);

    /// <summary>The words whose centre lies in the box or level with it, in any order.</summary>
    public IEnumerable<Word> Level(Box box) => Between(box.Top, box.Bottom).Select(index => _words[index]);

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
