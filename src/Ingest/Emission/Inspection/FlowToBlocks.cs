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
        var findings = source.Document.Findings.Select(finding => ToFinding(finding, marked, places)).ToImmutableArray();
        var at = marked.SelectMany(value => value.Targets.Select(target => (target, value))).ToLookup(pair => pair.target, pair => pair.value);
        var found = findings.SelectMany(finding => finding.Targets.Select(target => (target, finding))).ToLookup(pair => pair.target, pair => pair.finding);
        return new InspectedDocument
        {
            Document = source.Document,
            Values = marked,
            Findings = findings,
            RejectedTables = source.Content.RejectedTables,
            Blocks =
            [
                .. blocks.Select(block => block with
                {
                    Values = [.. at[block.Id]],
                    Findings = [.. found[block.Id]],
                    Grid = block.Grid is { } grid
                        ? grid with { Cells = [.. grid.Cells.Select(cell => cell with { Values = [.. at[cell.Id]], Findings = [.. found[cell.Id]] })] }
                        : null,
                }),
            ],
        };
    }

    private static InspectedFinding ToFinding(Finding finding, ImmutableArray<InspectedValue> values, ILookup<EvidenceRegion, Spot> places)
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

    // Where each place of the source is shown: the cells that have it, or the paragraph.
    private static ILookup<EvidenceRegion, Spot> Places(ImmutableArray<InspectedBlock> blocks)
    {
        var places = new HashSet<(EvidenceRegion Region, Spot Spot)>();
        foreach (var block in blocks)
        {
            Add(new Spot(block.Id, Letters(block.Text?.Text ?? "")), (block.Text ?? SourceText.Empty).Words.SelectMany(word => word.Regions));
            foreach (var cell in block.Grid?.Cells ?? [])
                Add(new Spot(cell.Id, Letters(cell.Cell.Text.Text)), cell.Cell.Regions.Concat(cell.Cell.Text.Words.SelectMany(word => word.Regions)));
        }

        return places.ToLookup(place => place.Region, place => place.Spot);

        void Add(Spot spot, IEnumerable<EvidenceRegion> regions) => places.UnionWith(regions.Select(region => (Published(region), spot)));
    }

    private static ImmutableArray<string> TargetsOf(Evidence evidence, ILookup<EvidenceRegion, Spot> places)
    {
        var text = Letters(evidence.Text);
        return [.. evidence.Regions.SelectMany(region => Narrow([.. places[Published(region)]], text)).Select(spot => spot.Id).Distinct()];
    }

    // A line of a text file is a row of cells: those are meant whose text is in the evidence, or the other way round.
    private static List<Spot> Narrow(List<Spot> spots, string text)
    {
        var own = spots.Where(spot => spot.Letters.Length > 0 && (text.Contains(spot.Letters, StringComparison.Ordinal) || spot.Letters.Contains(text, StringComparison.Ordinal))).ToList();
        return spots.Count > 1 && own.Count > 0 ? own : spots;
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    // The published document has the names of sheets in Unicode form C.
    private static EvidenceRegion Published(EvidenceRegion region) => region.Sheet is { } sheet ? region with { Sheet = NfcStringConverter.ToNfc(sheet) } : region;

    // A place of the inspection, and its text without white space.
    private sealed record Spot(string Id, string Letters);
}
