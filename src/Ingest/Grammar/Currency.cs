using System.Text.RegularExpressions;
using static Ingest.Grammar.FrenchCharacters;

namespace Ingest.Grammar;

/// <summary>The unit that stands behind a number.</summary>
/// <param name="Length">Number of characters from the end of the number on, spaces included; 0 when there is none.</param>
/// <param name="Factor">Euros that one stands for.</param>
/// <param name="HasCurrency">Whether euros are named.</param>
/// <param name="IsCents">Whether « ,- » says that there are no cents.</param>
/// <param name="IsAmbiguous">Whether the writing leaves another reading (« 1,8 m€ »: million, by physics a thousandth).</param>
internal readonly record struct WrittenUnit(int Length, decimal Factor, bool HasCurrency, bool IsCents, bool IsAmbiguous)
{
    public static WrittenUnit None { get; } = new(0, 1, false, false, false);
}

/// <summary>Currency signs and words, with their multipliers.</summary>
internal static partial class Currency
{
    /// <summary>Whether a text names a currency anywhere; most texts do not.</summary>
    public static bool IsIn(string text) => text.Contains('€', StringComparison.Ordinal) || text.Contains("eur", StringComparison.OrdinalIgnoreCase);

    /// <summary>The unit behind a number that ends at <paramref name="at"/>.</summary>
    public static WrittenUnit Behind(string text, int at)
    {
        var match = Unit().Match(text, at);
        if (!match.Success)
            return WrittenUnit.None;
        var groups = match.Groups;
        var isCents = groups["cents"].Success;
        if (!groups["currency"].Success)
        {
            // « 12 k » without a currency is taken, with doubt; « 12 m » is metres and « 12 M » nothing.
            return groups["bareThousand"].Success
                ? new WrittenUnit(match.Length, 1000, false, false, true)
                : isCents ? new WrittenUnit(groups["cents"].Length, 1, false, true, false) : WrittenUnit.None;
        }

        var factor = groups["thousand"].Success ? 1000m
            : groups["million"].Success ? 1_000_000m
            : groups["billion"].Success ? 1_000_000_000m : 1m;
        return new WrittenUnit(match.Length, factor, true, isCents, groups["million"].Value == "m");
    }

    /// <summary>
    /// Offset of a currency that stands before a number (« € 4 950 »), -1 when there is none. In « 300 € 400 » the sign belongs
    /// to the number before it.
    /// </summary>
    public static int Before(string text, int at)
    {
        var last = SkipSpacesBack(text, at);
        if (last < 0)
            return -1;
        var start = text[last] == '€' ? last
            : last >= 2 && text.AsSpan(last - 2, 3).Equals("EUR", StringComparison.Ordinal)
                && (last == 2 || !char.IsLetterOrDigit(text[last - 3])) ? last - 2
            : -1;
        if (start < 0)
            return -1;
        var before = SkipSpacesBack(text, start);
        return before >= 0 && (char.IsLetterOrDigit(text[before]) || text[before] == '-') ? -1 : start;
    }

    [GeneratedRegex(
        """
        \G(?<cents>,(?:-{1,2}|–|—|=))?[ \u00A0\u202F\u2009]{0,2}(?:
            (?<currency>(?:(?<thousand>[kK]|milliers?[ ]d['’ ])|(?<billion>Mds?|milliards?[ ]d['’ ])|(?<million>M|m|millions?[ ]d['’ ]))?[ \u00A0]?
                (?:€(?:uros?)?|[Ee]uros?(?!\p{L})|EUROS?(?!\p{L})|EUR(?!\p{L})))
          | (?<bareThousand>[kK](?![\p{L}\d]))
          | (?<=,[-–—=]{1,2})
        )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Unit();
}
