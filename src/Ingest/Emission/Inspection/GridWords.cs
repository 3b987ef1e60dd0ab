using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Provenance;
using Ingest.Tables;

namespace Ingest.Emission.Inspection;

/// <summary>Tables → grids of cells, and what a grid is in a line.</summary>
internal static class GridWords
{
    /// <summary>The part of a table that stands on one page.</summary>
    /// <param name="table">The part.</param>
    /// <param name="number">Its number in the document, from 1.</param>
    public static InspectedGrid ToGrid(PageTable table, int number) => new()
    {
        Number = number,
        Method = table.Method,
        RowCount = table.RowCount,
        ColumnCount = table.ColumnCount,
        HeaderRowCount = table.HeaderRowCount,
        Rows = table.Structure.Rows,
        Score = table.Score,
        Continues = table.Continues + 1,
        Cells = ToCells(table.Cells, number),
    };

    /// <summary>A table whose parts are joined.</summary>
    /// <param name="table">The table.</param>
    /// <param name="number">Its number in the document, from 1.</param>
    public static InspectedGrid ToGrid(Table table, int number) => new()
    {
        Number = number,
        Method = table.Method,
        RowCount = table.RowCount,
        ColumnCount = table.ColumnCount,
        HeaderRowCount = table.HeaderRowCount,
        Rows = table.Structure.Rows,
        Parts = [.. table.Parts.Select(part => part + 1)],
        Cells = ToCells(table.Cells, number),
    };

    /// <summary>The text of a cell with its list markers, a paragraph on a line.</summary>
    public static string TextOf(SourceText text) => string.Join('\n', text.Paragraphs.Select(paragraph =>
        string.Join(' ', paragraph.WordsWithMarker.Select(word => word.Text))));

    /// <summary>A part of a table in a line.</summary>
    public static string Describe(PageTable table, InspectionTexts texts) => Describe(texts, table.Method, table.RowCount, table.ColumnCount, table.HeaderRowCount);

    /// <summary>How a table was found and how large it is.</summary>
    public static string Describe(InspectionTexts texts, TableMethod method, int rows, int columns, int headerRows) => texts.Format(
        "table",
        texts.WordFor(method),
        rows.ToString(CultureInfo.InvariantCulture),
        columns.ToString(CultureInfo.InvariantCulture),
        headerRows.ToString(CultureInfo.InvariantCulture));

    private static ImmutableArray<InspectedCell> ToCells(ImmutableArray<TableCell> cells, int number) =>
        [.. cells.Select((cell, index) => new InspectedCell(string.Create(CultureInfo.InvariantCulture, $"t{number}-{index}"), cell, [], []))];
}
