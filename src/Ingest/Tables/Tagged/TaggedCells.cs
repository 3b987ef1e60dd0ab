using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables.Aligned;

namespace Ingest.Tables.Tagged;

/// <summary>A tagged table with those of its words that are text of the page.</summary>
internal sealed class TaggedCells
{
    private readonly TaggedOptions _options;

    /// <summary>The cells of a table of the page, its furniture left out.</summary>
    public TaggedCells(TaggedTable table, PageLayout layout, IReadOnlySet<Word> body, TaggedOptions options)
    {
        _options = options;
        var filled = table.Cells.Select(cell => (Cell: cell, Words: cell.Words.Select(index => layout.Page.Words[index]).Where(body.Contains).ToImmutableArray())).ToList();

        // A header that is repeated at the top of each page may have been taken for a running head: its row is not here then.
        var rows = filled.Where(cell => !cell.Words.IsEmpty).SelectMany(cell => Enumerable.Range(cell.Cell.Row, cell.Cell.RowSpan)).ToHashSet();
        var below = new int[table.Rows.Length + 1];
        for (var row = 0; row < table.Rows.Length; row++)
            below[row + 1] = below[row] + (rows.Contains(row) ? 1 : 0);
        filled =
        [
            .. filled.Select(cell => (Cell: cell.Cell with { Row = below[cell.Cell.Row], RowSpan = below[cell.Cell.Row + cell.Cell.RowSpan] - below[cell.Cell.Row] }, cell.Words))
                .Where(cell => cell.Cell.RowSpan > 0),
        ];
        Table = table with { Rows = [.. table.Rows.Where((_, row) => rows.Contains(row))], Cells = [.. filled.Select(cell => cell.Cell)] };
        Words = [.. filled.Select(cell => cell.Words)];
        Own = Words.SelectMany(words => words).ToHashSet<Word>(ReferenceEqualityComparer.Instance);
    }

    private TaggedCells(TaggedCells cells, ImmutableArray<TaggedCell> moved)
    {
        _options = cells._options;
        (Table, Words, Own) = (cells.Table with { Cells = moved }, cells.Words, cells.Own);
    }

    /// <summary>The cells where their places show that empty ones before them are missing; null where they do not.</summary>
    public TaggedCells? WithOmitted() => OmittedCells.Realign(Table, Words) is { } moved ? new TaggedCells(this, moved) : null;

    /// <summary>The table as tagged, without rows of furniture.</summary>
    public TaggedTable Table { get; }

    /// <summary>For each of its cells the words.</summary>
    public ImmutableArray<ImmutableArray<Word>> Words { get; }

    /// <summary>All its words.</summary>
    public HashSet<Word> Own { get; }

    /// <summary>The area of its words; there must be some.</summary>
    public Box Box => Own.Select(word => word.Box).Aggregate((one, other) => one.Union(other));

    /// <summary>How many of its rows have text.</summary>
    public int FilledRows => Filled().Select(cell => cell.Row).Distinct().Count();

    /// <summary>How many of its columns have text.</summary>
    public int FilledColumns => Filled().Select(cell => cell.Column).Distinct().Count();

    /// <summary>How many first rows hold header cells only.</summary>
    public int HeaderRows
    {
        get
        {
            var first = Filled().Where(cell => !cell.IsHeader).Select(cell => cell.Row).DefaultIfEmpty(Table.Rows.Length).Min();
            return first == Table.Rows.Length ? 0 : first;
        }
    }

    /// <summary>The cells with text.</summary>
    public IEnumerable<TaggedCell> Filled() => Table.Cells.Where((_, index) => !Words[index].IsEmpty);

