using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// Finds rows that lost columns: recognition left out the empty first cells, so that all that follows stands too far left. A
/// shift is weighed by what each column holds (labels are short and open with an infinitive, items are long) and by what the
/// row before left open.
/// </summary>
internal sealed class RowAlignment(LabelText labels, LabelReader marks)
{
    private const int LongLabel = 25;
    private const int NoLabel = 40;
    private const int LongItems = 12;

    // Weights in units of one sure sign. An overflowing cell is odd, a label of a page's length is impossible.
    private const double Impossible = 3;
    private const double Overflow = 1.5;
    private const double Prior = 0.5;
    private const double RowMargin = 0.9;

    /// <summary>The texts of the row by column of the table, and how far it was shifted.</summary>
    public sealed record AlignedRow(StrategyRow Row, int Shift);

    /// <summary>Each row of a part in its columns.</summary>
    /// <param name="rows">The rows of one part.</param>
    /// <param name="columns">The columns of the table.</param>
    /// <param name="openLabel">The label that the row before left, by column; empty where none is open.</param>
    /// <param name="openItems">The text of items that the row before left; empty where none is open.</param>
    /// <param name="filledItems">Share of rows of the table whose items are filled, 0..1.</param>
    public ImmutableArray<AlignedRow> Align(
        IReadOnlyList<StrategyRow> rows, StrategyColumns columns, IReadOnlyDictionary<int, SourceText> openLabel, SourceText openItems, double filledItems)
    {
        if (columns.Items < 1 || columns.Labels.IsEmpty || rows.Count == 0)
            return [.. rows.Select(row => new AlignedRow(row, 0))];
        var most = columns.Labels.Length;
        var shift = Enumerable.Range(0, most).MaxBy(candidate => PartScore(rows, columns, candidate, openLabel, openItems, filledItems));
        return [.. rows.Select(row =>
        {
            var own = shift > 0 ? shift : RowShift(row, columns, most, filledItems);
            return new AlignedRow(row.Shift(own), own);
        })];
    }

    private double PartScore(
        IReadOnlyList<StrategyRow> rows, StrategyColumns columns, int shift, IReadOnlyDictionary<int, SourceText> openLabel, SourceText openItems, double filledItems)
    {
        var score = -Prior * shift;
        for (var i = 0; i < rows.Count; i++)
        {
            score += RowScore(rows[i], columns, shift, filledItems);
            if (i > 0)
                continue;
            foreach (var column in rows[i].Filled.Where(column => SentenceGrammar.StartsLower(rows[i].Cells[column].Text)))
            {
                var place = column + shift;
                if (place == columns.Items && !openItems.IsEmpty && !SentenceGrammar.EndsSentence(openItems.Text))
                    score += 1;
                else if (openLabel.TryGetValue(place, out var label) && labels.IsOpen(label))
                    score += 1;
            }
        }

        return score;
    }

    private int RowShift(StrategyRow row, StrategyColumns columns, int most, double filledItems)
    {
        if (row.Filled.DefaultIfEmpty(0).Max() >= columns.Items)
            return 0;
        var stay = RowScore(row, columns, 0, filledItems);
        var best = Enumerable.Range(1, Math.Max(0, most - 1)).Select(shift => (Shift: shift, Score: RowScore(row, columns, shift, filledItems))).DefaultIfEmpty((Shift: 0, Score: stay)).MaxBy(item => item.Score);
        return best.Score - stay > RowMargin ? best.Shift : 0;
    }

    // « Objectif 2.1 : … » says of itself in which column it belongs.
    private double MarkScore(SourceText text, StrategyColumns columns, int place)
    {
        if (marks.Read(text) is not { IsExplicit: true, Level: { } level } || !columns.All.Any(column => column.Use == ColumnUse.Label && column.Level == level))
            return 0;
        return place < columns.All.Length && columns.All[place].Level == level ? 1 : -Impossible;
    }

    private double RowScore(StrategyRow row, StrategyColumns columns, int shift, double filledItems)
    {
        var (score, hasItems, hasLabel) = (0.0, row.Noise.ContainsKey(columns.Items - shift), false);
        score -= Overflow * row.Noise.Keys.Count(column => column + shift > columns.Items);
        foreach (var column in row.Filled)
        {
            var text = row.Cells[column];
            var place = column + shift;
            var words = text.Words.Count();
            score += MarkScore(text, columns, place);
            // A bullet opens an item, a number a label as well.
            var isListed = text.Paragraphs.Any(paragraph => paragraph.Marker is { } marker && !marker.Any(char.IsLetterOrDigit));
            if (place > columns.Items)
            {
                score -= place < columns.All.Length && columns.All[place].Use != ColumnUse.Items && columns.All[place].Header is { IsEmpty: false } ? 0 : Overflow;
            }
            else if (place == columns.Items)
            {
                hasItems = true;
                score += words > LongItems || isListed ? 1 : 0.3;
            }
            else if (columns.All[place].Use == ColumnUse.Label)
            {
                hasLabel = true;
                score += words > NoLabel ? -Impossible : words > LongLabel || isListed ? -1 : labels.OpensItem(text.Words.First().Text) ? 1 : SentenceGrammar.StartsLower(text.Text) ? 0.5 : 0;
            }
        }

        // The more rows have items, the odder is a label without any.
        return hasLabel && !hasItems ? score - (2 * filledItems * filledItems) : score;
    }
}
