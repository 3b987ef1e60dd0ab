using System.Collections.Immutable;
using System.Globalization;
using Ingest.Collections;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Findings;

namespace Ingest.Export.Comparing.Facts;

/// <summary>A document → what a comparison keeps of it.</summary>
internal sealed class DocumentToFacts
{
    private readonly ComparisonOptions _options;

    public DocumentToFacts(ComparisonOptions options) => _options = options;

    /// <summary>The facts of a document.</summary>
    /// <param name="path">Path of the source below the folder of the run.</param>
    /// <param name="document">The document.</param>
    public DocumentFacts Of(string path, IngestedDocument document)
    {
        var units = new DocumentUnits(path, document, _options);
        var objectives = Objectives(document).ToList();
        return new DocumentFacts
        {
            Path = path,
            Fingerprint = DocumentFingerprint.Of(path, document),
            Kind = document.Kind,
            Status = document.Status,
            Period = document.Period,
            Territory = units.TerritoryKey,
            Communes = [.. document.Territory.Communes.Select(commune => commune.Insee).OfType<string>()],
            VotedOn = document.Act?.Date ?? document.Filing?.ActDate,
            Amends = document.Act?.Amends is not null || Folding.Fold($"{document.Title} {document.Act?.Title}").Split(' ').Contains("avenant"),
            Items =
            [
                .. document.Actions.Select(action => action.Title).Concat(objectives.Select(objective => objective.Text)).Where(text => !string.IsNullOrWhiteSpace(text))
                    .Select(text => TextSketch.Hash(Folding.Fold(text!).Replace(" ", "", StringComparison.Ordinal))).Distinct().Order(),
            ],
            HasStrategy = !StrategySize.Of(document).IsEmpty,
            StrategyUnit = units.OfStrategy,
            Money = MoneyOf(document, units),
            Actions =
            [
                .. document.Actions.GroupBy(action => (Unit: units.Of(action), Year: YearOf(document, action)))
                    .Select(group => new ActionFact(
                        group.Key.Unit, group.Key.Year, group.Count(), group.Count(action => action.TotalCost is null), group.Sum(action => action.TotalCost?.Amount ?? 0))),
            ],
            Places = PlacesOf(document, objectives, units),
            Quartiers = QuartiersOf(document, units),
            Trust = TrustOf(document),
        };
    }

    private static IEnumerable<OperationalObjective> Objectives(IngestedDocument document) => document.Enjeux
        .SelectMany(enjeu => enjeu.Orientations).SelectMany(orientation => orientation.Objectives).SelectMany(objective => objective.OperationalObjectives);

    private static int? YearOf(IngestedDocument document, FundedAction action) =>
        action.Year ?? (document.Period is { } period && period.Start == period.End ? period.Start : null);

    private static ImmutableArray<MoneyFact> MoneyOf(IngestedDocument document, DocumentUnits units) =>
    [
        .. document.Actions.SelectMany(action => action.Financers.Where(financer => financer.Amount is not null)
                .Select(financer => (Unit: units.Of(action), Year: YearOf(document, action), Financer: financer)))
            .GroupBy(item => (item.Unit, item.Year, item.Financer.Kind, IsOwn: item.Financer.IsOwnFunds || item.Financer.Kind == "fonds-propres", item.Financer.Status))
            .Select(group => new MoneyFact(
                group.Key.Unit, group.Key.Year, group.Key.Kind, group.Key.IsOwn, group.Key.Status, group.Sum(item => item.Financer.Amount!.Value.Amount))),
    ];

    private ImmutableArray<PlaceFact> PlacesOf(IngestedDocument document, List<OperationalObjective> objectives, DocumentUnits units)
    {
        var ofObjectives = objectives.Select(objective => (Unit: units.Of(objective), Place: PlaceOf(objective.Classification), IsAction: false, IsFunded: false));
        var ofActions = document.Actions.Select(action => (Unit: units.Of(action), Place: PlaceOf(action.Classification), IsAction: true, IsFunded: IsFunded(action)));
        return
        [
            .. ofObjectives.Concat(ofActions).GroupBy(item => item)
                .Select(group => new PlaceFact(group.Key.Unit, group.Key.Place.Node, group.Key.Place.Basis, group.Key.IsAction, group.Key.IsFunded, group.Count())),
        ];
    }

