using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables.Alignment;

/// <summary>
/// Weighs for each line of a region whether it goes on in the row above or opens a row of its own: rules and shades between
/// them, steps, what is filled, figures one below the other, words that go on. All lines of a cell are one row, however they are
/// set: flush to the top, to the bottom or centred.
/// </summary>
internal sealed class LinesToRows
{
    private readonly ImmutableArray<PieceLine> _lines;
    private readonly AlignedColumns _columns;
    private readonly AlignmentOptions _options;
    private readonly ImmutableArray<double> _separators;
    private readonly double _pitch;
    private readonly bool _hasSteps;
    private readonly bool[] _isValueColumn;
    private readonly double _stubShare;

    private LinesToRows(ImmutableArray<PieceLine> lines, AlignedColumns columns, ImmutableArray<double> separators, int headerLines, AlignmentOptions options)
    {
        (_lines, _columns, _separators, _options) = (lines, columns, separators, options);
        var steps = Enumerable.Range(1, Math.Max(0, lines.Length - 1)).Where(i => i >= headerLines).Select(i => Step(i)).Order().ToList();
        _pitch = steps.Count == 0 ? 0 : steps[steps.Count / 10];
        _hasSteps = steps.Count > 0 && steps.Count(step => step > options.RowStep * _pitch) > steps.Count / 5 && steps.Count(step => step <= options.RowStep * _pitch) > steps.Count / 8;
        _isValueColumn = [.. Enumerable.Range(0, columns.Count).Select(column => IsOfValues(column, headerLines))];
        var body = lines.Skip(headerLines).ToList();
        _stubShare = body.Count == 0 ? 0 : (double)body.Count(line => line.At(0) is not null) / body.Count;
    }

    /// <summary>For each line the number of its row, from 0.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="separators">Heights of rules and shades that part rows.</param>
    /// <param name="headerLines">How many first lines are the header.</param>
    /// <param name="options">Thresholds.</param>
    public static int[] Find(ImmutableArray<PieceLine> lines, AlignedColumns columns, ImmutableArray<double> separators, int headerLines, AlignmentOptions options) =>
        new LinesToRows(lines, columns, separators, headerLines, options).Find(headerLines);

    private int[] Find(int headerLines)
    {
        var rows = new int[_lines.Length];
        var first = 0;
        for (var i = 1; i < _lines.Length; i++)
        {
            var goesOn = i == headerLines || IsSeparated(i) ? false : i < headerLines ? HeaderGoesOn(first, i) : Score(first, i) > 0;
            rows[i] = goesOn ? rows[i - 1] : rows[i - 1] + 1;
            if (!goesOn)
                first = i;
        }

        return rows;
    }

    private double Step(int line) => (_lines[line].Baseline - _lines[line - 1].Baseline) / Math.Max(_lines[line].Size, _lines[line - 1].Size);

    private bool IsSeparated(int line)
    {
        var (above, below) = (_lines[line - 1].Baseline - (_lines[line - 1].Size / 4), _lines[line].Baseline - (_lines[line].Size / 4));
        return _separators.Any(height => height > above && height <= below);
    }

    // The lines of a header are one row as long as none of their labels spans what another has for itself.
    private bool HeaderGoesOn(int first, int line) =>
        Step(line) < 1.9 && !Conflicts(first, line) && !_lines[line].Pieces.Any(piece => Above(first, line, piece) is { } above && above.Chunk.IsValue && piece.Chunk.IsValue);

    private bool Conflicts(int first, int line) => _lines[line].Pieces.Any(piece => Enumerable.Range(first, line - first)
        .SelectMany(i => _lines[i].Pieces).Any(other => other.SharesColumn(piece) && (other.First != piece.First || other.Last != piece.Last)));

    private Piece? Above(int first, int line, Piece piece)
    {
        for (var i = line - 1; i >= first; i--)
        {
            if (_lines[i].Pieces.FirstOrDefault(other => other.First == piece.First && other.Last == piece.Last) is { } found)
                return found;
        }

        return null;
    }

