namespace Ingest.Reading.Pdf;

/// <summary>Accents painted as glyphs of their own over a letter become one character with it.</summary>
internal static class Accents
{
    // Over capitals accents are raised by up to the difference between capital and small letters, about 0.25 em.
    private const double MaxRiseEm = 0.5;

    // A combining mark without advance is painted leftwards from the end of its letter.
    private const double MarkReachEm = 0.15;

    /// <summary>The glyphs with accents composed into the letter before or after them in the content stream.</summary>
    public static List<Glyph> GlyphsToComposed(List<Glyph> glyphs)
    {
        var composed = new List<Glyph>(glyphs.Count);
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            if (GlyphTexts.AccentOf(glyph.Text) is not { } accent)
            {
                composed.Add(glyph);
                continue;
            }

            var before = composed.Count > 0 ? Compose(composed[^1], glyph, accent, isAfter: true) : null;
            var after = i + 1 < glyphs.Count ? Compose(glyphs[i + 1], glyph, accent, isAfter: false) : null;
            if (after is not null && (before is null || Distance(glyph, glyphs[i + 1]) <= Distance(glyph, composed[^1])))
            {
                composed.Add(after);
                i++;
            }
            else if (before is not null)
            {
                composed[^1] = before;
            }
            else
            {
                composed.Add(glyph);
            }
        }

        return composed;
    }

    private static Glyph? Compose(Glyph letter, Glyph accent, char mark, bool isAfter)
    {
        if (letter.Heading != accent.Heading || !Covers(letter, accent) || GlyphTexts.Compose(letter.Text, mark) is not { } text)
            return null;
        return letter with
        {
            Text = text,
            Raw = isAfter ? letter.Raw + accent.Raw : accent.Raw + letter.Raw,
            Order = Math.Min(letter.Order, accent.Order),
        };
    }

    private static bool Covers(Glyph letter, Glyph accent)
    {
        var reach = accent.Advance > 0 ? 0 : MarkReachEm * letter.Size;
        return Math.Abs(letter.Baseline - accent.Baseline) <= MaxRiseEm * letter.Size
            && Middle(accent) >= letter.Start - reach
            && Middle(accent) <= letter.End + reach;
    }

    private static double Distance(Glyph one, Glyph other) => Math.Abs(Middle(one) - Middle(other));

    private static double Middle(Glyph glyph) => glyph.Start + (glyph.Advance / 2);
}
