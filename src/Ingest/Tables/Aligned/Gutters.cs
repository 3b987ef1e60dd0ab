using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>A stretch of a line that words cover without a gap wide enough for a column.</summary>
/// <param name="Start">Left side in points.</param>
/// <param name="End">Right side in points.</param>
internal readonly record struct Run(double Start, double End);

/// <summary>A vertical stripe that lines leave white.</summary>
/// <param name="Start">Left side in points.</param>
/// <param name="End">Right side in points.</param>
/// <param name="Support">Number of lines with words at both sides of it.</param>
internal readonly record struct Gutter(double Start, double End, int Support)
{
    /// <summary>Its middle.</summary>
    public double Middle => (Start + End) / 2;
}

/// <summary>
/// Lines → the white stripes between their columns: the valleys of the projection profile (Nagy and Seth, ICPR 1984), where
/// the fewer the lines the wider a stripe must be to be believed. One sweep over the sides of the runs: n log n.
/// </summary>
internal static class LinesToGutters
{
    /// <summary>The stretches of a line between gaps.</summary>
    /// <param name="line">The line.</param>
    /// <param name="gap">Widest gap within a run in em.</param>
    public static ImmutableArray<Run> ToRuns(ChunkLine line, double gap)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        foreach (var chunk in line.Chunks)
        {
            var (start, end, isBullet) = (double.NaN, double.NaN, false);
            foreach (var word in chunk.Words)
            {
                if (ValueText.IsLeader(word.Text))
                    continue;
                if (!double.IsNaN(start) && (isBullet || word.Box.Left - end <= gap * line.Size))
                {
                    (end, isBullet) = (Math.Max(end, word.Box.Right), false);
                    continue;
                }

                if (!double.IsNaN(start))
                    runs.Add(new Run(start, end));
                (start, end, isBullet) = (word.Box.Left, word.Box.Right, MarkerGrammar.IsBullet(word.Text));
            }

            runs.Add(double.IsNaN(start) ? new Run(chunk.Box.Left, chunk.Box.Right) : new Run(start, end));
        }

        return runs.ToImmutable();
    }

    /// <summary>
    /// The widest gap that is a mere space, in em: monospaced and widely justified lines have wide ones. Read off the lines as
    /// the lower quartile of their gaps, which is a space as soon as cells have several words.
    /// </summary>
    public static double SpaceWidth(IEnumerable<ChunkLine> lines, AlignmentOptions options)
    {
        var gaps = new List<double>();
        foreach (var line in lines)
        {
            foreach (var chunk in line.Chunks)
            {
                for (var i = 1; i < chunk.Words.Length; i++)
                    gaps.Add((chunk.Words[i].Box.Left - chunk.Words[i - 1].Box.Right) / line.Size);
            }
        }

        if (gaps.Count == 0)
            return options.MinSpace;
        gaps.Sort();
        var (space, usual) = (gaps[gaps.Count / 4], gaps[gaps.Count / 2]);
        var factor = usual - space <= options.SpaceJitter ? options.EvenSpaceFactor : options.SpaceFactor;
        return Math.Clamp(factor * space, options.MinSpace, options.MaxSpace);
    }

    /// <summary>The gutters that the lines leave white.</summary>
    /// <param name="lines">Runs of each line.</param>
    /// <param name="size">Font size in points.</param>
    /// <param name="crossings">How many lines may cross a gutter.</param>
    /// <param name="options">Thresholds.</param>
    public static ImmutableArray<Gutter> Find(IReadOnlyList<ImmutableArray<Run>> lines, double size, int crossings, AlignmentOptions options)
    {
        var sides = new List<(double At, int Step)>();
        foreach (var run in lines.SelectMany(line => line))
        {
            sides.Add((run.Start, 1));
            sides.Add((run.End, -1));
        }

        sides.Sort((one, other) => one.At != other.At ? one.At.CompareTo(other.At) : other.Step.CompareTo(one.Step));
        var gutters = ImmutableArray.CreateBuilder<Gutter>();
        var (depth, open) = (0, double.NaN);
        for (var i = 0; i < sides.Count; i++)
        {
            depth += sides[i].Step;
            if (depth <= crossings && sides[i].Step < 0 && double.IsNaN(open))
                open = sides[i].At;
            else if (depth > crossings && !double.IsNaN(open))
            {
                Add(open, sides[i].At);
                open = double.NaN;
            }
        }

        return gutters.ToImmutable();

        void Add(double start, double end)
        {
            if (end - start < options.MinGutter * size)
                return;
            var (support, left, right) = (0, false, false);
            foreach (var line in lines)
            {
                var before = !line.IsEmpty && line[0].End <= start + 0.01;
                var behind = !line.IsEmpty && line[^1].Start >= end - 0.01;
                left |= before || line.Any(run => run.End <= start + 0.01);
                right |= behind || line.Any(run => run.Start >= end - 0.01);
                if (line.Any(run => run.End <= start + 0.01) && line.Any(run => run.Start >= end - 0.01))
                    support++;
            }

            if (left && right && end - start >= (IsFlush(start, end) ? options.MinGutter : options.GutterWidth(support)) * size)
                gutters.Add(new Gutter(start, end, support));
        }

        // Three lines or more that all end and begin at the same places at its sides: a column of figures close to one of texts. Figures of
        // different lengths beside each other end at one place and begin at several: that takes more lines.
        bool IsFlush(double start, double end)
        {
            var beside = lines.Select(line => (Left: line.LastOrDefault(run => run.End <= start + 0.01), Right: line.FirstOrDefault(run => run.Start >= end - 0.01)))
                .Where(runs => runs.Left != default && runs.Right != default).ToList();
            return beside.Count > 2 && beside.TrueForAll(runs => start - runs.Left.End < 0.1 * size)
                && (beside.Count >= options.LeastFlush || beside.TrueForAll(runs => runs.Right.Start - end < 0.1 * size));
        }
    }
}
