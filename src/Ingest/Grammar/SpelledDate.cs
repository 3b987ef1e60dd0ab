using System.Text.RegularExpressions;

namespace Ingest.Grammar;

/// <summary>The date with which acts open in letters: « L'an deux mille vingt-cinq, le vingt-sept mars ».</summary>
public static partial class SpelledDate
{
    private static readonly string[] Units =
        ["zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"];

    private static readonly (string Word, int Value)[] Tens = [("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60)];

    /// <summary>The date; null where there is none, or where the calendar does not have it.</summary>
    public static DateMention? Find(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        var month = DateGrammar.MonthOf(match.Groups["month"].Value);
        var year = match.Groups["digits"].Success
            ? int.Parse(match.Groups["digits"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : 2000 + (NumberOf(match.Groups["year"].Value) ?? -1);
        var day = int.TryParse(match.Groups["day"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : NumberOf(match.Groups["day"].Value) ?? 0;
        return year is >= 2000 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateMention(match.Index, match.Length, new DateOnly(year, month, day))
            : null;
    }

    // Up to 99: all that days and years of this century need.
    private static int? NumberOf(string spelled)
    {
        var sum = 0;
        foreach (var word in Folding.Fold(spelled).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "et")
                continue;
            if (word is "premier" or "1er")
                sum += 1;
            else if (Array.IndexOf(Units, word) is >= 0 and var unit)
                sum += unit;
            else if (Array.Find(Tens, ten => ten.Word == word) is { Value: > 0 } ten)
                sum += ten.Value;
            else
                return null;
        }

        return sum == 0 ? null : sum;
    }

    [GeneratedRegex(
        """
        (?<!\p{L})l['’][ ]?an[ \u00A0]+(?:deux[ \u00A0-]mille?s?(?:[ \u00A0-](?<year>[\p{L} \u00A0-]{2,30}?))?|(?<digits>20\d\d))[ \u00A0]*,?[ \u00A0]+(?:et[ \u00A0])?le[ \u00A0]+(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ \u00A0]+)?
        (?<day>\d{1,2}(?:er)?|[\p{L}-]+(?:[ \u00A0](?:et[ \u00A0])?[\p{L}-]+)??)[ \u00A0]+(?:du[ \u00A0]mois[ \u00A0]de[ \u00A0]|d['’][ ]?)?(?<month>janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)(?!\p{L})
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
