using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Tables;

namespace Ingest.Emission.Inspection;

/// <summary>The content of a source without geometry → its blocks in reading order, each with the values read in it.</summary>
internal static class FlowToBlocks
{
    /// <summary>The inspection of a flowing source.</summary>
    public static InspectedDocument Convert(InspectionSource source, ImmutableArray<InspectedValue> values, InspectionTexts texts)
    {
        var blocks = ToBlocks(source, texts);
        var places = Places(blocks);
        var marked = values.Select(value => value with { Targets = TargetsOf(value.Evidence, places) }).ToImmutableArray();
        var at = marked.SelectMany(value => value.Targets.Select(target => (target, value))).ToLookup(pair => pair.target, pair => pair.value);
        return new InspectedDocument
        {
            Document = source.Document,
            Values = marked,
            Findings = [.. source.Document.Findings.Select(finding => ToFinding(finding, marked, places))],
            RejectedTables = source.Content.RejectedTables,
            Blocks =
            [
                .. blocks.Select(block => block with
                {
                    Values = [.. at[block.Id]],
                    Grid = block.Grid is { } grid ? grid with { Cells = [.. grid.Cells.Select(cell => cell with { Values = [.. at[cell.Id]] })] } : null,
                }),
            ],
        };
    }

    private static InspectedFinding ToFinding(Finding finding, ImmutableArray<InspectedValue> values, ILookup<EvidenceRegion, string> places)
    {
        var evidence = finding.Evidence ?? DocumentToInspection.NearestValue(finding, values)?.Evidence;
        return new InspectedFinding(finding, evidence is null ? [] : TargetsOf(evidence, places), []);
    }

    private static ImmutableArray<InspectedBlock> ToBlocks(InspectionSource source, InspectionTexts texts)
    {
        var blocks = ImmutableArray.CreateBuilder<InspectedBlock>();
        var (paragraphs, tables) = (0, 0);
        foreach (var block in source.Content.Blocks)
        {
            if (block is TextContent { Block: var text })
                blocks.Add(ToBlock(++paragraphs, text.Text, BlockWords.KindOf(text), BlockWords.LabelOf(text), texts));
            else if (block is TableContent { Table: var table })
            {
                foreach (var grid in ToGrids(table, source, ++tables))
                    blocks.Add(new InspectedBlock { Id = string.Create(CultureInfo.InvariantCulture, $"t{grid.Number}"), Kind = "table", Grid = grid });
            }
        }

        blocks.AddRange(source.Content.Furniture.Select(furniture => ToBlock(++paragraphs, furniture.Text, "furniture", texts.WordFor(furniture.Role), texts)));
        return blocks.ToImmutable();
    }

    private static IEnumerable<InspectedGrid> ToGrids(Table table, InspectionSource source, int number) => source.IsJoined
        ? [GridWords.ToGrid(table, number)]
        : table.Parts.Select(part => GridWords.ToGrid(source.Content.PageTables[part], part + 1));

    private static InspectedBlock ToBlock(int number, SourceText text, string kind, string label, InspectionTexts texts) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"p{number}"),
        Kind = kind,
        Label = label,
        Text = text,
        Place = string.Join(", ", text.Words.SelectMany(word => word.Regions).Distinct().Select(region => PlaceWords.Describe(region, texts))),
    };

    // Where each place of the source is shown: the cell that has it, else the paragraph.
    private static ILookup<EvidenceRegion, string> Places(ImmutableArray<InspectedBlock> blocks)
    {
        var places = new HashSet<(EvidenceRegion Region, string Id)>();
        foreach (var block in blocks)
        {
            places.UnionWith((block.Text ?? SourceText.Empty).Words.SelectMany(word => word.Regions).Select(region => (Published(region), block.Id)));
            foreach (var cell in block.Grid?.Cells ?? [])
                places.UnionWith(cell.Cell.Regions.Concat(cell.Cell.Text.Words.SelectMany(word => word.Regions)).Select(region => (Published(region), cell.Id)));
        }

        return places.ToLookup(place => place.Region, place => place.Id);
    }

    private static ImmutableArray<string> TargetsOf(Evidence evidence, ILookup<EvidenceRegion, string> places) =>
        [.. evidence.Regions.SelectMany(region => places[Published(region)]).Distinct()];

    // The published document has the names of sheets in Unicode form C.
    private static EvidenceRegion Published(EvidenceRegion region) => region.Sheet is { } sheet ? region with { Sheet = NfcStringConverter.ToNfc(sheet) } : region;
}
