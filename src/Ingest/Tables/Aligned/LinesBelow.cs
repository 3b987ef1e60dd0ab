using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>Which lines below a run are the rest of its last row.</summary>
internal sealed class LinesBelow(PageLines lines)
{
    /// <summary>The last line of the run with the rest of its last row.</summary>
    public int Last(int from, int last)
    {
        var box = lines.Bounds(from, last);
        for (var i = last + 1; i < lines.Count && i <= last + 2; i++)
        {
            if (lines.IsProse(lines[i]) || LineSigns.IsCaption(lines[i], lines.Options) || lines.IsNote(lines[i], from) || lines.IsFar(lines[i - 1], lines[i]) || lines.Covering(box, i - 1, i).Any() || IsTitle(i))
                break;
            if (lines.Covering(box, i, i + 1).Any(rule => rule.Position - lines[i].Baseline < 2 * lines[i].Size) || IsWrapped(i, box) || IsBroken(i, from))
                last = i;
        }

        return last;
    }

    // Larger than the rows, bold and well below them: it opens what follows.
    private bool IsTitle(int index) => lines[index].Chunks.Length == 1 && LineSigns.IsBold(lines[index]) && lines[index].Size > LargerThanRows * lines[index - 1].Size
        && lines[index].Baseline - lines[index - 1].Baseline > WideStep * lines[index - 1].Size;

    private const double LargerThanRows = 1.1;

    // Em of the rows above.
    private const double WideStep = 1.8;

    // All that it has ends figures right above.
    private bool IsBroken(int index, int from)
    {
        if (lines[index].Baseline - lines[index - 1].Baseline > 1.5 * lines[index].Size)
            return false;
        var areGrouped = Enumerable.Range(from, index - from).SelectMany(line => lines[line].Chunks).Any(chunk => WrappedFigures.IsGrouped(chunk.Text));
        bool IsRest(string above, string text) => WrappedFigures.IsRest(above, text) || (areGrouped && WrappedFigures.MayBeRest(above, text));
        return lines[index].Chunks.All(chunk => lines[index - 1].Chunks.Any(above => above.Box.Left < chunk.Box.Right && above.Box.Right > chunk.Box.Left && IsRest(above.Text, chunk.Text)));
    }

    // It opens with a small letter, or goes on from a text that is open, closely below a text that begins at its side.
    private bool IsWrapped(int index, Box box)
    {
        var (line, chunk) = (lines[index], lines[index].Chunks[0]);
        if (line.Chunks.Length > 1 || chunk.Box.Left < box.Left - 1 || chunk.Box.Right > box.Right + 1)
            return false;
        var isSmall = char.IsLower(chunk.Text.FirstOrDefault()) || chunk.Text.FirstOrDefault() == '(';
        return Enumerable.Range(Math.Max(0, index - 3), Math.Min(3, index)).Select(i => lines[i])
            .Any(above => line.Baseline - above.Baseline <= 1.5 * line.Size
                && above.Chunks.Any(other => Math.Abs(other.Box.Left - chunk.Box.Left) <= line.Size / 2 && (isSmall || (other.Text.Length > 0 && OpenText.GoesOn(other.Text, lines.Options)))));
    }
}
