using System.Text.RegularExpressions;
using Ingest.Tables.Structure;

namespace Ingest.Tables;

/// <summary>
/// Weighs whether the first row behind a page break is the rest of the last row before it. Borders say little (office
/// software closes them at the page's end), so text does: what a new row would bring is missing, what the old one left open
/// goes on.
/// </summary>
internal static partial class RowContinuation
{
    /// <summary>The evidence: the higher, the surer that the two rows are one; negative infinity when they cannot be.</summary>
    /// <param name="before">The table so far.</param>
    /// <param name="after">The part behind the break.</param>
    /// <param name="row">Its first row that is no repeated header.</param>
    /// <param name="headerRows">Header rows of the table so far.</param>
    /// <param name="isOpen">Whether the rule at the page's end, or the one at the next page's top, is missing.</param>
    /// <param name="options">Thresholds.</param>
    public static double Score(TableGrid before, TableGrid after, int row, int headerRows, bool isOpen, TableOptions options)
    {
        var last = before.RowCount - 1;
        if (last < headerRows || row >= after.RowCount || after.IsBlank(row))
            return double.NegativeInfinity;
        var words = new RowWords(options.Structure);
        var score = isOpen ? options.OpenBorder : 0;
        var goesOn = false;
        var figures = 0;
        foreach (var next in after.Row(row))
        {
            var previous = before.At(last, next.Column);
            var isSameColumn = previous is not null && previous.Column == next.Column && previous.ColumnSpan == next.ColumnSpan;
            var hasText = previous is { Text.IsEmpty: false };
            if (!isSameColumn)
                return double.NegativeInfinity;
            if (next.Text.IsEmpty)
            {
                // A merged cell is empty behind the break anyhow.
                if (hasText && previous!.RowSpan == 1)
                    score += Telling(before, after, next.Column, row, headerRows, options);
                continue;
            }

            if ((hasText && HasOwnValue(previous!.Text.Text, next.Text.Text)) || words.OpensTotal(next.Text.Text))
                return double.NegativeInfinity;
            // A text does not go on as a figure in several columns: it is the label above them, the header of a page by itself.
            figures += hasText && Value().IsMatch(next.Text.Text) ? 1 : 0;
            if (figures > 1)
                return double.NegativeInfinity;
            score += hasText ? Sentence(previous!.Text.Text, next.Text.Text, options) : -options.NewText;
            goesOn |= hasText;
        }

        return goesOn ? score : double.NegativeInfinity;
    }

    // How surely a row of its own would have had text in the column.
    private static double Telling(TableGrid before, TableGrid after, int column, int row, int headerRows, TableOptions options)
    {
        var (filled, all) = (0, 0);
        void Count(TableGrid grid, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                // Bands and merged cells are no rows to learn from.
                if (grid.At(i, column) is not { } cell || cell.Row != i || cell.ColumnSpan == grid.ColumnCount || grid.Row(i).Count(other => !other.Text.IsEmpty) < 2)
                    continue;
                all++;
                filled += cell.Text.IsEmpty ? 0 : 1;
            }
        }

        Count(before, headerRows, before.RowCount);
        Count(after, row + 1, after.RowCount);
        var share = all == 0 ? 0 : (double)filled / all;
        return share >= options.UsuallyFilled ? share : 0;
    }

    private static double Sentence(string previous, string next, TableOptions options)
    {
        if (char.IsLower(next[0]) || next[0] is ')' or '»' or ',')
            return options.SentenceGoesOn;
        return previous[^1] is '.' or '!' or '?' or '…' ? -options.SentenceEnds : previous[^1] is ',' or '-' or '(' or '\'' or '’' ? options.SentenceGoesOn : 0;
    }

    // Two amounts, or two figures, one below the other are two rows.
    private static bool HasOwnValue(string previous, string next) => Value().IsMatch(previous) && Value().IsMatch(next);

    [GeneratedRegex(@"^[-–−+]?\s*\d[\d\s.,]*(?:\s*(?:€|k€|m€|%|euros?|eur))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
