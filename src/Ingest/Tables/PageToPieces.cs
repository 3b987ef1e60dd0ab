using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Findings;
using Ingest.Model.Pages;

namespace Ingest.Tables;

/// <summary>Geometric pages → paragraphs and table parts in reading order.</summary>
internal sealed class PageToPieces
{
    private readonly WordInventory _inventory;
    private readonly ContentOptions _options;

    public PageToPieces(WordInventory inventory, ContentOptions options) => (_inventory, _options) = (inventory, options);

    /// <summary>The pieces of the pages, and what went wrong with their words.</summary>
    public (ImmutableArray<ImmutableArray<ContentPiece>> Pages, ImmutableArray<Finding> Findings) Convert(ImmutableArray<PageGrids> pages)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var zones = pages.Select(page => ReadingOrder.ItemsToZones(Items(page, findings), _options.Layout)).ToList();
        var rights = TextRights(pages, zones);
        return ([.. pages.Select((page, index) => ZonesToPieces(page, zones[index], rights.GetValueOrDefault(WidthKey(page))))], findings.ToImmutable());
    }

    private List<LayoutItem> Items(PageGrids page, ImmutableArray<Finding>.Builder findings)
    {
        var (layout, items) = (page.Layout, new List<LayoutItem>());
        var taken = new HashSet<Word>(ReferenceEqualityComparer.Instance);
        var (places, owners) = (new Centres<Word>(layout.Body, word => word.Box), Owners(page.Tables));
        for (var index = 0; index < page.Tables.Length; index++)
        {
            var table = page.Tables[index];
            var words = places.Inside(table.Box).Where(word => !owners.TryGetValue(word, out var owner) || owner == index).ToList();
            if (table.Method == TableMethod.Unruled)
            {
                // Leaders lead from cell to cell and stand in none.
                taken.UnionWith(words.Where(word => ValueText.IsLeader(word.Text)));
                words = [.. table.Words.SelectMany(cell => cell)];
            }

            if (WordsToCells.Check(words, table, layout.Page.Number) is { } finding)
                findings.Add(finding);
            taken.UnionWith(words);
            items.Add(new LayoutItem(ReadingFrame.PageToFrame(table.Box, page.Direction), null, index));
        }

        var free = layout.Body.Where(word => !taken.Contains(word)).ToList();
        if (free.Count > 0)
        {
            items.AddRange(WordsToLines.Group(layout.Page.Number, free, _options.Layout)
                .SelectMany(line => WordsToLines.Split(line, _options.Layout))
                .Select(line => new LayoutItem(ReadingFrame.PageToFrame(line.Box, page.Direction), line)));
        }

        return items;
    }

    // For each word of a table the table's number; -1 for a word of several.
    private static Dictionary<Word, int> Owners(ImmutableArray<FilledGrid> tables)
    {
        var owners = new Dictionary<Word, int>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < tables.Length; index++)
        {
            foreach (var word in tables[index].Words.SelectMany(cell => cell))
                owners[word] = owners.TryGetValue(word, out var owner) && owner != index ? -1 : index;
        }

        return owners;
    }

    // How far prose reaches to the right on pages of one width: a page of short lines does not show it.
    private static Dictionary<int, double> TextRights(ImmutableArray<PageGrids> pages, List<ImmutableArray<Zone>> zones) => pages
        .Zip(zones)
        .SelectMany(pair => pair.Second.Where(zone => !zone.IsColumn).SelectMany(zone => zone.Items)
            .Where(item => item.Line is { Words.Length: > 3, Direction: TextDirection.Horizontal })
            .Select(item => (Width: WidthKey(pair.First), item.Box.Right)))
        .GroupBy(line => line.Width)
        .ToDictionary(group => group.Key, group => group.Max(line => line.Right));

    private static int WidthKey(PageGrids page) => (int)Math.Round(page.Layout.Page.Size?.Width ?? 0);

    private ImmutableArray<ContentPiece> ZonesToPieces(PageGrids page, ImmutableArray<Zone> zones, double pageRight)
    {
        var pieces = ImmutableArray.CreateBuilder<ContentPiece>();
        var shades = new BoxesByHeight<FilledArea>();
        foreach (var fill in page.Layout.Page.Fills.Where(fill => fill.Colour != FillsToShades.White))
            shades.Add(fill.Box, fill);
        foreach (var zone in zones)
        {
            var lines = new List<TextLine>();
            var all = zone.Items.Where(item => item.Line is not null).Select(item => item.Line!).ToList();
            foreach (var item in zone.Items)
            {
                if (item.Line is { } line)
                {
                    lines.Add(line);
                    continue;
                }

                AddLines(lines);
                pieces.Add(new ContentPiece { Page = page.Layout.Page, Part = ToPart(page, page.Tables[item.Table], shades) });
            }

            AddLines(lines);

            void AddLines(List<TextLine> own)
            {
                foreach (var direction in WordsToLines.Rejoin(own).GroupBy(line => line.Direction))
                {
                    var boxes = all.Where(line => line.Direction == direction.Key).Select(line => line.Frame()).ToList();
                    var right = boxes.Max(box => box.Right);
                    if (!zone.IsColumn && direction.Key == TextDirection.Horizontal)
                        right = Math.Max(right, pageRight);
                    pieces.AddRange(LinesToText.Join([.. direction], boxes.Min(box => box.Left), right, _inventory, _options.Layout)
                        .Select(paragraph => new ContentPiece { Page = page.Layout.Page, Paragraph = paragraph }));
                }

                own.Clear();
            }
        }

        return pieces.ToImmutable();
    }

    private TablePart ToPart(PageGrids page, FilledGrid filled, BoxesByHeight<FilledArea> shades) => new()
    {
        Table = GridToTable.ToPageTable(filled, page.Layout.Page, shades, _inventory, _options.Tables, _options.Layout),
        Columns = filled.Grid.Columns,
        Stripes = filled.Stripes,
        HasTopRule = filled.Grid.HasTopRule,
        HasBottomRule = filled.Grid.HasBottomRule,
    };
}
