using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables;

/// <summary>What a flowing page holds, in reading order.</summary>
/// <param name="Pieces">Paragraphs and tables.</param>
/// <param name="Furniture">Headers and footers.</param>
/// <param name="Rejected">Tables that only frame a text.</param>
internal sealed record FlowContent(
    ImmutableArray<ContentPiece> Pieces, ImmutableArray<Furniture> Furniture, ImmutableArray<TableCandidate> Rejected);

/// <summary>Blocks of a flowing page → pieces of content.</summary>
internal static class FlowToPieces
{
    /// <summary>The pieces of the page.</summary>
    /// <param name="page">A flowing page.</param>
    /// <param name="options">Thresholds.</param>
    /// <param name="takesTables">Whether what the source marks as a table is one; else its cells are paragraphs.</param>
    public static FlowContent Convert(Page page, TableOptions options, bool takesTables)
    {
        var pieces = ImmutableArray.CreateBuilder<ContentPiece>();
        var furniture = ImmutableArray.CreateBuilder<Furniture>();
        var rejected = ImmutableArray.CreateBuilder<TableCandidate>();
        FlowBlock? previous = null;
        foreach (var block in page.Blocks)
        {
            if (block.Role is FlowRole.Header or FlowRole.Footer or FlowRole.Hidden)
            {
                AddFurniture(block, furniture);
                continue;
            }

            if (takesTables && block is FlowTable table && IsTable(table, options))
            {
                var follows = previous is FlowTable before && IsTable(before, options) && FlowToTables.IsOfLines(table);
                pieces.Add(new ContentPiece { Page = page, Part = new TablePart { Table = FlowToTables.ToPageTable(table, page), FollowsInLines = follows } });
                previous = block;
                continue;
            }

            if (block is FlowTable box)
                rejected.Add(new TableCandidate(page.PageCount is null ? null : page.Number, null, TableMethod.Native, box.RowCount, box.ColumnCount, Rejection.Box));
            var texts = Paragraphs(block).Select(FlowToText.ToBlock).Where(text => !text.Text.IsEmpty).ToList();
            pieces.AddRange(texts.Select(text => new ContentPiece { Page = page, Block = text }));
            if (texts.Count > 0)
                previous = block;
        }

        return new FlowContent(pieces.ToImmutable(), furniture.ToImmutable(), rejected.ToImmutable());
    }

    // The same measure as for rules on a page, so that a boxed note is a text in every format. In a file of lines one row
    // may be the rest of a table.
    private static bool IsTable(FlowTable table, TableOptions options) =>
        table.ColumnCount >= options.MinLines && (table.RowCount >= options.MinLines || FlowToTables.IsOfLines(table));

    private static IEnumerable<FlowParagraph> Paragraphs(FlowBlock block) => block switch
    {
        FlowParagraph paragraph => [paragraph],
        FlowTable table => table.Cells.SelectMany(cell => cell.Content).SelectMany(Paragraphs),
        _ => [],
    };

    private static void AddFurniture(FlowBlock block, ImmutableArray<Furniture>.Builder furniture)
    {
        foreach (var text in Paragraphs(block).Select(FlowToText.ToText).Where(text => !text.IsEmpty))
        {
            furniture.Add(new Furniture(RoleOf(block.Role, text.Text), text));
        }
    }

    private static FurnitureRole RoleOf(FlowRole role, string text) => role switch
    {
        FlowRole.Hidden => FurnitureRole.Hidden,
        _ when StampLines.IsStamp(text) => FurnitureRole.Stamp,
        FlowRole.Header => FurnitureRole.RunningHead,
        _ => FurnitureRole.RunningFoot,
    };
}
