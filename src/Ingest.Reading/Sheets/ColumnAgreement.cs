namespace Ingest.Reading.Sheets;

/// <summary>
/// Tells whether two parts of a sheet are one table by their columns: the same ones hold figures and words, they are filled
/// alike, and the lower part has no header of its own.
/// </summary>
internal static class ColumnAgreement
{
    /// <summary>Whether the rows below are more rows of the table above.</summary>
    /// <param name="above">A part with a row of several cells.</param>
    /// <param name="below">Another, further down and within its columns.</param>
    public static bool GoesOn(SheetPart above, SheetPart below)
    {
        if (HasHeader(below, above))
            return false;
        var (before, after) = (above.Profile, below.Profile);
        if (before.Body.IsEmpty)
            return before.First is { } header && after.Filled.Count(column => IsUnder(header, column)) * 2 > header.Cells.Length;
        var compared = after.Filled.Where(column => before.HoldsFigures(column) is not null).ToList();
        var same = compared.Count(column => before.HoldsFigures(column) == after.HoldsFigures(column));
        // A row of sums has its label where others have a name or a figure; rows of another table disagree more.
        return same > (after.Body.Length == 1 ? 1 : 2) * (compared.Count - same) && FillsAlike(before, after);
    }

    // What usually is filled above is filled below too, of the figures above all: the recapitulation under a table of many
    // columns has two or three.
    private static bool FillsAlike(ColumnProfile before, ColumnProfile after)
    {
        var usual = before.Usual.ToList();
        var figures = usual.Where(column => before.HoldsFigures(column) == true).ToList();
        var filled = after.Filled.ToHashSet();
        return figures.Count > 0 ? figures.Count(filled.Contains) * 2 >= figures.Count : usual.Count(filled.Contains) * 2 >= usual.Count;
    }

    private static bool HasHeader(SheetPart part, SheetPart above)
    {
        if (part.Profile.First is not { IsWords: true } first)
            return false;
        if (above.Profile.First is { } header && Words(first) == Words(header))
            return true;
        var body = part.Profile.Body;
        if (first.Cells.Any(cell => part.Profile.HoldsFigures(cell.Column) == true))
            return true;
        // Without figures below, only the look tells a header.
        return first.Cells.All(cell => cell.Cell.IsBold) && !body.All(row => row.Cells.All(cell => cell.Cell.IsBold))
            && !above.Profile.Body.All(row => row.Cells.All(cell => cell.Cell.IsBold));
    }

    private static bool IsUnder(PartRow header, int column) => header.Cells.Any(cell => cell.Column <= column && column <= cell.LastColumn);

    private static string Words(PartRow row) => string.Join('\t', row.Cells.Select(cell => cell.Cell.Text.Trim()));
}
