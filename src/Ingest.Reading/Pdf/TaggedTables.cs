using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Reading.Pdf;

/// <summary>The tables of the structure tree, page by page with the words that are painted in their cells.</summary>
internal sealed class TaggedTables
{
    private readonly ImmutableArray<StructuredTable> _tables;
    private readonly ILookup<int, int> _tablesOnPage;
    private readonly Dictionary<int, ImmutableArray<(int Cell, string Text)>> _headers = [];

    /// <summary>The tables of a tree.</summary>
    public TaggedTables(ImmutableArray<StructureElement> tree)
    {
        _tables = StructureToTables.Find(tree);
        _tablesOnPage = _tables
            .SelectMany((table, id) => table.Cells.SelectMany(cell => cell.Contents).Select(place => (place.Page, Id: id)).Distinct())
            .ToLookup(pair => pair.Page, pair => pair.Id);
    }

    /// <summary>What of them stands on a page. Pages are asked for in order: a header that is repeated is known by its first place.</summary>
    public ImmutableArray<TaggedTable> On(int page, ImmutableArray<Word> words)
    {
        if (!_tablesOnPage.Contains(page))
            return [];
        var wordsOf = words.Select((word, index) => (word.MarkedContent, Index: index, word.IsVisible))
            .Where(word => word is { MarkedContent: not null, IsVisible: true })
            .ToLookup(word => word.MarkedContent!.Value, word => word.Index);
        return [.. _tablesOnPage[page].Select(id => Part(id, page, words, wordsOf)).OfType<TaggedTable>()];
    }

    private TaggedTable? Part(int id, int page, ImmutableArray<Word> words, ILookup<int, int> wordsOf)
    {
        var table = _tables[id];
        var own = table.Cells
            .Select(cell => cell.Contents.Where(place => place.Page == page).SelectMany(place => wordsOf[place.Id]).Distinct().Order().ToImmutableArray())
            .ToArray();
        RepeatHeader(id, table, own, words);
        var rows = Rows(table, own);
        if (rows.Count == 0)
            return null;
        var cells = ImmutableArray.CreateBuilder<TaggedCell>();
        for (var i = 0; i < own.Length; i++)
        {
            var cell = table.Cells[i];
            var (from, to) = (CountBelow(rows, cell.Row), CountBelow(rows, cell.Row + cell.RowSpan));
            if (to > from)
                cells.Add(new TaggedCell { Row = from, Column = cell.Column, RowSpan = to - from, ColumnSpan = cell.ColumnSpan, IsHeader = cell.IsHeader, Words = own[i] });
        }

        return new TaggedTable
        {
            Id = id,
            Rows = [.. rows],
            ColumnCount = table.ColumnCount,
            IsPart = table.Cells.Any(cell => cell.Contents.Any(place => place.Page != page)),
            Cells = cells.ToImmutable(),
        };
    }

    // Rows with a cell of their own that has words, and for merged cells whose rows have none the first of these.
    private static List<int> Rows(StructuredTable table, ImmutableArray<int>[] words)
    {
        var rows = new SortedSet<int>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].IsEmpty && table.Cells[i].RowSpan == 1)
                rows.Add(table.Cells[i].Row);
        }

        for (var i = 0; i < words.Length; i++)
        {
            var cell = table.Cells[i];
            if (!words[i].IsEmpty && cell.RowSpan > 1 && rows.GetViewBetween(cell.Row, cell.Row + cell.RowSpan - 1).Count == 0)
                rows.Add(cell.Row);
        }

        return [.. rows];
    }

    private static int CountBelow(List<int> rows, int row)
    {
        var index = rows.BinarySearch(row);
        return index < 0 ? ~index : index;
    }

    // Writers mark the header that they repeat on the next page as no part of the text: it is found again by its words.
    private void RepeatHeader(int id, StructuredTable table, ImmutableArray<int>[] own, ImmutableArray<Word> words)
    {
        var header = Enumerable.Range(0, own.Length).Where(cell => table.Cells[cell].Row < table.HeaderRows).ToList();
        var written = header.SelectMany(cell => own[cell].Select(word => (Word: word, Cell: cell))).OrderBy(item => item.Word).ToList();
        if (written.Count > 0)
        {
            _headers.TryAdd(id, [.. written.Select(item => (item.Cell, words[item.Word].Text))]);
            return;
        }

        if (!_headers.TryGetValue(id, out var known))
            return;
        var artifacts = Enumerable.Range(0, words.Length).Where(index => words[index] is { IsArtifact: true, IsVisible: true }).ToList();
        for (var from = 0; from + known.Length <= artifacts.Count; from++)
        {
            if (!known.Select((item, i) => words[artifacts[from + i]].Text == item.Text).All(isSame => isSame))
                continue;
            foreach (var group in known.Select((item, i) => (item.Cell, Word: artifacts[from + i])).GroupBy(item => item.Cell))
                own[group.Key] = [.. group.Select(item => item.Word)];
            return;
        }
    }
}
