using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Collections;

/// <summary>A document of a collection.</summary>
/// <param name="Path">Its path below what the user named, with « / ».</param>
/// <param name="Digest">What came of it; null where its bytes could not be had or its result not be written.</param>
/// <param name="Fingerprint">By what it is known again; null as the digest is.</param>
public sealed record CollectionEntry(string Path, DocumentDigest? Digest, DocumentFingerprint? Fingerprint);

/// <summary>How often something is there.</summary>
/// <param name="Word">What, as the contract names it.</param>
/// <param name="Count">Number, above zero.</param>
public sealed record WordCount(string Word, int Count);

/// <summary>The contract's words for values.</summary>
internal static class CollectionWords
{
    /// <summary>« same-content » for SameContent.</summary>
    public static string Of(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <summary>Counts and sums over documents.</summary>
public sealed record CollectionTotals
{
    /// <summary>Number of documents.</summary>
    public required int Documents { get; init; }

    /// <summary>Number of documents by what came of them; a lost one failed.</summary>
    public required ImmutableArray<WordCount> ByStatus { get; init; }

    /// <summary>Number of documents by kind; one that could not be read is of none.</summary>
    public required ImmutableArray<WordCount> ByKind { get; init; }

    /// <summary>Number of actions.</summary>
    public required int Actions { get; init; }

    /// <summary>Money of the actions.</summary>
    public required Euros Money { get; init; }

    /// <summary>What the strategies say.</summary>
    public required StrategySize Strategy { get; init; }

    /// <summary>Number of findings by severity.</summary>
    public required ImmutableArray<WordCount> Findings { get; init; }

    /// <summary>The totals of some documents.</summary>
    public static CollectionTotals Of(IReadOnlyCollection<CollectionEntry> entries)
    {
        DocumentDigest[] digests = [.. entries.Select(entry => entry.Digest).OfType<DocumentDigest>()];
        return new CollectionTotals
        {
            Documents = entries.Count,
            ByStatus = Count<DocumentStatus>(status => entries.Count(entry => (entry.Digest?.Status ?? DocumentStatus.Failed) == status)),
            ByKind = Count<DocumentKind>(kind => digests.Count(digest => digest.Status != DocumentStatus.Failed && digest.Kind == kind)),
            Actions = digests.Sum(digest => digest.ActionCount),
            Money = Euros.Sum(digests.Select(digest => digest.Money)),
            Strategy = digests.Aggregate(default(StrategySize), (sum, digest) => sum + digest.Strategy),
            Findings = Count<Severity>(severity => digests.Sum(digest => digest.CountOf(severity))),
        };
    }

    private static ImmutableArray<WordCount> Count<T>(Func<T, int> count)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new WordCount(CollectionWords.Of(value), count(value))).Where(word => word.Count > 0)];
}

/// <summary>What a collection holds: its documents in the order of their paths, which of them are there twice, and the sums.</summary>
public sealed record CollectionSummary
{
    /// <summary>The program and the definition that made the documents.</summary>
    public required Producer Producer { get; init; }

    /// <summary>The documents, in the order of their paths.</summary>
    public required ImmutableArray<CollectionEntry> Documents { get; init; }

    /// <summary>The documents that are there under another name, in the order of their paths.</summary>
    public required ImmutableArray<Duplicate> Duplicates { get; init; }

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
        var duplicates = Collections.Duplicates.Find([.. ordered.Select(entry => entry.Fingerprint).OfType<DocumentFingerprint>()]);
        var second = duplicates.Where(duplicate => duplicate.IsSame).Select(duplicate => duplicate.Path).ToHashSet(StringComparer.Ordinal);
        return new CollectionSummary
        {
            Producer = producer,
            Documents = ordered,
            Duplicates = duplicates,
            Totals = CollectionTotals.Of(ordered),
            WithoutDuplicates = CollectionTotals.Of([.. ordered.Where(entry => !second.Contains(entry.Path))]),
        };
    }
}
