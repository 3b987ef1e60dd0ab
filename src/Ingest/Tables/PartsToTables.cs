using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Tables.Structure;
using Ingest.Tables.Tagged;

namespace Ingest.Tables;

/// <summary>A table with its parts while they are joined.</summary>
/// <param name="Table">The table so far.</param>
/// <param name="Columns">Its column edges on the page where it began.</param>
internal sealed record JoinedTable(Table Table, ImmutableArray<double> Columns);

/// <summary>
/// Page tables → tables: the parts on following pages put together, repeated headers told once, the row that a page break
/// cut made one again.
/// </summary>
internal sealed class PartsToTables
{
    private readonly WordInventory _inventory;
    private readonly TableOptions _options;

    public PartsToTables(WordInventory inventory, TableOptions options) => (_inventory, _options) = (inventory, options);

    /// <summary>The tables in the order of their first parts, and the parts with what they go on from.</summary>
    public (ImmutableArray<Table> Tables, ImmutableArray<PageTable> Parts) Join(IReadOnlyList<TablePart> parts)
    {
        var pages = ImmutableArray.CreateBuilder<PageTable>();
        var tables = ImmutableArray.CreateBuilder<Table>();
        JoinedTable? open = null;
        for (var i = 0; i < parts.Count; i++)
        {
            if (open is not null && Next(parts[i - 1], parts[i], open) is { } part)
            {
                pages.Add(parts[i].Table with { Continues = i - 1 });
                open = Append(open, parts[i - 1], part, i);
                continue;
            }

            if (open is not null)
                tables.Add(open.Table);
            pages.Add(parts[i].Table);
            open = Begin(parts[i], i);
        }

        if (open is not null)
            tables.Add(open.Table);
        return Prune(tables.ToImmutable(), pages.ToImmutable(), parts);
    }

    // Only where the columns of the parts are those of the whole: else a page would say other columns than the table.
    private static (ImmutableArray<Table> Tables, ImmutableArray<PageTable> Parts) Prune(ImmutableArray<Table> tables, ImmutableArray<PageTable> pages, IReadOnlyList<TablePart> parts)
    {
        var (whole, single) = (tables.ToBuilder(), pages.ToBuilder());
        for (var i = 0; i < tables.Length; i++)
        {
            var table = tables[i];
            if (table.Method == TableMethod.Native || table.Parts.Any(part => parts[part].Table.ColumnCount != table.ColumnCount))
                continue;
            var empty = WithoutEmptyColumns.Find(table);
            if (empty.IsEmpty)
                continue;
            whole[i] = table with { ColumnCount = table.ColumnCount - empty.Count, Cells = WithoutEmptyColumns.Drop(table.Cells, empty, table.ColumnCount) };
            foreach (var part in table.Parts)
                single[part] = pages[part] with { ColumnCount = whole[i].ColumnCount, Cells = WithoutEmptyColumns.Drop(pages[part].Cells, empty, table.ColumnCount) };
        }

        return (whole.ToImmutable(), single.ToImmutable());
    }

    /// <summary>Whether the columns of one part are the other's, or the other's with further edges between them.</summary>
    public bool HasSameColumns(ImmutableArray<double> first, ImmutableArray<double> second)
    {
        if (first.Length < 2 || second.Length < 2)
            return false;
        var (few, many) = first.Length <= second.Length ? (first, second) : (second, first);
        return IsNear(few[0], many[0]) && IsNear(few[^1], many[^1]) && few.All(edge => many.Any(other => IsNear(edge, other)));
    }

    private static JoinedTable Begin(TablePart part, int index) => new(
        new Table
        {
            Parts = [index],
            Method = part.Table.Method,
            RowCount = part.Table.RowCount,
            ColumnCount = part.Table.ColumnCount,
            HeaderRowCount = part.Table.HeaderRowCount,
            FontSize = part.Table.FontSize,
            Cells = part.Table.Cells,
        },
        part.Columns);

    // The part with the columns of the open table, or null when it is no part of it.
    private TablePart? Next(TablePart before, TablePart part, JoinedTable open)
    {
        if (TaggedRows.IsSameTable(before, part) && part.Table.ColumnCount == open.Table.ColumnCount)
            return part with { Columns = open.Columns };
        return Follows(before, part) && StripesToColumns.Align(ScannedColumns.Lay(part, open.Columns, _options), open) is { } aligned && Continues(before, aligned, open) ? aligned : null;
    }

    private static bool Follows(TablePart before, TablePart part) =>
        part.FollowsInLines || (before.IsLast && part.IsFirst && part.Table.Page == before.Table.Page + 1);

    private bool Continues(TablePart before, TablePart part, JoinedTable open)
    {
        if (part.FollowsInLines)
            return part.Table.ColumnCount == open.Table.ColumnCount;
        return (HasSameColumns(before.Columns, part.Columns) || HasSameColumns(open.Columns, part.Columns));
    }

    private bool IsNear(double first, double second) => Math.Abs(first - second) <= _options.ColumnShift;

