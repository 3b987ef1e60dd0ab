using System.Text.RegularExpressions;

namespace Ingest.Tables.Aligned;

/// <summary>Tells the rest of a figure that a narrow column broke, « 5 » above « 800,00 » above « € », from a figure of the next row.</summary>
internal static partial class WrappedFigures
{
    /// <summary>Whether the text goes on with the figure above it in its column.</summary>
    /// <param name="above">Text of the piece above.</param>
    /// <param name="text">Text of the piece.</param>
    public static bool IsRest(string above, string text) =>
        // Only where the rest ends as amounts do: counts of three digits stand below counts of one in many tables.
        (BareFigure().IsMatch(above) && UnitAlone().IsMatch(text)) || (FirstGroups().IsMatch(above) && LastGroups().IsMatch(text));

    /// <summary>Whether the text may be the last three digits of the figure above it: « 100 » below « 10 ». Only its line and table can tell.</summary>
    /// <param name="above">Text of the piece above.</param>
    /// <param name="text">Text of the piece.</param>
    public static bool MayBeRest(string above, string text) => FirstGroups().IsMatch(above) && ThreeDigits().IsMatch(text);

    /// <summary>Whether a figure is written with a space between its thousands.</summary>
    /// <param name="text">Text of the figure.</param>
    public static bool IsGrouped(string text) => Grouped().IsMatch(text);

    [GeneratedRegex(@"^\d{3}\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeDigits();

    [GeneratedRegex(@"^[1-9]\d{0,2}(?: \d{3})+\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[-–−+(]?\d[\d .,]*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareFigure();

    [GeneratedRegex(@"^(?:k€|m€|€|euros?|eur|%)\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnitAlone();

    [GeneratedRegex(@"^[-–−+(]?[1-9]\d{0,2}(?: \d{3})*$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstGroups();

    [GeneratedRegex(@"^\d{3}(?: \d{3})*(?:[.,]\d\d?(?: ?(?:€|euros?|eur))?| ?(?:€|euros?|eur))\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LastGroups();
}
