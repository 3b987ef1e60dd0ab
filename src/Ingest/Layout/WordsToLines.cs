using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>
/// Gathers words into lines by their baselines. A line takes the words whose band above the baseline lies in its own, the
/// largest words first, so that exponents and indices join the line that they belong to and never open one of their own.
/// </summary>
public static class WordsToLines
{
    /// <summary>The lines of the words, top to bottom in each direction, upright lines first. Every word is in one line.</summary>
    /// <param name="page">Page of the words, from 1.</param>
    /// <param name="words">The words in any order.</param>
    /// <param name="options">Thresholds.</param>
    public static ImmutableArray<TextLine> Group(int page, IEnumerable<Word> words, LayoutOptions options)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        foreach (var direction in words.GroupBy(word => word.Direction).OrderBy(group => group.Key))
        {
            var drafts = GroupUpright([.. direction], options);
            lines.AddRange(drafts.Select(draft => ToLine(page, draft.Words, draft.Baseline)));
        }

        return lines.ToImmutable();
    }

    /// <summary>
    /// Cuts a line where a gap is wide enough to part columns. The parts keep the line's baseline, by which
    /// <see cref="Rejoin"/> finds them again.
    /// </summary>
    public static ImmutableArray<TextLine> Split(TextLine line, LayoutOptions options)
    {
        var parts = ImmutableArray.CreateBuilder<TextLine>();
        var limit = options.SegmentGap * line.Size();
        var from = 0;
        var right = line.Words[0].Frame().Right;
        for (var i = 1; i < line.Words.Length; i++)
        {
            var box = line.Words[i].Frame();
            if (box.Left - right > limit)
            {
                parts.Add(ToLine(line.Page, line.Words[from..i], line.Baseline));
                from = i;
            }

            right = Math.Max(right, box.Right);
        }

        parts.Add(from == 0 ? line : ToLine(line.Page, line.Words[from..], line.Baseline));
        return parts.ToImmutable();
    }

    /// <summary>Puts the parts of one line, which have one baseline, together again.</summary>
    public static ImmutableArray<TextLine> Rejoin(IEnumerable<TextLine> parts) =>
    [
        .. parts
            .GroupBy(part => (part.Direction, part.Baseline))
            .Select(group => group.Count() == 1 ? group.First() : ToLine(group.First().Page, group.SelectMany(part => part.Words), group.Key.Baseline))
            .OrderBy(line => line.Direction).ThenBy(line => line.Baseline),
    ];

    private static TextLine ToLine(int page, IEnumerable<Word> words, double baseline)
    {
        ImmutableArray<Word> sorted = [.. words.OrderBy(word => word.Frame().Left).ThenBy(word => word.Frame().Right)];
        var box = sorted.Skip(1).Aggregate(sorted[0].Box, (union, word) => union.Union(word.Box));
        return new TextLine(page, sorted, box, baseline) { Direction = sorted[0].Direction };
    }

    private static List<LineDraft> GroupUpright(List<Word> words, LayoutOptions options)
    {
        var lines = new List<LineDraft>();
        var largest = words.Max(word => word.Size());
        var inOrder = words.Select((word, index) => (word, index)).OrderByDescending(item => Math.Round(item.word.Size(), 1))
            .ThenBy(item => ReadingFrame.Baseline(item.word)).ThenBy(item => item.word.Frame().Left).ThenBy(item => item.index);
        foreach (var (word, _) in inOrder)
        {
            var baseline = ReadingFrame.Baseline(word);
            var first = FirstFrom(lines, baseline - largest);
            LineDraft? best = null;
            var bestOverlap = options.CoreOverlap;
            for (var i = first; i < lines.Count && lines[i].Baseline <= baseline + largest; i++)
            {
                var overlap = Overlap(lines[i], word, options);
                if (overlap < bestOverlap || (best is not null && overlap <= bestOverlap))
                    continue;
                (best, bestOverlap) = (lines[i], overlap);
            }

            if (best is null)
                lines.Insert(FirstFrom(lines, baseline), best = new LineDraft(baseline, word.Size()));
            best.Words.Add(word);
        }

        return lines;
    }

    private static double Overlap(LineDraft line, Word word, LayoutOptions options)
    {
        var size = word.Size();
        var baseline = ReadingFrame.Baseline(word);
        var height = options.CoreHeight * size;
        var isScript = size < options.ScriptSizeRatio * line.Size && line.IsBeside(word.Frame(), options.ScriptGap * line.Size);

        // An exponent may reach the height of capitals and an index the depth of descenders.
        var top = line.Baseline - (isScript ? 0.85 : options.CoreHeight) * line.Size;
        var bottom = line.Baseline + (isScript ? 0.3 : 0) * line.Size;
        return (Math.Min(bottom, baseline) - Math.Max(top, baseline - height)) / height;
    }

    private static int FirstFrom(List<LineDraft> lines, double baseline)
    {
        var (low, high) = (0, lines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (lines[middle].Baseline < baseline)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private sealed record LineDraft(double Baseline, double Size)
    {
        public List<Word> Words { get; } = [];

        public bool IsBeside(Box box, double gap) => Words.Exists(word =>
        {
            var other = word.Frame();
            return box.Left - other.Right <= gap && other.Left - box.Right <= gap;
        });
    }
}
