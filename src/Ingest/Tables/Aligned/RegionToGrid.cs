using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables.Aligned;

/// <summary>A region with its structure.</summary>
/// <param name="Filled">The grid and its words.</param>
/// <param name="Lines">Its lines in their columns.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">For each line the number of its row.</param>
/// <param name="HeaderRows">How many first rows are the header.</param>
/// <param name="Separators">Heights of rules and shades that part its rows.</param>
internal sealed record AlignedTable(
    FilledGrid Filled, ImmutableArray<PieceLine> Lines, AlignedColumns Columns, ImmutableArray<int> Rows, int HeaderRows, ImmutableArray<double> Separators);

/// <summary>A region → columns, rows and cells.</summary>
internal sealed class RegionToGrid(ImmutableArray<Edge> edges, ImmutableArray<FilledArea> shades, ImmutableArray<Word> turned, AlignmentOptions options)
{
    private readonly TurnedLabels _turned = new(turned, options);

    /// <summary>The tables of the region: none when it has no two columns, several when they stand side by side.</summary>
    public IEnumerable<AlignedTable> Convert(AlignedRegion region)
    {
        if (LinesToColumns.Find(region, options) is not { Count: > 1 } columns)
            return [];
        var lines = LinesToPieces.Convert(region, columns);
        if (SideBySide.Find(lines, columns, edges, options) is { } gutter)
            return Sides(region, (gutter.Start + gutter.End) / 2).SelectMany(Convert);
        var table = Convert(region, columns, lines, null);
        return [table with { Filled = table.Filled with { Aligned = new AlignedSource(region, this) } }];
    }

    /// <summary>The region as a table with the given columns.</summary>
    /// <param name="region">The region.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="headerLines">How many first lines are its header; null where they are to be found.</param>
    public AlignedTable Convert(AlignedRegion region, AlignedColumns columns, int? headerLines) => Convert(region, columns, LinesToPieces.Convert(region, columns), headerLines);

    /// <summary>A region all of whose rows end with rules, as a table; null where the rules part groups of rows, or its lines show no columns.</summary>
    public AlignedTable? Climb(AlignedRegion region)
    {
        // Sums and titles between the rows, in bold, run over columns: their figures alone keep to them.
        var body = region.Lines.Skip(region.HeaderLines).ToList();
        var shown = body.Count(LineSigns.IsBold) * 2 < body.Count
            ? region with { Lines = [.. region.Lines.Take(region.HeaderLines), .. body.Select(line => LineSigns.IsBold(line) ? line with { Chunks = [.. line.Chunks.Where(chunk => chunk.IsValue)] } : line).Where(line => !line.Chunks.IsEmpty)] }
            : region;
        if (LinesToColumns.Find(shown, options) is not { Count: > 2 } columns)
            return null;
        var lines = LinesToPieces.Convert(region, columns).Select(line => line.Index < region.HeaderLines ? line : WithWholeLabel(line, region.Lines[line.Index])).ToImmutableArray();
        lines = HeaderLines.Span(HeaderLabels.Place(lines, region.HeaderLines, columns, options), region.HeaderLines, columns, edges, options);
        lines = WithWholeLabels(lines, region.HeaderLines);
        var ladder = new LadderRows(region, columns, options.Ladders);
        if (ladder.Find(lines) is not { } places)
            return null;
        lines = WidenTitles(lines, places, region.HeaderLines, columns);
        return WithTurned(new AlignedTable(ladder.Fill(lines, places), lines, columns, [.. places], places[region.HeaderLines - 1] + 1, [.. region.Rungs.Select(rung => rung.Position)]));
    }

    // « Communauté » over « d'agglomération »: closely below a label, with no rule between, its rest covers the same columns.
    private ImmutableArray<PieceLine> WithWholeLabels(ImmutableArray<PieceLine> lines, int headerLines)
    {
        var joined = lines.ToBuilder();
        for (var i = 1; i < headerLines; i++)
        {
            var (above, line) = (joined[i - 1], joined[i]);
            if (line.Baseline - above.Baseline > options.TextGap * line.Size)
                continue;
            Piece Of(Piece piece) => above.Pieces.FirstOrDefault(label => label.Box.Left < piece.Box.Right && label.Box.Right > piece.Box.Left && label.SharesColumn(piece)
                && !edges.Any(edge => edge.IsHorizontal && edge.Position > above.Baseline && edge.Position < line.Baseline && edge.Start < piece.Box.CenterX && edge.End > piece.Box.CenterX)) is { } label ? piece with { First = label.First, Last = label.Last } : piece;
            joined[i] = line with { Pieces = [.. line.Pieces.Select(Of)] };
        }

        return joined.ToImmutable();
    }

