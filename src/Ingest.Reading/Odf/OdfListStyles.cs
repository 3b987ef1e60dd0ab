using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Odf;

/// <summary>One level of a list style.</summary>
/// <param name="element">The element that defines it.</param>
/// <param name="styles">The styles, for the font of its sign.</param>
internal sealed partial class OdfListLevel(XElement element, OdfStyles styles)
{
    /// <summary>First number.</summary>
    public int Start => element.Whole(OdfXml.Text + "start-value") ?? 1;

    /// <summary>Whether it shows a sign and no number.</summary>
    public bool IsBullet => element.Name.LocalName is "list-level-style-bullet" or "list-level-style-image";

    private int Depth => (element.Whole(OdfXml.Text + "level") ?? 1) - 1;

    private string Format => element.Get(OdfXml.Style + "num-format") ?? "";

    private bool RepeatsLetters => element.IsOn(OdfXml.Style + "num-letter-sync");

    private string Prefix => element.Get(OdfXml.Style + "num-prefix") ?? "";

    private string Suffix => element.Get(OdfXml.Style + "num-suffix") ?? "";

    /// <summary>The sign that it shows, as Unicode.</summary>
    public string Bullet()
    {
        var (text, unknown) = SymbolFonts.Decode(
            element.Get(OdfXml.Text + "bullet-char")?.Trim() ?? SymbolFonts.Bullet, styles.FontOf(element.Element(OdfXml.Style + "text-properties")));
        return (Prefix + (unknown > 0 || text.Any(char.IsLetterOrDigit) ? SymbolFonts.Bullet : text) + Suffix).Trim();
    }

    /// <summary>The number that it shows.</summary>
    /// <param name="counts">The numbers of all levels.</param>
    /// <param name="levels">The level at a depth, or null.</param>
    public string Number(IReadOnlyList<int?> counts, Func<int, OdfListLevel?> levels)
    {
        // The newer way to say it holds text between the numbers too; « %1% » stands for that of the first level.
        var pattern = element.Get(OdfXml.Style + "num-list-format") ?? element.Get(OdfXml.Extension + "num-list-format");
        if (pattern is not null)
            return Places().Replace(pattern, place => NumberAt(int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1)).Trim();
        var numbers = new StringBuilder();
        for (var depth = Math.Max(0, Depth - (element.Whole(OdfXml.Text + "display-levels") ?? 1) + 1); depth <= Depth; depth++)
        {
            var number = NumberAt(depth);
            numbers.Append(numbers.Length > 0 && number.Length > 0 ? "." : "").Append(number);
        }

        return (Prefix + numbers + Suffix).Trim();

        string NumberAt(int depth) => depth < counts.Count && levels(depth) is { IsBullet: false } level
            ? OdfNumberFormats.Write(counts[depth] ?? level.Start, level.Format, level.RepeatsLetters)
            : "";
    }

    [GeneratedRegex("%([1-9]|10)%", RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}

/// <summary>A list style: its levels by depth.</summary>
internal sealed class OdfListStyle(XElement element, OdfStyles styles)
{
    /// <summary>Depths of a list in the format.</summary>
    public const int Depths = 10;

    private readonly Dictionary<int, OdfListLevel> _levels = element.Elements()
        .Where(level => level.Name.LocalName.StartsWith("list-level-style-", StringComparison.Ordinal) || level.Name.LocalName == "outline-level-style")
        .GroupBy(level => (level.Whole(OdfXml.Text + "level") ?? 1) - 1)
        .ToDictionary(group => group.Key, group => new OdfListLevel(group.First(), styles));

    /// <summary>The level at a depth, from 0, or null.</summary>
    public OdfListLevel? At(int depth) => _levels.GetValueOrDefault(depth);
}
