using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>What speaks for and against a new row at each line of a region: rules, steps from line to line, texts that go on.</summary>
internal sealed partial class RowSigns
{
    private readonly ImmutableArray<PieceLine> _lines;
    private readonly AlignedColumns _columns;
    private readonly AlignmentOptions _options;
    private readonly int _headerLines;
    private readonly bool[] _isSeparated;
    private readonly bool[] _isOfValues;
    private readonly double[] _breaks;
    private readonly bool[] _beginsSmall;
    private readonly bool _opensWithCode;
    private readonly double _pitch;
    private readonly double _wideStep;
    private readonly bool _hasSteps;
    private readonly double _tightWeight;
    private readonly bool _hasBands;
    private readonly bool _isRuled;
    private readonly double _secondStep;
    private readonly HashSet<Piece> _rests;

    public RowSigns(ImmutableArray<PieceLine> lines, AlignedColumns columns, ImmutableArray<double> separators, int headerLines, AlignmentOptions options)
    {
        (_lines, _columns, _headerLines, _options) = (lines, columns, headerLines, options);
        _isSeparated = [.. Enumerable.Range(0, lines.Length).Select(line => line > 0 && IsBetween(separators, lines[line - 1], lines[line]))];
        var body = Enumerable.Range(headerLines, lines.Length - headerLines).ToList();
        var bands = body.Count(line => line > headerLines && _isSeparated[line]);
        _rests = lines.Skip(headerLines).SelectMany(line => line.Pieces).Where(IsRest).Concat(BareRests()).ToHashSet<Piece>(ReferenceEqualityComparer.Instance);
        _isOfValues = [.. Enumerable.Range(0, columns.Count).Select(column => AreValues(column, headerLines))];
        _beginsSmall = [.. Enumerable.Range(0, columns.Count).Select(column => BeginSmall(column, headerLines))];
        _opensWithCode = OpenWithCode(0, headerLines);
        HasValues = _isOfValues.Any(isOfValues => isOfValues);
        _hasBands = bands > 1 && bands * 6 >= body.Count && !StackInBands(headerLines);
        _isRuled = HasValues && IsRowInEachBand(body);
        HasLabels = body.Count(line => lines[line].At(0) is not null) > 0.4 * body.Count;
        var steps = body.Select(line => lines[line].Pieces.Min(piece => StepAbove(piece, headerLines))).Where(step => step < options.MaxStep).Order().ToList();
        _pitch = steps.Count == 0 ? 0 : steps[steps.Count / 10];
        _wideStep = Math.Max(options.RowStep * _pitch, _pitch + (options.StepJitter / lines[headerLines].Size));
        var wide = steps.Count(step => step > _wideStep);
        var isClean = wide > 0 && !steps.Exists(step => step > options.TextStep * _pitch && step < options.CleanStep * _pitch);
        _hasSteps = (wide * 8 > steps.Count || isClean) && (steps.Count - wide) * 10 > steps.Count && !StackAtPitch(headerLines);
        _tightWeight = isClean ? options.CleanStepWeight : options.TightStepWeight;
        _secondStep = FindSecondStep(body);
        _breaks = [.. Enumerable.Range(0, lines.Length).Select(line => line > headerLines ? Weigh(line, headerLines) : 0)];
    }

    /// <summary>Whether a column of figures is there.</summary>
    public bool HasValues { get; }

    /// <summary>Whether most lines have something in the first column.</summary>
    public bool HasLabels { get; }

    /// <summary>Whether the column has texts below the header and is none of figures.</summary>
    public bool IsOfTexts(int column) => !_isOfValues[column] && _lines.Skip(_headerLines).Any(line => line.At(column) is { IsSpanning: false, Chunk.IsValue: false });

    /// <summary>Whether the piece is a figure of its own in a column of figures: none that only ends the one above it.</summary>
    public bool IsOwnValue(Piece piece) => piece.Chunk.IsValue && _isOfValues[piece.First] && !_rests.Contains(piece);

