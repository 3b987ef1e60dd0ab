using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>Words of one line that stand together: no gap between them is as wide as one between columns.</summary>
/// <param name="Words">The words from left to right, at least one.</param>
/// <param name="Box">Box of the words in points; dot leaders stand in <paramref name="Words"/> and not in the box.</param>
internal sealed record Chunk(ImmutableArray<Word> Words, Box Box)
{
    /// <summary>The words with single spaces.</summary>
    public string Text { get; } = string.Join(' ', Words.Where(word => !ValueText.IsLeader(word.Text)).Select(word => word.Text));

    /// <summary>Whether it is a figure, or stands for one: « 1 250,00 € », « 12,5 % », « - », « n.c. ».</summary>
    public bool IsValue => _isValue ??= ValueText.IsValue(Text);

    /// <summary>Whether a dot leader follows it.</summary>
    public bool HasLeader => Words.Any(word => ValueText.IsLeader(word.Text));

    private bool? _isValue;
}

/// <summary>A line cut into chunks.</summary>
/// <param name="Chunks">The chunks from left to right, at least one.</param>
/// <param name="Baseline">Height of the baseline in points.</param>
/// <param name="Size">Font size of most of its letters in points.</param>
internal sealed record ChunkLine(ImmutableArray<Chunk> Chunks, double Baseline, double Size)
{
    /// <summary>Box of all chunks.</summary>
    public Box Box { get; } = Chunks.Select(chunk => chunk.Box).Aggregate((one, other) => one.Union(other));

    /// <summary>How many words it has.</summary>
    public int WordCount => Chunks.Sum(chunk => chunk.Words.Length);
}

/// <summary>Words → lines → chunks.</summary>
internal static class WordsToChunks
{
    /// <summary>The upright lines of the words from top to bottom, cut at gaps and at vertical rules.</summary>
    /// <param name="page">Page of the words, from 1.</param>
    /// <param name="words">The words in any order.</param>
    /// <param name="rules">Vertical edges: text does not run through them.</param>
    /// <param name="gap">Least gap between two chunks in em.</param>
    /// <param name="layout">Thresholds of lines.</param>
    public static ImmutableArray<ChunkLine> Convert(int page, IReadOnlyCollection<Word> words, IEnumerable<Edge> rules, double gap, LayoutOptions layout)
    {
        if (words.Count == 0)
            return [];
        var fences = rules.Where(edge => !edge.IsHorizontal).OrderBy(edge => edge.Position).ToList();
        return [.. WordsToLines.Group(page, words.Where(word => word.Direction == TextDirection.Horizontal), layout).Select(line => Cut(line, fences, gap))];
    }

    /// <summary>The chunks of a line cut again with another gap, in em.</summary>
    public static ImmutableArray<Chunk> Cut(IReadOnlyList<Word> words, double limit, Func<Word, Word, bool> isFenced)
    {
        var chunks = ImmutableArray.CreateBuilder<Chunk>();
        var from = 0;
        var right = double.NaN;
        for (var i = 0; i < words.Count; i++)
        {
            if (ValueText.IsLeader(words[i].Text))
                continue;
            if (i > 0 && (words[i].Box.Left - right > (MarkerGrammar.IsBullet(words[i - 1].Text) ? BulletGap * limit : limit) || isFenced(words[i - 1], words[i]) || ValueText.IsLeader(words[i - 1].Text)))
            {
                chunks.Add(ToChunk(words, from, i));
                from = i;
            }

            right = double.IsNaN(right) || from == i ? words[i].Box.Right : Math.Max(right, words[i].Box.Right);
        }

        chunks.Add(ToChunk(words, from, words.Count));
        return chunks.ToImmutable();
    }

    /// <summary>How many times wider the gap behind the sign of an item may be than one that parts chunks: what stands behind it is the item.</summary>
    public const double BulletGap = 3;

    private static ChunkLine Cut(TextLine line, List<Edge> fences, double gap)
    {
        var size = line.Size();
        bool IsFenced(Word one, Word other) => fences.Count > 0 && fences.Exists(edge =>
            edge.Position > one.Box.CenterX && edge.Position < other.Box.CenterX && edge.Start <= line.Baseline - (size / 2) && edge.End >= line.Baseline - (size / 4));
        var limit = gap * size;
        var narrow = NarrowGap(line, size, limit);
        bool IsApart(Word one, Word other) => IsFenced(one, other) || (other.Box.Left - one.Box.Right >= narrow && !MarkerGrammar.IsBullet(one.Text) && one.Text[^1] is not ('.' or ':' or '!' or '?'));
        return new ChunkLine(Cut(line.Words, limit, IsApart), line.Baseline, size);
    }

    // Where columns stand close, a gap between them is still wider by far than the spaces of its line, which are all alike.
    private static double NarrowGap(TextLine line, double size, double limit)
    {
        if (line.Words.Length < 5)
            return limit;
        var gaps = Enumerable.Range(1, line.Words.Length - 1).Select(i => line.Words[i].Box.Left - line.Words[i - 1].Box.Right).Order().ToList();
        return Math.Clamp(1.8 * gaps[gaps.Count / 2], 0.5 * size, limit);
    }

    private static Chunk ToChunk(IReadOnlyList<Word> words, int from, int to)
    {
        ImmutableArray<Word> own = [.. words.Skip(from).Take(to - from)];
        var text = own.Where(word => !ValueText.IsLeader(word.Text)).ToList();
        return new Chunk(own, (text.Count > 0 ? text : [.. own]).Select(word => word.Box).Aggregate((one, other) => one.Union(other)));
    }
}
