using System.Collections.Immutable;
using Ingest.Collections;
using Ingest.Export.Comparing.Facts;
using Ingest.Grammar;
using Ingest.Model.Documents;

namespace Ingest.Export.Comparing;

/// <summary>A collection as it is compared: each act once, of several versions the one that counts, units in the order of the alphabet.</summary>
internal sealed record ComparedCollection
{
    /// <summary>How it is compared.</summary>
    public required ComparisonOptions Options { get; init; }

    /// <summary>The documents without their duplicates, in the order of their paths.</summary>
    public required ImmutableArray<CountedDocument> Documents { get; init; }

    /// <summary>Documents that are there under another name.</summary>
    public required ImmutableArray<Duplicate> Duplicates { get; init; }

    /// <summary>Paths of documents of which nothing could be read, by a run or here.</summary>
    public required ImmutableArray<string> Unread { get; init; }

    /// <summary>Money that counts.</summary>
    public required ImmutableArray<MoneyFact> Money { get; init; }

    /// <summary>Actions that count.</summary>
    public required ImmutableArray<ActionFact> Actions { get; init; }

    /// <summary>Places that count.</summary>
    public required ImmutableArray<PlaceFact> Places { get; init; }

    /// <summary>Units that have a strategy of their own.</summary>
    public required ImmutableHashSet<ComparedUnit> WithStrategy { get; init; }

    /// <summary>Units of whose strategy an operational objective was read: where there is none, nothing can have a place, and that is no zero.</summary>
    public ImmutableHashSet<ComparedUnit> WithObjectives => [.. Places.Where(place => !place.IsAction).Select(place => place.Unit)];

    /// <summary>INSEE codes of the communes that a strategy made for several covers.</summary>
    public required ImmutableHashSet<string> InJointStrategy { get; init; }

    /// <summary>Neighbourhoods of the documents whose actions count.</summary>
    public required ImmutableArray<QuartierFact> Quartiers { get; init; }

    /// <summary>Cash: what is given in kind is in no sum.</summary>
    public IEnumerable<MoneyFact> Cash => Money.Where(fact => !fact.IsInKind);

    /// <summary>Units in the order in which they stand: by name, never by amount; what belongs to none last.</summary>
    public static IEnumerable<ComparedUnit> Ordered(IEnumerable<ComparedUnit> units) => units.Distinct()
        .OrderBy(unit => unit.IsRest).ThenBy(unit => Folding.Fold(unit.Name), StringComparer.Ordinal).ThenBy(unit => unit.Key, StringComparer.Ordinal);

    /// <summary>Puts the facts of documents together.</summary>
    /// <param name="options">How they are compared.</param>
    /// <param name="facts">The facts of the documents, in the order of their paths.</param>
    /// <param name="unread">Files that hold no document.</param>
    public static ComparedCollection Of(ComparisonOptions options, IReadOnlyList<DocumentFacts> facts, IEnumerable<string> unread)
    {
        var read = facts.Where(document => document.Status != DocumentStatus.Failed).ToList();
        var duplicates = Collections.Duplicates.Find([.. read.Select(document => document.Fingerprint)]);
        var copies = duplicates.Where(duplicate => duplicate.IsSame).Select(duplicate => duplicate.Path).ToHashSet(StringComparer.Ordinal);
        var documents = ProgrammeVersions.Choose(
            [.. read.Where(document => !copies.Contains(document.Path))],
            duplicates.Where(duplicate => !duplicate.IsSame).ToDictionary(duplicate => duplicate.Path, duplicate => duplicate.Of, StringComparer.Ordinal));
        var strategies = documents.Where(document => document.CountsStrategy).Select(document => document.Document).ToList();
        var programmes = documents.Where(document => document.CountsActions).Select(document => document.Document).ToList();
        return new ComparedCollection
        {
            Options = options,
            Documents = documents,
            Duplicates = duplicates,
            Unread = [.. facts.Where(document => document.Status == DocumentStatus.Failed).Select(document => document.Path).Concat(unread).Order(StringComparer.Ordinal)],
            Money = [.. documents.SelectMany(document => document.Document.Money.Where(fact => document.Statuses.Contains(fact.Status)))],
            Actions = [.. programmes.SelectMany(document => document.Actions)],
            Places =
            [
                .. strategies.SelectMany(document => document.Places.Where(place => !place.IsAction)),
                .. programmes.SelectMany(document => document.Places.Where(place => place.IsAction)),
            ],
            WithStrategy = [.. strategies.Select(document => document.StrategyUnit), .. strategies.SelectMany(document => document.Places.Where(place => !place.IsAction).Select(place => place.Unit))],
            InJointStrategy = [.. strategies.Where(document => document.Communes.Length > 1).SelectMany(document => document.Communes)],
            Quartiers = [.. programmes.Concat(strategies).Distinct().SelectMany(document => document.Quartiers)],
        };
    }
}
