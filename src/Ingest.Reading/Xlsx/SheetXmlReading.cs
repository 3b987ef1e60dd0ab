using System.Globalization;
using System.Xml;

namespace Ingest.Reading.Xlsx;

/// <summary>Questions to the element at which a reader stands.</summary>
internal static class SheetXmlReading
{
    /// <summary>Whether it stands at the start of the element of that name.</summary>
    public static bool Opens(this XmlReader reader, string name) => reader.NodeType == XmlNodeType.Element && reader.LocalName == name;

    /// <summary>The whole number in an attribute, null where there is none.</summary>
    public static int? Number(this XmlReader reader, string attribute) =>
        ToNumber(reader.GetAttribute(attribute));

    /// <summary>The whole number that is written, null where there is none.</summary>
    public static int? ToNumber(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The number in an attribute, null where there is none.</summary>
    public static double? Real(this XmlReader reader, string attribute) =>
        double.TryParse(reader.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether an attribute says yes.</summary>
    public static bool IsOn(this XmlReader reader, string attribute) => reader.GetAttribute(attribute) is "1" or "true";

    /// <summary>Whether a switch element is on: without a value it is.</summary>
    public static bool IsSwitchedOn(this XmlReader reader) => reader.GetAttribute("val") is null or "1" or "true";

    /// <summary>The id of the part that the element names.</summary>
    public static string? Relationship(this XmlReader reader)
    {
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            if (reader.LocalName != "id" || !reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                continue;
            var id = reader.Value;
            reader.MoveToElement();
            return id;
        }

        reader.MoveToElement();
        return null;
    }

    /// <summary>Reads the inside of the element, element by element, and ends behind it. Each is given at its start.</summary>
    public static IEnumerable<string> Inside(this XmlReader reader)
    {
        if (reader.IsEmptyElement)
            yield break;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
                yield return reader.LocalName;
        }
    }

    /// <summary>The characters of the element, without those of elements inside it. The reader ends at its end.</summary>
    public static string Characters(this XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var text = "";
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text = text.Length == 0 ? reader.Value : text + reader.Value;
        }

        return text;
    }
}
