using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

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
        var tabular = region.Lines.Where(LinesToRegions.IsTabular).ToList();
        if (tabular.Count == 0)
            return null;
        var size = tabular.Select(line => line.Size).Order().ElementAt(tabular.Count / 2);
        var space = LinesToGutters.SpaceWidth(tabular, options);
        var runs = WithStub(region, tabular, size, [.. tabular.Select(line => LinesToGutters.ToRuns(line, space))]);
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
        var labels = region.Lines.Where(line => !LinesToRegions.IsTabular(line) && line.Box.Right < left - size).ToList();
        foreach (var label in labels.Count > 1 ? labels : [])
        {
            var nearest = Enumerable.Range(0, tabular.Count).MinBy(index => Math.Abs(tabular[index].Baseline - label.Baseline));
            if (runs[nearest][0].Start >= left - 0.01)
                runs[nearest] = runs[nearest].Insert(0, new Run(label.Box.Left, label.Box.Right));
        }

        return runs;
    }

    private static bool HasFigures(ChunkLine line) => line.Chunks.Any(chunk => chunk.IsValue);

    // Without the line above the same gutters are wider: its labels stand over several columns, or reach out of theirs.
    private static bool AreWider(ImmutableArray<Gutter> gutters, ImmutableArray<Gutter> others) =>
        gutters.Zip(others).All(pair => pair.First.Start <= pair.Second.Start + 0.01 && pair.First.End >= pair.Second.End - 0.01);

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

    /// <summary>The lines with their words in the columns; what runs over a gutter covers the columns at both sides.</summary>
    public static ImmutableArray<PieceLine> ToPieces(AlignedRegion region, AlignedColumns columns)
    {
        var lines = ImmutableArray.CreateBuilder<PieceLine>();
        var space = UsualSpace(region.Lines);
        for (var index = 0; index < region.Lines.Length; index++)
        {
            var line = region.Lines[index];
            var pieces = ImmutableArray.CreateBuilder<Piece>();
            var chunks = line.Chunks.SelectMany(chunk => CutAtGutters(chunk, columns, line.Size, space, isTabular: line.Chunks.Length > 1)).ToList();
            var covers = Covers(chunks, columns, line.Size);
            for (var i = 0; i < chunks.Count; i++)
            {
                var (chunk, (first, last)) = (chunks[i], covers[i]);
                if (pieces.Count > 0 && pieces[^1].Last >= first)
                {
                    var before = pieces[^1];
                    var joined = new Chunk(before.Chunk.Words.AddRange(chunk.Words), before.Box.Union(chunk.Box));
                    pieces[^1] = new Piece(index, before.First, Math.Max(before.Last, last), joined);
                }
                else
                {
                    pieces.Add(new Piece(index, first, last, chunk));
                }
            }

            lines.Add(new PieceLine(index, line.Baseline, line.Size, pieces.ToImmutable()));
        }

        for (var index = 1; index < Math.Min(lines.Count, 7); index++)
            lines[index] = lines[index] with { Pieces = [.. lines[index].Pieces.SelectMany(piece => CutBelow(piece, lines[index - 1], line: lines[index]))] };
        return [.. lines.Select((line, index) => index + 1 < lines.Count && IsLongLabel(line, lines[index + 1]) ? line with { Pieces = [line.Pieces[0] with { Last = 0 }] } : line)];
    }

    // « Part des | Part des » and below it « femmes femmes » with no more than a space between them: each stands centred below its own.
    private static IEnumerable<Piece> CutBelow(Piece piece, PieceLine above, PieceLine line)
    {
        var words = piece.Chunk.Words;
        if (piece.Last != piece.First + 1 || words.Length < 2 || line.Baseline - above.Baseline > 1.5 * line.Size
            || above.At(piece.First) is not { IsSpanning: false, Chunk.IsValue: false } left || above.At(piece.Last) is not { IsSpanning: false, Chunk.IsValue: false } right)
            return [piece];
        bool IsBelow(Piece label, int from, int to) => Math.Abs(((words[from].Box.Left + words[to - 1].Box.Right) / 2) - label.Box.CenterX) <= 0.25 * line.Size;
        var cut = Enumerable.Range(1, words.Length - 1).FirstOrDefault(at => IsBelow(left, 0, at) && IsBelow(right, at, words.Length));
        return cut == 0 ? [piece] : [piece with { Last = piece.First, Chunk = Part(words[..cut]) }, piece with { First = piece.Last, Chunk = Part(words[cut..]) }];
    }

    private static Chunk Part(ImmutableArray<Word> words) => new(words, words.Select(word => word.Box).Aggregate((one, other) => one.Union(other)));

    // A label that reaches over the gutter and goes on in small letters below is no title of the rows.
    private static bool IsLongLabel(PieceLine line, PieceLine next) => line.Pieces is [{ First: 0, IsSpanning: true }]
        && next.At(0) is { IsSpanning: false } label && char.IsLower(label.Chunk.Text.FirstOrDefault());

    // A chunk may hold the words of two narrow columns: it is cut where its own gap lies in a gutter and is wider than its spaces,
    // or where a word stands exactly where the next column begins.
    private static ImmutableArray<Chunk> CutAtGutters(Chunk chunk, AlignedColumns columns, double size, double space, bool isTabular)
    {
        if (chunk.Words.Length == 1)
            return [chunk];
        var spaces = Enumerable.Range(1, chunk.Words.Length - 1).Select(i => chunk.Words[i].Box.Left - chunk.Words[i - 1].Box.Right).Order().ToList();
        var least = Math.Max(0.3 * size, 1.3 * (chunk.Words.Length > 3 ? spaces[spaces.Count / 4] : space * size));
        bool IsCut(double left, double right, double start, double end)
        {
            // « Exercice 2023 » over two columns: no gap but a space, and its middle at theirs.
            if (space > 0 && right - left <= 1.3 * space * size && IsCentredOver(chunk, columns, size))
                return false;
            var middle = (start + end) / 2;
            var isWide = right - left >= least && middle >= left - (0.2 * size) && middle <= right + (0.2 * size);
            var isApart = right - left >= Math.Max(0.5 * size, 1.8 * space * size) && left < end && right > start && (isTabular || Math.Abs(right - end) <= 0.12 * size);
            return isWide || isApart || (isTabular && right - left >= 0.35 * size && right >= start && Math.Abs(left - start) <= 0.12 * size && right <= end + size)
                || (isTabular && right - left >= 0.15 * size && left <= end && Math.Abs(right - end) <= 0.12 * size && left >= start - size);
        }

        return WordsToChunks.Cut(chunk.Words, double.PositiveInfinity, (one, other) =>
            !ValueText.IsOneNumber(one.Text, other.Text, other.Box.Left - one.Box.Right, size) && Enumerable.Range(1, columns.Count - 1).Any(i => IsCut(one.Box.Right, other.Box.Left, columns.Stripes[i - 1].End, columns.Stripes[i].Start)));
    }

    private static bool IsCentredOver(Chunk chunk, AlignedColumns columns, double size)
    {
        var covered = Enumerable.Range(0, columns.Count).Where(column => chunk.Box.Left < columns.Stripes[column].End && chunk.Box.Right > columns.Stripes[column].Start).ToList();
        return covered.Count > 1 && Math.Abs(((columns.Stripes[covered[0]].Start + columns.Stripes[covered[^1]].End) / 2) - chunk.Box.CenterX) <= 0.4 * size
            && chunk.Box.Left > columns.Stripes[covered[0]].Start + (0.3 * size) && chunk.Box.Right < columns.Stripes[covered[^1]].End - (0.3 * size);
    }

    // The usual space between two words in em: the lower quartile, which no gap between columns reaches.
    private static double UsualSpace(ImmutableArray<ChunkLine> lines)
    {
        var gaps = lines.SelectMany(line => line.Chunks.SelectMany(chunk => Enumerable.Range(1, chunk.Words.Length - 1).Select(i => (chunk.Words[i].Box.Left - chunk.Words[i - 1].Box.Right) / line.Size))).Order().ToList();
        return gaps.Count < 8 ? 0 : gaps[gaps.Count / 4];
    }

    // The columns of the chunks of a line. A label that stands on a gutter, beside figures that are set to the other side, is that
    // of the column at its side which no other chunk of the line has.
    private static List<(int First, int Last)> Covers(List<Chunk> chunks, AlignedColumns columns, double size)
    {
        var covers = chunks.Select(chunk => Cover(chunk, columns, size)).ToList();
        for (var i = 0; i < chunks.Count; i++)
        {
            if (covers[i].Last != covers[i].First + 1 || !IsOnGutter(chunks[i], columns, covers[i].First))
                continue;
            var (left, right) = covers[i];
            if (i > 0 && covers[i - 1].Last == left)
                covers[i] = (right, right);
            else if (i + 1 < chunks.Count && covers[i + 1].First == right && !IsOnGutter(chunks[i + 1], columns, right))
                covers[i] = (left, left);
        }

        return covers;
    }

    private static bool IsOnGutter(Chunk chunk, AlignedColumns columns, int left) => left + 1 < columns.Count
        && chunk.Box.Left >= columns.Stripes[left].End && chunk.Box.Right <= columns.Stripes[left + 1].Start;

    private static (int First, int Last) Cover(Chunk chunk, AlignedColumns columns, double size)
    {
        var (first, last) = (-1, -1);
        for (var column = 0; column < columns.Count; column++)
        {
            var stripe = columns.Stripes[column];
            if (chunk.Box.Left >= stripe.End || chunk.Box.Right <= stripe.Start)
                continue;
            first = first < 0 ? column : first;
            last = column;
        }

        if (first < 0)
            return OnGutter(chunk, columns);

        // A label wider than the figures that it is centred over.
        if (last == first + 1 && chunk.Words.Length < 4)
        {
            var centred = Enumerable.Range(first, 2).Where(column => Math.Abs(((columns.Stripes[column].Start + columns.Stripes[column].End) / 2) - chunk.Box.CenterX) <= 0.25 * size).ToList();
            if (centred.Count == 1)
                return (centred[0], centred[0]);
        }

        // A text that is longer than the others of its column reaches over the gutter: it stands where it is flush.
        while (last > first && IsFlush(chunk.Box.Left, columns.Stripes[first].Start, size) && chunk.Box.Right - columns.Stripes[last].Start < 0.8 * size)
            last--;
        while (last > first && IsFlush(chunk.Box.Right, columns.Stripes[last].End, size) && (chunk.IsValue || columns.Stripes[first].End - chunk.Box.Left < 0.8 * size))
            first++;
        return (first, last);
    }

    private static bool IsFlush(double side, double other, double size) => Math.Abs(side - other) <= 0.3 * size;

    // Wholly on a gutter: over both its columns.
    private static (int First, int Last) OnGutter(Chunk chunk, AlignedColumns columns)
    {
        for (var column = 0; column < columns.Count - 1; column++)
        {
            if (chunk.Box.CenterX <= columns.Stripes[column + 1].Start)
                return (column, column + 1);
        }

        return (columns.Count - 1, columns.Count - 1);
    }
}
