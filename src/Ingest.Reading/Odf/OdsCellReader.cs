using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ingest.Reading.Flow;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Odf;

/// <summary>Reads one cell of a sheet: what it shows, and what its style says of it.</summary>
internal sealed partial class OdsCellReader(OdfStyles styles, OdtInlines inlines)
{
    private const string Family = "table-cell";
    private const string Properties = "table-cell-properties";

    private static readonly ImmutableArray<string> Sides = ["top", "bottom", "left", "right"];

    private readonly Dictionary<string, (RunTraits Traits, bool HasBorder)> _looks = new(StringComparer.Ordinal);

    /// <summary>The cell, to be put at its place; null where it neither says anything nor has a border.</summary>
    /// <param name="cell">The cell of the file.</param>
    /// <param name="style">Name of the style that holds for it.</param>
    public SheetCell? Read(XElement cell, string? style)
    {
        var look = Look(style);
        var paragraphs = cell.Elements(OdfXml.Text + "p").ToList();
        var pieces = paragraphs.ConvertAll(paragraph => inlines.Read(paragraph, look.Traits).Pieces);
        var shown = string.Join('\n', pieces.Select(line => string.Concat(line.Select(piece => piece.Text)).Trim())).Trim();
        var type = cell.Get(OdfXml.Office + "value-type");
        // A format that shows nothing leaves an empty paragraph beside the value.
        var isHidden = shown.Length == 0 && paragraphs.Count > 0 && Figure(cell) is not null;
        var text = shown.Length == 0 ? Unshown(cell, type) : Told(cell, type, shown);
        if (text.Length == 0 && !look.HasBorder)
            return null;
        ImmutableArray<TextPiece> all = [.. pieces.SelectMany(line => line)];
        return new SheetCell
        {
            Row = 0,
            Column = 0,
            Text = text,
            IsNumber = type is "float" or "currency" or "percentage" or "date" or "time",
            IsBold = all.IsEmpty ? look.Traits.IsBold == true : TextPieces.IsBold(all),
            FontSize = TextPieces.Size(all) ?? look.Traits.Size,
            HasBorder = look.HasBorder,
            IsHidden = isHidden,
        };
    }

    private static string Told(XElement cell, string? type, string shown) => type switch
    {
        "float" or "currency" or "percentage" when Figure(cell) is { } value => ShownFigure.Tell(shown, value, type == "percentage"),
        "date" when Moment(cell) is { } moment => InFrenchOrder(shown, moment),
        _ => shown,
    };

    // What a cell holds whose writer left out what it shows.
    private static string Unshown(XElement cell, string? type) => type switch
    {
        "percentage" when Figure(cell) is { } share => ShownFigure.Plain(share * 100) + " %",
        "float" or "currency" when Figure(cell) is { } value => ShownFigure.Plain(value),
        "date" => Moment(cell)?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "",
        "boolean" => cell.Get(OdfXml.Office + "boolean-value") switch { "true" => "VRAI", "false" => "FAUX", _ => "" },
        "string" => cell.Get(OdfXml.Office + "string-value")?.Trim() ?? "",
        _ => "",
    };

    private static decimal? Figure(XElement cell) =>
        double.TryParse(cell.Get(OdfXml.Office + "value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        // Fifteen digits are what the programs keep: what lies behind them is noise of binary fractions.
        && decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value) < 1e18m
            ? value
            : null;

    private static DateTime? Moment(XElement cell) =>
        DateTime.TryParse(cell.Get(OdfXml.Office + "date-value"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? moment : null;

    // « 12/31/2024 »: the American order, which a French reader would take for another day.
    private static string InFrenchOrder(string shown, DateTime moment)
    {
        var match = AmericanDate().Match(shown);
        return match.Success && IsNumber(match.Groups[1], moment.Month) && IsNumber(match.Groups[2], moment.Day)
            ? $"{match.Groups[2].Value}/{match.Groups[1].Value}/{match.Groups[3].Value}"
            : shown;
    }

    private static bool IsNumber(Group group, int number) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) == number;

    private (RunTraits Traits, bool HasBorder) Look(string? style)
    {
        var name = style ?? "Default";
        if (!_looks.TryGetValue(name, out var look))
            _looks[name] = look = (styles.CellTraits(name), HasBorder(name));
        return look;
    }

    private bool HasBorder(string style)
    {
        var whole = styles.Property(Family, style, Properties, OdfXml.Fo + "border");
        return Sides.Count(side => IsLine(styles.Property(Family, style, Properties, OdfXml.Fo + $"border-{side}") ?? whole)) > 1;
    }

    private static bool IsLine(string? border) => border is not null && !border.Contains("none", StringComparison.Ordinal) && !border.StartsWith("0p", StringComparison.Ordinal);

    [GeneratedRegex(@"^(\d{1,2})/(\d{1,2})/(\d{2,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex AmericanDate();
}
