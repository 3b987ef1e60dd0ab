using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Html;

/// <summary>A cell with its place in the grid; null for one that is not shown, or stands beyond the columns that are read.</summary>
internal readonly record struct PlacedCell(IElement Element, CellPlace? Place, bool IsHidden);

/// <summary>The grid of a table as it is shown.</summary>
internal sealed record TableShape(int RowCount, int ColumnCount, int HeaderRowCount, ImmutableArray<PlacedCell> Cells);

/// <summary>
/// Lays the cells of a table out as the HTML standard does (« Forming a table »): spans, the rows of « tfoot » last. Where two cells
/// would cover the same place it is the first one's. Rows and cells that are not shown take no place; columns in which no cell
/// begins are not there for a reader.
/// </summary>
internal sealed class TableToShape(Visibility visibility, HtmlOptions options)
{
    /// <summary>The grid of a « table » element.</summary>
    public TableShape Shape(IElement table)
    {
        var groups = Groups(table);
        var rows = groups.SelectMany(group => group).ToList();
        var spans = new List<IReadOnlyList<GridSpan>>();
        var placed = new List<PlacedCell>();
        var free = new List<int>();
        var first = 0;
        foreach (var group in groups)
        {
            var end = first + group.Count(row => !row.IsHidden);
            foreach (var row in group)
            {
                if (row.IsHidden)
                    placed.AddRange(row.Cells.Select(cell => new PlacedCell(cell, null, IsHidden: true)));
                else
                    spans.Add(PlaceRow(row, first++, end, free, placed));
            }
        }

        var lines = GridColumns.Shown(spans, [], tolerance: 0);
        return new TableShape(first, lines.IsEmpty ? 0 : lines[^1], HeaderRows(rows.Where(row => !row.IsHidden).ToList()), Shown(placed, lines));
    }

    private static ImmutableArray<PlacedCell> Shown(List<PlacedCell> cells, ImmutableArray<int> lines) =>
        [.. cells.Select(cell => cell.Place is not { } place ? cell : cell with
        {
            Place = place with { Column = lines[place.Column], ColumnSpan = lines[place.Column + place.ColumnSpan] - lines[place.Column] },
        })];

    // Places the cells of a row; « free » holds for each column the first row that no cell covers.
    private List<GridSpan> PlaceRow(Row row, int number, int groupEnd, List<int> free, List<PlacedCell> placed)
    {
        var spans = new List<GridSpan>();
        var column = 0;
        foreach (var cell in row.Cells)
        {
            if (visibility.IsHidden(cell))
            {
                placed.Add(new PlacedCell(cell, null, IsHidden: true));
                continue;
            }

            while (IsCovered(column))
                column++;
            if (column >= options.MostColumns)
            {
                placed.Add(new PlacedCell(cell, null, IsHidden: false));
                continue;
            }

            var wanted = Math.Min(Math.Clamp(Number(cell, "colspan") ?? 1, 1, options.LargestColumnSpan), options.MostColumns - column);
            var width = 1;
            while (width < wanted && !IsCovered(column + width))
                width++;
            var height = Number(cell, "rowspan") is { } rows and > 0 ? Math.Min(rows, options.LargestRowSpan) : Number(cell, "rowspan") is 0 ? int.MaxValue : 1;
            height = Math.Min(height, groupEnd - number);
            for (var i = column; i < column + width; i++)
                Cover(i, number + height);
            spans.Add(new GridSpan(column, column + width));
            placed.Add(new PlacedCell(cell, new CellPlace(number, column, height, width), IsHidden: false));
            column += width;
        }

        return spans;

        bool IsCovered(int at) => at < free.Count && free[at] > number;

        void Cover(int at, int until)
        {
            while (free.Count <= at)
                free.Add(0);
            free[at] = until;
        }
    }

    // Rows marked as the head, or of header cells only; a band over all columns below a header is the first of the body.
    private static int HeaderRows(List<Row> rows)
    {
        var count = 0;
        foreach (var row in rows)
        {
            var isBand = row.Cells.Length == 1 && count > 0 && rows[count - 1].Cells.Length > 1;
            if (!row.IsHead && (row.Cells.IsEmpty || isBand || row.Cells.Any(cell => cell.LocalName != "th")))
                break;
            count++;
        }

        // A table of nothing but header cells has no header.
        return count == rows.Count && !rows.Exists(row => row.IsHead) ? 0 : count;
    }

    private List<List<Row>> Groups(IElement table)
    {
        var groups = new List<List<Row>>();
        var feet = new List<List<Row>>();
        foreach (var child in table.Children)
        {
            if (child.LocalName == "tr")
                groups.Add([RowOf(child, child)]);
            else if (child.LocalName is "tbody" or "thead")
                groups.Add([.. child.ChildrenNamed("tr").Select(row => RowOf(row, child))]);
            else if (child.LocalName == "tfoot")
                feet.Add([.. child.ChildrenNamed("tr").Select(row => RowOf(row, child))]);
        }

        return [.. groups, .. feet];
    }

    private Row RowOf(IElement row, IElement group) => new(
        [.. row.ChildrenNamed("td", "th")], group.LocalName == "thead", visibility.IsHidden(row) || (group != row && visibility.IsHidden(group)));

    private static int? Number(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute)?.Trim().TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Row(ImmutableArray<IElement> Cells, bool IsHead, bool IsHidden);
}
