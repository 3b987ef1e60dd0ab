using System.Globalization;
using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>How text looks, as far as the elements around it say.</summary>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="Size">Size in points; null when unknown.</param>
/// <param name="Font">Name of the font; null when unknown.</param>
/// <param name="IsPre">Whether white space and line ends count.</param>
/// <param name="IsCapital">Whether it is shown in capitals.</param>
internal readonly record struct TextLook(bool IsBold, double? Size, string? Font, bool IsPre, bool IsCapital)
{
    /// <summary>The look inside an element that stands in text of this look.</summary>
    public TextLook Inside(IElement element)
    {
        var style = InlineStyle.Of(element);
        return new TextLook(
            style.IsBold ?? (IsBold || element.IsBold()),
            style.FontSize ?? Size,
            style.Font ?? (element.LocalName == "font" ? element.GetAttribute("face")?.Split(',')[0].Trim() : null) ?? Font,
            style["white-space"] switch
            {
                null => IsPre || element.LocalName is "pre" or "listing" or "xmp",
                "pre" or "pre-wrap" or "pre-line" or "break-spaces" => true,
                _ => false,
            },
            style["text-transform"] switch
            {
                null => IsCapital,
                "uppercase" => true,
                _ => false,
            });
    }

    /// <summary>The characters as this look shows them.</summary>
    public string Show(string text) => IsCapital ? text.ToUpper(CultureInfo.InvariantCulture) : text;
}
