using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>
/// Tells ruled grids whose rules enclose more than cells: a frame around several columns, a band around several rows. What stands
/// in their cells is laid out in columns or rows of its own.
/// </summary>
internal sealed class CoarseGrids(int page, AlignmentOptions options, LayoutOptions layout)
{
    /// <summary>The share of the words, 0 to 1, that stand in cells with columns or figures below each other inside.</summary>
    public double Share(FilledGrid filled)
    {
        var (coarse, all) = (0, 0);
        foreach (var words in filled.Words.Where(words => !words.IsEmpty))
        {
            all += words.Length;
            var lines = WordsToChunks.Convert(page, words, [], options.ChunkGap, layout);
            var hasColumns = lines.Count(line => LinesToRegions.IsTabular(line) && !line.Chunks.Any(chunk => chunk.HasLeader)) > 1;
            var hasRows = lines.Length > 2 && lines.All(line => line.Chunks[0].IsValue);
            coarse += hasColumns || hasRows ? words.Length : 0;
        }

        return all == 0 ? 0 : (double)coarse / all;
    }
}
