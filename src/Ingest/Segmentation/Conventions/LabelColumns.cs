using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// The labels that the columns of a table carry down while its rows are read: an empty cell leaves the label above, a small
/// letter goes on from it, labels that were glued are parted.
/// </summary>
internal sealed class LabelColumns(LabelText labels, bool isOfLines, OpenStrategy lines, StrategyRemarks remarks)
{
    private readonly Dictionary<int, OpenLabel> _open = [];
    private readonly Dictionary<int, SourceText> _pending = [];
    private readonly HashSet<int> _gaps = [];
    private bool _isFirstTold;

    /// <summary>The labels so far, by column.</summary>
    public IReadOnlyDictionary<int, SourceText> Texts => _open.ToDictionary(item => item.Key, item => item.Value.Text);

    /// <summary>Labels that began in a row after which nothing came.</summary>
    public IEnumerable<SourceText> Pending => _pending.Values;

    /// <summary>The label of a column so far; null without one.</summary>
    public SourceText? TextOf(int column) => _open.TryGetValue(column, out var open) ? open.Text : null;

    /// <summary>Whether the column had nothing in the row before.</summary>
    public bool HasGap(int column) => _gaps.Contains(column);

    /// <summary>A band ends all labels.</summary>
    public void Close()
    {
        _open.Clear();
        _pending.Clear();
        lines.Close();
    }

    /// <summary>Reads the labels of a row; whether one of them begins.</summary>
    /// <param name="row">The row.</param>
    /// <param name="next">The row after it: a label that begins at the foot of its cell goes on there.</param>
    /// <param name="columns">What the columns hold.</param>
    public bool Read(StrategyRow row, StrategyRow? next, StrategyColumns columns)
    {
        var deepest = columns.Labels.LastOrDefault(-1);
        var glued = deepest >= 0 && deepest < row.Cells.Length && isOfLines ? labels.Part(row.Cells[deepest]) : [];
        var context = new RowContext(row, next, columns, deepest, glued);
        var begins = false;
        foreach (var column in columns.Labels)
            begins |= Read(column, context);
        return begins;
    }

    // The row whose labels are read, and the labels that were glued in its deepest column.
    private sealed record RowContext(StrategyRow Row, StrategyRow? Next, StrategyColumns Columns, int Deepest, ImmutableArray<SourceText> Glued)
    {
        public SourceText At(int column) => column < Row.Cells.Length ? Row.Cells[column] : SourceText.Empty;
    }

    private bool Read(int column, RowContext context)
    {
        var (text, begins) = (context.At(column), false);
        if (_pending.Remove(column, out var pending))
        {
            Begin(column, pending, context.Columns);
            begins = true;
            if (!text.IsEmpty && SentenceGrammar.StartsLower(text.Text))
            {
                _open[column].Add(text);
                return true;
            }
        }

        if (text.IsEmpty)
        {
            _gaps.Add(column);
            // A label was there and cannot be read: what stands beside it is not the label's above.
            if (column != context.Deepest || !context.Row.Noise.ContainsKey(column) || !context.Row.Filled.Contains(context.Columns.Items))
                return begins;
            Begin(column, SourceText.Empty, context.Columns);
            return true;
        }

        _gaps.Remove(column);
        return begins | (GoesOn(column, text, context) ? ReadRest(column, text, context) : BeginLabels(column, text, context));
    }

    // The end of the label above and the beginning of the next may stand in one cell.
    private bool ReadRest(int column, SourceText text, RowContext context)
    {
        var parts = isOfLines ? labels.Part(text) : [text];
        _open[column].Add(parts[0]);
        if (parts.Length == 1)
            return false;
        if (column != context.Deepest)
            return BeginUpper(column, LabelText.Flat(parts.Skip(1).SelectMany(part => part.Words)), context, isBelow: true);
        foreach (var part in parts.Skip(1))
            Begin(column, part, context.Columns);
        return true;
    }

    private bool BeginLabels(int column, SourceText text, RowContext context)
    {
        if (!isOfLines)
        {
            Begin(column, LabelText.Flat(LabelText.WordsOf(text)), context.Columns);
            return true;
        }

        if (column != context.Deepest)
            return BeginUpper(column, text, context, isBelow: false);
        var glued = context.Glued;
        foreach (var (part, index) in (glued.Length > 0 ? glued : [text]).Select((part, index) => (part, index)))
        {
            // The first of two glued labels was told with the orientation before.
            if (index == 0 && glued.Length > 1 && _isFirstTold)
            {
                _isFirstTold = false;
                continue;
            }

            Begin(column, part, context.Columns);
            if (glued.Length > 1)
                remarks.Tell(StructureFindings.InferredPlace.At(null, text.ToEvidence(), part.Text));
        }

        return true;
    }

    // The label of a merged cell: it may hold words of its neighbour, the end of the label above, or two labels.
    private bool BeginUpper(int column, SourceText text, RowContext context, bool isBelow)
    {
        var (row, next, deepest) = (context.Row, context.Next, context.Deepest);
        var bled = deepest < row.Cells.Length ? LabelText.Bled(text, row.Cells[deepest]) : 0;
        var own = LabelText.Flat(LabelText.WordsOf(text).Skip(bled));
        if (own.IsEmpty)
            return false;
        var goesOnBelow = next is not null && column < next.Cells.Length && SentenceGrammar.StartsLower(next.Cells[column].Text);
        if ((bled > 0 || isBelow) && goesOnBelow)
        {
            // The row is still the label's before: the new one only begins in it.
            _pending[column] = own;
            remarks.Tell(StructureFindings.InferredPlace.At(null, row.Cells[deepest].ToEvidence(), row.Cells[deepest].Text));
            return false;
        }

        if (context.Glued.Length > 1 && _open.ContainsKey(column))
        {
            Begin(deepest, context.Glued[0], context.Columns);
            _isFirstTold = true;
            remarks.Tell(StructureFindings.InferredPlace.At(null, context.Glued[0].ToEvidence(), context.Glued[0].Text));
        }

        Begin(column, own, context.Columns);
        return true;
    }

    private bool GoesOn(int column, SourceText text, RowContext context)
    {
        if (!_open.TryGetValue(column, out var open))
            return false;
        if (Folding.Fold(open.Text.Text) == Folding.Fold(text.Text))
            return true;
        var neighbour = context.Deepest != column ? context.At(context.Deepest) : SourceText.Empty;
        var isLower = SentenceGrammar.StartsLower(text.Text) && LabelText.Bled(text, neighbour) == 0;
        return isOfLines
            ? isLower || (labels.IsOpen(open.Text) && !labels.OpensItem(text.Words.First().Text))
            : context.Row.IsAfterBreak && (isLower || labels.IsOpen(open.Text));
    }

    // A label ends those of the columns at its right.
    private void Begin(int column, SourceText text, StrategyColumns columns)
    {
        foreach (var below in _open.Keys.Where(key => key > column).ToList())
            _open.Remove(below);
        _open[column] = lines.AddLabel(column, $"column {columns.Labels.Length - columns.Labels.IndexOf(column)}", columns.All[column].Level, text);
    }
}
