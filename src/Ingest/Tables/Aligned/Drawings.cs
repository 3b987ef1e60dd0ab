using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>What is drawn on a page beside tables.</summary>
/// <param name="Charts">Boxes of charts and drawings.</param>
/// <param name="Frames">Boxes drawn around texts.</param>
/// <param name="HasOwnText">Whether the page has words of its own beside those that recognition reads in its pictures.</param>
internal sealed record PageDrawings(ImmutableArray<Box> Charts, ImmutableArray<Box> Frames, bool HasOwnText);

/// <summary>Tells the bars of a chart from shaded cells.</summary>
internal static class Drawings
{
    // A side that lies this near to a row's or column's side belongs to it, in points.
    private const double Near = 4;

    /// <summary>How many shades inside the box, none of them behind words, begin and end where no row and no column does: bars, boxes, symbols.</summary>
    public static int Count(CellGrid grid, ImmutableArray<FilledArea> shades, IReadOnlyCollection<Word> words) => shades.Count(shade =>
        grid.Box.Contains(shade.Box.CenterX, shade.Box.CenterY)
        && shade.Box.Width < 0.9 * grid.Box.Width && shade.Box.Height < 0.9 * grid.Box.Height
        && Off(shade.Box.Top, shade.Box.Bottom, grid.Rows) && Off(shade.Box.Left, shade.Box.Right, grid.Columns)
        && !words.Any(word => shade.Box.Contains(word.Box.CenterX, word.Box.CenterY)));

    /// <summary>
    /// How many bars a chart has in the box: shades without words that begin on one line and end at different lengths, lying or
    /// standing.
    /// </summary>
    public static int Bars(Box box, ImmutableArray<FilledArea> shades, IReadOnlyCollection<Word> words)
    {
        var inside = shades.Select(shade => shade.Box).Where(shade => box.Inflate(2 * Near).Overlaps(shade) && shade.Width > Near / 2 && shade.Height > Near / 2
            && !words.Any(word => shade.Contains(word.Box.CenterX, word.Box.CenterY))).ToList();
        return Math.Max(
            Longest(inside.GroupBy(shade => (Math.Round(shade.Left), Math.Round(shade.Height))), shade => shade.Width),
            Longest(inside.GroupBy(shade => (Math.Round(shade.Bottom), Math.Round(shade.Width))), shade => shade.Height));
    }

    /// <summary>How many of the lines have a small area next before words, each of a colour of its own: the legend of a chart.</summary>
    public static int Swatches(ImmutableArray<PieceLine> lines, ImmutableArray<FilledArea> shades)
    {
        bool IsSwatch(FilledArea shade, PieceLine line) =>
            shade.Box.Height <= 1.5 * line.Size && shade.Box.Width <= 3 * line.Size && shade.Box.CenterY > line.Top - Near && shade.Box.CenterY < line.Bottom + Near
            && line.Pieces.Any(piece => piece.Box.Left - shade.Box.Right > -0.1 && piece.Box.Left - shade.Box.Right < 1.5 * line.Size);
        var found = lines.Select(line => shades.FirstOrDefault(shade => IsSwatch(shade, line))).OfType<FilledArea>().ToList();
        return found.Select(shade => shade.Colour).Distinct().Count();
    }

    /// <summary>Whether there are stacked bars in the box: shades on several lines that touch each other, at other places on each line.</summary>
    public static bool AreRagged(Box box, ImmutableArray<FilledArea> shades)
    {
        var inside = shades.Where(shade => box.Inflate(2 * Near).Overlaps(shade.Box) && shade.Box.Width > Near && shade.Box.Height > Near && shade.Box.Width < 0.9 * box.Width).ToList();
        var lefts = inside.ToLookup(shade => (Math.Round(shade.Box.Left), Math.Round(shade.Box.CenterY)), shade => shade.Colour);

        // Stacked bars are told from each other by their colours; header cells of several levels have one.
        bool Touches(FilledArea shade) => Enumerable.Range(-1, 3).Any(shift => lefts[(Math.Round(shade.Box.Right) + shift, Math.Round(shade.Box.CenterY))].Any(colour => colour != shade.Colour));
        var stacked = inside.Where(Touches).Select(shade => shade.Box).ToList();
        var touching = stacked.Select(shade => shade.Right).ToList();

        // One line of them is a header whose cells are shaded one by one.
        return touching.Count > 4 && stacked.Select(shade => Math.Round(shade.CenterY / Near)).Distinct().Count() > 2 && touching.Select(side => Math.Round(side / Near)).Distinct().Count() > 0.5 * touching.Count;
    }

    private static int Longest<TKey>(IEnumerable<IGrouping<TKey, Box>> groups, Func<Box, double> length) =>
        groups.Select(group => group.Select(shade => Math.Round(length(shade) / Near)).Distinct().Count()).DefaultIfEmpty(0).Max();

    private static bool Off(double start, double end, ImmutableArray<double> sides) =>
        !sides.Any(side => Math.Abs(side - start) <= Near) || !sides.Any(side => Math.Abs(side - end) <= Near);
}
