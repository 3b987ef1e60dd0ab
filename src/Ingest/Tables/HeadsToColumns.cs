using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables.Aligned;

namespace Ingest.Tables;

/// <summary>
/// Tables whose head has a cell to each column and whose rows are parted by lying rules or shades alone: the sides of the head's cells are
/// carried down between these rules, as a reader's eye does. A row's text that runs across a side joins the cells at both sides.
/// </summary>
internal sealed class HeadsToColumns(int page, Centres<Word> places, ImmutableArray<Edge> edges, ImmutableArray<FilledArea> shades, ContentOptions options)
{
    private readonly TableOptions _options = options.Tables;
    private readonly HeadOptions _heads = options.Tables.Heads;
    private readonly ImmutableArray<Edge> _lying = Lying(edges, shades, options.Tables);

    /// <summary>The edges of a grid with those of the rows below its head; as they are where nothing shows that rows follow.</summary>
    /// <param name="grid">Edges of one connected grid.</param>
    /// <param name="others">Boxes of the other grids of the page.</param>
    public ImmutableArray<Edge> Extend(ImmutableArray<Edge> grid, IEnumerable<Box> others)
    {
        var bounds = EdgesToGrids.Bounds(grid);
        var inner = grid.Where(edge => !edge.IsHorizontal && edge.Position > bounds.Left + _options.Sliver && edge.Position < bounds.Right - _options.Sliver).ToList();
        if (inner.Count == 0)
            return grid;
        var bottom = inner.Max(edge => edge.End);
        double[] sides = [bounds.Left, .. inner.Where(edge => edge.End >= bottom - _options.Reach).Select(edge => edge.Position).Distinct().Order(), bounds.Right];
        if (sides.Length <= _heads.LeastColumns || grid.Where(edge => edge.IsHorizontal && edge.Position <= bottom).Select(edge => edge.Position).Distinct().Count() > _options.MaxHeaderRows + 1)
            return grid;
        var first = FirstBelow(bottom + _options.Reach);
        if (first == _lying.Length)
            return grid;
        var end = others.Where(box => box.Top > bottom + _options.Reach && box.Left < bounds.Right && box.Right > bounds.Left).Select(box => box.Top).DefaultIfEmpty(double.PositiveInfinity).Min();
        var rungs = Rungs(bounds, first, end);
        var rows = Rows(bounds, bottom, rungs);
        return AreRows(rows, sides) ? [.. grid, .. Sides(rows, sides, bounds)] : grid;
    }

    // Heights below the head at which a rule or the border of a shade runs from side to side.
    private List<double> Rungs(Box bounds, int first, double end)
    {
        var heights = new List<double>();
        foreach (var level in _lying.Skip(first).TakeWhile(edge => edge.Position < end + _options.Reach).Where(edge => edge.End > bounds.Left && edge.Start < bounds.Right).GroupBy(edge => edge.Position))
        {
            var (left, right) = (level.Min(edge => edge.Start), level.Max(edge => edge.End));
            var covered = level.Sum(edge => Math.Min(edge.End, bounds.Right) - Math.Max(edge.Start, bounds.Left));
            if (Math.Abs(left - bounds.Left) <= _heads.SideShift && Math.Abs(right - bounds.Right) <= _heads.SideShift && covered >= _heads.RuledShare * bounds.Width)
                heights.Add(level.Key);
        }

        return heights;
    }

    private int FirstBelow(double height)
    {
        var (low, high) = (0, _lying.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _lying[middle].Position <= height ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // What stands between the rules, down to where rows end: a wide white space, or a text that fills no cells.
    private List<Row> Rows(Box bounds, double bottom, List<double> rungs)
    {
        var rows = new List<Row>();
        var top = bottom;
        foreach (var rung in rungs)
        {
            if (rung - top < _options.Sliver)
                continue;
            var band = new Box(bounds.Left, top, bounds.Right, rung);
            var lines = WordsToChunks.Convert(page, [.. places.Inside(band)], edges, _options.Alignment.ChunkGap, options.Layout);
            if (lines.IsEmpty ? band.Height > _heads.HighestBlank : lines.All(line => line.Chunks.Length == 1) && (lines.Length > _heads.MostTitleLines || band.Height > _heads.TitlePace * lines.Sum(line => line.Size)))
                break;
            rows.Add(new Row(top, rung, lines));
            top = rung;
        }

        while (rows.Count > 0 && rows[^1].Lines.IsEmpty)
            rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    // Rows of cells: text keeps to the columns of the head, one row between two rules.
    private bool AreRows(List<Row> rows, double[] sides)
    {
        var ofCells = rows.Where(row => row.Lines.Any(line => line.Chunks.Length > 1)).ToList();
        // The page may end, or begin, with one row.
        if (ofCells.Count < _heads.LeastRows && !(sides.Length - 1 > _heads.LeastColumns && ofCells.Exists(row => row.Lines.Any(line => line.Chunks.Count(chunk => chunk.IsValue) >= _heads.ValuesOfRow))))
            return false;
        var torn = ofCells.Count(row => sides[1..^1].Count(side => row.Crosses(side)) * 2 > sides.Length - 2);
        var coarse = ofCells.Count(row => row.Lines.Any(line => line.Chunks.Where(chunk => !sides.Any(side => Row.Crosses(chunk, side))).GroupBy(chunk => sides.Count(side => side < chunk.Box.CenterX)).Any(cell => cell.Count() > 1)));
        return torn + coarse <= _heads.MostUnlike * ofCells.Count && !ofCells.Exists(row => row.Lines.Count(line => line.Chunks.Count(chunk => chunk.IsValue) >= _heads.ValuesOfRow) > 1);
    }

    private static IEnumerable<Edge> Sides(List<Row> rows, double[] sides, Box bounds)
    {
        foreach (var row in rows)
        {
            yield return new Edge(true, row.Bottom, bounds.Left, bounds.Right);
            foreach (var side in sides.Where((side, index) => index == 0 || index == sides.Length - 1 || !(row.IsTitle || row.Crosses(side))))
                yield return new Edge(false, side, row.Top, row.Bottom);
        }
    }

    private static ImmutableArray<Edge> Lying(ImmutableArray<Edge> edges, ImmutableArray<FilledArea> shades, TableOptions options) => RulingsToEdges.Merge(
        [
            .. edges.Where(edge => edge.IsHorizontal),
            .. shades.Select(shade => new Edge(true, shade.Box.Top, shade.Box.Left, shade.Box.Right)),
            .. shades.Select(shade => new Edge(true, shade.Box.Bottom, shade.Box.Left, shade.Box.Right)),
        ], options.Snap, options.Join);

    // What stands between two rules.
    private sealed record Row(double Top, double Bottom, ImmutableArray<ChunkLine> Lines)
    {
        // Points by which text must stand out over a side to run across it.
        private const double Over = 1;

        /// <summary>Whether one text is all there is, from the left on: the title of the rows below.</summary>
        public bool IsTitle => Lines.Length > 0 && Lines.All(line => line.Chunks.Length == 1);

        public bool Crosses(double side) => Lines.Any(line => line.Chunks.Any(chunk => Crosses(chunk, side)));

        public static bool Crosses(Chunk chunk, double side) => chunk.Box.Left < side - Over && chunk.Box.Right > side + Over;
    }
}
