using System.Collections.Immutable;

namespace Ingest.Tables.Aligned;

/// <summary>How the cells of a row stand to one another.</summary>
internal enum RowSetting
{
    /// <summary>All cells begin on the first line of the row.</summary>
    Top,

    /// <summary>All cells end on its last line.</summary>
    Bottom,

    /// <summary>All cells have their middle at its middle.</summary>
    Middle,
}

/// <summary>
/// The lines of a region → its rows. Each way to cut the lines into rows has a cost: for breaks where a text goes on, for joints
/// where steps or sentences end, for rows whose cells do not begin, end or centre together; figures one below the other are two
/// rows. The cheapest way is found by dynamic programming over the lines, once for each setting; the cheapest setting wins.
/// </summary>
internal sealed class LinesToRows
{
    private readonly ImmutableArray<PieceLine> _lines;
    private readonly int _headerLines;
    private readonly AlignmentOptions _options;
    private readonly RowSigns _signs;

    private LinesToRows(ImmutableArray<PieceLine> lines, AlignedColumns columns, ImmutableArray<double> separators, int headerLines, AlignmentOptions options)
    {
        (_lines, _headerLines, _options) = (lines, headerLines, options);
        _signs = new RowSigns(lines, columns, separators, headerLines, options);
    }

    /// <summary>For each line the number of its row, from 0.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="separators">Heights of rules and shades that part rows, in order.</param>
    /// <param name="headerLines">How many first lines are the header.</param>
    /// <param name="options">Thresholds.</param>
    public static int[] Find(ImmutableArray<PieceLine> lines, AlignedColumns columns, ImmutableArray<double> separators, int headerLines, AlignmentOptions options) =>
        new LinesToRows(lines, columns, separators, headerLines, options).Find();

    private int[] Find()
    {
        var rows = new int[_lines.Length];
        for (var i = 1; i < _headerLines; i++)
            rows[i] = rows[i - 1] + (HeaderGoesOn(i, rows) ? 0 : 1);
        var starts = Enum.GetValues<RowSetting>().Select(Cheapest).MinBy(cut => cut.Cost).Starts;
        for (var i = Math.Max(1, _headerLines); i < _lines.Length; i++)
            rows[i] = rows[i - 1] + (i == _headerLines || starts.Contains(i) ? 1 : 0);
        return rows;
    }

    // The lines of a header are one row as long as none of their labels spans what another has for itself.
    private bool HeaderGoesOn(int line, int[] rows)
    {
        if (_signs.IsSeparated(line) || _signs.Step(line) >= _options.HeaderStep || (OpensUnits(line) && !OpensUnits(line - 1)))
            return false;
        var first = line - 1;
        while (first > 0 && rows[first - 1] == rows[line - 1])
            first--;
        return !Enumerable.Range(first, line - first).SelectMany(i => _lines[i].Pieces)
            .Any(other => _lines[line].Pieces.Any(piece => Conflict(piece, other) || (piece.First == other.First && piece.Chunk.IsValue && other.Chunk.IsValue)));
    }

    // « (en €) » or « habitants » below each label of the columns without texts: a row of units. « hab. par hectare » among them is one as well.
    private bool AreUnits(int line)
    {
        var pieces = _lines[line].Pieces;
        var labels = _lines[line - 1].Pieces.Count(piece => !_signs.IsOfTexts(piece.First));
        return pieces.Length > 1 && pieces.Length >= labels && pieces.All(piece => !_signs.IsOfTexts(piece.First) && (_options.IsUnit(piece.Chunk.Text) || char.IsLower(piece.Chunk.Text[0])))
            && pieces.Count(piece => _options.IsUnit(piece.Chunk.Text)) >= _options.UnitShare * pieces.Length;
    }

    // The row of units begins with the first line of its longest: « hab. par » above « hectare ».
    private bool OpensUnits(int line)
    {
        if (line < 1)
            return false;
        bool GoOn(int above) => above + 1 < _headerLines && _signs.Step(above + 1) < _options.HeaderStep
            && _lines[above].Pieces.All(piece => char.IsLower(piece.Chunk.Text[0]) && _lines[above + 1].At(piece.First) is { IsSpanning: false } rest && !_options.IsUnit(rest.Chunk.Text));
        while (!AreUnits(line) && GoOn(line))
            line++;
        return AreUnits(line);
    }

