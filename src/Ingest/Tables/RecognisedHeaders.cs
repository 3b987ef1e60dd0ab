using Ingest.Layout;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>
/// Whether a row of a page is the header of the page before, where text recognition read one of them: what is the same on paper is
/// seldom read the same twice. Rows of actions have figures, headers hardly: those must be equal.
/// </summary>
internal static class RecognisedHeaders
{
    /// <summary>Whether the two rows are one header.</summary>
    /// <param name="before">The table so far.</param>
    /// <param name="after">Its next part.</param>
    /// <param name="row">The row, in both.</param>
    /// <param name="options">Thresholds.</param>
    public static bool AreSame(TableGrid before, TableGrid after, int row, TableOptions options)
    {
        var (cells, others) = (before.Row(row), after.Row(row));
        if (!cells.Concat(others).Any(cell => cell.Text.Words.Any(word => word.Origin == Origin.Ocr)))
            return false;
        if (HaveSameLabels(before, others, options) || HasSameWords(before, others, options))
            return true;
        if (!cells.Select(cell => (cell.Column, cell.ColumnSpan)).SequenceEqual(others.Select(cell => (cell.Column, cell.ColumnSpan))))
            return false;
        var (text, other) = (before.Texts(row), after.Texts(row));
        var longer = Math.Max(text.Length, other.Length);
        return longer >= options.ShortestHeader && Digits(text) == Digits(other) && EditDistance.Of(text, other) <= (1 - options.HeaderLikeness) * longer;
    }

    /// <summary>Whether a repeated header, recognised on the next page, has more labels than the table's.</summary>
    /// <param name="before">The table so far.</param>
    /// <param name="after">Its next part.</param>
    /// <param name="rows">Rows of the header in both.</param>
    public static bool IsBetter(TableGrid before, TableGrid after, int rows)
    {
        int Labels(TableGrid grid) => Enumerable.Range(0, rows).SelectMany(row => grid.StartingIn(row)).Count(cell => !cell.Text.IsEmpty && cell.Text.Words.Any(word => word.Origin == Origin.Ocr));
        return rows > 0 && Labels(after) > Labels(before);
    }

    // A stamp over one label, a rule lost between two: what is left of the header are labels that no row of actions repeats in their columns.
    private static bool HaveSameLabels(TableGrid before, IEnumerable<TableCell> others, TableOptions options)
    {
        var labels = others.Where(cell => !cell.Text.IsEmpty).ToList();
        var same = labels.Count(cell => Enumerable.Range(0, Math.Min(options.MaxHeaderRows, before.RowCount)).Any(row => before.At(row, cell.Column) is { Text.IsEmpty: false } label
            && label.Column == cell.Column && IsLabel(cell.Text.Text, label.Text.Text, options)));
        return same >= options.SameLabels && 2 * same >= labels.Count && labels.TrueForAll(cell => Digits(cell.Text.Text).Length == 0);
    }

    // Rules between labels are lost where the band of a header is dark: two cells or more that say nothing but what the header says.
    private static bool HasSameWords(TableGrid before, IEnumerable<TableCell> others, TableOptions options)
    {
        var labels = others.Where(cell => !cell.Text.IsEmpty).ToList();
        var words = labels.SelectMany(cell => cell.Text.Words).Select(word => word.Text).ToList();
        var letters = words.Sum(word => word.Length);
        if (labels.Count < options.SameLabels || letters < options.ShortestHeader || words.Exists(word => word.Any(char.IsAsciiDigit)))
            return false;
        var header = Enumerable.Range(0, Math.Min(options.MaxHeaderRows, before.RowCount)).TakeWhile(row => !before.Row(row).Any(cell => Digits(cell.Text.Text).Length > 0))
            .SelectMany(row => before.Row(row)).SelectMany(cell => cell.Text.Words).Select(word => word.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Where(header.Contains).Sum(word => word.Length) >= options.HeaderLikeness * letters;
    }

    private static bool IsLabel(string one, string other, TableOptions options) => Math.Max(one.Length, other.Length) is var longer
        && longer >= options.ShortestLabel && EditDistance.Of(one, other) <= (1 - options.HeaderLikeness) * longer;

    private static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);
}
