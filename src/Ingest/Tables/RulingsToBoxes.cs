using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>Rules of a page → the cells that they enclose: where text recognition reads cell by cell.</summary>
internal sealed class RulingsToBoxes(TableOptions options)
{
    /// <summary>The cells, open ones left out; a table within a cell gives its cells and not that cell.</summary>
    public ImmutableArray<Box> Convert(ImmutableArray<Ruling> rulings, ImmutableArray<FilledArea> fills)
    {
        var edges = RulingsToEdges.Merge(rulings, options.Snap, options.Join);
        var cells = EdgesToGrids.Connect(edges, FillsToShades.Merge(fills), options)
            .Where(grid => !EdgesToGrids.IsDrawing(grid, options))
            .Select(grid => EdgesToCells.Fill(grid, options)).OfType<CellGrid>()
            .SelectMany(grid => grid.Cells.Where(cell => !cell.IsOpen).Select(grid.BoxOf))
            .ToList();
        return [.. cells.Where(cell => !cells.Exists(other => other != cell && IsWithin(other, cell)))];
    }

    private bool IsWithin(Box inner, Box outer)
    {
        var wide = outer.Inflate(options.Snap);
        return inner.Left >= wide.Left && inner.Right <= wide.Right && inner.Top >= wide.Top && inner.Bottom <= wide.Bottom;
    }
}
