using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;

namespace Ingest.Evaluation.Scans;

/// <summary>
/// Content of a document → the text of each page: its words in reading order, tables cell by cell in row order, list signs and repeated
/// headers of tables included. What repeats on pages, page numbers and stamps are read by any program, so they belong to the text: those
/// of the upper half of a page come first, those of the lower half last.
/// </summary>
internal static class PageWords
{
    /// <summary>The text by page, from 1; a page without words has none.</summary>
    public static ImmutableSortedDictionary<int, string> Of(DocumentContent content, ImmutableArray<Page> pages)
    {
        var body = content.Blocks.SelectMany(block => WordsOf(block, content)).ToLookup(PageOf);
        var furniture = content.Furniture.Where(item => item.Role != FurnitureRole.Hidden).Select(item => item.Text.Words.ToList()).Where(words => words.Count > 0)
            .ToLookup(words => PageOf(words[0]));
        return pages.Select(page => (page.Number, Text: TextOf(page, body[page.Number], furniture[page.Number])))
            .Where(item => item.Text.Length > 0)
            .ToImmutableSortedDictionary(item => item.Number, item => item.Text);
    }

    private static string TextOf(Page page, IEnumerable<SourceWord> body, IEnumerable<List<SourceWord>> furniture)
    {
        var middle = (page.Size?.Height ?? 0) / 2;
        var items = furniture.OrderBy(TopOf).ToList();
        return string.Join(' ', items.Where(item => TopOf(item) < middle).SelectMany(item => item).Concat(body)
            .Concat(items.Where(item => TopOf(item) >= middle).SelectMany(item => item)).Select(word => word.Text));
    }

    // The parts of a table and not the table: a header that is printed on each page was read on each page.
    private static IEnumerable<SourceWord> WordsOf(ContentBlock block, DocumentContent content) => block switch
    {
        TextContent text => WordsOf(text.Block.Text),
        TableContent table => table.Table.Parts.SelectMany(part => content.PageTables[part].Cells).SelectMany(cell => WordsOf(cell.Text)),
        _ => [],
    };

    private static IEnumerable<SourceWord> WordsOf(SourceText text) => text.Paragraphs.SelectMany(paragraph => paragraph.WordsWithMarker);

    private static int PageOf(SourceWord word) => word.Regions.Select(region => region.Page).FirstOrDefault(page => page is not null) ?? 0;

    private static double TopOf(List<SourceWord> words) => words.SelectMany(word => word.Regions).Min(region => region.Place?.Top) ?? 0;
}
