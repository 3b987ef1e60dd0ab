using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Tables.Tagged;

/// <summary>
/// Which tagged tables are needed: where rules alone give the same cells, these are better, for they say how far a cell
/// reaches and not only where its words are.
/// </summary>
internal static class TaggedOrRuled
{
    /// <summary>The tagged tables that rules do not give, and those that a ruled table outdoes because it holds more.</summary>
    public static (ImmutableArray<FilledGrid> Needed, ImmutableArray<FilledGrid> Outdone) Choose(
        ImmutableArray<FilledGrid> tagged, ImmutableArray<FilledGrid> ruled)
    {
        if (ruled.IsEmpty)
            return (tagged, []);
        var all = Words(tagged).ToHashSet<Word>(ReferenceEqualityComparer.Instance);
        var needed = ImmutableArray.CreateBuilder<FilledGrid>();
        var outdone = ImmutableArray.CreateBuilder<FilledGrid>();
        foreach (var table in tagged)
        {
            var own = Words([table]).ToHashSet<Word>(ReferenceEqualityComparer.Instance);
            var rivals = ruled.Where(rival => rival.Words.Any(words => words.Any(own.Contains))).ToList();
            if (rivals is [var rival] && HasSameCells(table, rival, own))
                continue;

            // Cells of which the tree knows nothing: it tells of a part of the table only.
            if (rivals.Exists(rival => rival.Words.Any(words => !words.IsEmpty && words.All(word => !all.Contains(word) && !word.IsArtifact))))
                outdone.Add(table);
            else
                needed.Add(table);
        }

        return (needed.ToImmutable(), outdone.ToImmutable());
    }

    // Cell by cell the same words. What the rules hold beyond these stands in cells of its own: a header that is repeated.
    private static bool HasSameCells(FilledGrid tagged, FilledGrid ruled, HashSet<Word> own)
    {
        var cellOf = new Dictionary<Word, int>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < ruled.Words.Length; index++)
        {
            foreach (var word in ruled.Words[index])
                cellOf[word] = index;
        }

        return tagged.Words.Where(words => !words.IsEmpty).All(words =>
            cellOf.TryGetValue(words[0], out var cell)
            && words.All(word => cellOf.TryGetValue(word, out var other) && other == cell)
            && ruled.Words[cell].Length == words.Length)
            && ruled.Words.SelectMany(words => words).All(word => own.Contains(word) || word.IsArtifact);
    }

    private static IEnumerable<Word> Words(IEnumerable<FilledGrid> tables) => tables.SelectMany(table => table.Words).SelectMany(words => words);
}
