using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Layout;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>Lines of one page that may be one table.</summary>
/// <param name="Lines">The lines from top to bottom.</param>
/// <param name="HeaderLines">How many first lines show no columns and were taken in as a header.</param>
internal sealed record AlignedRegion(ImmutableArray<ChunkLine> Lines, int HeaderLines)
{
    /// <summary>Box of all lines.</summary>
    public Box Box { get; } = Lines.Select(line => line.Box).Aggregate((one, other) => one.Union(other));
}

/// <summary>
/// Lines → runs of lines that leave at least one common gutter white. Lines that show no columns (wrapped cells, section titles)
/// stand inside a run as long as columns go on behind them; prose and captions end it. Rules over the width of the run draw
/// the lines between it and the rule in.
/// </summary>
internal sealed partial class LinesToRegions
{
    private readonly AlignmentOptions _options;
    private readonly ImmutableArray<Edge> _rules;
    private readonly IReadOnlyList<ChunkLine> _lines;
    private readonly Box _text;

    private readonly bool _isWhole;

    private LinesToRegions(IReadOnlyList<ChunkLine> lines, IEnumerable<Edge> edges, bool isWhole, AlignmentOptions options)
    {
        (_lines, _isWhole, _options) = (lines, isWhole, options);
        _rules = [.. edges.Where(edge => edge.IsHorizontal).OrderBy(edge => edge.Position)];
        _text = lines.Select(line => line.Box).Aggregate((one, other) => one.Union(other));
    }

    /// <summary>The regions from top to bottom; they share no line.</summary>
    /// <param name="lines">Upright lines from top to bottom.</param>
    /// <param name="edges">The edges of the page.</param>
    /// <param name="isWhole">Whether the lines are all of the page: then the first and last may be the rest of a row that a page break cut.</param>
    /// <param name="options">Thresholds.</param>
    public static ImmutableArray<AlignedRegion> Find(IReadOnlyList<ChunkLine> lines, IEnumerable<Edge> edges, bool isWhole, AlignmentOptions options) =>
        lines.Count < 2 ? [] : new LinesToRegions(lines, edges, isWhole, options).Find();

    /// <summary>Whether the line shows columns: two chunks at least, and not only a list marker before a text.</summary>
    public static bool IsTabular(ChunkLine line) =>
        line.Chunks.Length > 1 && !(line.Chunks.Length == 2 && IsMarker(line.Chunks[0]) && !line.Chunks[1].IsValue);

    /// <summary>Whether the line opens like the title or a note of a table.</summary>
    public static bool IsCaption(ChunkLine line, AlignmentOptions options)
    {
        var first = line.Chunks[0].Words[0].Text;
        var match = FirstWord().Match(TextKey.Fold(first));
        if (!match.Success || !options.CaptionWords.Contains(match.Value))
            return false;
        var rest = line.Chunks[0].Text[first.Length..].TrimStart();
        return first[^1] is ':' or '.' || (rest.Length == 0 && line.Chunks.Length == 1) || (rest.Length > 0 && rest[0] is ':' or '.') || (rest.Length > 0 && char.IsAsciiDigit(rest[0])) || CaptionNumber().IsMatch(rest);
    }

    /// <summary>Whether the chunk is a list marker by itself: a bullet, a dash, « a) », « 1.2 ».</summary>
    public static bool IsMarker(Chunk chunk) => chunk.Words.Length == 1
        && (Bullet().IsMatch(chunk.Words[0].Text) || MarkerGrammar.Look([chunk.Words[0].Text, "x"]).IsMarker);

    private ImmutableArray<AlignedRegion> Find()
    {
        var regions = ImmutableArray.CreateBuilder<AlignedRegion>();
        var free = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (!IsTabular(_lines[i]) || IsProse(_lines[i]) || IsCaption(_lines[i], _options))
                continue;
            var last = Grow(i);
            last = BeforeNextHeader(i, last);
            if (last == i && !IsBracketed(i))
                continue;
            var first = Headers(i, last, free);
            last = Tail(i, last);
            var top = _isWhole ? AtPageTop(i, last, first) : first;
            last = _isWhole ? AtPageEnd(i, last) : last;
            regions.Add(new AlignedRegion([.. _lines.Skip(top).Take(last - top + 1)], top < first ? 0 : i - first));
            (free, i) = (last + 1, last);
        }

