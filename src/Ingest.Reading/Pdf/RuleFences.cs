using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Reading.Pdf;

/// <summary>The vertical rules of a page, for asking whether one stands between two letters of horizontal text.</summary>
internal sealed class RuleFences
{
    private readonly ImmutableArray<Ruling> _rules;

    public RuleFences(IEnumerable<Ruling> rulings) =>
        _rules = [.. rulings.Where(rule => !rule.IsHorizontal).OrderBy(rule => rule.Box.CenterX)];

    /// <summary>Whether a rule runs down between the middles of the two letters, over the whole height of small letters.</summary>
    public bool Separate(Glyph one, Glyph other)
    {
        // Within one show operation the file itself holds the letters together.
        if (_rules.IsEmpty || one.Sequence == other.Sequence || one.Heading.Direction != TextDirection.Horizontal)
            return false;
        var (from, to) = ((one.Start + one.End) / 2, (other.Start + other.End) / 2);
        var (low, high) = (0, _rules.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rules[middle].Box.CenterX < from)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < _rules.Length && _rules[low].Box.CenterX <= to; low++)
        {
            if (_rules[low].Box.Top <= one.Baseline - (one.Size / 2) && _rules[low].Box.Bottom >= one.Baseline)
                return true;
        }

        return false;
    }
}
