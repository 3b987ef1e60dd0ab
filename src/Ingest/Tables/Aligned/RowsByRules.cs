using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables.Aligned;

/// <summary>
/// Rows of a table whose lying rules stop short of its first columns: each rule ends a row, and where it leaves a column out the cell there
/// goes on, wherever in it its text is set. Tables ruled over their whole width need none of this: their rows are told line by line.
/// </summary>
internal sealed class RowsByRules(AlignedColumns columns, ImmutableArray<Edge> edges, AlignmentOptions options)
{
    // So much of a column (0..1) a rule must underline to be one of it, at either side of its middle.
    private const double Underlined = 0.4;

    // Rules that stand this near (points) are one, drawn cell by cell.
    private const double Near = 2;

    private const int LeastRows = 3;

    /// <summary>The cells, and for each line the number of its row; null where rules do not tell them.</summary>
    /// <param name="lines">The lines of the region in their columns.</param>
    /// <param name="headerLines">How many of them are the header.</param>
    /// <param name="bottom">Bottom of the region in points.</param>
    public (FilledGrid Filled, int[] Rows)? Find(ImmutableArray<PieceLine> lines, int headerLines, double bottom)
    {
        if (headerLines == 0 || headerLines >= lines.Length || lines.Any(line => line.Pieces.Any(piece => piece.IsSpanning)))
            return null;
        var rules = Rules(lines[headerLines - 1].Baseline, lines[^1].Baseline);
        if (rules.Count < LeastRows || !Array.TrueForAll(rules[0].Covers, covers => covers))
            return null;
        // The first one parts the header, a label for each column, from the body.
        headerLines = lines.Count(line => line.Baseline < rules[0].Position);
        if (headerLines > options.MaxHeaderLines || lines.Take(headerLines).SelectMany(line => line.Pieces).Select(piece => piece.First).Distinct().Count() < columns.Count)
            return null;
        var cuts = rules.Skip(1).ToList();
        var rowCount = cuts.Count + 1;
        if (rowCount < LeastRows || !AreOfGroups(cuts))
            return null;
        var rows = lines.Select(line => line.Index < headerLines ? 0 : 1 + cuts.Count(cut => cut.Position < line.Baseline)).ToArray();
        return rows.Distinct().Count() == rowCount + 1 && HasOneValueEach(lines, rows, headerLines) ? (Fill(lines, rows, rules, cuts, bottom), rows) : null;
    }

    // At least one rule leaves out first columns, none leaves out others.
    private static bool AreOfGroups(List<Rule> cuts) => cuts.Exists(cut => !cut.Covers[0])
        && cuts.TrueForAll(cut => cut.Covers[^1] && !Enumerable.Range(1, cut.Covers.Length - 1).Any(column => cut.Covers[column - 1] && !cut.Covers[column]));

    private bool HasOneValueEach(ImmutableArray<PieceLine> lines, int[] rows, int headerLines) => lines.Skip(headerLines).SelectMany(line => line.Pieces)
        .GroupBy(piece => (rows[piece.Line], piece.First)).All(cell => cell.Count(piece => piece.Chunk.IsValue) <= 1 && cell.Count() <= options.MaxCellLines);

    private List<Rule> Rules(double top, double bottom)
    {
        var lying = edges.Where(edge => edge.IsHorizontal && edge.Position > top && edge.Position < bottom).OrderBy(edge => edge.Position).ToList();
        var rules = new List<Rule>();
        for (var first = 0; first < lying.Count;)
        {
            var own = lying.Skip(first).TakeWhile(edge => edge.Position - lying[first].Position <= Near).ToList();
            var covers = Enumerable.Range(0, columns.Count).Select(column => Covers(own, columns.Stripes[column].Start, columns.Stripes[column].End)).ToArray();
            if (covers.Any(isCovered => isCovered))
                rules.Add(new Rule(own[0].Position, covers));
            first += own.Count;
        }

        return rules;
    }

    private static bool Covers(List<Edge> rule, double left, double right)
    {
        var (middle, half) = ((left + right) / 2, Underlined * (right - left));
        return rule.Exists(edge => edge.Start <= middle && edge.End >= middle) && rule.Min(edge => edge.Start) <= middle - half && rule.Max(edge => edge.End) >= middle + half;
    }

    private FilledGrid Fill(ImmutableArray<PieceLine> lines, int[] rows, List<Rule> rules, List<Rule> cuts, double bottom)
    {
        var cells = new List<(GridCell Cell, ImmutableArray<Word> Words)>();
        for (var column = 0; column < columns.Count; column++)
        {
            var start = 0;
            for (var row = 1; row <= cuts.Count + 2; row++)
            {
                // A cell ends at the header, at the end, and where a rule runs below it.
                if (row > 1 && row < cuts.Count + 2 && !cuts[row - 2].Covers[column])
                    continue;
                cells.Add((new GridCell(start, column, row - start, 1), [.. lines.Where(line => rows[line.Index] >= start && rows[line.Index] < row).Select(line => line.At(column)).OfType<Piece>().SelectMany(piece => piece.Chunk.Words)]));
                start = row;
            }
        }

        cells.Sort((one, other) => one.Cell.Row != other.Cell.Row ? one.Cell.Row.CompareTo(other.Cell.Row) : one.Cell.Column.CompareTo(other.Cell.Column));
        var grid = new CellGrid
        {
            Columns = columns.Sides,
            Rows = [lines[0].Top, rules[0].Position, .. cuts.Select(cut => cut.Position), bottom],
            Cells = [.. cells.Select(cell => cell.Cell)],
        };
        return new FilledGrid(grid, [.. cells.Select(cell => cell.Words)]) { Method = TableMethod.Unruled, Stripes = columns.Stripes, HeaderRows = 1 };
    }

    // A rule, and which columns it underlines.
    private sealed record Rule(double Position, bool[] Covers);
}
