using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>
/// Tables with one action a column: « Action | Lire ensemble | Club nature », and below « Porteur | … », « Coût total | … ». They are turned, so that
/// their labels head columns; every cell keeps its words and their places.
/// </summary>
internal sealed class TransposedTables(HeaderVocabulary headers, PayerVocabulary payers)
{
    // Labels in the first column, and in no other.
    private const double MostlyLabels = 0.6;
    private const double HardlyLabels = 0.2;

    private const int LeastRows = 4;

    // A label and one value beside it are a form.
    private const int LeastColumns = 3;

    private const double SureLabel = 0.8;

    /// <summary>The document with such tables turned.</summary>
    /// <param name="document">The document.</param>
    public DocumentContent Turn(DocumentContent document)
    {
        if (!document.Blocks.OfType<TableContent>().Any(block => IsTransposed(block.Table)))
            return document;
        return document with { Blocks = [.. document.Blocks.Select(block => block is TableContent { Table: var table } && IsTransposed(table) ? new TableContent(Turned(table)) : block)] };
    }

    private bool IsTransposed(Table table)
    {
        if (table.ColumnCount < LeastColumns || table.RowCount < LeastRows)
            return false;
        var grid = new TableGrid(table);
        var labels = Enumerable.Range(0, table.RowCount).Select(row => grid.TextAt(row, 0).Text).Where(text => text.Length > 0).ToList();
        var titles = Enumerable.Range(0, table.RowCount).Where(row => Is(grid.TextAt(row, 0).Text, HeaderRole.Title)).ToList();
        // Titles may stand over the columns with no label beside them.
        if (titles.Count == 0 && grid.TextAt(0, 0).IsEmpty && labels.Exists(text => Is(text, HeaderRole.Porteur) || Is(text, HeaderRole.TotalCost)))
            titles.Add(0);
        var money = labels.Count(text => Is(text, HeaderRole.TotalCost) || (payers.Match(text) is { Start: 0, Entry.Rank: >= 0 } && !Is(text, HeaderRole.Porteur)));
        if (titles.Count != 1 || money == 0 || labels.Count(IsLabel) < MostlyLabels * labels.Count)
            return false;
        // Each column is one action: it has a title of its own, and no labels.
        var others = Enumerable.Range(1, table.ColumnCount - 1).ToList();
        var cells = others.SelectMany(column => Enumerable.Range(0, table.RowCount).Select(row => grid.TextAt(row, column).Text)).Where(text => text.Length > 0).ToList();
        return others.TrueForAll(column => grid.At(titles[0], column) is { ColumnSpan: 1, Text.IsEmpty: false } own && own.Column == column)
            // « Porteur », « Coût » in the first row, or labels in most of it: it is the header of a table like others.
            && !others.Exists(column => Is(grid.TextAt(0, column).Text, HeaderRole.Porteur) || Is(grid.TextAt(0, column).Text, HeaderRole.TotalCost))
            && (grid.TextAt(0, 0).IsEmpty || others.Count(column => IsLabel(grid.TextAt(0, column).Text)) * 2 < others.Count)
            && cells.Count(text => headers.Match(text) is [{ Score: >= SureLabel }, ..]) <= HardlyLabels * cells.Count;
    }

    private bool IsLabel(string text) => headers.Match(text) is [{ Score: >= SureLabel }, ..] || payers.Match(text) is { Start: 0 } and ({ Entry.Rank: >= 0 } or { IsWhole: true });

    private bool Is(string text, HeaderRole role) => headers.Match(text) is [var match, ..] && match.Role == role && match.Score >= SureLabel;

    private static Table Turned(Table table) => table with
    {
        RowCount = table.ColumnCount,
        ColumnCount = table.RowCount,
        HeaderRowCount = 1,
        Structure = Tables.Structure.TableStructure.Unknown,
        Cells = [.. table.Cells.Select(cell => cell with { Row = cell.Column, Column = cell.Row, RowSpan = cell.ColumnSpan, ColumnSpan = cell.RowSpan }).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)],
    };
}