    // What the document states comes first; what the model abstains from or cannot say has no place.
    private (string Node, PlaceBasis Basis) PlaceOf(ImmutableArray<TaxonomyPlace> places)
    {
        var place = places.FirstOrDefault(place => place.Taxonomy == _options.Pivot.Id);
        return place switch
        {
            { Stated: { } stated } when _options.Pivot.Find(stated) is not null => (stated, PlaceBasis.Stated),
            { Label: { } label, Decision: "accepted" } when _options.Pivot.Find(label) is not null => (label, PlaceBasis.Predicted),
            { Label: { } label, Decision: "review" } when _options.Pivot.Find(label) is not null => (label, PlaceBasis.Doubtful),
            _ => ("", PlaceBasis.None),
        };
    }

    private static bool IsFunded(FundedAction action) => action.Decision != Decision.Refused && Cash(action).Any(financer => financer.Amount!.Value.Amount > 0);

    private static IEnumerable<Financer> Cash(FundedAction action) =>
        action.Financers.Where(financer => financer.Amount is not null && financer.Kind != Schema.MoneyTables.InKind);

    private static ImmutableArray<QuartierFact> QuartiersOf(IngestedDocument document, DocumentUnits units)
    {
        var naming = document.Actions.SelectMany(action => units.Find(action.Quartiers).OfType<Quartier>().Select(units.KeyOf).Distinct(StringComparer.Ordinal).Select(key => (key, action)))
            .ToLookup(pair => pair.key, pair => pair.action, StringComparer.Ordinal);
        return
        [
            .. document.Territory.Quartiers.DistinctBy(units.KeyOf).Select(quartier => new QuartierFact(
                units.KeyOf(quartier), quartier.Name ?? quartier.Code ?? "?", quartier.Code, units.CommunesOf(quartier), naming[units.KeyOf(quartier)].Count(),
                naming[units.KeyOf(quartier)].SelectMany(Cash).GroupBy(financer => financer.Status)
                    .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(financer => financer.Amount!.Value.Amount)))),
        ];
    }

    private static TrustFact TrustOf(IngestedDocument document)
    {
        var doubted = document.Findings.Where(finding => finding.Severity >= Severity.Warning).Select(finding => ActionAt(finding.Pointer)).OfType<int>().ToHashSet();
        var totals = document.Totals.Where(total => total is { Scope: TotalScope.Document, Kind: null, Reconciled: not null }).ToList();
        var isConfirmed = totals.Exists(total => total.Reconciled == true) && !totals.Exists(total => total.Reconciled == false);
        var (reconciled, unconfirmed, inDoubt) = (0m, 0m, 0m);
        foreach (var (index, action) in document.Actions.Index())
        {
            var money = DocumentDigest.MoneyOf(action).Amount;
            if (doubted.Contains(index))
                inDoubt += money;
            else if (isConfirmed || IsBalanced(action))
                reconciled += money;
            else
                unconfirmed += money;
        }

        var missing = totals.Where(total => total.Reconciled == false).Select(total => total.Amount!.Value.Amount - (total.ComputedAmount?.Amount ?? 0)).DefaultIfEmpty(0).Max();
        return new TrustFact(reconciled, unconfirmed, inDoubt, Math.Max(0, missing), document.Unassigned.Length);
    }

    // The cost is the sum of the money of one status, with or without what is given in kind.
    private static bool IsBalanced(FundedAction action) => action.TotalCost is { } cost && action.Financers.Where(financer => financer.Amount is not null)
        .GroupBy(financer => financer.Status)
        .Any(plan => plan.Sum(financer => financer.Amount!.Value.Amount) == cost.Amount
            || plan.Where(financer => financer.Kind != Schema.MoneyTables.InKind).Sum(financer => financer.Amount!.Value.Amount) == cost.Amount);

    private static int? ActionAt(string? pointer) => (pointer ?? "").Split('/') is ["", "actions", var index, ..]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
}
