using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

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
        var candidates = Zones(lines).SelectMany((zone, index) => Candidates(zone, rules, isWhole: index == 0)).OrderByDescending(table => table.Score.Value).ToList();
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

    // The page as a whole and, where it is set in columns, each column: the surer reading wins.
    private IEnumerable<ImmutableArray<ChunkLine>> Zones(ImmutableArray<ChunkLine> lines)
    {
        yield return lines;
        var items = lines.SelectMany(line => line.Chunks.Select(chunk => new LayoutItem(chunk.Box, new TextLine(page, chunk.Words, chunk.Box, line.Baseline))));
        var zones = ReadingOrder.ItemsToZones(items, options.Layout);
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

    private IEnumerable<FilledGrid> Candidates(ImmutableArray<ChunkLine> lines, ImmutableArray<Edge> rules, bool isWhole)
    {
        var toGrid = new RegionToGrid(rules, shades, _options);
        return LinesToRegions.Find(lines, rules, isWhole, _options)
            .SelectMany(toGrid.Convert)
            .Select(table => table.Filled with { Score = CandidateScore.Of(table, rules, shades, drawings, _options) });
    }
}
