using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Ingest.Model.Values;

/// <summary>Nine digits that identify a legal unit in the Sirene register; the last one is a Luhn check digit.</summary>
public readonly record struct Siren
{
    private Siren(string value) => Value = value;

    /// <summary>The nine digits.</summary>
    public string Value { get; }

    /// <summary>Reads nine digits (spaces allowed between them) whose check digit is right.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Siren? siren)
    {
        var digits = text?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        siren = digits.Length == 9 && CheckDigits.IsLuhn(digits) ? new Siren(digits) : null;
        return siren is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Code of a commune in the official geographic code: five characters (« 62907 », « 2A004 »).</summary>
/// <param name="Value">The code.</param>
public readonly record struct InseeCode(string Value)
{
    /// <summary>Department on two characters, three overseas.</summary>
    public string Department => Value.StartsWith("97", StringComparison.Ordinal) || Value.StartsWith("98", StringComparison.Ordinal)
        ? Value[..3]
        : Value[..2];

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Code of a priority neighbourhood: « QP062016 » (generation 2015) or « QN06216M » (generation 2024).</summary>
public readonly partial record struct QuartierCode
{
    private QuartierCode(string value) => Value = value;

    /// <summary>The code without spaces, upper case.</summary>
    public string Value { get; }

    /// <summary>2015 or 2024.</summary>
    public int Generation => Value[1] == 'P' ? 2015 : 2024;

    /// <summary>Reads a code of either generation; spaces inside are allowed.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out QuartierCode? code)
    {
        var compact = text?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() ?? "";
        code = Form().IsMatch(compact) ? new QuartierCode(compact) : null;
        return code is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^(QP(\d{3}|2[AB]\d|02[AB])\d{3}|QN(\d{3}|02[AB])\d{2}[NMI])$")]
    private static partial Regex Form();
}

/// <summary>Check digits of identifiers.</summary>
public static class CheckDigits
{
    /// <summary>
    /// Luhn's formula (ISO/IEC 7812-1, annex B): from the right, every second digit doubled, the sum of digits a multiple of ten.
    /// </summary>
    /// <returns>False also where a character is no ASCII digit.</returns>
    public static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var c = digits[digits.Length - 1 - i];
            if (!char.IsAsciiDigit(c))
                return false;
            var value = (c - '0') * (i % 2 == 0 ? 1 : 2);
            sum += value > 9 ? value - 9 : value;
        }

        return digits.Length > 0 && sum % 10 == 0;
    }

    /// <summary>A SIRET: 14 digits by Luhn, or by digit sum a multiple of five for La Poste (356000000).</summary>
    public static bool IsSiret(string digits) =>
        digits.Length == 14 && (IsLuhn(digits)
            || (digits.StartsWith("356000000", StringComparison.Ordinal) && digits.All(char.IsAsciiDigit) && digits.Sum(c => c - '0') % 5 == 0));
}
