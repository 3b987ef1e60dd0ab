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
        OpenPiece? open = null;
        Glyph? space = null;
        var words = new List<WordPiece>();
        foreach (var mark in line.OrderBy(mark => mark.Glyph.Start).ThenBy(mark => mark.Glyph.Order))
        {
            if (mark.Piece is not { } piece)
            {
                space ??= open is not null ? mark.Glyph : null;
                continue;
            }

            if (open is not null && Touch(open, space, piece, fences, options))
            {
                open.Add(piece);
            }
            else
            {
                if (open is not null)
                    words.Add(open.ToPiece());
                open = new OpenPiece(piece, options);
            }

            space = null;
        }

        if (open is not null)
            words.Add(open.ToPiece());
        joined.AddRange(JoinDots(words, options));
    }

    // « Titre . . . . . 12 »: dots set apart lead as well as dots that touch.
    private static IEnumerable<WordPiece> JoinDots(List<WordPiece> words, PdfReadingOptions options)
    {
        for (var from = 0; from < words.Count;)
        {
            var to = from + 1;
            while (IsDot(words[from]) && to < words.Count && IsDot(words[to]) && words[to].Start - words[to - 1].Start <= options.MaxDotStepEm * words[from].Size)
                to++;
            var leader = new OpenPiece(words[from], options);
            if (to - from < options.MinLeaderDots)
                to = from + 1;
            for (from++; from < to; from++)
                leader.Add(words[from]);
            yield return leader.ToPiece();
        }
    }

    private static bool IsDot(WordPiece piece) => piece.Glyphs is [{ Text: "." or "·" or "…" or "•" }];

    private static bool Touch(OpenPiece one, Glyph? space, WordPiece other, RuleFences fences, PdfReadingOptions options)
    {
        var size = Math.Min(one.Last.Size, other.Size);
        if (space is not null && other.Start - space.Start >= options.MinSpaceEm * size)
            return false;
        var gap = GlyphsToPieces.Gap(one.Last, other.First, options);
        return gap <= (options.WordGapEm * size) + Math.Max(one.Tracking, other.Tracking)
            && gap >= -options.MaxOverlapEm * size
            && one.IsLeader == IsLeader(other, options)
            && size >= options.MaxScriptSize * Math.Max(one.Last.Size, other.Size)
            && !fences.Separate(one.Last, other.First);
    }

    private static bool IsLeader(WordPiece piece, PdfReadingOptions options) =>
        piece.Glyphs.Length >= options.MinLeaderDots && OpenPiece.IsOfDots(piece);

    private readonly record struct Mark(WordPiece? Piece, Glyph Glyph);
}
