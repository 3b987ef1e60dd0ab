using System.Globalization;
using System.Xml.Linq;

namespace Ingest.Reading.Odf;

/// <summary>Namespaces of OpenDocument, and questions to its elements. Values that the schema forbids count as not there.</summary>
internal static class OdfXml
{
    public static readonly XNamespace Office = Oasis("office");
    public static readonly XNamespace Text = Oasis("text");
    public static readonly XNamespace Table = Oasis("table");
    public static readonly XNamespace Style = Oasis("style");
    public static readonly XNamespace Draw = Oasis("drawing");
    public static readonly XNamespace Fo = Oasis("xsl-fo-compatible");
    public static readonly XNamespace Svg = Oasis("svg-compatible");
    public static readonly XNamespace Form = Oasis("form");
    public static readonly XNamespace Manifest = Oasis("manifest");
    public static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    /// <summary>Namespace of what LibreOffice adds.</summary>
    public static readonly XNamespace Extension = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0";

    /// <summary>Namespace of the form fields that come from Word files.</summary>
    public static readonly XNamespace Field = "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0";

    private const double PointsPerInch = 72;
    private const double CentimetresPerInch = 2.54;

    /// <summary>The value of an attribute, or null.</summary>
    public static string? Get(this XElement? element, XName name) => element?.Attribute(name)?.Value;

    /// <summary>The whole number of an attribute, or null.</summary>
    public static int? Whole(this XElement? element, XName name) =>
        int.TryParse(element.Get(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>How many times an element stands: 1 where nothing is said, never more than a limit.</summary>
    public static int Times(this XElement element, XName name, int limit)
    {
        // A number too large for the type is a large number.
        var text = element.Get(name);
        if (text is null)
            return 1;
        return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Clamp(number, 1, limit)
            : text.All(char.IsAsciiDigit) && text.Length > 0 ? limit : 1;
    }

    /// <summary>Whether an attribute says yes.</summary>
    public static bool IsOn(this XElement? element, XName name) => element.Get(name) == "true";

    /// <summary>A length in points, or null where it is none.</summary>
    public static double? ToPoints(string? length)
    {
        if (length is null)
            return null;
        var end = length.Length;
        while (end > 0 && !char.IsAsciiDigit(length[end - 1]))
            end--;
        if (!double.TryParse(length.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        return length[end..] switch
        {
            "pt" => number,
            "in" => number * PointsPerInch,
            "cm" => number * PointsPerInch / CentimetresPerInch,
            "mm" => number * PointsPerInch / CentimetresPerInch / 10,
            "pc" => number * 12,
            "px" => number * 0.75,
            _ => null,
        };
    }

    private static XNamespace Oasis(string name) => $"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0";
}
