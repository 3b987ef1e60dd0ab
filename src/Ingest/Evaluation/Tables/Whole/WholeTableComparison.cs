using System.Collections.Immutable;

namespace Ingest.Evaluation.Tables.Whole;

/// <summary>A true table with the predicted one that it is paired with.</summary>
/// <param name="Truth">The true table.</param>
/// <param name="Predicted">The predicted one; null where none shares a page and a text with it.</param>
public sealed record TablePair(WholeTable Truth, WholeTable? Predicted)
{
    /// <summary>Whether both have the same cells with text: places, spans, texts.</summary>
    public bool IsExact => Predicted is not null && Truth.Cells.Length == Predicted.Cells.Length
        && Truth.Cells.Zip(Predicted.Cells).All(pair => pair.First.IsSameAs(pair.Second));

    /// <summary>Whether both have the same rows in the same order, with none missing and none too many; spans are left aside.</summary>
    public bool AreRowsExact => Predicted is not null && Truth.Rows.SequenceEqual(Predicted.Rows);

    /// <summary>
    /// Whether every cell that the truth has is on the pages that the truth tells: both where a page break cuts it. Where the
    /// break cuts its row alone, its own area goes over it as well, and the other page is no mistake.
    /// </summary>
    public bool AreRegionsRight => Predicted is not null && Truth.Cells.All(cell => cell.Pages.IsEmpty
        || Predicted.Cells.Any(other => other.IsAt(cell) && other.Pages.IsSupersetOf(cell.Pages) && other.Pages.IsSubsetOf(PagesOfRow(cell))));

    private ImmutableSortedSet<int> PagesOfRow(WholeCell cell) => [.. Truth.Cells.Where(cell.SharesRowWith).SelectMany(other => other.Pages)];
}

/// <summary>A document of the table corpus with what was read of it.</summary>
public sealed record TableCorpusScore
{
    /// <summary>The document with its truth.</summary>
    public required TableCorpusDocument Document { get; init; }

    /// <summary>Its tables with their counterparts.</summary>
    public required ImmutableArray<TablePair> Pairs { get; init; }

    /// <summary>Predicted tables that are the counterpart of none.</summary>
    public required ImmutableArray<WholeTable> FalseTables { get; init; }
}

/// <summary>Compares joined tables with those that a document truly has.</summary>
public static class WholeTableComparison
{
    /// <summary>
    /// Pairs the tables for the greatest number of cells with equal text, among those that share a page; of equal pairings the
    /// one that keeps the order of the document.
    /// </summary>
    /// <param name="document">The document with its truth.</param>
    /// <param name="predicted">The joined tables that were read.</param>
    public static TableCorpusScore Compare(TableCorpusDocument document, ImmutableArray<WholeTable> predicted)
    {
        var truth = document.Tables;
        var texts = truth.Select(TextsOf).ToList();
        var found = predicted.Select(TextsOf).ToList();
        var pairs = Alignment.Pair(
            truth.Length,
            predicted.Length,
            (i, j) => truth[i].Pages.Overlaps(predicted[j].Pages) ? texts[i].CountShared(found[j]) : 0,
            threshold: 1).ToDictionary(pair => pair.Expected, pair => pair.Actual);
        return new TableCorpusScore
        {
            Document = document,
            Pairs = [.. truth.Select((table, index) => new TablePair(table, pairs.TryGetValue(index, out var pair) ? predicted[pair] : null))],
            FalseTables = [.. predicted.Where((_, index) => !pairs.ContainsValue(index))],
        };
    }

    private static Bag<string> TextsOf(WholeTable table) => new(table.Cells.Select(cell => cell.Text));
}
