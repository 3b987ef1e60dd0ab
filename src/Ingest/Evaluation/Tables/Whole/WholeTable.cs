using System.Collections.Immutable;
using Ingest.Emission;
using Ingest.Tables;

namespace Ingest.Evaluation.Tables.Whole;

/// <summary>A cell with text of a whole table.</summary>
/// <param name="Row">Row of its top, from 0.</param>
/// <param name="Column">Column of its left, from 0.</param>
/// <param name="RowSpan">Rows covered.</param>
/// <param name="ColumnSpan">Columns covered.</param>
/// <param name="Text">Its text, form C, each run of white space one space.</param>
public sealed record WholeCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text)
{
    /// <summary>The pages that it stands on, from 1: two where a page break cuts it; empty where they are not told.</summary>
    public ImmutableSortedSet<int> Pages { get; init; } = [];

    /// <summary>Whether both are the same cell: place, spans and text; pages are another question.</summary>
    public bool IsSameAs(WholeCell other) => this with { Pages = other.Pages } == other;

    /// <summary>Whether both begin at the same place.</summary>
    public bool IsAt(WholeCell other) => (Row, Column) == (other.Row, other.Column);

    /// <summary>Whether both cover one row at least.</summary>
    public bool SharesRowWith(WholeCell other) => Row < other.Row + other.RowSpan && other.Row < Row + RowSpan;

    /// <summary>Its place and spans as a person reads them, rows and columns from 0.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Row},{Column}{(RowSpan > 1 || ColumnSpan > 1 ? $" ({RowSpan}x{ColumnSpan})" : "")} « {Text} »");
}

/// <summary>A table over all its pages, repeated headers told once.</summary>
/// <param name="Pages">Its pages, from 1.</param>
/// <param name="Cells">Its cells with text, by row, then by column.</param>
public sealed record WholeTable(ImmutableSortedSet<int> Pages, ImmutableArray<WholeCell> Cells)
{
    /// <summary>Whether it goes over a page break.</summary>
    public bool IsMultiPage => Pages.Count > 1;

    /// <summary>What stands in each row that has text, from top to bottom: the columns and texts of the cells that begin in it.</summary>
    public ImmutableArray<string> Rows =>
    [
        .. Cells.GroupBy(cell => cell.Row)
            .Select(row => string.Join('\n', row.Select(cell => FormattableString.Invariant($"{cell.Column} {cell.Text}")))),
    ];

    /// <summary>A table of cells in any order; those without text are left out.</summary>
    public static WholeTable Of(IEnumerable<int> pages, IEnumerable<WholeCell> cells) => new(
        [.. pages],
        [
            .. cells.Select(cell => cell with { Text = WrittenText.Fold(cell.Text)! })
                .Where(cell => cell.Text.Length > 0)
                .OrderBy(cell => cell.Row).ThenBy(cell => cell.Column),
        ]);

    /// <summary>The joined tables of a document as it was read.</summary>
    public static ImmutableArray<WholeTable> AllOf(DocumentContent content) =>
    [
        .. from block in content.Blocks.OfType<TableContent>()
           let parts = block.Table.Parts.Select(part => content.PageTables[part])
           select Of(parts.Select(part => part.Page).OfType<int>(), block.Table.Cells.Select(ToCell)),
    ];

    private static WholeCell ToCell(TableCell cell) => new(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, TablesJson.TextOf(cell))
    {
        Pages = [.. cell.Regions.Select(region => region.Page).OfType<int>()],
    };
}
