using System.Globalization;
using UglyToad.PdfPig.Graphics.Colors;

namespace Ingest.Reading.Pdf;

/// <summary>Colours as « #rrggbb ».</summary>
internal static class InkColours
{
    public const string White = "#ffffff";

    /// <summary>The colour, or null for patterns and none.</summary>
    public static string? HexOf(IColor? colour)
    {
        if (colour is null or PatternColor)
            return null;
        var (red, green, blue) = colour.ToRGBValues();
        return string.Create(CultureInfo.InvariantCulture, $"#{Byte(red):x2}{Byte(green):x2}{Byte(blue):x2}");
    }

    private static int Byte(double share) => double.IsNaN(share) ? 0 : (int)Math.Round(Math.Clamp(share, 0, 1) * 255);
}
