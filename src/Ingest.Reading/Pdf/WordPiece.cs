using System.Collections.Immutable;

namespace Ingest.Reading.Pdf;

/// <summary>Letters that belong to one word, in the order in which they are read.</summary>
/// <param name="Glyphs">The letters, at least one.</param>
/// <param name="Tracking">Letter-spacing between them that the file does not state, in points.</param>
internal sealed record WordPiece(ImmutableArray<Glyph> Glyphs, double Tracking)
{
    public Glyph First => Glyphs[0];

    public Glyph Last => Glyphs[^1];

    public Heading Heading => First.Heading;

    public bool IsVisible => First.IsVisible;

    public double Start => First.Start;

    public double End => Last.End;

    public double Baseline => First.Baseline;

    public double Size => First.Size;

    public WordPiece Followed(WordPiece other) => new([.. Glyphs, .. other.Glyphs], Math.Max(Tracking, other.Tracking));
}
