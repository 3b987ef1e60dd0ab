using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ingest.Tests.Export.Corrections;

/// <summary>Types into the sheet « À vérifier » as staff do.</summary>
internal static class TypedSheet
{
    /// <summary>Types corrections, each into the first row of its value that is still empty.</summary>
    public static void Type(string file, params (string Pointer, object Value, string? Why)[] typed)
    {
        using var workbook = SpreadsheetDocument.Open(file, isEditable: true);
        var used = new HashSet<(string, int)>();
        foreach (var (pointer, value, why) in typed)
        {
            // What is typed twice for one value goes into its next row where there is one, else over the first.
            var rows = RowsOf(workbook, pointer);
            var row = rows.FirstOrDefault(row => used.Add((pointer, row)), rows[0]).ToString(CultureInfo.InvariantCulture);
            Fill(Cells(workbook).Single(cell => cell.CellReference == "J" + row), value);
            if (why is not null)
                Fill(Cells(workbook).Single(cell => cell.CellReference == "K" + row), why);
        }
    }

    /// <summary>The rows of a value.</summary>
    public static List<int> RowsOf(string file, string pointer)
    {
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        return RowsOf(workbook, pointer);
    }

    private static List<int> RowsOf(SpreadsheetDocument workbook, string pointer) =>
        [.. Cells(workbook).Where(cell => cell.CellReference!.Value![0] == 'L' && cell.InnerText == pointer).Select(cell => int.Parse(cell.CellReference!.Value![1..], CultureInfo.InvariantCulture))];

    private static void Fill(Cell cell, object value)
    {
        cell.RemoveAllChildren();
        if (value is decimal number)
        {
            cell.DataType = null;
            cell.CellValue = new CellValue(number);
        }
        else
        {
            cell.DataType = CellValues.InlineString;
            cell.AppendChild(new InlineString(new Text((string)value)));
        }
    }

    private static IEnumerable<Cell> Cells(SpreadsheetDocument workbook)
    {
        var sheet = workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == "À vérifier");
        return ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Cell>();
    }
}
