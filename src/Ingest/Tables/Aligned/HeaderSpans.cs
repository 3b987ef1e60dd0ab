using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables.Aligned;

/// <summary>
/// A header of several rows → the same header with the labels of single columns over all of them: « Commune » stands beside
/// « Population » and its « 2018 | 2024 », and heads a column as these do.
/// </summary>
internal sealed class HeaderSpans
{
    // By how much, in em, the middle of a label may miss that of its rows.
    private const double Near = 0.3;

    private readonly FilledGrid _filled;
    private readonly ImmutableArray<Edge> _edges;
    private readonly int _rows;
    private readonly int _unitRows;
    private readonly int[,] _places;
    private readonly ImmutableArray<GridCell>.Builder _cells;
    private readonly ImmutableArray<ImmutableArray<Word>>.Builder _words;
    private readonly HashSet<int> _gone = [];

    private HeaderSpans(FilledGrid filled, int unitRows, ImmutableArray<Edge> edges)
    {
        (_filled, _edges, _unitRows, _rows) = (filled, edges, unitRows, filled.HeaderRows - unitRows);
        (_places, _cells, _words) = (filled.Grid.Places(), filled.Grid.Cells.ToBuilder(), filled.Words.ToBuilder());
    }

    /// <summary>The grid with its header's labels merged over the rows of the header that are theirs.</summary>
    /// <param name="filled">The grid; its header rows are told.</param>
    /// <param name="unitRows">How many last rows of the header hold the units of the labels: only a label at the middle of all rows is merged with those.</param>
    /// <param name="edges">The edges of the page: a rule below a label ends it.</param>
    public static FilledGrid Merge(FilledGrid filled, int unitRows, ImmutableArray<Edge> edges) =>
        filled.HeaderRows - unitRows < 2 ? filled : new HeaderSpans(filled, unitRows, edges).Merge();

    private FilledGrid Merge()
    {
        var grid = _filled.Grid;
        var areAtBottom = AreAtBottom(_filled, _rows);
        var straddles = false;
        for (var column = 0; column < grid.ColumnCount; column++)
            straddles |= SpanDown(column, areAtBottom);
        for (var column = 0; column < grid.ColumnCount; column++)
            SpanUp(column, straddles);
        var kept = Enumerable.Range(0, _cells.Count).Where(index => !_gone.Contains(index)).ToList();
        return _gone.Count == 0 ? _filled : _filled with { Grid = grid with { Cells = [.. kept.Select(index => _cells[index])] }, Words = [.. kept.Select(index => _words[index])] };
    }

    // The label with what is empty below it, or goes on with it; true when its own lines stand in several rows.
    private bool SpanDown(int column, bool areAtBottom)
    {
        var top = Enumerable.Range(0, _rows).FirstOrDefault(row => !_words[_places[row, column]].IsEmpty, -1);
        if (top < 0 || top == _rows - 1 || !IsSingle(_cells[_places[top, column]]) || !HasGroups(_filled.Grid, top))
            return false;
        var below = Enumerable.Range(top + 1, _rows - top - 1).Select(row => _places[row, column]).ToList();
        var label = _words[_places[top, column]];
        if (!below.TrueForAll(index => IsSingle(_cells[index]) && (_words[index].IsEmpty ? !areAtBottom : GoesOn(label, _words[index]))) || IsRuled(label, column))
            return false;
        var straddles = below.Exists(index => !_words[index].IsEmpty);
        Span(top, column, below);
        return straddles;
    }

    // A label of the last row with what is empty above it, where something tells that its cell begins there: it stands above the others of
    // its row, others are merged so, or a rule leaves it out.
    private void SpanUp(int column, bool straddles)
    {
        var above = Enumerable.Range(0, _rows - 1).Select(row => _places[row, column]).ToList();
        var label = _places[_rows - 1, column];
        if (_gone.Contains(label) || _words[label].IsEmpty || !IsSingle(_cells[label]) || !above.TrueForAll(index => IsSingle(_cells[index]) && _words[index].IsEmpty) || !HasGroups(_filled.Grid, _rows - 2))
            return;
        if (straddles || IsAboveItsRow(_filled, _places, _rows - 1, column) || new RulesOfRows(_filled, _edges).LeavesOut(column, _rows - 1))
            Span(0, column, [.. above.Skip(1), label]);
    }

