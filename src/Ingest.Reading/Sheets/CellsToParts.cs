using System.Collections.Immutable;

namespace Ingest.Reading.Sheets;

/// <summary>
/// Cuts a sheet where nothing is written and no box is drawn: at blank rows, then, within each band, at blank columns, then
/// again. The cuts are many on purpose; <see cref="PartsToRegions"/> puts together what only has air in it.
/// </summary>
internal static class CellsToParts
{
    // Tables beside tables below tables: a page made for reading needs no more turns, and a staircase of cells made to
    // exhaust the stack gets none.
    private const int MostTurns = 3;

    /// <summary>The parts, from the top and then from the left.</summary>
    /// <param name="cells">The cells as shown.</param>
    public static ImmutableArray<SheetPart> Cut(IReadOnlyCollection<PlacedCell> cells) =>
        [.. CutRows(cells, MostTurns).OrderBy(part => part.Top).ThenBy(part => part.Left)];

    private static IEnumerable<SheetPart> CutRows(IReadOnlyCollection<PlacedCell> cells, int turns)
    {
        SheetPart? table = null;
        var (left, right) = (0, 0);
        foreach (var band in Runs(cells, cell => cell.Row, cell => cell.LastRow).Select(run => new SheetPart(run)))
        {
            // Rows that go on with a table may leave a column of it empty: they are not cut there.
            if (table is not null && !band.IsText && left <= band.Left && band.Right <= right && ColumnAgreement.GoesOn(table, band))
            {
                table = table.Profile.Body.IsEmpty ? band : table;
                yield return band;
                continue;
            }

            var parts = CutColumns(band, turns).ToList();
            if (parts.Count > 1)
                table = null;
            else if (!band.IsText)
                (table, left, right) = (band, band.Left, band.Right);
            foreach (var part in parts)
                yield return part;
        }
    }

    private static IEnumerable<SheetPart> CutColumns(SheetPart whole, int turns)
    {
        var (band, rows) = (whole.Cells, whole.Rows);
        var first = rows.TakeWhile(row => row.IsSingle).Count();
        // One row of several cells is no two tables, whatever air is in it.
        if (turns == 0 || rows.Count(row => !row.IsSingle) < 2)
            return [whole];
        // A title across two tables that stand side by side, or a note below both, does not make them one.
        var last = rows.Length - rows.Reverse().TakeWhile(row => row.IsSingle).Count();
        var (top, bottom) = (rows[first].Row, last < rows.Length ? rows[last].Row : int.MaxValue);
        var groups = BesideEachOther(Runs(band.Where(cell => cell.Row >= top && cell.Row < bottom), cell => cell.Column, cell => cell.LastColumn));
        if (groups.Count < 2)
            return [whole];
        return Runs(band.Where(cell => cell.Row < top), cell => cell.Row, cell => cell.LastRow).Select(cells => new SheetPart(cells))
            .Concat(groups.SelectMany(group => CutRows(group.Cells, turns - 1)))
            .Concat(Runs(band.Where(cell => cell.Row >= bottom), cell => cell.Row, cell => cell.LastRow).Select(cells => new SheetPart(cells)));
    }

    // Neighbours with a blank column between them are one table where that column is only air.
    private static List<SheetPart> BesideEachOther(IEnumerable<List<PlacedCell>> runs)
    {
        var groups = new List<SheetPart>();
        foreach (var part in runs.Select(run => new SheetPart(run)))
        {
            if (groups.Count > 0 && IsOneTable(groups[^1], part))
                groups[^1] = new SheetPart(groups[^1].Cells.Concat(part.Cells));
            else
                groups.Add(part);
        }

        return groups;
    }

    /// <summary>
    /// Whether the right part has no life of its own: it begins with figures, which need the labels on the left, or it is as
    /// high as the left and one of the two is a single column, or words only.
    /// </summary>
    private static bool IsOneTable(SheetPart left, SheetPart right)
    {
        if (IsFigures(right))
            return true;
        return left.Top == right.Top && left.Bottom == right.Bottom && right.Bottom > right.Top
            && (left.IsText || right.IsText || !right.Rows.SelectMany(row => row.Cells).Any(cell => cell.IsFigure));
    }

    private static bool IsFigures(SheetPart part)
    {
        var cells = part.Rows.Skip(1).SelectMany(row => row.Cells).Where(cell => cell.Column == part.Left).ToList();
        return cells.Count > 0 && cells.Count(cell => cell.IsFigure) * 2 > cells.Count;
    }

    // Cells in runs along one axis: a new run begins behind a line that no cell covers. A run without a word is left out.
    private static IEnumerable<List<PlacedCell>> Runs(IEnumerable<PlacedCell> cells, Func<PlacedCell, int> first, Func<PlacedCell, int> last)
    {
        var run = new List<PlacedCell>();
        var end = int.MinValue;
        foreach (var cell in cells.OrderBy(first))
        {
            if (run.Count > 0 && first(cell) > end + 1)
            {
                if (run.Exists(other => other.IsFilled))
                    yield return run;
                run = [];
                end = int.MinValue;
            }

            run.Add(cell);
            end = Math.Max(end, last(cell));
        }

        if (run.Exists(other => other.IsFilled))
            yield return run;
    }
}
