using System.Collections.Immutable;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf.Forms;

/// <summary>Entries of dictionaries by name and kind, references followed; null where an entry is missing or of another kind.</summary>
internal sealed class PdfObjects(IPdfTokenScanner scanner, ILookupFilterProvider? filters = null)
{
    public DictionaryToken? Dictionary(DictionaryToken from, string name) => Find<DictionaryToken>(from, name);

    public StreamToken? Stream(DictionaryToken from, string name) => Find<StreamToken>(from, name);

    public string? Name(DictionaryToken from, string name) => Find<NameToken>(from, name)?.Data;

    public bool IsTrue(DictionaryToken from, string name) => Find<BooleanToken>(from, name)?.Data == true;

    public int? Integer(DictionaryToken from, string name) =>
        Find<NumericToken>(from, name)?.Double is { } number && Math.Abs(number) < int.MaxValue ? (int)number : null;

    public ImmutableArray<IToken> Items(DictionaryToken from, string name) => Find<ArrayToken>(from, name) is { } array ? [.. array.Data] : [];

    public DictionaryToken? AsDictionary(IToken token) => DirectObjectFinder.TryGet<DictionaryToken>(token, scanner, out var found) ? found : null;

    public ImmutableArray<IToken> AsItems(IToken token) => DirectObjectFinder.TryGet<ArrayToken>(token, scanner, out var found) ? [.. found.Data] : [];

    public double[] Numbers(DictionaryToken from, string name) =>
        [.. Items(from, name).Select(item => DirectObjectFinder.TryGet<NumericToken>(item, scanner, out var number) ? number.Double : double.NaN)];

    public PdfRectangle? Rectangle(DictionaryToken from, string name) =>
        Numbers(from, name) is [var left, var bottom, var right, var top] && double.IsFinite(left + bottom + right + top)
            ? new PdfRectangle(Math.Min(left, right), Math.Min(bottom, top), Math.Max(left, right), Math.Max(bottom, top))
            : null;

    /// <summary>A text string, whichever of its forms it has: ISO 32000-2, 7.9.2.2. Long values may be streams.</summary>
    public string? Text(DictionaryToken from, string name) => from.TryGet(NameToken.Create(name), out var token) ? Text(token) : null;

    public string? Text(IToken token)
    {
        if (DirectObjectFinder.TryGet<StringToken>(token, scanner, out var text))
            return TextStrings.Decode(text.GetBytes());
        if (DirectObjectFinder.TryGet<HexToken>(token, scanner, out var hex))
            return TextStrings.Decode([.. hex.Bytes]);
        if (DirectObjectFinder.TryGet<NameToken>(token, scanner, out var name))
            return name.Data;
        return filters is not null && DirectObjectFinder.TryGet<StreamToken>(token, scanner, out var stream) ? TextStrings.Decode(stream.Decode(filters, scanner).Span) : null;
    }

    private T? Find<T>(DictionaryToken from, string name)
        where T : class, IToken =>
        from.TryGet(NameToken.Create(name), out var token) && DirectObjectFinder.TryGet<T>(token, scanner, out var found) ? found : null;
}

/// <summary>Bytes of text strings → text.</summary>
internal static class TextStrings
{
    // PDFDocEncoding is Latin-1 but for these: ISO 32000-1, annex D.2.
    private const string From18 = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";
    private const string From80 = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€";

    /// <summary>The text of a string.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);
        var text = new StringBuilder(bytes.Length);
        foreach (var code in bytes)
        {
            text.Append(code switch
            {
                >= 0x18 and <= 0x1F => From18[code - 0x18],
                >= 0x80 and <= 0xA0 => From80[code - 0x80],
                _ => (char)code,
            });
        }

        return text.ToString();
    }
}
