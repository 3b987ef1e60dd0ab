using System.Text.RegularExpressions;
using Ingest.Model.Pages;
using Ingest.Reading.Sheets;

namespace Ingest.Tests.Reading.Sheets;

/// <summary>
/// A sheet drawn as text: a line is a row, « | » stands between cells, « _ » is an empty cell with a border, « **x** » is
/// bold, « ¶ » a line feed. What comes out is told in the same manner: « ¬ » opens a paragraph, rows of a table follow one another.
/// </summary>
internal static partial class SheetSketch
{
    public static Sheet Of(string sketch, params string[] merges) => new()
    {
        Name = "Feuil1",
        Cells = [.. sketch.Split('\n').SelectMany((line, row) => line.Split('|').Select((text, column) => Cell(text.Trim(), row, column))).OfType<SheetCell>()],
        Merges = [.. merges.Select(name => CellName.ParseRange(name)!.Value)],
    };

    public static Page ToPage(this Sheet sheet) => SheetToPage.Convert(sheet, 1, isOnly: true, []);

    /// <summary>The blocks of the page, one line each; a table one line a row, spans in brackets.</summary>
    public static string Told(string sketch, params string[] merges) => Of(sketch, merges).ToPage().Told();

    public static string Told(this Page page) => string.Join('\n', page.Blocks.Select(Told));

    private static string Told(FlowBlock block) => (block.Role == FlowRole.Body ? "" : block.Role + " ") + (block switch
    {
        FlowParagraph paragraph => "¬ " + paragraph.Text,
        FlowTable table => string.Join('\n', Enumerable.Range(0, table.RowCount).Select(row => Row(table, row))),
        _ => "",
    });

    private static string Row(FlowTable table, int row) => string.Join(" | ", table.Cells.Where(cell => cell.Row == row).Select(cell =>
        (string.Join('¶', cell.Content.Cast<FlowParagraph>().Select(paragraph => paragraph.Text)) + (cell.RowSpan * cell.ColumnSpan > 1 ? $" [{cell.RowSpan}x{cell.ColumnSpan}]" : "")).Trim()));

    private static SheetCell? Cell(string text, int row, int column)
    {
        var isBold = text.StartsWith("**", StringComparison.Ordinal);
        var words = text.Trim('*', '_').Replace('¶', '\n');
        return text.Length == 0 ? null : new SheetCell
        {
            Row = row,
            Column = column,
            Text = isBold || text == "_" ? words : text.Replace('¶', '\n'),
            IsBold = isBold,
            HasBorder = text == "_",
            IsNumber = Number().IsMatch(words),
        };
    }

    [GeneratedRegex(@"^\d[\d ]*(?:€|%)?$")]
    private static partial Regex Number();
}
