using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Sheets;

/// <summary>
/// A sheet → a page: its name, its titles, tables and notes as they would stand in a text document, what is hidden apart.
/// </summary>
internal static partial class SheetToPage
{
    private const int FiguresOfTable = 4;

    /// <summary>The page of a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="number">Its place in the workbook, from 1.</param>
    /// <param name="isOnly">Whether no other sheet is shown.</param>
    /// <param name="findings">What the reader has to tell of it.</param>
    public static Page Convert(Sheet sheet, int number, bool isOnly, IEnumerable<Finding> findings)
    {
        var content = new CellToContent(sheet.Name);
        var tables = new PartToTable(sheet, content);
        var shown = SheetToShown.Convert(sheet);
        var (hidden, told) = new HiddenContent(sheet, content, tables).Convert(shown.Hidden);
        var body = Body(shown, content, tables);
        var texts = sheet.Texts.SelectMany(text => content.Paragraphs(text, IsHidden(sheet, text) ? FlowRole.Hidden : text.Role)).ToLookup(text => text.Role == FlowRole.Header);
        var hasContent = !body.IsEmpty || sheet.Texts.Any(text => !IsHidden(sheet, text));
        IEnumerable<FlowBlock> name = hasContent && !(isOnly && DefaultName().IsMatch(sheet.Name)) ? [content.Name()] : [];
        return new Page
        {
            Number = number,
            Blocks = [.. name, .. texts[true], .. body, .. texts[false], .. hidden],
            Findings = [.. told, .. findings, .. WithoutTable(sheet, shown, body)],
        };
    }

    private static ImmutableArray<FlowBlock> Body(ShownSheet shown, CellToContent content, PartToTable tables)
    {
        var blocks = new List<(int Row, int Column, IEnumerable<FlowBlock> Blocks)>();
        foreach (var region in PartsToRegions.Join(CellsToParts.Cut(shown.Cells)))
        {
            var parts = EdgeLines.Part(region);
            blocks.AddRange(parts.Above.Concat(parts.Below).Select(cell => (cell.Row, cell.Column, content.Paragraphs(cell.Cell, FlowRole.Body).Cast<FlowBlock>())));
            if (parts.Table is { } table)
                blocks.Add((table.Top, table.Left, [tables.Convert(table)]));
        }

        return [.. blocks.OrderBy(block => block.Row).ThenBy(block => block.Column).SelectMany(block => block.Blocks)];
    }

    // A note with a date and a sum has a figure or two; more of them are a table that nobody saw.
    private static IEnumerable<Finding> WithoutTable(Sheet sheet, ShownSheet shown, ImmutableArray<FlowBlock> body)
    {
        var figures = shown.Cells.Where(cell => cell.IsFigure).ToList();
        if (figures.Count < FiguresOfTable || body.Any(block => block is FlowTable))
            yield break;
        var first = figures[0].Cell;
        yield return StructureFindings.SheetWithoutTable.At(
            null, new Evidence { Regions = [new EvidenceRegion { Sheet = sheet.Name, Cell = CellName.Of(first.Row, first.Column) }], Text = first.Text }, sheet.Name, figures.Count);
    }

    private static bool IsHidden(Sheet sheet, SheetText text) => sheet.IsHidden
        || (text.Row is { } row && sheet.HiddenRows.Contains(row)) || (text.Column is { } column && sheet.HiddenColumns.Contains(column));

    // The names that the programs give by themselves say nothing of what is on the sheet.
    [GeneratedRegex(@"^(?:feuil|feuille|sheet|tabelle|hoja|foglio)[ _]?\d*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DefaultName();
}
