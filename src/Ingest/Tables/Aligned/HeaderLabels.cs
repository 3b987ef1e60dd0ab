using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>The lines of a region with the lowest labels of its header in their columns.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="FirstLeaf">The first line from which on each label of the header is that of one column; the number of its lines where none is.</param>
internal sealed record LabelledLines(ImmutableArray<PieceLine> Lines, int FirstLeaf);

/// <summary>
/// The words of a header → one label for each column. Line by line a label that is wider than its figures, or stands beside them, may be
/// of either column at its side, and where gutters are narrow the labels of two columns stand a mere space apart. All lines and columns
/// together tell: a label reaches no words of another column, its lines have one side or one middle, and every column has a label.
/// What cannot be shared out so is left as each line shows it.
/// </summary>
internal sealed class HeaderLabels
{
    private readonly ImmutableArray<PieceLine> _lines;
    private readonly int _headerLines;
    private readonly AlignmentOptions _options;
    private readonly ImmutableArray<Run> _stripes;
    private readonly ImmutableArray<bool> _endTogether;
    private readonly ImmutableArray<ImmutableArray<Word>> _words;
    private readonly double _size;
    private readonly double _space;

    private HeaderLabels(ImmutableArray<PieceLine> lines, int headerLines, AlignedColumns columns, AlignmentOptions options)
    {
        (_lines, _headerLines, _options) = (lines, headerLines, options);
        _size = lines[headerLines - 1].Size;
        _words = [.. lines.Take(headerLines).Select(line => line.Pieces.SelectMany(piece => piece.Chunk.Words).OrderBy(word => word.Box.Left).ToImmutableArray())];
        _space = Space();
        // What stands alone in the first column may be the title of a section, as long as it likes.
        var rows = lines.Skip(headerLines).Where(line => line.Pieces is not [{ First: 0 }]).ToList();
        var boxes = Enumerable.Range(0, columns.Count).Select(column => rows.Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }).Select(piece => piece!.Box).ToList()).ToList();
        _stripes = [.. boxes.Select((own, column) => own.Count == 0 ? columns.Stripes[column] : new Run(own.Min(box => box.Left), own.Max(box => box.Right)))];
        _endTogether = [.. boxes.Select((own, column) => own.Count > 1 && own.Count(box => IsNear(box.Right, _stripes[column].End)) * 2 >= own.Count)];
    }

    /// <summary>The lines with the labels of the header in their columns.</summary>
    /// <param name="lines">The lines as each of them shows its columns.</param>
    /// <param name="headerLines">How many first lines are the header.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="options">Thresholds.</param>
    public static LabelledLines Place(ImmutableArray<PieceLine> lines, int headerLines, AlignedColumns columns, AlignmentOptions options)
    {
        var labels = headerLines == 0 || headerLines == lines.Length ? null : new HeaderLabels(lines, headerLines, columns, options);
        for (var first = 0; labels is not null && first < headerLines; first++)
        {
            if (labels.From(first) is { } placed)
                return new LabelledLines(placed, first);
        }

        return new LabelledLines(lines, headerLines);
    }

    // The cheapest way to share out the words of all lines from the given one on.
    private ImmutableArray<PieceLine>? From(int first)
    {
        if (_words.Skip(first).Any(words => words.Any(word => ValueText.IsLeader(word.Text))))
            return null;
        var ways = Enumerable.Range(first, _headerLines - first).Select(Ways).ToList();
        if (ways.Exists(line => line.Count == 0) || ways.Aggregate(1L, (count, line) => Math.Min(count * line.Count, int.MaxValue)) > _options.MostLabelWays)
            return null;
        IEnumerable<ImmutableArray<int[]>> all = [[]];
        foreach (var line in ways)
            all = [.. all.SelectMany(before => line.Select(way => before.Add(way)))];
        var best = all.Select(shares => (Shares: shares, Cost: Cost(first, shares))).MinBy(way => way.Cost);
        return double.IsPositiveInfinity(best.Cost) ? null : [.. _lines.Select((line, index) => index < first || index >= _headerLines ? line : ToLine(line, _words[index], best.Shares[index - first]))];
    }

    // For each word of the line its column, in every way that its place allows.
    private List<int[]> Ways(int line)
    {
        var words = _words[line];
        var ways = new List<int[]>();
        var way = new int[words.Length];
        void Go(int index)
        {
            if (ways.Count > _options.MostLabelWays)
                return;
            if (index == words.Length)
            {
                ways.Add([.. way]);
                return;
            }

            var before = index == 0 ? 0 : way[index - 1];
            for (var column = before; column < _stripes.Length; column++)
            {
                var gap = index == 0 ? 0 : words[index].Box.Left - words[index - 1].Box.Right;
                var isCut = index > 0 && column > before;
                if (!IsFree(words[index].Box, column) || (index > 0 && (isCut ? gap < _options.LeastLabelGap * _space : gap > Math.Max(_options.LabelGap * _space, _options.MinSpace * _size))))
                    continue;
                way[index] = column;
                Go(index + 1);
            }
        }

        Go(0);
        return ways;
    }

    // A word of the column's label covers none of the words of the columns beside it, and what it stands beside is its own column.
    private bool IsFree(Box box, int column) => (column == 0 || box.Left >= _stripes[column - 1].End - (_options.LabelNear * _size))
        && (column == _stripes.Length - 1 || box.Right <= _stripes[column + 1].Start + (_options.LabelNear * _size));

    // What speaks against the labels; infinite when a column has none, or one is torn.
    private double Cost(int first, ImmutableArray<int[]> shares)
    {
        var labels = Enumerable.Range(0, _stripes.Length).Select(column => LinesOf(first, shares, column)).ToList();
        var cost = 0.0;
        for (var column = 0; column < labels.Count; column++)
        {
            if (labels[column].Count == 0)
            {
                if (column > 0 && !_lines.Take(first).Any(line => line.At(column) is { IsSpanning: false }))
                    return double.PositiveInfinity;
                continue;
            }

            var spread = Spread(labels[column]);
            if (spread > _options.LabelNear || HasHole(first, shares, column))
                return double.PositiveInfinity;
            cost += spread + (_options.LabelOffset * Offset(labels[column], _stripes[column]));
        }

        // « Ensemble de | la ville » is one label.
        bool OpensLarge(int column) => char.IsUpper(Enumerable.Range(0, shares.Length).SelectMany(line => _words[first + line].Where((_, index) => shares[line][index] == column)).First().Text[0]);
        for (var line = 0; line < shares.Length && !double.IsPositiveInfinity(cost); line++)
            cost += CutCost(_words[first + line], shares[line], labels, OpensLarge);
        return cost;
    }

    // Too far below the line above it, and no unit of it: the label of a column below that of a group.
    private bool HasHole(int first, ImmutableArray<int[]> shares, int column)
    {
        var own = Enumerable.Range(0, shares.Length).Where(line => shares[line].Contains(column)).ToList();
        return own.Zip(own.Skip(1)).Any(pair => _lines[first + pair.Second].Baseline - _lines[first + pair.First].Baseline > _options.HoleStep * _size
            && !_options.IsUnit(string.Join(' ', _words[first + pair.Second].Where((_, index) => shares[pair.Second][index] == column).Select(word => word.Text))));
    }

    private List<Box> LinesOf(int first, ImmutableArray<int[]> shares, int column) =>
        [.. shares.Select((way, line) => _words[first + line].Where((_, index) => way[index] == column).Select(word => word.Box).ToList()).Where(own => own.Count > 0).Select(Union)];

    // Cuts at a mere space need more than a word that could be of the next column.
    private double CutCost(ImmutableArray<Word> words, int[] way, List<List<Box>> labels, Func<int, bool> opensLarge)
    {
        var cost = 0.0;
        for (var i = 1; i < words.Length; i++)
        {
            var gap = words[i].Box.Left - words[i - 1].Box.Right;
            if (way[i] == way[i - 1] || gap >= _options.WideLabelGap * _space)
                continue;
            var (left, right) = (way[i - 1], way[i]);
            var endsWithFigures = _endTogether[left] && IsNear(words[i - 1].Box.Right, _stripes[left].End);
            var isTold = (endsWithFigures && (labels[right].Count > 1 || !IsCentredOver(words, way, left, right))) || (labels[left].Count > 1 && labels[right].Count > 1);
            if (!isTold || !opensLarge(right))
                return double.PositiveInfinity;
            cost += 1;
        }

        return cost;
    }

    private bool IsCentredOver(ImmutableArray<Word> words, int[] way, int left, int right)
    {
        var own = Union([.. words.Where((_, index) => way[index] == left || way[index] == right).Select(word => word.Box)]);
        return Math.Abs(own.CenterX - ((_stripes[left].Start + _stripes[right].End) / 2)) <= _options.LabelGap * _options.LabelNear * _size;
    }

    // By how much, in em, the lines of one label miss a common side or middle.
    private double Spread(List<Box> lines)
    {
        double Of(Func<Box, double> side) => (lines.Max(side) - lines.Min(side)) / _size;
        return Math.Min(Of(box => box.Left), Math.Min(Of(box => box.Right), Of(box => box.CenterX)));
    }

    private double Offset(List<Box> lines, Run stripe)
    {
        var box = Union(lines);
        return Math.Min(Math.Abs(box.Left - stripe.Start), Math.Min(Math.Abs(box.Right - stripe.End), Math.Abs(box.CenterX - ((stripe.Start + stripe.End) / 2)))) / _size;
    }

    private bool IsNear(double one, double other) => Math.Abs(one - other) <= _options.LabelNear * _size / 2;

    private static Box Union(List<Box> boxes) => boxes.Aggregate((one, other) => one.Union(other));

    // The usual space of texts: what is not justified has one width of it.
    private double Space()
    {
        var gaps = _lines.SelectMany(line => line.Pieces.SelectMany(piece => Enumerable.Range(1, piece.Chunk.Words.Length - 1)
            .Select(i => (Left: piece.Chunk.Words[i - 1], Right: piece.Chunk.Words[i])).Where(pair => char.IsLetter(pair.Left.Text[^1]) && char.IsLetter(pair.Right.Text[0]))
            .Select(pair => (pair.Right.Box.Left - pair.Left.Box.Right) / line.Size))).Order().ToList();
        return _size * (gaps.Count < _options.LeastSpaces ? _options.MinSpace / _options.SpaceFactor : gaps[gaps.Count / 2]);
    }

    private static PieceLine ToLine(PieceLine line, ImmutableArray<Word> words, int[] way) => line with
    {
        Pieces =
        [
            .. words.Select((word, index) => (Word: word, Column: way[index])).GroupBy(word => word.Column)
                .Select(own => new Piece(line.Index, own.Key, own.Key, new Chunk([.. own.Select(word => word.Word)], Union([.. own.Select(word => word.Word.Box)])))),
        ],
    };
}
