using System.Globalization;
using System.Xml.Linq;

namespace Ingest.RandomDocuments.Drawing;

/// <summary>A document as a workbook of one sheet: texts in the first column, tables below one another.</summary>
internal sealed class PartsToXlsx
{
    private const int FirstFormat = 164;

    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Format, bool IsBold, bool HasRules)> _styles = [("General", false, false)];
    private readonly List<XElement> _rows = [];
    private readonly List<string> _merges = [];
    private readonly bool _hasTextNumbers;

    private PartsToXlsx(bool hasTextNumbers) => _hasTextNumbers = hasTextNumbers;

    /// <summary>The package.</summary>
    public static byte[] Write(DocumentParts document)
    {
        var sheet = new PartsToXlsx(document.Look.HasTextNumbers);
        foreach (var part in document.Parts)
            sheet.Add(part);
        return PackageFile.Pack(
        [
            PackageFile.Types(("/xl/workbook.xml", "spreadsheetml.sheet.main"), ("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"), ("/xl/styles.xml", "spreadsheetml.styles")),
            PackageFile.Relations("_rels/.rels", ("officeDocument", "xl/workbook.xml")),
            PackageFile.Relations("xl/_rels/workbook.xml.rels", ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
            ("xl/workbook.xml", new XElement(S + "workbook", new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName), new XElement(S + "sheets",
                new XElement(S + "sheet", new XAttribute("name", "Programmation"), new XAttribute("sheetId", 1), new XAttribute(R + "id", "rId1"))))),
            ("xl/styles.xml", sheet.Styles()),
            ("xl/worksheets/sheet1.xml", new XElement(S + "worksheet", new XElement(S + "sheetData", sheet._rows), sheet._merges.Count == 0 ? null
                : new XElement(S + "mergeCells", sheet._merges.Select(merge => new XElement(S + "mergeCell", new XAttribute("ref", merge)))))),
        ]);
    }

    private void Add(Part part)
    {
        if (part is TextPart text)
        {
            AddRow([(0, text.Text, null, StyleOf("General", text.Look is not (TextLook.Body or TextLook.Item), false))]);
        }
        else if (part is TablePart table)
        {
            var first = _rows.Count;
            foreach (var (index, row) in table.Rows.Index())
            {
                var cells = new List<(int Column, string Text, SheetNumber? Number, int Style)>();
                foreach (var cell in row)
                {
                    cells.Add((cell.Column, cell.Text, cell.Number, StyleOf(cell.Number is { } number && !_hasTextNumbers ? number.Format : "General", cell.IsBold, table.Rules != Rules.None)));
                    if (cell.ColumnSpan > 1 || cell.RowSpan > 1)
                        _merges.Add($"{Name(cell.Column, first + index)}:{Name(cell.Column + cell.ColumnSpan - 1, first + index + cell.RowSpan - 1)}");
                }

                AddRow(cells);
            }

            AddRow([]);
        }
    }

    private void AddRow(List<(int Column, string Text, SheetNumber? Number, int Style)> cells) => _rows.Add(new XElement(
        S + "row",
        new XAttribute("r", _rows.Count + 1),
        cells.Select(cell =>
        {
            var element = new XElement(S + "c", new XAttribute("r", Name(cell.Column, _rows.Count)), new XAttribute("s", cell.Style));
            if (cell.Number is { } number && !_hasTextNumbers)
                element.Add(new XElement(S + "v", number.Value.ToString(CultureInfo.InvariantCulture)));
            else if (cell.Text.Length > 0)
                element.Add(new XAttribute("t", "inlineStr"), new XElement(S + "is", new XElement(S + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), cell.Text)));
            return element;
        })));

    private int StyleOf(string format, bool isBold, bool hasRules)
    {
        var style = (format, isBold, hasRules);
        if (_styles.IndexOf(style) is >= 0 and var known)
            return known;
        _styles.Add(style);
        return _styles.Count - 1;
    }

    private XElement Styles()
    {
        var formats = _styles.Select(style => style.Format).Where(format => format != "General").Distinct().ToList();
        XElement Empty(string name) => new(S + name);
        XElement Border(bool hasRules) => new(S + "border", ((string[])["left", "right", "top", "bottom"]).Select(side => new XElement(S + side, hasRules ? new XAttribute("style", "thin") : null)));
        return new XElement(
            S + "styleSheet",
            new XElement(S + "numFmts", new XAttribute("count", formats.Count), formats.Select((format, index) => new XElement(S + "numFmt", new XAttribute("numFmtId", FirstFormat + index), new XAttribute("formatCode", format)))),
            new XElement(S + "fonts", new XElement(S + "font", new XElement(S + "sz", new XAttribute("val", 11))), new XElement(S + "font", Empty("b"), new XElement(S + "sz", new XAttribute("val", 11)))),
            new XElement(S + "fills", new XElement(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", "none"))), new XElement(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", "gray125")))),
            new XElement(S + "borders", Border(false), Border(true)),
            new XElement(S + "cellXfs", _styles.Select(style => new XElement(
                S + "xf",
                new XAttribute("numFmtId", style.Format == "General" ? 0 : FirstFormat + formats.IndexOf(style.Format)),
                new XAttribute("fontId", style.IsBold ? 1 : 0),
                new XAttribute("fillId", 0),
                new XAttribute("borderId", style.HasRules ? 1 : 0),
                new XAttribute("applyNumberFormat", 1),
                new XAttribute("applyFont", 1)))));
    }

    private static string Name(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row + 1}");
    }
}
