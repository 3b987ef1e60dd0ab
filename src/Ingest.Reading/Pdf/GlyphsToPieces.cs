using System.Collections.Immutable;

namespace Ingest.Reading.Pdf;

/// <summary>
/// Cuts the content stream into strips (letters that follow one another on a baseline) and strips into pieces of words.
/// The order of the stream is kept first, so that texts that overprint one another do not mix their letters.
/// </summary>
internal static class GlyphsToPieces
{
    // The share of a strip's gaps that must be as wide as its letter-spacing: letters outnumber word ends by far.
    private const double TrackingQuantile = 0.25;

    /// <summary>Pieces and white-space glyphs, both in the order of the content stream.</summary>
    public static (List<WordPiece> Pieces, List<Glyph> Spaces) Cut(List<Glyph> glyphs, RuleFences fences, PdfReadingOptions options)
    {
        var pieces = new List<WordPiece>();
        var spaces = new List<Glyph>();
        var strip = new List<Glyph>();
        foreach (var glyph in glyphs)
        {
            // What shows nothing joins nothing and breaks nothing.
            if (glyph.Text.Length == 0)
                continue;
            if (glyph.IsSpace)
                spaces.Add(glyph);
            if (strip.Count > 0 && !Continues(strip[^1], glyph, options))
            {
                CutStrip(strip, pieces, fences, options);
                strip.Clear();
            }

            strip.Add(glyph);
        }

        CutStrip(strip, pieces, fences, options);
        return (pieces, spaces);
    }

    /// <summary>The gap between two letters, stated letter-spacing taken off, in points.</summary>
    public static double Gap(Glyph one, Glyph other, PdfReadingOptions options)
    {
        var tracking = one.Tracking <= options.MaxTrackingEm * one.Size ? one.Tracking : 0;
        return other.Start - one.End - Math.Max(0, tracking);
    }

    private static bool Continues(Glyph last, Glyph next, PdfReadingOptions options)
    {
        var size = Math.Max(last.Size, next.Size);
        if (last.Heading != next.Heading || last.IsVisible != next.IsVisible
            || Math.Abs(last.Baseline - next.Baseline) > options.BaselineToleranceEm * size
            || next.Start - last.End > options.StripGapEm * size)
        {
            return false;
        }

        // Within one operation a move back over the end of a letter only says that the width in the file is wrong.
        return last.Sequence == next.Sequence
            ? next.Start >= last.Start
            : next.Start - last.End >= -options.MaxOverlapEm * size && next.Start >= last.Start - (options.MinSpaceEm * size);
    }

    private static void CutStrip(List<Glyph> strip, List<WordPiece> pieces, RuleFences fences, PdfReadingOptions options)
    {
        var tracking = TrackingEm(strip, options);
        var piece = ImmutableArray.CreateBuilder<Glyph>();
        Glyph? space = null;
        var leaders = Leaders(strip, options);
        for (var i = 0; i < strip.Count; i++)
        {
            var glyph = strip[i];
            if (glyph.IsSpace)
            {
                space ??= glyph;
                continue;
            }

            if (piece.Count > 0 && (leaders[i] != leaders[i - 1] || IsWordBreak(piece[^1], space, glyph, tracking, options) || fences.Separate(piece[^1], glyph)))
            {
                pieces.Add(new WordPiece(piece.ToImmutable(), tracking * piece[0].Size));
                piece.Clear();
            }

            piece.Add(glyph);
            space = null;
        }

        if (piece.Count > 0)
            pieces.Add(new WordPiece(piece.ToImmutable(), tracking * piece[0].Size));
    }

    // « Total........12 »: a run of dots that leads from a text to its figure belongs to neither.
    private static bool[] Leaders(List<Glyph> strip, PdfReadingOptions options)
    {
        var leaders = new bool[strip.Count];
        for (var from = 0; from < strip.Count;)
        {
            var to = from;
            while (to < strip.Count && strip[to].Text is "." or "·" or "_" && strip[to].Text == strip[from].Text)
                to++;
            if (to - from >= options.MinLeaderDots)
                Array.Fill(leaders, true, from, to - from);
            from = Math.Max(to, from + 1);
        }

        return leaders;
    }

    private static bool IsWordBreak(Glyph one, Glyph? space, Glyph other, double trackingEm, PdfReadingOptions options)
    {
        var size = (one.Size + other.Size) / 2;
        return (space is not null && other.Start - space.Start >= options.MinSpaceEm * size)
            || Gap(one, other, options) > (options.WordGapEm + trackingEm) * size;
    }

    /// <summary>
    /// Letter-spacing set by single moves, in em: the lower quartile of the gaps inside show operations, or between those that show one
    /// letter each, as browsers print. Figures alone are never taken for a spaced word: they stand in columns.
    /// </summary>
    private static double TrackingEm(List<Glyph> strip, PdfReadingOptions options)
    {
        var gaps = new List<double>();
        var hasLetter = false;
        var shown = strip.CountBy(glyph => glyph.Sequence).ToDictionary();
        for (var i = 1; i < strip.Count; i++)
        {
            var (one, other) = (strip[i - 1], strip[i]);
            hasLetter |= char.IsLetter(other.Text[0]);
            if (!one.IsSpace && !other.IsSpace && (one.Sequence == other.Sequence || (shown[one.Sequence] == 1 && shown[other.Sequence] == 1)))
                gaps.Add(Gap(one, other, options) / one.Size);
        }

        if (!hasLetter || gaps.Count < options.MinTrackingSamples)
            return 0;
        gaps.Sort();
        var tracking = gaps[(int)(gaps.Count * TrackingQuantile)];
        return tracking > 0 && tracking <= options.MaxTrackingEm ? tracking : 0;
    }
}
