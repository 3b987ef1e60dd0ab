using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>Which first lines of a region are its header, and which of its labels span columns.</summary>
internal static class HeaderLines
{
    // Most bold lines of a header, and most lines of one that only a rule ends.
    private const int MostBold = 5;
    private const int MostAboveRule = 4;

    /// <summary>How many first lines are the header; 0 when nothing tells them from the rest.</summary>
    public static int Count(ImmutableArray<PieceLine> lines, ImmutableArray<double> separators, int taken, AlignmentOptions options)
    {
        var most = Math.Min(lines.Length - 1, AsHighAs(options.MaxHeaderLines + 1, lines, options));
        var byValues = Enumerable.Range(0, lines.Length).FirstOrDefault(i => HasFigures(lines[i]), -1);
        var byLook = ByLook(lines, separators, most, byValues, options);
        var count = byValues < 0 || byValues > most ? byLook : byValues == 0 ? 0 : byLook > 0 ? Math.Min(byValues, byLook) : byValues;
        count = Math.Max(count, Math.Min(taken, most));

        // Labels above columns of figures only are the second level of the header.
        while (count > 0 && count < byValues && count < most && lines[count].Pieces.Length > 1 && lines[count].Pieces.All(piece => piece.First > 0))
            count++;

        count = EndOfLabels(lines, count, options);
        if (count == 0 && byValues > most && EndOfLabels(lines, byValues, options) is var end && end <= most)
            count = end;

        // A label that begins below the header, or a title of the first section, is no part of it.
        while (count > 1 && lines[count - 1].Pieces is [{ First: 0 } label] && !IsWrapped(lines, count - 1, label))
            count--;

        // « État – BOP » above « 147 »: closely below a label, and further from the rows than from it, a text alone goes on with it.
        while (count > 0 && count + 1 < lines.Length && lines[count].Pieces is [{ First: > 0, IsSpanning: false } rest] && lines[count - 1].At(rest.First) is { IsSpanning: false } label
            && lines[count].Baseline - lines[count - 1].Baseline <= TightStep * lines[count].Size && lines[count + 1].Baseline - lines[count].Baseline > LooseStep * (lines[count].Baseline - lines[count - 1].Baseline)
            && !label.Chunk.IsValue)
        {
            count++;
        }

        // A cell that begins nearer to the rows than to the header is theirs.
        while (count > 1 && count < lines.Length && lines[count - 1].Pieces.Length == 1 && lines[count - 1].Baseline - lines[count - 2].Baseline > 1.4 * lines[count - 1].Size
            && lines[count].Baseline - lines[count - 1].Baseline < lines[count - 1].Baseline - lines[count - 2].Baseline)
        {
            count--;
        }

        return count;
    }

    // Heights of letters.
    private const double TightStep = 1.35;

    // So much wider the step to the first row is than that inside the header.
    private const double LooseStep = 1.2;

    // Below a line by which every column has its label, and further off than the next line of one, what stands in the first columns alone
    // is of the rows: their figures follow on a line below.
    private static int EndOfLabels(ImmutableArray<PieceLine> lines, int count, AlignmentOptions options)
    {
        var columns = lines.Max(line => line.Pieces[^1].Last) + 1;
        var labelled = new HashSet<int>();
        for (var i = 0; i < count; i++)
        {
            if (labelled.Count == columns && lines[i].Pieces[0].First == 0 && !lines[i].Pieces.Any(piece => piece.First == columns - 1) && lines[i].Baseline - lines[i - 1].Baseline > options.TextGap * lines[i].Size)
                return i;
            labelled.UnionWith(lines[i].Pieces.SelectMany(piece => Enumerable.Range(piece.First, piece.Last - piece.First + 1)));
        }

        return count;
    }

    // As many lines, or more of them in the height of as many: cells at the middle stand half beside each other.
    private static int AsHighAs(int count, ImmutableArray<PieceLine> lines, AlignmentOptions options) =>
        Math.Max(count, lines.Count(line => line.Baseline - lines[0].Baseline <= (count - 1) * options.TextGap * lines[0].Size));

    private static bool IsWrapped(ImmutableArray<PieceLine> lines, int index, Piece label) =>
        char.IsLower(label.Chunk.Text.FirstOrDefault()) && lines[index - 1].Pieces.Length > 1 && lines[index - 1].At(0) is not null && !label.IsSpanning
        && lines[index].Baseline - lines[index - 1].Baseline < 1.35 * lines[index].Size;

