namespace Ingest.RandomDocuments.Drawing;

/// <summary>
/// How wide the letters of the standard fonts of PDF are, so that no font file is needed: thousandths of the size, by the code of
/// Windows-1252 (metrics of Helvetica and Times as Adobe publishes them; letters with accents are as wide as those without).
/// </summary>
internal sealed class FontWidths
{
    private const int First = 32;
    private const int Last = 255;

    private readonly int[] _widths;

    private FontWidths(string name, string ascii, int quote, int bullet, int ligature)
    {
        Name = name;
        _widths = new int[Last - First + 1];
        Array.Fill(_widths, 556);
        var basic = ascii.Split(' ').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        basic.CopyTo(_widths, 0);
        for (var code = 0xA0; code <= Last; code++)
            _widths[code - First] = Plain((char)code) is { } letter ? basic[letter - First] : 556;
        (this[0xA0], this[0xB0], this[0xD7]) = (basic[0], 400, basic['+' - First]);
        (this[0x80], this[0x85], this[0x91], this[0x92], this[0x95], this[0x96], this[0x97], this[0x9C], this[0x8C]) = (basic['0' - First], 1000, quote, quote, bullet, basic['0' - First], 1000, ligature, 1000);
    }

    /// <summary>Helvetica.</summary>
    public static FontWidths Helvetica { get; } = new("Helvetica", "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584", 222, 350, 944);

    /// <summary>Helvetica-Bold.</summary>
    public static FontWidths HelveticaBold { get; } = new("Helvetica-Bold", "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584", 278, 350, 944);

    /// <summary>Times-Roman.</summary>
    public static FontWidths Times { get; } = new("Times-Roman", "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541", 333, 350, 722);

    /// <summary>Times-Bold.</summary>
    public static FontWidths TimesBold { get; } = new("Times-Bold", "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520", 333, 350, 722);

    /// <summary>Name of the font.</summary>
    public string Name { get; }

    /// <summary>Widths from code 32 to 255, as a PDF lists them.</summary>
    public string List => string.Join(' ', _widths.Select(width => width.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private int this[int code]
    {
        set => _widths[code - First] = value;
    }

    /// <summary>How long a text is, in points.</summary>
    public double Of(string text, double size) => WinAnsi.Encode(text).Sum(code => code < First ? 0 : _widths[code - First]) * size / 1000;

    // The letter below an accent; null for signs.
    private static char? Plain(char letter)
    {
        var parts = letter.ToString().Normalize(System.Text.NormalizationForm.FormD);
        return parts.Length == 2 && parts[0] < 127 ? parts[0] : null;
    }
}

/// <summary>Windows-1252, the encoding of the standard fonts.</summary>
internal static class WinAnsi
{
    private const string Special = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The bytes of a text. The narrow space that Windows-1252 does not have becomes the wide one.</summary>
    /// <exception cref="ArgumentException">A character has no place in Windows-1252.</exception>
    public static byte[] Encode(string text) =>
    [
        .. text.Select(letter => letter switch
        {
            '\u202F' or '\u2009' => (byte)0xA0,
            < '\u0080' or >= '\u00A0' and <= '\u00FF' => (byte)letter,
            _ when Special.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at => (byte)(0x80 + at),
            _ => throw new ArgumentException($"« {letter} » is not in Windows-1252.", nameof(text)),
        }),
    ];
}