        return regions.ToImmutable();
    }

    // The last line of the run that begins with the given one.
    private int Grow(int from)
    {
        var white = new WhiteStripes();
        white.Subtract(_lines[from], _options);
        var (last, plain) = (from, 0);
        for (var i = from + 1; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (IsFar(_lines[i - 1], line) || IsCaption(line, _options) || IsNote(line, from) || (IsProse(line) && !IsTitle(i) && !white.Leaves(line, _options)))
                break;
            if (IsTabular(line) && white.Admits(line, _options))
            {
                white.Subtract(line, _options);
                (last, plain) = (i, 0);
            }
            else if (!IsTabular(line) && white.Leaves(line, _options))
            {
                white.Subtract(line, _options);
                if (i - last > _options.MaxCellLines)
                    break;
            }
            else if (++plain > _options.MaxPlainLines)
            {
                // A line inside one column is the rest of a cell; one across columns is a section title or the end.
                break;
            }
        }

        return last;
    }

    // Small print below the table, or a line that opens with the call of a note.
    private bool IsNote(ChunkLine line, int from) => (line.Chunks.Length == 1 && line.Size < _options.NoteSize * _lines[from].Size)
        || (line.Chunks.Length <= 2 && line.WordCount > 2 && NoteCall().IsMatch(line.Chunks[0].Text));

    // The labels of the first line again, or a title and bold labels below plain rows: another table begins.
    private int BeforeNextHeader(int from, int last)
    {
        for (var i = from + 2; i <= last; i++)
        {
            if (!IsTabular(_lines[i]) || !(RepeatsHeader(from, i) || OpensHeader(from, i)))
                continue;
            var end = i - 1;
            while (end > from && !IsTabular(_lines[end]))
                end--;
            return end;
        }

        return last;
    }

    private bool RepeatsHeader(int from, int line) => _lines[line].Chunks.Length == _lines[from].Chunks.Length && !HasFigures(_lines[line]) && Key(_lines[line]) == Key(_lines[from]);

    private bool OpensHeader(int from, int line) => line + 1 < _lines.Count && (!IsTabular(_lines[line - 1]) || IsWideStep(from, line))
        && IsBold(_lines[line]) && !HasFigures(_lines[line]) && _lines[line].Chunks.Length > 2
        && !IsBold(_lines[line + 1]) && Enumerable.Range(from, line - from).Any(i => IsTabular(_lines[i]) && !IsBold(_lines[i]));

    private bool IsWideStep(int from, int line)
    {
        // The last twenty steps tell the pace as well as all of a long table.
        var first = Math.Max(from + 1, line - 20);
        var steps = Enumerable.Range(first, line - first + 1).Select(i => _lines[i].Baseline - _lines[i - 1].Baseline).ToList();
        return steps[^1] > 1.4 * steps.Order().ElementAt((steps.Count - 1) / 2);
    }

    private static bool IsBold(ChunkLine line) => line.Chunks.All(chunk => chunk.Words.All(word => word.Font.IsBold));

    private static bool HasFigures(ChunkLine line) => line.Chunks.Any(chunk => chunk.IsValue && !ValueText.IsYear(chunk.Text));

    private static string Key(ChunkLine line) => string.Join('|', line.Chunks.Select(chunk => TextKey.Letters(chunk.Text)));

    // The rest of a row that the page break cut: lines inside the columns from the page's top, or down to its end.
    private int AtPageTop(int from, int last, int first)
    {
        var white = White(from, last);
        return Enumerable.Range(0, first).All(i => IsInsideCell(i, from, last, white) || (i > 0 && i == first - 1 && IsRestOfCell(first, from, last, white))) ? 0 : first;
    }

    // The last line of the rest stands at the step between rows from the first of these: it is the rest of a cell when it opens in small letters.
    private bool IsRestOfCell(int first, int from, int last, WhiteStripes white) => first <= _options.MaxCellLines && white.Leaves(_lines[first - 1], _options) && char.IsLower(_lines[0].Chunks[0].Text[0])
        && _lines[first - 1].Baseline - _lines[first - 2].Baseline <= TextStep(from, last) * _lines[0].Size && !IsFar(_lines[first - 1], _lines[first]) && _lines[first - 1].Size == _lines[from].Size;

    private int AtPageEnd(int from, int last)
    {
        var white = White(from, last);
        return Enumerable.Range(last + 1, _lines.Count - last - 1).All(i => IsInsideCell(i, from, last, white)) ? _lines.Count - 1 : last;
    }

    private bool IsInsideCell(int line, int from, int last, WhiteStripes white) => white.Leaves(_lines[line], _options) && _lines[line].Size == _lines[from].Size
        && !IsCaption(_lines[line], _options) && !IsNote(_lines[line], from)
        && (line == 0 || line < from || _lines[line].Baseline - _lines[line - 1].Baseline <= TextStep(from, last) * _lines[line].Size)
        && (line > from || _lines[line + 1].Baseline - _lines[line].Baseline <= TextStep(from, last) * _lines[line].Size);

    // The step from line to line in em that is still one of a text: where lines are set wide, theirs.
    private double TextStep(int from, int last)
    {
        var steps = Enumerable.Range(from + 1, last - from).Select(i => (_lines[i].Baseline - _lines[i - 1].Baseline) / _lines[i].Size).Order().ToList();
        return steps.Count < 8 ? 1.5 : Math.Max(1.5, 1.05 * steps[steps.Count / 4]);
    }

    private WhiteStripes White(int from, int last)
    {
        var white = new WhiteStripes();
        foreach (var line in Enumerable.Range(from, last - from + 1).Select(i => _lines[i]).Where(IsTabular))
        {
            if (white.Admits(line, _options))
                white.Subtract(line, _options);
        }

        return white;
    }

    private bool IsFar(ChunkLine one, ChunkLine other) =>
        other.Baseline - one.Baseline > _options.MaxStep * Math.Max(one.Size, other.Size);

    // A line that runs over most of the width, or the lines of two or three columns of prose side by side.
    private bool IsProse(ChunkLine line) => line.Chunks.Length is 2 or 3
        ? line.Chunks.All(chunk => chunk.Words.Length >= _options.ProseWords - 1) && line.Chunks.Sum(chunk => chunk.Box.Width) >= _options.ProseWidth * _text.Width
        : line.Chunks.Length == 1 && line.WordCount >= _options.ProseWords
        && line.Box.Width >= _options.ProseWidth * _text.Width;

    // A long line alone between two lines with columns, at their pace, is the title of the rows below.
    private bool IsTitle(int i) => _lines[i].Chunks[^1].Text[^1] is not ('.' or ';' or ',') && i > 0 && i + 1 < _lines.Count && IsTabular(_lines[i - 1]) && IsTabular(_lines[i + 1])
        && Math.Max(_lines[i].Baseline - _lines[i - 1].Baseline, _lines[i + 1].Baseline - _lines[i].Baseline) <= 2 * _lines[i].Size;

    // A single line between two rules of its width: the one row that a table has beside its header.
    private bool IsBracketed(int line) => Covering(_lines[line].Box, line - 1, line).Any() && Covering(_lines[line].Box, line, line + 1).Any();

    // The first line of the header above the run.
    private int Headers(int from, int last, int free)
    {
        var box = Bounds(from, last);
        var best = from;
        for (var i = from - 1; i >= free && from - i <= _options.MaxHeaderLines; i--)
        {
            var line = _lines[i];
            if (IsProse(line) || IsCaption(line, _options) || IsFar(line, _lines[i + 1]))
                break;
            var isInside = line.Box.Left >= box.Left - line.Size && line.Box.Right <= box.Right + line.Size;
            if (!isInside)
                break;
            var hasRuleAbove = Covering(box, i - 1, i).Any();
            if (OpensCentredCell(i) || (!hasRuleAbove && char.IsLower(line.Chunks[0].Text.FirstOrDefault()) && !IsTabular(line) && IsProseAbove(i)) || (!hasRuleAbove && line.Size > _options.HeadingSize * _lines[from].Size))
                break;
            var hasRuleBelow = Covering(box, i, i + 1).Any();
            if (hasRuleBelow && !hasRuleAbove && !IsTabular(line))
            {
                // Below it the table begins with a rule: the line may be the title, unless another rule follows above.
                continue;
            }

            if ((hasRuleAbove && !IsTitleInside(line, from, last)) || (best == i + 1 && IsOverData(line, _lines[i + 1], from, last)))
                best = i;
        }

        return best;
    }

    // The line goes on from one above it that is no part of the run: the rest of an item of a list, of a paragraph.
    private bool IsProseAbove(int i) => i > 0 && _lines[i].Baseline - _lines[i - 1].Baseline <= 1.5 * _lines[i].Size
        && _lines[i - 1].Chunks.Any(chunk => Math.Abs(chunk.Box.Left - _lines[i].Box.Left) < 1);

    // First of three lines of one text at one step, the second beside other cells: a row whose cells are centred.
    private bool OpensCentredCell(int i)
    {
        if (i + 2 >= _lines.Count || _lines[i].Chunks.Length > 1)
            return false;
        var (left, step) = (_lines[i].Box.Left, _lines[i + 1].Baseline - _lines[i].Baseline);
        bool HasBelow(ChunkLine line) => line.Chunks.Any(chunk => Math.Abs(chunk.Box.Left - left) < 1);
        return HasBelow(_lines[i + 1]) && HasBelow(_lines[i + 2]) && IsTabular(_lines[i + 1]) && _lines[i + 2].Chunks[0].Box.Left > _lines[i + 1].Chunks[0].Box.Left
            && step < 1.5 * _lines[i].Size && Math.Abs(_lines[i + 2].Baseline - _lines[i + 1].Baseline - step) < 0.1 * _lines[i].Size && IsBold(_lines[i]) == IsBold(_lines[i + 1]);
    }

    // A line that opens at the left and runs over columns: the title of the table, inside its frame.
    private bool IsTitleInside(ChunkLine line, int from, int last)
    {
        if (IsTabular(line))
            return false;
        var stub = Enumerable.Range(from, last - from + 1).Where(i => IsTabular(_lines[i])).Select(i => _lines[i].Chunks[1].Box.Left).Min();
        return line.Box.Left < Bounds(from, last).Left + line.Size && line.Box.Right > stub;
    }

    // Over the columns of figures and not over the first one, closely above the next line.
    private bool IsOverData(ChunkLine line, ChunkLine next, int from, int last)
    {
        var left = Bounds(from, last).Left;
        var stub = Enumerable.Range(from, last - from + 1).Where(i => IsTabular(_lines[i]) && _lines[i].Chunks[0].Box.Left < left + (line.Size / 2)).Select(i => _lines[i].Chunks[0].Box.Right).DefaultIfEmpty(left).Max();
        var isCentred = line.Chunks.Length == 1 && Math.Abs(line.Box.CenterX - Bounds(from, last).CenterX) < line.Size;
        var isFlush = Enumerable.Range(from, Math.Min(6, last - from + 1)).SelectMany(i => _lines[i].Chunks.Skip(1)).Any(chunk => Math.Abs(chunk.Box.Left - line.Box.Left) < 2);
        if (isCentred && !isFlush)
            return LooksLikeTitle(line, from, last);
        return next.Baseline - line.Baseline <= 2 * line.Size && line.Box.Left > Math.Min(stub, Bounds(from, last).CenterX) - line.Size;
    }

    // Centred and set like a title between the rows below: it is the first of them.
    private bool LooksLikeTitle(ChunkLine line, int from, int last) => Enumerable.Range(from, last - from + 1).Select(i => _lines[i])
        .Any(other => other.Chunks.Length == 1 && Math.Abs(other.Box.CenterX - line.Box.CenterX) < line.Size && other.Size == line.Size && IsBold(other) == IsBold(line) && other.Chunks[0].Words[0].Font == line.Chunks[0].Words[0].Font);

    // The last line of the run with the rest of its last row.
    private int Tail(int from, int last)
    {
        var box = Bounds(from, last);
        for (var i = last + 1; i < _lines.Count && i <= last + 2; i++)
        {
            if (IsProse(_lines[i]) || IsCaption(_lines[i], _options) || IsNote(_lines[i], from) || IsFar(_lines[i - 1], _lines[i]) || Covering(box, i - 1, i).Any())
                break;
            if (Covering(box, i, i + 1).Any(rule => rule.Position - _lines[i].Baseline < 2 * _lines[i].Size) || IsWrapped(i, box))
                last = i;
        }

        return last;
    }

    private bool IsWrapped(int index, Box box)
    {
        var (line, chunk) = (_lines[index], _lines[index].Chunks[0]);
        return line.Chunks.Length == 1 && chunk.Box.Left >= box.Left - 1 && chunk.Box.Right <= box.Right + 1
            && (char.IsLower(chunk.Text.FirstOrDefault()) || chunk.Text.FirstOrDefault() == '(')
            && Enumerable.Range(Math.Max(0, index - 3), Math.Min(3, index)).Select(i => _lines[i]).Any(above => line.Baseline - above.Baseline <= 1.5 * line.Size
                && above.Chunks.Any(other => Math.Abs(other.Box.Left - chunk.Box.Left) <= line.Size / 2));
    }

    private Box Bounds(int from, int last) => Enumerable.Range(from, last - from + 1).Where(i => IsTabular(_lines[i]))
        .Select(i => _lines[i].Box).Aggregate((one, other) => one.Union(other));

    // The rules between two lines that run over most of the box's width; pieces on one height count together.
    private IEnumerable<Edge> Covering(Box box, int above, int below)
    {
        var top = above < 0 ? double.NegativeInfinity : _lines[above].Baseline - (_lines[above].Size / 4);
        var bottom = below >= _lines.Count ? double.PositiveInfinity : _lines[below].Baseline - (_lines[below].Size / 4);
        return _rules.Where(rule => rule.Position > top && rule.Position <= bottom)
            .GroupBy(rule => rule.Position)
            .Where(group => group.Sum(rule => Math.Max(0, Math.Min(rule.End, box.Right) - Math.Max(rule.Start, box.Left))) >= _options.ProseWidth * box.Width)
            .Select(group => group.First());
    }

    [GeneratedRegex(@"^(?:\([a-z\d*]{1,2}\) |\*+ ?\p{L}|[¹²³] ?\p{L}|n\. ?[adcs]\.? ?[:=])")]
    private static partial Regex NoteCall();

    [GeneratedRegex(@"^(?:[-–—•●○▪■◦‣→➢✓*o·]|\(?[0-9a-zA-Z]{1,2}[.)]|\[\d{1,3}\])$")]
    private static partial Regex Bullet();

    [GeneratedRegex("^[a-z]+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^(?:n°|[ivxlc]+\b|[a-z]{1,3}\.?\d|[A-Z]\b)", RegexOptions.IgnoreCase)]
    private static partial Regex CaptionNumber();

    // What all lines so far leave white.
    private sealed class WhiteStripes
    {
        private List<Run> _stripes = [new Run(double.NegativeInfinity, double.PositiveInfinity)];

        public void Subtract(ChunkLine line, AlignmentOptions options) => _stripes = Rest(line, options);

        // Whether a gutter is left with words of the line, or of lines before it, at both sides.
        public bool Admits(ChunkLine line, AlignmentOptions options) =>
            Rest(line, options).Any(stripe => !double.IsInfinity(stripe.Start) && !double.IsInfinity(stripe.End) && stripe.End - stripe.Start >= options.MinGutter * line.Size);

        // Whether the line stands in one column: it may reach into the gutters at its sides, and covers none wholly.
        public bool Leaves(ChunkLine line, AlignmentOptions options)
        {
            bool IsGutter(Run stripe) => !double.IsInfinity(stripe.Start) && !double.IsInfinity(stripe.End);
            var least = options.MinGutter * line.Size;
            return _stripes.Where(stripe => IsGutter(stripe) && stripe.Start < line.Box.Right && stripe.End > line.Box.Left)
                .All(stripe => line.Box.Left - stripe.Start >= least || stripe.End - line.Box.Right >= least);
        }

        private List<Run> Rest(ChunkLine line, AlignmentOptions options)
        {
            // Where columns stand close the gap between two cells may be narrower than that which tells chunks.
            var runs = line.Chunks.Length > 1 ? LinesToGutters.ToRuns(line, LinesToGutters.SpaceWidth([line], options)).ToList() : [.. line.Chunks.Select(chunk => new Run(chunk.Box.Left, chunk.Box.Right))];
            var rest = new List<Run>();
            var least = options.MinGutter * line.Size;
            foreach (var stripe in _stripes)
            {
                var start = stripe.Start;
                foreach (var run in runs.Where(run => run.End > stripe.Start && run.Start < stripe.End))
                {
                    if (run.Start - start >= least)
                        rest.Add(new Run(start, run.Start));
                    start = Math.Max(start, run.End);
                }

                if (stripe.End - start >= least)
                    rest.Add(new Run(start, stripe.End));
            }

            return rest;
        }
    }
}