    // Weight or rules: bold lines above plain ones, or the lines above the first rule where there are few.
    private static int ByLook(ImmutableArray<PieceLine> lines, ImmutableArray<double> separators, int most, int byValues, AlignmentOptions options)
    {
        var bold = 0;
        while (bold < most && lines[bold].Pieces.All(IsBold))
            bold++;
        if (bold > 0 && bold <= AsHighAs(MostBold, lines, options) && !lines.Skip(bold).Take(3).Any(line => line.Pieces.All(IsBold)))
            return bold;

        // Rules between all rows part the rows of the header as well: the one above the first figures ends it.
        var high = Math.Min(most, AsHighAs(MostAboveRule, lines, options));
        if (byValues > 1 && byValues <= high && HasSeparator(lines, separators, byValues) && lines.Take(byValues - 1).Any(line => line.Pieces.Any(piece => piece is { IsSpanning: true, First: > 0 })))
            return byValues;
        for (var i = 1; i <= high; i++)
        {
            if (HasSeparator(lines, separators, i) && !AreGroups(lines, i) && Enumerable.Range(0, i).Any(line => lines[line].Pieces.Length > 1))
                return i;
        }

        return 0;
    }

    // Labels over several columns beside columns without any: those below the rule are the rest of the header.
    private static bool AreGroups(ImmutableArray<PieceLine> lines, int count)
    {
        var above = lines.Take(count).SelectMany(line => line.Pieces).ToList();
        return above.TrueForAll(piece => piece is { IsSpanning: true, First: > 0 });
    }

    private static bool HasSeparator(ImmutableArray<PieceLine> lines, ImmutableArray<double> separators, int line) => separators.Any(height =>
        height > lines[line - 1].Baseline - (lines[line - 1].Size / 4) && height <= lines[line].Baseline - (lines[line].Size / 4));

    private static bool IsBold(Piece piece) => piece.Chunk.Words.All(word => word.Font.IsBold);

    // Half of what stands beside the first column are figures, years apart: those head columns as often as they fill them.
    private static bool HasFigures(PieceLine line)
    {
        var rest = line.Pieces.Where(piece => piece.First > 0).ToList();
        if (rest.Exists(piece => ValueText.IsAmount(piece.Chunk.Text)))
            return true;
        return rest.Count > 0 && rest.Count(piece => piece.Chunk.IsValue) * 2 >= rest.Count && !rest.TrueForAll(piece => ValueText.IsYear(piece.Chunk.Text) || !piece.Chunk.IsValue);
    }

    /// <summary>The header with the labels widened that stand centred over several columns, or over a rule as wide as these.</summary>
    /// <param name="labelled">The lines; from the first leaf on each label has one column.</param>
    /// <param name="headerLines">How many first lines are the header.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="edges">The edges of the page.</param>
    /// <param name="options">Thresholds.</param>
    public static ImmutableArray<PieceLine> Span(LabelledLines labelled, int headerLines, AlignedColumns columns, IEnumerable<Edge> edges, AlignmentOptions options)
    {
        var lines = labelled.Lines;
        var rules = edges.Where(edge => edge.IsHorizontal).ToList();
        var leaves = Leaves(labelled, headerLines, columns);
        var result = lines.ToBuilder();
        for (var i = Math.Min(headerLines - 2, labelled.FirstLeaf - 1); i >= 0; i--)
        {
            var line = lines[i];
            var rests = line.Pieces.Select(piece => RestOf(piece, i, result, headerLines, labelled.FirstLeaf < headerLines ? labelled.FirstLeaf : 0)).ToList();
            if (rests.TrueForAll(rest => rest is not null))
            {
                // Each label goes on below: it stands in the column of its rest.
                result[i] = line with { Pieces = [.. line.Pieces.Select((piece, p) => piece with { First = rests[p]!.First, Last = rests[p]!.Last })] };
                continue;
            }

            if (SharedOut(line, result, i, headerLines, columns, options) is { } shared)
            {
                result[i] = line with { Pieces = shared };
                continue;
            }

            var pieces = line.Pieces.ToBuilder();
            for (var p = 0; p < pieces.Count; p++)
            {
                var left = p == 0 ? (line.Pieces[0].First == 0 ? 0 : 1) : pieces[p - 1].Last + 1;
                var right = p == pieces.Count - 1 ? columns.Count - 1 : line.Pieces[p + 1].First - 1;
                if (lines.Take(i).TakeLast(2).Any(above => LabelOf(line.Pieces[p], line, above) is not null))
                    continue;
                pieces[p] = Group(pieces[p], left, right, line, leaves, columns, options) ?? Widen(pieces[p], left, right, lines, i, headerLines, columns, rules);
            }

            result[i] = line with { Pieces = pieces.ToImmutable() };
        }

        FollowLabels(result, Math.Min(headerLines - 1, labelled.FirstLeaf));
        return result.ToImmutable();
    }

