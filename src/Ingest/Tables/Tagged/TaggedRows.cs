using System.Collections.Immutable;

namespace Ingest.Tables.Tagged;

/// <summary>Which rows of which table a source says that a part on one page holds.</summary>
/// <param name="Table">Number of the table in its document.</param>
/// <param name="Rows">Its rows by their number in the whole table.</param>
internal sealed record TaggedRows(int Table, ImmutableArray<int> Rows)
{
    /// <summary>Whether a part goes on with the table, as the source says; false where it says nothing.</summary>
    public static bool IsSameTable(TablePart before, TablePart part) => before.Tagged is { } one && part.Tagged is { } other && one.Table == other.Table;

    /// <summary>Whether a row of the part is the last row of the part before; null where the source says nothing.</summary>
    public static bool? IsCutRow(TablePart before, TablePart part, int row) =>
        IsSameTable(before, part) && row < part.Tagged!.Rows.Length ? part.Tagged.Rows[row] == before.Tagged!.Rows[^1] : null;
}
