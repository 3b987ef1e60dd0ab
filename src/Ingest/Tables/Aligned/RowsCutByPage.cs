namespace Ingest.Tables.Aligned;

/// <summary>The rest of a row that the page break cut: lines inside the columns from the page's top, or down to its end.</summary>
internal sealed class RowsCutByPage(PageLines lines)
{
    /// <summary>The first line of the page when all lines above the run are inside its columns; else the given one.</summary>
    /// <param name="from">First line of the run.</param>
    /// <param name="last">Its last line.</param>
    /// <param name="first">First line of its header.</param>
    public int Top(int from, int last, int first)
    {
        var white = lines.White(from, last);
        return Enumerable.Range(0, first).All(i => IsInsideCell(i, from, last, white) || (i > 0 && i == first - 1 && IsRestOfCell(first, from, last, white))) ? 0 : first;
    }

    // The last line of the rest stands at the step between rows from the first of these: it is the rest of a cell when it opens in small letters.
    private bool IsRestOfCell(int first, int from, int last, WhiteStripes white) => first <= lines.Options.MaxCellLines && white.Leaves(lines[first - 1], lines.Options) && char.IsLower(lines[0].Chunks[0].Text[0])
        && lines[first - 1].Baseline - lines[first - 2].Baseline <= TextStep(from, last) * lines[0].Size && !lines.IsFar(lines[first - 1], lines[first]) && lines[first - 1].Size == lines[from].Size;

    /// <summary>The last line of the page when all lines below the run are inside its columns; else its own last.</summary>
    public int End(int from, int last)
    {
        var white = lines.White(from, last);
        return Enumerable.Range(last + 1, lines.Count - last - 1).All(i => IsInsideCell(i, from, last, white)) ? lines.Count - 1 : last;
    }

    private bool IsInsideCell(int line, int from, int last, WhiteStripes white) => white.Leaves(lines[line], lines.Options) && lines[line].Size == lines[from].Size
        && !LineSigns.IsCaption(lines[line], lines.Options) && !lines.IsNote(lines[line], from)
        && (line == 0 || line < from || lines[line].Baseline - lines[line - 1].Baseline <= TextStep(from, last) * lines[line].Size)
        && (line > from || lines[line + 1].Baseline - lines[line].Baseline <= TextStep(from, last) * lines[line].Size);

    // The step from line to line in em that is still one of a text: where lines are set wide, theirs.
    private double TextStep(int from, int last)
    {
        var steps = Enumerable.Range(from + 1, last - from).Select(i => (lines[i].Baseline - lines[i - 1].Baseline) / lines[i].Size).Order().ToList();
        return steps.Count < 8 ? 1.5 : Math.Max(1.5, 1.05 * steps[steps.Count / 4]);
    }
}
