using System.Globalization;

namespace Ingest.Export.Writers;

/// <summary>Values as text that every program reads: decimal point, ISO dates, <c>true</c> and <c>false</c>; null is empty.</summary>
internal static class PlainText
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        decimal amount => amount.ToString("0.00", CultureInfo.InvariantCulture),
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
