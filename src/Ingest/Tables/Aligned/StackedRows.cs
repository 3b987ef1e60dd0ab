using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables.Aligned;

/// <summary>
/// A band between two rules → the rows that only its words show: a frame around all rows, rules between themes alone. The
/// lines are parted as those of a table without rules; the parting is believed where most rows open in most of the columns, and
/// figures stand one below the other or white runs through all columns between the rows. Lists that stand beside each other in
/// one row open in their own columns only.
/// </summary>
internal sealed class StackedRows(int page, AlignmentOptions options, LayoutOptions layout)
{
    /// <summary>The heights at which the band is cut; none where it is one row.</summary>
    /// <param name="filled">The grid.</param>
    /// <param name="own">Indices of the cells with words that stand in this band alone.</param>
    public ImmutableArray<double> Find(FilledGrid filled, IReadOnlyCollection<int> own)
    {
        var grid = filled.Grid;
        var lines = Lines(grid, own, filled);
        if (lines.Length < 2)
            return [];
        var rows = LinesToRows.Find(lines, new AlignedColumns(Stripes(grid, lines), grid.Columns), [], 0, options);
        var starts = Enumerable.Range(0, lines.Length).Where(line => line == 0 || rows[line] != rows[line - 1]).ToList();
        var least = Math.Max(2, options.OpeningShare * own.Count);
        var opening = starts.Count(line => lines[line].Pieces.Length >= least);
        if (starts.Count < 2 || opening < 2 || opening < options.OpeningShare * starts.Count || !(HaveFigures(lines, rows, grid.ColumnCount) || (AreApart(lines, starts) && !AreItems(lines, starts))))
            return [];
        var heights = starts.Skip(1).Select(line => (Above: Enumerable.Range(0, line).Where(i => rows[i] == rows[line - 1]).Max(i => lines[i].Bottom), Below: lines[line].Top)).ToList();
        return heights.TrueForAll(height => height.Above < height.Below + (0.3 * lines[0].Size)) ? [.. heights.Select(height => (height.Above + height.Below) / 2)] : [];
    }

    private ImmutableArray<PieceLine> Lines(CellGrid grid, IReadOnlyCollection<int> own, FilledGrid filled)
    {
        var lines = WordsToChunks.Convert(page, [.. own.SelectMany(index => filled.Words[index])], [], double.PositiveInfinity, layout);
        var result = ImmutableArray.CreateBuilder<PieceLine>(lines.Length);
        foreach (var line in lines)
        {
            // What stands in one cell is one piece, a list mark and its text.
            var pieces = line.Chunks.SelectMany(chunk => chunk.Words).GroupBy(word => own.Select(index => grid.Cells[index]).First(cell => IsIn(grid, cell, word, isLast: cell == grid.Cells[own.Last()])))
                .Select(group => new Piece(result.Count, group.Key.Column, group.Key.Column + group.Key.ColumnSpan - 1, new Chunk([.. group], group.Select(word => word.Box).Aggregate((one, other) => one.Union(other)))));
            result.Add(new PieceLine(result.Count, line.Baseline, line.Size, [.. pieces]));
        }

        return result.ToImmutable();
    }

    private static bool IsIn(CellGrid grid, GridCell cell, Word word, bool isLast) => isLast || word.Box.CenterX < grid.BoxOf(cell).Right;

    private static ImmutableArray<Run> Stripes(CellGrid grid, ImmutableArray<PieceLine> lines)
    {
        var stripes = ImmutableArray.CreateBuilder<Run>(grid.ColumnCount);
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var boxes = lines.Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }).Select(piece => piece!.Box).ToList();
            stripes.Add(boxes.Count == 0 ? new Run(grid.Columns[column], grid.Columns[column + 1]) : new Run(boxes.Min(box => box.Left), boxes.Max(box => box.Right)));
        }

        return stripes.MoveToImmutable();
    }

    // A column in which two rows have a figure each, and none has two.
    private static bool HaveFigures(ImmutableArray<PieceLine> lines, int[] rows, int columns)
    {
        for (var column = 0; column < columns; column++)
        {
            var own = lines.Where(line => line.At(column) is { IsSpanning: false, Chunk.IsValue: true } piece && piece.Chunk.Text.Any(char.IsDigit)).Select(line => rows[line.Index]).ToList();
            if (own.Count > 1 && own.Distinct().Count() == own.Count)
                return true;
        }

        return false;
    }

    // Lists beside each other, whose items happen to begin on one line.
    private static bool AreItems(ImmutableArray<PieceLine> lines, List<int> starts)
    {
        var pieces = starts.SelectMany(line => lines[line].Pieces).ToList();
        return pieces.Count(piece => MarkerGrammar.Look(piece.Chunk.Text.Split(' ')).IsBullet) * 2 > pieces.Count;
    }

    // Every cell of a row begins, not in small letters, after a step in its own column that is wider than those inside the rows.
    private bool AreApart(ImmutableArray<PieceLine> lines, List<int> starts)
    {
        double Step(int line, Piece piece) => Enumerable.Range(0, line).Reverse().FirstOrDefault(i => lines[i].At(piece.First) is not null, -1) is var above && above >= 0
            ? (lines[line].Baseline - lines[above].Baseline) / lines[line].Size
            : double.PositiveInfinity;
        IEnumerable<double> Steps(int line) => lines[line].Pieces.Select(piece => Step(line, piece));
        var inside = Enumerable.Range(1, lines.Length - 1).Except(starts).SelectMany(Steps).Where(double.IsFinite).ToList();
        var goesOn = starts.Skip(1).SelectMany(line => lines[line].Pieces).Any(piece => char.IsLower(piece.Chunk.Text[0]));
        return inside.Count > 0 && !goesOn && starts.Skip(1).SelectMany(Steps).Min() > options.RowStep * inside.Max();
    }
}
