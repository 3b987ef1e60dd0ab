using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>A lying rule of a ladder; pieces on one height are one.</summary>
/// <param name="Position">Its height in points.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Rung(double Position, double Start, double End);

/// <summary>
/// Finds tables whose every row ends with a lying rule and that have no standing ones: rules below each other with one right end, the first,
/// the one below the header and the last over the whole width. Where a rule begins further right, the cells that it leaves out go on below it.
/// </summary>
internal static class Ladders
{
    /// <summary>The regions of such tables from top to bottom, each with its rules.</summary>
    /// <param name="lines">Upright lines from top to bottom.</param>
    /// <param name="edges">The edges of the page.</param>
    /// <param name="options">Thresholds.</param>
    public static ImmutableArray<AlignedRegion> Find(IReadOnlyList<ChunkLine> lines, IEnumerable<Edge> edges, LadderOptions options)
    {
        var levels = Levels(edges.Where(edge => edge.IsHorizontal), options);
        var standing = edges.Where(edge => !edge.IsHorizontal && edge.Length >= options.LeastStanding).ToList();
        var regions = ImmutableArray.CreateBuilder<AlignedRegion>();
        for (var first = 0; first < levels.Count; first++)
        {
            var (rungs, bands) = Climb(levels, first, lines, options);
            if (HeaderAbove(levels[first], lines, options) is { Count: > 0 } header)
            {
                // No rule runs above the header: its top is that of its letters.
                rungs.Insert(0, levels[first] with { Position = header.Min(line => line.Box.Top) });
                bands.Insert(0, header);
            }

            if (rungs.Count < options.LeastRungs || !IsWide(rungs[1], rungs[0], options) || !IsWide(rungs[^1], rungs[0], options)
                || rungs.TrueForAll(rung => IsWide(rung, rungs[0], options)) || bands[0].Count == 0 || bands[0].Count > options.MostHeaderLines || !bands[0].Exists(line => line.Chunks.Length > 1) || bands.Skip(1).Count(band => band.Exists(line => line.Chunks.Length > 1)) * 2 < bands.Count - 1)
                continue;
            if (standing.Exists(edge => edge.Position > rungs[0].Start && edge.Position < rungs[0].End && edge.End > rungs[0].Position && edge.Start < rungs[^1].Position) || GoesOn(lines, rungs, bands, options))
                continue;
            regions.Add(new AlignedRegion([.. bands.SelectMany(band => band)], bands[0].Count) { Rungs = [.. rungs] });
            first = levels.FindIndex(level => level.Position >= rungs[^1].Position);
        }

        return regions.ToImmutable();
    }

    private static List<Rung> Levels(IEnumerable<Edge> edges, LadderOptions options)
    {
        var levels = new List<Rung>();
        foreach (var level in edges.GroupBy(edge => edge.Position).OrderBy(level => level.Key))
        {
            var rung = new Rung(level.Key, level.Min(edge => edge.Start), level.Max(edge => edge.End));
            if (level.Sum(edge => edge.Length) < options.RuledShare * (rung.End - rung.Start))
                continue;
            // Two rules drawn as a double one.
            if (levels.Count > 0 && rung.Position - levels[^1].Position < options.DoubleRule)
                levels[^1] = levels[^1] with { Start = Math.Min(levels[^1].Start, rung.Start), End = Math.Max(levels[^1].End, rung.End) };
            else
                levels.Add(rung);
        }

        return levels;
    }

    // From a rule down, as long as rules with its right end follow and what stands between them stays within.
    private static (List<Rung> Rungs, List<List<ChunkLine>> Bands) Climb(List<Rung> levels, int first, IReadOnlyList<ChunkLine> lines, LadderOptions options)
    {
        var (rungs, bands) = (new List<Rung> { levels[first] }, new List<List<ChunkLine>>());
        var top = levels[first];
        if (top.End - top.Start < options.LeastWidth)
            return (rungs, bands);
        foreach (var level in levels.Skip(first + 1))
        {
            if (level.End <= top.Start || level.Start >= top.End)
                continue;
            if (Math.Abs(level.End - top.End) > options.SideShift || level.Start < top.Start - options.SideShift)
                break;
            var band = lines.Where(line => line.Baseline > rungs[^1].Position && line.Baseline < level.Position).ToList();
            // A text between two rules that fills no cells is none of a row.
            if (band.Count == 0 || band.Count > options.MostLines || (band.Count > options.MostTitleLines && band.TrueForAll(line => line.Chunks.Length == 1)) || band.Exists(line => line.Chunks is [{ Words.Length: var words } only] && words >= options.ProseWords && only.Box.Width >= options.ProseWidth * (top.End - top.Start)) || band.Exists(line => line.Box.Left < top.Start - options.SideShift || line.Box.Right > top.End + options.SideShift))
                break;
            rungs.Add(level);
            bands.Add(band);
        }

        // The last rule closes all columns.
        while (rungs.Count > 1 && !IsWide(rungs[^1], top, options))
        {
            rungs.RemoveAt(rungs.Count - 1);
            bands.RemoveAt(bands.Count - 1);
        }

        return (rungs, bands);
    }

    // The lines right above a rule, within its width: labels of columns, where one of them has several.
    private static List<ChunkLine> HeaderAbove(Rung rung, IReadOnlyList<ChunkLine> lines, LadderOptions options)
    {
        var header = new List<ChunkLine>();
        var below = rung.Position;
        foreach (var line in lines.Where(line => line.Baseline < rung.Position).Reverse().TakeWhile(_ => header.Count <= options.MostHeaderLines))
        {
            if (below - line.Baseline > options.HeaderStep * line.Size || line.Box.Left < rung.Start - options.SideShift || line.Box.Right > rung.End + options.SideShift || (line.Chunks.Length == 1 && header.Count == 0))
                break;
            header.Insert(0, line);
            below = line.Baseline;
        }

        return header.Exists(line => line.Chunks.Length >= options.LeastLabels) && !header.Exists(line => line.Chunks.Any(chunk => chunk.IsValue)) ? header : [];
    }

    private static bool IsWide(Rung rung, Rung top, LadderOptions options) => Math.Abs(rung.Start - top.Start) <= options.SideShift;

    // A row right below the last rule is of the table as well: its rules do not tell all rows.
    private static bool GoesOn(IReadOnlyList<ChunkLine> lines, List<Rung> rungs, List<List<ChunkLine>> bands, LadderOptions options) =>
        lines.FirstOrDefault(line => line.Baseline > rungs[^1].Position) is { Chunks.Length: > 1 } next && next.Baseline - rungs[^1].Position < options.NextRow * next.Size
        && next.Chunks.Count(chunk => bands[^1].Exists(line => line.Chunks.Any(other => Math.Abs(other.Box.Left - chunk.Box.Left) < options.SideShift || Math.Abs(other.Box.Right - chunk.Box.Right) < options.SideShift))) > 1;
}
