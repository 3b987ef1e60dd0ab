using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Odf;

/// <summary>Whether a cell of the file is shown.</summary>
internal enum OdtCellKind
{
    /// <summary>It is.</summary>
    Shown,

    /// <summary>A merged cell lies over it.</summary>
    Covered,

    /// <summary>Its row or column is hidden.</summary>
    Hidden,
}

/// <summary>A cell of the file, in document order; its place is that in the shown grid, for a hidden one that among all rows and columns.</summary>
internal readonly record struct OdtGridEntry(XElement Element, OdtCellKind Kind, CellPlace Place);

/// <summary>The grid of a table as it is shown.</summary>
internal sealed record OdtTableShape(int RowCount, int ColumnCount, int HeaderRowCount, ImmutableArray<OdtGridEntry> Entries);

/// <summary>
/// Lays the cells of a table out: repeated and covered cells, spans, hidden rows and columns, borders dragged in one row
/// only (OpenDocument, part 3, « Tables »).
/// </summary>
internal sealed class OdtTableToShape(OdfOptions options, ReadingTally tally)
{
    private const int TwipsPerPoint = 20;

    // For a table that only says how its columns share its width: that of the text of an A4 page with usual margins, in points.
    private const double UsualWidth = 482;

    /// <summary>The grid of a « table:table » element.</summary>
    public OdtTableShape Shape(XElement table, OdfStyles styles)
    {
        var columns = Columns(table, styles).Take(options.LargestSpan).ToList();
        var rows = Rows(table, isHeader: false).ToList();
        var cells = Lay(table, rows, columns);
        var shownRows = Numbers(rows.Count, row => !rows[row].IsHidden);
        var shownColumns = Numbers(columns.Count == 0 ? 0 : columns.Count, column => !columns[column].IsHidden);
        var spans = cells.Where(cell => cell.Kind == OdtCellKind.Shown)
            .GroupBy(cell => cell.Place.Row)
            .Select(row => (IReadOnlyList<GridSpan>)[.. row.Select(cell => Span(cell.Place, shownColumns))])
            .ToList();
        var widths = columns.Where(column => !column.IsHidden).Select(column => column.Width).ToList();
        var lines = GridColumns.Shown(spans, Twips(widths, table, styles), (int)(options.ColumnTolerance * TwipsPerPoint));
        return new OdtTableShape(
            shownRows(rows.Count), lines.IsEmpty ? 0 : lines[^1],
            rows.Where(row => !row.IsHidden).TakeWhile(row => row.IsHeader).Count(),
            [.. cells.Select(cell => cell.Kind == OdtCellKind.Shown ? cell with { Place = Shown(cell.Place, shownRows, shownColumns, lines) } : cell)]);
    }

    // Place in the file's grid → place in the shown one.
    private static CellPlace Shown(CellPlace place, Func<int, int> rows, Func<int, int> columns, ImmutableArray<int> lines)
    {
        var span = Span(place, columns);
        var top = rows(place.Row);
        return new CellPlace(top, lines[span.Start], Math.Max(1, rows(place.Row + place.RowSpan) - top), lines[span.End] - lines[span.Start]);
    }

    private static GridSpan Span(CellPlace place, Func<int, int> columns) => new(columns(place.Column), columns(place.Column + place.ColumnSpan));

    // How many of the first so many are shown; all beyond the end are.
    private static Func<int, int> Numbers(int count, Func<int, bool> isShown)
    {
        var before = new int[count + 1];
        for (var i = 0; i < count; i++)
            before[i + 1] = before[i] + (isShown(i) ? 1 : 0);
        return end => end <= count ? before[end] : before[count] + end - count;
    }

    private ImmutableArray<OdtGridEntry> Lay(XElement table, List<Row> rows, List<Column> columns)
    {
        var entries = ImmutableArray.CreateBuilder<OdtGridEntry>();
        // For each column, the first row that no cell above reaches into.
        var free = new int[options.LargestSpan];
        for (var number = 0; number < rows.Count; number++)
        {
            var column = 0;
            foreach (var element in rows[number].Element.Elements().Where(IsCell))
            {
                var times = element.Times(OdfXml.Table + "number-columns-repeated", options.LargestSpan);
                for (; times > 0 && column < options.LargestSpan; times--)
                {
                    if (entries.Count >= options.Limits.TableCells)
                    {
                        tally.Limit(LargeTable.Finding(rows.Count, options.Limits.TableCells));
                        return entries.ToImmutable();
                    }

                    column = Place(element, number, column, rows, columns, free, entries);
                }
            }
        }

        return entries.ToImmutable();
    }

