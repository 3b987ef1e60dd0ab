using Ingest.Reading.Flow;

namespace Ingest.Reading.Odf;

/// <summary>A number as a list of OpenDocument shows it.</summary>
internal static class OdfNumberFormats
{
    /// <summary>The number in a format.</summary>
    /// <param name="number">The number.</param>
    /// <param name="format">The format as the file has it: the first number in it; empty for none.</param>
    /// <param name="repeatsLetters">Whether « aa » follows « z », and « bb » that; else « ab » does.</param>
    public static string Write(int number, string format, bool repeatsLetters) => format switch
    {
        "" => "",
        "a" => Letter(number, repeatsLetters).ToLowerInvariant(),
        "A" => Letter(number, repeatsLetters),
        "i" => NumberFormats.Write(number, "lowerRoman"),
        "I" => NumberFormats.Write(number, "upperRoman"),
        "01" or "01, 02, 03, ..." => NumberFormats.Write(number, "decimalZero"),
        "1st" => NumberFormats.Write(number, "ordinal"),
        "*" => NumberFormats.Write(number, "chicago"),
        "①, ②, ③, ..." or "①" => NumberFormats.Write(number, "decimalEnclosedCircle"),
        _ => NumberFormats.Write(number, "decimal"),
    };

    private static string Letter(int number, bool repeats)
    {
        if (repeats || number < 1)
            return NumberFormats.Write(number, "upperLetter");
        var letters = "";
        for (; number > 0; number = (number - 1) / 26)
            letters = (char)('A' + ((number - 1) % 26)) + letters;
        return letters;
    }
}
