namespace Ingest.Tables.Aligned;

/// <summary>Where in a run of lines the header of another table stands.</summary>
internal sealed class NextTable(PageLines lines)
{
    /// <summary>The last line before the labels of the first line come again, or a title and bold labels below plain rows, or lines in other columns: another table begins.</summary>
    public int Before(int from, int last)
    {
        for (var i = from + 2; i <= last; i++)
        {
            if (!LineSigns.IsTabular(lines[i]) || !(RepeatsHeader(from, i) || OpensHeader(from, i) || OpensOtherColumns(from, i)))
                continue;
            var end = i - 1;
            while (end > from && !LineSigns.IsTabular(lines[end]))
                end--;
            return end;
        }

        return last;
    }

    private bool RepeatsHeader(int from, int line) => lines[line].Chunks.Length == lines[from].Chunks.Length && !LineSigns.HasFigures(lines[line]) && LineSigns.Letters(lines[line]) == LineSigns.Letters(lines[from]);

    private bool OpensHeader(int from, int line)
    {
        var hasTitle = !LineSigns.IsTabular(lines[line - 1]);
        if (!(hasTitle || IsWideStep(from, line)) || !IsLabels(line) || !Enumerable.Range(from, line - from).Any(i => LineSigns.IsTabular(lines[i]) && (!LineSigns.IsBold(lines[i]) || LineSigns.HasFigures(lines[i]))))
            return false;

        // Two labels head a table where its title stands apart and the rows below have no more.
        var next = line + 1;
        while (next < lines.Count && next <= line + lines.Options.MaxHeaderLines && IsLabels(next))
            next++;
        return next < lines.Count && !LineSigns.IsBold(lines[next])
            && (lines[line].Chunks.Length > 2 || (hasTitle && IsWideStep(from, line - 1) && lines[line].Chunks.Length == 2 && lines[next].Chunks.Length == 2 && lines[from].Chunks.Length > 2));
    }

    // A title well below the rows, and under it lines whose columns part where the rows above run through: labels and values below a budget.
    private bool OpensOtherColumns(int from, int line)
    {
        if (LineSigns.IsTabular(lines[line - 1]) || lines[line - 1].Chunks.Length > 1 || line - 1 <= from + 1 || !(LineSigns.IsBold(lines[line - 1]) || lines[line - 1].Size > lines[from].Size) || !IsWideStep(from, line - 1) || line + 1 >= lines.Count)
            return false;
        var rows = Enumerable.Range(from, line - 1 - from).Where(i => LineSigns.IsTabular(lines[i])).ToList();
        bool IsParted(int below) => LineSigns.IsTabular(lines[below]) && lines[below].Chunks is [var label, var value, ..]
            && rows.Count(i => lines[i].Chunks.Any(chunk => chunk.Box.Left < label.Box.Right && chunk.Box.Right > value.Box.Left)) * 2 > rows.Count;
        return rows.Count > 2 && IsParted(line) && IsParted(line + 1);
    }

    private bool IsLabels(int line) => LineSigns.IsBold(lines[line]) && !LineSigns.HasFigures(lines[line]);

    private bool IsWideStep(int from, int line)
    {
        // The last twenty steps tell the pace as well as all of a long table.
        var first = Math.Max(from + 1, line - 20);
        var steps = Enumerable.Range(first, line - first + 1).Select(i => lines[i].Baseline - lines[i - 1].Baseline).ToList();
        return steps[^1] > 1.4 * steps.Order().ElementAt((steps.Count - 1) / 2);
    }
}
