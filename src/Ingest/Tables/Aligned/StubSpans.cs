using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>A label of the first column that stands at the middle of the rows it is for.</summary>
/// <param name="Pieces">Its lines.</param>
/// <param name="From">First of its rows, counted from the first below the header.</param>
/// <param name="To">Last of its rows.</param>
internal sealed record StubLabel(ImmutableArray<Piece> Pieces, int From, int To);

/// <summary>
/// Labels of the first column merged over several rows and set at their middle: « Emploi » beside the second of three rows, or
/// between the first and the second of two. They are found when all rows can be shared out so that each label is in the middle
/// of its share, and top-aligned labels could not stand so.
/// </summary>
internal static class StubSpans
{
    /// <summary>The lines without what the first column has below the header, numbered anew; null when too little remains.</summary>
    public static ImmutableArray<PieceLine>? WithoutStub(ImmutableArray<PieceLine> lines, int headerLines)
    {
        var body = lines.Skip(headerLines).ToList();
        var labelled = body.Count(line => line.At(0) is not null);
        if (labelled < 2 || labelled * 2 > body.Count + 1 || body.Exists(line => line.Pieces.Any(piece => piece is { First: 0, IsSpanning: true })))
            return null;
        var rest = lines.Select((line, index) => index < headerLines ? line : line with { Pieces = [.. line.Pieces.Where(piece => piece.First > 0)] })
            .Where(line => !line.Pieces.IsEmpty).ToList();
        return rest.Count - headerLines < 3 ? null : [.. rest.Select((line, index) => line with { Index = index, Pieces = [.. line.Pieces.Select(piece => piece with { Line = index })] })];
    }

    /// <summary>The labels with their rows, or null when they do not stand at the middle of rows.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="rest">The lines without the first column.</param>
    /// <param name="rows">For each of these the number of its row.</param>
    /// <param name="headerLines">How many first lines are the header.</param>
    public static ImmutableArray<StubLabel>? Find(ImmutableArray<PieceLine> lines, ImmutableArray<PieceLine> rest, int[] rows, int headerLines)
    {
        var size = lines[headerLines].Size;
        var extents = rest.Skip(headerLines).GroupBy(line => rows[line.Index]).OrderBy(row => row.Key).Select(row => (Top: row.Min(line => line.Top), Bottom: row.Max(line => line.Bottom))).ToList();
        var labels = Labels(lines, headerLines);

        // Lines of a label that open with capitals beside other cells are labels of these rows.
        if (labels.Exists(label => label.Count(piece => char.IsUpper(piece.Chunk.Text[0]) && lines[piece.Line].Pieces.Length > 1) > 1))
            return null;
        var found = ImmutableArray.CreateBuilder<StubLabel>();
        var isBetween = Middle(labels[0]) > extents[0].Bottom;
        var from = 0;
        foreach (var label in labels)
        {
            var middle = Middle(label);
            var to = Enumerable.Range(from, extents.Count - from).FirstOrDefault(row => Math.Abs(((extents[from].Top + extents[row].Bottom) / 2) - middle) <= 0.4 * size, -1);
            if (to < 0)
                return null;
            isBetween |= !extents.Exists(row => middle > row.Top && middle < row.Bottom);
            found.Add(new StubLabel(label, from, to));
            from = to + 1;
        }

        return isBetween && from == extents.Count ? found.ToImmutable() : null;
    }

    /// <summary>The grid with the labels over their rows.</summary>
    public static FilledGrid Place(FilledGrid filled, IReadOnlyCollection<StubLabel> labels)
    {
        var first = filled.HeaderRows;
        var cells = filled.Grid.Cells.Zip(filled.Words).Where(cell => cell.First.Column > 0 || cell.First.Row < first)
            .Concat(labels.Select(label => (new GridCell(first + label.From, 0, label.To - label.From + 1, 1), (ImmutableArray<Word>)[.. label.Pieces.SelectMany(piece => piece.Chunk.Words)])))
            .OrderBy(cell => cell.Item1.Row).ThenBy(cell => cell.Item1.Column).ToList();
        return filled with { Grid = filled.Grid with { Cells = [.. cells.Select(cell => cell.Item1)] }, Words = [.. cells.Select(cell => cell.Item2)] };
    }

    // Lines of the first column that follow each other at the step of a text.
    private static List<ImmutableArray<Piece>> Labels(ImmutableArray<PieceLine> lines, int headerLines)
    {
        var labels = new List<ImmutableArray<Piece>>();
        var last = double.NegativeInfinity;
        foreach (var line in lines.Skip(headerLines))
        {
            if (line.At(0) is not { } piece)
                continue;
            if (line.Baseline - last <= 1.4 * line.Size)
                labels[^1] = labels[^1].Add(piece);
            else
                labels.Add([piece]);
            last = line.Baseline;
        }

        return labels;
    }

    private static double Middle(ImmutableArray<Piece> label)
    {
        Box box = label.Select(piece => piece.Box).Aggregate((one, other) => one.Union(other));
        return box.CenterY;
    }
}
