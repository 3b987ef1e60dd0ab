using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>The declarations of a « style » attribute or of one rule, the last of each property.</summary>
internal sealed partial class InlineStyle
{
    private const double PointsPerPixel = 0.75;

    private readonly ImmutableDictionary<string, string> _values;

    private InlineStyle(ImmutableDictionary<string, string> values) => _values = values;

    private static readonly InlineStyle None = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>The style of an element.</summary>
    public static InlineStyle Of(IElement element) => element.GetAttribute("style") is { Length: > 0 } text ? Parse(text) : None;

    /// <summary>The declarations of a text; what is none is passed over.</summary>
    public static InlineStyle Parse(string text)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Declaration().Matches(text))
            values[match.Groups["name"].Value] = match.Groups["value"].Value.Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim();
        return new InlineStyle(values.ToImmutable());
    }

    /// <summary>The value of a property in lower case, or null.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name)?.ToLowerInvariant();

    /// <summary>Whether nothing of the element shows.</summary>
    public bool IsHidden => this["display"] == "none" || this["visibility"] is "hidden" or "collapse" || this["mso-hide"] == "all";

    /// <summary>Whether a line runs through the text.</summary>
    public bool IsStruck => (this["text-decoration"] ?? this["text-decoration-line"])?.Contains("line-through", StringComparison.Ordinal) == true;

    /// <summary>Whether a rule is drawn at some side.</summary>
    public bool HasBorder => _values.Any(pair => pair.Key.StartsWith("border", StringComparison.OrdinalIgnoreCase) && DrawnLine().IsMatch(pair.Value));

    /// <summary>Whether the text is bold; null where the style does not say.</summary>
    public bool? IsBold => (this["font-weight"] ?? this["font"]) switch
    {
        null or "inherit" => null,
        "bold" or "bolder" => true,
        "normal" or "lighter" => false,
        var font when font.Contains("bold", StringComparison.Ordinal) => true,
        var weight when int.TryParse(weight, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number >= 600,
        _ => null,
    };

    /// <summary>Size in points; null where the style does not say, or says it by comparison.</summary>
    public double? FontSize
    {
        get
        {
            if (Length().Match(this["font-size"] ?? this["font"] ?? "") is not { Success: true } match)
                return null;
            var number = double.Parse(match.Groups["number"].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
            return match.Groups["unit"].Value == "px" ? number * PointsPerPixel : number;
        }
    }

    /// <summary>First font of the family; null where the style does not say.</summary>
    public string? Font => this["font-family"] is { } family ? family.Split(',')[0].Trim().Trim('"', '\'') : null;

    [GeneratedRegex("""(?<name>[\w-]+)\s*:\s*(?<value>(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b(?:solid|dotted|dashed|double|groove|ridge|inset|outset)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DrawnLine();

    [GeneratedRegex(@"(?<![\w.])(?<number>\d{1,4}(?:\.\d{1,4})?)(?<unit>pt|px)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}
