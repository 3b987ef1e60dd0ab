using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>Weighs what tells tables from prose in columns, tables of contents, lists and forms.</summary>
internal static partial class CandidateScore
{
    /// <summary>The score of a table found by alignment.</summary>
    public static TableScore Of(AlignedTable table, ImmutableArray<Edge> edges, ImmutableArray<FilledArea> shades, PageDrawings drawings, AlignmentOptions options)
    {
        var reasons = ImmutableArray.CreateBuilder<ScoreReason>();
        void Add(string name, double weight)
        {
            if (Math.Abs(weight) > 0.001)
                reasons.Add(new ScoreReason(name, weight));
        }

        var pieces = table.Lines.SelectMany(line => line.Pieces).ToList();
        var body = table.Lines.Where(line => table.Rows[line.Index] >= table.HeaderRows).ToList();
        var (grid, box) = (table.Filled.Grid, table.Filled.Grid.Box);
        var rowCount = grid.RowCount;
        var columnCount = table.Columns.Count;
        Add("prior", -1);
        Add("rows", options.RowWeights[Math.Min(rowCount, options.RowWeights.Length) - 1]);
        Add("columns", Math.Min(1.5, 0.6 * (columnCount - 2)));
        var places = table.Filled.Grid.RowCount * columnCount;
        var filled = table.Filled.Grid.Cells.Zip(table.Filled.Words).Where(cell => !cell.Second.IsEmpty).Sum(cell => cell.First.ColumnSpan);
        Add("filled", 2 * (((double)filled / places) - 0.5));
        var bodyPieces = body.SelectMany(line => line.Pieces).Where(piece => piece.First > 0).ToList();
        var hasFigures = bodyPieces.Exists(piece => piece.Chunk.IsValue && !ValueText.AreYears(piece.Chunk.Text));
        var values = hasFigures ? (double)bodyPieces.Count(piece => piece.Chunk.IsValue) / bodyPieces.Count : 0;
        Add("figures", 2 * values);
        Add("alignment", 4 * (Alignment(table, body) - 0.8));
        Add("mixed", -5 * Math.Max(0, 0.9 - Purity(table, body)));
        Add("header", table.HeaderRows is > 0 and < 5 && table.HeaderRows < rowCount ? 0.5 : 0);
        Add("rules", Rules(table, edges));
        Add("prose", -Prose(table));
        Add("spanning", -2 * Math.Max(0, ((double)pieces.Count(piece => piece.IsSpanning) / Math.Max(1, rowCount)) - 0.34));
        if (columnCount == 2 && values < 0.1 && table.HeaderRows == 0 && table.Separators.IsEmpty)
            Add("bare", -2.5);
        if (rowCount == 2 && values < 0.1 && table.Separators.Length < 2)
            Add("bare", -1.5);
        if (values < 0.1 && table.Separators.IsEmpty && AreBlocks(table))
            Add("blocks", -4);
        Add("axis", -1.5 * table.Lines.Count(line => IsAxis(line)) / Math.Max(1, rowCount / 3.0));
        if (HasScale(table))
            Add("scale", -5);
        Add("drawing", -1.5 * Math.Min(3, Drawings.Count(grid, shades, [.. table.Filled.Words.SelectMany(words => words)])) - (drawings.Charts.Any(chart => chart.Overlaps(box)) ? 6 : 0));
        Add("form", -5 * Math.Max(0, ((double)pieces.Count(IsFormLabel) / pieces.Count) - 0.25));
        if (AreApart(drawings.Frames, box))
            Add("frames", -6);
        if (Drawings.AreRagged(box, shades))
            Add("ragged", -6);
        if (Drawings.Bars(box, shades, [.. table.Filled.Words.SelectMany(words => words)]) > 2)
            Add("bars", -7);
        if (Drawings.Swatches(table.Lines, shades) is > 1 and var swatches && swatches * 2 >= table.Lines.Length)
            Add("legend", -6);
        if (IsContents(table))
            Add("contents", -6);
        if (IsIndex(pieces))
            Add("index", -5);
        if (IsList(table))
            Add("list", -4);
        return new TableScore(1 / (1 + Math.Exp(-reasons.Sum(reason => reason.Weight))), reasons.ToImmutable());
    }

