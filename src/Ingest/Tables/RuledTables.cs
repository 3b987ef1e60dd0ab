using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables.Aligned;

namespace Ingest.Tables;

/// <summary>Rules and words of an upright page → the tables that the rules enclose.</summary>
internal sealed class RuledTables(PageLayout layout, Centres<Word> places, ImmutableArray<Edge> edges, ImmutableArray<FilledArea> shades, ContentOptions options)
{
    private readonly TableOptions _options = options.Tables;
    private readonly Centres<FilledArea> _shades = new(shades, shade => shade.Box);
    private readonly List<FilledGrid> _tables = [];
    private readonly BoxesByHeight<FilledGrid> _tablesByHeight = new();
    private readonly List<FilledGrid> _single = [];
    private readonly List<TableCandidate> _rejected = [];
    private readonly bool _hasOwnText = layout.Page.Words.Any(word => word.Origin == Origin.Text);
    private readonly HashSet<Word> _taken = new(ReferenceEqualityComparer.Instance);

    /// <summary>The tables, grids of one row, and what is no table.</summary>
    public PageGrids Find()
    {
        var components = EdgesToGrids.Connect(edges, shades, _options);
        foreach (var drawing in components.Where(component => EdgesToGrids.IsDrawing(component, _options)))
        {
            var (across, along) = (drawing.Count(edge => edge.IsHorizontal), drawing.Count(edge => !edge.IsHorizontal));
            _rejected.Add(new TableCandidate(layout.Page.Number, EdgesToGrids.Bounds(drawing), TableMethod.Ruled, across, along, Rejection.Drawing));
        }

        var heads = new HeadsToColumns(layout.Page.Number, places, edges, shades, options);
        var all = components.Where(component => !EdgesToGrids.IsDrawing(component, _options)).Select(component => (Edges: component, Box: EdgesToGrids.Bounds(component))).ToList();
        var grids = all.Select(component => heads.Extend(component.Edges, all.Where(other => other != component).Select(other => other.Box)))
            .Select(component => (Grid: EdgesToCells.Fill(component, _options), Bounds: EdgesToGrids.Bounds(component)))
            .Where(item => item.Grid is { Cells.Length: > 0 })
            .OrderByDescending(item => item.Grid!.Box.Width * item.Grid.Box.Height);

        // Where the boxes of two tables overlap, the larger one has the word.
        var refined = new RefinedGrid(layout.Page.Number, _options, options.Layout);
        foreach (var (grid, bounds) in grids)
        {
            var filled = WordsToCells.Fill(grid!, [.. places.Inside(grid!.Box).Where(word => !_taken.Contains(word))], _options);
            if (Judge(filled, bounds) is { } reason)
            {
                if (reason == Rejection.Box && IsOneRow(filled))
                    _single.Add(filled);
                else
                    _rejected.Add(new TableCandidate(layout.Page.Number, grid!.Box, TableMethod.Ruled, filled.Grid.RowCount, filled.Grid.ColumnCount, reason));
                continue;
            }

            _tables.Add(NestedTables.Flatten(refined.Refine(filled)));
            _tablesByHeight.Add(_tables[^1].Grid.Box, _tables[^1]);
            _taken.UnionWith(filled.Words.SelectMany(words => words));
        }

        return new PageGrids(layout, [.. _tables], [.. _single], [.. _rejected]);
    }

