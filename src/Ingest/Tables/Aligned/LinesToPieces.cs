using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables.Aligned;

/// <summary>The lines of a region → what they have in each column.</summary>
internal static class LinesToPieces
{
    // First lines that may be those of a header.
    private const int HeadLines = 7;

    /// <summary>The lines with their words in the columns; what runs over a gutter covers the columns at both sides.</summary>
    public static ImmutableArray<PieceLine> Convert(AlignedRegion region, AlignedColumns columns)
    {
        var lines = ImmutableArray.CreateBuilder<PieceLine>();
        var space = UsualSpace(region.Lines);
        var sides = ColumnSides.Of(region.Lines, columns);
        for (var index = 0; index < region.Lines.Length; index++)
        {
            var line = region.Lines[index];
            var pieces = ImmutableArray.CreateBuilder<Piece>();
            var chunks = line.Chunks.SelectMany(chunk => CutAtGutters(chunk, columns, sides, line.Size, space, isTabular: line.Chunks.Length > 1, isHead: index < HeadLines)).ToList();
            var covers = ChunksToCovers.Convert(chunks, columns, line.Size);
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

        for (var index = 0; index < Math.Min(lines.Count, HeadLines); index++)
            lines[index] = OffGutters(lines, index, columns);
        for (var index = 1; index < Math.Min(lines.Count, HeadLines); index++)
            lines[index] = lines[index] with { Pieces = [.. lines[index].Pieces.SelectMany(piece => CutBelow(piece, lines[index - 1], line: lines[index]))] };
        return [.. lines.Select((line, index) => index + 1 < lines.Count && IsLongLabel(line, lines[index + 1]) ? line with { Pieces = [line.Pieces[0] with { Last = 0 }] } : line)];
    }

    // « Montant » reaches into its column, « prévu » below it stands wholly on the gutter before: the lines of a label that begin at
    // one place, or have one middle, are of one column.
    private static PieceLine OffGutters(ImmutableArray<PieceLine>.Builder lines, int index, AlignedColumns columns)
    {
        var line = lines[index];
        bool IsOn(Piece piece) => piece.Last == piece.First + 1 && piece.Box.Left >= columns.Stripes[piece.First].End && piece.Box.Right <= columns.Stripes[piece.Last].Start;
        bool IsOf(Piece label, Piece piece) => !label.IsSpanning && !label.Chunk.IsValue && (label.First == piece.First || label.First == piece.Last)
            && (Math.Abs(label.Box.Left - piece.Box.Left) <= 0.12 * line.Size || Math.Abs(label.Box.CenterX - piece.Box.CenterX) <= 0.25 * line.Size);
        Piece Place(Piece piece)
        {
            var near = !IsOn(piece) ? null : lines.Take(HeadLines).Where(other => other != line && Math.Abs(other.Baseline - line.Baseline) <= 2.5 * line.Size)
                .SelectMany(other => other.Pieces).FirstOrDefault(label => IsOf(label, piece));
            return near is null || line.Pieces.Any(other => other != piece && other.First <= near.First && other.Last >= near.First) ? piece : piece with { First = near.First, Last = near.First };
        }

        return line.Pieces.Any(IsOn) ? line with { Pieces = [.. line.Pieces.Select(Place)] } : line;
    }

    // « Part des | Part des » and below it « femmes femmes » with no more than a space between them: each stands below its own. What opens
    // with a capital at the left is the title of the rows.
    private static IEnumerable<Piece> CutBelow(Piece piece, PieceLine above, PieceLine line)
    {
        var words = piece.Chunk.Words;
        if (piece.Last != piece.First + 1 || words.Length < 2 || (piece.First == 0 && !char.IsLower(words[0].Text[0])) || line.Baseline - above.Baseline > 1.5 * line.Size
            || above.At(piece.First) is not { IsSpanning: false, Chunk.IsValue: false } left || above.At(piece.Last) is not { IsSpanning: false, Chunk.IsValue: false } right)
            return [piece];
        bool IsBelow(Piece label, int from, int to) => Math.Abs(((words[from].Box.Left + words[to - 1].Box.Right) / 2) - label.Box.CenterX) <= 0.25 * line.Size
            || Math.Abs(words[from].Box.Left - label.Box.Left) <= 0.12 * line.Size;
        var cut = Enumerable.Range(1, words.Length - 1).FirstOrDefault(at => IsBelow(left, 0, at) && IsBelow(right, at, words.Length));
        return cut == 0 ? [piece] : [piece with { Last = piece.First, Chunk = Part(words[..cut]) }, piece with { First = piece.Last, Chunk = Part(words[cut..]) }];
    }

    private static Chunk Part(ImmutableArray<Word> words) => new(words, words.Select(word => word.Box).Aggregate((one, other) => one.Union(other)));

    // A label that reaches over the gutter and goes on in small letters below is no title of the rows.
    private static bool IsLongLabel(PieceLine line, PieceLine next) => line.Pieces is [{ First: 0, IsSpanning: true }]
        && next.At(0) is { IsSpanning: false } label && char.IsLower(label.Chunk.Text.FirstOrDefault());

    // A chunk may hold the words of two narrow columns: it is cut where its own gap lies in a gutter and is wider than its spaces,
    // or where a word stands exactly where the next column begins, or ends where its own does.
    private static ImmutableArray<Chunk> CutAtGutters(Chunk chunk, AlignedColumns columns, ColumnSides sides, double size, double space, bool isTabular, bool isHead)
    {
        if (chunk.Words.Length == 1)
            return [chunk];
        var spaces = Enumerable.Range(1, chunk.Words.Length - 1).Select(i => chunk.Words[i].Box.Left - chunk.Words[i - 1].Box.Right).Order().ToList();
        var least = Math.Max(0.3 * size, 1.3 * (chunk.Words.Length > 3 ? spaces[spaces.Count / 4] : space * size));
        bool IsCut(double left, double right, int next)
        {
            var (start, end) = (columns.Stripes[next - 1].End, columns.Stripes[next].Start);

            // Both end where the figures of their columns do.
            if (isTabular && right - left >= 0.15 * size && sides.EndsAt(next - 1, left) && chunk.Words.Any(word => word.Box.Left >= right && sides.EndsAt(next, word.Box.Right)))
                return true;

            // The label above figures fills its column, the next one opens with a capital.
            if (isTabular && isHead && right - left >= Math.Max(0.15, 1.1 * space) * size && sides.EndsAt(next - 1, left) && !IsCentredOver(chunk, columns, size) && chunk.Words.Any(word => word.Box.Left == right && char.IsUpper(word.Text[0])))
                return true;

            // « Exercice 2023 » over two columns: no gap but a space, and its middle at theirs.
            if (space > 0 && right - left <= 1.3 * space * size && IsCentredOver(chunk, columns, size))
                return false;
            var middle = (start + end) / 2;
            var isWide = right - left >= least && middle >= left - (0.2 * size) && middle <= right + (0.2 * size);
            var isPlain = !isTabular && right - left < Math.Max(0.7 * size, 2.5 * space * size);
            var isApart = right - left >= Math.Max(0.5 * size, 1.8 * space * size) && left < end && right > start && (!isPlain || Math.Abs(right - end) <= 0.12 * size);
            return isWide || isApart || (isTabular && right - left >= 0.35 * size && right >= start && Math.Abs(left - start) <= 0.12 * size && right <= end + size)
                || (isTabular && right - left >= 0.15 * size && left <= end && sides.BeginsAt(next, right) && left >= start - size && !(isHead && chunk.Words.Any(word => word.Box.Left == right && char.IsLower(word.Text[0]))));
        }

        return WordsToChunks.Cut(chunk.Words, double.PositiveInfinity, (one, other) =>
            !IsBracketOpen(one.Text) && !ValueText.IsOneNumber(one.Text, other.Text, other.Box.Left - one.Box.Right, size) && Enumerable.Range(1, columns.Count - 1).Any(i => IsCut(one.Box.Right, other.Box.Left, i)));
    }

    // « (en | %) » stands in one cell.
    private static bool IsBracketOpen(string word) => word.LastIndexOf('(') > word.LastIndexOf(')');

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
}
