using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Tables;

namespace Ingest.Segmentation;

/// <summary>
/// Rows of one cell above the header of a table (the title of a printed worksheet, a caption inside the frame) are lines above the table:
/// they tell the document's title, a theme, a year.
/// </summary>
internal static class BannerRows
{
    /// <summary>The blocks of a table: such rows as paragraphs, then the table without them; the table alone where it has none.</summary>
    /// <param name="block">The table.</param>
    /// <param name="header">Its first header row.</param>
    public static ImmutableArray<ContentBlock> Part(TableContent block, int header)
    {
        var grid = new TableGrid(block.Table);
        if (header == 0 || !Enumerable.Range(0, header).All(row => grid.StartingIn(row).Length <= 1 && grid.IsCleanCut(row + 1)))
            return [block];
        var banners = Enumerable.Range(0, header).SelectMany(row => grid.StartingIn(row)).ToImmutableArray();
        if (banners.IsEmpty)
            return [block];
        var table = block.Table with
        {
            RowCount = block.Table.RowCount - header,
            HeaderRowCount = Math.Max(0, block.Table.HeaderRowCount - header),
            Cells = [.. block.Table.Cells.Where(cell => cell.Row >= header).Select(cell => cell with { Row = cell.Row - header })],
        };
        return [.. banners.Select(cell => new TextContent(new TextBlock { Text = cell.Text, IsBold = cell.IsBold })), new TableContent(table)];
    }
}