    private Rejection? Judge(FilledGrid filled, Box bounds)
    {
        if (Drawings.Count(filled.Grid, [.. _shades.Level(filled.Grid.Box)], layout.Body) >= _options.MinDrawings)
            return Rejection.Drawing;
        if (IsTorn(filled, bounds))
            return Rejection.Torn;
        if (_tablesByHeight.At(filled.Grid.Box.CenterY).Any(table => CellAround(table, filled.Grid.Box)))
            return Rejection.Nested;
        if (TouchingShare(filled) < _options.MinTouchingShare)
            return Rejection.Drawing;
        var closed = filled.Grid.Cells.Where(cell => !cell.IsOpen).ToList();
        if (closed.Select(cell => cell.Row).Distinct().Count() < _options.MinLines || closed.Select(cell => cell.Column).Distinct().Count() < _options.MinLines)
            return Rejection.Box;
        if (IsPicture(filled))
            return Rejection.Drawing;
        return filled.FilledCells < Math.Max(_options.MinFilledCells, _options.MinTextShare * filled.Grid.Cells.Length) ? Rejection.Empty : null;
    }

    // The share of the cells with words, 0 to 1, that have another one next to them: the boxes of an organisation chart stand apart.
    private static double TouchingShare(FilledGrid filled)
    {
        if (filled.FilledCells < 4)
            return 1;
        var (grid, places) = (filled.Grid, filled.Grid.Places());
        bool IsFilled(int row, int column) => row >= 0 && row < grid.RowCount && column >= 0 && column < grid.ColumnCount && !filled.Words[places[row, column]].IsEmpty;
        bool Touches(GridCell cell) =>
            Enumerable.Range(cell.Row, cell.RowSpan).Any(row => IsFilled(row, cell.Column - 1) || IsFilled(row, cell.Column + cell.ColumnSpan))
            || Enumerable.Range(cell.Column, cell.ColumnSpan).Any(column => IsFilled(cell.Row - 1, column) || IsFilled(cell.Row + cell.RowSpan, column));
        return (double)grid.Cells.Where((cell, index) => !filled.Words[index].IsEmpty && Touches(cell)).Count() / filled.FilledCells;
    }

    // Rules that reach beyond the cells, with words at both sides of the outermost rule: the grid is a part of what they rule.
    private bool IsTorn(FilledGrid filled, Box bounds)
    {
        var box = filled.Grid.Box;
        if (bounds.Width - box.Width <= _options.Sliver)
            return false;
        var outside = places.Level(box).Count(word => word.Box.CenterY > box.Top && word.Box.CenterY < box.Bottom && word.Box.CenterX > bounds.Left && word.Box.CenterX < bounds.Right
            && (word.Box.CenterX < box.Left || word.Box.CenterX > box.Right));
        return outside > 0 && outside >= _options.TornShare * filled.Words.Sum(words => words.Length);
    }

    // Lines of a map or a chart in a picture enclose places too: few of these have words, whole rows have none, or recognition
    // trusts what it made of them little.
    private bool IsPicture(FilledGrid filled)
    {
        var words = filled.Words.SelectMany(own => own).ToList();
        if (words.Count == 0 || !words.TrueForAll(word => word.Origin == Origin.Ocr))
            return false;
        if (_hasOwnText && (words.Average(word => word.Confidence) < _options.Alignment.LeastTrust || filled.FilledCells < _options.MinPictureShare * filled.Grid.Cells.Length))
            return true;
        var rows = filled.Grid.Cells.Where((_, index) => !filled.Words[index].IsEmpty).SelectMany(cell => Enumerable.Range(cell.Row, cell.RowSpan)).Distinct().Count();
        return filled.FilledCells < _options.FewCells && filled.Grid.RowCount - rows > _options.MaxBlankRows * filled.Grid.RowCount;
    }

    private static bool IsOneRow(FilledGrid filled) => filled.Grid.RowCount == 1 && filled.Grid.ColumnCount > 1 && filled.FilledCells > 0;

    // Inside one cell of the other: a table within a table. A frame around everything is one cell, and no table itself.
    private static bool CellAround(FilledGrid table, Box box) => table.Grid.Box.Overlaps(box) && table.Grid.Cells.Any(cell =>
    {
        var around = table.Grid.BoxOf(cell);
        return around.Left <= box.Left && around.Right >= box.Right && around.Top <= box.Top && around.Bottom >= box.Bottom;
    });
}