    /// <summary>
    /// Its words in the grid that their places show, or null when these do not bear the tree out: words of one column must
    /// stand left of those of the next, words of one row above those of the next, merged cells between both.
    /// </summary>
    public FilledGrid? ToGrid()
    {
        var slack = _options.OverlapEm * Median(Own.Select(word => word.Font.Size > 0 ? word.Font.Size : word.Box.Height));
        if (Sides(isColumn: true, slack) is not { } columns || Sides(isColumn: false, slack) is not { } rows)
            return null;
        var cells = Table.Cells.Select((cell, index) => (Cell: new GridCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan), Words: Words[index]))
            .Concat(Blanks()).OrderBy(cell => cell.Cell.Row).ThenBy(cell => cell.Cell.Column).ToList();
        var grid = new CellGrid { Columns = columns, Rows = rows, Cells = [.. cells.Select(cell => cell.Cell)] };
        return new FilledGrid(grid, [.. cells.Select(cell => cell.Words)])
        {
            Method = TableMethod.Tagged,
            Stripes = Stripes(columns),
            HeaderRows = HeaderRows,
            Tagged = new TaggedRows(Table.Id, Table.Rows),
        };
    }

    // For each side between two stripes: whatever ends before it, and whatever begins behind it.
    private ImmutableArray<double>? Sides(bool isColumn, double slack)
    {
        var count = isColumn ? Table.ColumnCount : Table.Rows.Length;
        var (ends, starts) = (new double[count + 1], new double[count + 1]);
        Array.Fill(ends, double.NegativeInfinity);
        Array.Fill(starts, double.PositiveInfinity);
        for (var index = 0; index < Table.Cells.Length; index++)
        {
            if (Words[index].IsEmpty)
                continue;
            var cell = Table.Cells[index];
            var (from, to) = isColumn ? (cell.Column, cell.Column + cell.ColumnSpan) : (cell.Row, cell.Row + cell.RowSpan);
            starts[from] = Math.Min(starts[from], Words[index].Min(word => Extent(word, isColumn).Start));
            ends[to] = Math.Max(ends[to], Words[index].Max(word => Extent(word, isColumn).End));
        }

        for (var side = 1; side <= count; side++)
            ends[side] = Math.Max(ends[side], ends[side - 1]);
        for (var side = count - 1; side >= 0; side--)
            starts[side] = Math.Min(starts[side], starts[side + 1]);
        return Enumerable.Range(0, count + 1).Any(side => ends[side] > starts[side] + slack) ? null : Spread(ends, starts, isColumn ? (Box.Left, Box.Right) : (Box.Top, Box.Bottom));
    }

    // Sides lie in the middle of the gap; where empty stripes stand in it, they share it.
    private static ImmutableArray<double> Spread(double[] ends, double[] starts, (double Start, double End) outer)
    {
        var sides = new double[ends.Length];
        for (var from = 0; from < sides.Length;)
        {
            var to = from;
            while (to < sides.Length && ends[to].Equals(ends[from]) && starts[to].Equals(starts[from]))
                to++;
            var (low, high) = (Math.Max(ends[from], outer.Start), Math.Min(starts[from], outer.End));
            for (var side = from; side < to; side++)
                sides[side] = low + ((high - low) * (side - from + 1) / (to - from + 1));
            from = to;
        }

        (sides[0], sides[^1]) = outer;
        return [.. sides];
    }

    private Run Extent(Word word, bool isColumn)
    {
        var isAlong = (word.Direction is TextDirection.Horizontal or TextDirection.Reversed) == isColumn;
        var (start, end) = isColumn ? (word.Box.Left, word.Box.Right) : (word.Box.Top, word.Box.Bottom);
        var slack = isAlong ? 0 : _options.LineSlack * (end - start);
        return new Run(start + slack, end - slack);
    }

    // Rows of unequal length leave places without a cell.
    private IEnumerable<(GridCell Cell, ImmutableArray<Word> Words)> Blanks()
    {
        var taken = new HashSet<(int Row, int Column)>(Table.Cells.SelectMany(cell =>
            Enumerable.Range(0, cell.RowSpan * cell.ColumnSpan).Select(place => (cell.Row + (place / cell.ColumnSpan), cell.Column + (place % cell.ColumnSpan)))));
        return Enumerable.Range(0, Table.Rows.Length * Table.ColumnCount)
            .Select(place => (Row: place / Table.ColumnCount, Column: place % Table.ColumnCount))
            .Where(place => !taken.Contains(place))
            .Select(place => (new GridCell(place.Row, place.Column, 1, 1), ImmutableArray<Word>.Empty));
    }

    private ImmutableArray<Run> Stripes(ImmutableArray<double> columns) =>
    [
        .. Enumerable.Range(0, Table.ColumnCount).Select(column =>
        {
            var boxes = Table.Cells.Zip(Words).Where(cell => cell.First.Column == column && cell.First.ColumnSpan == 1)
                .SelectMany(cell => cell.Second).Select(word => word.Box).ToList();
            return boxes.Count == 0 ? new Run(columns[column], columns[column + 1]) : new Run(boxes.Min(box => box.Left), boxes.Max(box => box.Right));
        }),
    ];

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
