using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Tables;

namespace Ingest.Segmentation.Conventions;

/// <summary>A row of a strategy's table.</summary>
/// <param name="Cells">Text by column; empty where a cell from above or from the left covers the place.</param>
/// <param name="IsAfterBreak">Whether a page break, or what looks like one, stands before it.</param>
/// <param name="IsBand">Whether one cell covers the whole row.</param>
internal sealed record StrategyRow(ImmutableArray<SourceText> Cells, bool IsAfterBreak, bool IsBand)
{
    /// <summary>Text that was taken out as noise, by column: the cell was not empty.</summary>
    public ImmutableDictionary<int, SourceText> Noise { get; init; } = ImmutableDictionary<int, SourceText>.Empty;

    /// <summary>The columns whose text may be no French.</summary>
    public ImmutableHashSet<int> Doubtful { get; init; } = [];

    /// <summary>The columns with a word that nobody knows.</summary>
    public ImmutableHashSet<int> Unknown { get; init; } = [];

    /// <summary>The row with its cells moved to the right.</summary>
    public StrategyRow Shift(int columns) => columns == 0 ? this : this with
    {
        Cells = [.. Enumerable.Repeat(SourceText.Empty, columns), .. Cells],
        Noise = Noise.ToImmutableDictionary(item => item.Key + columns, item => item.Value),
        Doubtful = [.. Doubtful.Select(column => column + columns)],
        Unknown = [.. Unknown.Select(column => column + columns)],
    };

    /// <summary>The columns with text.</summary>
    public IEnumerable<int> Filled => Enumerable.Range(0, Cells.Length).Where(column => !Cells[column].IsEmpty);

    /// <summary>All its text, from left to right.</summary>
    public SourceText Text => SourceText.Concat(Cells);
}

/// <summary>Tables that follow one another, row by row.</summary>
/// <param name="Parts">Rows of each part that a page break (in a file of lines: a blank line) parts from the next.</param>
/// <param name="IsOfLines">Whether they come from lines of text, where no rule shows which cell goes on.</param>
internal sealed record StrategyRun(ImmutableArray<ImmutableArray<StrategyRow>> Parts, bool IsOfLines)
{
    /// <summary>Most columns of any row.</summary>
    public int ColumnCount => Parts.SelectMany(part => part).Select(row => row.Cells.Length).DefaultIfEmpty(0).Max();

    /// <summary>Whether a table comes from lines of text.</summary>
    public static bool IsTableOfLines(Table table) =>
        table.Method == TableMethod.Native && table.Cells.Any(cell => cell.Regions.Any(region => region.Line is not null));

    /// <summary>The rows of the tables. In a file of lines the parts are taken as they stand: what a blank line parts was joined by a guess.</summary>
    public static StrategyRun Of(IReadOnlyList<Table> tables, ImmutableArray<PageTable> pageTables)
    {
        var isOfLines = tables.All(IsTableOfLines);
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<StrategyRow>>();
        foreach (var table in tables)
        {
            if (!isOfLines)
            {
                parts.Add(RowsOf(new TableGrid(table), isAfterBreak: false));
                continue;
            }

            foreach (var part in table.Parts.Select(index => pageTables[index]))
                parts.Add(RowsOf(new TableGrid(part.Cells, part.RowCount, part.ColumnCount), isAfterBreak: parts.Count > 0));
        }

        return new StrategyRun(parts.ToImmutable(), isOfLines);
    }

    /// <summary>The rows of one joined table.</summary>
    public static ImmutableArray<StrategyRow> OfTable(Table table) => RowsOf(new TableGrid(table), isAfterBreak: false);

    private static ImmutableArray<StrategyRow> RowsOf(TableGrid grid, bool isAfterBreak)
    {
        var rows = ImmutableArray.CreateBuilder<StrategyRow>();
        var page = 0;
        for (var row = 0; row < grid.RowCount; row++)
        {
            var cells = Enumerable.Range(0, grid.ColumnCount)
                .Select(column => grid.At(row, column) is { } cell && cell.Row == row && cell.Column == column ? cell.Text : SourceText.Empty)
                .ToImmutableArray();
            if (cells.All(cell => cell.IsEmpty))
                continue;
            var ownPage = cells.SelectMany(cell => cell.Words).SelectMany(word => word.Regions).Select(region => region.Page ?? 0).DefaultIfEmpty(page).Min();
            var isBand = grid.ColumnCount > 1 && grid.StartingIn(row) is [{ Column: 0 } only] && only.ColumnSpan == grid.ColumnCount;
            rows.Add(new StrategyRow(cells, rows.Count == 0 ? isAfterBreak : ownPage > page, isBand));
            page = ownPage;
        }

        return rows.ToImmutable();
    }
}
