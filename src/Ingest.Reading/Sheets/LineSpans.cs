using System.Collections.Immutable;

namespace Ingest.Reading.Sheets;

/// <summary>A run of rows or columns, both ends included, counted from 0.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal readonly record struct LineSpan(int First, int Last);

/// <summary>Rows or columns of a sheet, as runs that neither touch nor overlap: those that are not shown.</summary>
internal sealed class LineSpans
{
    private readonly ImmutableArray<LineSpan> _spans;

    // How many lines stand in the spans before each of them.
    private readonly ImmutableArray<int> _before;

    /// <summary>The runs in any order; those that touch become one.</summary>
    public LineSpans(IEnumerable<LineSpan> spans)
    {
        var merged = new List<LineSpan>();
        foreach (var span in spans.Where(span => span.Last >= span.First).OrderBy(span => span.First))
        {
            if (merged.Count > 0 && span.First <= merged[^1].Last + 1)
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, span.Last) };
            else
                merged.Add(span);
        }

        var before = ImmutableArray.CreateBuilder<int>(merged.Count);
        var count = 0;
        foreach (var span in merged)
        {
            before.Add(count);
            count += span.Last - span.First + 1;
        }

        (_spans, _before) = ([.. merged], before.ToImmutable());
    }

    /// <summary>No line at all.</summary>
    public static LineSpans None { get; } = new([]);

    /// <summary>Whether the line is one of them.</summary>
    public bool Contains(int line) => At(line) is var at and >= 0 && line <= _spans[at].Last;

    /// <summary>The run that holds the line.</summary>
    public LineSpan? Around(int line) => Contains(line) ? _spans[At(line)] : null;

    /// <summary>How many lines before the given one are not among them: its place once they are gone.</summary>
    public int Rank(int line) =>
        At(line) is var at and >= 0 ? line - _before[at] - Math.Min(line - _spans[at].First, _spans[at].Last - _spans[at].First + 1) : line;

    // The last run that begins at or before the line, -1 where there is none.
    private int At(int line)
    {
        var (low, high) = (0, _spans.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_spans[middle].First <= line)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }
}
