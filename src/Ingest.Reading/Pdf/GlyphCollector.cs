using System.Collections.Immutable;
using Ingest.Model.Provenance;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.PdfFonts;

namespace Ingest.Reading.Pdf;

/// <summary>Notes the glyphs of a content stream with their exact place, size and direction.</summary>
internal sealed class GlyphCollector(PageFrame frame, FontFaces fonts, PdfReadingOptions options)
{
    // A glyph without advance has an empty box; on the border of the clip it is still seen.
    private const double ClipMargin = 0.01;

    private readonly ImmutableArray<Glyph>.Builder _glyphs = ImmutableArray.CreateBuilder<Glyph>();
    private readonly Dictionary<FontFace, double> _tallest = [];
    private IColor? _lastColour;
    private string? _lastHex;

    /// <summary>How many glyphs there are.</summary>
    public int Count => _glyphs.Count;

    /// <summary>
    /// The glyphs. A font whose glyphs are painted in a space of its own (Type 3, from TeX's bitmaps) has no size in its em;
    /// there the tallest of its glyphs tells the size.
    /// </summary>
    public ImmutableArray<Glyph> ToImmutable()
    {
        var oversized = _tallest.Where(font => font.Value > options.MaxGlyphHeightEm)
            .ToDictionary(font => font.Key, font => font.Value / options.TallestGlyphEm);
        return oversized.Count == 0
            ? _glyphs.ToImmutable()
            : [.. _glyphs.Select(glyph => oversized.TryGetValue(glyph.Font, out var scale) ? glyph with { Size = glyph.Size * scale } : glyph)];
    }

    /// <summary>Notes a glyph.</summary>
    /// <param name="font">Its font.</param>
    /// <param name="state">The graphics state.</param>
    /// <param name="code">Its code in the font.</param>
    /// <param name="unicode">The characters that the library found for it.</param>
    /// <param name="matrix">From the unit square of the glyph (1 em) to the page.</param>
    /// <param name="bounds">Its outline and advance in em.</param>
    /// <param name="clip">What of the page is shown.</param>
    /// <param name="content">The marked content in which it is painted.</param>
    /// <param name="sequence">Number of the show operation.</param>
    public void Add(
        IFont font, CurrentGraphicsState state, int code, string unicode, TransformationMatrix matrix, CharacterBoundingBox bounds,
        Box clip, MarkedContent content, int sequence)
    {
        var origin = ToShown(matrix, 0, 0);
        var along = Minus(ToShown(matrix, 1, 0), origin);
        var up = Minus(ToShown(matrix, 0, 1), origin);
        var (emAlong, emUp) = (Length(along), Length(up));
        var reach = Math.Abs(origin.X) + Math.Abs(origin.Y) + emUp + (emAlong * (1 + Math.Abs(bounds.Width)));
        if (emUp <= 0 || emAlong <= 0 || !(reach <= options.MaxCoordinate))
            return;

        var face = fonts.Of(font);
        _tallest[face] = Math.Max(_tallest.GetValueOrDefault(face), bounds.GlyphBounds.Height);
        var text = TextOf(face, font, code, unicode, bounds);
        var heading = Heading.Of(along.X, along.Y, options.SlantTolerance);
        var advance = Math.Max(0, bounds.Width) * emAlong;
        var mode = state.FontState.TextRenderingMode;
        var isFilled = mode is not (TextRenderingMode.Stroke or TextRenderingMode.StrokeClip);
        var glyph = new Glyph
        {
            Text = text.Text,
            Raw = text.Raw,
            IsDecoded = text.IsDecoded,
            Heading = heading,
            Start = heading.Along(origin),
            Baseline = heading.Across(origin),
            Advance = advance,
            Tracking = TrackingOf(state, emAlong),
            Size = emUp,
            Font = face,
            IsEmboldened = mode is TextRenderingMode.FillThenStroke or TextRenderingMode.FillThenStrokeClip,
            IsSheared = Math.Abs((along.X * up.X) + (along.Y * up.Y)) > options.MinShear * emAlong * emUp,
            Colour = ColourOf(isFilled ? state.CurrentNonStrokingColor : state.CurrentStrokingColor),
            IsVisible = mode != TextRenderingMode.Neither
                && (isFilled ? state.AlphaConstantNonStroking : state.AlphaConstantStroking) > 0,
            Content = content,
            Sequence = sequence,
            Order = _glyphs.Count,
        };
        _glyphs.Add(glyph.Box.Overlaps(clip.Inflate(ClipMargin)) ? glyph : glyph with { IsVisible = false });
    }

    private static GlyphText TextOf(FontFace face, IFont font, int code, string unicode, CharacterBoundingBox bounds)
    {
        if (face.Texts.TryGetValue(code, out var known))
            return known;
        var isMapped = font.TryGetUnicode(code, out var mapped) && mapped is not null;
        // A font that is not embedded has no outlines: whatever takes room is then held for seen.
        var hasInk = bounds.Width > 0 && (bounds.GlyphBounds is { Width: > 0, Height: > 0 } || !font.TryGetPath(code, out _));
        return face.Texts[code] = GlyphTexts.Repair(face.Encoding.WithCaseOfGlyph(code, unicode), isMapped, hasInk, face);
    }

    // Tc is given in unscaled text space: the font size has no part in it, the matrix has it multiplied in.
    private static double TrackingOf(CurrentGraphicsState state, double emAlong)
    {
        var size = state.FontState.FontSize;
        return size == 0 ? 0 : state.FontState.CharacterSpacing / Math.Abs(size) * emAlong;
    }

    private string? ColourOf(IColor? colour)
    {
        if (!ReferenceEquals(colour, _lastColour))
        {
            _lastColour = colour;
            _lastHex = InkColours.HexOf(colour);
        }

        return _lastHex;
    }

    private ShownPoint ToShown(TransformationMatrix matrix, double x, double y)
    {
        var (pageX, pageY) = matrix.Transform(x, y);
        return frame.ToShown(pageX, pageY);
    }

    private static ShownPoint Minus(ShownPoint one, ShownPoint other) => new(one.X - other.X, one.Y - other.Y);

    private static double Length(ShownPoint vector) => Math.Sqrt((vector.X * vector.X) + (vector.Y * vector.Y));
}
