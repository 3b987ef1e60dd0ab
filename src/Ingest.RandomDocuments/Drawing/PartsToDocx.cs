using System.Xml.Linq;

namespace Ingest.RandomDocuments.Drawing;

/// <summary>A document as a word processor's file.</summary>
internal static class PartsToDocx
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The package.</summary>
    public static byte[] Write(DocumentParts document) => PackageFile.Pack(
    [
        PackageFile.Types(("/word/document.xml", "wordprocessingml.document.main"), ("/word/styles.xml", "wordprocessingml.styles")),
        PackageFile.Relations("_rels/.rels", ("officeDocument", "word/document.xml")),
        PackageFile.Relations("word/_rels/document.xml.rels", ("styles", "styles.xml")),
        ("word/styles.xml", Styles()),
        ("word/document.xml", new XElement(W + "document", new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName), new XElement(W + "body", document.Parts.SelectMany(part => Of(part, document.Look)), Section(document.Look)))),
    ]);

    private static IEnumerable<XElement> Of(Part part, PageLook look) => part switch
    {
        TextPart text => [Paragraph(text)],
        // Two tables that touch would be one.
        TablePart table => [Table(table, look), new XElement(W + "p")],
        _ => [],
    };

    private static XElement Paragraph(TextPart part)
    {
        var style = part.Look switch
        {
            TextLook.Title => "Title",
            TextLook.Heading => "Heading1",
            TextLook.SubHeading => "Heading2",
            TextLook.MinorHeading => "Heading3",
            _ => null,
        };
        return new XElement(W + "p", style is null ? null : new XElement(W + "pPr", new XElement(W + "pStyle", Value(style))), Run(part.Text, isBold: false));
    }

    private static XElement Table(TablePart table, PageLook look)
    {
        var borders = table.Rules switch
        {
            Rules.All => (string[])["top", "left", "bottom", "right", "insideH", "insideV"],
            Rules.Rows => ["top", "bottom", "insideH"],
            Rules.Frame => ["top", "left", "bottom", "right"],
            _ => [],
        };
        return new XElement(
            W + "tbl",
            new XElement(
                W + "tblPr",
                new XElement(W + "tblW", new XAttribute(W + "w", 5000), new XAttribute(W + "type", "pct")),
                new XElement(W + "tblBorders", borders.Select(border => new XElement(W + border, Value("single"), new XAttribute(W + "sz", 4))))),
            new XElement(W + "tblGrid", Enumerable.Range(0, table.ColumnCount).Select(_ => new XElement(W + "gridCol", new XAttribute(W + "w", 1200)))),
            table.Rows.Select((_, row) => Row(table, row, look)));
    }

    private static XElement Row(TablePart table, int row, PageLook look)
    {
        var properties = new XElement(W + "trPr");
        if (!look.CutsRows)
            properties.Add(new XElement(W + "cantSplit"));
        if (row < table.HeaderRows && look.RepeatsHeaders)
            properties.Add(new XElement(W + "tblHeader"));
        // A cell from above goes on as an empty one in its place.
        var cells = table.Rows[row].Select(cell => (Cell: cell, GoesOn: false))
            .Concat(Enumerable.Range(0, row).SelectMany(above => table.Rows[above].Where(cell => above + cell.RowSpan > row)).Select(cell => (Cell: cell, GoesOn: true)))
            .OrderBy(item => item.Cell.Column);
        return new XElement(W + "tr", properties, cells.Select(item => CellOf(item.Cell, item.GoesOn)));
    }

    private static XElement CellOf(Cell cell, bool goesOn)
    {
        var properties = new XElement(W + "tcPr");
        if (cell.ColumnSpan > 1)
            properties.Add(new XElement(W + "gridSpan", Value(cell.ColumnSpan)));
        if (cell.RowSpan > 1)
            properties.Add(new XElement(W + "vMerge", goesOn ? null : Value("restart")));
        if (cell.IsShaded)
            properties.Add(new XElement(W + "shd", Value("clear"), new XAttribute(W + "fill", "D9D9D9")));
        var lines = goesOn ? [""] : cell.Text.Split('\n');
        return new XElement(W + "tc", properties, lines.Select(line => new XElement(
            W + "p",
            new XElement(W + "pPr", new XElement(W + "jc", Value(cell.Side switch { Side.Right => "right", Side.Middle => "center", _ => "left" }))),
            line.Length == 0 ? null : Run(line, cell.IsBold))));
    }

    private static XElement Run(string text, bool isBold) => new(
        W + "r",
        isBold ? new XElement(W + "rPr", new XElement(W + "b")) : null,
        new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private static XElement Section(PageLook look)
    {
        var (width, height) = look.IsLandscape ? (16838, 11906) : (11906, 16838);
        return new XElement(W + "sectPr", new XElement(W + "pgSz", new XAttribute(W + "w", width), new XAttribute(W + "h", height), look.IsLandscape ? new XAttribute(W + "orient", "landscape") : null));
    }

    private static XElement Styles() => new(
        W + "styles",
        new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
        Style("Title", "Title", null, 32),
        Style("Heading1", "heading 1", 0, 26),
        Style("Heading2", "heading 2", 1, 24),
        Style("Heading3", "heading 3", 2, 22));

    private static XElement Style(string id, string name, int? level, int halfPoints) => new(
        W + "style",
        new XAttribute(W + "type", "paragraph"),
        new XAttribute(W + "styleId", id),
        new XElement(W + "name", Value(name)),
        level is null ? null : new XElement(W + "pPr", new XElement(W + "outlineLvl", Value(level))),
        new XElement(W + "rPr", new XElement(W + "b"), new XElement(W + "sz", Value(halfPoints))));

    private static XAttribute Value(object value) => new(W + "val", value);
}
