using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Grammar;

/// <summary>A year or a run of years as written.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="From">First year.</param>
/// <param name="To">Last year; the same for a single year.</param>
/// <param name="IsSchoolYear">Whether it is one school year (« 2023/2024 », « année scolaire 2023-2024 »).</param>
public readonly record struct PeriodMention(int Start, int Length, int From, int To, bool IsSchoolYear)
{
    /// <summary>Whether it names one year only.</summary>
    public bool IsSingleYear => From == To;
}

/// <summary>
/// Years and periods: « 2024 », « 2024-2030 », « 2024/2026 », « 2023-24 », « de 2024 à 2026 », « du 1er janvier 2024 au 31
/// décembre 2026 », « 2024, 2025 et 2026 ». A year inside a date, a month (« mars 2024 »), a number (« 2014-173 », « n° 2024-12 ») or an amount is none.
/// </summary>
public static partial class YearGrammar
{
    /// <summary>No contract of the politique de la ville runs longer, in years: a longer run is two separate years.</summary>
    private const int LongestPeriod = 20;

    /// <summary>Characters to look back for a month or « scolaire »: keeps the scan linear.</summary>
    private const int LookBehind = 24;

    /// <summary>All periods of a text, in order.</summary>
    public static ImmutableArray<PeriodMention> FindPeriods(string text)
    {
        var periods = ImmutableArray.CreateBuilder<PeriodMention>();
        var dates = DateGrammar.Find(text);
        for (var i = 0; i + 1 < dates.Length; i++)
        {
            var (first, last) = (dates[i], dates[i + 1]);
            var between = text[(first.Start + first.Length)..last.Start];
            if (between.Trim() is not ("au" or "à" or "-" or "–") || last.Date < first.Date)
                continue;
            var span = new TextSpan(first.Start, last.Start + last.Length);
            periods.Add(new PeriodMention(span.Start, span.Length, first.Date.Year, last.Date.Year, false));
            i++;
        }

        var next = 0;
        foreach (Match match in Form().Matches(text))
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            while (next < dates.Length && dates[next].Start + dates[next].Length <= span.Start)
                next++;
            var isInDate = next < dates.Length && dates[next].Start < span.End;
            if (!isInDate && !IsAmount(text, span) && ToPeriod(text, match) is { } period)
                periods.Add(period);
        }

        periods.Sort((left, right) => left.Start.CompareTo(right.Start));
        return Joined(text, periods);
    }

    // « 2007, 2008 et 2009 »: three years in a row are a run.
    private static ImmutableArray<PeriodMention> Joined(string text, ImmutableArray<PeriodMention>.Builder periods)
    {
        for (var i = 0; i + 2 < periods.Count; i++)
        {
            var last = i;
            while (last + 1 < periods.Count && periods[last].IsSingleYear && periods[last + 1].IsSingleYear && periods[last + 1].From == periods[last].From + 1
                && text[(periods[last].Start + periods[last].Length)..periods[last + 1].Start].Trim() is "," or "et" or ", et")
                last++;
            if (last < i + 2)
                continue;
            periods[i] = new PeriodMention(periods[i].Start, periods[last].Start + periods[last].Length - periods[i].Start, periods[i].From, periods[last].From, false);
            for (var next = last; next > i; next--)
                periods.RemoveAt(next);
        }

        return periods.ToImmutable();
    }

    private static PeriodMention? ToPeriod(string text, Match match)
    {
        var from = Year(match.Groups["from"].ValueSpan);
        var end = match.Groups["to"];
        if (!end.Success)
        {
            return MonthBefore().IsMatch(Before(text, match.Index))
                ? null
                : new PeriodMention(match.Index, match.Length, from, from, false);
        }

        var to = Year(end.ValueSpan);
        if (end.Length == 2)
            to += from / 100 * 100;
        if (to <= from || to - from > LongestPeriod)
            return null;
        var isSchoolYear = to == from + 1
            && (match.Groups["slash"].Success || SchoolBefore().IsMatch(Before(text, match.Index)));
        return new PeriodMention(match.Index, match.Length, from, to, isSchoolYear);
    }

    private static bool IsAmount(string text, TextSpan span)
    {
        var behind = FrenchCharacters.SkipSpaces(text, span.End);
        return behind < text.Length && (text[behind] is '€' or '%'
            || text.AsSpan(behind).StartsWith("euro", StringComparison.OrdinalIgnoreCase));
    }

    private static ReadOnlySpan<char> Before(string text, int at) => text.AsSpan(Math.Max(0, at - LookBehind), Math.Min(at, LookBehind));

    private static int Year(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // Letters and hyphens that touch it make it part of a reference: « DELIB-2023-85 », « 2014-173 », « n° 2024-12 ».
    [GeneratedRegex(
        """
        (?<![\p{L}\d_/.,-]|n°[ ]?)(?<from>(?:19|20)\d\d)
        (?:(?:[ ]?[-–][ ]?|(?<slash>[ ]?/[ ]?)|[ ](?:à|a|au|jusqu['’]en|jusqu['’]à)[ ])(?<to>(?:19|20)\d\d|(?<=[-–/])\d\d)|(?!\d|[-–/_.,]\d|[-–/_]\p{L}))
        (?![\p{L}\d_]|[-–/]\d)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex(@"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)\s$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthBefore();

    [GeneratedRegex(@"(?:scolaire|scolaires|rentr[ée]e)\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SchoolBefore();
}
