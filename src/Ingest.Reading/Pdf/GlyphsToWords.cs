using System.Collections.Immutable;
using System.Text;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Pdf;

/// <summary>From glyphs to words, in n log n: strips along the content stream, then joints along the baselines.</summary>
internal static class GlyphsToWords
{
    /// <summary>The words in the order of the content stream.</summary>
    public static ImmutableArray<Word> Convert(ImmutableArray<Glyph> glyphs, IEnumerable<Ruling> rulings, PdfReadingOptions options)
    {
        var letters = Accents.GlyphsToComposed(DoubleStrikes.GlyphsToSingleStrikes(glyphs, options));
        var fences = new RuleFences(rulings);
        var (pieces, spaces) = GlyphsToPieces.Cut(letters, fences, options);
        var joined = PiecesToLines.Join(pieces, spaces, fences, options);
        return [.. Scripts.PiecesToScripted(joined, options).Select(PieceToWord)];
    }

    private static Word PieceToWord(WordPiece piece)
    {
        var glyphs = piece.Glyphs;
        var text = string.Concat(glyphs.Select(glyph => glyph.Text)).Normalize(NormalizationForm.FormC);
        var raw = string.Concat(glyphs.Select(glyph => glyph.Raw));
        var at = piece.Heading.PointAt(piece.Start, piece.Baseline);
        return new Word
        {
            Text = text,
            Raw = raw == text ? null : raw,
            Box = glyphs.Select(glyph => glyph.Box).Aggregate((one, other) => one.Union(other)),
            Baseline = piece.Heading.Direction is TextDirection.Up or TextDirection.Down ? at.X : at.Y,
            Font = MostFrequent(glyphs, FontOf),
            Colour = MostFrequent(glyphs, glyph => glyph.Colour),
            Direction = piece.Heading.Direction,
            IsVisible = piece.IsVisible,
            MarkedContent = MostFrequent(glyphs, glyph => glyph.Content.Id),
            IsArtifact = glyphs.All(glyph => glyph.Content.IsArtifact),
            Origin = Origin.Text,
            Confidence = (double)glyphs.Count(glyph => glyph.IsDecoded) / glyphs.Length,
        };
    }

    private static WordFont FontOf(Glyph glyph) => new(
        glyph.Font.Name, Math.Round(glyph.Size, 2), glyph.Font.IsBold || glyph.IsEmboldened, glyph.Font.IsItalic || glyph.IsSheared);

    private static T MostFrequent<T>(ImmutableArray<Glyph> glyphs, Func<Glyph, T> property) =>
        glyphs.GroupBy(property).MaxBy(group => group.Count())!.Key;
}
