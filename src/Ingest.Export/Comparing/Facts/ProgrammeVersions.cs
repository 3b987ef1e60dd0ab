using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Export.Comparing.Facts;

/// <summary>A document with what of it counts.</summary>
/// <param name="Document">The document.</param>
/// <param name="Family">Number of the family of versions it belongs to, from 1; null where it has no other version.</param>
/// <param name="CountsStrategy">Whether its strategy counts.</param>
/// <param name="CountsActions">Whether its actions count, with their costs, their places and their trust.</param>
/// <param name="Statuses">Statuses of which its money counts.</param>
internal sealed record CountedDocument(
    DocumentFacts Document, int? Family, bool CountsStrategy, bool CountsActions, ImmutableSortedSet<FundingStatus> Statuses)
{
    /// <summary>Whether anything of it counts.</summary>
    public bool Counts => CountsStrategy || CountsActions || !Statuses.IsEmpty;
}

/// <summary>
/// Which of several versions of one programme or strategy counts: they are never added up. Versions are documents made for the same communes of
/// which one amends the other while both are in force, or which are for the same years and share half of the titles of the shorter one.
/// </summary>
internal static class ProgrammeVersions
{
    /// <summary>Share of the titles of the shorter document that makes two documents versions of one.</summary>
    public const double LeastShared = 0.5;

    /// <summary>Each document with what of it counts, in the order given.</summary>
    /// <param name="documents">Documents without duplicates.</param>
    /// <param name="near">Pairs of paths whose texts are much the same.</param>
    public static ImmutableArray<CountedDocument> Choose(IReadOnlyList<DocumentFacts> documents, IReadOnlyDictionary<string, string> near)
    {
        var families = Families(documents, near);
        var number = 0;
        var chosen = new Dictionary<string, CountedDocument>(StringComparer.Ordinal);
        foreach (var family in families)
        {
            int? label = family.Count > 1 ? ++number : null;
            var strategy = Best(family, document => document.HasStrategy);
            var actions = Best(family, document => !document.Actions.IsEmpty);
            var money = Enum.GetValues<FundingStatus>().ToDictionary(status => status, status => Best(family, document => document.Money.Any(fact => fact.Status == status)));
            foreach (var document in family)
            {
                chosen[document.Path] = new CountedDocument(
                    document, label, document == strategy, document == actions, [.. money.Where(pair => pair.Value == document).Select(pair => pair.Key)]);
            }
        }

        return [.. documents.Select(document => chosen[document.Path])];
    }

    /// <summary>
    /// The version that counts: one that stands for itself before an amendment that repeats less than half; a voted one before one that is not;
    /// the latest vote; the status that has come furthest; the one with the most actions and objectives; the first by path.
    /// </summary>
    private static DocumentFacts? Best(List<DocumentFacts> family, Func<DocumentFacts, bool> has) => family.Where(has)
        .OrderBy(document => IsPartial(document, family, has))
        .ThenByDescending(IsVoted)
        .ThenByDescending(document => document.VotedOn ?? DateOnly.MinValue)
        .ThenByDescending(document => document.Money.IsEmpty ? FundingStatus.Planned : document.Money.Max(fact => fact.Status))
        .ThenByDescending(document => document.Items.Length)
        .ThenBy(document => document.Path, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool IsVoted(DocumentFacts document) => document.VotedOn is not null || document.Money.Any(fact => fact.Status >= FundingStatus.Granted);

    private static bool IsPartial(DocumentFacts document, List<DocumentFacts> family, Func<DocumentFacts, bool> has) =>
        document.Amends && family.Exists(other => !other.Amends && has(other) && Shared(document, other) < LeastShared * other.Items.Length);

    private static List<List<DocumentFacts>> Families(IReadOnlyList<DocumentFacts> documents, IReadOnlyDictionary<string, string> near)
    {
        var leader = documents.ToDictionary(document => document.Path, document => document.Path, StringComparer.Ordinal);
        foreach (var territory in documents.Where(document => document.Territory is not null).GroupBy(document => document.Territory, StringComparer.Ordinal).Select(group => group.ToList()))
        {
            for (var i = 0; i < territory.Count; i++)
            {
                for (var j = i + 1; j < territory.Count; j++)
                {
                    if (AreVersions(territory[i], territory[j]))
                        leader[Find(territory[j].Path)] = Find(territory[i].Path);
                }
            }
        }

        foreach (var (path, other) in near)
        {
            if (leader.ContainsKey(path) && leader.ContainsKey(other))
                leader[Find(path)] = Find(other);
        }

        return [.. documents.GroupBy(document => Find(document.Path), StringComparer.Ordinal).Select(group => group.ToList())];

        string Find(string path)
        {
            while (leader[path] != path)
                path = leader[path] = leader[leader[path]];
            return path;
        }
    }

    private static bool AreVersions(DocumentFacts one, DocumentFacts other)
    {
        var sameSort = (one.HasStrategy && other.HasStrategy) || (!one.Actions.IsEmpty && !other.Actions.IsEmpty);
        if (!sameSort)
            return false;
        if (one.Amends != other.Amends && one.Period is { } first && other.Period is { } second && first.Start <= second.End && second.Start <= first.End)
            return true;
        var shorter = Math.Min(one.Items.Length, other.Items.Length);
        return one.Period == other.Period && shorter > 0 && Shared(one, other) >= LeastShared * shorter;
    }

    // Both are sorted.
    private static int Shared(DocumentFacts one, DocumentFacts other)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < one.Items.Length && j < other.Items.Length)
        {
            var order = one.Items[i].CompareTo(other.Items[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }
}
