using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Collections;

/// <summary>A document of a collection.</summary>
/// <param name="Path">Its path below what the user named, with « / ».</param>
/// <param name="Digest">What came of it; null where its bytes could not be had or its result not be written.</param>
/// <param name="Fingerprint">By what it is known again; null as the digest is.</param>
public sealed record CollectionEntry(string Path, DocumentDigest? Digest, DocumentFingerprint? Fingerprint);

/// <summary>Counts and sums over documents.</summary>
public sealed record CollectionTotals
{
    /// <summary>Number of documents.</summary>
    public required int Documents { get; init; }

    /// <summary>Number of documents by what came of them; a lost one failed.</summary>
    public required ImmutableSortedDictionary<DocumentStatus, int> ByStatus { get; init; }

    /// <summary>Number of documents by kind; one that could not be read is of none.</summary>
    public required ImmutableSortedDictionary<DocumentKind, int> ByKind { get; init; }

    /// <summary>Number of actions.</summary>
    public required int Actions { get; init; }

    /// <summary>Money of the actions.</summary>
    public required Euros Money { get; init; }

    /// <summary>What the strategies say.</summary>
    public required StrategySize Strategy { get; init; }

    /// <summary>Number of findings by severity.</summary>
    public required ImmutableSortedDictionary<Severity, int> Findings { get; init; }

    /// <summary>The totals of some documents.</summary>
    public static CollectionTotals Of(IReadOnlyCollection<CollectionEntry> entries)
    {
        DocumentDigest[] digests = [.. entries.Select(entry => entry.Digest).OfType<DocumentDigest>()];
        return new CollectionTotals
        {
            Documents = entries.Count,
            ByStatus = entries.GroupBy(entry => entry.Digest?.Status ?? DocumentStatus.Failed).ToImmutableSortedDictionary(group => group.Key, group => group.Count()),
            ByKind = digests.Where(digest => digest.Status != DocumentStatus.Failed).GroupBy(digest => digest.Kind).ToImmutableSortedDictionary(group => group.Key, group => group.Count()),
            Actions = digests.Sum(digest => digest.ActionCount),
            Money = Euros.Sum(digests.Select(digest => digest.Money)),
            Strategy = digests.Aggregate(default(StrategySize), (sum, digest) => sum + digest.Strategy),
            Findings = Enum.GetValues<Severity>().ToImmutableSortedDictionary(severity => severity, severity => digests.Sum(digest => digest.CountOf(severity))),
        };
    }
}

/// <summary>What a collection holds: its documents in the order of their paths, which of them are there twice, and the sums.</summary>
public sealed record CollectionSummary
{
    /// <summary>The program and the definition that made the documents.</summary>
    public required Producer Producer { get; init; }

    /// <summary>The documents, in the order of their paths.</summary>
    public required ImmutableArray<CollectionEntry> Documents { get; init; }

    /// <summary>The documents that are there under another name, by path.</summary>
    public required ImmutableSortedDictionary<string, Duplicate> Duplicates { get; init; }

    /// <summary>Sums over all documents.</summary>
    public required CollectionTotals Totals { get; init; }

    /// <summary>Sums with each document once, whatever formats it is there in.</summary>
    public required CollectionTotals WithoutDuplicates { get; init; }

    /// <summary>The summary of a collection.</summary>
    /// <param name="producer">The program and the definition.</param>
    /// <param name="entries">The documents, in any order.</param>
    public static CollectionSummary Of(Producer producer, IEnumerable<CollectionEntry> entries)
    {
        ImmutableArray<CollectionEntry> ordered = [.. entries.OrderBy(entry => entry.Path, StringComparer.Ordinal)];
        var duplicates = Collections.Duplicates.Find([.. ordered.Select(entry => entry.Fingerprint).OfType<DocumentFingerprint>()])
            .ToImmutableSortedDictionary(duplicate => duplicate.Path, duplicate => duplicate, StringComparer.Ordinal);
        return new CollectionSummary
        {
            Producer = producer,
            Documents = ordered,
            Duplicates = duplicates,
            Totals = CollectionTotals.Of(ordered),
            WithoutDuplicates = CollectionTotals.Of([.. ordered.Where(entry => !(duplicates.TryGetValue(entry.Path, out var duplicate) && duplicate.IsSame))]),
        };
    }
}