    private static bool Conflict(Piece piece, Piece other) => other.SharesColumn(piece) && (other.First != piece.First || other.Last != piece.Last);

    private (double Cost, HashSet<int> Starts) Cheapest(RowSetting setting)
    {
        var count = _lines.Length - _headerLines;
        var best = new double[count + 1];
        var from = new int[count + 1];
        for (var end = 1; end <= count; end++)
        {
            best[end] = double.PositiveInfinity;
            var row = new OpenRow(this, setting, _headerLines + end - 1);
            for (var start = end - 1; start >= 0; start--)
            {
                var cost = row.Include(_headerLines + start);
                if (double.IsPositiveInfinity(cost))
                    break;
                var total = best[start] + cost + (start > 0 ? Math.Max(0, -_signs.Break(_headerLines + start)) : 0);
                if (total < best[end])
                    (best[end], from[end]) = (total, start);
                if (end - start > _options.MaxCellLines || (start > 0 && _signs.IsSeparated(_headerLines + start)))
                    break;
            }
        }

        var starts = new HashSet<int>();
        for (var end = count; end > 0; end = from[end])
            starts.Add(_headerLines + from[end]);
        return (best[count], starts);
    }

    // A row while lines are added at its top.
    private sealed class OpenRow(LinesToRows owner, RowSetting setting, int last)
    {
        private readonly Dictionary<(int First, int Last), (int Top, int Bottom)> _cells = [];
        private readonly HashSet<int> _values = [];
        private double _joints;
        private int _valueLines;

        // The cost of the row from the line to its last; infinite when the line cannot be in it.
        public double Include(int line)
        {
            if (line < last)
                _joints += owner._options.JointCost + Math.Max(0, owner._signs.Break(line + 1));
            var hasValue = false;
            foreach (var piece in owner._lines[line].Pieces)
            {
                if (_cells.Keys.Any(other => other.First <= piece.Last && piece.First <= other.Last && other != (piece.First, piece.Last)))
                    return double.PositiveInfinity;
                var isValue = owner._signs.IsOwnValue(piece);
                if (isValue && !_values.Add(piece.First))
                    return double.PositiveInfinity;
                hasValue |= isValue;
                if (!_cells.TryGetValue((piece.First, piece.Last), out var cell))
                    cell = (line, line);
                else if (owner._lines[cell.Top].Baseline - owner._lines[line].Baseline > owner._options.HoleStep * owner._lines[line].Size)
                    _joints += owner._options.HoleCost;
                _cells[(piece.First, piece.Last)] = (line, cell.Bottom);
            }

            _valueLines += hasValue ? 1 : 0;
            return _joints + SettingCost(line) + LabelCost(line);
        }

        private double SettingCost(int first)
        {
            if (first == last)
                return 0;
            var lines = owner._lines;
            var middle = (lines[first].Top + lines[last].Bottom) / 2;
            var off = 0;
            foreach (var (top, bottom) in _cells.Values)
            {
                var isAt = setting switch
                {
                    RowSetting.Top => top == first,
                    RowSetting.Bottom => bottom == last,
                    _ => Math.Abs(((lines[top].Top + lines[bottom].Bottom) / 2) - middle) <= 0.4 * lines[first].Size,
                };
                off += isAt ? 0 : 1;
            }

            return owner._options.SettingCost * off;
        }

        private double LabelCost(int first)
        {
            var cost = 0.0;
            if (owner._signs.HasValues && _valueLines != 1)
                cost += _valueLines == 0 ? (first == last ? owner._options.TitleCost : owner._options.NoValueCost) : owner._options.ManyValuesCost * (_valueLines - 1);
            if (owner._signs.HasLabels && !_cells.Keys.Any(cell => cell.First == 0))
                cost += owner._options.NoLabelCost;
            return cost;
        }
    }
}
