using System.Globalization;

namespace Ingest.Reading.Pdf;

/// <summary>
/// The characters of symbol fonts that word processors use for bullets, boxes and arrows. Such fonts have no Unicode
/// names: their codes 0x20–0xFF come as themselves or in the private use area, at U+F020–U+F0FF.
/// Source: Unicode's mapping of Adobe Symbol and the published equivalents of Wingdings (L2/11-052R).
/// </summary>
internal static class SymbolCharacters
{
    private const char PrivateFirst = '\uF020';
    private const char PrivateLast = '\uF0FF';

    private static readonly Dictionary<int, string> Wingdings = Table(
        "28☎ 2A✉ 46☞ 4A☺ 6C● 6E■ 6F□ 71❑ 72❒ 73⬧ 74⧫ 75◆ 76❖ 77⬥ 78☒ 9E· 9F• A1○ A4◉ A7▪ A8☐ AB★ C4➔ D8➢ DC➲ "
        + "DF← E0→ E1↑ E2↓ E7⇐ E8➔ EF⇦ F0⇨ FB✗ FC✓ FD☒ FE☑");

    private static readonly Dictionary<int, string> Symbol = Table(
        "2D− A3≤ A7♣ A8♦ AC← AD↑ AE→ AF↓ B0° B1± B3≥ B4× B7• B8÷ B9≠ BB≈ DB⇔ DE⇒ F0• A0€");

    /// <summary>What a character of a symbol font shows, or null when the table does not know.</summary>
    /// <param name="character">The character as the file has it.</param>
    /// <param name="fontName">Name of the font.</param>
    public static string? Meaning(char character, string fontName)
    {
        var isPrivate = character is >= PrivateFirst and <= PrivateLast;
        var code = isPrivate ? character - PrivateFirst + 0x20 : character;
        if (IsNamed(fontName, "Wingdings") || IsNamed(fontName, "OpenSymbol") || IsNamed(fontName, "Webdings"))
            return Wingdings.GetValueOrDefault(code);
        if (IsNamed(fontName, "Symbol"))
            return isPrivate || code == 0xB7 ? Symbol.GetValueOrDefault(code) : null;

        // Word processors keep the private code when they replace the font by another one: the bullet's code is Symbol's,
        // the others nearly always come from Wingdings.
        return !isPrivate ? null : code == 0xB7 ? Symbol[code] : Wingdings.GetValueOrDefault(code) ?? Symbol.GetValueOrDefault(code);
    }

    private static bool IsNamed(string fontName, string family) => fontName.Contains(family, StringComparison.OrdinalIgnoreCase);

    // Each entry is a code in two hexadecimal digits and its character at once.
    private static Dictionary<int, string> Table(string entries) => entries.Split(' ').ToDictionary(
        entry => int.Parse(entry.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture), entry => entry[2..]);
}
