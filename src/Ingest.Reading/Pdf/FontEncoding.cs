using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf;

/// <summary>
/// The basic Latin letters that the encoding of a simple font names. Some producers write a ToUnicode map that gives small
/// letters for the glyphs of capitals (and the reverse, after small capitals): there the glyph's name is right, for it
/// chose the outline.
/// </summary>
internal sealed class FontEncoding
{
    private static readonly FontEncoding None = new(hasLatinBase: false, []);

    private readonly bool _hasLatinBase;
    private readonly Dictionary<int, char?> _differences;

    private FontEncoding(bool hasLatinBase, Dictionary<int, char?> differences) =>
        (_hasLatinBase, _differences) = (hasLatinBase, differences);

    /// <summary>The encoding that a font dictionary names.</summary>
    public static FontEncoding Of(IndirectReference? fontDictionary, IPdfTokenScanner scanner)
    {
        if (fontDictionary is not { } reference
            || !DirectObjectFinder.TryGet<DictionaryToken>(new IndirectReferenceToken(reference), scanner, out var font)
            || !font.TryGet(NameToken.Encoding, out var encoding))
        {
            return None;
        }

        if (DirectObjectFinder.TryGet<NameToken>(encoding, scanner, out var name))
            return new FontEncoding(IsLatin(name), []);
        return DirectObjectFinder.TryGet<DictionaryToken>(encoding, scanner, out var dictionary) ? Of(dictionary, scanner) : None;
    }

    /// <summary>The text of a glyph with the case that its name says.</summary>
    public string WithCaseOfGlyph(int code, string unicode)
    {
        var named = _differences.TryGetValue(code, out var redefined) ? redefined
            : _hasLatinBase && code <= 'z' && char.IsAsciiLetter((char)code) ? (char)code : null;
        return named is { } letter && unicode.Length == 1 && unicode[0] != letter
            && char.ToUpperInvariant(unicode[0]) == char.ToUpperInvariant(letter)
            ? letter.ToString()
            : unicode;
    }

    private static FontEncoding Of(DictionaryToken dictionary, IPdfTokenScanner scanner)
    {
        var isLatin = dictionary.TryGet(NameToken.BaseEncoding, out var baseToken)
            && DirectObjectFinder.TryGet<NameToken>(baseToken, scanner, out var baseName) && IsLatin(baseName);
        var differences = new Dictionary<int, char?>();
        if (dictionary.TryGet(NameToken.Differences, out var token) && DirectObjectFinder.TryGet<ArrayToken>(token, scanner, out var entries))
        {
            var code = 0;
            foreach (var entry in entries.Data)
            {
                if (entry is NumericToken first)
                    code = first.Int;
                else if (entry is NameToken glyph)
                    differences[code++] = glyph.Data.Length == 1 && char.IsAsciiLetter(glyph.Data[0]) ? glyph.Data[0] : null;
            }
        }

        return new FontEncoding(isLatin, differences);
    }

    private static bool IsLatin(NameToken name) => name.Data is "WinAnsiEncoding" or "MacRomanEncoding" or "StandardEncoding";
}
