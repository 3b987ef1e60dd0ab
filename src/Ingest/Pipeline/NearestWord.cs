namespace Ingest.Pipeline;

/// <summary>Finds the word that somebody probably meant.</summary>
public static class NearestWord
{
    /// <summary>
    /// The candidate with the smallest edit distance, where that distance is small enough to be a slip: at most one
    /// edit for every three letters, and one at least. Case does not count.
    /// </summary>
    /// <param name="word">The word as typed.</param>
    /// <param name="candidates">The words that are valid; of two as near the first wins.</param>
    /// <returns>The nearest candidate, or null where none is near.</returns>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var typed = word.ToLowerInvariant();
        var slips = Math.Max(1, typed.Length / 3);
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            var distance = Distance(typed, candidate.ToLowerInvariant());
            if (distance > slips)
                continue;
            if (distance == 0)
                return candidate;
            slips = distance - 1;
            nearest = candidate;
        }

        return nearest;
    }

    /// <summary>
    /// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours
    /// (F. J. Damerau, « A technique for computer detection and correction of spelling errors », CACM 7(3), 1964).
    /// </summary>
    /// <param name="from">One word.</param>
    /// <param name="to">The other.</param>
    /// <returns>Number of edits.</returns>
    public static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= to.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = from[i - 1] == to[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }

        return rows[from.Length, to.Length];
    }
}