    // « Sous-total « Grandir » », in bold before figures, is one label, though a space of it stands on a gutter.
    private static PieceLine WithWholeLabel(PieceLine line, ChunkLine source)
    {
        if (!LineSigns.IsBold(source) || line.Pieces.Length < 2 || !source.Chunks.Any(chunk => chunk.IsValue))
            return line;
        var own = line.Pieces.TakeWhile(piece => !piece.Chunk.IsValue && piece.Box.Right <= source.Chunks[0].Box.Right + 0.01).ToList();
        return own.Count < 2 ? line
            : line with { Pieces = [own[0] with { Last = own[^1].Last, Chunk = source.Chunks[0] }, .. line.Pieces.Skip(own.Count)] };
    }

    // Each side is looked for anew: titles above it, and what stands between two tables below each other.
    private IEnumerable<AlignedRegion> Sides(AlignedRegion region, double middle)
    {
        foreach (var isLeft in new[] { true, false })
        {
            var side = region.Lines.Select(line => (Line: line, Chunks: line.Chunks.Where(chunk => chunk.Box.CenterX < middle == isLeft).ToImmutableArray()))
                .Where(part => !part.Chunks.IsEmpty).Select(part => new ChunkLine(part.Chunks, part.Line.Baseline, part.Line.Size)).ToList();
            foreach (var part in LinesToRegions.Find(side, edges, isWhole: false, options))
                yield return part;
        }
    }

    private AlignedTable Convert(AlignedRegion region, AlignedColumns columns, ImmutableArray<PieceLine> lines, int? known) => WithTurned(Upright(region, columns, lines, known));

    private AlignedTable WithTurned(AlignedTable table)
    {
        var filled = _turned.Place(table.Filled);
        return ReferenceEquals(filled, table.Filled) ? table : table with { Filled = filled, HeaderRows = Math.Max(table.HeaderRows, filled.HeaderRows) };
    }

    private AlignedTable Upright(AlignedRegion region, AlignedColumns columns, ImmutableArray<PieceLine> lines, int? known)
    {
        var separators = Separators(region);
        if (region.IsCard && columns.Count == 2)
            return Build(region, lines, columns, LabelledCards.Rows(lines), 0, separators);
        var headerLines = known ?? HeaderLines.Count(lines, separators, region.HeaderLines, options);
        lines = HeaderLines.Span(HeaderLabels.Place(lines, headerLines, columns, options), headerLines, columns, edges, options);
        if (new RowsByRules(columns, edges, options).Find(lines, headerLines, region.Box.Bottom) is { } ruled)
            return new AlignedTable(ruled.Filled, lines, columns, [.. ruled.Rows], 1, separators);
        if (StubSpans.WithoutStub(lines, headerLines) is { } rest && LinesToRows.Find(rest, columns, separators, headerLines, options) is var shared
            && StubSpans.Find(lines, rest, shared, headerLines) is { } labels)
        {
            var table = Build(region, rest, columns, shared, headerLines, separators);
            return table with { Filled = StubSpans.Place(table.Filled, labels) };
        }

        return Build(region, lines, columns, LinesToRows.Find(lines, columns, separators, headerLines, options), headerLines, separators);
    }

    private AlignedTable Build(AlignedRegion region, ImmutableArray<PieceLine> lines, AlignedColumns columns, int[] rows, int headerLines, ImmutableArray<double> separators)
    {
        lines = WidenTitles(lines, rows, headerLines, columns);
        var headerRows = headerLines == 0 ? 0 : rows[headerLines - 1] + 1;
        var filled = HeaderSpans.Merge(Fill(region, lines, columns, rows) with { HeaderRows = headerRows }, UnitRows(lines, rows, headerRows), edges);
        return new AlignedTable(filled, lines, columns, [.. rows], headerRows, separators);
    }

    // « nombre | % | hectares » below the labels.
    private int UnitRows(ImmutableArray<PieceLine> lines, int[] rows, int headerRows)
    {
        var last = lines.Where(line => rows[line.Index] == headerRows - 1).SelectMany(line => line.Pieces).ToList();
        return headerRows > 2 && last.Count > 1 && last.TrueForAll(piece => piece.First > 0) && last.Count(piece => options.IsUnit(piece.Chunk.Text)) >= options.UnitShare * last.Count ? 1 : 0;
    }

    // Rules and sides of shaded bands over most of the width.
    private ImmutableArray<double> Separators(AlignedRegion region)
    {
        var box = region.Box;
        var bands = shades.Where(fill => fill.Box.Height < box.Height * 0.8).Select(fill => fill.Box)
            .SelectMany(shade => new[] { new Edge(true, shade.Top, shade.Left, shade.Right), new Edge(true, shade.Bottom, shade.Left, shade.Right) });
        var sides = edges.Where(edge => edge.IsHorizontal).Concat(bands)
            .Where(side => side.Position > box.Top && side.Position < box.Bottom && side.Start < box.Right && side.End > box.Left);
        return
        [
            .. sides.GroupBy(side => Math.Round(side.Position))
                .Where(group => Covered(group.Select(side => new Run(Math.Max(side.Start, box.Left), Math.Min(side.End, box.Right)))) >= 0.6 * box.Width)
                .Select(group => group.Average(side => side.Position)).Order(),
        ];
    }

