using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>
/// Two scanned pages of one table are neither laid on the glass in the same place nor exactly of one scale: the columns of a part are laid
/// over those of the table by its outer edges, where both say the same page shifted and stretched as scanners do it.
/// </summary>
internal static class ScannedColumns
{
    /// <summary>The part with its columns laid over the table's; as it is where nothing was recognised on it, or where it cannot be the same page layout.</summary>
    /// <param name="part">The part on the next page.</param>
    /// <param name="columns">Column edges of the table.</param>
    /// <param name="options">Thresholds.</param>
    public static TablePart Lay(TablePart part, ImmutableArray<double> columns, TableOptions options)
    {
        if (part.Columns.Length < 2 || columns.Length < 2 || !part.Stripes.IsEmpty || !part.Table.Cells.Any(cell => cell.Text.Words.Any(word => word.Origin == Origin.Ocr)))
            return part;
        var (own, width) = (part.Columns[^1] - part.Columns[0], columns[^1] - columns[0]);
        if (own <= 0 || Math.Abs((width / own) - 1) > options.ScannedStretch || Math.Abs(part.Columns[0] - columns[0]) > options.ScannedShift)
            return part;
        return part with { Columns = [.. part.Columns.Select(edge => columns[0] + ((edge - part.Columns[0]) * width / own))] };
    }
}
