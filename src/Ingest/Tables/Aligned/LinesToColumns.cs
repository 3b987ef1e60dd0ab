using System.Collections.Immutable;

namespace Ingest.Tables.Aligned;

/// <summary>The columns of a region: content stripes and the sides between them.</summary>
/// <param name="Stripes">Where the words of each column stand.</param>
/// <param name="Sides">Left side of the first column, the middles of the gutters, right side of the last.</param>
internal sealed record AlignedColumns(ImmutableArray<Run> Stripes, ImmutableArray<double> Sides)
{
    /// <summary>Number of columns.</summary>
    public int Count => Stripes.Length;
}

/// <summary>The lines of a region → its columns.</summary>
internal static class LinesToColumns
{
    /// <summary>The columns that most lines agree on, or null when there are not two.</summary>
    /// <remarks>
    /// The labels of a header often span columns or stand on their gutters: the columns are those of the lines below where these
    /// show more of them.
    /// </remarks>
    public static AlignedColumns? Find(AlignedRegion region, AlignmentOptions options)
    {
        var tabular = region.Lines.Where(LineSigns.IsTabular).ToList();
        if (tabular.Count == 0)
            return null;
        var size = tabular.Select(line => line.Size).Order().ElementAt(tabular.Count / 2);
        var space = LinesToGutters.SpaceWidth(tabular, options);
        var runs = WithoutLabels(tabular, size, WithStub(region, tabular, size, [.. tabular.Select(line => LinesToGutters.ToRuns(line, space))]));
        var best = ImmutableArray<Gutter>.Empty;
        var skipped = 0;
        for (var skip = 0; skip <= Math.Min(options.MaxHeaderLines, tabular.Count - 2); skip++)
        {
            var rest = runs.Skip(skip).ToList();
            var crossings = (int)(options.CrossingShare * rest.Count);
            var gutters = Union(LinesToGutters.Find(rest, size, crossings, options), crossings == 0 ? [] : LinesToGutters.Find(rest, size, 0, options));
            if (gutters.Length > best.Length || (gutters.Length == best.Length && gutters.Length > 0 && skip == skipped + 1 && !HasFigures(tabular[skip - 1]) && AreWider(gutters, best)))
                (best, skipped) = (gutters, skip);
        }

        if (best.IsEmpty && tabular.Count == 1)
            best = LinesToGutters.Find(runs, size, 0, options);
        if (best.IsEmpty)
            return null;
        best = WithoutPhantoms(best, runs, skipped);
        return ToColumns(best, region);
    }

    // Labels at the left that stand between the lines of the rest belong to the nearest of these.
    private static List<ImmutableArray<Run>> WithStub(AlignedRegion region, List<ChunkLine> tabular, double size, List<ImmutableArray<Run>> runs)
    {
        var left = tabular.Min(line => line.Box.Left);
        var labels = region.Lines.Where(line => !LineSigns.IsTabular(line) && line.Box.Right < left - size).ToList();
        foreach (var label in labels.Count > 1 ? labels : [])
        {
            var nearest = Enumerable.Range(0, tabular.Count).MinBy(index => Math.Abs(tabular[index].Baseline - label.Baseline));
            if (runs[nearest][0].Start >= left - 0.01)
                runs[nearest] = runs[nearest].Insert(0, new Run(label.Box.Left, label.Box.Right));
        }

        return runs;
    }

    // « Sous-total Axe 1 », bold among plain lines, runs over the columns of numbers and titles: what it leaves white is no less so.
    private static List<ImmutableArray<Run>> WithoutLabels(List<ChunkLine> tabular, double size, List<ImmutableArray<Run>> runs)
    {
        // Header lines are bold as well: only lines with figures tell sums from rows.
        var rows = Enumerable.Range(0, tabular.Count).Where(index => HasFigures(tabular[index])).ToLookup(index => LineSigns.IsBold(tabular[index]));
        if (rows[true].Count() > rows[false].Count())
            return runs;
        var left = runs.Min(line => line[0].Start);
        foreach (var index in rows[true].Where(index => runs[index].Length > 1 && runs[index][0].Start < left + size))
            runs[index] = runs[index].RemoveAt(0);
        return runs;
    }

    private static bool HasFigures(ChunkLine line) => line.Chunks.Any(chunk => chunk.IsValue);

    // Without the line above the same gutters are wider: its labels stand over several columns, or reach out of theirs. Or it made one of the
    // narrow gap between two labels and hid another below a label: then the narrowest is wider, and all together.
    private static bool AreWider(ImmutableArray<Gutter> gutters, ImmutableArray<Gutter> others)
    {
        static double Width(Gutter gutter) => gutter.End - gutter.Start;
        return gutters.Zip(others).All(pair => pair.First.Start <= pair.Second.Start + 0.01 && pair.First.End >= pair.Second.End - 0.01)
            || (gutters.Min(Width) > others.Min(Width) + 0.01 && gutters.Sum(Width) > others.Sum(Width) + 0.01);
    }

    // A column with few words would vanish among the lines that may cross a gutter: what no line crosses counts as well.
    private static ImmutableArray<Gutter> Union(ImmutableArray<Gutter> gutters, ImmutableArray<Gutter> white) =>
        [.. gutters.Concat(white.Where(gutter => !gutters.Any(other => other.Start < gutter.End && gutter.Start < other.End))).OrderBy(gutter => gutter.Start)];

    // A label that stands beside its figures and not above them makes a column of its own: where two neighbours are never
    // both filled and one of them has words in the first lines only, they are one.
    private static ImmutableArray<Gutter> WithoutPhantoms(ImmutableArray<Gutter> gutters, List<ImmutableArray<Run>> lines, int skipped)
    {
        for (var i = 0; i < gutters.Length; i++)
        {
            var left = Filled(lines, i == 0 ? double.NegativeInfinity : gutters[i - 1].Middle, gutters[i].Middle);
            var right = Filled(lines, gutters[i].Middle, i == gutters.Length - 1 ? double.PositiveInfinity : gutters[i + 1].Middle);
            if (left.Overlaps(right))
                continue;
            var few = left.Count <= right.Count ? left : right;
            if (few.All(line => line <= Math.Max(2, skipped)) && lines.Count > 3 && (few.Count < 3 || few.Count * 3 <= Math.Max(left.Count, right.Count)))
            {
                gutters = gutters.RemoveAt(i);
                i--;
            }
        }

        return gutters;
    }

    private static HashSet<int> Filled(List<ImmutableArray<Run>> lines, double from, double to) =>
        [.. Enumerable.Range(0, lines.Count).Where(index => lines[index].Any(run => (run.Start + run.End) / 2 > from && (run.Start + run.End) / 2 < to))];

    private static AlignedColumns ToColumns(ImmutableArray<Gutter> gutters, AlignedRegion region)
    {
        var box = region.Box;
        ImmutableArray<double> sides = [box.Left, .. gutters.Select(gutter => gutter.Middle), box.Right];
        ImmutableArray<Run> stripes =
        [
            .. Enumerable.Range(0, gutters.Length + 1).Select(index => new Run(
                index == 0 ? box.Left : gutters[index - 1].End,
                index == gutters.Length ? box.Right : gutters[index].Start)),
        ];
        return new AlignedColumns(stripes, sides);
    }
}
