using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Docx;

/// <summary>A cell of the file, in document order, with its place; null where it is not shown (merged away, deleted, hidden).</summary>
internal readonly record struct GridEntry(OpenXmlElement Element, CellPlace? Place);

/// <summary>The grid of a table as it is shown.</summary>
internal sealed record TableShape(int RowCount, int ColumnCount, int HeaderRowCount, ImmutableArray<GridEntry> Entries);

/// <summary>
/// Lays the cells of a table out: horizontal spans, vertical merges, cells left out at either end of a row
/// (ECMA-376, part 1, 17.4). Deleted and hidden rows take no place.
/// </summary>
internal sealed class TableToShape(AcceptedContent accepted, DocxOptions options, ReadingTally tally)
{
    private const int TwipsPerPoint = 20;
    private const int SpansPerRow = 16;

    /// <summary>The grid of a « tbl » element.</summary>
    public TableShape Shape(OpenXmlElement table)
    {
        var rows = accepted.Of(table).Where(child => child.IsWord("tr")).Select(ReadRow).ToList();
        var shownRows = rows.Where(row => row.IsShown).ToList();
        var widths = table.Child("tblGrid").Children("gridCol").Select(column => WordXml.ToNumber(column.Attribute("w")) ?? 0).ToList();
        var spans = shownRows.Select(row => row.Cells.Where(cell => cell.IsShown).Select(cell => cell.Span).ToList()).ToList();
        var lines = GridColumns.Shown(spans, widths, (int)(options.ColumnTolerance * TwipsPerPoint));
        return new TableShape(
            shownRows.Count, lines.IsEmpty ? 0 : lines[^1], shownRows.TakeWhile(row => row.IsHeader).Count(), Place(rows, lines));
    }

    private Row ReadRow(OpenXmlElement row)
    {
        var properties = row.Child("trPr");
        var isDeleted = AcceptedContent.IsDeleted(row);
        if (isDeleted)
            tally.Deletion();
        else if (properties.Child("ins") is not null)
            tally.Insertion();
        var cells = new List<Cell>();
        var column = Math.Clamp(properties.ChildNumber("gridBefore") ?? 0, 0, options.LargestSpan);
        foreach (var element in accepted.Of(row).Where(child => child.IsWord("tc")))
        {
            if (AcceptedContent.IsDeleted(element))
            {
                tally.Deletion();
                cells.Add(new Cell(element, default, IsShown: false, MergesUp: false));
                continue;
            }

            var cell = element.Child("tcPr");
            // Cells that cover much of the grid, one beside the other, would make it larger than the file.
            var widest = column < SpansPerRow * options.LargestSpan ? options.LargestSpan : 1;
            var end = column + Math.Clamp(cell.ChildNumber("gridSpan") ?? 1, 1, widest);
            var isPartOfLeft = IsContinued(cell, "hMerge") && cells.FindLastIndex(other => other.IsShown) is >= 0;
            if (isPartOfLeft)
            {
                var left = cells.FindLastIndex(other => other.IsShown);
                cells[left] = cells[left] with { Span = cells[left].Span with { End = end } };
            }

            cells.Add(new Cell(element, new GridSpan(column, end), !isPartOfLeft, MergesUp(cell)));
            column = end;
        }

        return new Row(cells, !isDeleted && properties.Switch("hidden") != true, properties.Switch("tblHeader") == true);
    }

    private static ImmutableArray<GridEntry> Place(List<Row> rows, ImmutableArray<int> lines)
    {
        var entries = ImmutableArray.CreateBuilder<GridEntry>();
        // The entry that the next row may go on with, by the columns it covers.
        var above = new Dictionary<GridSpan, int>();
        var number = 0;
        foreach (var row in rows)
        {
            var open = new Dictionary<GridSpan, int>();
            foreach (var cell in row.Cells)
            {
                if (!row.IsShown || !cell.IsShown)
                {
                    entries.Add(new GridEntry(cell.Element, null));
                    continue;
                }

                var span = new GridSpan(lines[cell.Span.Start], lines[cell.Span.End]);
                if (cell.MergesUp && above.TryGetValue(span, out var top) && entries[top].Place is { } place)
                {
                    entries[top] = entries[top] with { Place = place with { RowSpan = place.RowSpan + 1 } };
                    entries.Add(new GridEntry(cell.Element, null));
                    open[span] = top;
                    continue;
                }

                open[span] = entries.Count;
                entries.Add(new GridEntry(cell.Element, new CellPlace(number, span.Start, 1, span.End - span.Start)));
            }

            if (!row.IsShown)
                continue;
            above = open;
            number++;
        }

        return entries.ToImmutable();
    }

    // A tracked merge counts as made: its mark says so where the plain one is not there yet.
    private static bool MergesUp(OpenXmlElement? cell) =>
        cell.Child("cellMerge").Attribute("vMerge") is { } tracked ? tracked == "cont" : IsContinued(cell, "vMerge");

    private static bool IsContinued(OpenXmlElement? cell, string merge) =>
        cell.Child(merge) is { } mark && mark.Attribute("val") is null or "continue";

    private sealed record Row(List<Cell> Cells, bool IsShown, bool IsHeader);

    private sealed record Cell(OpenXmlElement Element, GridSpan Span, bool IsShown, bool MergesUp);
}
