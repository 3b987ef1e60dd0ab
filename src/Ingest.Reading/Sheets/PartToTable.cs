using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Sheets;

/// <summary>
/// The cells of a part → a table: rows and columns in which nothing begins (air, the rest of merges, boxes left empty at the
/// edges) are no rows and columns of it.
/// </summary>
internal sealed class PartToTable(Sheet sheet, CellToContent content)
{
    // Places of a grid up to which empty cells are told too; above it only filled ones are, so that a few cells far apart
    // cost no memory. Of office size are some thousands.
    private const int MostPlaces = 2_000_000;

    // A header of more rows is a freeze set somewhere in the table for comfort.
    private const int MostHeaderRows = 4;

    /// <summary>The table of a part of the visible sheet.</summary>
    public FlowTable Convert(SheetPart part)
    {
        var lines = new Lines(part.Cells);
        var cells = Lay(part, lines);
        return new FlowTable
        {
            RowCount = lines.Rows.Length,
            ColumnCount = lines.Columns.Length,
            HeaderRowCount = HeaderRows(part),
            Cells = [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)],
        };
    }

    /// <summary>The table of hidden cells: filled ones alone, none merged.</summary>
    public FlowTable ConvertHidden(IReadOnlyCollection<SheetCell> cells)
    {
        var placed = cells.Select(cell => new PlacedCell(cell, cell.Row, cell.Column)).ToList();
        var lines = new Lines(placed);
        return new FlowTable
        {
            Role = FlowRole.Hidden,
            RowCount = lines.Rows.Length,
            ColumnCount = lines.Columns.Length,
            Cells = [.. placed.Select(cell => ToCell(cell, lines.Row(cell.Row), lines.Column(cell.Column), 1, 1, FlowRole.Hidden))],
        };
    }

    private IEnumerable<FlowCell> Lay(SheetPart part, Lines lines)
    {
        var isLarge = (long)lines.Rows.Length * lines.Columns.Length > MostPlaces;
        var taken = new bool[isLarge ? 0 : lines.Rows.Length, isLarge ? 0 : lines.Columns.Length];
        foreach (var cell in part.Cells.Where(cell => cell.IsFilled))
        {
            var (row, column) = (lines.Row(cell.Row), lines.Column(cell.Column));
            var (rows, columns) = (lines.Row(cell.LastRow + 1) - row, lines.Column(cell.LastColumn + 1) - column);
            for (var place = 0; !isLarge && place < rows * columns; place++)
                taken[row + (place / columns), column + (place % columns)] = true;
            yield return ToCell(cell, row, column, rows, columns, FlowRole.Body);
        }

        for (var place = 0; place < taken.Length; place++)
        {
            var (row, column) = (place / lines.Columns.Length, place % lines.Columns.Length);
            if (!taken[row, column])
                yield return new FlowCell { Row = row, Column = column, Content = [], Region = Region(lines, row, column) };
        }
    }

    private FlowCell ToCell(PlacedCell cell, int row, int column, int rows, int columns, FlowRole role) => new()
    {
        Row = row,
        Column = column,
        RowSpan = rows,
        ColumnSpan = columns,
        Content = [.. content.Paragraphs(cell.Cell, role)],
        Region = content.Region(cell.Cell.Row, cell.Cell.Column),
    };

    // An empty place has a name all the same: that of its row and column in the file.
    private EvidenceRegion Region(Lines lines, int row, int column) => content.Region(lines.FileRow(row), lines.FileColumn(column));

    private int HeaderRows(SheetPart part)
    {
        var rows = part.Rows;
        foreach (var range in sheet.HeaderRanges)
        {
            var count = rows.TakeWhile(row => row.Cells.All(cell => range.Contains(cell.Cell.Row, cell.Cell.Column))).Count();
            if (count > 0 && count < rows.Length && count <= MostHeaderRows && !rows.Take(count).Any(row => row.Cells.Any(cell => cell.IsFigure)))
                return count;
        }

        return 0;
    }

    // The rows and columns in which a filled cell begins, and their places in the table.
    private sealed class Lines
    {
        private readonly Dictionary<int, int> _fileRows = [];
        private readonly Dictionary<int, int> _fileColumns = [];

        public Lines(IReadOnlyCollection<PlacedCell> cells)
        {
            var filled = cells.Where(cell => cell.IsFilled).ToList();
            Rows = [.. filled.Select(cell => cell.Row).Distinct().Order()];
            Columns = [.. filled.Select(cell => cell.Column).Distinct().Order()];
            foreach (var cell in filled)
            {
                _fileRows[cell.Row] = cell.Cell.Row;
                _fileColumns[cell.Column] = cell.Cell.Column;
            }
        }

        public ImmutableArray<int> Rows { get; }

        public ImmutableArray<int> Columns { get; }

        public int Row(int shown) => AtOrAfter(Rows, shown);

        public int Column(int shown) => AtOrAfter(Columns, shown);

        public int FileRow(int row) => _fileRows[Rows[row]];

        public int FileColumn(int column) => _fileColumns[Columns[column]];

        private static int AtOrAfter(ImmutableArray<int> lines, int line)
        {
            var at = lines.BinarySearch(line);
            return at >= 0 ? at : ~at;
        }
    }
}