    // Two frames beside each other hold its words: they are two texts.
    private static bool AreApart(ImmutableArray<Box> frames, Box box)
    {
        var inside = frames.Where(frame => frame.Overlaps(box) && frame.Width < 0.8 * box.Width && Math.Min(frame.Bottom, box.Bottom) - Math.Max(frame.Top, box.Top) > 0.6 * box.Height).ToList();
        return inside.Exists(frame => inside.Exists(other => other.Left > frame.Right));
    }

    // The share of the cells of a column that agree on a left, right or middle, over all columns.
    private static double Alignment(AlignedTable table, List<PieceLine> body)
    {
        var (aligned, all) = (0, 0);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var boxes = body.Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }).Select(piece => piece!.Box).ToList();
            if (boxes.Count < 2)
                continue;
            all += boxes.Count;
            aligned += new[] { Agreeing([.. boxes.Select(box => box.Left)]), Agreeing([.. boxes.Select(box => box.Right)]), Agreeing([.. boxes.Select(box => box.CenterX)]) }.Max();
        }

        return all == 0 ? 0 : (double)aligned / all;
    }

    // How pure the columns are, 0.5 to 1: each holds figures or texts.
    private static double Purity(AlignedTable table, List<PieceLine> body)
    {
        var (pure, all) = (0, 0);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var own = body.Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }).ToList();
            var values = own.Count(piece => piece!.Chunk.IsValue);
            pure += Math.Max(values, own.Count - values);
            all += own.Count;
        }

        return all == 0 ? 1 : (double)pure / all;
    }

    private static int Agreeing(List<double> places)
    {
        places.Sort();
        var (best, from) = (0, 0);
        for (var to = 0; to < places.Count; to++)
        {
            while (places[to] - places[from] > 3)
                from++;
            best = Math.Max(best, to - from + 1);
        }

        return best;
    }

    private static double Rules(AlignedTable table, ImmutableArray<Edge> edges)
    {
        var box = table.Filled.Grid.Box;
        var inside = table.Separators.Length;
        var around = edges.Where(edge => edge.IsHorizontal && Math.Min(edge.End, box.Right) - Math.Max(edge.Start, box.Left) > 0.8 * box.Width
            && edge.Length < 1.3 * box.Width
            && (Math.Abs(edge.Position - box.Top) < 12 || Math.Abs(edge.Position - box.Bottom) < 12)).Select(edge => edge.Position < box.CenterY).Distinct().Count();
        return Math.Min(2, (0.75 * around) + (0.4 * inside));
    }

    // Long texts in nearly all columns, or lines that go on in small letters though they are rows of their own.
    private static double Prose(AlignedTable table)
    {
        var grid = table.Filled.Grid;
        var longColumns = 0;
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var counts = grid.Cells.Zip(table.Filled.Words).Where(cell => cell.First.Column == column && cell.First.ColumnSpan == 1 && !cell.Second.IsEmpty && cell.First.Row >= table.HeaderRows)
                .Select(cell => cell.Second.Count(word => word.Text.Count(char.IsLetter) > 1)).ToList();
            if (counts.Count > 0 && (counts.Average() > 14 || counts.Where(count => count > 25).Sum() * 2 > counts.Sum()))
                longColumns++;
        }

        var (goesOn, pairs) = (0, 0);
        for (var i = 1; i < table.Lines.Length; i++)
        {
            if (table.Rows[i] == table.Rows[i - 1])
                continue;
            foreach (var piece in table.Lines[i].Pieces.Where(piece => table.Lines[i - 1].At(piece.First) is not null))
            {
                pairs++;
                goesOn += char.IsLower(piece.Chunk.Text.FirstOrDefault()) && piece.Chunk.Words.Length > 2 ? 1 : 0;
            }
        }

        var share = (double)longColumns / table.Columns.Count;
        return (share > 0.6 ? 5 : 0) + (pairs > 2 ? 4 * (double)goesOn / pairs : 0);
    }

    // Several bold lines over all columns among plain ones: blocks of text beside each other, each with its title.
    private static bool AreBlocks(AlignedTable table)
    {
        bool IsBold(PieceLine line) => line.Pieces.Length == table.Columns.Count && line.Pieces.All(piece => piece.Chunk.Words.All(word => word.Font.IsBold));
        var bold = table.Lines.Where(IsBold).Select(line => line.Index).ToList();
        return bold.Count > 1 && bold.Count * 2 < table.Lines.Length && Enumerable.Range(1, bold.Count - 1).All(i => bold[i] > bold[i - 1] + 1);
    }

    // « Nom : », « Date : ____ », a box to tick.
    private static bool IsFormLabel(Piece piece) => piece.Chunk.Text.LastOrDefault() == ':' || piece.Chunk.Text is "/" or "/ /" or "☐" or "□" || piece.Chunk.Text.StartsWith('☐') || piece.Chunk.Text.StartsWith('□');

    // « 600 », « 500 », « 400 »… below each other, mostly alone on their lines: the scale at the side of a chart. Steps of a
    // tariff stand beside their amounts; ranks and years count by one.
    private static bool HasScale(AlignedTable table) => new[] { 0, table.Columns.Count - 1 }.Any(column =>
    {
        var texts = table.Lines.Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }).Select(piece => piece!.Chunk.Text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('%').Replace(',', '.')).ToList();
        var numbers = texts.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        var step = numbers.Count > 4 ? numbers[1] - numbers[0] : 0;
        var alone = table.Lines.Count(line => line.Pieces.Length == 1 && line.At(column) is not null);
        return Math.Abs(step) > 0.001 && Math.Abs(step) != 1 && alone * 2 > texts.Count && Enumerable.Range(1, numbers.Count - 1).All(i => Math.Abs(numbers[i] - numbers[i - 1] - step) < 0.001);
    });

    // « 0 10 20 30 40 50 »: the scale of a chart.
    private static bool IsAxis(PieceLine line)
    {
        var words = line.Pieces.SelectMany(piece => piece.Chunk.Words).Select(word => word.Text.TrimEnd('%').Replace(',', '.')).ToList();
        var numbers = words.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        return numbers.Count > 4 && numbers[1] != numbers[0] && numbers[0] < 1900
            && Enumerable.Range(2, numbers.Count - 2).All(i => Math.Abs(numbers[i] - numbers[i - 1] - (numbers[1] - numbers[0])) < 0.001);
    }

    // Titles and page numbers that only grow.
    private static bool IsContents(AlignedTable table)
    {
        var last = table.Lines.Select(line => line.At(table.Columns.Count - 1)).Where(piece => piece is { IsSpanning: false }).Select(piece => piece!.Chunk.Text).ToList();
        var numbers = last.Select(text => int.TryParse(text, out var number) ? number : -1).ToList();
        if (numbers.Count < 3 || numbers.Count(number => number >= 0) < 0.8 * numbers.Count)
            return false;
        var pages = numbers.Where(number => number >= 0).ToList();
        var grows = Enumerable.Range(1, pages.Count - 1).Count(i => pages[i] >= pages[i - 1]);
        var hasLeaders = table.Lines.Count(line => line.Pieces.Any(piece => piece.Chunk.HasLeader)) * 2 > table.Lines.Length;
        return grows >= 0.9 * (pages.Count - 1) && pages[^1] < 1000 && (hasLeaders || (table.Columns.Count <= 3 && (pages.Count > 4 || AreNumbered(table)))) && pages[^1] > pages[0];
    }

    // « Photographie 3. … », « 2.1 … »: what a list of contents names.
    private static bool AreNumbered(AlignedTable table)
    {
        var labels = table.Lines.Select(line => line.At(0)).Where(piece => piece is not null).Select(piece => piece!.Chunk.Text).ToList();
        return labels.Count(text => Numbering().IsMatch(text)) * 2 > labels.Count;
    }

    // « Acrotère, 54 », « Clôtures, 12, 67-70 ».
    private static bool IsIndex(List<Piece> pieces) => pieces.Count(piece => IndexEntry().IsMatch(piece.Chunk.Text)) > 0.4 * pieces.Count;

    [GeneratedRegex(@"^\p{L}* ?\d+(?:\.\d+)*(?: ?[.:)–-]| \p{L})")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\p{L}.*, \d+(?:[-–]\d+)?(?:, \d+(?:[-–]\d+)?)*$")]
    private static partial Regex IndexEntry();

    // A marker or number, and a text.
    private static bool IsList(AlignedTable table) => table.Columns.Count == 2
        && table.Lines.Select(line => line.At(0)).Where(piece => piece is not null).ToList() is { Count: > 0 } first
        && first.Count(piece => LinesToRegions.IsMarker(piece!.Chunk)) > 0.7 * first.Count
        && table.Lines.Count(line => line.At(1) is { Chunk.IsValue: true }) < 0.3 * table.Lines.Length;
}
