using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// Takes out of rows of lines what is no French: first what its letters say, then, where they leave a doubt, what its place in
/// the table says.
/// </summary>
internal sealed class RowCleaning(LabelReader marks, LabelText labels, NoiseFilter noise)
{
    /// <summary>The row without what is plainly noise; which columns are doubtful is told.</summary>
    public StrategyRow Clean(StrategyRow row, StrategyRemarks remarks)
    {
        var cells = row.Cells.ToBuilder();
        var dropped = ImmutableDictionary.CreateBuilder<int, SourceText>();
        var doubtful = ImmutableHashSet.CreateBuilder<int>();
        var unknown = ImmutableHashSet.CreateBuilder<int>();
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column].IsEmpty)
                continue;
            var clean = noise.Clean(cells[column]);
            if (clean.Text.IsEmpty)
            {
                // The number of a label that cannot be read may still be.
                dropped.Add(column, cells[column]);
                clean = clean with { Text = CodeOf(cells[column]) };
            }

            if (clean.IsDoubtful)
                doubtful.Add(column);
            else
                remarks.Take(clean);
            if (!clean.IsKnown)
                unknown.Add(column);
            cells[column] = clean.Text;
        }

        return row with { Cells = cells.ToImmutable(), Noise = dropped.ToImmutable(), Doubtful = doubtful.ToImmutable(), Unknown = unknown.ToImmutable() };
    }

    /// <summary>
    /// What may be no French is none where its place is odd: an upper label in a row without a lower one, or one that would go on
    /// from a label that is whole, past rows without any.
    /// </summary>
    /// <param name="row">The row in its columns.</param>
    /// <param name="columns">What the columns hold.</param>
    /// <param name="open">The labels of the rows before.</param>
    /// <param name="remarks">Takes what is dropped and what stays in doubt.</param>
    public StrategyRow Decide(StrategyRow row, StrategyColumns columns, LabelColumns open, StrategyRemarks remarks)
    {
        var deepest = columns.Labels.LastOrDefault(-1);
        var isBare = deepest >= 0 && (deepest >= row.Cells.Length || row.Cells[deepest].IsEmpty);
        var cells = row.Cells.ToBuilder();
        foreach (var column in row.Doubtful.Union(row.Unknown).Where(column => column < deepest && columns.Labels.Contains(column)))
        {
            if (cells[column].IsEmpty || !((isBare && row.Doubtful.Contains(column)) || IsStranded(column, cells[column], open)))
                continue;
            var drop = NoiseFilter.Drop(cells[column]);
            remarks.Take(drop);
            cells[column] = drop.Text;
        }

        foreach (var column in row.Doubtful.Where(column => !cells[column].IsEmpty))
            remarks.Tell(TextFindings.DoubtfulText.At(null, cells[column].ToEvidence(), cells[column].Text));
        return row with { Cells = cells.ToImmutable() };
    }

    private bool IsStranded(int column, SourceText text, LabelColumns open) => open.TextOf(column) is { } label
        && (open.HasGap(column) || !noise.HasContent(text)) && !labels.IsOpen(label) && SentenceGrammar.StartsLower(text.Text);

    private SourceText CodeOf(SourceText cell) => marks.Read(cell) is { Numbers.Length: > 1, Title.IsEmpty: false } mark && cell.Text.EndsWith(mark.Title.Text, StringComparison.Ordinal)
        ? cell.Slice(0, cell.Text.Length - mark.Title.Text.Length)
        : SourceText.Empty;
}
