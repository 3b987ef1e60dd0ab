using System.Collections.Immutable;

namespace Ingest.Evaluation.Tables.Whole;

/// <summary>The figures of a part of the table corpus.</summary>
public sealed record TableCorpusSummary
{
    /// <summary>The figures of documents.</summary>
    /// <param name="name">Name of the part.</param>
    /// <param name="scores">Its documents.</param>
    public TableCorpusSummary(string name, IReadOnlyCollection<TableCorpusScore> scores)
    {
        var pairs = scores.SelectMany(score => score.Pairs).ToList();
        var multiPage = pairs.Where(pair => pair.Truth.IsMultiPage).ToList();
        var without = scores.Where(score => score.Pairs.IsEmpty).ToList();
        Name = name;
        Documents = scores.Count;
        Tables = pairs.Count;
        Exact = pairs.Count(pair => pair.IsExact);
        MultiPage = multiPage.Count;
        RowsExact = multiPage.Count(pair => pair.AreRowsExact);
        RegionsRight = multiPage.Count(pair => pair.AreRegionsRight);
        FalseTables = scores.Sum(score => score.FalseTables.Length);
        WithoutTables = without.Count;
        GaveNone = without.Count(score => score.FalseTables.IsEmpty);
    }

    /// <summary>Name of the part.</summary>
    public string Name { get; }

    /// <summary>Number of documents.</summary>
    public int Documents { get; }

    /// <summary>Number of true tables.</summary>
    public int Tables { get; }

    /// <summary>True tables of which every cell is right and none is too many.</summary>
    public int Exact { get; }

    /// <summary>Share of the true tables that are exact; null where there is none.</summary>
    public double? ExactShare => Tables == 0 ? null : (double)Exact / Tables;

    /// <summary>True tables that go over a page break.</summary>
    public int MultiPage { get; }

    /// <summary>Tables over a page break whose rows are all right, with none too many.</summary>
    public int RowsExact { get; }

    /// <summary>Tables over a page break whose cells are all on their pages.</summary>
    public int RegionsRight { get; }

    /// <summary>Predicted tables that are the counterpart of none.</summary>
    public int FalseTables { get; }

    /// <summary>Documents that have no table.</summary>
    public int WithoutTables { get; }

    /// <summary>Documents without a table in which none was found.</summary>
    public int GaveNone { get; }
}

/// <summary>The scores of the table corpus.</summary>
public sealed record TableCorpusReport
{
    /// <summary>The documents by name.</summary>
    public required ImmutableArray<TableCorpusScore> Scores { get; init; }

    /// <summary>All documents, then those of each split where there are both.</summary>
    public ImmutableArray<TableCorpusSummary> Splits =>
    [
        new TableCorpusSummary("all", Scores),
        .. Scores.GroupBy(score => score.Document.Split).OrderBy(group => group.Key).Select(group => new TableCorpusSummary(NameOf(group.Key), [.. group])),
    ];

    /// <summary>The documents of each trait; a document counts in all of its own.</summary>
    public ImmutableArray<TableCorpusSummary> Traits =>
    [
        .. Scores.SelectMany(score => score.Document.Traits.Distinct().Select(trait => (Trait: trait, Score: score)))
            .GroupBy(pair => pair.Trait, pair => pair.Score)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new TableCorpusSummary(group.Key, [.. group])),
    ];

    /// <summary>Name of a split, as files write it.</summary>
    internal static string NameOf(Split split) => split.ToString().ToLowerInvariant();
}
