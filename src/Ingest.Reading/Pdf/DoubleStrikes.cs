using System.Collections.Immutable;

namespace Ingest.Reading.Pdf;

/// <summary>Letters painted twice to look bold, or twice for no reason, become one.</summary>
internal static class DoubleStrikes
{
    /// <summary>
    /// One glyph for each set of paintings of the same glyph in the same place. Linear: each glyph is looked up in the
    /// cells of a grid around it, as wide as the greatest offset.
    /// </summary>
    public static List<Glyph> GlyphsToSingleStrikes(ImmutableArray<Glyph> glyphs, PdfReadingOptions options)
    {
        var kept = new List<Glyph>(glyphs.Length);
        var grid = new Dictionary<Place, List<int>>(glyphs.Length);
        foreach (var glyph in glyphs)
        {
            if (glyph.IsSpace || glyph.Text.Length == 0)
            {
                kept.Add(glyph);
                continue;
            }

            var reach = options.DoubleStrikeEm * glyph.Size;
            var (column, row) = ((long)Math.Floor(glyph.Start / reach), (long)Math.Floor(glyph.Baseline / reach));
            if (Find(grid, kept, glyph, column, row, options) is { } twin)
            {
                kept[twin] = Merge(kept[twin], glyph, options);
                continue;
            }

            var key = new Place(column, row);
            if (!grid.TryGetValue(key, out var cell))
                grid[key] = cell = [];
            cell.Add(kept.Count);
            kept.Add(glyph);
        }

        return kept;
    }

    private static int? Find(
        Dictionary<Place, List<int>> grid, List<Glyph> kept, Glyph glyph, long column, long row, PdfReadingOptions options)
    {
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                if (!grid.TryGetValue(new Place(column + dx, row + dy), out var cell))
                    continue;
                foreach (var index in cell)
                {
                    if (IsSameGlyph(kept[index], glyph) && IsSamePlace(kept[index], glyph, options))
                        return index;
                }
            }
        }

        return null;
    }

    private static bool IsSameGlyph(Glyph one, Glyph other) => one.Text == other.Text && one.Heading == other.Heading && one.Font == other.Font;

    // Half the advance guards narrow letters: « ll » is two letters however small the distance between them.
    private static bool IsSamePlace(Glyph one, Glyph other, PdfReadingOptions options)
    {
        var reach = Math.Min(options.DoubleStrikeEm * one.Size, one.Advance / 2);
        return Math.Abs(one.Start - other.Start) <= reach
            && Math.Abs(one.Baseline - other.Baseline) <= options.DoubleStrikeEm * one.Size
            && Math.Abs(one.Size - other.Size) <= options.DoubleStrikeEm * one.Size;
    }

    // A cell of the grid. Few glyphs stand in one: what they are is compared there, which is cheaper than to hash it for every neighbour.
    private readonly record struct Place(long Column, long Row);

    // Two colours make a shadow, not bold: the upper painting is what is seen.
    private static Glyph Merge(Glyph one, Glyph other, PdfReadingOptions options)
    {
        if (one.IsVisible != other.IsVisible)
            return one.IsVisible ? one : other with { Order = one.Order };
        var offset = Math.Max(Math.Abs(one.Start - other.Start), Math.Abs(one.Baseline - other.Baseline));
        var isBold = offset > options.SameStrikeEm * one.Size && one.Colour == other.Colour;
        return one with { IsEmboldened = one.IsEmboldened || other.IsEmboldened || isBold, Colour = other.Colour };
    }
}
