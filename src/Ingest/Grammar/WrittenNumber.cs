using System.Globalization;
using static Ingest.Grammar.FrenchCharacters;

namespace Ingest.Grammar;

/// <summary>What a single separator before three last digits means: « 1.250 » and « 1,250 » can be a thousand or a decimal.</summary>
internal enum NumberReading
{
    /// <summary>Only one reading.</summary>
    Certain,

    /// <summary>« 1.250 »: read as a thousand.</summary>
    PointBeforeThree,

    /// <summary>« 1,250 »: read as a thousand.</summary>
    CommaBeforeThree,

    /// <summary>Unusual writing with one likely meaning (« 2 460, 50 »).</summary>
    Unusual,
}

/// <summary>A number as written: digits, right grouping in threes, decimals.</summary>
/// <param name="Start">Offset of its first digit.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Value">Its value.</param>
/// <param name="Decimals">How many decimals are written.</param>
/// <param name="IsGrouped">Whether separators of thousands are written.</param>
/// <param name="Reading">Whether the writing leaves another reading.</param>
internal readonly record struct WrittenNumber(
    int Start, int Length, decimal Value, int Decimals, bool IsGrouped, NumberReading Reading)
{
    /// <summary>More integer digits than any budget has: a SIRET, an account.</summary>
    private const int MostDigits = 12;

    private const int MostDecimals = 8;

    public int End => Start + Length;

    /// <summary>
    /// Scans the number whose first digit stands at <paramref name="start"/>. Groups that follow the first must have exactly
    /// three digits, so « 2024 3 000 » ends behind 2024. One pass, no backtracking.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of the first digit.</param>
    /// <param name="limit">Offset that the number may not reach beyond.</param>
    /// <returns>Null when the digits are no number (too many of them).</returns>
    public static WrittenNumber? Scan(string text, int start, int limit)
    {
        var end = start + CountDigits(text, start);
        if (end > limit)
            return null;
        var separator = GroupSeparator(text, start, end, limit);
        var groups = 0;
        if (separator != '\0')
        {
            while (IsGroup(text, end, separator, limit))
            {
                end += 4;
                groups++;
            }
        }

        var integerEnd = end;
        var (decimalStart, decimalEnd, isSpaced) = ScanDecimals(text, end, separator, groups, limit);
        var decimals = decimalEnd - decimalStart;
        var digits = DigitsOf(text, start, integerEnd);
        if (digits.Length > MostDigits || decimals > MostDecimals)
            return null;
        var value = decimal.Parse(
            digits + "." + (decimals > 0 ? text[decimalStart..decimalEnd] : "0"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (decimals > 0)
            end = decimalEnd;
        var reading = isSpaced || (decimals == 3 && separator == ' ') ? NumberReading.Unusual
            : groups == 1 && decimals == 0 && separator == '.' ? NumberReading.PointBeforeThree
            : groups == 1 && decimals == 0 && separator == ',' ? NumberReading.CommaBeforeThree
            : NumberReading.Certain;
        return new WrittenNumber(start, end - start, value, decimals, groups > 0, reading);
    }

    /// <summary>The same characters read with the separator as a decimal point: « 1,250 » as 1.25.</summary>
    public WrittenNumber AsDecimal() => this with { Value = Value / 1000, Decimals = 3, IsGrouped = false };

    /// <summary>The separator that groups the number, « \0 » when it is not grouped; every kind of space counts as ' '.</summary>
    private static char GroupSeparator(string text, int start, int end, int limit)
    {
        var first = end - start;
        // « 062 500 » and « 0 500 » are no thousands: a grouped number never begins with a zero.
        if (first > 3 || text[start] == '0' || end >= limit)
            return '\0';
        var separator = text[end] switch
        {
            '.' => '.',
            ',' => ',',
            '\'' or '’' => '\'',
            var c when IsNumberSpace(c) => ' ',
            _ => '\0',
        };
        return separator != '\0' && IsGroup(text, end, separator, limit) ? separator : '\0';
    }

    private static bool IsGroup(string text, int at, char separator, int limit)
    {
        if (at + 4 > limit || CountDigits(text, at + 1) != 3)
            return false;
        return separator switch
        {
            ' ' => IsNumberSpace(text[at]),
            '\'' => text[at] is '\'' or '’',
            _ => text[at] == separator,
        };
    }

    private static (int Start, int End, bool IsSpaced) ScanDecimals(string text, int at, char separator, int groups, int limit)
    {
        if (at >= limit || text[at] is not (',' or '.') || (text[at] == separator && groups > 0))
            return (at, at, false);
        var count = CountDigits(text, at + 1);
        if (count > 0 && at + 1 + count <= limit)
            return (at + 1, at + 1 + count, false);
        // « 2 460, 50 € »: a stray space, only where the two digits carry the currency.
        if (text[at] == ',' && at + 1 < limit && IsNumberSpace(text[at + 1]) && CountDigits(text, at + 2) == 2)
        {
            var behind = SkipSpaces(text, at + 4);
            if (behind < text.Length && text[behind] == '€')
                return (at + 2, at + 4, true);
        }

        return (at, at, false);
    }

    private static string DigitsOf(string text, int start, int end)
    {
        Span<char> digits = stackalloc char[Math.Min(end - start, 64)];
        var count = 0;
        for (var i = start; i < end && count < digits.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                digits[count++] = text[i];
        }

        return new string(digits[..count]);
    }
}
