using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Sheets;

/// <summary>What a sheet does not show → blocks apart, and findings that tell where to look.</summary>
internal sealed class HiddenContent(Sheet sheet, CellToContent content, PartToTable tables)
{
    // Runs of rows or columns that are named one by one; a filter leaves out hundreds.
    private const int MostNamed = 6;

    /// <summary>The blocks and findings of the hidden cells.</summary>
    public (ImmutableArray<FlowBlock> Blocks, ImmutableArray<Finding> Findings) Convert(ImmutableArray<HiddenCell> hidden)
    {
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var group in hidden.GroupBy(cell => cell.By).OrderBy(group => group.Key))
        {
            var cells = group.Select(entry => entry.Cell).ToList();
            if (cells.Count == 1)
                blocks.AddRange(content.Paragraphs(cells[0], FlowRole.Hidden));
            else
                blocks.Add(tables.ConvertHidden(cells));
            findings.Add(TextFindings.HiddenCells.At(null, EvidenceOf(cells[0]), What(group.Key, cells), cells.Count));
        }

        return (blocks.ToImmutable(), findings.ToImmutable());
    }

    private Evidence EvidenceOf(SheetCell cell) => new() { Regions = [content.Region(cell.Row, cell.Column)], Text = cell.Text };

    private Wording What(HiddenBy by, List<SheetCell> cells)
    {
        switch (by)
        {
            case HiddenBy.Sheet:
                return new Wording($"Feuille « {sheet.Name} »", $"Sheet “{sheet.Name}”");
            case HiddenBy.Row:
                return Lines("Ligne", "Row", cells.Select(cell => sheet.HiddenRows.Around(cell.Row)), CellName.Row);
            case HiddenBy.Column:
                return Lines("Colonne", "Column", cells.Select(cell => sheet.HiddenColumns.Around(cell.Column)), CellName.Column);
            default:
                return Words("Cellule", "Cell", [.. cells.Select(cell => CellName.Of(cell.Row, cell.Column))]);
        }
    }

    private Wording Lines(string french, string english, IEnumerable<LineSpan?> spans, Func<int, string> name) => Words(french, english, [.. spans
        .OfType<LineSpan>()
        .Distinct()
        .OrderBy(span => span.First)
        .Select(span => span.First == span.Last ? name(span.First) : $"{name(span.First)}:{name(span.Last)}")]);

    private Wording Words(string french, string english, List<string> names)
    {
        var plural = names.Count > 1 || names[0].Contains(':', StringComparison.Ordinal) ? "s" : "";
        var named = string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? "…" : "");
        return new Wording($"{french}{plural} {named} de la feuille « {sheet.Name} »", $"{english}{plural} {named} of sheet “{sheet.Name}”");
    }
}
