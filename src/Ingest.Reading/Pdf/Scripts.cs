namespace Ingest.Reading.Pdf;

/// <summary>
/// Joins superscripts and subscripts to the word they belong to: « 1er », « XXe », « m2 », « CO2 ». A raised figure after
/// anything but a unit is a call of a note and stays a word of its own: « 4 950 €¹ » is no other amount.
/// </summary>
internal static class Scripts
{
    private static readonly HashSet<string> Units =
        new[] { "m", "mm", "cm", "dm", "dam", "hm", "km", "M", "KM" }.ToHashSet(StringComparer.Ordinal);

    /// <summary>The pieces in stream order, scripts joined to their base and to what follows them at once.</summary>
    public static List<WordPiece> PiecesToScripted(List<WordPiece> pieces, PdfReadingOptions options)
    {
        var joined = new List<WordPiece>(pieces.Count);
        var isAfterScript = false;
        foreach (var piece in pieces)
        {
            var last = joined.Count > 0 ? joined[^1] : null;
            if (last is not null && IsScriptOf(last, piece, options))
            {
                joined[^1] = last.Followed(piece);
                isAfterScript = true;
            }
            else if (last is not null && isAfterScript && GoesOn(last, piece, options))
            {
                joined[^1] = last.Followed(piece);
                isAfterScript = false;
            }
            else
            {
                joined.Add(piece);
                isAfterScript = false;
            }
        }

        return joined;
    }

    private static bool IsScriptOf(WordPiece word, WordPiece script, PdfReadingOptions options)
    {
        var size = word.Last.Size;
        var rise = word.Baseline - script.Baseline;
        if (script.Size > options.MaxScriptSize * size || Math.Abs(rise) > options.MaxScriptRiseEm * size
            || Math.Abs(rise) <= options.BaselineToleranceEm * script.Size || !Adjoin(word.Last, script.First, options))
        {
            return false;
        }

        var text = string.Concat(script.Glyphs.Select(glyph => glyph.Text));
        var stem = string.Concat(word.Glyphs.Reverse().TakeWhile(glyph => char.IsLetter(glyph.Text[0])).Reverse().Select(glyph => glyph.Text));
        return text.All(char.IsDigit)
            ? rise > 0 ? Units.Contains(stem) : stem.Length > 0 && stem.All(char.IsUpper)
            : text.All(char.IsLetter) && char.IsLetterOrDigit(word.Last.Text[^1]);
    }

    private static bool GoesOn(WordPiece word, WordPiece next, PdfReadingOptions options) =>
        Math.Abs(word.Baseline - next.Baseline) <= options.BaselineToleranceEm * word.Size && Adjoin(word.Last, next.First, options);

    private static bool Adjoin(Glyph one, Glyph other, PdfReadingOptions options)
    {
        var gap = other.Start - one.End;
        return one.Heading == other.Heading && one.IsVisible == other.IsVisible && other.Order == one.Order + 1
            && Math.Abs(gap) <= options.WordGapEm * Math.Max(one.Size, other.Size);
    }
}
