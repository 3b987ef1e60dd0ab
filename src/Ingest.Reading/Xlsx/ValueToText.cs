using System.Globalization;

namespace Ingest.Reading.Xlsx;

/// <summary>A value of a cell → what a French reader sees.</summary>
/// <param name="is1904">Whether the workbook counts days from 1904.</param>
internal sealed class ValueToText(bool is1904)
{
    /// <summary>A number under its format. A format that shows nothing gives an empty text.</summary>
    /// <param name="written">The number as the file writes it.</param>
    /// <param name="format">Its format.</param>
    public string Number(string written, FormatCode format)
    {
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return written;
        // Fifteen digits are what the programs keep: what lies behind them is noise of binary fractions.
        if (!decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return number.ToString("G15", CultureInfo.InvariantCulture).Replace('.', ',');
        var section = format.For(value);
        if (!section.IsDate)
            return NumberToFrench.Show(value, section);
        return DateToFrench.ToMoment(number, is1904) is { } moment ? DateToFrench.Show(moment, number, section) : NumberToFrench.Plain(value);
    }

    /// <summary>A date that the file writes as one.</summary>
    public static string Date(string written, FormatCode format)
    {
        if (!DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment))
            return written;
        var section = format.Sections[0].IsDate ? format.Sections[0] : FormatCode.Parse(BuiltinFormats.Code(14)).Sections[0];
        return DateToFrench.Show(moment, (moment - new DateTime(1899, 12, 30)).TotalDays, section);
    }

    /// <summary>A text under its format, which may add words to it.</summary>
    public static string Text(string text, FormatCode format)
    {
        var section = format.Sections[^1];
        return section.Has(FormatPiece.Text) && section.Tokens.Length > 1
            ? string.Concat(section.Tokens.Select(token => token.Kind == FormatPiece.Text ? text : token.Text)).Trim()
            : text;
    }

    /// <summary>A truth value.</summary>
    public static string Boolean(string written) => written is "1" or "true" ? "VRAI" : "FAUX";
}
