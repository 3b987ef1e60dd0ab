using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>Where the header of a table stands.</summary>
/// <param name="First">First header row; rows above it are banners.</param>
/// <param name="Count">Number of header rows; 0 when the table has none.</param>
internal readonly record struct HeaderRows(int First, int Count)
{
    /// <summary>First row of the body.</summary>
    public int Body => First + Count;

    /// <summary>
    /// Finds the header: the first row, among the first ones, in which at least two columns bear header words, with the
    /// rows below it that its cells span or that only name payers under a spanning cell. A source that marks its header
    /// rows is believed up to the first marked row that holds money.
    /// </summary>
    public static HeaderRows Find(TableGrid grid, int markedRows, HeaderVocabulary headers, PayerVocabulary payers, SegmentationOptions options)
    {
        var marked = Enumerable.Range(0, Math.Min(markedRows, grid.RowCount - 1)).TakeWhile(row => !grid.StartingIn(row).Any(cell => HasMoney(cell.Text))).Count();
        for (var row = 0; row < Math.Min(grid.RowCount, Math.Max(marked, options.HeaderSearchRows)); row++)
        {
            var cells = grid.StartingIn(row);
            if (cells.Any(cell => HasMoney(cell.Text)))
                break;
            var named = cells.Count(cell => headers.Match(cell.Text.Text).Any(match => match.Score >= options.HeaderWordScore)
                || (cell.Text.Words.Count() <= options.HeaderPayerWords && payers.Match(cell.Text.Text) is not null));
            // Years beside « Action | Porteur » head groups of columns, and say nothing against the row.
            if (named < 2 || named * 2 < cells.Count(cell => !IsYear(cell.Text.Text.Trim())))
                continue;
            return new HeaderRows(row, Math.Max(Extent(grid, row, payers, headers, options), marked - row));
        }

        return new HeaderRows(0, marked);
    }

    /// <summary>
    /// The headers above a column, from the top, each once. Where the source has no spans (plain text), a header of an upper
    /// level reaches over the empty places on its right.
    /// </summary>
    public ImmutableArray<SourceText> PathOf(TableGrid grid, int column)
    {
        var path = ImmutableArray.CreateBuilder<SourceText>();
        for (var row = First; row < Body; row++)
        {
            var cell = grid.At(row, column);
            for (var left = column; row < Body - 1 && left >= 0 && cell is null or { Text.IsEmpty: true } && IsNamedBelow(grid, row, column); left--)
                cell = grid.At(row, left);
            if (cell is { Text.IsEmpty: false } && !path.Contains(cell.Text))
                path.Add(cell.Text);
        }

        return path.ToImmutable();
    }

    private bool IsNamedBelow(TableGrid grid, int row, int column) =>
        Enumerable.Range(row + 1, Body - row - 1).Any(below => grid.At(below, column) is { Text.IsEmpty: false } cell && cell.Row == below);

    // How many columns a header covers: its own span, or with the empty places on its right.
    private static int Reach(TableGrid grid, TableCell header)
    {
        var end = header.Column + header.ColumnSpan;
        while (end < grid.ColumnCount && grid.At(header.Row, end) is null or { Text.IsEmpty: true })
            end++;
        return end - header.Column;
    }

    private static int Extent(TableGrid grid, int first, PayerVocabulary payers, HeaderVocabulary headers, SegmentationOptions options)
    {
        var last = first;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            // A header cell may span the rows of the second level; a theme cell of the body never starts in the header row.
            if (grid.At(first, column) is { } cell && cell.Row == first && !cell.Text.IsEmpty)
                last = Math.Max(last, Math.Min(first + options.HeaderSearchRows, cell.Row + cell.RowSpan) - 1);
        }

        var spanning = grid.StartingIn(first).Select(cell => (cell.Column, Span: Reach(grid, cell))).Where(top => top.Span > 1).ToImmutableArray();
        while (last + 1 < grid.RowCount - 1 && last + 1 - first < options.HeaderSearchRows)
        {
            var below = grid.StartingIn(last + 1);
            var isLevel = below.Length > 0
                && below.All(cell => !HasMoney(cell.Text) && spanning.Any(top => cell.Column >= top.Column && cell.Column + cell.ColumnSpan <= top.Column + top.Span))
                && below.Any(cell => payers.Match(cell.Text.Text) is not null
                    || headers.Match(cell.Text.Text).Any(match => match.Score >= options.HeaderWordScore));
            if (!isLevel)
                break;
            last++;
        }

        return last - first + 1;
    }

    private static bool HasMoney(SourceText text) => MoneyGrammar.Find(text.Text).Any(mention => mention.HasCurrency)
        || MoneyGrammar.ParseCell(text.Text).Money is { } money && money.Amount.Amount > 0 && !IsYear(text.Text);

    private static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);
}
