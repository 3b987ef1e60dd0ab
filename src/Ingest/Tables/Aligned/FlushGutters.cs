using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables.Aligned;

/// <summary>
/// Gutters no wider than a space, between columns of figures that are set to the right: line after line a figure ends at one
/// place and the next one, of another length each time, at another. Times, dates and telephone numbers are as long everywhere.
/// </summary>
internal static class FlushGutters
{
    private const int LeastLines = 4;

    // In em: what differs by less is at one place; a stripe that is narrower is none; figures whose sides differ by more are not as long.
    private const double Near = 0.12;
    private const double LeastWidth = 0.2;
    private const double Ragged = 0.4;

    // Share of the lines with figures beside each other at a gutter, and of those that it may part a word in.
    private const double Share = 0.4;
    private const double Crossing = 0.1;

    /// <summary>The gutters from left to right.</summary>
    /// <param name="lines">Lines that show columns.</param>
    /// <param name="size">Their font size in points.</param>
    public static ImmutableArray<Gutter> Find(IReadOnlyList<ChunkLine> lines, double size)
    {
        var pairs = lines.SelectMany(line => line.Chunks).SelectMany(chunk => Pairs([.. ToFigures(chunk, size)])).OrderBy(pair => pair.Left.End).ToList();
        var gutters = ImmutableArray.CreateBuilder<Gutter>();
        for (var from = 0; from < pairs.Count;)
        {
            var own = pairs.Skip(from).TakeWhile(pair => pair.Left.End - pairs[from].Left.End <= 2 * Near * size).ToList();
            from += own.Count;
            var gutter = new Gutter(own.Max(pair => pair.Left.End), own.Min(pair => pair.Right.Start), own.Count);
            var hasOneEnd = Spread(own.Select(pair => pair.Right.End)) <= 2 * Near * size;
            if (own.Count >= Math.Max(LeastLines, Share * lines.Count) && hasOneEnd && Spread(own.Select(pair => pair.Right.Start)) > Ragged * size
                && gutter.End - gutter.Start >= LeastWidth * size && lines.Count(line => Crosses(line, gutter.Middle)) <= Crossing * lines.Count)
                gutters.Add(gutter);
        }

        return gutters.ToImmutable();
    }

    private static double Spread(IEnumerable<double> places)
    {
        var all = places.ToList();
        return all.Max() - all.Min();
    }

    private static bool Crosses(ChunkLine line, double place) => line.Chunks.Any(chunk => chunk.Words.Any(word => word.Box.Left < place && word.Box.Right > place));

    private static IEnumerable<(Run Left, Run Right)> Pairs(List<Run?> figures) => figures.Zip(figures.Skip(1))
        .Where(pair => pair.First is not null && pair.Second is not null).Select(pair => (pair.First!.Value, pair.Second!.Value));

    // The figures of a chunk with their groups and units; null for what is none.
    private static IEnumerable<Run?> ToFigures(Chunk chunk, double size)
    {
        for (var i = 0; i < chunk.Words.Length;)
        {
            var (from, text) = (i, chunk.Words[i].Text);
            for (i++; i < chunk.Words.Length && GoesOn(text, chunk.Words[i - 1], chunk.Words[i], size); i++)
                text += " " + chunk.Words[i].Text;
            yield return ValueText.IsValue(text) ? new Run(chunk.Words[from].Box.Left, chunk.Words[i - 1].Box.Right) : null;
        }
    }

    private static bool GoesOn(string text, Word last, Word next, double size) => ValueText.IsOneNumber(last.Text, next.Text, next.Box.Left - last.Box.Right, size)
        || (char.IsDigit(text[^1]) && !next.Text.Any(char.IsLetterOrDigit) && next.Text is not ("-" or "–") && ValueText.IsValue(text + " " + next.Text));
}
