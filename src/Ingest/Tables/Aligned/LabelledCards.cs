using System.Collections.Immutable;

namespace Ingest.Tables.Aligned;

/// <summary>
/// Cards one below the other, as pages of the web have them: a title and perhaps a sentence, and below, set in, the same labels beside their
/// values (« Porteur | CCAS », « Coût | 61 800 € »). They are as many tables, and what stands further out between them is text.
/// </summary>
internal static class LabelledCards
{
    // Labels that come again, each at least twice, show that the lines are cards and no rows of one table.
    private const int LeastLabels = 2;

    // Em by which a title stands out.
    private const double Outdent = 0.4;

    /// <summary>The lines of each card, where a run of lines is several; the run itself where it is not.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="first">The first line of the run.</param>
    /// <param name="last">The last line of the run.</param>
    public static ImmutableArray<(int First, int Last)> Part(PageLines lines, int first, int last)
    {
        var run = Enumerable.Range(first, last - first + 1).ToList();
        var tabular = run.Where(i => LineSigns.IsTabular(lines[i])).ToList();
        var pairs = tabular.Where(i => lines[i].Chunks.Length == 2).ToList();
        // Figures below one another are the plan of an action, whose lines are read with its title.
        if (pairs.Count < tabular.Count || pairs.Count == 0 || pairs.Count(i => lines[i].Chunks[1].IsValue) * 2 > pairs.Count)
            return [(first, last)];
        var left = pairs.Min(i => lines[i].Chunks[0].Box.Left);
        var titles = run.Where(i => lines[i].Chunks.Length == 1 && lines[i].Box.Left < left - (Outdent * lines[i].Size)).ToHashSet();
        var known = Enumerable.Range(0, lines.Count).Where(i => lines[i].Chunks.Length == 2).Select(i => lines[i].Chunks[0].Text).CountBy(text => text, StringComparer.Ordinal).Where(label => label.Value > 1).Select(label => label.Key).ToHashSet(StringComparer.Ordinal);
        var labels = pairs.Select(i => lines[i].Chunks[0].Text).Distinct(StringComparer.Ordinal).Count(known.Contains);
        if (titles.Count == 0 || labels < LeastLabels)
            return [(first, last)];
        var cards = ImmutableArray.CreateBuilder<(int First, int Last)>();
        for (var i = first; i <= last; i++)
        {
            if (titles.Contains(i))
                continue;
            var from = i;
            while (i < last && !titles.Contains(i + 1))
                i++;
            if (i > from)
                cards.Add((from, i == last ? WithRest(lines, i, pairs.Min(line => lines[line].Chunks[1].Box.Left)) : i));
        }

        return cards.ToImmutable();
    }

    // The lines below the last label that stand in the column of values go on with its value.
    private static int WithRest(PageLines lines, int last, double left)
    {
        while (last + 1 < lines.Count && lines[last + 1] is { Chunks: [var rest] } next && Math.Abs(rest.Box.Left - left) < SameEdge && next.Baseline - lines[last].Baseline < TextStep * next.Size)
            last++;
        return last;
    }

    // Points.
    private const double SameEdge = 1;

    // Em from line to line of one text.
    private const double TextStep = 1.5;

    /// <summary>For each line of a card the number of its row, from 0: a row begins with each label that opens anew.</summary>
    public static int[] Rows(ImmutableArray<PieceLine> lines)
    {
        var rows = new int[lines.Length];
        for (var i = 1; i < lines.Length; i++)
            rows[i] = rows[i - 1] + (lines[i].At(0) is { } label && !char.IsLower(label.Chunk.Text[0]) ? 1 : 0);
        return rows;
    }
}
