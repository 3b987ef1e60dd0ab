using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables.Aligned;

/// <summary>
/// A header of several rows → the same header with the labels of single columns over all of them: « Commune » stands beside
/// « Population » and its « 2018 | 2024 », and heads a column as these do.
/// </summary>
internal static class HeaderSpans
{
    /// <summary>The grid with its header's labels merged downwards.</summary>
    /// <param name="filled">The grid; its header rows are told.</param>
    /// <param name="edges">The edges of the page: a rule below a label ends it.</param>
    public static FilledGrid Merge(FilledGrid filled, ImmutableArray<Edge> edges)
    {
        var (grid, rows) = (filled.Grid, filled.HeaderRows);
        if (rows < 2)
            return filled;
        var places = grid.Places();
        var cells = grid.Cells.ToBuilder();
        var words = filled.Words.ToBuilder();
        var gone = new HashSet<int>();
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var top = Enumerable.Range(0, rows).FirstOrDefault(row => !words[places[row, column]].IsEmpty, -1);
            if (top == rows - 1 && IsAboveItsRow(filled, places, top, column) && HasGroups(grid, top - 1)
                && Enumerable.Range(0, top).All(row => IsSingle(cells[places[row, column]]) && words[places[row, column]].IsEmpty))
            {
                cells[places[0, column]] = cells[places[0, column]] with { RowSpan = rows };
                words[places[0, column]] = words[places[top, column]];
                gone.UnionWith(Enumerable.Range(1, top).Select(row => places[row, column]));
                continue;
            }

            if (top < 0 || top == rows - 1 || !IsSingle(cells[places[top, column]]) || !HasGroups(grid, top))
                continue;
            var below = Enumerable.Range(top + 1, rows - top - 1).Select(row => places[row, column]).ToList();
            var label = words[places[top, column]];
            if (!below.TrueForAll(index => IsSingle(cells[index]) && (words[index].IsEmpty || GoesOn(label, words[index]))) || IsRuled(grid, label, column, rows, edges))
                continue;
            words[places[top, column]] = [.. label, .. below.SelectMany(index => words[index])];
            cells[places[top, column]] = cells[places[top, column]] with { RowSpan = rows - top };
            gone.UnionWith(below);
        }

        var kept = Enumerable.Range(0, cells.Count).Where(index => !gone.Contains(index)).ToList();
        return gone.Count == 0 ? filled : filled with { Grid = grid with { Cells = [.. kept.Select(index => cells[index])] }, Words = [.. kept.Select(index => words[index])] };
    }

    // A label of the last row that stands higher than the others of it is set at the middle of all rows.
    private static bool IsAboveItsRow(FilledGrid filled, int[,] places, int row, int column)
    {
        var own = filled.Words[places[row, column]];
        var others = Enumerable.Range(0, filled.Grid.ColumnCount).Where(other => other != column).SelectMany(other => filled.Words[places[row, other]]).ToList();
        return others.Count > 0 && others.Min(word => word.Baseline) - own.Max(word => word.Baseline) > 0.3 * own[0].Font.Size;
    }

    private static bool IsSingle(GridCell cell) => cell is { RowSpan: 1, ColumnSpan: 1 };

    // Another label of the row spans columns: the rows below are its parts, not a second set of labels.
    private static bool HasGroups(CellGrid grid, int row) => grid.Cells.Any(cell => cell.Row == row && cell.ColumnSpan > 1 && cell.ColumnSpan < grid.ColumnCount);

    // The next line of the same label, at the step of a text.
    private static bool GoesOn(ImmutableArray<Word> label, ImmutableArray<Word> next)
    {
        var (last, first) = (label.MaxBy(word => word.Baseline)!, next.MinBy(word => word.Baseline)!);
        return first.Baseline - last.Baseline <= 1.4 * first.Font.Size && (char.IsLower(first.Text[0]) || first.Text[0] is '(' or ')' || last.Text[^1] is '-' or '/' or '(');
    }

    private static bool IsRuled(CellGrid grid, ImmutableArray<Word> label, int column, int rows, ImmutableArray<Edge> edges)
    {
        var (top, bottom) = (label.Max(word => word.Baseline), grid.Rows[rows] - 1);
        var middle = label.Average(word => word.Box.CenterX);
        return edges.Any(edge => edge.IsHorizontal && edge.Position > top && edge.Position < bottom && edge.Start <= middle && edge.End >= middle
            && edge.Start < grid.Columns[column + 1] && edge.End > grid.Columns[column]);
    }
}
