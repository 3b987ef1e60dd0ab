using System.Globalization;
using System.Text;

namespace Ingest.Reading.Flow;

/// <summary>A number as a list shows it (ECMA-376, part 1, 17.18.59 « ST_NumberFormat »).</summary>
internal static class NumberFormats
{
    private static readonly (int Value, string Sign)[] RomanSigns =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    // Beyond these the sign is repeated; the numbers of a real list stay far below.
    private const int LargestRoman = 3999;
    private const int LargestLetter = 780;

    /// <summary>The number in a format; a format that is not known here is shown in digits.</summary>
    /// <param name="number">The number.</param>
    /// <param name="format">Name of the format in the file.</param>
    /// <param name="digits">Least number of digits of a decimal format.</param>
    public static string Write(int number, string format, int digits = 1) => format switch
    {
        "none" => "",
        "upperRoman" when number is > 0 and <= LargestRoman => Roman(number),
        "lowerRoman" when number is > 0 and <= LargestRoman => Roman(number).ToLowerInvariant(),
        "upperLetter" when number is > 0 and <= LargestLetter => Letter(number),
        "lowerLetter" when number is > 0 and <= LargestLetter => Letter(number).ToLowerInvariant(),
        "decimalZero" => Decimal(number, 2),
        // French: the documents are.
        "ordinal" => number == 1 ? "1er" : Decimal(number, 1) + "e",
        "chicago" when number > 0 => new string("*†‡§"[(number - 1) % 4], ((number - 1) / 4) + 1),
        "decimalEnclosedCircle" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "numberInDash" => $"- {Decimal(number, 1)} -",
        _ => Decimal(number, digits),
    };

    private static string Decimal(int number, int digits) =>
        number.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    // A … Z, AA, BB … ZZ, AAA: the letter is repeated, it is no numeral system.
    private static string Letter(int number) => new((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, sign) in RomanSigns)
        {
            for (; number >= value; number -= value)
                text.Append(sign);
        }

        return text.ToString();
    }
}
