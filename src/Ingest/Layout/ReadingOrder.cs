using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>A thing to put in order on a page: a line, or a whole table.</summary>
/// <param name="Box">Its box in points.</param>
/// <param name="Line">The line (or part of one); null for anything else.</param>
/// <param name="Table">Number of the table that it is; -1 for a line.</param>
internal sealed record LayoutItem(Box Box, TextLine? Line, int Table = -1);

/// <summary>Items that are read one below the other: a column, or the width of the page between columns.</summary>
/// <param name="Items">The items from top to bottom.</param>
/// <param name="IsColumn">Whether it stands beside another.</param>
internal sealed record Zone(ImmutableArray<LayoutItem> Items, bool IsColumn);

/// <summary>
/// Puts the items of a page in reading order by cutting it along white space, as the recursive XY-cut does (Nagy and Seth,
/// « Hierarchical representation of optically scanned documents », ICPR 1984). Other than there, columns are cut first, each
/// gutter over the greatest height that it stays white (the white space covers of Breuel, « Two geometric algorithms for
/// layout analysis », DAS 2002): a heading over two columns does not hide them, nor do paragraph gaps that stand level.
/// </summary>
internal static class ReadingOrder
{
    /// <summary>The zones of the page in reading order. Every item is in one.</summary>
    public static ImmutableArray<Zone> ItemsToZones(IEnumerable<LayoutItem> items, LayoutOptions options) =>
        [.. Cut([.. items.OrderBy(item => item.Box.Top).ThenBy(item => item.Box.Left)], isColumn: false, options)];

    private static List<Zone> Cut(ImmutableArray<LayoutItem> items, bool isColumn, LayoutOptions options)
    {
        var zones = new List<Zone>();
        var plain = ImmutableArray.CreateBuilder<LayoutItem>();
        for (var from = 0; from < items.Length;)
        {
            var (to, gutter) = LongestRun(items, from, options);
            if (gutter is not { } white)
            {
                plain.AddRange(items[from..to]);
                from = to;
                continue;
            }

            if (plain.Count > 0)
                zones.Add(new Zone(plain.ToImmutable(), isColumn));
            plain.Clear();
            to = BeforeHeading(items, from, WithoutHeading(items, from, to, white), white, options);
            var run = items[from..to];
            zones.AddRange(Cut([.. run.Where(item => item.Box.CenterX < white)], isColumn: true, options));
            zones.AddRange(Cut([.. run.Where(item => item.Box.CenterX >= white)], isColumn: true, options));
            from = to;
        }

        if (plain.Count > 0)
            zones.Add(new Zone(plain.ToImmutable(), isColumn));
        return zones;
    }

    // The items from one on that leave a gutter white, with prose at both sides of it; without, the items to pass over.
    private static (int To, double? Gutter) LongestRun(ImmutableArray<LayoutItem> items, int from, LayoutOptions options)
    {
        List<(double Start, double End)> white = [(double.NegativeInfinity, double.PositiveInfinity)];
        List<(double Start, double End)> inner = [];
        var to = from;
        for (; to < items.Length; to++)
        {
            white = Subtract(white, items[to].Box, options.MinGutter);
            var left = white.Where(gap => !double.IsInfinity(gap.Start) && !double.IsInfinity(gap.End)).ToList();

            // The first items may stand in one column; then the white that others leave beside them must last.
            if (left.Count == 0 && (inner.Count > 0 || to - from >= options.MinColumnLines))
                break;
            inner = left;
        }

        if (inner.Count == 0)
            return (from + 1, null);
        foreach (var (start, end) in inner.OrderByDescending(gap => gap.End - gap.Start))
        {
            if (IsProse(items[from..to].Where(item => item.Box.CenterX < start), options) && IsProse(items[from..to].Where(item => item.Box.CenterX > end), options))
                return (to, (start + end) / 2);
        }

        // A title above the columns may leave a narrower gutter, which their lines then close: without it the run may be a better one.
        var first = items[from].Box;
        return (to - from <= options.MostRetriedLines && inner.Exists(gap => gap.Start == first.Right || gap.End == first.Left) ? from + 1 : to, null);
    }

    // A short heading below all columns leaves their gutter white, and so may the list below it: it heads what follows the columns.
    private static int WithoutHeading(ImmutableArray<LayoutItem> items, int from, int to, double white)
    {
        var size = Median(items[from..to].Select(item => item.Line?.Size()).OfType<double>());
        var last = Enumerable.Range(from, to - from).LastOrDefault(index => items[index].Box.CenterX >= white, -1);
        if (last < 0)
            return to;
        // What stands only at the left, below all that stands at the right.
        for (var i = last + 1; i < to; i++)
        {
            var isHeading = items[i].Line is { } line && (line.Size() > size || LineBreaks.IsBold(line));
            if (isHeading && items[i].Box.Top - items[from..i].Max(item => item.Box.Bottom) > size / 2)
                return i;
        }

        return to;
    }

    // The largest line of all, at the left where nothing stands beside it, heads what follows in both columns.
    private static int BeforeHeading(ImmutableArray<LayoutItem> items, int from, int to, double white, LayoutOptions options)
    {
        var run = items[from..to];
        var size = Median(run.Select(item => item.Line?.Size()).OfType<double>());
        var largest = run.Select(item => item.Line?.Size()).OfType<double>().DefaultIfEmpty(0).Max();
        if (size == 0 || largest < options.HeadingSize * size)
            return to;
        var beside = run.Where(item => item.Box.CenterX >= white).ToList();
        for (var i = from + 1; i < to; i++)
        {
            var item = items[i];
            if (item.Line is not { } line || line.Size() < largest || item.Box.CenterX >= white || items[from..i].All(above => above.Line?.Size() >= largest))
                continue;
            var (top, bottom) = (item.Box.Top - (size / 2), item.Box.Bottom + (size / 2));
            if (beside.TrueForAll(other => other.Box.Bottom <= top || other.Box.Top >= bottom) && beside.Exists(other => other.Box.Bottom <= top) && beside.Exists(other => other.Box.Top >= bottom))
                return i;
        }

        return to;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : 0;

    private static List<(double Start, double End)> Subtract(List<(double Start, double End)> white, Box box, double least)
    {
        var rest = new List<(double Start, double End)>();
        foreach (var (start, end) in white)
        {
            if (box.Right <= start || box.Left >= end)
            {
                rest.Add((start, end));
                continue;
            }

            if (box.Left - start >= least)
                rest.Add((start, box.Left));
            if (end - box.Right >= least)
                rest.Add((box.Right, end));
        }

        return rest;
    }

    private static bool IsProse(IEnumerable<LayoutItem> items, LayoutOptions options)
    {
        var side = items.ToList();
        if (side.Exists(item => item.Line is null))
            return true;
        // Lists side by side may have few and short lines.
        if (side.Count(item => LineBreaks.Marker(item.Line!).IsBullet) > 1)
            return true;
        if (side.Count < options.MinColumnLines || side.Average(item => item.Line!.Words.Length) < options.MinColumnWords)
            return false;
        var width = side.Max(item => item.Box.Right) - side.Min(item => item.Box.Left);
        var widths = side.Select(item => item.Box.Width).Order().ToList();
        return widths[widths.Count / 2] >= options.MinColumnFill * width;
    }
}
