using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Ingest.Reading.Text;

namespace Ingest.Reading.Html;

/// <summary>
/// Bytes of a page to text. A byte order mark decides; then the bytes themselves: what is valid UTF-8 beyond ASCII is UTF-8
/// whatever the page says of itself, for text in a code page is so by chance only. Else what the page says, and Windows-1252
/// where it says nothing, or what cannot be. « ISO-8859-1 » means Windows-1252, as in browsers (WHATWG Encoding Standard).
/// </summary>
internal static partial class HtmlDecoding
{
    // How far browsers look for the name of an encoding, with room for what content systems put before it.
    private const int PrescanLength = 4096;

    /// <summary>The text of the bytes, line ends as line feeds; legacy where it was read as Windows-1252 without the page saying so.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        var (text, isLegacy) = DecodeRaw(bytes);
        return new DecodedText(text.ReplaceLineEndings("\n").Replace('\0', '\uFFFD'), isLegacy);
    }

    private static DecodedText DecodeRaw(ReadOnlySpan<byte> bytes)
    {
        if (WideOf(bytes) is { } wide)
            return new DecodedText(wide.GetString(bytes).TrimStart('\uFEFF'), IsLegacy: false);
        if (bytes.StartsWith(Encoding.UTF8.Preamble) || Utf8.IsValid(bytes))
            return TextDecoding.Decode(bytes);
        return CodePageOf(LabelOf(bytes)) is { } codePage
            ? new DecodedText(codePage.GetString(bytes), IsLegacy: false)
            : TextDecoding.Decode(bytes);
    }

    // Every page begins with a « < »: of two bytes, one is zero in UTF-16, with its mark or without.
    private static Encoding? WideOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith("<\0"u8))
            return Encoding.Unicode;
        return bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) || bytes.StartsWith("\0<"u8) ? Encoding.BigEndianUnicode : null;
    }

    private static string? LabelOf(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanLength)]);
        return Label().Match(head) is { Success: true } match ? match.Groups["label"].Value : null;
    }

    // Bytes that are no UTF-8 are none in UTF-16 either: a page that names one of these was saved in something else.
    private static Encoding? CodePageOf(string? label)
    {
        if (label is null || label.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
            return null;
        var name = Latin().IsMatch(label) ? "windows-1252" : label;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""(?:<meta[^>]*?charset\s*=\s*["']?\s*|<\?xml[^>]*?encoding\s*=\s*["'])(?<label>[A-Za-z0-9_.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("^(?:iso[-_]?8859[-_]?1|latin1|l1|us-ascii|ascii|ansi|cp1252|x-cp1252|cp819|ibm819)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Latin();
}
