using Ingest.Tables.Aligned;

namespace Ingest.Tables;

/// <summary>
/// Columns that are not drawn lie on each page where its longest words leave them: those of a part on the next page are the
/// table's when each lies over one of them, in order.
/// </summary>
internal static class StripesToColumns
{
    /// <summary>The part with the columns of the table; as it is where its columns are drawn; null when they are others.</summary>
    public static TablePart? Align(TablePart part, JoinedTable open)
    {
        if (part.Stripes.IsEmpty)
            return part;
        var own = open.Columns;
        if (own.Length < 2 || part.Stripes.Length > own.Length - 1)
            return null;
        var at = new int[part.Stripes.Length];
        for (var column = 0; column < at.Length; column++)
        {
            var best = Enumerable.Range(0, own.Length - 1).MaxBy(index => Overlap(part.Stripes[column], own[index], own[index + 1]));
            if (Overlap(part.Stripes[column], own[best], own[best + 1]) < 0.5 * Math.Min(part.Stripes[column].End - part.Stripes[column].Start, own[best + 1] - own[best]) || (column > 0 && best <= at[column - 1]))
                return null;
            at[column] = best;
        }

        // The first column keeps its place, or the page would be another table.
        if (at[0] != 0)
            return null;
        var cells = part.Table.Cells.Select(cell => Move(cell, at, own.Length - 1)).ToList();
        return part with
        {
            Columns = own,
            Table = part.Table with { ColumnCount = own.Length - 1, Cells = [.. cells, .. Blanks(part, at, own.Length - 1)] },
        };
    }

    private static double Overlap(Run stripe, double start, double end) => Math.Min(stripe.End, end) - Math.Max(stripe.Start, start);

    private static TableCell Move(TableCell cell, int[] at, int columns)
    {
        var last = cell.Column + cell.ColumnSpan - 1;
        var to = last == at.Length - 1 && cell.ColumnSpan == at.Length ? columns - 1 : at[last];
        return cell with { Column = at[cell.Column], ColumnSpan = to - at[cell.Column] + 1 };
    }

    // The places of the columns that the page does not show.
    private static IEnumerable<TableCell> Blanks(TablePart part, int[] at, int columns)
    {
        var missing = Enumerable.Range(0, columns).Except(at).ToList();
        return Enumerable.Range(0, part.Table.RowCount).SelectMany(row => missing
            .Where(column => !part.Table.Cells.Any(cell => cell.Row == row && cell.ColumnSpan > 1 && at[cell.Column] < column && column <= at[cell.Column + cell.ColumnSpan - 1]))
            .Select(column => new TableCell { Row = row, Column = column, Text = Model.Provenance.SourceText.Empty }));
    }
}
