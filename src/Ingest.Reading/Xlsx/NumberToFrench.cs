using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Reading.Xlsx;

/// <summary>
/// A number and its format → what a French reader sees: a comma before decimals, a space between thousands, the unit of the
/// format. Two things are told better than they are seen, because the amount is what counts: cents that the format rounds
/// away are written (« 1 234,56 € » where « 1 235 € » is shown; at most two decimals), and a minus that only a colour tells.
/// </summary>
internal static partial class NumberToFrench
{
    // Two decimals of a euro, or of a percentage.
    private const int Cents = 2;

    // Digits that the plain format shows, and the most decimals that amounts are read with.
    private const int PlainDigits = 10;
    private const int PlainDecimals = 8;

    /// <summary>The number as its section shows it; empty where the section shows nothing.</summary>
    public static string Show(decimal value, FormatSection section)
    {
        var shape = NumberShape.Of(section);
        if (section.Tokens.IsEmpty)
            return "";
        if (section.Has(FormatPiece.General))
            return WithSign(value, string.Concat(section.Tokens.Select(token => token.Kind == FormatPiece.General ? Plain(Math.Abs(value)) : token.Text)));
        // Powers of ten and fractions are for other trades: the plain number says as much.
        if (section.Has(FormatPiece.Text) || section.Has(FormatPiece.Exponent) || shape.IsFraction)
            return Plain(value);
        if (!section.Has(FormatPiece.Digit))
            return Tidy(string.Concat(section.Tokens.Select(token => token.Text)));
        return WithSign(value, Tidy(Layout(Math.Abs(value), shape)));
    }

    /// <summary>The number without a format: all digits before the comma, and as many behind it as a cell has room for.</summary>
    public static string Plain(decimal value)
    {
        var magnitude = Math.Abs(value);
        var digits = decimal.Truncate(magnitude).ToString(CultureInfo.InvariantCulture).Length;
        var rounded = Math.Round(value, Math.Clamp(PlainDigits - digits, Cents, PlainDecimals), MidpointRounding.AwayFromZero);
        return Written(rounded, 0, rounded.Scale).Replace('.', ',');
    }

    private static string Layout(decimal magnitude, NumberShape shape)
    {
        var factor = 1m;
        for (var i = 0; i < shape.Percents; i++)
            factor *= 100;
        var divisor = 1m;
        for (var i = 0; i < shape.Thousands; i++)
            divisor *= 1000;
        if (magnitude > decimal.MaxValue / Math.Max(factor, 1))
            return Plain(magnitude);
        // A cent is five decimals of a thousand.
        var exact = Round(magnitude * factor / divisor, Math.Max(shape.MostDecimals, Cents + (3 * shape.Thousands)));
        var isRounded = Needed(exact) > shape.MostDecimals;
        if (isRounded && shape.Thousands > 0 && shape.HasScaledEuro)
            return Layout(magnitude, shape.InEuros());
        var least = isRounded ? Math.Max(Needed(exact), shape.Percents > 0 ? 0 : Cents) : shape.FewestDecimals;
        var written = Written(exact, least, isRounded ? least : shape.MostDecimals);
        var point = written.IndexOf('.', StringComparison.Ordinal);
        return Fill(shape, point < 0 ? written : written[..point], point < 0 ? "" : written[(point + 1)..]);
    }

    private static string Fill(NumberShape shape, string whole, string decimals)
    {
        var text = new StringBuilder();
        var left = whole == "0" && shape.IsZeroOptional && decimals.Length == 0 ? "" : whole;
        var placed = 0;
        // From the last digit before the comma to the first, as digits fall into their places; the first place takes the rest.
        for (var i = shape.Whole.Length - 1; i >= 0; i--)
        {
            var token = shape.Whole[i];
            if (token.Kind != FormatPiece.Digit)
            {
                text.Insert(0, token.Text);
                continue;
            }

            var isFirst = !shape.Whole[..i].Any(other => other.Kind == FormatPiece.Digit);
            var count = isFirst ? Math.Max(left.Length, token.Text == "0" ? 1 : 0) : left.Length > 0 || token.Text == "0" ? 1 : 0;
            for (; count > 0; count--)
            {
                if (shape.IsGrouped && placed > 0 && placed % 3 == 0)
                    text.Insert(0, ' ');
                text.Insert(0, left.Length > 0 ? left[^1] : '0');
                left = left.Length > 0 ? left[..^1] : left;
                placed++;
            }
        }

        if (decimals.Length > 0)
            text.Append(',').Append(decimals);
        return shape.Before + text + shape.Behind;
    }

    private static string WithSign(decimal value, string text)
    {
        if (value >= 0 || !text.Any(char.IsAsciiDigit) || Negative().IsMatch(text))
            return Detached().Replace(text, "-");
        return "-" + text;
    }

    private static decimal Round(decimal value, int decimals) => Math.Round(value, Math.Min(decimals, 28), MidpointRounding.AwayFromZero);

    private static int Needed(decimal value) => (value / 1.0000000000000000000000000000m).Scale;

    private static string Written(decimal value, int least, int most)
    {
        var text = Round(value, most).ToString("F" + Math.Min(most, 28).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
            return text;
        var end = text.Length;
        while (end > point + 1 + least && text[end - 1] == '0')
            end--;
        return end == point + 1 ? text[..point] : text[..end];
    }

    private static string Tidy(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\s\u00A0\u202F]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[^\d]*[-−(]|-$", RegexOptions.CultureInvariant)]
    private static partial Regex Negative();

    // The accounting format sets its minus at the left edge of the cell: « -   500,00 € ».
    [GeneratedRegex(@"^[-−]\s+(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Detached();
}