    /// <summary>Whether a rule or the side of a shade runs above the line.</summary>
    public bool IsSeparated(int line) => _isSeparated[line];

    /// <summary>Step from the line above in em.</summary>
    public double Step(int line) => (_lines[line].Baseline - _lines[line - 1].Baseline) / Math.Max(_lines[line].Size, _lines[line - 1].Size);

    /// <summary>Above 0: what a joint with the line above costs; below 0: what a break costs.</summary>
    public double Break(int line) => _breaks[line];

    private static bool IsBetween(ImmutableArray<double> separators, PieceLine above, PieceLine line)
    {
        var (from, to) = (above.Baseline - (above.Size / 4), line.Baseline - (line.Size / 4));
        var index = separators.BinarySearch(from);
        index = index < 0 ? ~index : index + 1;
        return index < separators.Length && separators[index] <= to;
    }

    private bool AreValues(int column, int headerLines)
    {
        var (values, all) = (0, 0);
        foreach (var piece in _lines.Skip(headerLines).Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false } && !_rests.Contains(piece)))
        {
            all++;
            values += piece!.Chunk.IsValue ? 1 : 0;
        }

        return all > 1 && values >= _options.ValueShare * all;
    }

    // Whether texts of the column open with small letters as a rule, as addresses do: then one says nothing. Where capitals open
    // lines that have little else, the full lines are the last of labels.
    private bool BeginSmall(int column, int headerLines)
    {
        var texts = _lines.Skip(headerLines).Select(line => (IsFull: line.Pieces.Length * 2 > _columns.Count, Piece: line.At(column)))
            .Where(text => text.Piece is { IsSpanning: false, Chunk.IsValue: false }).ToLookup(text => text.IsFull, text => text.Piece!.Chunk.Text[0]);
        var small = texts[true].Count(char.IsLower);
        return small > 1 && small * 2 > texts[true].Count() && texts[true].Count() > 2 && texts[false].Count(char.IsUpper) * 2 < small;
    }

    // Whether most texts of the column open with a code: « 60611 EAU », « 2.1 Accès aux soins ».
    private bool OpenWithCode(int column, int headerLines)
    {
        var texts = _lines.Skip(headerLines).Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false, Chunk.IsValue: false }).Select(piece => piece!.Chunk.Text).ToList();
        return texts.Count > 2 && texts.Count(text => Code().IsMatch(text)) * 2 > texts.Count;
    }

    // The piece next above in the same column, if it is of the body.
    private Piece? Above(Piece piece, int headerLines)
    {
        for (var i = piece.Line - 1; i >= headerLines && _lines[piece.Line].Baseline - _lines[i].Baseline < _options.MaxStep * _lines[piece.Line].Size; i--)
        {
            if (_lines[i].Pieces.FirstOrDefault(other => other.SharesColumn(piece)) is { } above)
                return above;
        }

        return null;
    }

    private bool IsRest(Piece piece) => !piece.IsSpanning && Above(piece, _headerLines) is { IsSpanning: false } above
        && StepAbove(piece, _headerLines) < _options.HoleStep && WrappedFigures.IsRest(above.Chunk.Text, piece.Chunk.Text);

    // « 100 » below « 10 », without a unit, where the table writes « 8 300 » elsewhere, no label opens the line, and all its figures go on so.
    private IEnumerable<Piece> BareRests()
    {
        var body = _lines.Skip(_headerLines).ToList();
        if (!body.SelectMany(line => line.Pieces).Any(piece => WrappedFigures.IsGrouped(piece.Chunk.Text)))
            return [];
        return body.Where(line => line.At(0) is null).Select(line => line.Pieces.Where(piece => piece.Chunk.IsValue).ToList())
            .Where(values => values.TrueForAll(value => !value.IsSpanning && StepAbove(value, _headerLines) < _options.HoleStep
                && Above(value, _headerLines) is { IsSpanning: false } above && WrappedFigures.MayBeRest(above.Chunk.Text, value.Chunk.Text)))
            .SelectMany(values => values);
    }

    private double StepAbove(Piece piece, int headerLines) => Above(piece, headerLines) is { } above
        ? (_lines[piece.Line].Baseline - _lines[above.Line].Baseline) / _lines[piece.Line].Size
        : double.PositiveInfinity;

    // Rules part all rows where none of the bands between them has two figures in one column, and several have one.
    private bool IsRowInEachBand(List<int> body)
    {
        var (bands, filled) = (0, 0);
        var counts = new int[_columns.Count];
        foreach (var line in body)
        {
            if (line == _headerLines || _isSeparated[line])
            {
                bands++;
                Array.Clear(counts);
            }

            foreach (var piece in _lines[line].Pieces.Where(IsOwnValue))
            {
                filled += counts.Max() == 0 ? 1 : 0;
                if (++counts[piece.First] > 1)
                    return false;
            }
        }

        return bands > 2 && filled > 2;
    }

    // Figures one below the other without a rule between them: the rules part groups of rows.
    private bool StackInBands(int headerLines) => Enumerable.Range(headerLines + 1, _lines.Length - headerLines - 1).Any(line => !_isSeparated[line]
        && _lines[line].Pieces.Any(piece => IsOwnValue(piece) && _lines[line - 1].At(piece.First) is { Chunk.IsValue: true }));

    // « Association X | 10 340 | … » over « Aide aux devoirs »: nearly every line without figures follows one with figures, closer than the next
    // one with figures follows it.
    private double FindSecondStep(List<int> body)
    {
        var plain = body.Where(line => line > _headerLines && !HasOwnValue(line)).ToList();
        var firsts = body.Where(line => line > _headerLines && HasOwnValue(line) && !HasOwnValue(line - 1)).Select(Step).ToList();
        if (!HasValues || firsts.Count == 0)
            return 0;
        var widest = firsts.Min() - (_options.StepJitter / _lines[_headerLines].Size);
        var seconds = plain.Where(line => HasOwnValue(line - 1) && !_isSeparated[line] && Step(line) <= widest).ToList();
        return seconds.Count >= _options.LeastTwofold && seconds.Count >= _options.TwofoldShare * plain.Count ? seconds.Max(Step) : 0;
    }

    private bool IsSecond(int line) => line > _headerLines && _secondStep > 0 && Step(line) <= _secondStep && !HasOwnValue(line) && HasOwnValue(line - 1) && !_isSeparated[line];

    private bool HasOwnValue(int line) => _lines[line].Pieces.Any(IsOwnValue);

    // Figures one below the other at the narrowest step: it is the step from row to row.
    private bool StackAtPitch(int headerLines)
    {
        var (stacked, all) = (0, 0);
        for (var line = headerLines + 1; line < _lines.Length; line++)
        {
            if (Step(line) < _options.BesideStep || Step(line) > _wideStep)
                continue;
            all++;
            stacked += _lines[line].Pieces.Any(piece => IsOwnValue(piece) && _lines[line - 1].At(piece.First) is { Chunk.IsValue: true }) ? 1 : 0;
        }

        return stacked * 5 > all;
    }

    private double Weigh(int line, int headerLines)
    {
        if (_isSeparated[line])
            return _options.RuleWeight;

        // Lines that stand half beside each other are of one row: its cells are centred.
        if (Step(line) < _options.BesideStep)
            return -_options.RuleWeight;
        var pieces = _lines[line].Pieces;
        var weight = _isRuled ? -_options.RowInBandWeight : _hasBands ? -_options.BandWeight : 0;
        var steps = pieces.Select(piece => StepAbove(piece, headerLines)).Where(step => !double.IsInfinity(step)).ToList();
        if (_hasSteps)
        {
            var step = steps.Count > 0 ? steps.Min() : Step(line);
            weight += step > _wideStep ? _options.WideStepWeight : step <= _options.TextStep * _pitch ? -_tightWeight : 0;
        }
        else if (_pitch > 0 && Step(line) > 1.3 * _pitch)
        {
            weight += _options.WideStepWeight;
        }

        if (IsSecond(line))
            weight -= _options.TwofoldWeight;
        var (goesOn, ends) = (0.0, 0.0);
        foreach (var piece in pieces)
        {
            if (Above(piece, headerLines) is not { } above || StepAbove(piece, headerLines) > 1.8)
                continue;
            var text = TextWeight(above, piece);

            // A title over several columns and what stands in one of them are two, unless the text plainly goes on.
            if (above.IsSpanning != piece.IsSpanning && text > -1)
                text = Math.Max(text, 1);
            (goesOn, ends) = text < 0 ? (goesOn + text, ends) : (goesOn, ends + text);
        }

        // Every column has something on both lines, and no text goes on, or another one plainly ends.
        var isFull = pieces.Length == _columns.Count && pieces.Length > 2 && _lines[line - 1].Pieces.Length == pieces.Length;
        return weight + Math.Max(goesOn, -3) + Math.Min(ends, 1.5) + (isFull && (goesOn == 0 || ends >= _options.FullLineWeight) ? _options.FullLineWeight : 0);
    }

    // Above 0: the text of the piece is another than that above it; below 0: it goes on.
    private double TextWeight(Piece above, Piece piece)
    {
        var (last, next) = (above.Chunk.Text, piece.Chunk.Text);
        if (_rests.Contains(piece))
            return -2;
        if (last.Length == 0 || next.Length == 0 || (piece.Chunk.IsValue && above.Chunk.IsValue))
            return 0;
        if (_isOfValues[piece.First] && piece.Chunk.IsValue != above.Chunk.IsValue)
            return 0.75;
        if (last[^1] == ':' && piece.Chunk.IsValue)
            return -1;
        if (MarkerGrammar.Look(next.Split(' ')).IsBullet)
            return MarkerGrammar.Look(last.Split(' ')).IsBullet || last[^1] == ':' ? -0.25 : 0.25;
        var isOpen = OpenText.GoesOn(last, _options);
        if ((char.IsLower(next[0]) && !_beginsSmall[piece.First]) || next[0] is ')' or '/' or '&' or ',' or ';')
            return isOpen ? -1.75 : -1.25;
        if (isOpen || next[0] == '(')
            return -1;
        if (_opensWithCode && piece.First == 0 && Code().IsMatch(next))
            return 1.5;
        if (IsBold(above) != IsBold(piece) || IsSection(last) || IsSection(next))
            return 1;
        if (last[^1] is '.' or ';' or ':' or '!' or '?')
            return 0.3;
        var stripe = _columns.Stripes[piece.First];
        var room = _columns.Stripes[piece.Last].End - stripe.Start - above.Box.Width;
        if (above.Box.Right > _columns.Stripes[above.Last].End + (0.5 * _lines[piece.Line].Size))
            return 0.5;
        if (room >= piece.Chunk.Words[0].Box.Width + (0.25 * _lines[piece.Line].Size))
            return 0.75;

        // The column is as wide as its longest text: beside a wide gutter that text ended where it wanted to.
        var gutter = above.Last + 1 < _columns.Count ? _columns.Stripes[above.Last + 1].Start - _columns.Stripes[above.Last].End : 0;
        if (gutter > _options.FreeGutter * _lines[piece.Line].Size)
            return 0.75;
        return above.Box.Width < 0.8 * (stripe.End - stripe.Start) && gutter > 4 * _lines[piece.Line].Size ? 0.6 : -0.3;
    }

    // « Axe 1 – Habitat », « Chapitre 011 »: a title of rows, told by its number.
    private bool IsSection(string text) => text.Split(' ') is [var first, var number, ..] && char.IsDigit(number[0]) && _options.SectionWords.Contains(TextKey.Fold(first));

    [GeneratedRegex(@"^(?!(?:19|20)\d\d )(?:[A-Z]{1,3}-?)?\d+(?:[.\-]\d+)*\.? \S", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    private static bool IsBold(Piece piece) => piece.Chunk.Words.All(word => word.Font.IsBold);
}