    // « femmes » below « Part des », « ville » below « Ensemble de la » over several columns: no label of its own.
    private static Piece? LabelOf(Piece piece, PieceLine line, PieceLine above) => piece.IsSpanning || !char.IsLower(piece.Chunk.Text[0]) || line.Baseline - above.Baseline >= 1.4 * line.Size
        ? null
        : above.Pieces.FirstOrDefault(label => label.SharesColumn(piece) && IsAligned(label.Box, piece.Box, line.Size));

    // The rest of a label has the columns of the label.
    private static void FollowLabels(ImmutableArray<PieceLine>.Builder lines, int last)
    {
        for (var i = 1; i < last; i++)
        {
            var line = lines[i];
            Piece Follow(Piece piece) => lines.Take(i).TakeLast(2).Select(above => LabelOf(piece, line, above)).LastOrDefault(label => label is not null) is { IsSpanning: true } label
                && !line.Pieces.Any(other => other != piece && other.SharesColumn(label)) ? piece with { First = label.First, Last = label.Last } : piece;
            lines[i] = line with { Pieces = [.. line.Pieces.Select(Follow)] };
        }
    }

    // The label goes on in small letters in its own column while the other labels of that line open with capitals: « Coût » / « total ».
    private static Piece? RestOf(Piece piece, int index, ImmutableArray<PieceLine>.Builder lines, int headerLines, int firstLeaf)
    {
        for (var i = index + 1; i < headerLines && lines[i].Baseline - piece.Box.Bottom < 1.4 * lines[i].Size; i++)
        {
            var next = lines[i];
            var own = next.Pieces.Where(other => IsAligned(piece.Box, other.Box, next.Size)).ToList();
            if (own.Count == 0 && !next.Pieces.Any(other => other.Box.Left < piece.Box.Right && other.Box.Right > piece.Box.Left))
                continue;
            var rest = next.Pieces.Where(other => other.First > 0 && !lines[index].Pieces.Any(label => IsAligned(label.Box, other.Box, next.Size))).ToList();
            var goesOn = i >= firstLeaf && own.Count == 1 && !own[0].IsSpanning && char.IsLower(own[0].Chunk.Text[0]) && own[0].Box.Top - piece.Box.Bottom < 0.6 * next.Size
                && (rest.Count == 0 || rest.Count(other => char.IsLower(other.Chunk.Text[0])) * 2 < rest.Count);
            return goesOn ? own[0] : null;
        }

        return null;
    }

    private static bool IsAligned(Box one, Box other, double size) =>
        Math.Abs(other.CenterX - one.CenterX) <= 0.5 * size || Math.Abs(other.Left - one.Left) <= 0.2 * size || Math.Abs(other.Right - one.Right) <= 0.2 * size;

    // The labels of the next line with several of them, shared out among those of this line: each to the nearest. Right when every
    // label then stands centred over its share.
    private static ImmutableArray<Piece>? SharedOut(PieceLine line, ImmutableArray<PieceLine>.Builder lines, int index, int headerLines, AlignedColumns columns, AlignmentOptions options)
    {
        var labels = line.Pieces.Where(piece => piece.Last > 0).ToList();
        var next = Enumerable.Range(index + 1, headerLines - index - 1).Select(i => lines[i]).FirstOrDefault(below => below.Pieces.Count(piece => piece.First > 0) > labels.Count);
        if (labels.Count == 0 || next is null)
            return null;

        // A label above nothing heads its own column, the rest of one has the columns of that.
        labels = [.. labels.Where(label => next.Pieces.Any(piece => piece.SharesColumn(label)) && !lines.Take(index).TakeLast(2).Any(above => LabelOf(label, line, above) is not null))];
        if (labels.Count == 0)
            return null;
        var shares = labels.Select(_ => new List<Piece>()).ToList();

        // Nor does one below a label that stands half beside this line: the header is set at its middle, and that label has two lines.
        var beside = Enumerable.Range(0, headerLines).Where(i => i != index && Math.Abs(lines[i].Baseline - line.Baseline) < options.BesideStep * line.Size)
            .SelectMany(i => lines[i].Pieces).Where(piece => !piece.IsSpanning).ToList();
        foreach (var piece in next.Pieces.Where(piece => piece.First > 0 && !beside.Exists(other => other.First == piece.First)
            && !line.Pieces.Any(other => !labels.Contains(other) && other.SharesColumn(piece))))
        {
            var centre = Centre(columns, piece.First, piece.Last);
            shares[Enumerable.Range(0, labels.Count).MinBy(k => Math.Abs(labels[k].Box.CenterX - centre))].Add(piece);
        }

        // As many below each label: « 2024 2025 » under all of them.
        var isRegular = shares.Count > 2 && shares.TrueForAll(share => share.Count > 1 && share.Count == shares[0].Count)
            && shares.TrueForAll(share => share.Select(piece => piece.Chunk.Text).SequenceEqual(shares[0].Select(piece => piece.Chunk.Text)));
        var shared = line.Pieces.ToBuilder();
        for (var k = 0; k < labels.Count; k++)
        {
            if (shares[k].Count == 0)
                return null;
            var (first, last) = (shares[k][0].First, shares[k][^1].Last);
            var centre = (shares[k][0].Box.Left + shares[k][^1].Box.Right) / 2;
            var isOver = Math.Min(Math.Abs(Centre(columns, first, last) - labels[k].Box.CenterX), Math.Abs(centre - labels[k].Box.CenterX)) <= 1.2 * line.Size;
            var isWhole = shares[k].Sum(piece => piece.Last - piece.First + 1) == last - first + 1;
            if (!(isOver || isRegular) || !isWhole || (shares[k].Count == 1 && labels.Count == 1))
                return null;
            shared[line.Pieces.IndexOf(labels[k])] = labels[k] with { First = first, Last = last };
        }

        return shared.ToImmutable();
    }

