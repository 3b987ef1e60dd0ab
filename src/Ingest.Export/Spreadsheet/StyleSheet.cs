using System.Xml;

namespace Ingest.Export.Spreadsheet;

/// <summary>The part <c>styles.xml</c>: one entry per <see cref="CellFormat"/>, in its order. Colours are neutral, and none says anything by itself.</summary>
internal static class StyleSheet
{
    private const string Main = WorkbookFile.MainNamespace;

    // Numbers of formats of our own begin at 164.
    private const int EuroFormat = 164;
    private const int DateFormat = 165;
    private const int NumberFormat = 166;
    private const int PercentFormat = 10;
    private const int IntegerFormat = 1;

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        Group(xml, "numFmts",
            [
                () => Element(xml, "numFmt", ("numFmtId", EuroFormat), ("formatCode", "#,##0.00\\ \"€\"")),
                () => Element(xml, "numFmt", ("numFmtId", DateFormat), ("formatCode", "dd/mm/yyyy")),
                () => Element(xml, "numFmt", ("numFmtId", NumberFormat), ("formatCode", "#,##0.####")),
            ]);
        Group(xml, "fonts", [() => Font(xml, 11, isBold: false), () => Font(xml, 11, isBold: true), () => Font(xml, 16, isBold: true)]);
        // The first two are the format's own.
        Group(xml, "fills", [() => Fill(xml, "none", null), () => Fill(xml, "gray125", null), () => Fill(xml, "solid", "FFD9E2EC"), () => Fill(xml, "solid", "FFFFF8DC")]);
        Group(xml, "borders", [() => Border(xml, null), () => Border(xml, "thin")]);
        Group(xml, "cellStyleXfs", [() => Element(xml, "xf", ("numFmtId", 0), ("fontId", 0), ("fillId", 0), ("borderId", 0))]);
        Group(xml, "cellXfs", [.. Enum.GetValues<CellFormat>().Select<CellFormat, Action>(format => () => Format(xml, format))]);
        Group(xml, "cellStyles", [() => Element(xml, "cellStyle", ("name", "Normal"), ("xfId", 0), ("builtinId", 0))]);
        Group(xml, "dxfs", [() => Differential(xml)]);
        xml.WriteEndElement();
    }

    private static void Format(XmlWriter xml, CellFormat format)
    {
        var number = format switch
        {
            CellFormat.Euros => EuroFormat,
            CellFormat.Date => DateFormat,
            CellFormat.Number => NumberFormat,
            CellFormat.Percent => PercentFormat,
            CellFormat.Integer => IntegerFormat,
            _ => 0,
        };
        var (font, fill, border) = format switch
        {
            CellFormat.Header => (1, 2, 1),
            CellFormat.Title => (2, 0, 0),
            CellFormat.Input => (0, 3, 1),
            _ => (0, 0, 0),
        };
        xml.WriteStartElement("xf", Main);
        Attributes(xml, ("numFmtId", number), ("fontId", font), ("fillId", fill), ("borderId", border), ("xfId", 0));
        if (format is CellFormat.QuotedText or CellFormat.QuotedWrapped)
            Attributes(xml, ("quotePrefix", 1));
        Attributes(xml, ("applyNumberFormat", 1), ("applyFont", 1), ("applyFill", 1), ("applyBorder", 1), ("applyAlignment", 1));
        var wraps = format is CellFormat.Header or CellFormat.Wrapped or CellFormat.QuotedWrapped or CellFormat.Input;
        // Text stands a little off the number at its left.
        var isText = format is CellFormat.Text or CellFormat.Wrapped or CellFormat.QuotedText or CellFormat.QuotedWrapped;
        xml.WriteStartElement("alignment", Main);
        if (isText)
            Attributes(xml, ("horizontal", "left"), ("indent", 1));
        Attributes(xml, ("vertical", "top"), ("wrapText", wraps ? 1 : 0));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Differential(XmlWriter xml)
    {
        xml.WriteStartElement("dxf", Main);
        xml.WriteStartElement("font", Main);
        Element(xml, "b");
        xml.WriteEndElement();
        xml.WriteStartElement("fill", Main);
        xml.WriteStartElement("patternFill", Main);
        Element(xml, "bgColor", ("rgb", "FFF8D7C4"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Font(XmlWriter xml, int size, bool isBold)
    {
        xml.WriteStartElement("font", Main);
        if (isBold)
            Element(xml, "b");
        Element(xml, "sz", ("val", size));
        Element(xml, "name", ("val", "Calibri"));
        xml.WriteEndElement();
    }

    private static void Fill(XmlWriter xml, string pattern, string? colour)
    {
        xml.WriteStartElement("fill", Main);
        xml.WriteStartElement("patternFill", Main);
        Attributes(xml, ("patternType", pattern));
        if (colour is not null)
            Element(xml, "fgColor", ("rgb", colour));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Border(XmlWriter xml, string? style)
    {
        xml.WriteStartElement("border", Main);
        foreach (var side in (string[])["left", "right", "top", "bottom"])
        {
            xml.WriteStartElement(side, Main);
            if (style is not null)
            {
                Attributes(xml, ("style", style));
                Element(xml, "color", ("rgb", "FF9AA5B1"));
            }

            xml.WriteEndElement();
        }

        Element(xml, "diagonal");
        xml.WriteEndElement();
    }

    private static void Group(XmlWriter xml, string name, IReadOnlyList<Action> parts)
    {
        xml.WriteStartElement(name, Main);
        Attributes(xml, ("count", parts.Count));
        foreach (var part in parts)
            part();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        xml.WriteStartElement(name, Main);
        Attributes(xml, attributes);
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, FormattableString.Invariant($"{value}"));
    }
}
