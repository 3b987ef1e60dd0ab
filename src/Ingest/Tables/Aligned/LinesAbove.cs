namespace Ingest.Tables.Aligned;

/// <summary>Which lines above a run, without its columns, are its header: labels over several columns, what rules draw in.</summary>
internal sealed class LinesAbove(PageLines lines)
{
    // Most words of one line of a label.
    private const int LongestLabel = 3;

    /// <summary>The first line of the header above the run; the first of the run when there is none.</summary>
    /// <param name="from">First line of the run.</param>
    /// <param name="last">Its last line.</param>
    /// <param name="free">First line that no run before it has.</param>
    public int First(int from, int last, int free)
    {
        var box = lines.Bounds(from, last);
        var best = from;
        for (var i = from - 1; i >= free && from - i <= lines.Options.MaxHeaderLines; i--)
        {
            var line = lines[i];
            if (lines.IsProse(line) || LineSigns.IsCaption(line, lines.Options) || lines.IsFar(line, lines[i + 1]))
                break;
            var isInside = line.Box.Left >= box.Left - line.Size && line.Box.Right <= box.Right + line.Size;
            if (!isInside)
                break;
            var hasRuleAbove = lines.Covering(box, i - 1, i).Any();
            if (OpensCentredCell(i) || (!hasRuleAbove && char.IsLower(line.Chunks[0].Text.FirstOrDefault()) && !LineSigns.IsTabular(line) && IsProseAbove(i, from, last)) || (!hasRuleAbove && line.Size > lines.Options.HeadingSize * lines[from].Size))
                break;
            var hasRuleBelow = lines.Covering(box, i, i + 1).Any();
            if (hasRuleBelow && !hasRuleAbove && !LineSigns.IsTabular(line))
            {
                // Below it the table begins with a rule: the line may be the title, unless another rule follows above.
                continue;
            }

            if ((hasRuleAbove && !IsTitleInside(line, from, last)) || (best == i + 1 && IsOverData(line, lines[i + 1], from, last)))
                best = i;
        }

        return best;
    }

    // The line goes on from one above it that is no part of the run: the rest of an item of a list, of a paragraph. A word or three
    // over the figures are a label.
    private bool IsProseAbove(int i, int from, int last) => i > 0 && lines[i].Baseline - lines[i - 1].Baseline <= 1.5 * lines[i].Size
        && lines[i - 1].Chunks.Any(chunk => Math.Abs(chunk.Box.Left - lines[i].Box.Left) < 1)
        && !(lines[i - 1].WordCount <= LongestLabel && IsOverData(lines[i - 1], lines[i], from, last));

    // First of three lines of one text at one step, the second beside other cells: a row whose cells are centred. The lines of a label
    // of the header stand so as well, but have no figures.
    private bool OpensCentredCell(int i)
    {
        if (i + 2 >= lines.Count || lines[i].Chunks.Length > 1 || !lines[i].Chunks[0].Text.Any(char.IsDigit))
            return false;
        var (left, step) = (lines[i].Box.Left, lines[i + 1].Baseline - lines[i].Baseline);
        bool HasBelow(ChunkLine line) => line.Chunks.Any(chunk => Math.Abs(chunk.Box.Left - left) < 1);
        return HasBelow(lines[i + 1]) && HasBelow(lines[i + 2]) && LineSigns.IsTabular(lines[i + 1]) && lines[i + 2].Chunks[0].Box.Left > lines[i + 1].Chunks[0].Box.Left
            && step < 1.5 * lines[i].Size && Math.Abs(lines[i + 2].Baseline - lines[i + 1].Baseline - step) < 0.1 * lines[i].Size && LineSigns.IsBold(lines[i]) == LineSigns.IsBold(lines[i + 1]);
    }

    // A line that opens at the left and runs over columns: the title of the table, inside its frame.
    private bool IsTitleInside(ChunkLine line, int from, int last)
    {
        if (LineSigns.IsTabular(line))
            return false;
        var stub = Enumerable.Range(from, last - from + 1).Where(i => LineSigns.IsTabular(lines[i])).Select(i => lines[i].Chunks[1].Box.Left).Min();
        return line.Box.Left < lines.Bounds(from, last).Left + line.Size && line.Box.Right > stub;
    }

    // Over the columns of figures and not over the first one, closely above the next line.
    private bool IsOverData(ChunkLine line, ChunkLine next, int from, int last)
    {
        var left = lines.Bounds(from, last).Left;
        var stub = Enumerable.Range(from, last - from + 1).Where(i => LineSigns.IsTabular(lines[i]) && lines[i].Chunks[0].Box.Left < left + (line.Size / 2)).Select(i => lines[i].Chunks[0].Box.Right).DefaultIfEmpty(left).Max();
        var isCentred = line.Chunks.Length == 1 && Math.Abs(line.Box.CenterX - lines.Bounds(from, last).CenterX) < line.Size;
        var isFlush = Enumerable.Range(from, Math.Min(6, last - from + 1)).SelectMany(i => lines[i].Chunks.Skip(1)).Any(chunk => Math.Abs(chunk.Box.Left - line.Box.Left) < 2);
        if (isCentred && !isFlush)
            return LooksLikeTitle(line, from, last);
        return next.Baseline - line.Baseline <= 2 * line.Size && line.Box.Left > Math.Min(stub, lines.Bounds(from, last).CenterX) - line.Size;
    }

    // Centred and set like a title between the rows below: it is the first of them.
    private bool LooksLikeTitle(ChunkLine line, int from, int last) => Enumerable.Range(from, last - from + 1).Select(i => lines[i])
        .Any(other => other.Chunks.Length == 1 && Math.Abs(other.Box.CenterX - line.Box.CenterX) < line.Size && other.Size == line.Size && LineSigns.IsBold(other) == LineSigns.IsBold(line) && other.Chunks[0].Words[0].Font == line.Chunks[0].Words[0].Font);
}
