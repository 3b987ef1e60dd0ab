using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>A grid with its words → a table of one page, the text of each cell rebuilt from lines.</summary>
internal static class GridToTable
{
    /// <summary>The table.</summary>
    /// <param name="filled">The grid and its words.</param>
    /// <param name="page">The page that it stands on.</param>
    /// <param name="shades">Its shaded areas, white ones left out.</param>
    /// <param name="inventory">The words of the document.</param>
    /// <param name="options">Thresholds of tables.</param>
    /// <param name="layout">Thresholds of lines.</param>
    public static PageTable ToPageTable(FilledGrid filled, Page page, BoxesByHeight<FilledArea> shades, WordInventory inventory, TableOptions options, LayoutOptions layout)
    {
        var grid = filled.Grid;
        var padding = Padding(filled, options);
        var cells = ImmutableArray.CreateBuilder<TableCell>(grid.Cells.Length);
        for (var index = 0; index < grid.Cells.Length; index++)
        {
            var (cell, box, words) = (grid.Cells[index], filled.BoxOf(grid.Cells[index]), filled.Words[index]);
            cells.Add(new TableCell
            {
                Row = cell.Row,
                Column = cell.Column,
                RowSpan = cell.RowSpan,
                ColumnSpan = cell.ColumnSpan,
                Text = WordsToText(words, TextArea(filled, cell, box), padding, page.Number, inventory, layout),
                Regions = [new EvidenceRegion { Page = page.Number, Bbox = page.Turn?.ToShown(box) ?? box, Straight = page.Turn is null ? null : box }],
                IsShaded = shades.At(box.CenterY).Any(shade => shade.Box.Contains(box.CenterX, box.CenterY)),
                IsBold = !words.IsEmpty && words.All(word => word.Font.IsBold),
            });
        }

        return new PageTable
        {
            Page = page.Number,
            Bbox = page.Turn?.ToShown(filled.Box) ?? filled.Box,
            Method = filled.Method,
            Score = filled.Score,
            HeaderRowCount = filled.HeaderRows,
            FontSize = SizeOf(filled),
            RowCount = grid.RowCount,
            ColumnCount = grid.ColumnCount,
            Cells = cells.MoveToImmutable(),
        };
    }

    private static double? SizeOf(FilledGrid filled)
    {
        var sizes = filled.Words.SelectMany(words => words).Select(word => word.Font.Size).Order().ToList();
        return sizes.Count == 0 ? null : Math.Round(sizes[sizes.Count / 2], 1);
    }

    private static SourceText WordsToText(ImmutableArray<Word> words, Box box, double padding, int page, WordInventory inventory, LayoutOptions options)
    {
        if (words.IsEmpty)
            return SourceText.Empty;
        var paragraphs = new List<LineParagraph>();
        foreach (var lines in WordsToLines.Group(page, words, options).GroupBy(line => line.Direction))
        {
            // A cell whose words reach into its margin has a smaller margin than the others.
            var frame = ReadingFrame.PageToFrame(box, lines.Key);
            var left = Math.Min(frame.Left + padding, lines.Min(line => line.Frame().Left));
            var right = Math.Max(frame.Right - padding, lines.Max(line => line.Frame().Right));
            paragraphs.AddRange(LinesToText.Join([.. lines], left, right, inventory, options));
        }

        return LinesToText.ToText(paragraphs);
    }

    // Where no rules enclose the cell its text reaches as far as any text of its columns.
    private static Box TextArea(FilledGrid filled, GridCell cell, Box box)
    {
        if (filled.Stripes.IsEmpty)
            return box;
        var frame = ReadingFrame.PageToFrame(box, filled.Direction);
        var (first, last) = (filled.Stripes[cell.Column], filled.Stripes[cell.Column + cell.ColumnSpan - 1]);
        return ReadingFrame.FrameToPage(frame with { Left = first.Start, Right = Math.Max(first.Start, last.End) }, filled.Direction);
    }

    // Cells have the same margin at both sides; the left one shows in the cells that are set flush left.
    private static double Padding(FilledGrid filled, TableOptions options)
    {
        if (!filled.Stripes.IsEmpty)
            return 0;
        var margins = filled.Words
            .Select((words, index) => (Words: words, filled.BoxOf(filled.Grid.Cells[index]).Left))
            .Where(cell => !cell.Words.IsEmpty)
            .Select(cell => Math.Clamp(cell.Words.Min(word => word.Box.Left) - cell.Left, 0, options.MaxPadding))
            .Order().ToList();
        return margins.Count == 0 ? 0 : margins[margins.Count / 4];
    }
}
