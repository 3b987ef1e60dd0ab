using System.Globalization;
using DocumentFormat.OpenXml;

namespace Ingest.Reading.Docx;

/// <summary>
/// Questions to WordprocessingML elements by their names. The typed classes are avoided on purpose: the library gives them
/// only where the schema allows the element, and throws on values that the schema forbids; real files break both rules.
/// </summary>
internal static class WordXml
{
    /// <summary>Namespace of WordprocessingML; the library maps the one of Strict files to it.</summary>
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Namespace of the 2010 additions: check boxes among the content controls.</summary>
    public const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    /// <summary>Namespace of relationship ids.</summary>
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>Whether it is the WordprocessingML element of that name.</summary>
    public static bool IsWord(this OpenXmlElement element, string name) =>
        element.LocalName == name && element.NamespaceUri == Word;

    /// <summary>Whether it is the mathematical element of that name.</summary>
    public static bool IsMath(this OpenXmlElement element, string name) =>
        element.LocalName == name && element.NamespaceUri == Math;

    /// <summary>Whether it is the element of that name of the markup compatibility namespace.</summary>
    public static bool IsCompatibility(this OpenXmlElement element, string name) =>
        element.LocalName == name && element.NamespaceUri == Compatibility;

    /// <summary>The first child of that name, or null.</summary>
    public static OpenXmlElement? Child(this OpenXmlElement? element, string name)
    {
        for (var child = element?.FirstChild; child is not null; child = child.NextSibling())
        {
            if (child.IsWord(name))
                return child;
        }

        return null;
    }

    /// <summary>The children of that name.</summary>
    public static IEnumerable<OpenXmlElement> Children(this OpenXmlElement? element, string name)
    {
        for (var child = element?.FirstChild; child is not null; child = child.NextSibling())
        {
            if (child.IsWord(name))
                yield return child;
        }
    }

    /// <summary>The value of an attribute, or null. Names of attributes are told without their namespace unless given.</summary>
    public static string? Attribute(this OpenXmlElement? element, string name, string? uri = null)
    {
        if (element is null)
            return null;
        foreach (var attribute in element.GetAttributes())
        {
            if (attribute.LocalName == name && (uri is null || attribute.NamespaceUri == uri))
                return attribute.Value;
        }

        return null;
    }

    /// <summary>The « val » of a child, or null.</summary>
    public static string? ChildValue(this OpenXmlElement? element, string name) => element.Child(name).Attribute("val");

    /// <summary>The whole number in the « val » of a child, or null.</summary>
    public static int? ChildNumber(this OpenXmlElement? element, string name) => ToNumber(element.ChildValue(name));

    /// <summary>The whole number that is written, or null.</summary>
    public static int? ToNumber(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The state of a switch child: true when it stands without a value, null when it is not there.</summary>
    public static bool? Switch(this OpenXmlElement? element, string name) =>
        element.Child(name) is { } child ? IsOn(child.Attribute("val")) : null;

    /// <summary>Whether a written switch is on; one without a value is.</summary>
    public static bool IsOn(string? value) => value is null or "1" or "true" or "on";
}
