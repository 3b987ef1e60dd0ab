using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Reading.Pdf;

/// <summary>Joins pieces of words that touch on a baseline though the content stream paints them apart.</summary>
internal static class PiecesToLines
{
    /// <summary>The pieces joined, in the order of the content stream.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="spaces">White-space glyphs: between two pieces they keep them apart.</param>
    /// <param name="fences">Vertical rules: text does not run through them.</param>
    /// <param name="options">The thresholds.</param>
    public static List<WordPiece> Join(List<WordPiece> pieces, List<Glyph> spaces, RuleFences fences, PdfReadingOptions options)
    {
        var marks = pieces.Select(piece => new Mark(piece, piece.First)).Concat(spaces.Select(space => new Mark(null, space)));
        var joined = new List<WordPiece>(pieces.Count);
        foreach (var group in marks.GroupBy(mark => (mark.Glyph.Heading, mark.Glyph.IsVisible)))
        {
            var ordered = group.OrderBy(mark => mark.Glyph.Baseline).ThenBy(mark => mark.Glyph.Order).ToList();
            for (var from = 0; from < ordered.Count;)
            {
                var to = EndOfLine(ordered, from, options);
                JoinLine(ordered[from..to], joined, fences, options);
                from = to;
            }
        }

        joined.Sort((one, other) => one.First.Order.CompareTo(other.First.Order));
        return joined;
    }

    private static int EndOfLine(List<Mark> ordered, int from, PdfReadingOptions options)
    {
        var first = ordered[from].Glyph;
        var to = from + 1;
        while (to < ordered.Count
            && ordered[to].Glyph.Baseline - first.Baseline <= options.BaselineToleranceEm * Math.Min(first.Size, ordered[to].Glyph.Size))
        {
            to++;
        }

        return to;
    }

    private static void JoinLine(List<Mark> line, List<WordPiece> joined, RuleFences fences, PdfReadingOptions options)
    {
        WordPiece? open = null;
        Glyph? space = null;
        foreach (var mark in line.OrderBy(mark => mark.Glyph.Start).ThenBy(mark => mark.Glyph.Order))
        {
            if (mark.Piece is not { } piece)
            {
                space ??= open is not null ? mark.Glyph : null;
                continue;
            }

            if (open is not null && Touch(open, space, piece, fences, options))
            {
                open = open.Followed(piece);
            }
            else
            {
                if (open is not null)
                    joined.Add(open);
                open = piece;
            }

            space = null;
        }

        if (open is not null)
            joined.Add(open);
    }

    private static bool Touch(WordPiece one, Glyph? space, WordPiece other, RuleFences fences, PdfReadingOptions options)
    {
        var size = Math.Min(one.Last.Size, other.Size);
        if (space is not null && other.Start - space.Start >= options.MinSpaceEm * size)
            return false;
        var gap = GlyphsToPieces.Gap(one.Last, other.First, options);
        return gap <= (options.WordGapEm * size) + Math.Max(one.Tracking, other.Tracking)
            && gap >= -options.MaxOverlapEm * size
            && size >= options.MaxScriptSize * Math.Max(one.Last.Size, other.Size)
            && !(one.Heading.Direction == TextDirection.Horizontal && fences.Separate(one.Last, other.First));
    }

    private readonly record struct Mark(WordPiece? Piece, Glyph Glyph);
}

/// <summary>The vertical rules of a page, for asking whether one stands between two letters.</summary>
internal sealed class RuleFences
{
    private readonly ImmutableArray<Ruling> _rules;

    public RuleFences(IEnumerable<Ruling> rulings) =>
        _rules = [.. rulings.Where(rule => !rule.IsHorizontal).OrderBy(rule => rule.Box.CenterX)];

    /// <summary>Whether a rule runs down between the middles of the two letters, over the whole height of small letters.</summary>
    public bool Separate(Glyph one, Glyph other)
    {
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
