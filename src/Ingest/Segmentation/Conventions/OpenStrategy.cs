using Ingest.Grammar;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>Labels and items in the order of the rows, while these are read: the last of them are still open.</summary>
internal sealed class OpenStrategy(LabelText labels, StrategyRemarks remarks)
{
    private readonly List<OpenLine> _lines = [];
    private OpenItems? _items;
    private bool _isCutOpen;
    private int _openNoise;

    /// <summary>What was read so far.</summary>
    public IReadOnlyList<OpenLine> All => _lines;

    /// <summary>The items of the last label so far; empty without any.</summary>
    public SourceText OpenItems => _items?.Text ?? SourceText.Empty;

    /// <summary>Ends the items of the last label.</summary>
    public void Close() => (_items, _isCutOpen, _openNoise) = (null, false, 0);

    /// <summary>The cell of the row was sawn in two: what goes on from it below has lost its beginning.</summary>
    public void CutOpen() => _isCutOpen = true;

    /// <summary>A label begins; what goes on below may be added to it.</summary>
    /// <param name="column">Its column; -1 for a band.</param>
    /// <param name="kind">What tells labels of its kind.</param>
    /// <param name="level">Its level, where it is known.</param>
    /// <param name="text">Its text so far.</param>
    public OpenLabel AddLabel(int column, string kind, StrategyLevel? level, SourceText text)
    {
        Close();
        var label = new OpenLabel(column, kind, level);
        label.Add(text);
        _lines.Add(label);
        return label;
    }

    /// <summary>The items of a row.</summary>
    /// <param name="items">Their text.</param>
    /// <param name="row">The row.</param>
    /// <param name="quartiers">Neighbourhoods that the row names.</param>
    /// <param name="goesOn">Whether no label begins in the row.</param>
    public void AddItems(SourceText items, StrategyRow row, SourceText quartiers, bool goesOn)
    {
        if (items.IsEmpty)
            return;
        if (_openNoise > items.Text.Length)
        {
            // What stands in one cell with more noise than text is of its kind.
            remarks.Take(NoiseFilter.Drop(items));
            return;
        }

        if (_isCutOpen && goesOn && SentenceGrammar.StartsLower(items.Text))
            remarks.Tell(TextFindings.CutText.At(null, items.ToEvidence(), StrategyRemarks.Beginning(items)));
        if (_items is null)
        {
            _items = new OpenItems();
            _lines.Add(_items);
        }

        var isCut = goesOn && (SentenceGrammar.StartsLower(items.Text) || (row.IsAfterBreak && labels.IsOpen(_items.Text)));
        _items.Add(items, isCut && !_isCutOpen);
        _isCutOpen = false;
        if (!quartiers.IsEmpty)
            _items.AddQuartiers(quartiers);
    }

    /// <summary>Noise among the lines of one cell: those that are left must outweigh those that were taken out.</summary>
    public void AddNoise(SourceText noise)
    {
        _openNoise += noise.Text.Length;
        if (_items is null || _items.Text.Text.Length >= _openNoise)
            return;
        remarks.Take(NoiseFilter.Drop(_items.Text));
        _lines.Remove(_items);
        _items = null;
    }
}
