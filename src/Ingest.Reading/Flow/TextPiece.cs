using System.Collections.Immutable;

namespace Ingest.Reading.Flow;

/// <summary>A piece of text of one look.</summary>
/// <param name="Text">The characters.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="Size">Size in points.</param>
internal readonly record struct TextPiece(string Text, bool IsBold, double Size);

/// <summary>The look of a paragraph from that of its pieces.</summary>
internal static class TextPieces
{
    /// <summary>Whether all that is shown is bold.</summary>
    public static bool IsBold(ImmutableArray<TextPiece> pieces)
    {
        var shown = pieces.Where(piece => !string.IsNullOrWhiteSpace(piece.Text)).ToList();
        return shown.Count > 0 && shown.TrueForAll(piece => piece.IsBold);
    }

    /// <summary>The size of most characters, in points; of two as frequent, the larger. Null where nothing is shown.</summary>
    public static double? Size(ImmutableArray<TextPiece> pieces) =>
        pieces.Where(piece => !string.IsNullOrWhiteSpace(piece.Text))
            .GroupBy(piece => piece.Size)
            .OrderByDescending(group => group.Sum(piece => piece.Text.Length))
            .ThenByDescending(group => group.Key)
            .Select(group => (double?)group.Key)
            .FirstOrDefault();
}
