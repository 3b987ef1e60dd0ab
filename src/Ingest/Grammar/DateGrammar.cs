using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Grammar;

/// <summary>
/// Dates as French acts write them: « 12/12/2023 », « 12.12.2023 », « 12-12-23 », « 2023-12-12 », « 12 décembre 2023 »,
/// « 1er mars 2024 », « 12 DEC. 2023 ». Days that the calendar does not have are no dates.
/// </summary>
public static partial class DateGrammar
{
    /// <summary>Years of two digits below it are of this century.</summary>
    private const int CenturyTurn = 70;

    private static readonly string[] Months =
        ["janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec"];

    /// <summary>All dates of a text, in order.</summary>
    public static ImmutableArray<DateMention> Find(string text)
    {
        var mentions = ImmutableArray.CreateBuilder<DateMention>();
        foreach (Match match in Form().Matches(text))
        {
            var groups = match.Groups;
            var month = groups["word"].Success ? MonthOf(groups["word"].Value) : Number(groups["month"]);
            if (ToDate(Number(groups["year"]), month, Number(groups["day"])) is { } date)
                mentions.Add(new DateMention(match.Index, match.Length, date));
        }

        return mentions.ToImmutable();
    }

    /// <summary>Number of a month by its name or usual abbreviation, 0 when it is none.</summary>
    internal static int MonthOf(string word)
    {
        var folded = Folding.Fold(word);
        if (folded is "jan" or "janvier")
            return 1;
        if (folded is "fev")
            return 2;
        return Array.FindIndex(Months, month => folded.StartsWith(month, StringComparison.Ordinal)) + 1;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly? ToDate(int year, int month, int day)
    {
        if (year < 100)
            year += year < CenturyTurn ? 2000 : 1900;
        return year is >= 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    [GeneratedRegex(
        """
        (?<![\d/.,-])(?:
            (?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])
          | (?<day>\d{1,2})(?:[ ]?/[ ]?(?<month>\d{1,2})[ ]?/[ ]?|\.(?<month>\d{1,2})\.|-(?<month>\d{1,2})-)(?<year>\d{4}|\d{2})(?!\d|[/-]\d)
          | (?<day>\d{1,2})(?:[ ]?er|[ ]?ER)?[\s\u00A0\u202F]{1,2}(?<word>janvier|janv|jan|f[ée]vrier|f[ée]vr|f[ée]v|mars|avril|avr|mai|juin|juillet|juil|ao[ûu]t|septembre|sept|octobre|oct|novembre|nov|d[ée]cembre|d[ée]c)\.?[\s\u00A0\u202F]{1,2}(?<year>\d{4})(?!\d)
        )
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