    private static double Covered(IEnumerable<Run> runs)
    {
        var (covered, end) = (0.0, double.NegativeInfinity);
        foreach (var run in runs.OrderBy(run => run.Start))
        {
            covered += Math.Max(0, run.End - Math.Max(run.Start, end));
            end = Math.Max(end, run.End);
        }

        return covered;
    }

    private static FilledGrid Fill(AlignedRegion region, ImmutableArray<PieceLine> lines, AlignedColumns columns, int[] rows)
    {
        var rowCount = rows[^1] + 1;
        var cells = new List<(GridCell Cell, ImmutableArray<Word> Words)>();
        var isTaken = new bool[rowCount, columns.Count];
        foreach (var group in lines.SelectMany(line => line.Pieces).GroupBy(piece => (Row: rows[piece.Line], piece.First, piece.Last)))
        {
            cells.Add((new GridCell(group.Key.Row, group.Key.First, 1, group.Key.Last - group.Key.First + 1), WithoutLeaders([.. group.SelectMany(piece => piece.Chunk.Words)])));
            for (var column = group.Key.First; column <= group.Key.Last; column++)
                isTaken[group.Key.Row, column] = true;
        }

        for (var row = 0; row < rowCount; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                if (!isTaken[row, column])
                    cells.Add((new GridCell(row, column, 1, 1), []));
            }
        }

        cells.Sort((one, other) => one.Cell.Row != other.Cell.Row ? one.Cell.Row.CompareTo(other.Cell.Row) : one.Cell.Column.CompareTo(other.Cell.Column));
        var heights = ImmutableArray.CreateBuilder<double>();
        heights.Add(region.Box.Top);
        for (var i = 1; i < lines.Length; i++)
        {
            if (rows[i] != rows[i - 1])
                heights.Add((lines[i - 1].Bottom + lines[i].Top) / 2);
        }

        heights.Add(region.Box.Bottom);
        var grid = new CellGrid
        {
            Columns = columns.Sides,
            Rows = heights.ToImmutable(),
            Cells = [.. cells.Select(cell => cell.Cell)],
        };
        return new FilledGrid(grid, [.. cells.Select(cell => cell.Words)]) { Method = TableMethod.Unruled, Stripes = Stripes(lines, columns) };
    }

    // Two dots are the end of a leader before a figure; by themselves they stand for one that is not known.
    private static ImmutableArray<Word> WithoutLeaders(ImmutableArray<Word> words)
    {
        ImmutableArray<Word> own = [.. words.Where(word => !ValueText.IsLeader(word.Text))];
        return own.Length > 1 && own[0].Text is ".." ? own[1..] : own;
    }

    private static ImmutableArray<Run> Stripes(ImmutableArray<PieceLine> lines, AlignedColumns columns)
    {
        var stripes = ImmutableArray.CreateBuilder<Run>(columns.Count);
        for (var column = 0; column < columns.Count; column++)
        {
            var own = lines.Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }).Select(piece => piece!.Box).ToList();
            stripes.Add(own.Count == 0 ? columns.Stripes[column] : new Run(own.Min(box => box.Left), own.Max(box => box.Right)));
        }

        return stripes.MoveToImmutable();
    }

    // A title between the rows that runs over more than its first column, or stands in the middle, is one for all columns.
    private static ImmutableArray<PieceLine> WidenTitles(ImmutableArray<PieceLine> lines, int[] rows, int headerLines, AlignedColumns columns)
    {
        var middle = (columns.Stripes[0].Start + columns.Stripes[^1].End) / 2;
        var body = lines.Skip(headerLines).GroupBy(line => rows[line.Index]).ToList();
        var hasFigures = body.Count(row => row.Any(line => line.Pieces.Any(piece => piece.First > 0 && piece.Chunk.IsValue))) * 2 > body.Count;
        bool IsBold(Piece piece) => piece.Chunk.Words.All(word => word.Font.IsBold);
        var hasBold = lines.Skip(headerLines).Any(line => line.Pieces.Any(IsBold));
        bool IsTitle(Piece piece, double size) => piece.First == 0
            ? piece.IsSpanning || (hasFigures && !piece.Chunk.IsValue && (IsBold(piece) || !hasBold))
            : Math.Abs(piece.Box.CenterX - middle) <= 1.5 * size && Math.Abs(piece.Box.Left - columns.Stripes[piece.First].Start) > 0.25 * size && !piece.Chunk.IsValue;
        var titles = lines.GroupBy(line => rows[line.Index])
            .Where(row => row.All(line => line.Pieces.Length == 1 && line.Pieces[0].SharesColumn(row.First().Pieces[0])) && row.Any(line => IsTitle(line.Pieces[0], line.Size)) && (row.First().Index >= headerLines || row.First().Index == 0))
            .Select(row => row.Key).ToHashSet();
        return [.. lines.Select(line => titles.Contains(rows[line.Index]) ? line with { Pieces = [line.Pieces[0] with { First = 0, Last = columns.Count - 1 }] } : line)];
    }
}
