using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Reading.Odf;

/// <summary>
/// A number as its cell shows it → what a French reader should be told: a comma before decimals, spaces between thousands. Two
/// things are told better than they are seen, because the amount is what counts: cents that the format rounds away are written
/// (« 1 234,56 € » where « 1 235 € » is shown; at most two decimals), and a minus that only a colour tells.
/// </summary>
internal static partial class ShownFigure
{
    // Two decimals of a euro, or of a percentage.
    private const int Cents = 2;

    // The most decimals that a format is taken to show, and the most times that it divides by a thousand.
    private const int MostDecimals = 8;
    private const int MostThousands = 2;

    // What lies further behind the comma is noise of binary fractions.
    private const int PlainDecimals = 8;

    /// <summary>The text of a cell with a number.</summary>
    /// <param name="shown">What the file says it shows.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isPercentage">Whether it is a share of one, shown times a hundred.</param>
    public static string Tell(string shown, decimal value, bool isPercentage)
    {
        // More than one number in it (a unit per « 100 habitants »): nobody can tell which is the value.
        if (Figure().Matches(shown) is not [var figure] || Fit(figure.Value, value, isPercentage) is not { } fit)
            return shown;
        var text = fit.Thousands > 0 && fit.IsRounded && ScaledEuro().IsMatch(shown)
            ? shown[..figure.Index] + Write(Math.Abs(value), isGrouped: true, Cents) + ScaledEuro().Replace(shown[(figure.Index + figure.Length)..], "€")
            : shown[..figure.Index] + fit.Written + shown[(figure.Index + figure.Length)..];
        return value < 0 && !Negative().IsMatch(text) ? "-" + text : text;
    }

    /// <summary>A number without a format.</summary>
    public static string Plain(decimal value) => (value < 0 ? "-" : "") + Write(Round(Math.Abs(value), PlainDecimals), isGrouped: false, 0);

    // How the shown digits follow from the value: times a hundred or by thousands, rounded to the decimals that are seen.
    private static FittedFigure? Fit(string figure, decimal value, bool isPercentage)
    {
        var digits = string.Concat(figure.Where(char.IsAsciiDigit)).TrimStart('0');
        for (var thousands = 0; thousands <= MostThousands; thousands++)
        {
            var scaled = Math.Abs(value) * (isPercentage ? 100 : 1) / (decimal)Math.Pow(1000, thousands);
            for (var decimals = MostDecimals; decimals >= 0; decimals--)
            {
                if (HasDecimals(figure, decimals) && Digits(Round(scaled, decimals), decimals) == digits)
                    return new FittedFigure(Relaid(figure, scaled, decimals, thousands, isPercentage), thousands, IsRounded(scaled, decimals, thousands));
            }
        }

        return null;
    }

    private static string Relaid(string figure, decimal scaled, int decimals, int thousands, bool isPercentage)
    {
        if (!IsRounded(scaled, decimals, thousands) && IsFrench(figure, decimals))
            return figure;
        var isGrouped = figure.Count(character => !char.IsAsciiDigit(character)) > (decimals > 0 ? 1 : 0);
        var exact = Round(scaled, Math.Max(decimals, Cents + (3 * thousands)));
        return Write(exact, isGrouped, isPercentage ? decimals : Math.Max(decimals, IsRounded(scaled, decimals, thousands) ? Cents : 0));
    }

    // A cent is five decimals of a thousand.
    private static bool IsRounded(decimal scaled, int decimals, int thousands) =>
        Round(scaled, Cents + (3 * thousands)) is var exact && Round(exact, decimals) != exact;

    // Whether the figure, as it is written, may have so many decimals.
    private static bool HasDecimals(string figure, int decimals) =>
        decimals == 0 || (figure.Length > decimals && figure[^(decimals + 1)] is ',' or '.');

    private static bool IsFrench(string figure, int decimals)
    {
        var whole = decimals > 0 ? figure[..^(decimals + 1)] : figure;
        return (decimals == 0 || figure[^(decimals + 1)] == ',') && whole.All(character => char.IsAsciiDigit(character) || char.IsWhiteSpace(character));
    }

    private static string Digits(decimal value, int decimals) =>
        string.Concat(value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Where(char.IsAsciiDigit)).TrimStart('0');

    private static string Write(decimal value, bool isGrouped, int least)
    {
        var parts = value.ToString("F" + PlainDecimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Split('.');
        var decimals = parts[1].TrimEnd('0').PadRight(least, '0');
        var text = new StringBuilder(parts[0]);
        for (var at = text.Length - 3; isGrouped && at > 0; at -= 3)
            text.Insert(at, ' ');
        return decimals.Length == 0 ? text.ToString() : text.Append(',').Append(decimals).ToString();
    }

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    [GeneratedRegex(@"\d(?:[\d.,'’\s]*\d)?", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^[^\d]*[-−–(]|[-−]$", RegexOptions.CultureInvariant)]
    private static partial Regex Negative();

    [GeneratedRegex(@"(?:[kKmM]|Md)\s?€", RegexOptions.CultureInvariant)]
    private static partial Regex ScaledEuro();

    private readonly record struct FittedFigure(string Written, int Thousands, bool IsRounded);
}
