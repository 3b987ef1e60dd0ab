using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;

namespace Ingest.Reading.Pdf;

/// <summary>What the reader needs of a font.</summary>
internal sealed class FontFace
{
    /// <summary>Name without the subset prefix.</summary>
    public required string Name { get; init; }

    public required bool IsBold { get; init; }

    public required bool IsItalic { get; init; }

    /// <summary>Height above the baseline in em.</summary>
    public required double Ascent { get; init; }

    /// <summary>Depth below the baseline in em, negative.</summary>
    public required double Descent { get; init; }

    /// <summary>Whether codes are single bytes, as in simple fonts: a code without a mapping is then often plain ASCII.</summary>
    public required bool IsOneByte { get; init; }

    /// <summary>What its encoding says of glyphs.</summary>
    public required FontEncoding Encoding { get; init; }

    /// <summary>The texts of the codes met so far.</summary>
    public Dictionary<int, GlyphText> Texts { get; } = [];
}

/// <summary>
/// The faces of the fonts of a document, each looked at once. A word's box reaches from the ascent to the descent of its
/// font, never to the bounds of its letters, so that the words of a line share top and bottom whatever they spell.
/// </summary>
internal sealed class FontFaces(IPdfTokenScanner scanner)
{
    // Fonts with absurd or missing metrics exist (mathematical fonts with an ascent of several em, zeros); xpdf and its
    // descendants hold the same guard rails.
    private const double HighestAscent = 1.05;
    private const double LowestAscent = 0.5;
    private const double UsualAscent = 0.9;
    private const double DeepestDescent = -0.4;
    private const double ShallowestDescent = -0.05;
    private const double UsualDescent = -0.22;
    private const int BoldWeight = 600;
    private const int SubsetPrefixLength = 6;

    private static readonly string[] BoldWords = ["bold", "black", "heavy", "demi", "extrabld", "semibd"];
    private static readonly string[] ItalicWords = ["italic", "oblique", "kursiv"];

    private readonly Dictionary<IFont, FontFace> _faces = new(ReferenceEqualityComparer.Instance);

    public FontFace Of(IFont font)
    {
        if (!_faces.TryGetValue(font, out var face))
            _faces[font] = face = Look(font);
        return face;
    }

    private FontFace Look(IFont font)
    {
        var details = font.Details;
        var name = WithoutSubsetPrefix(details?.Name ?? font.Name?.Data ?? "");
        return new FontFace
        {
            Name = name,
            IsBold = details is { IsBold: true } or { Weight: >= BoldWeight } || ContainsAny(name, BoldWords),
            IsItalic = details is { IsItalic: true } || ContainsAny(name, ItalicWords),
            Ascent = Guarded(font.GetAscent(), LowestAscent, HighestAscent, UsualAscent),
            Descent = Guarded(font.GetDescent(), DeepestDescent, ShallowestDescent, UsualDescent),
            IsOneByte = HasOneByteCodes(font),
            Encoding = FontEncoding.Of(details?.FontDictionaryReference, scanner),
        };
    }

    private static string WithoutSubsetPrefix(string name) =>
        name.Length > SubsetPrefixLength && name[SubsetPrefixLength] == '+' ? name[(SubsetPrefixLength + 1)..] : name;

    private static bool ContainsAny(string name, string[] words) =>
        Array.Exists(words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static double Guarded(double value, double low, double high, double usual) =>
        value >= low && value <= high ? value : usual;

    private static bool HasOneByteCodes(IFont font)
    {
        var bytes = new MemoryInputBytes("AAAA"u8.ToArray());
        bytes.MoveNext();
        font.ReadCharacterCode(bytes, out var length);
        return length == 1;
    }
}
