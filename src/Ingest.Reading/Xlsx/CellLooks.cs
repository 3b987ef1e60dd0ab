using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Ingest.Reading.Xlsx;

/// <summary>How a cell looks, as far as it says something.</summary>
/// <param name="Format">How its number is shown.</param>
/// <param name="IsBold">Whether its font is bold.</param>
/// <param name="FontSize">Size of its font in points, null when unknown.</param>
/// <param name="HasBorder">Whether at least two of its sides have a border.</param>
internal sealed record CellLook(FormatCode Format, bool IsBold, double? FontSize, bool HasBorder)
{
    /// <summary>A cell without a look of its own.</summary>
    public static CellLook Plain { get; } = new(FormatCode.General, false, null, false);
}

/// <summary>The looks that cells name by number.</summary>
internal sealed class CellLooks
{
    private readonly Dictionary<int, FormatCode> _formats = [];
    private readonly List<(bool IsBold, double? Size)> _fonts = [];
    private readonly List<bool> _borders = [];
    private readonly List<CellLook> _looks = [];

    /// <summary>The look of that number.</summary>
    public CellLook At(int? number) => number is { } index && index >= 0 && index < _looks.Count ? _looks[index]
        : _looks.Count > 0 ? _looks[0] : CellLook.Plain;

    /// <summary>Reads the part. Formats, fonts and borders stand before the looks that name them.</summary>
    public static CellLooks Read(OpenXmlPart? part, PartXml xml)
    {
        var looks = new CellLooks();
        if (part is null)
            return looks;
        using var reader = xml.Open(part);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "numFmts":
                    looks.ReadFormats(reader);
                    break;
                case "fonts":
                    looks.ReadFonts(reader);
                    break;
                case "borders":
                    looks.ReadBorders(reader);
                    break;
                case "cellXfs":
                    looks.ReadLooks(reader);
                    break;
                case "dxfs":
                    // Looks that conditions give: not the cells' own.
                    foreach (var _ in reader.Inside())
                    {
                    }

                    break;
            }
        }

        return looks;
    }

    private void ReadFormats(XmlReader reader)
    {
        foreach (var name in reader.Inside())
        {
            if (name == "numFmt" && reader.Number("numFmtId") is { } id && reader.GetAttribute("formatCode") is { } code)
                _formats[id] = FormatCode.Parse(code);
        }
    }

    private void ReadFonts(XmlReader reader)
    {
        foreach (var name in reader.Inside())
        {
            if (name == "font")
                _fonts.Add(default);
            else if (_fonts.Count > 0 && name == "b")
                _fonts[^1] = _fonts[^1] with { IsBold = reader.IsSwitchedOn() };
            else if (_fonts.Count > 0 && name == "sz")
                _fonts[^1] = _fonts[^1] with { Size = reader.Real("val") };
        }
    }

    private void ReadBorders(XmlReader reader)
    {
        var sides = 0;
        foreach (var name in reader.Inside())
        {
            if (name == "border")
            {
                sides = 0;
                _borders.Add(false);
            }
            else if (_borders.Count > 0 && name is "left" or "right" or "top" or "bottom" or "start" or "end" && reader.GetAttribute("style") is { } style and not "none")
            {
                sides++;
                _borders[^1] = sides > 1;
            }
        }
    }

    private void ReadLooks(XmlReader reader)
    {
        foreach (var name in reader.Inside())
        {
            if (name != "xf")
                continue;
            var font = reader.Number("fontId") is { } fontId && fontId >= 0 && fontId < _fonts.Count ? _fonts[fontId] : default;
            var hasBorder = reader.Number("borderId") is { } borderId && borderId >= 0 && borderId < _borders.Count && _borders[borderId];
            _looks.Add(new CellLook(FormatOf(reader.Number("numFmtId") ?? 0), font.IsBold, font.Size, hasBorder));
        }
    }

    private FormatCode FormatOf(int id)
    {
        if (!_formats.TryGetValue(id, out var format))
            _formats[id] = format = FormatCode.Parse(BuiltinFormats.Code(id));
        return format;
    }
}
