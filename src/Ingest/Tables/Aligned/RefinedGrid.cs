using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables.Aligned;

/// <summary>
/// A ruled grid → the same grid with the columns and rows that only its words show. Tables are often ruled in part: rules
/// between the columns of the header alone, one box for all rows. What is split needs words that say so in several places; a cell
/// that was merged on purpose stays whole.
/// </summary>
internal sealed class RefinedGrid(int page, TableOptions options, LayoutOptions layout)
{
    /// <summary>The grid, refined where its words say so.</summary>
    public FilledGrid Refine(FilledGrid filled) => SplitRows(SplitSpans(filled));

    // --- columns: cells over several columns of the grid whose words stand apart, each in one of them

    private FilledGrid SplitSpans(FilledGrid filled)
    {
        var grid = filled.Grid;
        var splits = new Dictionary<int, List<(GridCell Cell, ImmutableArray<Word> Words)>>();
        for (var index = 0; index < grid.Cells.Length; index++)
        {
            if (grid.Cells[index].ColumnSpan > 1 && filled.Words[index].Length > 1 && Split(grid, grid.Cells[index], filled.Words[index]) is { } parts)
                splits[index] = parts;
        }

        // Once may be chance: a wide space in a merged cell.
        var sure = splits.Where(split => split.Value.Count(part => !part.Words.IsEmpty) > 2
            || splits.Keys.Count(other => grid.Cells[other].Column == grid.Cells[split.Key].Column && grid.Cells[other].ColumnSpan == grid.Cells[split.Key].ColumnSpan) > 2).ToDictionary();
        return sure.Count == 0 ? filled : Replace(filled, sure);
    }

    private List<(GridCell Cell, ImmutableArray<Word> Words)>? Split(CellGrid grid, GridCell cell, ImmutableArray<Word> words)
    {
        var lines = WordsToChunks.Convert(page, words, [], options.Alignment.ChunkGap, layout);
        if (lines.IsEmpty || lines.Sum(line => line.Chunks.Sum(chunk => chunk.Words.Length)) != words.Length || lines.All(line => line.Chunks.Length < 2))
            return null;
        var parts = new Dictionary<(int First, int Last), List<Word>>();
        foreach (var chunk in lines.SelectMany(line => line.Chunks))
        {
            var (first, last) = Cover(grid, cell, chunk);
            foreach (var (other, _) in parts)
            {
                if (first <= other.Last && other.First <= last && (first, last) != other)
                    return null;
            }

            if (!parts.TryGetValue((first, last), out var own))
                parts[(first, last)] = own = [];
            own.AddRange(chunk.Words);
        }

        if (parts.Count < 2)
            return null;
        var cells = new List<(GridCell, ImmutableArray<Word>)>();
        for (var column = cell.Column; column < cell.Column + cell.ColumnSpan;)
        {
            var part = parts.FirstOrDefault(part => part.Key.First == column);
            var last = part.Value is null ? column : part.Key.Last;
            cells.Add((cell with { Column = column, ColumnSpan = last - column + 1 }, part.Value is null ? [] : [.. part.Value]));
            column = last + 1;
        }

        return cells;
    }

    // The columns of the grid that the chunk lies in: those of which it covers a good part, or the one of its middle.
    private static (int First, int Last) Cover(CellGrid grid, GridCell cell, Chunk chunk)
    {
        var (first, last) = (-1, -1);
        for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
        {
            var overlap = Math.Min(grid.Columns[column + 1], chunk.Box.Right) - Math.Max(grid.Columns[column], chunk.Box.Left);
            if (overlap < 0.25 * Math.Min(chunk.Box.Width, grid.Columns[column + 1] - grid.Columns[column]))
                continue;
            first = first < 0 ? column : first;
            last = column;
        }

        return (Math.Max(first, cell.Column), Math.Max(last, cell.Column));
    }

    private static FilledGrid Replace(FilledGrid filled, Dictionary<int, List<(GridCell Cell, ImmutableArray<Word> Words)>> splits)
    {
        var cells = filled.Grid.Cells.Select((cell, index) => (Cell: cell, Words: filled.Words[index], Index: index))
            .SelectMany(item => splits.TryGetValue(item.Index, out var parts) ? parts : [(item.Cell, item.Words)])
            .OrderBy(item => item.Cell.Row).ThenBy(item => item.Cell.Column).ToList();
        return filled with { Grid = filled.Grid with { Cells = [.. cells.Select(item => item.Cell)] }, Words = [.. cells.Select(item => item.Words)] };
    }

    // --- rows: a band between two rules that holds several

    private FilledGrid SplitRows(FilledGrid filled)
    {
        var grid = filled.Grid;
        var cuts = new SortedDictionary<int, ImmutableArray<double>>();
        for (var row = 0; row < grid.RowCount; row++)
        {
            if (BandToRows(filled, row) is { Length: > 0 } heights)
                cuts[row] = heights;
        }

        return cuts.Count == 0 ? filled : Cut(filled, cuts);
    }

    // The heights at which the band between two rules is cut.
    private ImmutableArray<double> BandToRows(FilledGrid filled, int row)
    {
        var grid = filled.Grid;
        var own = Enumerable.Range(0, grid.Cells.Length).Where(index => grid.Cells[index].Row == row && grid.Cells[index].RowSpan == 1 && !filled.Words[index].IsEmpty).ToList();
        if (own.Count < 2 || Enumerable.Range(0, grid.Cells.Length).Any(index => grid.Cells[index] is { } cell && cell.Row <= row && cell.Row + cell.RowSpan > row && cell.RowSpan > 1 && !filled.Words[index].IsEmpty))
            return [];
        return new StackedRows(page, options.Alignment, layout).Find(filled, own);
    }

    private static FilledGrid Cut(FilledGrid filled, SortedDictionary<int, ImmutableArray<double>> cuts)
    {
        var grid = filled.Grid;
        var at = new int[grid.RowCount + 1];
        for (var row = 0; row < grid.RowCount; row++)
            at[row + 1] = at[row] + 1 + (cuts.TryGetValue(row, out var heights) ? heights.Length : 0);
        var cells = new List<(GridCell Cell, ImmutableArray<Word> Words)>();
        for (var index = 0; index < grid.Cells.Length; index++)
        {
            var (cell, words) = (grid.Cells[index], filled.Words[index]);
            var (from, to) = (at[cell.Row], at[cell.Row + cell.RowSpan]);
            var isCut = cell.RowSpan == 1 && to - from > 1;
            var height = isCut ? cuts[cell.Row] : [];
            int Band(Word word) => height.Count(side => side < word.Box.CenterY);
            if (!isCut || (words.Select(Band).Distinct().Count() == 1 && cell.Column == 0 && to - from == 2))
            {
                // One label for the rows of its cell.
                cells.Add((cell with { Row = from, RowSpan = to - from }, words));
                continue;
            }

            for (var part = 0; part < to - from; part++)
                cells.Add((cell with { Row = from + part, RowSpan = 1 }, [.. words.Where(word => Band(word) == part)]));
        }

        cells.Sort((one, other) => one.Cell.Row != other.Cell.Row ? one.Cell.Row.CompareTo(other.Cell.Row) : one.Cell.Column.CompareTo(other.Cell.Column));
        ImmutableArray<double> rows = [.. grid.Rows.Concat(cuts.SelectMany(cut => cut.Value)).Order()];
        return filled with { Grid = grid with { Rows = rows, Cells = [.. cells.Select(cell => cell.Cell)] }, Words = [.. cells.Select(cell => cell.Words)] };
    }
}
