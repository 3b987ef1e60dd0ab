using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>Weighs what tells tables from prose in columns, tables of contents, lists and forms.</summary>
internal static class CandidateScore
{
    /// <summary>The score of a table found by alignment.</summary>
    public static TableScore Of(AlignedTable table, ImmutableArray<Edge> edges, ImmutableArray<FilledArea> shades, PageDrawings drawings, AlignmentOptions options)
    {
        var reasons = ImmutableArray.CreateBuilder<ScoreReason>();
        void Add(string name, double weight)
        {
            if (Math.Abs(weight) > 0.001)
                reasons.Add(new ScoreReason(name, weight));
        }

        var pieces = table.Lines.SelectMany(line => line.Pieces).ToList();
        var body = table.Lines.Where(line => table.Rows[line.Index] >= table.HeaderRows).ToList();
        var (grid, box) = (table.Filled.Grid, table.Filled.Grid.Box);
        var rowCount = grid.RowCount;
        var columnCount = table.Columns.Count;
        Add("prior", -1);
        Add("rows", options.RowWeights[Math.Min(rowCount, options.RowWeights.Length) - 1]);
        Add("columns", Math.Min(1.5, 0.6 * (columnCount - 2)));
        var places = table.Filled.Grid.RowCount * columnCount;
        var filled = table.Filled.Grid.Cells.Zip(table.Filled.Words).Where(cell => !cell.Second.IsEmpty).Sum(cell => cell.First.ColumnSpan);
        Add("filled", 2 * (((double)filled / places) - 0.5));
        var bodyPieces = body.SelectMany(line => line.Pieces).Where(piece => piece.First > 0).ToList();
        var hasFigures = bodyPieces.Exists(piece => piece.Chunk.IsValue && !ValueText.AreYears(piece.Chunk.Text));
        var values = hasFigures ? (double)bodyPieces.Count(piece => piece.Chunk.IsValue) / bodyPieces.Count : 0;
        Add("figures", 2 * values);
        Add("alignment", 4 * (ColumnAgreement.Alignment(table, body) - 0.8));
        Add("mixed", -5 * Math.Max(0, 0.9 - ColumnAgreement.Purity(table, body)));
        Add("header", table.HeaderRows is > 0 and < 5 && table.HeaderRows < rowCount ? 0.5 : 0);
        Add("rules", Rules(table, edges));
        Add("prose", -LookAlikes.Prose(table));
        Add("spanning", -2 * Math.Max(0, ((double)pieces.Count(piece => piece.IsSpanning) / Math.Max(1, rowCount)) - 0.34));
        if (columnCount == 2 && values < 0.1 && table.HeaderRows == 0 && table.Separators.IsEmpty)
            Add("bare", -2.5);
        if (rowCount == 2 && values < 0.1 && table.Separators.Length < 2)
            Add("bare", -1.5);
        if (values < 0.1 && table.Separators.IsEmpty && LookAlikes.AreBlocks(table))
            Add("blocks", -4);
        Add("axis", -1.5 * table.Lines.Count(line => LookAlikes.IsAxis(line)) / Math.Max(1, rowCount / 3.0));
        if (LookAlikes.HasScale(table))
            Add("scale", -5);
        Add("drawing", -1.5 * Math.Min(3, Drawings.Count(grid, shades, [.. table.Filled.Words.SelectMany(words => words)])) - (drawings.Charts.Any(chart => chart.Overlaps(box)) ? 6 : 0));
        Add("form", -5 * Math.Max(0, ((double)pieces.Count(LookAlikes.IsFormLabel) / pieces.Count) - 0.25));
        Recognition(table, drawings, options, Add);
        if (AreApart(drawings.Frames, box))
            Add("frames", -6);
        if (Drawings.AreRagged(box, shades))
            Add("ragged", -6);
        if (Drawings.Bars(box, shades, [.. table.Filled.Words.SelectMany(words => words)]) > 2)
            Add("bars", -7);
        if (Drawings.Swatches(table.Lines, shades) is > 1 and var swatches && swatches * 2 >= table.Lines.Length)
            Add("legend", -6);
        if (LookAlikes.IsContents(table))
            Add("contents", -6);
        if (LookAlikes.IsIndex(pieces))
            Add("index", -5);
        if (LookAlikes.IsList(table))
            Add("list", -4);
        return new TableScore(1 / (1 + Math.Exp(-reasons.Sum(reason => reason.Weight))), reasons.ToImmutable());
    }

    // Recognition makes letters out of maps and charts, and reads the figures of charts well; a page that has text of its own
    // shows these more often than tables.
    private static void Recognition(AlignedTable table, PageDrawings drawings, AlignmentOptions options, Action<string, double> add)
    {
        var words = table.Filled.Words.SelectMany(words => words).ToList();
        add("trust", -options.TrustWeight * Math.Max(0, options.LeastTrust - words.Average(word => word.Confidence)));
        if (drawings.HasOwnText && words.TrueForAll(word => word.Origin == Origin.Ocr))
            add("picture", -options.PictureWeight);
    }

    // Two frames beside each other hold its words: they are two texts.
    private static bool AreApart(ImmutableArray<Box> frames, Box box)
    {
        var inside = frames.Where(frame => frame.Overlaps(box) && frame.Width < 0.8 * box.Width && Math.Min(frame.Bottom, box.Bottom) - Math.Max(frame.Top, box.Top) > 0.6 * box.Height).ToList();
        return inside.Exists(frame => inside.Exists(other => other.Left > frame.Right));
    }

    private static double Rules(AlignedTable table, ImmutableArray<Edge> edges)
    {
        var box = table.Filled.Grid.Box;
        var inside = table.Separators.Length;
        var around = edges.Where(edge => edge.IsHorizontal && Math.Min(edge.End, box.Right) - Math.Max(edge.Start, box.Left) > 0.8 * box.Width
            && edge.Length < 1.3 * box.Width
            && (Math.Abs(edge.Position - box.Top) < 12 || Math.Abs(edge.Position - box.Bottom) < 12)).Select(edge => edge.Position < box.CenterY).Distinct().Count();
        return Math.Min(2, (0.75 * around) + (0.4 * inside));
    }
}
