using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>
/// Tells ruled grids whose rules enclose more than cells: a frame around several columns, a band around several rows. What stands
/// in their cells is laid out in columns or rows of its own.
/// </summary>
internal sealed class CoarseGrids(int page, AlignmentOptions options, LayoutOptions layout)
{
    /// <summary>The share of the words, 0 to 1, that stand in cells with columns or figures below each other inside.</summary>
    public double Share(FilledGrid filled)
    {
        var cells = filled.Grid.Cells.Zip(filled.Words).Where(cell => !cell.Second.IsEmpty).Select(cell => (Cell: cell.First, Words: cell.Second, Lines: WordsToChunks.Convert(page, cell.Second, [], options.ChunkGap, layout))).ToList();
        var coarse = 0;
        foreach (var column in cells.GroupBy(cell => (cell.Cell.Column, cell.Cell.ColumnSpan)))
        {
            var hasColumns = column.Sum(cell => cell.Lines.Count(HasColumns)) > 1;
            coarse += column.Where(cell => (hasColumns && cell.Lines.Any(HasColumns)) || HasRows(cell.Lines)).Sum(cell => cell.Words.Length);
        }

        return cells.Count == 0 ? 0 : (double)coarse / cells.Sum(cell => cell.Words.Length);
    }

    private static bool HasColumns(ChunkLine line) => LineSigns.IsTabular(line) && !line.Chunks.Any(chunk => chunk.HasLeader);

    private static bool HasRows(ImmutableArray<ChunkLine> lines) => lines.Length > 2 && lines.All(line => line.Chunks[0].IsValue);
}
