using System.Globalization;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;

namespace Ingest.Emission.Inspection;

/// <summary>A page and the content built from it → what was seen on it, before any meaning.</summary>
internal sealed class PageToShapes
{
    private readonly DocumentContent _content;
    private readonly TableOptions _options;
    private readonly InspectionTexts _texts;

    /// <summary>The shapes of one document's pages.</summary>
    /// <param name="content">The content of the document.</param>
    /// <param name="options">The thresholds by which rules were merged.</param>
    /// <param name="texts">Texts in the reader's language.</param>
    public PageToShapes(DocumentContent content, TableOptions options, InspectionTexts texts) => (_content, _options, _texts) = (content, options, texts);

    /// <summary>The shapes of a page in the order of their layers.</summary>
    public IEnumerable<InspectedShape> Convert(Page page) =>
    [
        .. page.Fills.Select(fill => new InspectedShape { Layer = InspectionLayer.Fills, Box = fill.Box, Title = Lines(_texts.WordFor(InspectionLayer.Fills), fill.Colour) }),
        .. page.Images.Select(image => new InspectedShape { Layer = InspectionLayer.Images, Box = image.Box, Label = _texts["image"], Title = _texts["image"] }),
        .. page.Rulings.Select(rule => ToLine(InspectionLayer.Rules, RulingsToEdges.RulingToEdge(rule), Lines(
            _texts.WordFor(InspectionLayer.Rules), $"{Points(Math.Min(rule.Box.Width, rule.Box.Height))} pt", rule.Colour))),
        .. RulingsToEdges.Merge(page.Rulings, _options.Snap, _options.Join)
            .Select(edge => ToLine(InspectionLayer.Edges, edge, $"{_texts.WordFor(InspectionLayer.Edges)} {Points(edge.Position)}: {Points(edge.Start)} – {Points(edge.End)}")),
        .. page.Words.Select(ToShape),
        .. _content.Furniture.SelectMany(furniture => ToShapes(furniture, page.Number)),
        .. _content.Blocks.OfType<TextContent>().SelectMany(block => ToShapes(block.Block, page.Number)),
        .. _content.RejectedTables.Where(candidate => candidate.Page == page.Number).Select(candidate => CandidateToShape.Convert(candidate, _texts)).OfType<InspectedShape>(),
        .. _content.PageTables.Select((table, index) => (table, Number: index + 1)).Where(item => item.table.Page == page.Number)
            .SelectMany(item => ToShapes(item.table, item.Number)),
    ];

    private InspectedShape ToShape(Word word) => new()
    {
        Layer = InspectionLayer.Words,
        Box = word.Box,
        Kind = word.IsVisible ? "" : "hidden",
        Title = Lines(
            word.Text,
            $"{word.Font.Name} {Points(word.Font.Size)} pt{(word.Font.IsBold ? ", " + _texts["bold"] : "")}{(word.Font.IsItalic ? ", " + _texts["italic"] : "")}",
            word.Raw is null ? null : _texts.Format("raw", word.Raw),
            word.Direction == TextDirection.Horizontal ? null : _texts.WordFor(word.Direction),
            word.IsVisible ? null : _texts["hidden"],
            word.Origin == Origin.Text ? null : _texts.Format("origin", _texts.WordFor(word.Origin), word.Confidence)),
    };

    private IEnumerable<InspectedShape> ToShapes(Furniture furniture, int page) => Areas(furniture.Text, page).Select(box => new InspectedShape
    {
        Layer = InspectionLayer.Furniture,
        Box = box,
        Label = _texts.WordFor(furniture.Role),
        Title = Lines(_texts.WordFor(furniture.Role), furniture.Text.Text),
    });

    private IEnumerable<InspectedShape> ToShapes(TextBlock block, int page) => Areas(block.Text, page).Select(box => new InspectedShape
    {
        Layer = InspectionLayer.Blocks,
        Box = box,
        Kind = BlockWords.KindOf(block),
        Label = BlockWords.LabelOf(block),
        Title = Lines(BlockWords.Describe(block, _texts), block.Text.Text),
    });

    private IEnumerable<InspectedShape> ToShapes(PageTable table, int number)
    {
        if (table.Bbox is { } area)
        {
            yield return new InspectedShape
            {
                Layer = InspectionLayer.Tables,
                Box = area,
                Kind = "table",
                Id = string.Create(CultureInfo.InvariantCulture, $"t{number}-place"),
                Label = string.Create(CultureInfo.InvariantCulture, $"T{number} · {_texts.WordFor(table.Method)} · {table.RowCount}×{table.ColumnCount}"),
                Title = ScoreWords.Append(GridWords.Describe(table, _texts), table.Score, _texts),
            };
        }

        foreach (var cell in table.Cells)
        {
            foreach (var box in cell.Regions.Where(region => region.Page == table.Page).Select(region => region.Bbox).OfType<Box>().Take(1))
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"r{cell.Row} c{cell.Column}");
                var span = cell is { RowSpan: 1, ColumnSpan: 1 } ? "" : string.Create(CultureInfo.InvariantCulture, $" ({cell.RowSpan}×{cell.ColumnSpan})");
                yield return new InspectedShape
                {
                    Layer = InspectionLayer.Tables,
                    Box = box,
                    Kind = "cell",
                    Label = place + span,
                    Title = Lines(
                        string.Create(CultureInfo.InvariantCulture, $"T{number} {place}{span}"),
                        cell.IsShaded ? _texts["shaded"] : null,
                        cell.IsBold ? _texts["bold"] : null,
                        GridWords.TextOf(cell.Text)),
                };
            }
        }
    }

    private static InspectedShape ToLine(InspectionLayer layer, Edge edge, string title) => new()
    {
        Layer = layer,
        Box = edge.IsHorizontal ? new Box(edge.Start, edge.Position, edge.End, edge.Position) : new Box(edge.Position, edge.Start, edge.Position, edge.End),
        Title = title,
    };

    // One area for each page that the text stands on, markers included.
    private static IEnumerable<Box> Areas(SourceText text, int page) => SourceText.Of(text.Paragraphs.SelectMany(paragraph => paragraph.WordsWithMarker))
        .ToEvidence().Regions.Where(region => region.Page == page).Select(region => region.Bbox).OfType<Box>();

    private static string Lines(params ReadOnlySpan<string?> lines)
    {
        var kept = new List<string>();
        foreach (var line in lines)
        {
            if (!string.IsNullOrEmpty(line))
                kept.Add(line);
        }

        return string.Join('\n', kept);
    }

    private static string Points(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
