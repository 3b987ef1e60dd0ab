using Ingest.Layout;

namespace Ingest.Tables.Structure;

/// <summary>Cells → what each row is for, and which columns name the rows.</summary>
internal sealed class CellsToStructure(StructureOptions options)
{
    private readonly RowWords _words = new(options);

    /// <summary>The structure, caption and notes apart.</summary>
    /// <param name="grid">The cells by their place.</param>
    /// <param name="headerRows">Header rows as far as they are known; 0 when not.</param>
    public TableStructure Find(TableGrid grid, int headerRows)
    {
        var header = headerRows > 0 ? headerRows : HeaderByLook(grid);
        var stub = StubColumns(grid, header);
        var hasStub = stub > 0;
        return TableStructure.Unknown with { Rows = [.. Enumerable.Range(0, grid.RowCount).Select(row => RoleOf(grid, row, header, hasStub))], StubColumns = stub };
    }

    private RowRole RoleOf(TableGrid grid, int row, int header, bool hasFigures)
    {
        if (row < header)
            return RowRole.Header;
        var filled = grid.StartingIn(row);
        if (filled.IsEmpty)
            return RowRole.Body;
        var text = filled[0].Text.Text;
        if (_words.IsCarried(text))
            return RowRole.Carried;
        if (_words.OpensTotal(text))
            return RowRole.Total;
        var covered = grid.Row(row).Any(cell => cell.Row < row && !cell.Text.IsEmpty);
        var isAlone = filled.Length == 1 && !covered && !ValueText.IsValue(text);
        return isAlone && (filled[0].ColumnSpan == grid.ColumnCount || (filled[0].Column == 0 && hasFigures && grid.ColumnCount > 2)) ? RowRole.Section : RowRole.Body;
    }

    // Bold or shaded rows above plain ones; else the first row, when it has no figures and columns of figures begin below it.
    private int HeaderByLook(TableGrid grid)
    {
        var most = Math.Min(5, grid.RowCount - 1);
        var count = Marked(grid, most, cell => cell.IsBold);
        if (count == 0)
            count = Marked(grid, most, cell => cell.IsShaded);
        if (count == 0 && most > 0 && grid.StartingIn(0) is { Length: > 1 } first && first.All(cell => !ValueText.IsValue(cell.Text.Text) || ValueText.IsYear(cell.Text.Text))
            && Enumerable.Range(1, grid.ColumnCount - 1).Any(column => IsOfValues(grid, column, 1)))
        {
            count = 1;
        }

        while (count > 0 && !grid.IsCleanCut(count))
            count++;
        return count >= grid.RowCount ? 0 : count;
    }

    private static int Marked(TableGrid grid, int most, Func<TableCell, bool> isMarked)
    {
        bool IsMarked(int row) => grid.StartingIn(row) is { IsEmpty: false } cells && cells.All(isMarked);
        var count = 0;
        while (count < most && IsMarked(count))
            count++;

        // A title of a section below the header is marked like it.
        while (count > 1 && grid.StartingIn(count - 1).Length == 1 && grid.ColumnCount > 1)
            count--;
        return count == 0 || IsMarked(count) || (count + 1 < grid.RowCount && count == 1 && IsMarked(2) && !IsMarked(1) && Enumerable.Range(2, grid.RowCount - 2).Count(IsMarked) * 3 > grid.RowCount) ? 0 : count;
    }

    private int StubColumns(TableGrid grid, int header)
    {
        var first = Enumerable.Range(0, grid.ColumnCount).FirstOrDefault(column => IsOfValues(grid, column, header), -1);
        return Math.Max(0, first);
    }

    private bool IsOfValues(TableGrid grid, int column, int from)
    {
        var (values, all) = (0, 0);
        for (var row = from; row < grid.RowCount; row++)
        {
            if (grid.At(row, column) is not { ColumnSpan: 1, Text.IsEmpty: false } cell || cell.Row != row)
                continue;
            all++;
            values += ValueText.IsValue(cell.Text.Text) ? 1 : 0;
        }

        return all > 1 && values >= options.ValueShare * all;
    }
}
