using System.Collections.Immutable;

namespace Ingest.Reading.Pdf;

/// <summary>A piece of a word that others are joined to, one by one, without copying its letters each time.</summary>
internal sealed class OpenPiece(WordPiece first, PdfReadingOptions options)
{
    private ImmutableArray<Glyph>.Builder? _glyphs;
    private bool _isOfDots = IsOfDots(first);
    private int _count = first.Glyphs.Length;

    /// <summary>Its last letter.</summary>
    public Glyph Last { get; private set; } = first.Last;

    /// <summary>Letter-spacing that the file does not state, in points.</summary>
    public double Tracking { get; private set; } = first.Tracking;

    /// <summary>Whether it leads from a text to what stands at the line's end.</summary>
    public bool IsLeader => _isOfDots && _count >= options.MinLeaderDots;

    /// <summary>Joins a piece to its end.</summary>
    public void Add(WordPiece piece)
    {
        if (_glyphs is null)
        {
            _glyphs = ImmutableArray.CreateBuilder<Glyph>();
            _glyphs.AddRange(first.Glyphs);
        }

        _glyphs.AddRange(piece.Glyphs);
        (_count, _isOfDots) = (_glyphs.Count, _isOfDots && IsOfDots(piece));
        (Last, Tracking) = (piece.Last, Math.Max(Tracking, piece.Tracking));
    }

    /// <summary>All of it.</summary>
    public WordPiece ToPiece() => _glyphs is null ? first : new WordPiece(_glyphs.ToImmutable(), Tracking);

    /// <summary>Whether all letters of a piece are dots or underscores.</summary>
    public static bool IsOfDots(WordPiece piece) => piece.Glyphs.All(glyph => glyph.Text is "." or "·" or "_");
}
