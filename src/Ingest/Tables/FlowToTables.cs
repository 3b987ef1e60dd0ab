using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables;

/// <summary>Tables that the source itself marks → tables in the common form.</summary>
internal static class FlowToTables
{
    /// <summary>The table with the text of its cells, nested tables as text of the cell that holds them.</summary>
    public static PageTable ToPageTable(FlowTable table, Page page) => new()
    {
        Page = page.PageCount is null ? null : page.Number,
        Method = TableMethod.Native,
        RowCount = table.RowCount,
        ColumnCount = table.ColumnCount,
        HeaderRowCount = table.HeaderRowCount,
        Cells = [.. table.Cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).Select(ToCell)],
    };

    /// <summary>
    /// Whether the table stands in a file of lines, where a page break shows as a blank line only. A web page has lines too, and
    /// paragraphs: its tables end where it says.
    /// </summary>
    public static bool IsOfLines(FlowTable table) =>
        table.Cells.SelectMany(cell => cell.Content).OfType<FlowParagraph>().FirstOrDefault() is { Region: { Line: not null, Paragraph: null } };

    private static TableCell ToCell(FlowCell cell) => new()
    {
        Row = cell.Row,
        Column = cell.Column,
        RowSpan = cell.RowSpan,
        ColumnSpan = cell.ColumnSpan,
        Text = FlowToText.ToText(cell.Content),
        Regions = cell.Region is { } region
            ? [region]
            : [.. Paragraphs(cell.Content).Select(paragraph => paragraph.Region).Distinct()],
        IsBold = Paragraphs(cell.Content).Any() && Paragraphs(cell.Content).All(paragraph => paragraph.IsBold),
    };

    private static IEnumerable<FlowParagraph> Paragraphs(IEnumerable<FlowBlock> blocks) => blocks.SelectMany(block => block switch
    {
        FlowParagraph paragraph => paragraph.Text.Trim().Length == 0 ? [] : [paragraph],
        FlowTable table => table.Cells.SelectMany(cell => Paragraphs(cell.Content)),
        _ => Enumerable.Empty<FlowParagraph>(),
    });
}
