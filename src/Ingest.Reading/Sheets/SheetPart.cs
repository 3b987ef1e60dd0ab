using System.Collections.Immutable;

namespace Ingest.Reading.Sheets;

/// <summary>A row of a part: the filled cells that begin in it, from left to right.</summary>
/// <param name="Row">Its place as shown.</param>
/// <param name="Cells">Its filled cells; never none.</param>
internal sealed record PartRow(int Row, ImmutableArray<PlacedCell> Cells)
{
    /// <summary>Whether only one cell is written in it: a title, a note, a theme over the rows that follow.</summary>
    public bool IsSingle => Cells.Length == 1;

    /// <summary>Whether it has several cells and no figure in any: what a header looks like.</summary>
    public bool IsWords => !IsSingle && !Cells.Any(cell => cell.IsFigure);
}

/// <summary>A part of a sheet that stands apart: a table, or lines of text.</summary>
internal sealed class SheetPart
{
    private readonly Lazy<ColumnProfile> _profile;

    /// <summary>The part of the cells.</summary>
    /// <param name="cells">Its cells, at least one of them filled.</param>
    public SheetPart(IEnumerable<PlacedCell> cells)
    {
        Cells = [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];
        var filled = Cells.Where(cell => cell.IsFilled).ToList();
        Rows = [.. filled.GroupBy(cell => cell.Row).Select(row => new PartRow(row.Key, [.. row]))];
        (Left, Right) = (filled.Min(cell => cell.Column), filled.Max(cell => cell.LastColumn));
        (Top, Bottom) = (filled[0].Row, filled.Max(cell => cell.LastRow));
        _profile = new Lazy<ColumnProfile>(() => new ColumnProfile(this));
    }

    /// <summary>Its cells, those that are only boxes among them, row by row.</summary>
    public ImmutableArray<PlacedCell> Cells { get; }

    /// <summary>Its rows with text.</summary>
    public ImmutableArray<PartRow> Rows { get; }

    /// <summary>First row with text.</summary>
    public int Top { get; }

    /// <summary>Last row that a filled cell covers.</summary>
    public int Bottom { get; }

    /// <summary>First column with text.</summary>
    public int Left { get; }

    /// <summary>Last column that a filled cell covers.</summary>
    public int Right { get; }

    /// <summary>Whether it is lines of text: no row has a second cell.</summary>
    public bool IsText => Rows.All(row => row.IsSingle);

    /// <summary>What its columns hold.</summary>
    public ColumnProfile Profile => _profile.Value;
}