    private void Span(int top, int column, List<int> merged)
    {
        var place = _places[top, column];
        _words[place] = [.. _words[place], .. merged.SelectMany(index => _words[index])];
        var units = Enumerable.Range(_rows, _unitRows).Select(row => _places[row, column]).ToList();
        if (top == 0 && units.TrueForAll(index => IsSingle(_cells[index]) && _words[index].IsEmpty) && IsAtMiddle(_words[place]))
            merged = [.. merged, .. units];
        _cells[place] = _cells[place] with { RowSpan = merged.Count + 1 };
        _gone.UnionWith(merged);
    }

    // At the middle of all rows of the header, and not of those without the units.
    private bool IsAtMiddle(ImmutableArray<Word> label)
    {
        List<double> Baselines(int row) => [.. _filled.Grid.Cells.Zip(_filled.Words).Where(cell => cell.First.Row == row).SelectMany(cell => cell.Second).Select(word => word.Baseline)];
        var (first, last) = (Baselines(0), Baselines(_rows + _unitRows - 1));
        var middle = (label.Min(word => word.Baseline) + label.Max(word => word.Baseline)) / 2;
        return first.Count > 0 && last.Count > 0 && Math.Abs(middle - ((first.Min() + last.Max()) / 2)) <= Near * label[0].Font.Size;
    }

    // A label of two lines below the first row ends beside the others of its row: cells are set to the bottom, and a label of the first
    // row is no cell that goes on below.
    private static bool AreAtBottom(FilledGrid filled, int rows)
    {
        bool IsAtBottom(int row)
        {
            var own = filled.Grid.Cells.Zip(filled.Words).Where(cell => cell.First.Row == row && !cell.Second.IsEmpty)
                .Select(cell => (Top: cell.Second.Min(word => word.Baseline), Bottom: cell.Second.Max(word => word.Baseline), cell.Second[0].Font.Size)).ToList();
            return own.Exists(cell => cell.Bottom - cell.Top > cell.Size / 2) && own.Exists(cell => cell.Bottom - cell.Top < cell.Size / 2)
                && own.TrueForAll(cell => Math.Abs(cell.Bottom - own[0].Bottom) < cell.Size / 4);
        }

        return Enumerable.Range(1, rows - 1).Any(IsAtBottom);
    }

    // A label of the last row that stands higher than the others of it is set at the middle of all rows.
    private static bool IsAboveItsRow(FilledGrid filled, int[,] places, int row, int column)
    {
        var own = filled.Words[places[row, column]];
        var others = Enumerable.Range(0, filled.Grid.ColumnCount).Where(other => other != column).SelectMany(other => filled.Words[places[row, other]]).ToList();
        return others.Count > 0 && others.Min(word => word.Baseline) - own.Max(word => word.Baseline) > Near * own[0].Font.Size;
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

    // A rule between the label and the words of the last row: what runs below these ends the header.
    private bool IsRuled(ImmutableArray<Word> label, int column)
    {
        var grid = _filled.Grid;
        var last = grid.Cells.Zip(_filled.Words).Where(cell => cell.First.Row == _rows - 1).SelectMany(cell => cell.Second).Select(word => word.Baseline).ToList();
        var (top, bottom) = (label.Max(word => word.Baseline), last.Count > 0 ? last.Max() : grid.Rows[_rows] - 1);
        var middle = label.Average(word => word.Box.CenterX);
        return _edges.Any(edge => edge.IsHorizontal && edge.Position > top && edge.Position < bottom && edge.Start <= middle && edge.End >= middle
            && edge.Start < grid.Columns[column + 1] && edge.End > grid.Columns[column]);
    }
}
