using Ingest.Layout;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>The lines of a page, or of a part of it, with the rules between them.</summary>
internal sealed class PageLines
{
    private readonly IReadOnlyList<ChunkLine> _lines;
    private readonly List<Edge> _rules;
    private readonly Box _text;

    /// <summary>Reads them once.</summary>
    /// <param name="lines">Upright lines from top to bottom, at least one.</param>
    /// <param name="edges">The edges of the page.</param>
    /// <param name="options">Thresholds.</param>
    public PageLines(IReadOnlyList<ChunkLine> lines, IEnumerable<Edge> edges, AlignmentOptions options)
    {
        (_lines, Options) = (lines, options);
        _rules = [.. edges.Where(edge => edge.IsHorizontal).OrderBy(edge => edge.Position)];
        _text = lines.Select(line => line.Box).Aggregate((one, other) => one.Union(other));
    }

    /// <summary>Thresholds.</summary>
    public AlignmentOptions Options { get; }

    /// <summary>Number of lines.</summary>
    public int Count => _lines.Count;

    /// <summary>A line, from the top.</summary>
    public ChunkLine this[int index] => _lines[index];

    /// <summary>Whether the step between two lines is wider than any inside a table.</summary>
    public bool IsFar(ChunkLine one, ChunkLine other) =>
        other.Baseline - one.Baseline > Options.MaxStep * Math.Max(one.Size, other.Size);

    /// <summary>A line that runs over most of the width, or the lines of two or three columns of prose side by side.</summary>
    public bool IsProse(ChunkLine line) => line.Chunks.Length is 2 or 3
        ? line.Chunks.All(chunk => chunk.Words.Length >= Options.ProseWords - 1) && line.Chunks.Sum(chunk => chunk.Box.Width) >= Options.ProseWidth * _text.Width
        : line.Chunks.Length == 1 && line.WordCount >= Options.ProseWords
        && line.Box.Width >= Options.ProseWidth * _text.Width;

    /// <summary>Whether it is small print below the table that begins with the given line, or opens with the call of a note.</summary>
    public bool IsNote(ChunkLine line, int from) => (line.Chunks.Length == 1 && line.Size < Options.NoteSize * this[from].Size && !IsInSmallColumn(line, from))
        || (line.Chunks.Length <= 2 && line.WordCount > 2 && LineSigns.OpensNote(line));

    // A column may be set smaller than the others: what stands below its texts, in their size, is one of them.
    private bool IsInSmallColumn(ChunkLine line, int from)
    {
        for (var i = from; i < Count && this[i].Baseline < line.Baseline; i++)
        {
            // A note begins at the table's edge.
            if (line.Box.Left - this[i].Box.Left > line.Size && this[i].Chunks.Skip(1).Any(chunk => Math.Abs(chunk.Box.Left - line.Box.Left) < SameEdge && Math.Abs(chunk.Words[0].Font.Size - line.Size) < SameSize))
                return true;
        }

        return false;
    }

    // Points.
    private const double SameEdge = 1.5;

    private const double SameSize = 0.3;

    /// <summary>What the lines of the run that show columns leave white.</summary>
    public WhiteStripes White(int from, int last)
    {
        var white = new WhiteStripes();
        foreach (var line in Enumerable.Range(from, last - from + 1).Select(i => this[i]).Where(LineSigns.IsTabular))
        {
            if (white.Admits(line, Options))
                white.Subtract(line, Options);
        }

        return white;
    }

    /// <summary>Box of the lines of the run that show columns.</summary>
    public Box Bounds(int from, int last) => Enumerable.Range(from, last - from + 1).Where(i => LineSigns.IsTabular(this[i]))
        .Select(i => this[i].Box).Aggregate((one, other) => one.Union(other));

    /// <summary>The rules between two lines that run over most of the box's width; pieces on one height count together.</summary>
    public IEnumerable<Edge> Covering(Box box, int above, int below)
    {
        var top = above < 0 ? double.NegativeInfinity : this[above].Baseline - (this[above].Size / 4);
        var bottom = below >= Count ? double.PositiveInfinity : this[below].Baseline - (this[below].Size / 4);
        return _rules.Where(rule => rule.Position > top && rule.Position <= bottom)
            .GroupBy(rule => rule.Position)
            .Where(group => group.Sum(rule => Math.Max(0, Math.Min(rule.End, box.Right) - Math.Max(rule.Start, box.Left))) >= Options.ProseWidth * box.Width)
            .Select(group => group.First());
    }
}
