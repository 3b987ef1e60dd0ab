using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Tables.Aligned;
using Ingest.Tables.Structure;

namespace Ingest.Tables;

/// <summary>Pages → the document as a reader sees it: paragraphs and tables in reading order, furniture apart.</summary>
public static class ContentBuilder
{
    /// <summary>Builds the content of one document, of geometric and flowing pages in any mixture.</summary>
    /// <param name="pages">The pages in order.</param>
    /// <param name="options">Thresholds, the tuned ones if left out.</param>
    public static DocumentContent Build(IReadOnlyList<Page> pages, ContentOptions? options = null) => BuildStoppably(pages, options ?? ContentOptions.Default, CancellationToken.None);

    /// <summary>The same, where a document may take too long.</summary>
    /// <param name="pages">The pages in order.</param>
    /// <param name="options">Thresholds.</param>
    /// <param name="cancellation">Stops between pages.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static DocumentContent BuildStoppably(IReadOnlyList<Page> pages, ContentOptions options, CancellationToken cancellation)
    {
        var struck = pages.Select(StruckWords.TakeOut).ToList();
        pages = [.. struck.Select(page => page.Page)];
        var geometric = pages.Where(page => page.Blocks.IsEmpty).ToList();
        var layouts = PageFurniture.Separate(geometric, options.Layout);
        var inventory = WordInventory.Of(layouts.SelectMany(layout => layout.Body).Select(word => word.Text));
        var joiner = new PartsToTables(inventory, options.Tables);
        var toGrids = new PageToGrids(options);
        var grids = SingleRows.Resolve(new ColumnsAcrossPages(options.Tables.Alignment).Resolve([.. Until(layouts).Select(toGrids.Find)]), joiner);
        var (bodies, findings) = new PageToPieces(inventory, options).Convert(grids);
        var flows = Until(pages.Where(page => !page.Blocks.IsEmpty)).Select(page => FlowToPieces.Convert(page, options.Tables, options.Methods.Contains(TableMethod.Native))).ToList();

        var (geometricAt, flowAt) = (0, 0);
        var pieces = new List<ContentPiece>();
        var furniture = ImmutableArray.CreateBuilder<Furniture>();
        var rejected = ImmutableArray.CreateBuilder<TableCandidate>();
        foreach (var page in pages)
        {
            if (page.Blocks.IsEmpty)
            {
                pieces.AddRange(bodies[geometricAt]);
                furniture.AddRange(layouts[geometricAt].Furniture);
                rejected.AddRange(grids[geometricAt++].Rejected);
                continue;
            }

            pieces.AddRange(flows[flowAt].Pieces);
            furniture.AddRange(flows[flowAt].Furniture);
            rejected.AddRange(flows[flowAt++].Rejected);
        }

        var bodySize = FontSizes.Usual(geometric.SelectMany(page => page.Words));
        return Assemble(ParagraphsAcrossPages.Join(pieces, inventory), bodySize, joiner, options) with
        {
            Furniture = furniture.ToImmutable(),
            RejectedTables = rejected.ToImmutable(),
            Findings = [.. struck.SelectMany(page => page.Findings), .. findings],
        };

        IEnumerable<T> Until<T>(IEnumerable<T> items) => items.TakeWhile(_ =>
        {
            cancellation.ThrowIfCancellationRequested();
            return true;
        });
    }

    private static DocumentContent Assemble(IReadOnlyList<ContentPiece> pieces, double bodySize, PartsToTables joiner, ContentOptions options)
    {
        var paragraphs = pieces.Where(piece => piece.Paragraph is not null).Select(piece => piece.Paragraph!).ToList();
        var toBlock = new ParagraphsToBlocks(bodySize, paragraphs, options.Layout);
        var flowing = FlowHeadings.ByLooks([.. pieces.Select(piece => piece.Block)], options.Layout);
        var blocks = HangingLines.Join(pieces, [.. pieces.Select((piece, index) => flowing[index] ?? (piece.Paragraph is { } paragraph ? toBlock.ToBlock(paragraph, piece.Page.Size?.Height ?? 0) : null))], options.Layout);
        var parts = pieces.Select((piece, index) => (piece, index)).Where(item => item.piece.Part is not null).Select(item => item.piece.Part! with
        {
            IsFirst = IsAlone(pieces, blocks, item.index, step: -1, options.Layout),
            IsLast = IsAlone(pieces, blocks, item.index, step: 1, options.Layout),
        }).ToList();

        var (tables, pageTables) = joiner.Join(parts);
        var tableAt = tables.ToDictionary(table => table.Parts[0]);
        var content = ImmutableArray.CreateBuilder<ContentBlock>();
        var toStructure = new CellsToStructure(options.Tables.Structure);
        var part = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (blocks[i] is { } block)
                content.AddRange(LongBlocks.Cut(block, options.Layout).Select(text => new TextContent(text)));
            else if (pieces[i].Part is not null && tableAt.TryGetValue(part++, out var table))
                content.Add(new TableContent(table with { Structure = toStructure.Find(new TableGrid(table), table.HeaderRowCount) }));
        }

        return new DocumentContent
        {
            Blocks = new BlocksToTables(options.Tables.Structure).Tie(content.ToImmutable()),
            PageTables = [.. pageTables.Select(table => table with { Structure = toStructure.Find(new TableGrid(table.Cells, table.RowCount, table.ColumnCount), table.HeaderRowCount) })],
        };
    }

    // Whether nothing but notes stands between the piece and the page's edge; initials and dirt that recognition took for letters are nothing.
    private static bool IsAlone(IReadOnlyList<ContentPiece> pieces, List<TextBlock?> blocks, int index, int step, LayoutOptions options)
    {
        for (var i = index + step; i >= 0 && i < pieces.Count && ReferenceEquals(pieces[i].Page, pieces[index].Page); i += step)
        {
            if (blocks[i] is not { Role: FlowRole.Note } && !IsNoise(pieces[i], options))
                return false;
        }

        return true;
    }

    private static bool IsNoise(ContentPiece piece, LayoutOptions options) =>
        piece.Paragraph is { } paragraph && RecognisedLines.AreNoise([.. paragraph.Lines.SelectMany(line => line.Words)], options);
}