    // Above 0: the line goes on in the row whose first line is given.
    private double Score(int first, int line)
    {
        if (Conflicts(first, line))
            return double.NegativeInfinity;
        var own = _lines[line];
        var step = Step(line);
        var score = 0.0;
        if (step > _options.RowStep * _pitch)
            score -= _hasSteps ? 2 : 1;
        else if (_hasSteps)
            score += 1;
        var hasValues = false;
        var hardBreaks = 0.0;
        foreach (var piece in own.Pieces)
        {
            var isValue = piece.Chunk.IsValue && _isValueColumn[piece.First];
            hasValues |= isValue;
            if (Above(first, line, piece) is not { } above)
            {
                if (!isValue && piece.First > 0)
                    score -= 0.5;
                continue;
            }

            if (piece.Chunk.IsValue && above.Chunk.IsValue)
                return double.NegativeInfinity;
            var goesOn = GoesOn(above, piece);
            if (goesOn > 0)
                score += goesOn;
            else
                hardBreaks += goesOn;
        }

        // Both lines fill most columns and open each with a capital: two rows.
        var opened = own.Pieces.Count(piece => _lines[line - 1].At(piece.First) is not null && !char.IsLower(piece.Chunk.Text.FirstOrDefault()));
        if (own.Pieces.Length > 1 && opened == own.Pieces.Length && opened * 3 >= _columns.Count * 2)
            score -= 1.5;
        score += Math.Max(hardBreaks, -1.5);
        var rowHasValues = Enumerable.Range(first, line - first).Any(i => HasValues(_lines[i]));
        if (own.At(0) is null && _stubShare > 0.4)
            score += _lines[line - 1].At(0) is null && !rowHasValues && !hasValues ? 0.5 : 1.25;
        if (hasValues && rowHasValues)
            score -= 1;
        else if (!hasValues && rowHasValues && !_hasSteps)
            score += 0.25;
        return score;
    }

    private bool HasValues(PieceLine line) => line.Pieces.Any(piece => piece.Chunk.IsValue && _isValueColumn[piece.First]);

    // Whether the text of one line goes on in the next: above 0 yes, below 0 no.
    private double GoesOn(Piece above, Piece piece)
    {
        var (last, next) = (above.Chunk.Text, piece.Chunk.Text);
        if (last.Length == 0 || next.Length == 0)
            return 0;
        if (IsBullet(next))
            return IsBullet(last) || last[^1] is ':' ? 0.25 : -0.25;
        var isOpen = last[^1] is '-' or ',' or '(' or '/' or '\'' or '’' or '&' || OpenWords.Contains(last[(last.LastIndexOf(' ') + 1)..]);
        if (char.IsLower(next[0]) || next[0] is ')' or '(' or '/' or '&')
            return isOpen ? 1.75 : 1.25;
        if (isOpen)
            return 1;
        var weightOf = (Piece p) => p.Chunk.Words.All(word => word.Font.IsBold);
        if (weightOf(above) != weightOf(piece))
            return -1;
        var stripe = _columns.Stripes[piece.First];
        var width = _columns.Stripes[piece.Last].End - stripe.Start;
        var room = width - above.Box.Width;
        var needed = piece.Chunk.Words[0].Box.Width + (0.25 * _lines[piece.Line].Size);
        return room < needed ? 0.4 : -1;
    }

    private static bool IsBullet(string text) => MarkerGrammar.Look(text.Split(' ')).IsBullet;

    private bool IsOfValues(int column, int headerLines)
    {
        var (values, all) = (0, 0);
        foreach (var piece in _lines.Skip(headerLines).Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }))
        {
            all++;
            values += piece!.Chunk.IsValue ? 1 : 0;
        }

        return all > 1 && values >= _options.ValueShare * all;
    }

    // Small words after which a text goes on.
    private static readonly ImmutableHashSet<string> OpenWords = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "de", "du", "des", "la", "le", "les", "et", "ou", "à", "au", "aux", "en", "pour", "par", "sur", "of", "and", "the", "in", "to", "for", "or", "with");
}
