using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Reading.Pdf.Forms;

/// <summary>
/// Whether an appearance shows what its field holds. A field holds « 12500.5 » and shows « 12 500,50 € », holds a date one way and shows
/// it another: what differs then is the dress.
/// </summary>
internal static partial class ShownTexts
{
    private const int PartsOfDate = 3;

    /// <summary>The letters of a text without its spaces.</summary>
    public static string Bare(string text) => Spaces().Replace(text, "");

    /// <summary>Whether both say the same.</summary>
    public static bool Agree(string shown, string held)
    {
        var (one, other) = (Signs().Replace(shown, ""), Signs().Replace(held, ""));
        if (one.Equals(other, StringComparison.OrdinalIgnoreCase))
            return true;
        return Number(shown) is { } first && Number(held) is { } second ? first == second : IsSameDate(shown, held);
    }

    private static bool IsSameDate(string shown, string held)
    {
        var (one, other) = (Digits().Matches(shown).Select(match => match.Value).Order(), Digits().Matches(held).Select(match => match.Value).Order());
        return one.Count() == PartsOfDate && one.SequenceEqual(other);
    }

    // The last point or comma with one or two digits behind it is the decimal one; all others part thousands.
    private static decimal? Number(string text)
    {
        var bare = Bare(text).TrimEnd('€', '%');
        if (!OnlyNumber().IsMatch(bare))
            return null;
        var decimals = Decimals().Match(bare);
        var whole = NoDigits().Replace(decimals.Success ? bare[..decimals.Index] : bare, "");
        var number = decimal.TryParse($"{whole}.{decimals.Groups[1].Value}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : (decimal?)null;
        return bare.StartsWith('-') ? -number : number;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex Signs();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\D+")]
    private static partial Regex NoDigits();

    [GeneratedRegex(@"^[-+]?\d[\d.,]*$")]
    private static partial Regex OnlyNumber();

    [GeneratedRegex(@"[.,](\d{1,2})$")]
    private static partial Regex Decimals();
}