    private JoinedTable Append(JoinedTable open, TablePart last, TablePart part, int index)
    {
        var (columns, tableAt, partAt) = MergeColumns(open, part);
        var cells = open.Table.Cells.Select(cell => Move(cell, tableAt)).ToList();
        var next = part.Table.Cells.Select(cell => Move(cell, partAt)).ToList();
        var columnCount = columns.IsEmpty ? open.Table.ColumnCount : columns.Length - 1;
        var before = new TableGrid(cells, open.Table.RowCount, columnCount);
        var after = new TableGrid(next, part.Table.RowCount, columnCount);
        var header = RepeatedHeader(before, after, part.Table.Method == TableMethod.Unruled);
        var headerRows = Math.Max(open.Table.HeaderRowCount, header);
        // A stamp or a lost rule costs one page some of its labels: the page that has more of them tells the header.
        if (RecognisedHeaders.IsBetter(before, after, header))
            cells = [.. next.Where(cell => cell.Row < header), .. cells.Where(cell => cell.Row >= header)];
        var isOpen = !last.HasBottomRule || !part.HasTopRule;
        var isOneRow = TaggedRows.IsCutRow(last, part, header) ?? (RowContinuation.Score(before, after, header, headerRows, isOpen, _options) >= _options.ContinuationScore);
        var shift = before.RowCount - header - (isOneRow ? 1 : 0);
        // A line of sums begins a row of its own: what is empty in it is no cell from above.
        var words = new RowWords(_options.Structure);
        var isSum = header < after.RowCount && after.Row(header).Any(cell => words.OpensTotal(cell.Text.Text));
        foreach (var cell in next.Where(cell => cell.Row >= header))
        {
            var isAtBreak = cell.Row == header;
            var above = isAtBreak ? before.At(before.RowCount - 1, cell.Column) : null;
            if (above is not null && (isOneRow || (!isSum && GoesOnMerged(above, cell, before, after, header))))
                cells[cells.FindIndex(other => ReferenceEquals(other, above))] = Merge(above, cell, isOneRow);
            else
                cells.Add(cell with { Row = cell.Row + shift });
        }

        var table = open.Table with
        {
            Parts = open.Table.Parts.Add(index),
            RowCount = part.Table.RowCount + shift,
            ColumnCount = columnCount,
            HeaderRowCount = headerRows,
            Cells = [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)],
        };
        return new JoinedTable(table, columns);
    }

    private int RepeatedHeader(TableGrid before, TableGrid after, bool isUnruled)
    {
        var most = Math.Min(_options.MaxHeaderRows, Math.Min(before.RowCount, after.RowCount));
        var rows = 0;
        while (rows < most && !before.IsBlank(rows)
            && (before.Key(rows) == after.Key(rows) || (isUnruled && before.Texts(rows) == after.Texts(rows) && before.Texts(rows).Length > 3) || RecognisedHeaders.AreSame(before, after, rows, _options)))
            rows++;
        while (rows > 0 && !(before.IsCleanCut(rows) && after.IsCleanCut(rows)))
            rows--;
        return rows;
    }

    // A cell merged over rows goes on empty behind the break, in a column that has merged cells.
    private static bool GoesOnMerged(TableCell above, TableCell cell, TableGrid before, TableGrid after, int header)
    {
        if (!cell.Text.IsEmpty || above.Column != cell.Column || above.ColumnSpan != cell.ColumnSpan || above.ColumnSpan == before.ColumnCount)
            return false;
        bool IsMerged(TableGrid grid, int from) => Enumerable.Range(from, Math.Max(0, grid.RowCount - from))
            .Any(row => grid.At(row, cell.Column) is { RowSpan: > 1, Text.IsEmpty: false } other && other.Column == cell.Column && other.Row >= from);
        return IsMerged(before, header) || (cell.RowSpan > 1 && IsMerged(after, header));
    }

    private TableCell Merge(TableCell above, TableCell cell, bool isOneRow) => above with
    {
        RowSpan = above.RowSpan + cell.RowSpan - (isOneRow ? 1 : 0),
        Text = CellText.Continue(above, cell, _inventory),
        Regions = above.Regions.AddRange(cell.Regions),
        IsBold = above.IsBold && (cell.IsBold || cell.Text.IsEmpty),
    };

    private static TableCell Move(TableCell cell, int[] at) => cell with
    {
        Column = at[cell.Column],
        ColumnSpan = at[cell.Column + cell.ColumnSpan] - at[cell.Column],
    };

    // One list of edges for both, and for each edge of either its number in that list.
    private (ImmutableArray<double> Columns, int[] TableAt, int[] PartAt) MergeColumns(JoinedTable open, TablePart part)
    {
        if (open.Columns.IsEmpty || part.Columns.IsEmpty)
        {
            var same = Enumerable.Range(0, open.Table.ColumnCount + 1).ToArray();
            return ([], same, same);
        }

        var all = open.Columns.AddRange(part.Columns.Where(edge => !open.Columns.Any(other => IsNear(edge, other)))).Sort();
        int[] At(ImmutableArray<double> edges) =>
            [.. edges.Select(edge => Enumerable.Range(0, all.Length).MinBy(index => Math.Abs(all[index] - edge)))];
        return (all, At(open.Columns), At(part.Columns));
    }
}
