using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ingest.Reading.Xlsx;

/// <summary>
/// A day number and its format → a date as French acts write it: the format's own order of day, month and year unless it is
/// the American one, which a French reader would take for another day; names of months with spaces around them and the whole year.
/// </summary>
internal static class DateToFrench
{
    // Days from the first of January 1900, which is day 1, to the last of December 9999.
    private const double LastDay = 2_958_466;

    // The file format keeps a leap day that 1900 did not have.
    private const double DayWithoutDate = 60;

    private const int DaysTo1904 = 1462;
    private const int SecondsOfDay = 86_400;

    private static readonly ImmutableArray<string> Months =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly ImmutableArray<string> ShortMonths =
        ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

    private static readonly ImmutableArray<string> Days = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    /// <summary>The moment that a day number tells, null where the calendar has none.</summary>
    /// <param name="serial">Days, with the time as a fraction.</param>
    /// <param name="is1904">Whether the workbook counts from 1904.</param>
    public static DateTime? ToMoment(double serial, bool is1904)
    {
        var days = is1904 ? serial + DaysTo1904 : serial;
        if (!(days >= 0 && days < LastDay))
            return null;
        var origin = days < DayWithoutDate ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        // Fractions are never exact: a moment is a whole second.
        return origin.AddSeconds(Math.Round(days * SecondsOfDay));
    }

    /// <summary>The moment as the section shows it.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="serial">Days that it stands for, for times that go on beyond a day.</param>
    /// <param name="section">A section of dates.</param>
    public static string Show(DateTime moment, double serial, FormatSection section)
    {
        var tokens = InFrenchOrder(section.Tokens);
        var hasName = tokens.Any(token => IsMonth(tokens, token.Index) && token.Token.Text.Length is 3 or 4);
        var isHalfDay = tokens.Any(token => token.Token.Text.Contains('/') && token.Token.Kind == FormatPiece.Date);
        var text = new StringBuilder();
        foreach (var (token, index) in tokens)
        {
            text.Append(token.Kind switch
            {
                FormatPiece.Elapsed => Elapsed(serial, token.Text),
                FormatPiece.Date when token.Text.Contains('/') => moment.Hour < 12 ? "AM" : "PM",
                FormatPiece.Date => Part(moment, token.Text, IsMonth(tokens, index), hasName, isHalfDay),
                FormatPiece.Digit => "",
                FormatPiece.Point => tokens.Skip(index + 1).Any(next => next.Token.Kind == FormatPiece.Digit) ? "" : ".",
                _ => hasName && token.Text == "-" ? " " : token.Text,
            });
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Part(DateTime moment, string letters, bool isMonth, bool hasName, bool isHalfDay)
    {
        string Number(int value) => value.ToString(letters.Length > 1 ? "00" : "0", CultureInfo.InvariantCulture);
        switch (char.ToLowerInvariant(letters[0]))
        {
            case 'y':
                return letters.Length > 2 || hasName ? moment.Year.ToString("0000", CultureInfo.InvariantCulture) : (moment.Year % 100).ToString("00", CultureInfo.InvariantCulture);
            case 'm' when isMonth:
                return letters.Length switch { 3 => ShortMonths[moment.Month - 1], 4 => Months[moment.Month - 1], 5 => Months[moment.Month - 1][..1], _ => Number(moment.Month) };
            case 'm':
                return Number(moment.Minute);
            case 'd':
                var name = Days[(int)moment.DayOfWeek];
                return letters.Length switch { 3 => name[..3] + ".", > 3 => name, _ => Number(moment.Day) };
            case 'h':
                return Number(isHalfDay ? ((moment.Hour + 11) % 12) + 1 : moment.Hour);
            default:
                return Number(moment.Second);
        }
    }

    private static string Elapsed(double serial, string letters)
    {
        var seconds = Math.Round(serial * SecondsOfDay);
        var count = char.ToLowerInvariant(letters[0]) switch { 'h' => Math.Floor(seconds / 3600), 'm' => Math.Floor(seconds / 60), _ => seconds };
        return count.ToString(letters.Length > 1 ? "00" : "0", CultureInfo.InvariantCulture);
    }

    // « m/d/yyyy » becomes « d/m/yyyy »: both in figures, the month first, the year last.
    private static List<(FormatToken Token, int Index)> InFrenchOrder(ImmutableArray<FormatToken> tokens)
    {
        var indexed = tokens.Select((token, index) => (Token: token, Index: index)).ToList();
        var month = indexed.FindIndex(token => IsMonth(indexed, token.Index) && token.Token.Text.Length < 3);
        var day = indexed.FindIndex(token => IsPart(token.Token, 'd') && token.Token.Text.Length < 3);
        var year = indexed.FindIndex(token => IsPart(token.Token, 'y'));
        if (month >= 0 && month < day && day < year)
            (indexed[month], indexed[day]) = ((indexed[day].Token, month), (indexed[month].Token, day));
        return indexed;
    }

    // The letter of months is that of minutes too: behind an hour, or before seconds.
    private static bool IsMonth(List<(FormatToken Token, int Index)> tokens, int index)
    {
        if (!IsPart(tokens[index].Token, 'm'))
            return false;
        var before = tokens.Take(index).LastOrDefault(token => token.Token.Kind is FormatPiece.Date or FormatPiece.Elapsed).Token;
        var after = tokens.Skip(index + 1).FirstOrDefault(token => token.Token.Kind == FormatPiece.Date).Token;
        return !(before.Kind == FormatPiece.Elapsed || IsPart(before, 'h') || IsPart(after, 's'));
    }

    private static bool IsPart(FormatToken token, char letter) =>
        token.Kind == FormatPiece.Date && char.ToLowerInvariant(token.Text[0]) == letter && !token.Text.Contains('/');
}
