using System.Collections.Immutable;
using System.Xml.Linq;
using Ingest.Model.Findings;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Odf;

/// <summary>
/// Reads a table of a workbook as a sheet. What is repeated is counted, not walked: the rest of a sheet, a million empty rows,
/// costs nothing.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="styles">The styles of the workbook.</param>
/// <param name="cells">The reader of cells.</param>
/// <param name="texts">The reader of what stands beside them.</param>
internal sealed class OdsSheetReader(OdfOptions options, OdfStyles styles, OdsCellReader cells, OdsTexts texts)
{
    // A row or column lower than this, in points, is drawn to nothing.
    private const double Nothing = 0.1;

    private int _cellCount;
    private long _characters;

    /// <summary>The sheet of a « table:table » element, and what is to be told of it.</summary>
    public (Sheet Sheet, ImmutableArray<Finding> Findings) Read(XElement table)
    {
        var name = table.Get(OdfXml.Table + "name") ?? "";
        var gathered = new Gathered(texts.Around(table));
        ReadColumns(table, gathered);
        ReadRows(table, isHeader: false, gathered);
        var sheet = new Sheet
        {
            Name = name,
            IsHidden = styles.Property("table", table.Get(OdfXml.Table + "style-name"), "table-properties", OdfXml.Table + "display") == "false",
            Cells = gathered.Cells.ToImmutable(),
            Merges = gathered.Merges.ToImmutable(),
            HiddenRows = new LineSpans(gathered.HiddenRows),
            HiddenColumns = new LineSpans(gathered.HiddenColumns),
            HeaderRanges = [.. gathered.Headers, .. OdsNamedRanges.Headers(table.Parent, name)],
            Texts = [.. gathered.Texts],
        };
        return (sheet, gathered.IsCut ? [SourceFindings.CellLimit.At(null, null, new Wording($"Feuille « {name} »", $"Sheet “{name}”"), gathered.Cells.Count)] : []);
    }

    private void ReadColumns(XElement parent, Gathered gathered)
    {
        foreach (var child in parent.Elements().Where(child => child.Name.Namespace == OdfXml.Table))
        {
            if (child.Name.LocalName is "table-columns" or "table-column-group" or "table-header-columns")
            {
                ReadColumns(child, gathered);
            }
            else if (child.Name.LocalName == "table-column")
            {
                var span = Span(gathered.Columns.Count == 0 ? 0 : gathered.Columns[^1].Span.Last + 1, child, "number-columns-repeated", SheetRange.LastPossibleColumn);
                gathered.Columns.Add((span, child.Get(OdfXml.Table + "default-cell-style-name")));
                if (IsHidden(child, "table-column", OdfXml.Style + "column-width"))
                    gathered.HiddenColumns.Add(span);
            }
        }
    }

    private void ReadRows(XElement parent, bool isHeader, Gathered gathered)
    {
        foreach (var child in parent.Elements().Where(child => child.Name.Namespace == OdfXml.Table))
        {
            if (child.Name.LocalName is "table-rows" or "table-row-group")
            {
                ReadRows(child, isHeader, gathered);
            }
            else if (child.Name.LocalName == "table-header-rows")
            {
                var first = gathered.Row;
                ReadRows(child, isHeader: true, gathered);
                gathered.Headers.Add(new SheetRange(first, 0, Math.Max(first, gathered.Row - 1), SheetRange.LastPossibleColumn));
            }
            else if (child.Name.LocalName == "table-row" && gathered.Row <= SheetRange.LastPossibleRow && !gathered.IsCut)
            {
                var span = Span(gathered.Row, child, "number-rows-repeated", SheetRange.LastPossibleRow);
                if (IsHidden(child, "table-row", OdfXml.Style + "row-height"))
                    gathered.HiddenRows.Add(span);
                ReadRow(child, span, gathered);
                gathered.Row = span.Last + 1;
            }
        }
    }

    private void ReadRow(XElement row, LineSpan rows, Gathered gathered)
    {
        var column = 0;
        var style = row.Get(OdfXml.Table + "default-cell-style-name");
        foreach (var element in row.Elements().Where(IsCell))
        {
            if (column > SheetRange.LastPossibleColumn || gathered.IsCut)
                return;
            var columns = Span(column, element, "number-columns-repeated", SheetRange.LastPossibleColumn);
            column = columns.Last + 1;
            gathered.Texts.AddRange(texts.On(element, rows.First, columns.First));
            Merge(element, rows, columns.First, gathered);
            // Cells are alike over the columns of an element, but an empty one takes its look from its column.
            if (cells.Read(element, element.Get(OdfXml.Table + "style-name") ?? style ?? gathered.StyleOf(columns.First)) is { } cell)
                Place(cell, rows, columns, gathered);
        }
    }

    private void Place(SheetCell cell, LineSpan rows, LineSpan columns, Gathered gathered)
    {
        // Boxes drawn to the end of the sheet hold nothing that anybody sees.
        if (!cell.IsFilled && (rows.Last - rows.First >= options.LargestRepetition || columns.Last - columns.First >= options.LargestRepetition))
            return;
        for (var row = rows.First; row <= rows.Last; row++)
        {
            for (var column = columns.First; column <= columns.Last; column++)
            {
                _characters += cell.Text.Length;
                if (++_cellCount > options.Limits.TableCells || _characters > options.MostTextThousands * 1000L)
                {
                    gathered.IsCut = true;
                    return;
                }

                gathered.Cells.Add(cell with { Row = row, Column = column });
            }
        }
    }

    private static void Merge(XElement cell, LineSpan rows, int column, Gathered gathered)
    {
        var width = cell.Times(OdfXml.Table + "number-columns-spanned", SheetRange.LastPossibleColumn - column + 1);
        var height = cell.Times(OdfXml.Table + "number-rows-spanned", SheetRange.LastPossibleRow - rows.First + 1);
        if (width > 1 || height > 1)
            gathered.Merges.Add(new SheetRange(rows.First, column, rows.First + height - 1, column + width - 1));
    }

    private bool IsHidden(XElement line, string family, XName size) =>
        line.Get(OdfXml.Table + "visibility") is "collapse" or "filter"
        || OdfXml.ToPoints(styles.Property(family, line.Get(OdfXml.Table + "style-name"), family + "-properties", size)) < Nothing;

    private static LineSpan Span(int first, XElement element, string repetition, int last) =>
        new(first, first + element.Times(OdfXml.Table + repetition, Math.Max(1, last - first + 1)) - 1);

    private static bool IsCell(XElement element) =>
        element.Name == OdfXml.Table + "table-cell" || element.Name == OdfXml.Table + "covered-table-cell";

    // What the reading of one sheet gathers.
    private sealed class Gathered(IEnumerable<SheetText> around)
    {
        public int Row { get; set; }

        public bool IsCut { get; set; }

        public List<(LineSpan Span, string? Style)> Columns { get; } = [];

        public List<LineSpan> HiddenColumns { get; } = [];

        public List<LineSpan> HiddenRows { get; } = [];

        public List<SheetRange> Headers { get; } = [];

        public List<SheetText> Texts { get; } = [.. around];

        public ImmutableArray<SheetCell>.Builder Cells { get; } = ImmutableArray.CreateBuilder<SheetCell>();

        public ImmutableArray<SheetRange>.Builder Merges { get; } = ImmutableArray.CreateBuilder<SheetRange>();

        // Columns follow one another without gaps.
        public string? StyleOf(int column)
        {
            var (low, high) = (0, Columns.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Columns[middle].Span.Last < column)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low < Columns.Count ? Columns[low].Style : null;
        }
    }
}
