using System.Globalization;
using System.Xml.Linq;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Odf;

/// <summary>
/// The styles that hold in one part of a document: the common ones, and the automatic ones of that part, whose names may
/// mean others elsewhere. Each takes over from its parents what it does not say.
/// </summary>
internal sealed class OdfStyles
{
    /// <summary>Family of the styles of paragraphs.</summary>
    public const string Paragraph = "paragraph";

    /// <summary>Family of the styles of letters.</summary>
    public const string Letters = "text";

    private const string Cell = "table-cell";

    /// <summary>The style of a paragraph that names none.</summary>
    private const string Standard = "Standard";

    // The size that LibreOffice gives to text of which nothing is said, in points.
    private const double DefaultSize = 12;
    private const int BoldWeight = 600;
    private const int Levels = 10;

    private readonly Dictionary<(string Family, string Name), XElement> _styles = [];
    private readonly Dictionary<string, XElement> _defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fonts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Family, string Name), RunTraits> _traits = [];
    private readonly RunTraits _ground;

    /// <summary>Styles of a part.</summary>
    /// <param name="part">Root of the part.</param>
    /// <param name="common">Root of the part that has the common styles; null where there is none.</param>
    public OdfStyles(XElement part, XElement? common)
    {
        // Automatic styles come first: the first of a name counts.
        foreach (var sheet in (XElement?[])[part.Element(OdfXml.Office + "automatic-styles"), part.Element(OdfXml.Office + "styles"), common?.Element(OdfXml.Office + "styles")])
            Take(sheet);
        foreach (var face in Faces(part).Concat(Faces(common)))
        {
            if (face.Get(OdfXml.Style + "name") is { } name && face.Get(OdfXml.Svg + "font-family") is { } family)
                _fonts.TryAdd(name, Unquoted(family));
        }

        Outline = (common ?? part).Element(OdfXml.Office + "styles")?.Element(OdfXml.Text + "outline-style");
        _ground = ToTraits(_defaults.GetValueOrDefault(Paragraph), RunTraits.None with { Size = DefaultSize });
    }

    /// <summary>The numbering of headings; null where the document has none.</summary>
    public XElement? Outline { get; }

    /// <summary>The list style of a name, or null.</summary>
    public XElement? List(string? name) => name is null ? null : _lists.GetValueOrDefault(name);

    /// <summary>A style and its parents, nearest first.</summary>
    public IEnumerable<XElement> Chain(string family, string? name)
    {
        // A broken file may make a style its own ancestor: none comes twice.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (name is not null && seen.Add(name) && _styles.TryGetValue((family, name), out var style))
        {
            yield return style;
            name = style.Get(OdfXml.Style + "parent-style-name");
        }
    }

    /// <summary>What the nearest style of a chain says under a name, or null.</summary>
    public string? Nearest(string family, string? name, XName attribute) =>
        Chain(family, name).Select(style => style.Get(attribute)).FirstOrDefault(value => value is not null);

    /// <summary>What the nearest style of a chain says in one of its groups of properties, or null.</summary>
    public string? Property(string family, string? name, string group, XName attribute) =>
        Chain(family, name).Select(style => style.Element(OdfXml.Style + group).Get(attribute)).FirstOrDefault(value => value is not null);

    /// <summary>The style of a paragraph or heading: the one it names, else the standard one.</summary>
    public string? ParagraphStyle(XElement paragraph)
    {
        var name = paragraph.Get(OdfXml.Text + "style-name");
        return name is not null && _styles.ContainsKey((Paragraph, name)) ? name : Standard;
    }

    /// <summary>The look of the letters of a paragraph.</summary>
    public RunTraits ParagraphTraits(string? style) => Traits(Paragraph, style, _ground);

    /// <summary>The look of the letters of a cell of a sheet.</summary>
    public RunTraits CellTraits(string? style) => Traits(Cell, style, ToTraits(_defaults.GetValueOrDefault(Cell), _ground));

    /// <summary>The look of the letters of a span over that of what is around it.</summary>
    public RunTraits SpanTraits(string? style, RunTraits around) => Chain(Letters, style).Reverse().Aggregate(around, (below, step) => ToTraits(step, below));

    /// <summary>The level that a style has among the headings, from 1; null for body text.</summary>
    public int? OutlineLevel(string? paragraphStyle) =>
        // Empty where a style takes itself out of the headings.
        int.TryParse(Nearest(Paragraph, paragraphStyle, OdfXml.Style + "default-outline-level"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var level)
            && level is >= 1 and <= Levels ? level : null;

    /// <summary>Whether a style, or one that it goes back to, is that of the title of a document.</summary>
    public bool IsTitle(string? paragraphStyle) => Chain(Paragraph, paragraphStyle)
        .TakeWhile(style => style.Attribute(OdfXml.Style + "default-outline-level") is null)
        .Any(style => (style.Get(OdfXml.Style + "display-name") ?? style.Get(OdfXml.Style + "name")) is { } name && IsNameOfTitle(name));

    private static bool IsNameOfTitle(string name) =>
        name.Equals("Title", StringComparison.OrdinalIgnoreCase) || name.Equals("Titre", StringComparison.OrdinalIgnoreCase);

    private RunTraits Traits(string family, string? name, RunTraits ground)
    {
        if (name is null)
            return ground;
        if (!_traits.TryGetValue((family, name), out var traits))
            _traits[(family, name)] = traits = Chain(family, name).Reverse().Aggregate(ground, (below, style) => ToTraits(style, below));
        return traits;
    }

    private RunTraits ToTraits(XElement? style, RunTraits below)
    {
        if (style?.Element(OdfXml.Style + "text-properties") is not { } properties)
            return below;
        return new RunTraits
        {
            IsBold = IsBold(properties.Get(OdfXml.Fo + "font-weight")),
            IsHidden = properties.Get(OdfXml.Text + "display") is { } display ? display == "none" : null,
            IsStruck = properties.Get(OdfXml.Style + "text-line-through-style") is { } strike ? strike != "none" : null,
            IsCapital = IsCapital(properties),
            Size = Size(properties.Get(OdfXml.Fo + "font-size"), below.Size),
            Font = FontOf(properties),
        }.Over(below);
    }

    /// <summary>The font that properties of letters name, or null.</summary>
    public string? FontOf(XElement? properties)
    {
        if (properties.Get(OdfXml.Style + "font-name") is { } name)
            return _fonts.GetValueOrDefault(name, name);
        return properties.Get(OdfXml.Fo + "font-family") is { } family ? Unquoted(family) : null;
    }

    private static bool? IsBold(string? weight) => weight switch
    {
        null => null,
        "bold" => true,
        "normal" => false,
        _ => int.TryParse(weight, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number >= BoldWeight : null,
    };

    private static bool? IsCapital(XElement properties)
    {
        var transform = properties.Get(OdfXml.Fo + "text-transform");
        var variant = properties.Get(OdfXml.Fo + "font-variant");
        return transform == "uppercase" || variant == "small-caps" ? true : transform is null && variant is null ? null : false;
    }

    private static double? Size(string? written, double? below)
    {
        if (written is null || !written.EndsWith('%'))
            return OdfXml.ToPoints(written);
        return double.TryParse(written.AsSpan(0, written.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
            ? share / 100 * below
            : null;
    }

    private void Take(XElement? sheet)
    {
        foreach (var style in sheet?.Elements() ?? [])
        {
            var name = style.Get(OdfXml.Style + "name");
            var family = style.Get(OdfXml.Style + "family");
            if (style.Name == OdfXml.Style + "style" && name is not null && family is not null)
                _styles.TryAdd((family, name), style);
            else if (style.Name == OdfXml.Style + "default-style" && family is not null)
                _defaults.TryAdd(family, style);
            else if (style.Name == OdfXml.Text + "list-style" && name is not null)
                _lists.TryAdd(name, style);
        }
    }

    private static IEnumerable<XElement> Faces(XElement? part) => part?.Element(OdfXml.Office + "font-face-decls")?.Elements(OdfXml.Style + "font-face") ?? [];

    private static string Unquoted(string family) => family.Split(',')[0].Trim().Trim('\'', '"');
}
