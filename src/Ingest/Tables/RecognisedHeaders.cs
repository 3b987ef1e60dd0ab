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
        if (!cells.Concat(others).Any(cell => cell.Text.Words.Any(word => word.Origin == Origin.Ocr))
            || !cells.Select(cell => (cell.Column, cell.ColumnSpan)).SequenceEqual(others.Select(cell => (cell.Column, cell.ColumnSpan))))
            return false;
        var (text, other) = (before.Texts(row), after.Texts(row));
        var longer = Math.Max(text.Length, other.Length);
        return longer >= options.ShortestHeader && Digits(text) == Digits(other) && EditDistance.Of(text, other) <= (1 - options.HeaderLikeness) * longer;
    }

    private static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);
}
