using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Text;

namespace Ingest.Reading.Sheets;

/// <summary>The words of a sheet → paragraphs that know their cell.</summary>
/// <param name="sheet">Name of the sheet.</param>
internal sealed class CellToContent(string sheet)
{
    /// <summary>The place of a cell.</summary>
    public EvidenceRegion Region(int row, int column) => new() { Sheet = sheet, Cell = CellName.Of(row, column) };

    /// <summary>The paragraphs of a cell: a line feed, in a cell, is where a person began a new one.</summary>
    public IEnumerable<FlowParagraph> Paragraphs(SheetCell cell, FlowRole role) =>
        Paragraphs(cell.Text, Region(cell.Row, cell.Column), role).Select(paragraph => paragraph with { IsBold = cell.IsBold, FontSize = cell.FontSize });

    /// <summary>The paragraphs of a text beside the cells.</summary>
    public IEnumerable<FlowParagraph> Paragraphs(SheetText text, FlowRole role) => Paragraphs(
        text.Text, text is { Row: { } row, Column: { } column } ? Region(row, column) : new EvidenceRegion { Sheet = sheet }, role);

    /// <summary>The name of the sheet as a paragraph.</summary>
    public FlowParagraph Name() => Paragraphs(sheet, new EvidenceRegion { Sheet = sheet }, FlowRole.Header).First();

    private static IEnumerable<FlowParagraph> Paragraphs(string text, EvidenceRegion region, FlowRole role)
    {
        foreach (var line in text.Split('\n'))
        {
            var (repaired, raw) = TypographicRepair.Apply(line, TypographicRepair.Repair);
            if (repaired.Length > 0)
                yield return new FlowParagraph { Role = role, Region = region, Text = repaired, Raw = raw };
        }
    }
}
