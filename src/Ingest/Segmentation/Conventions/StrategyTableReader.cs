using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>What the tables of a run say.</summary>
internal sealed record StrategyTableReading
{
    /// <summary>Labels and items in order.</summary>
    public required ImmutableArray<StrategyEvent> Events { get; init; }

    /// <summary>The columns as found, for tables that go on without a header.</summary>
    public StrategyColumns? Columns { get; init; }

    /// <summary>The header as found.</summary>
    public StrategyRow? Header { get; init; }

    /// <summary>What found no place.</summary>
    public ImmutableArray<DraftUnassigned> Left { get; init; } = [];

    /// <summary>What was read with doubt.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>
/// Reads tables whose first columns are merged labels: an empty cell carries the label down, a small letter goes on from the
/// cell above, rows that lost a column are put back, labels that were glued are parted.
/// </summary>
internal sealed class StrategyTableReader(
    StrategyHeaders headers, LabelReader marks, LabelText labels, ItemSplitter splitter, NoiseFilter noise)
{
    private StrategyHeaders Headers => headers;

    private LabelReader Marks => marks;

    private LabelText Labels => labels;

    private ItemSplitter Splitter => splitter;

    private NoiseFilter Noise => noise;

    /// <summary>Reads a run of tables.</summary>
    /// <param name="run">The rows.</param>
    /// <param name="before">Columns and header of the table before, for runs without a header of their own.</param>
    public StrategyTableReading Read(StrategyRun run, StrategyTableReading? before)
    {
        var reader = new Session(this, run, before);
        foreach (var part in run.Parts)
            reader.ReadPart(part);
        return reader.ToReading();
    }

    /// <summary>The state of one reading; it does not leave this class.</summary>
    private sealed class Session(StrategyTableReader reader, StrategyRun run, StrategyTableReading? before)
    {
        private readonly ImmutableArray<DraftUnassigned>.Builder _left = ImmutableArray.CreateBuilder<DraftUnassigned>();
        private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
        private readonly List<object> _lines = [];
        private readonly Dictionary<int, OpenLabel> _open = [];
        private readonly Dictionary<int, SourceText> _pending = [];
        private OpenItems? _items;
        private StrategyColumns? _columns = before?.Columns;
        private StrategyRow? _header = before?.Header;
        private double _filledItems = 1;
        private readonly HashSet<int> _gaps = [];
        private bool _isCutOpen;
        private int _openNoise;

        public void ReadPart(ImmutableArray<StrategyRow> part)
        {
            var rows = WholeHeaders([.. part.Select(Clean).Where(row => row.Filled.Any() || !row.Noise.IsEmpty)]);
            var block = new List<StrategyRow>();
            foreach (var (row, index) in rows.Select((row, index) => (row, index)))
            {
                var isFirst = block.Count == 0 && rows.Take(index).All(IsMarkedBand);
                if (IsMarkedBand(row) || reader.Headers.IsHeader(row, isFirst, _header))
                {
                    ReadBlock(block);
                    block.Clear();
                    if (IsMarkedBand(row))
                        OpenBand(row);
                    else
                        TakeHeader(row, rows.Skip(index + 1).ToList());
                    continue;
                }

                block.Add(row);
            }

            ReadBlock(block);
        }

        // A header over two lines: what goes on below it with small letters, in its own columns.
        private List<StrategyRow> WholeHeaders(List<StrategyRow> rows)
        {
            for (var i = 0; run.IsOfLines && i + 1 < rows.Count; i++)
            {
                var (header, next) = (rows[i], rows[i + 1]);
                if (!reader.Headers.IsHeader(header, rows.Take(i).All(IsMarkedBand), _header)
                    || !next.Filled.Any() || !next.Filled.All(column => column < header.Cells.Length && !header.Cells[column].IsEmpty && SentenceGrammar.StartsLower(next.Cells[column].Text)))
                    continue;
                rows[i] = header with
                {
                    Cells = [.. header.Cells.Select((cell, column) => column < next.Cells.Length && !next.Cells[column].IsEmpty ? LabelText.Flat(cell.Words.Concat(next.Cells[column].Words)) : cell)],
                };
                rows.RemoveAt(i + 1);
            }

            return rows;
        }

        public StrategyTableReading ToReading()
        {
            foreach (var label in _pending.Values)
                _left.Add(new DraftUnassigned(label, UnassignedReason.NoObjective));
            return new StrategyTableReading
            {
                Events = [.. _lines.Select(ToEvent)],
                Columns = _columns,
                Header = _header,
                Left = _left.ToImmutable(),
                Findings = _findings.ToImmutable(),
            };
        }

        private StrategyEvent ToEvent(object line) => line switch
        {
            OpenLabel label => new LabelEvent(label.Kind, label.Level, ToDraft(label))
            {
                Column = label.Column < 0 ? null : label.Column,
                IsNamedOrientation = label.Column >= 0 && label.Column < _columns!.All.Length && Folding.Fold(_columns.All[label.Column].Header.Text).Contains("orientation", StringComparison.Ordinal),
            },
            OpenItems items => new ItemsEvent([.. reader.Splitter.Split(items.Text, run.IsOfLines).Select(text => new DraftItem(reader.Noise.MendLines(text), items.Quartiers))]),
            _ => throw new InvalidOperationException("No line of a strategy."),
        };

        private DraftLabel ToDraft(OpenLabel label)
        {
            var text = reader.Noise.MendLines(label.Text);
            // In a column of labels any number that opens one is its mark.
            return reader.Marks.Read(text) is { } mark && (mark.IsExplicit || mark.Level is null) ? mark.ToDraft() : new DraftLabel(null, null, text, text);
        }

        private StrategyRow Clean(StrategyRow row)
        {
            if (!run.IsOfLines)
                return row;
            var cells = row.Cells.ToBuilder();
            var noise = ImmutableDictionary.CreateBuilder<int, SourceText>();
            var doubtful = ImmutableHashSet.CreateBuilder<int>();
            var unknown = ImmutableHashSet.CreateBuilder<int>();
            for (var column = 0; column < cells.Count; column++)
            {
                if (cells[column].IsEmpty)
                    continue;
                var clean = reader.Noise.Clean(cells[column]);
                if (clean.Text.IsEmpty)
                {
                    // The number of a label that cannot be read may still be.
                    noise.Add(column, cells[column]);
                    clean = clean with { Text = CodeOf(cells[column]) };
                }

                if (clean.IsDoubtful)
                    doubtful.Add(column);
                else
                    Take(clean);
                if (!clean.IsKnown)
                    unknown.Add(column);
                cells[column] = clean.Text;
            }

            return row with { Cells = cells.ToImmutable(), Noise = noise.ToImmutable(), Doubtful = doubtful.ToImmutable(), Unknown = unknown.ToImmutable() };
        }

        private SourceText CodeOf(SourceText cell) => reader.Marks.Read(cell) is { Numbers.Length: > 1, Title.IsEmpty: false } mark && cell.Text.EndsWith(mark.Title.Text, StringComparison.Ordinal)
            ? cell.Slice(0, cell.Text.Length - mark.Title.Text.Length)
            : SourceText.Empty;

        private void Take(CleanText clean)
        {
            _left.AddRange(clean.Left);
            _findings.AddRange(clean.Findings);
        }

        /// <summary>
        /// What may be no French is none where its place is odd: an upper label in a row without a lower one, or one that would go on
        /// from a label that is whole, past rows without any.
        /// </summary>
        private StrategyRow Decide(StrategyRow row)
        {
            var deepest = _columns!.Labels.LastOrDefault(-1);
            var isBare = deepest >= 0 && (deepest >= row.Cells.Length || row.Cells[deepest].IsEmpty);
            var cells = row.Cells.ToBuilder();
            foreach (var column in row.Doubtful.Union(row.Unknown).Where(column => column < deepest && _columns.Labels.Contains(column)))
            {
                if (cells[column].IsEmpty || !((isBare && row.Doubtful.Contains(column)) || IsStranded(column, cells[column])))
                    continue;
                var drop = NoiseFilter.Drop(cells[column]);
                Take(drop);
                cells[column] = drop.Text;
            }

            foreach (var column in row.Doubtful.Where(column => !cells[column].IsEmpty))
                _findings.Add(TextFindings.DoubtfulText.At(null, cells[column].ToEvidence(), cells[column].Text));
            return row with { Cells = cells.ToImmutable() };
        }

        private bool IsStranded(int column, SourceText text) => _open.TryGetValue(column, out var open)
            && (_gaps.Contains(column) || !reader.Noise.HasContent(text)) && !reader.Labels.IsOpen(open.Text) && SentenceGrammar.StartsLower(text.Text);

        private bool IsMarkedBand(StrategyRow row) => row.Filled.Take(2).Count() == 1 && row.Filled.First() == 0
            && (run.IsOfLines || row.IsBand || row.Cells.Length == 1)
            && reader.Marks.Read(row.Cells[0]) is { IsExplicit: true, Level: not null };

        private void OpenBand(StrategyRow row)
        {
            var mark = reader.Marks.Read(row.Cells[0])!;
            Close();
            _lines.Add(NewLabel(-1, mark.Kind, mark.Level, row.Cells[0]));
        }

        private void TakeHeader(StrategyRow row, List<StrategyRow> rows)
        {
            var found = reader.Headers.OfHeader(row, rows);
            // A damaged header says less than the one before it.
            var isPoorer = _columns is not null && found.All.Count(column => column.Level is not null) < _columns.All.Count(column => column.Level is not null)
                && found.Labels.Length <= _columns.Labels.Length && found.Items == _columns.Items;
            _columns = isPoorer ? _columns : found;
            _header = isPoorer ? _header : row;
        }

        private void ReadBlock(List<StrategyRow> rows)
        {
            if (rows.Count == 0)
                return;
            TellOtherColumns(rows);
            _columns ??= StrategyHeaders.OfContent(rows);
            var filled = rows.Count(row => row.Filled.Contains(_columns.Items));
            _filledItems = run.Parts.Length > 1 ? FilledShare() : (double)filled / rows.Count;
            var aligned = run.IsOfLines
                ? new RowAlignment(reader.Labels, reader.Marks).Align(rows, _columns, _open.ToDictionary(item => item.Key, item => item.Value.Text), _items?.Text ?? SourceText.Empty, _filledItems)
                : [.. rows.Select(row => new RowAlignment.AlignedRow(row, 0))];
            for (var i = 0; i < aligned.Length; i++)
            {
                if (aligned[i].Shift > 0)
                    _findings.Add(StructureFindings.ShiftedRow.At(null, aligned[i].Row.Text.ToEvidence(), Beginning(aligned[i].Row.Text)));
                ReadRow(Decide(aligned[i].Row), i + 1 < aligned.Length ? aligned[i + 1].Row : null);
            }
        }

        // A table that goes on with other columns than its header's: a text may have changed its level. In lines a row may lack any
        // of its columns, so only more of them in every row say so.
        private void TellOtherColumns(List<StrategyRow> rows)
        {
            if (_columns is not { All.Length: > 1 and var known })
                return;
            var widths = rows.Where(row => !row.IsBand && (!run.IsOfLines || row.Filled.Skip(1).Any()))
                .Select(row => run.IsOfLines ? row.Filled.Last() + 1 : row.Cells.Length).DefaultIfEmpty(known);
            var width = run.IsOfLines ? widths.Min() : widths.Max();
            if (run.IsOfLines ? width > known : width != known)
                _findings.Add(StructureFindings.ColumnsChanged.At(null, rows[0].Text.ToEvidence(), Beginning(rows[0].Text), known, width));
        }

        private double FilledShare()
        {
            var all = run.Parts.SelectMany(part => part).Where(row => row.Filled.Any(column => _columns!.Labels.Contains(column)) && row.Filled.Count() > 1).ToList();
            return all.Count == 0 ? 1 : (double)all.Count(row => row.Filled.Any(column => column >= _columns!.Items)) / all.Count;
        }

        private void ReadRow(StrategyRow row, StrategyRow? next)
        {
            if (row.IsBand && !run.IsOfLines)
            {
                // A band without a mark stands above the first column.
                Close();
                _lines.Add(NewLabel(-1, "band", _columns!.Labels is [var first, ..] && _columns.All[first].Level is { } level && level > 0 ? level - 1 : null, row.Cells[0]));
                return;
            }

            var (items, isSawn) = ItemsOf(row);
            var isNew = ReadLabels(row, next);
            if (isSawn)
            {
                _isCutOpen = true;
                return;
            }

            if (row.Noise.GetValueOrDefault(_columns!.Items) is { } noise)
                AddNoise(noise);
            AddItems(items, row, goesOn: !isNew);
            foreach (var column in Enumerable.Range(0, row.Cells.Length).Where(column => column < _columns!.All.Length && _columns.All[column].Use == ColumnUse.Other && !row.Cells[column].IsEmpty))
                _left.Add(new DraftUnassigned(row.Cells[column], UnassignedReason.NoField, _columns!.All[column].Header));
        }

        /// <summary>The text of the row's items; a cell that was sawn in two halves is told and left.</summary>
        private (SourceText Items, bool IsSawn) ItemsOf(StrategyRow row)
        {
            if (_columns!.Items < 0)
                return (SourceText.Empty, false);
            var own = _columns.Items < row.Cells.Length ? row.Cells[_columns.Items] : SourceText.Empty;
            var over = SourceText.Concat(Enumerable.Range(_columns.Items + 1, Math.Max(0, row.Cells.Length - _columns.Items - 1))
                .Where(column => column >= _columns.All.Length || _columns.All[column].Header.IsEmpty)
                .Select(column => row.Cells[column]));
            if (over.IsEmpty)
                return (own, false);
            if (own.IsEmpty)
                return (over, false);
            var both = SourceText.Concat([own, over]);
            _left.Add(new DraftUnassigned(both, UnassignedReason.SawnCell));
            _findings.Add(TextFindings.SawnCell.At(null, both.ToEvidence(), Beginning(own), Beginning(over)));
            return (SourceText.Empty, true);
        }

        /// <summary>Reads the labels of a row; whether one of them begins.</summary>
        private bool ReadLabels(StrategyRow row, StrategyRow? next)
        {
            var (begins, deepest) = (false, _columns!.Labels.LastOrDefault(-1));
            var glued = deepest >= 0 && deepest < row.Cells.Length && run.IsOfLines ? reader.Labels.Part(row.Cells[deepest]) : [];
            foreach (var column in _columns.Labels)
            {
                var text = column < row.Cells.Length ? row.Cells[column] : SourceText.Empty;
                if (_pending.Remove(column, out var pending))
                {
                    Begin(column, pending);
                    begins = true;
                    if (!text.IsEmpty && SentenceGrammar.StartsLower(text.Text))
                    {
                        _open[column].Add(text);
                        continue;
                    }
                }

                if (text.IsEmpty)
                {
                    _gaps.Add(column);
                    // A label was there and cannot be read: what stands beside it is not the label's above.
                    if (column == deepest && row.Noise.ContainsKey(column) && row.Filled.Contains(_columns.Items))
                    {
                        Begin(column, SourceText.Empty);
                        begins = true;
                    }

                    continue;
                }

                _gaps.Remove(column);
                if (GoesOn(column, text, row))
                {
                    // The end of the label above and the beginning of the next may stand in one cell.
                    var parts = run.IsOfLines ? reader.Labels.Part(text) : [text];
                    _open[column].Add(parts[0]);
                    if (parts.Length > 1 && column == deepest)
                    {
                        foreach (var part in parts.Skip(1))
                            Begin(column, part);
                        begins = true;
                    }
                    else if (parts.Length > 1)
                        begins |= BeginUpper(column, LabelText.Flat(parts.Skip(1).SelectMany(part => part.Words)), row, next, glued, deepest, isBelow: true);
                    continue;
                }

                begins |= BeginLabels(column, text, row, next, glued, deepest);
            }

            return begins;
        }

        private bool BeginLabels(int column, SourceText text, StrategyRow row, StrategyRow? next, ImmutableArray<SourceText> glued, int deepest)
        {
            if (!run.IsOfLines)
            {
                Begin(column, LabelText.Flat(LabelText.WordsOf(text)));
                return true;
            }

            if (column != deepest)
                return BeginUpper(column, text, row, next, glued, deepest, isBelow: false);
            foreach (var (part, index) in (glued.Length > 0 ? glued : [text]).Select((part, index) => (part, index)))
            {
                // The first of two glued labels was told with the orientation before.
                if (index == 0 && glued.Length > 1 && _isFirstTold)
                {
                    _isFirstTold = false;
                    continue;
                }

                Begin(column, part);
                if (glued.Length > 1)
                    _findings.Add(StructureFindings.InferredPlace.At(null, text.ToEvidence(), part.Text));
            }

            return true;
        }

        private bool _isFirstTold;

        // The label of a merged cell: it may hold words of its neighbour, the end of the label above, or two labels.
        private bool BeginUpper(int column, SourceText text, StrategyRow row, StrategyRow? next, ImmutableArray<SourceText> glued, int deepest, bool isBelow)
        {
            var bled = deepest < row.Cells.Length ? LabelText.Bled(text, row.Cells[deepest]) : 0;
            var own = LabelText.Flat(LabelText.WordsOf(text).Skip(bled));
            if (own.IsEmpty)
                return false;
            var goesOnBelow = next is not null && column < next.Cells.Length && SentenceGrammar.StartsLower(next.Cells[column].Text);
            if ((bled > 0 || isBelow) && goesOnBelow)
            {
                // The row is still the label's before: the new one only begins in it.
                _pending[column] = own;
                _findings.Add(StructureFindings.InferredPlace.At(null, row.Cells[deepest].ToEvidence(), row.Cells[deepest].Text));
                return false;
            }

            if (glued.Length > 1 && _open.ContainsKey(column))
            {
                Begin(deepest, glued[0]);
                _isFirstTold = true;
                _findings.Add(StructureFindings.InferredPlace.At(null, glued[0].ToEvidence(), glued[0].Text));
            }

            Begin(column, own);
            return true;
        }

        private bool GoesOn(int column, SourceText text, StrategyRow row)
        {
            if (!_open.TryGetValue(column, out var open))
                return false;
            if (Folding.Fold(open.Text.Text) == Folding.Fold(text.Text))
                return true;
            var isLower = SentenceGrammar.StartsLower(text.Text) && LabelText.Bled(text, NeighbourOf(row, column)) == 0;
            if (run.IsOfLines)
                return isLower || (reader.Labels.IsOpen(open.Text) && !reader.Labels.OpensItem(text.Words.First().Text));
            return row.IsAfterBreak && (isLower || reader.Labels.IsOpen(open.Text));
        }

        private SourceText NeighbourOf(StrategyRow row, int column)
        {
            var deepest = _columns!.Labels[^1];
            return deepest != column && deepest < row.Cells.Length ? row.Cells[deepest] : SourceText.Empty;
        }

        private void Begin(int column, SourceText text)
        {
            foreach (var below in _open.Keys.Where(key => key > column).ToList())
                _open.Remove(below);
            _items = null;
            _isCutOpen = false;
            _openNoise = 0;
            var label = NewLabel(column, $"column {_columns!.Labels.Length - _columns.Labels.IndexOf(column)}", _columns.All[column].Level, text);
            _open[column] = label;
            _lines.Add(label);
        }

        private void AddItems(SourceText items, StrategyRow row, bool goesOn)
        {
            if (items.IsEmpty)
                return;
            if (_openNoise > items.Text.Length)
            {
                // What stands in one cell with more noise than text is of its kind.
                Take(NoiseFilter.Drop(items));
                return;
            }

            if (_isCutOpen && goesOn && SentenceGrammar.StartsLower(items.Text))
                _findings.Add(TextFindings.CutText.At(null, items.ToEvidence(), Beginning(items)));
            if (_items is null)
            {
                _items = new OpenItems();
                _lines.Add(_items);
            }

            var isCut = goesOn && (SentenceGrammar.StartsLower(items.Text) || (row.IsAfterBreak && reader.Labels.IsOpen(_items.Text)));
            _items.Add(items, isCut && !_isCutOpen);
            _isCutOpen = false;
            if (_columns!.Quartiers >= 0 && _columns.Quartiers < row.Cells.Length && row.Cells[_columns.Quartiers] is { IsEmpty: false } quartiers)
                _items.AddQuartiers(quartiers);
        }

        // Lines of one cell: those that are left must outweigh those that were taken out.
        private void AddNoise(SourceText noise)
        {
            _openNoise += noise.Text.Length;
            if (_items is null || _items.Text.Text.Length >= _openNoise)
                return;
            Take(NoiseFilter.Drop(_items.Text));
            _lines.Remove(_items);
            _items = null;
        }

        private void Close()
        {
            _open.Clear();
            _pending.Clear();
            _items = null;
            _isCutOpen = false;
            _openNoise = 0;
        }

        private static OpenLabel NewLabel(int column, string kind, StrategyLevel? level, SourceText text)
        {
            var label = new OpenLabel(column, kind, level);
            label.Add(text);
            return label;
        }

        private static string Beginning(SourceText text) => string.Join(' ', text.Words.Take(8).Select(word => word.Text));
    }
}
