using System.Globalization;
using Ingest.Model.Findings;
using Ingest.Model.Pages;

namespace Ingest.Reading.Flow;

/// <summary>Cuts a table that has more cells than are read.</summary>
internal static class LargeTable
{
    // Who looks at a table by its places lays out all of them, the empty ones too.
    private const int PlacesPerCell = 16;

    /// <summary>The rows of the table that hold no more cells together than allowed; the table itself where all do.</summary>
    /// <param name="table">The table.</param>
    /// <param name="most">The most cells.</param>
    /// <param name="tell">Takes what is to be told.</param>
    public static FlowTable Cut(FlowTable table, int most, Action<Finding> tell)
    {
        var mostRows = (int)Math.Min(int.MaxValue, (long)most * PlacesPerCell / Math.Max(1, table.ColumnCount));
        if (table.Cells.Length <= most && table.RowCount <= mostRows)
            return table;
        var last = table.Cells.Length <= most ? mostRows : Math.Min(mostRows, table.Cells.Select(cell => cell.Row).Order().ElementAt(most));
        var kept = table.Cells.Where(cell => cell.Row < last).ToList();
        // One row of nothing but cells is cut in itself.
        if (kept.Count == 0)
            kept = [.. table.Cells.Take(most)];
        tell(Finding(table.RowCount, kept.Count));
        var rows = Math.Max(last, 1);
        return table with
        {
            RowCount = rows,
            HeaderRowCount = Math.Min(table.HeaderRowCount, rows),
            Cells = [.. kept.Select(cell => cell with { RowSpan = Math.Min(cell.RowSpan, rows - cell.Row) })],
        };
    }

    /// <summary>That a table was cut.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="most">The cells that were read.</param>
    public static Finding Finding(int rows, int most) => SourceFindings.CellLimit.At(
        null, null, new Wording(Text($"Tableau de {rows} lignes"), Text($"Table of {rows} rows")), most);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
