using System.Globalization;
using AngleSharp.Dom;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Html;

/// <summary>What is shown before a list item.</summary>
/// <param name="Text">The number or sign; null where the list shows none.</param>
/// <param name="Level">Depth in lists, from 0.</param>
/// <param name="IsNumber">Whether it is a number.</param>
internal sealed record ListMarker(string? Text, int Level, bool IsNumber);

/// <summary>Counts the items of one list and writes their markers (HTML standard, « The ol element » and « The li element »).</summary>
internal sealed class ListMarkers
{
    private readonly IElement _list;
    private readonly int _level;
    private readonly int _step;
    private int _next;

    /// <summary>The markers of a list.</summary>
    /// <param name="list">The list element.</param>
    /// <param name="level">Its depth, from 0.</param>
    public ListMarkers(IElement list, int level)
    {
        (_list, _level) = (list, level);
        var isReversed = list.HasAttribute("reversed");
        _step = isReversed ? -1 : 1;
        _next = Number(list.GetAttribute("start")) ?? (isReversed ? list.ChildrenNamed("li").Count() : 1);
    }

    /// <summary>The marker of the next item.</summary>
    public ListMarker Next(IElement item)
    {
        var number = Number(item.GetAttribute("value")) ?? _next;
        _next = number + _step;
        var type = TypeOf(item) ?? TypeOf(_list) ?? (_list.LocalName == "ol" ? "decimal" : Bullet());
        var text = type switch
        {
            "none" => null,
            "disc" => "•",
            "circle" => "○",
            "square" => "▪",
            "decimal" or "1" => Written(number, "decimal"),
            "decimal-leading-zero" => Written(number, "decimalZero"),
            "a" or "lower-alpha" or "lower-latin" => Written(number, "lowerLetter"),
            "A" or "upper-alpha" or "upper-latin" => Written(number, "upperLetter"),
            "i" or "lower-roman" => Written(number, "lowerRoman"),
            "I" or "upper-roman" => Written(number, "upperRoman"),
            _ => _list.LocalName == "ol" ? Written(number, "decimal") : Bullet(),
        };
        return new ListMarker(text, _level, text?.EndsWith('.') == true);
    }

    // Every bullet is the same sign: which one a browser draws depends on the depth, and says nothing.
    private static string Bullet() => SymbolFonts.Bullet;

    private static string Written(int number, string format) => NumberFormats.Write(number, format) + ".";

    private static string? TypeOf(IElement element)
    {
        var style = InlineStyle.Of(element);
        return style["list-style-type"] ?? style["list-style"]?.Split(' ')[0]
            ?? (element.GetAttribute("type") is { Length: > 0 } type ? (type.Length == 1 ? type : type.ToLowerInvariant()) : null);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number)
        && number is > -1_000_000 and < 1_000_000 ? number : null;
}
