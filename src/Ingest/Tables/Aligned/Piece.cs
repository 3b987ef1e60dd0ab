using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>What one line has in one column, or over several.</summary>
/// <param name="Line">Number of the line in its region.</param>
/// <param name="First">First column that it covers.</param>
/// <param name="Last">Last column that it covers.</param>
/// <param name="Chunk">Its words.</param>
internal sealed record Piece(int Line, int First, int Last, Chunk Chunk)
{
    /// <summary>Box of its words.</summary>
    public Box Box => Chunk.Box;

    /// <summary>Whether it covers more than one column.</summary>
    public bool IsSpanning => Last > First;

    /// <summary>Whether the two cover a column in common.</summary>
    public bool SharesColumn(Piece other) => First <= other.Last && other.First <= Last;
}

/// <summary>A line with its pieces in their columns.</summary>
/// <param name="Index">Number of the line in its region.</param>
/// <param name="Baseline">Height of the baseline in points.</param>
/// <param name="Size">Font size in points.</param>
/// <param name="Pieces">The pieces from left to right.</param>
internal sealed record PieceLine(int Index, double Baseline, double Size, ImmutableArray<Piece> Pieces)
{
    /// <summary>Top and bottom of the words.</summary>
    public double Top { get; } = Pieces.Min(piece => piece.Box.Top);

    /// <summary>Bottom of the words.</summary>
    public double Bottom { get; } = Pieces.Max(piece => piece.Box.Bottom);

    /// <summary>The piece that covers the column, or null.</summary>
    public Piece? At(int column) => Pieces.FirstOrDefault(piece => piece.First <= column && column <= piece.Last);
}