    // Places a cell and gives the column after it.
    private int Place(
        XElement element, int row, int column, List<Row> rows, List<Column> columns, int[] free, ImmutableArray<OdtGridEntry>.Builder entries)
    {
        if (element.Name.LocalName == "covered-table-cell")
        {
            entries.Add(new OdtGridEntry(element, OdtCellKind.Covered, default));
            return column + 1;
        }

        // A writer that leaves covered cells out means the next free place.
        while (column < free.Length - 1 && free[column] > row)
            column++;
        var width = Math.Min(element.Times(OdfXml.Table + "number-columns-spanned", options.LargestSpan), options.LargestSpan - column);
        var height = Math.Min(element.Times(OdfXml.Table + "number-rows-spanned", rows.Count), rows.Count - row);
        for (var covered = column; covered < column + width; covered++)
            free[covered] = row + height;
        var isHidden = rows[row].IsHidden || Enumerable.Range(column, width).All(part => part < columns.Count && columns[part].IsHidden);
        entries.Add(new OdtGridEntry(element, isHidden ? OdtCellKind.Hidden : OdtCellKind.Shown, new CellPlace(row, column, height, width)));
        return column + 1;
    }

    private static IEnumerable<Column> Columns(XElement parent, OdfStyles styles)
    {
        foreach (var child in parent.Elements().Where(child => child.Name.Namespace == OdfXml.Table))
        {
            if (child.Name.LocalName is "table-columns" or "table-column-group" or "table-header-columns")
            {
                foreach (var column in Columns(child, styles))
                    yield return column;
            }
            else if (child.Name.LocalName == "table-column")
            {
                var column = new Column(Width(child, styles), IsCollapsed(child));
                for (var times = child.Times(OdfXml.Table + "number-columns-repeated", int.MaxValue); times > 0; times--)
                    yield return column;
            }
        }
    }

    private IEnumerable<Row> Rows(XElement parent, bool isHeader)
    {
        foreach (var child in parent.Elements().Where(child => child.Name.Namespace == OdfXml.Table))
        {
            if (child.Name.LocalName is "table-header-rows" or "table-rows" or "table-row-group")
            {
                foreach (var row in Rows(child, isHeader || child.Name.LocalName == "table-header-rows"))
                    yield return row;
            }
            else if (child.Name.LocalName == "table-row")
            {
                for (var times = child.Times(OdfXml.Table + "number-rows-repeated", options.LargestRepetition); times > 0; times--)
                    yield return new Row(child, isHeader, IsCollapsed(child));
            }
        }
    }

    private static bool IsCell(XElement element) =>
        element.Name == OdfXml.Table + "table-cell" || element.Name == OdfXml.Table + "covered-table-cell";

    private static bool IsCollapsed(XElement rowOrColumn) => rowOrColumn.Get(OdfXml.Table + "visibility") is "collapse" or "filter";

    private static (double? Points, double? Share) Width(XElement column, OdfStyles styles)
    {
        var style = column.Get(OdfXml.Table + "style-name");
        var share = styles.Property("table-column", style, "table-column-properties", OdfXml.Style + "rel-column-width")?.TrimEnd('*');
        return (OdfXml.ToPoints(styles.Property("table-column", style, "table-column-properties", OdfXml.Style + "column-width")),
            double.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out var part) ? part : null);
    }

    private static List<int> Twips(List<(double? Points, double? Share)> widths, XElement table, OdfStyles styles)
    {
        var points = widths.ConvertAll(width => width.Points);
        if (points.Contains(null))
        {
            var whole = OdfXml.ToPoints(styles.Property("table", table.Get(OdfXml.Table + "style-name"), "table-properties", OdfXml.Style + "width")) ?? UsualWidth;
            var sum = widths.Sum(width => width.Share ?? 0);
            points = widths.ConvertAll(width => sum > 0 ? width.Share / sum * whole : null);
        }

        // Without a word on widths no column is too narrow to be one.
        return points.ConvertAll(width => width is { } known ? (int)Math.Clamp(known * TwipsPerPoint, 0, short.MaxValue) : short.MaxValue);
    }

    private readonly record struct Column((double? Points, double? Share) Width, bool IsHidden);

    private readonly record struct Row(XElement Element, bool IsHeader, bool IsHidden);
}
