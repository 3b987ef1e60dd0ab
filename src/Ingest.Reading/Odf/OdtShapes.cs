using System.Collections.Frozen;
using System.Xml.Linq;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Odf;

/// <summary>
/// Looks into frames and shapes: those with text, the fields of forms, pictures, and what may hold words and is not read
/// (charts, embedded files), which is told by its name in the package.
/// </summary>
internal sealed class OdtShapes
{
    private static readonly FrozenSet<string> Objects = FrozenSet.Create(
        StringComparer.Ordinal, "object", "object-ole", "plugin", "applet", "floating-frame");

    private readonly Dictionary<string, XElement> _fields = new(StringComparer.Ordinal);
    private readonly ReadingTally _tally;

    /// <summary>The shapes of a document.</summary>
    /// <param name="body">Its body, which declares the fields of forms; null where it has none.</param>
    /// <param name="tally">Where what is not read is told.</param>
    public OdtShapes(XElement? body, ReadingTally tally)
    {
        _tally = tally;
        foreach (var field in body?.Element(OdfXml.Office + "forms")?.Descendants() ?? [])
        {
            if ((field.Get(XNamespace.Xml + "id") ?? field.Get(OdfXml.Form + "id")) is { } id)
                _fields.TryAdd(id, field);
        }
    }

    /// <summary>Whether an image was met.</summary>
    public bool HasImage { get; private set; }

    /// <summary>Whether an element is a frame, shape or group.</summary>
    public static bool IsShape(XElement element) => element.Name.Namespace == OdfXml.Draw;

    /// <summary>The elements in a shape that hold paragraphs, in order.</summary>
    public IEnumerable<XElement> Boxes(XElement shape)
    {
        if (shape.Elements().Any(child => child.Name == OdfXml.Text + "p" || child.Name == OdfXml.Text + "h" || child.Name == OdfXml.Text + "list"))
            yield return shape;
        foreach (var child in shape.Elements().Where(IsShape))
        {
            if (Objects.Contains(child.Name.LocalName))
            {
                // The picture beside an object only stands in for it.
                Unread(child);
                yield break;
            }

            HasImage |= child.Name.LocalName == "image";
            foreach (var box in child.Name.LocalName == "text-box" ? [child] : Boxes(child))
                yield return box;
        }
    }

    /// <summary>What a field of a form shows; null for any other shape, and for a field without a value.</summary>
    public string? FieldText(XElement shape)
    {
        if (shape.Name != OdfXml.Draw + "control" || shape.Get(OdfXml.Draw + "control") is not { } id || !_fields.TryGetValue(id, out var field))
            return null;
        return field.Name.LocalName switch
        {
            "checkbox" => Labelled(field, field.Get(OdfXml.Form + "current-state") == "checked"),
            "radio" => Labelled(field, field.IsOn(OdfXml.Form + "current-selected")),
            "text" or "textarea" or "formatted-text" or "number" or "date" or "time" or "combobox" =>
                field.Get(OdfXml.Form + "current-value") ?? field.Get(OdfXml.Form + "value"),
            "listbox" => field.Elements(OdfXml.Form + "option").FirstOrDefault(option => option.IsOn(OdfXml.Form + "current-selected")).Get(OdfXml.Form + "label"),
            "fixed-text" => field.Get(OdfXml.Form + "label"),
            _ => null,
        };
    }

    private static string Labelled(XElement field, bool isTicked) =>
        $"{(isTicked ? SymbolFonts.Ticked : SymbolFonts.Unticked)} {field.Get(OdfXml.Form + "label")}";

    private void Unread(XElement part)
    {
        var place = part.Get(OdfXml.XLink + "href") ?? part.Parent.Get(OdfXml.Draw + "name") ?? "";
        _tally.Unread(place.StartsWith("./", StringComparison.Ordinal) ? place[2..] : place, $"draw:{part.Name.LocalName}");
    }
}
