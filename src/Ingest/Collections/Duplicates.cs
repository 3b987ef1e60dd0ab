using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Ingest.Collections;

/// <summary>In what way a document is there twice.</summary>
public enum DuplicateKind
{
    /// <summary>The same bytes under another name.</summary>
    IdenticalBytes,

    /// <summary>The same texts and the same amounts from other bytes: one act as DOCX and as PDF.</summary>
    SameContent,

    /// <summary>Much the same texts: another version, or one of the two read amiss. A person has to look; never taken for one document.</summary>
    Near,
}

/// <summary>A document that is in the collection under another name.</summary>
/// <param name="Path">Path of the document.</param>
/// <param name="Of">Path of the one that counts in its stead; of a near one, the most alike.</param>
/// <param name="Kind">In what way they are the same.</param>
public sealed record Duplicate(string Path, string Of, DuplicateKind Kind)
{
    /// <summary>Whether the document must not count beside the other.</summary>
    public bool IsSame => Kind != DuplicateKind.Near;
}

/// <summary>
/// Finds the documents that a collection has twice. Amendments and the planned and the voted state of one programmation are not the
/// same document: every amount must agree. Nor are documents that name other communes, other years or another act.
/// </summary>
/// <remarks>
/// Documents are compared only where a hash or a part of their sketches agrees (locality-sensitive hashing by bands: Leskovec, Rajaraman,
/// Ullman, « Mining of Massive Datasets », ch. 3), and at most <see cref="MostCompared"/> with one place: the work grows with the number of
/// documents, not with its square. What that leaves out are near duplicates among very many documents of one template.
/// </remarks>
public static class Duplicates
{
    /// <summary>From this share of common word pairs on two documents with the same amounts are one, and with other amounts near each other.</summary>
    public const double LeastResemblance = 0.7;

    /// <summary>Most documents of one place that a document is compared with.</summary>
    public const int MostCompared = 64;

    // 32 bands of 4: of documents that resemble each other by 0.7 all but one of six thousand meet in a band (1 − (1 − 0.7⁴)³²).
    private const int Band = 4;

    /// <summary>The duplicates, in the order of their paths. Of those that are the same the first by path counts.</summary>
    public static ImmutableArray<Duplicate> Find(IReadOnlyList<DocumentFingerprint> documents)
    {
        var ordered = documents.OrderBy(document => document.Path, StringComparer.Ordinal).ToArray();
        var known = new KnownDocuments();
        var found = ImmutableArray.CreateBuilder<Duplicate>();
        foreach (var document in ordered)
        {
            if (known.Same(document) is { } same)
            {
                found.Add(new Duplicate(document.Path, same.Path, same.Sha256 == document.Sha256 ? DuplicateKind.IdenticalBytes : DuplicateKind.SameContent));
                known.AddBytes(document);
                continue;
            }

            if (known.MostAlike(document) is { } near)
                found.Add(new Duplicate(document.Path, near.Path, DuplicateKind.Near));
            known.Add(document);
        }

        return found.ToImmutable();
    }

    private static bool MayBeSame(DocumentFingerprint one, DocumentFingerprint other) =>
        (one.Period is null || other.Period is null || one.Period == other.Period)
        && (one.Act is null || other.Act is null || one.Act == other.Act)
        && (one.Communes.IsEmpty || other.Communes.IsEmpty || one.Communes.SequenceEqual(other.Communes, StringComparer.Ordinal));

    private static bool MayBeNear(DocumentFingerprint one, DocumentFingerprint other) =>
        (one.Period is null || other.Period is null || one.Period == other.Period)
        && (one.Communes.IsEmpty || other.Communes.IsEmpty || one.Communes.Intersect(other.Communes, StringComparer.Ordinal).Any());

    // The documents so far that count, by what others may share with them.
    private sealed class KnownDocuments
    {
        private readonly Dictionary<string, DocumentFingerprint> _byBytes = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<DocumentFingerprint>> _byContent = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<DocumentFingerprint>> _byMoney = new(StringComparer.Ordinal);
        private readonly Dictionary<long, List<DocumentFingerprint>> _byBand = [];

        public DocumentFingerprint? Same(DocumentFingerprint document)
        {
            if (_byBytes.TryGetValue(document.Sha256, out var twin))
                return twin;
            return At(_byContent, document.ContentHash).FirstOrDefault(other => MayBeSame(document, other))
                ?? At(_byMoney, document.MoneyHash).FirstOrDefault(
                    other => MayBeSame(document, other) && TextSketch.Resemblance(document.Sketch, other.Sketch) >= LeastResemblance);
        }

        public DocumentFingerprint? MostAlike(DocumentFingerprint document)
        {
            var compared = new HashSet<string>(StringComparer.Ordinal);
            var (best, likeness) = (default(DocumentFingerprint), 0.0);
            foreach (var other in Bands(document).SelectMany(band => _byBand.TryGetValue(band, out var there) ? there.Take(MostCompared) : []))
            {
                if (!compared.Add(other.Path) || !MayBeNear(document, other))
                    continue;
                var resemblance = TextSketch.Resemblance(document.Sketch, other.Sketch);
                if (resemblance < LeastResemblance || resemblance < likeness)
                    continue;
                if (best is null || resemblance > likeness || string.CompareOrdinal(other.Path, best.Path) < 0)
                    (best, likeness) = (other, resemblance);
            }

            return best;
        }

        public void AddBytes(DocumentFingerprint document) => _byBytes.TryAdd(document.Sha256, document);

        public void Add(DocumentFingerprint document)
        {
            AddBytes(document);
            if (document.ContentHash is { } content)
                Put(_byContent, content, document);
            if (document.MoneyHash is { } money)
                Put(_byMoney, money, document);
            foreach (var band in Bands(document))
                Put(_byBand, band, document);
        }

        private static IEnumerable<DocumentFingerprint> At(Dictionary<string, List<DocumentFingerprint>> index, string? key) =>
            key is not null && index.TryGetValue(key, out var there) ? there.Take(MostCompared) : [];

        private static void Put<TKey>(Dictionary<TKey, List<DocumentFingerprint>> index, TKey key, DocumentFingerprint document)
            where TKey : notnull
        {
            ref var there = ref CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _);
            (there ??= []).Add(document);
        }

        // A band as a number; two that fall together by chance cost a comparison.
        private static IEnumerable<long> Bands(DocumentFingerprint document)
        {
            var sketch = document.Sketch;
            for (var at = 0; at < sketch.Length; at += Band)
                yield return TextSketch.HashOf(at, sketch.AsSpan(at, Band));
        }
    }
}
