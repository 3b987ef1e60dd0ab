using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Tables.Aligned;

/// <summary>The lines of a ladder in their columns → rows and cells: what stands between two rules is one row.</summary>
internal sealed class LadderRows(AlignedRegion region, AlignedColumns columns, LadderOptions options)
{
    // So much of a column (0..1), at either side of its middle, a rule must underline to be one of it.
    private const double Underlined = 0.3;

    /// <summary>For each line the number of its row; null where rules part groups of rows.</summary>
    /// <param name="lines">The lines of the region in their columns.</param>
    public int[]? Find(ImmutableArray<PieceLine> lines)
    {
        var body = lines.Skip(region.HeaderLines).GroupBy(line => Band(line)).ToList();
        // Two lines with values of their own are two rows; so are two values below each other.
        if (body.Exists(row => row.Count(line => line.Pieces.Count(piece => piece.Chunk.IsValue) > 1) > 1)
            || body.Exists(row => row.SelectMany(line => line.Pieces).Where(piece => piece.Chunk.IsValue).GroupBy(piece => piece.First).Any(cell => cell.Count() > 1)))
            return null;
        var rows = body.Where(row => row.Any(line => line.Pieces.Length > 1)).ToList();
        var anchored = Enumerable.Range(0, columns.Count).Max(column => rows.Count(row => row.Any(line => line.At(column) is { Chunk.IsValue: true })));
        // A table of words has no values that could tell.
        var hasValues = rows.Exists(row => row.Any(line => line.Pieces.Any(piece => piece.Chunk.IsValue)));
        if (rows.Count == 0 || (hasValues && anchored < options.AnchoredShare * rows.Count))
            return null;
        var header = HeaderRows(lines);
        return [.. lines.Select(line => line.Index < region.HeaderLines ? header[line.Index] : header[^1] + Band(line))];
    }

    /// <summary>The grid and its words.</summary>
    /// <param name="lines">The lines, spanning titles widened.</param>
    /// <param name="rows">For each line the number of its row.</param>
    public FilledGrid Fill(ImmutableArray<PieceLine> lines, int[] rows)
    {
        var (count, headers) = (rows[^1] + 1, rows[region.HeaderLines - 1] + 1);
        var cells = new List<(GridCell Cell, ImmutableArray<Word> Words)>();
        var isTaken = new bool[count, columns.Count];
        foreach (var row in lines.GroupBy(line => rows[line.Index]))
        {
            // What shares a column with a text over several is in its cell.
            for (var column = 0; column < columns.Count; column++)
            {
                var (last, own) = (column, new List<Piece>());
                while (row.SelectMany(line => line.Pieces).Where(piece => piece.First <= last && piece.Last >= column && !own.Contains(piece)).ToList() is { Count: > 0 } more)
                {
                    own.AddRange(more);
                    last = Math.Max(last, more.Max(piece => piece.Last));
                }

                if (last > column)
                    Add(new GridCell(row.Key, column, 1, last - column + 1), [.. own.OrderBy(piece => piece.Line).ThenBy(piece => piece.First).SelectMany(piece => piece.Chunk.Words)]);
                column = last;
            }
        }

        for (var column = 0; column < columns.Count; column++)
        {
            for (var row = 0; row < count; row++)
            {
                if (isTaken[row, column])
                    continue;
                var height = 1;
                // A rule that leaves the column out ends no cell of it.
                while (row >= headers && row + height < count && !isTaken[row + height, column] && !IsUnderlined(column, row + height - headers))
                    height++;
                var own = lines.Where(line => rows[line.Index] >= row && rows[line.Index] < row + height).Select(line => line.At(column)).OfType<Piece>();
                Add(new GridCell(row, column, height, 1), [.. own.SelectMany(piece => piece.Chunk.Words)]);
            }
        }

        cells.Sort((one, other) => one.Cell.Row != other.Cell.Row ? one.Cell.Row.CompareTo(other.Cell.Row) : one.Cell.Column.CompareTo(other.Cell.Column));
        var inHeader = Enumerable.Range(1, headers - 1).Select(row => (lines.Last(line => rows[line.Index] == row - 1).Bottom + lines.First(line => rows[line.Index] == row).Top) / 2);
        var grid = new CellGrid
        {
            Columns = columns.Sides,
            Rows = [region.Rungs[0].Position, .. inHeader, .. region.Rungs.Skip(1).Select(rung => rung.Position)],
            Cells = [.. cells.Select(cell => cell.Cell)],
            HasTopRule = true,
            HasBottomRule = true,
        };
        return new FilledGrid(grid, [.. cells.Select(cell => cell.Words)]) { Method = TableMethod.Unruled, Stripes = columns.Stripes, HeaderRows = headers };

        void Add(GridCell cell, ImmutableArray<Word> words)
        {
            cells.Add((cell, words));
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    isTaken[row, column] = true;
            }
        }
    }

    // From 1 for the first row below the header.
    private int Band(PieceLine line) => region.Rungs.Count(rung => rung.Position < line.Baseline) - 1;

    // Labels over several columns stand in rows of their own.
    private int[] HeaderRows(ImmutableArray<PieceLine> lines)
    {
        var last = lines.Take(region.HeaderLines).Where(line => line.Pieces.Any(piece => piece.IsSpanning)).Select(line => (int?)line.Index).LastOrDefault();
        return [.. Enumerable.Range(0, region.HeaderLines).Select(index => last is { } spanning && spanning + 1 < region.HeaderLines && index > spanning ? 1 : 0)];
    }

    private bool IsUnderlined(int column, int band)
    {
        var (rung, stripe) = (region.Rungs[band + 1], columns.Stripes[column]);
        var (middle, half) = ((stripe.Start + stripe.End) / 2, Underlined * (stripe.End - stripe.Start));
        return rung.Start <= middle - half && rung.End >= middle + half;
    }
}
