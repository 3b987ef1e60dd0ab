using System.Collections.Immutable;

namespace Ingest.Reading.Pdf;

/// <summary>A cell of a table of the structure tree, laid out in its grid.</summary>
/// <param name="Row">Row of its top, from 0.</param>
/// <param name="Column">Column of its left, from 0.</param>
/// <param name="RowSpan">Rows covered.</param>
/// <param name="ColumnSpan">Columns covered.</param>
/// <param name="IsHeader">Whether it is marked as a header.</param>
/// <param name="Contents">The marked content in it, that of tables within it included.</param>
internal sealed record StructuredCell(int Row, int Column, int RowSpan, int ColumnSpan, bool IsHeader, ImmutableArray<MarkedPlace> Contents);

/// <summary>A table of the structure tree, over all its pages.</summary>
/// <param name="ColumnCount">Number of its columns.</param>
/// <param name="HeaderRows">How many first rows hold header cells only.</param>
/// <param name="Cells">Its cells in row order.</param>
internal sealed record StructuredTable(int ColumnCount, int HeaderRows, ImmutableArray<StructuredCell> Cells);

/// <summary>
/// Elements → tables. Cells take the first free place of their row and those that their spans cover, as the table model of
/// HTML has it (HTML Living Standard, 4.9.12.1); ISO 32000-1 (14.8.4.3.4) means the same.
/// </summary>
internal static class StructureToTables
{
    // As in HTML, against spans that are only meant as « all »; and the most places that any table has.
    private const int MaxSpan = 1000;
    private const int MaxPlaces = 1_000_000;

    /// <summary>The tables in the order of the tree, an outer one before those in its cells.</summary>
    public static ImmutableArray<StructuredTable> Find(ImmutableArray<StructureElement> elements)
    {
        var tables = ImmutableArray.CreateBuilder<StructuredTable>();
        Add(elements, tables);
        return tables.ToImmutable();
    }

    private static void Add(ImmutableArray<StructureElement> elements, ImmutableArray<StructuredTable>.Builder tables)
    {
        foreach (var element in elements)
        {
            if (element.Role == "Table" && Lay(element) is { } table)
                tables.Add(table);
            Add(element.Children, tables);
        }
    }

    private static StructuredTable? Lay(StructureElement table)
    {
        var rows = Inner(table, role => role == "TR").ToList();
        var cells = ImmutableArray.CreateBuilder<StructuredCell>();
        var taken = new HashSet<(int Row, int Column)>();
        var columns = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in Inner(rows[row], role => role is "TD" or "TH"))
            {
                while (taken.Contains((row, column)))
                    column++;
                var (down, across) = (Math.Min(cell.RowSpan, rows.Count - row), Math.Min(cell.ColumnSpan, MaxSpan));
                if (taken.Count + ((long)down * across) > MaxPlaces)
                    return null;

                // Two cells over one place: whatever it means, it is no grid.
                for (var place = 0; place < down * across; place++)
                {
                    if (!taken.Add((row + (place / across), column + (place % across))))
                        return null;
                }

                cells.Add(new StructuredCell(row, column, down, across, cell.Role == "TH", [.. Contents(cell)]));
                column += across;
                columns = Math.Max(columns, column);
            }
        }

        return cells.Count == 0 ? null : new StructuredTable(columns, HeaderRows(cells, rows.Count), cells.ToImmutable());
    }

    private static int HeaderRows(IEnumerable<StructuredCell> cells, int rows)
    {
        var first = cells.Where(cell => !cell.IsHeader).Select(cell => cell.Row).DefaultIfEmpty(0).Min();
        return first == rows ? 0 : first;
    }

    // Sections of the table, and elements without meaning of their own, may stand between; a table within has rows of its own.
    private static IEnumerable<StructureElement> Inner(StructureElement element, Func<string, bool> isWanted) => element.Children
        .SelectMany(child => isWanted(child.Role) ? [child] : child.Role is "Table" or "Caption" or "TR" ? [] : Inner(child, isWanted));

    private static IEnumerable<MarkedPlace> Contents(StructureElement element) => element.Contents.Concat(element.Children.SelectMany(Contents));
}
