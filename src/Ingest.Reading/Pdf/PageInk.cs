using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Pdf.Forms;

namespace Ingest.Reading.Pdf;

/// <summary>What the content stream of a page paints, in points from the top left of the page as shown.</summary>
internal sealed record PageInk
{
    public required PageSize Size { get; init; }

    public required ImmutableArray<Glyph> Glyphs { get; init; }

    public required ImmutableArray<PaintedPath> Paths { get; init; }

    public required ImmutableArray<ImageArea> Images { get; init; }

    /// <summary>What is filled in or written upon the page.</summary>
    public PageAnnotations Annotations { get; init; } = PageAnnotations.None;

    /// <summary>Why a part of the content stream was left out, else null.</summary>
    public string? Unread { get; init; }

    /// <summary>The limit at which the reading of the content stream stopped.</summary>
    public InkLimit Met { get; init; }
}

/// <summary>Limits of what one page paints.</summary>
internal enum InkLimit
{
    /// <summary>None was met.</summary>
    None,

    /// <summary>It has more letters than are read.</summary>
    Letters,

    /// <summary>It has more paths than are read.</summary>
    Paths,
}

/// <summary>A point in points from the top left of the page as shown.</summary>
internal readonly record struct ShownPoint(double X, double Y);

/// <summary>One glyph as painted.</summary>
internal sealed record Glyph
{
    /// <summary>The text of the glyph, repaired (see <see cref="GlyphTexts"/>); a space for white space, may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>The characters as the file has them.</summary>
    public required string Raw { get; init; }

    /// <summary>Whether the file says which characters the glyph stands for.</summary>
    public required bool IsDecoded { get; init; }

    public required Heading Heading { get; init; }

    /// <summary>Where it starts, along its heading.</summary>
    public required double Start { get; init; }

    /// <summary>Height of its baseline across its heading (grows downwards for horizontal text).</summary>
    public required double Baseline { get; init; }

    /// <summary>Its advance along the heading, letter-spacing not included.</summary>
    public required double Advance { get; init; }

    /// <summary>Letter-spacing (operator Tc) that follows it, in points.</summary>
    public required double Tracking { get; init; }

    /// <summary>Font size as shown, in points.</summary>
    public required double Size { get; init; }

    public required FontFace Font { get; init; }

    /// <summary>Bold by stroke and fill, or by double strike.</summary>
    public required bool IsEmboldened { get; init; }

    /// <summary>Italic by a slanting text matrix.</summary>
    public required bool IsSheared { get; init; }

    public required string? Colour { get; init; }

    /// <summary>Whether it is painted on the part of the page that is shown.</summary>
    public required bool IsVisible { get; init; }

    /// <summary>The marked content in which it is painted.</summary>
    public MarkedContent Content { get; init; }

    /// <summary>Number of the show operation that painted it.</summary>
    public required int Sequence { get; init; }

    /// <summary>Place in the content stream.</summary>
    public required int Order { get; init; }

    public double End => Start + Advance;

    public bool IsSpace => Text == " ";

    public Box Box => Heading.BoxOf(
        Start, End, Baseline - (Font.Ascent * Size), Baseline - (Font.Descent * Size));
}

/// <summary>A path as painted. Curves are left out; what they enclose is no rule and no cell.</summary>
internal sealed record PaintedPath
{
    public required ImmutableArray<Outline> Outlines { get; init; }

    public required bool IsStroked { get; init; }

    public required bool IsFilled { get; init; }

    public string? StrokeColour { get; init; }

    public string? FillColour { get; init; }

    /// <summary>Thickness of the stroke in points.</summary>
    public double Thickness { get; init; }

    /// <summary>Whether strokes reach half their thickness beyond their ends.</summary>
    public bool HasSquareEnds { get; init; }

    /// <summary>The clip in force: nothing is painted outside.</summary>
    public required Box Clip { get; init; }
}

/// <summary>A subpath.</summary>
/// <param name="Points">Its corners; the ends of curves among them.</param>
/// <param name="CurvedEnds">Indices of points that are reached by a curve.</param>
/// <param name="IsClosed">Whether its last point is joined to its first.</param>
internal sealed record Outline(ImmutableArray<ShownPoint> Points, ImmutableHashSet<int> CurvedEnds, bool IsClosed)
{
    public bool HasCurve => !CurvedEnds.IsEmpty;

    public Box Bounds => new(Points.Min(p => p.X), Points.Min(p => p.Y), Points.Max(p => p.X), Points.Max(p => p.Y));
}
