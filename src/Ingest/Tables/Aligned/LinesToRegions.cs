using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>Lines of one page that may be one table.</summary>
/// <param name="Lines">The lines from top to bottom.</param>
/// <param name="HeaderLines">How many first lines show no columns and were taken in as a header.</param>
internal sealed record AlignedRegion(ImmutableArray<ChunkLine> Lines, int HeaderLines)
{
    /// <summary>Whether the lines are one of several cards: labels beside their values, without a header.</summary>
    public bool IsCard { get; init; }

    /// <summary>The lying rules that part all its rows, from that above the header on; empty where rules do not tell the rows.</summary>
    public ImmutableArray<Rung> Rungs { get; init; } = [];

    /// <summary>Box of all lines.</summary>
    public Box Box { get; } = Lines.Select(line => line.Box).Aggregate((one, other) => one.Union(other));
}

/// <summary>
/// Lines → runs of lines that leave at least one common gutter white. Lines that show no columns (wrapped cells, section titles)
/// stand inside a run as long as columns go on behind them; prose and captions end it. Rules over the width of the run draw
/// the lines between it and the rule in.
/// </summary>
internal sealed class LinesToRegions
{
    private readonly PageLines _lines;
    private readonly bool _isWhole;

    private LinesToRegions(PageLines lines, bool isWhole) => (_lines, _isWhole) = (lines, isWhole);

    /// <summary>The regions from top to bottom; they share no line.</summary>
    /// <param name="lines">Upright lines from top to bottom.</param>
    /// <param name="edges">The edges of the page.</param>
    /// <param name="isWhole">Whether the lines are all of the page: then the first and last may be the rest of a row that a page break cut.</param>
    /// <param name="options">Thresholds.</param>
    public static ImmutableArray<AlignedRegion> Find(IReadOnlyList<ChunkLine> lines, IEnumerable<Edge> edges, bool isWhole, AlignmentOptions options) =>
        lines.Count == 0 ? [] : new LinesToRegions(new PageLines(lines, edges, options), isWhole).Find();

    private ImmutableArray<AlignedRegion> Find()
    {
        var (above, below, next, cut) = (new LinesAbove(_lines), new LinesBelow(_lines), new NextTable(_lines), new RowsCutByPage(_lines));
        var regions = ImmutableArray.CreateBuilder<AlignedRegion>();
        var free = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (!LineSigns.IsTabular(_lines[i]) || _lines.IsProse(_lines[i]) || LineSigns.IsCaption(_lines[i], _lines.Options))
                continue;
            var last = next.Before(i, Grow(i));
            if (last == i && !IsBracketed(i) && !IsRowAtTop(i))
                continue;
            var first = above.First(i, last, free);
            last = below.Last(i, last);
            var top = _isWhole ? cut.Top(i, last, first) : first;
            last = _isWhole ? cut.End(i, last) : last;
            var cards = LabelledCards.Part(_lines, top, last);
            if (cards is not [var whole] || whole != (top, last))
                regions.AddRange(cards.Select(card => new AlignedRegion([.. Enumerable.Range(card.First, card.Last - card.First + 1).Select(line => _lines[line])], 0) { IsCard = true }));
            else
                regions.Add(new AlignedRegion([.. Enumerable.Range(top, last - top + 1).Select(line => _lines[line])], top < first ? 0 : i - first));
            last = Math.Max(last, cards.Select(card => card.Last).DefaultIfEmpty(last).Max());
            (free, i) = (last + 1, last);
        }

        return regions.ToImmutable();
    }

    // The last line of the run that begins with the given one.
    private int Grow(int from)
    {
        var white = new WhiteStripes();
        white.Subtract(_lines[from], _lines.Options);
        var (last, plain) = (from, 0);
        for (var i = from + 1; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if ((_lines.IsFar(_lines[i - 1], line) || _lines.IsNote(line, from)) && Resumes(from, last, i, white) is { } again)
            {
                white.Subtract(_lines[again], _lines.Options);
                (last, plain, i) = (again, 0, again);
                continue;
            }

            if (_lines.IsFar(_lines[i - 1], line) || LineSigns.IsCaption(line, _lines.Options) || _lines.IsNote(line, from) || (_lines.IsProse(line) && !IsTitle(i) && !white.Leaves(line, _lines.Options)))
                break;
            if (LineSigns.IsTabular(line) && white.Admits(line, _lines.Options))
            {
                white.Subtract(line, _lines.Options);
                (last, plain) = (i, 0);
            }
            else if (!LineSigns.IsTabular(line) && white.Leaves(line, _lines.Options))
            {
                white.Subtract(line, _lines.Options);
                if (i - last > _lines.Options.MaxCellLines)
                    break;
            }
            else if (++plain > _lines.Options.MaxPlainLines)
            {
                // A line inside one column is the rest of a cell; one across columns is a section title or the end.
                break;
            }
        }

        return last;
    }

    // Rows in the very columns of those above, behind a space and perhaps the title of their group, go on with the table.
    private int? Resumes(int from, int last, int far, WhiteStripes white)
    {
        var isTitled = !LineSigns.IsTabular(_lines[far]);
        var again = isTitled ? far + 1 : far;
        if (again >= _lines.Count || (isTitled && (_lines[far].Chunks.Length > 1 || _lines.IsProse(_lines[far]) || LineSigns.IsCaption(_lines[far], _lines.Options) || _lines.IsFar(_lines[far], _lines[again])
            || Math.Abs(_lines[far].Box.Left - _lines.Bounds(from, last).Left) > _lines[far].Size)))
            return null;
        var row = _lines[again];
        if (_lines[far].Baseline - _lines[far - 1].Baseline > _lines.Options.GroupStep * _lines[far].Size || !LineSigns.IsTabular(row) || !white.Admits(row, _lines.Options))
            return null;
        var before = Enumerable.Range(from, last - from + 1).Select(index => _lines[index]).Where(LineSigns.IsTabular).ToList();
        var own = row.Chunks.Where(chunk => chunk.IsValue).ToList();
        bool IsInColumn(Chunk chunk) => before.Exists(line => line.Chunks.Count(other => other.Box.Left < chunk.Box.Right && other.Box.Right > chunk.Box.Left) == 1
            && line.Chunks.Any(other => Math.Abs(other.Box.Right - chunk.Box.Right) < _lines.Options.ColumnShift || Math.Abs(other.Box.Left - chunk.Box.Left) < _lines.Options.ColumnShift));
        return own.Count >= _lines.Options.LeastResumed && own.TrueForAll(IsInColumn) ? again : null;
    }

    // A long line alone between two lines with columns, at their pace, is the title of the rows below.
    private bool IsTitle(int i) => _lines[i].Chunks[^1].Text[^1] is not ('.' or ';' or ',') && i > 0 && i + 1 < _lines.Count && LineSigns.IsTabular(_lines[i - 1]) && LineSigns.IsTabular(_lines[i + 1])
        && Math.Max(_lines[i].Baseline - _lines[i - 1].Baseline, _lines[i + 1].Baseline - _lines[i].Baseline) <= 2 * _lines[i].Size;

    // A single line of figures at the page's top: it may be the last row of a table on the page before.
    private bool IsRowAtTop(int line) => _isWhole && line == 0 && _lines[line].Chunks.Count(chunk => chunk.IsValue) > 1;

    // A single line between two rules of its width: the one row that a table has beside its header.
    private bool IsBracketed(int line) => _lines.Covering(_lines[line].Box, line - 1, line).Any() && _lines.Covering(_lines[line].Box, line, line + 1).Any();
}
