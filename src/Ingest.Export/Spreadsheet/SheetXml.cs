using System.Globalization;
using System.Xml;
using Ingest.Export.Writers;

namespace Ingest.Export.Spreadsheet;

/// <summary>A sheet as its part of the package, row by row: nothing is held.</summary>
internal static class SheetXml
{
    /// <summary>Rows that a sheet can have (ECMA-376), the header among them.</summary>
    public const int MostRows = 1_048_576;

    private const string Main = WorkbookFile.MainNamespace;

    // Points of a line of the workbook's letters (11 points).
    private const int LineHeight = 15;

    // Beyond, a row would fill the screen; the cell still has the whole text.
    private const int MostLines = 12;
    private const int TitleLines = 2;

    // Bold letters are wider, and a heading shares its cell with the arrow of the filter.
    private const double BoldWidth = 0.75;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>Writes a sheet; tells how many of its rows found no room.</summary>
    public static long Write(XmlWriter xml, Sheet sheet, bool isFirst)
    {
        xml.WriteStartElement("worksheet", Main);
        WriteView(xml, sheet, isFirst);
        xml.WriteStartElement("sheetFormatPr", Main);
        xml.WriteAttributeString("defaultRowHeight", LineHeight.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        WriteColumns(xml, sheet);
        xml.WriteStartElement("sheetData", Main);
        var row = 0;
        if (sheet.HasHeader)
            WriteRow(xml, sheet, ++row, [.. sheet.Columns.Select(column => new Cell(column.Heading, CellFormat.Header))]);
        var left = 0L;
        foreach (var cells in sheet.Rows)
        {
            if (row == MostRows)
                left++;
            else
                WriteRow(xml, sheet, ++row, cells);
        }

        xml.WriteEndElement();
        if (sheet.HasHeader)
            WriteFilter(xml, sheet, row);
        xml.WriteStartElement("pageSetup", Main);
        xml.WriteAttributeString("paperSize", "9");
        xml.WriteAttributeString("orientation", "landscape");
        xml.WriteEndElement();
        xml.WriteEndElement();
        return left;
    }

    private static void WriteView(XmlWriter xml, Sheet sheet, bool isFirst)
    {
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        if (!sheet.HasHeader)
            xml.WriteAttributeString("showGridLines", "0");
        if (isFirst)
            xml.WriteAttributeString("tabSelected", "1");
        xml.WriteAttributeString("workbookViewId", "0");
        if (sheet.HasHeader)
        {
            xml.WriteStartElement("pane", Main);
            if (sheet.FrozenColumns > 0)
                xml.WriteAttributeString("xSplit", sheet.FrozenColumns.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("ySplit", "1");
            xml.WriteAttributeString("topLeftCell", CellText.ColumnName(sheet.FrozenColumns) + "2");
            xml.WriteAttributeString("activePane", sheet.FrozenColumns > 0 ? "bottomRight" : "bottomLeft");
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteColumns(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var place = (i + 1).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", place);
            xml.WriteAttributeString("max", place);
            xml.WriteAttributeString("width", sheet.Columns[i].Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            if (sheet.Columns[i].IsHidden)
                xml.WriteAttributeString("hidden", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteFilter(XmlWriter xml, Sheet sheet, int rows)
    {
        xml.WriteStartElement("autoFilter", Main);
        xml.WriteAttributeString("ref", FormattableString.Invariant($"A1:{CellText.ColumnName(sheet.Columns.Count - 1)}{rows}"));
        xml.WriteEndElement();
        if (sheet.MarkedColumn is not { } marked || rows < 2)
            return;
        var name = CellText.ColumnName(marked);
        xml.WriteStartElement("conditionalFormatting", Main);
        xml.WriteAttributeString("sqref", FormattableString.Invariant($"{name}2:{name}{rows}"));
        xml.WriteStartElement("cfRule", Main);
        xml.WriteAttributeString("type", "cellIs");
        xml.WriteAttributeString("dxfId", "0");
        xml.WriteAttributeString("priority", "1");
        xml.WriteAttributeString("operator", "equal");
        xml.WriteElementString("formula", Main, $"\"{sheet.MarkedText}\"");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, Sheet sheet, int row, IReadOnlyList<Cell> cells)
    {
        var number = row.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number);
        if (LinesOf(sheet, cells) is > 1 and var lines)
        {
            xml.WriteAttributeString("ht", (lines * LineHeight).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", "1");
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { Value: null, Formula: null, Format: not CellFormat.Input })
                continue;
            WriteCell(xml, CellText.ColumnName(i) + number, cells[i]);
        }

        xml.WriteEndElement();
    }

    // Not every program fits rows to their text by itself: the height is reckoned from the widths of the columns.
    private static int LinesOf(Sheet sheet, IReadOnlyList<Cell> cells)
    {
        var lines = 1;
        for (var i = 0; i < cells.Count && i < sheet.Columns.Count; i++)
        {
            if (cells[i] is not { Value: string text, Format: CellFormat.Wrapped or CellFormat.Header or CellFormat.Title } || sheet.Columns[i].IsHidden)
                continue;
            var width = cells[i].Format == CellFormat.Wrapped ? sheet.Columns[i].Width : sheet.Columns[i].Width * BoldWidth;
            lines = Math.Max(lines, cells[i].Format == CellFormat.Title ? TitleLines : text.Split('\n').Sum(part => 1 + (int)(part.Length / width)));
        }

        return Math.Min(lines, MostLines);
    }

    private static void WriteCell(XmlWriter xml, string place, Cell cell)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", ((int)FormatOf(cell)).ToString(CultureInfo.InvariantCulture));
        if (cell.Value is string text && cell.Formula is null)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(CellText.Encode(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else
        {
            if (cell.Value is string)
                xml.WriteAttributeString("t", "str");
            if (cell.Formula is not null)
                xml.WriteElementString("f", Main, cell.Formula);
            if (cell.Value is not null)
                xml.WriteElementString("v", Main, cell.Value is string words ? CellText.Encode(words) : NumberOf(cell.Value));
        }

        xml.WriteEndElement();
    }

    // Text that begins as a formula does keeps the mark by which a spreadsheet knows it for text, for the day when somebody edits it.
    private static CellFormat FormatOf(Cell cell) => cell is { Value: string text, Formula: null } && FormulaGuard.Protect(text) != text
        ? cell.Format == CellFormat.Wrapped ? CellFormat.QuotedWrapped : CellFormat.QuotedText
        : cell.Format;

    private static string NumberOf(object value) => value switch
    {
        DateOnly day => (day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture),
        bool yes => yes ? "1" : "0",
        _ => PlainText.Of(value)!,
    };
}
