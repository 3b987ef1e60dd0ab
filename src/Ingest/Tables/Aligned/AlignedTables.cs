using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>Words that no rules enclose → tables that their alignment shows. Columns of the page are tried apart as well.</summary>
internal sealed class AlignedTables(int page, ImmutableArray<Edge> edges, ImmutableArray<FilledArea> shades, PageDrawings drawings, ContentOptions options)
{
    private readonly AlignmentOptions _options = options.Tables.Alignment;

    /// <summary>The tables, few rows that may go on from another page, and the candidates that were not taken with what spoke against them.</summary>
    public (ImmutableArray<FilledGrid> Tables, ImmutableArray<FilledGrid> Few, ImmutableArray<TableCandidate> Rejected) Find(IReadOnlyCollection<Word> words)
    {
        var all = WordsToChunks.Convert(page, words, edges, _options.ChunkGap, options.Layout);
        ImmutableArray<ChunkLine> lines = [.. all.Where(line => !IsDrawn(line))];
        ImmutableArray<Edge> rules = [.. edges, .. all.Where(IsDrawn).Select(line => new Edge(true, line.Box.CenterY, line.Box.Left, line.Box.Right))];
        if (lines.IsEmpty)
            return ([], [], []);
        var zones = ZonesOf(lines);
        var turned = TurnedLabels.Of(words);
        var candidates = Parts(lines, zones).SelectMany((part, index) => Candidates(part, rules, turned, isWhole: index == 0).Where(filled => index > 0 || !IsOfColumns(filled.Grid.Box, zones))).OrderByDescending(table => table.Score.Value).ToList();
        var tables = ImmutableArray.CreateBuilder<FilledGrid>();
        var few = ImmutableArray.CreateBuilder<FilledGrid>();
        var rejected = ImmutableArray.CreateBuilder<TableCandidate>();
        foreach (var filled in candidates)
        {
            var isOutdone = tables.Any(table => table.Grid.Box.Overlaps(filled.Grid.Box));
            if (filled.Score.Value >= _options.MinScore && !isOutdone)
                tables.Add(filled);
            else if (!isOutdone && filled.Aligned is not null && filled.Grid.RowCount <= _options.FewRows)
                few.Add(filled);
            else if (!isOutdone || filled.Score.Value >= _options.MinScore)
                rejected.Add(Reject(filled, isOutdone ? Rejection.Outdone : Rejection.Unlikely));
        }

        return (tables.ToImmutable(), few.ToImmutable(), rejected.ToImmutable());
    }

    // « -------- »: a rule that a printer of characters draws.
    private static bool IsDrawn(ChunkLine line) => line.Chunks.All(chunk => chunk.Words.All(word => ValueText.IsLeader(word.Text) && word.Text[0] is '-' or '=' or '_' or '–' or '—' or '*' or '+'));

    private TableCandidate Reject(FilledGrid filled, Rejection reason) =>
        new(page, filled.Grid.Box, TableMethod.Unruled, filled.Grid.RowCount, filled.Grid.ColumnCount, reason) { Score = filled.Score };

    private ImmutableArray<Zone> ZonesOf(ImmutableArray<ChunkLine> lines) => ReadingOrder.ItemsToZones(
        lines.SelectMany(line => line.Chunks.Select(chunk => new LayoutItem(chunk.Box, new TextLine(page, chunk.Words, chunk.Box, line.Baseline)))), options.Layout);

    // Lists that stand level in two columns of a page are no table, where the columns go on above and below them.
    private bool IsOfColumns(Box box, ImmutableArray<Zone> zones)
    {
        var sides = zones.Where(zone => zone.IsColumn).Select(zone => zone.Items).Where(items => items.Any(item => IsIn(item, box))).ToList();
        return sides.Count > 1 && sides.TrueForAll(items => items.Count(item => !IsIn(item, box)) is var others && others >= _options.LeastColumnLines && others >= items.Count(item => IsIn(item, box)));
    }

    private static bool IsIn(LayoutItem item, Box box) => item.Box.CenterY > box.Top && item.Box.CenterY < box.Bottom && item.Box.CenterX > box.Left && item.Box.CenterX < box.Right;

    // The page as a whole and, where it is set in columns, each column: the surer reading wins.
    private static IEnumerable<ImmutableArray<ChunkLine>> Parts(ImmutableArray<ChunkLine> lines, ImmutableArray<Zone> zones)
    {
        yield return lines;
        if (!zones.Any(zone => zone.IsColumn))
            yield break;
        // A line of which a part stands across the columns stands across them as a whole.
        var across = zones.Where(zone => !zone.IsColumn).SelectMany(zone => zone.Items).Select(item => item.Line!.Baseline).ToHashSet();
        yield return [.. lines.Where(line => across.Contains(line.Baseline))];
        foreach (var zone in zones.Where(zone => zone.IsColumn))
        {
            yield return
            [
                .. zone.Items.Where(item => !across.Contains(item.Line!.Baseline)).GroupBy(item => item.Line!.Baseline).OrderBy(group => group.Key)
                    .Select(group => group.OrderBy(item => item.Box.Left).Select(item => item.Line!).ToList())
                    .Select(parts => new ChunkLine([.. parts.Select(part => new Chunk(part.Words, part.Box))], parts[0].Baseline, parts[0].Size())),
            ];
        }
    }

    private IEnumerable<FilledGrid> Candidates(ImmutableArray<ChunkLine> lines, ImmutableArray<Edge> rules, ImmutableArray<Word> turned, bool isWhole)
    {
        var toGrid = new RegionToGrid(rules, shades, turned, _options);
        IEnumerable<FilledGrid> Scored(IEnumerable<AlignedTable> tables) => tables.Select(table => table.Filled with { Score = CandidateScore.Of(table, rules, shades, drawings, _options) });
        // Rules that part all rows are followed first; what they do not enclose is read by its alignment.
        var ladders = isWhole ? Scored(Ladders.Find(lines, rules, _options.Ladders).Select(toGrid.Climb).OfType<AlignedTable>()).Where(table => table.Score.Value >= _options.MinScore).ToList() : [];
        var rest = ladders.Count == 0 ? lines : [.. lines.Where(line => !ladders.Exists(ladder => line.Baseline > ladder.Grid.Box.Top && line.Baseline < ladder.Grid.Box.Bottom && line.Box.Left < ladder.Grid.Box.Right && line.Box.Right > ladder.Grid.Box.Left))];
        return [.. ladders, .. Scored(LinesToRegions.Find(rest, rules, isWhole, _options).SelectMany(toGrid.Convert))];
    }
}
