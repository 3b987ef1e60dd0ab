using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ingest.Reading.Flow;

/// <summary>
/// Characters of the pictorial fonts of office suites as Unicode. The fonts have their own encodings of one byte; files
/// give the code bare or in the private use area at U+F000. Sources: Adobe's « symbol.txt » mapping for Symbol, the Unicode
/// proposal L2/12-368 for Wingdings and Webdings; of these only what administrative documents use as bullets, arrows and
/// tick boxes.
/// </summary>
internal static class SymbolFonts
{
    /// <summary>The bullet that stands for any other.</summary>
    public const string Bullet = "•";

    /// <summary>A ticked box.</summary>
    public const string Ticked = "☒";

    /// <summary>An empty box.</summary>
    public const string Unticked = "☐";

    /// <summary>What stands for a character that has no meaning outside its font.</summary>
    public const string Unknown = "\uFFFD";

    private const int PrivateUse = 0xF000;
    private const int NoBreakSpace = 0xA0;

    // Adobe Symbol, 0x20 to 0x7E and 0xA0 to 0xFE; a space where the font has its own logo.
    private const string SymbolLow =
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

    private const string SymbolHigh =
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

    private static readonly FrozenDictionary<int, string> Wingdings = Table(
        "21✏ 22✂ 28☎ 29✆ 2A✉ 46☞ 4A☺ 6C● 6D❍ 6E■ 6F☐ 70☐ 71❑ 72❒ 73◆ 74◆ 75◆ 76❖ 77◆ 78☒ 9E· 9F• A1○ A7▪ A8☐ "
        + "AA✦ AB★ D8➢ DC➲ DF← E0→ E1↑ E2↓ E7← E8➔ EF⇦ F0⇨ F1⇧ F2⇩ FB✗ FC✓ FD☒ FE☑");

    private static readonly FrozenDictionary<int, string> Wingdings2 = Table(
        "4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 97● 98● A2■ A3☐ A4☐");

    private static readonly FrozenDictionary<int, string> Wingdings3 = Table(
        "66← 67→ 68↑ 69↓ 7D▶ 7E▶ 84▶ 86▶ A2↪ BE▸");

    private static readonly FrozenDictionary<int, string> Webdings = Table(
        "34▶ 61✓ 63☐ 67■ 6E● 72✗");

    /// <summary>Whether the font draws pictures in the place of letters.</summary>
    public static bool IsPictorial(string? font) => Encoding(font) is not PictorialFont.None;

    /// <summary>The character of a font at a code (0x20 to 0xFF, or the same in the private use area), or null when unknown.</summary>
    /// <param name="font">Name of the font; null when the file does not say it.</param>
    /// <param name="code">The code.</param>
    public static string? ToUnicode(string? font, int code)
    {
        var glyph = code >= PrivateUse && code <= PrivateUse + 0xFF ? code - PrivateUse : code;
        if (code == NoBreakSpace)
            return " ";
        if (glyph > 0xFF)
            return Rune.IsValid(code) && !IsPrivateUse(code) ? new Rune(code).ToString() : null;
        return Encoding(font) switch
        {
            PictorialFont.Symbol => Symbol(glyph),
            PictorialFont.Wingdings => Wingdings.GetValueOrDefault(glyph),
            PictorialFont.Wingdings2 => Wingdings2.GetValueOrDefault(glyph),
            PictorialFont.Wingdings3 => Wingdings3.GetValueOrDefault(glyph),
            PictorialFont.Webdings => Webdings.GetValueOrDefault(glyph),
            // A bare code of a common font is the character itself; in the private use area nobody can tell.
            _ => glyph == code ? ((char)code).ToString() : null,
        };
    }

    /// <summary>Text of a run as Unicode, and how many characters had no meaning.</summary>
    public static (string Text, int Unknown) Decode(string text, string? font)
    {
        var isPictorial = IsPictorial(font);
        if (!isPictorial && !text.Any(character => IsPrivateUse(character)))
            return (text, 0);
        var decoded = new StringBuilder(text.Length);
        var unknown = 0;
        foreach (var character in text)
        {
            // The usual fonts of bullets are the best guess for a private character whose font is not said.
            var replacement = isPictorial || !IsPrivateUse(character)
                ? ToUnicode(font, character)
                : ToUnicode("Symbol", character) ?? ToUnicode("Wingdings", character);
            unknown += replacement is null ? 1 : 0;
            decoded.Append(replacement ?? Unknown);
        }

        return (decoded.ToString(), unknown);
    }

    // Entries of two hexadecimal digits and the character; the space is itself in every font.
    private static FrozenDictionary<int, string> Table(string entries) => entries.Split(' ').Append("20 ").ToFrozenDictionary(
        entry => int.Parse(entry.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture), entry => entry[2..]);

    private static bool IsPrivateUse(int code) => code is >= 0xE000 and <= 0xF8FF;

    private static string? Symbol(int glyph) => glyph switch
    {
        >= 0x20 and < 0x7F => SymbolLow[glyph - 0x20].ToString(),
        >= 0xA0 and < 0xFF => SymbolHigh[glyph - 0xA0].ToString(),
        _ => null,
    };

    private static PictorialFont Encoding(string? font) => font?.Trim().ToUpperInvariant() switch
    {
        "SYMBOL" => PictorialFont.Symbol,
        "WINGDINGS" => PictorialFont.Wingdings,
        "WINGDINGS 2" => PictorialFont.Wingdings2,
        "WINGDINGS 3" => PictorialFont.Wingdings3,
        "WEBDINGS" => PictorialFont.Webdings,
        _ => PictorialFont.None,
    };

    private enum PictorialFont
    {
        None,
        Symbol,
        Wingdings,
        Wingdings2,
        Wingdings3,
        Webdings,
    }
}
