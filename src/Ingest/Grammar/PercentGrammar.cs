using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Model.Values;

namespace Ingest.Grammar;

/// <summary>Percentages as written: « 22,49% », « 50 % », « 12.5 % », « 3 pour cent ».</summary>
public static partial class PercentGrammar
{
    /// <summary>All percentages of a text, in order.</summary>
    public static ImmutableArray<PercentMention> Find(string text)
    {
        if (!text.Contains('%') && !text.Contains("cent", StringComparison.OrdinalIgnoreCase))
            return [];
        var mentions = ImmutableArray.CreateBuilder<PercentMention>();
        foreach (Match match in Form().Matches(text))
        {
            var decimals = match.Groups["decimals"].Value;
            var value = decimal.Parse(
                $"{match.Groups["whole"].Value}.{(decimals.Length > 0 ? decimals : "0")}",
                NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            var sign = match.Groups["sign"].Success ? -1 : 1;
            var unit = 0.5m;
            for (var i = 0; i < decimals.Length; i++)
                unit /= 10;
            mentions.Add(new PercentMention(match.Index, match.Length, new Percent(sign * value / 100), unit / 100));
        }

        return mentions.ToImmutable();
    }

    // Three digits before the comma at most: in « 2024 50 % » only 50 belongs to the sign.
    [GeneratedRegex(@"(?<![\d.,])(?<sign>(?<![\p{L}\d)][\u0020\u00A0\u202F\u2009]?)[-\u2212])?(?<whole>\d{1,3})(?:[.,](?<decimals>\d{1,6}))?[\u0020\u00A0\u202F\u2009]{0,2}(?:%|pour\scent\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