    // For each column its own label, where each has one.
    private static List<List<Piece>> Leaves(LabelledLines labelled, int headerLines, AlignedColumns columns) =>
        [.. Enumerable.Range(0, columns.Count).Select(column => labelled.Lines.Take(headerLines).Skip(labelled.FirstLeaf).Select(line => line.At(column)).OfType<Piece>().ToList())];

    // A label well above that of its column, beside columns that have labels of their own and none above them, is one for several of
    // these though its middle is that of one: « Exercice 2024 » over the second of three.
    private static Piece? Group(Piece piece, int left, int right, PieceLine line, List<List<Piece>> leaves, AlignedColumns columns, AlignmentOptions options)
    {
        bool IsApart(int column, double step) => leaves[column].Count > 0 && !options.IsUnit(leaves[column][0].Chunk.Text) && leaves[column][0].Chunk.Words[0].Baseline - line.Baseline > step * line.Size;
        if (piece.First == 0 || piece.IsSpanning || !IsApart(piece.First, options.HoleStep))
            return null;
        var (first, last) = (piece.First, piece.Last);
        while (first - 1 >= left && last + 1 <= right && IsApart(first - 1, options.TextGap) && IsApart(last + 1, options.TextGap) && IsOver(first - 1, last + 1))
            (first, last) = (first - 1, last + 1);
        return first == piece.First ? null : piece with { First = first, Last = last };

        bool IsOver(int from, int to) => Math.Min(Math.Abs(Centre(columns, from, to) - piece.Box.CenterX), Math.Abs(((leaves[from][0].Box.CenterX + leaves[to][0].Box.CenterX) / 2) - piece.Box.CenterX)) <= options.LabelNear * line.Size;
    }

    private static Piece Widen(Piece piece, int left, int right, ImmutableArray<PieceLine> lines, int index, int headerLines, AlignedColumns columns, List<Edge> rules)
    {
        var line = lines[index];
        var below = lines[index + 1];
        var rule = rules.Find(edge => edge.Position > line.Baseline - (line.Size / 4) && edge.Position <= below.Baseline - (below.Size / 4)
            && edge.Start <= piece.Box.CenterX && edge.End >= piece.Box.CenterX && edge.End - edge.Start < 0.9 * (columns.Sides[^1] - columns.Sides[0]));
        if (rule.Length > 0)
        {
            var under = Enumerable.Range(0, columns.Count).Where(column => columns.Stripes[column] is var stripe && (stripe.Start + stripe.End) / 2 >= rule.Start - 2 && (stripe.Start + stripe.End) / 2 <= rule.End + 2).ToList();
            if (under.Count > 0 && under[0] >= left && under[^1] <= right)
                return piece with { First = under[0], Last = under[^1] };
        }

        bool HasLabels(int first, int last) => Enumerable.Range(index + 1, headerLines - index - 1)
            .Any(i => Enumerable.Range(first, last - first + 1).All(column => lines[i].At(column) is { IsSpanning: false }));
        var best = piece;
        var bestDistance = Math.Abs(Centre(columns, piece.First, piece.Last) - piece.Box.CenterX);
        if (bestDistance <= 0.7 * line.Size && !piece.IsSpanning)
            return piece;
        for (var first = piece.First; first >= left; first--)
        {
            for (var last = piece.Last; last <= right; last++)
            {
                if ((first != piece.First || last != piece.Last) && !HasLabels(first, last))
                    continue;
                var distance = Math.Abs(Centre(columns, first, last) - piece.Box.CenterX);
                if (distance < bestDistance - (0.3 * line.Size))
                    (best, bestDistance) = (piece with { First = first, Last = last }, distance);
            }
        }

        return best;
    }

    private static double Centre(AlignedColumns columns, int first, int last) => (columns.Stripes[first].Start + columns.Stripes[last].End) / 2;
}
