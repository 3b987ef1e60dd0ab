using System.Collections.Immutable;
using System.Globalization;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Values;

namespace Ingest.Export.Comparing.Facts;

/// <summary>To which unit the actions and the strategy of one document belong. Each belongs to one: what several share is a unit of its own.</summary>
internal sealed class DocumentUnits
{
    // Joint acts of more communes than these go by the name of their intercommunal body.
    private const int NamedCommunes = 3;

    private readonly string _path;
    private readonly IngestedDocument _document;
    private readonly ComparisonOptions _options;

    public DocumentUnits(string path, IngestedDocument document, ComparisonOptions options) => (_path, _document, _options) = (path, document, options);

    private ImmutableArray<Commune> Communes => _document.Territory.Communes;

    /// <summary>Whom the document is made for, as a key; null where that is not read.</summary>
    public string? TerritoryKey => Communes.IsEmpty
        ? _document.Territory.Epci is { } epci ? EpciKey(epci) : null
        : string.Join('+', Communes.Select(KeyOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>The unit of the strategy.</summary>
    public ComparedUnit OfStrategy => _options.Axis switch
    {
        ComparisonAxis.Commune => Joint(),
        ComparisonAxis.Epci => Epci(),
        ComparisonAxis.Year => Years(_document.Period),
        _ => NoQuartier,
    };

    private static ComparedUnit NoQuartier => new("~none", "Sans quartier nommé", true, []);

    /// <summary>The unit of an action.</summary>
    public ComparedUnit Of(FundedAction action) => _options.Axis switch
    {
        ComparisonAxis.Commune => CommuneOf(action),
        ComparisonAxis.Epci => Epci(),
        ComparisonAxis.Year => Years(action.Year is { } year ? new Period(year, year) : _document.Period),
        _ => QuartierOf(action.Quartiers),
    };

    /// <summary>The unit of an operational objective.</summary>
    public ComparedUnit Of(OperationalObjective objective) => _options.Axis == ComparisonAxis.Quartier ? QuartierOf(objective.Quartiers) : OfStrategy;

    /// <summary>Key of a neighbourhood: its code, else its name in its communes, else in those of the document.</summary>
    public string KeyOf(Quartier quartier) => quartier.Code is { } code
        ? Compact(code)
        : $"{Folding.Fold(quartier.Name ?? "")}|{(quartier.Communes.IsEmpty ? TerritoryKey ?? _path : string.Join('+', quartier.Communes.Order(StringComparer.Ordinal)))}";

    /// <summary>Names of the communes of a neighbourhood; where it names none, the commune that the document alone is made for.</summary>
    public ImmutableArray<string> CommunesOf(Quartier quartier) => quartier.Communes.IsEmpty
        ? Communes.Length == 1 ? [Communes[0].Name] : []
        : [.. quartier.Communes.Select(NameOf).Order(StringComparer.Ordinal)];

    /// <summary>The neighbourhoods of the document that names or codes mean; null for one that it does not list.</summary>
    public IEnumerable<Quartier?> Find(IEnumerable<string> names) => names
        .Select(name => _document.Territory.Quartiers.FirstOrDefault(quartier => Means(quartier, name)));

    private static bool Means(Quartier quartier, string name) =>
        (quartier.Code is { } code && Compact(code) == Compact(name)) || (quartier.Name is { } known && Folding.Fold(known) == Folding.Fold(name));

    private static string Compact(string code) => code.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static string KeyOf(Commune commune) => commune.Insee ?? "nom:" + Folding.Fold(commune.Name);

    private static string EpciKey(Epci epci) => epci.Siren ?? "nom:" + Folding.Fold(epci.Name);

    private static ComparedUnit Years(Period? period)
    {
        if (period is null)
            return new ComparedUnit("~none", "Année non lue", true, []);
        var name = period.Start == period.End
            ? period.Start.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{period.Start}-{period.End}");
        return new ComparedUnit(name, name, false, []);
    }

    // What an act made for several communes gives to neighbourhoods of one of them is that commune's.
    private ComparedUnit CommuneOf(FundedAction action)
    {
        if (Communes.Length > 1 && action.Quartiers.Length > 0)
        {
            var places = Find(action.Quartiers).ToList();
            if (places.TrueForAll(quartier => quartier is { Communes.Length: 1 }) && places.Select(quartier => quartier!.Communes[0]).Distinct(StringComparer.Ordinal).Count() == 1)
                return Single(places[0]!.Communes[0], NameOf(places[0]!.Communes[0]));
        }

        return Joint();
    }

    private ComparedUnit Joint()
    {
        var epci = _document.Territory.Epci?.Name;
        return Communes switch
        {
            [] when epci is not null => new ComparedUnit("~" + TerritoryKey, $"{epci}, sans commune nommée", true, []),
            [] => new ComparedUnit("~none", "Commune non lue", true, []),
            [var commune] => Single(KeyOf(commune), commune.Name),
            _ => new ComparedUnit(
                TerritoryKey!,
                Communes.Length <= NamedCommunes || epci is null ? string.Join(" + ", Communes.Select(commune => commune.Name)) : $"{epci} ({Communes.Length} communes ensemble)",
                false, MembersOf(Communes)),
        };
    }

    private static ImmutableArray<string> MembersOf(ImmutableArray<Commune> communes) =>
        communes.Any(commune => commune.Insee is null) ? [] : [.. communes.Select(commune => commune.Insee!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // Many communes share a name: their department tells them apart.
    private ComparedUnit Single(string key, string name)
    {
        if (key.StartsWith("nom:", StringComparison.Ordinal))
            return new ComparedUnit(key, name, false, []);
        var isShared = _options.Register?.CommunesNamed(name).Length > 1;
        return new ComparedUnit(key, isShared ? $"{name} ({new InseeCode(key).Department})" : name, false, [key]);
    }

    private ComparedUnit Epci()
    {
        if (_document.Territory.Epci is not { } epci)
            return new ComparedUnit("~none", "Intercommunalité non lue", true, []);
        var members = epci.Siren is { } siren ? _options.Register?.EpciBySiren(siren)?.Members : null;
        return new ComparedUnit(EpciKey(epci), epci.Name, false, members ?? []);
    }

    private ComparedUnit QuartierOf(ImmutableArray<string> names)
    {
        if (names.IsEmpty)
            return NoQuartier;
        var found = Find(names).Zip(names, (quartier, name) => quartier ?? new Quartier(name, "", null, [])).DistinctBy(KeyOf).ToList();
        if (found.Count > 1)
            return new ComparedUnit("~several", "Plusieurs quartiers ensemble", true, []);
        var communes = CommunesOf(found[0]);
        var name = found[0].Name ?? found[0].Code ?? names[0];
        return new ComparedUnit(KeyOf(found[0]), communes.IsEmpty ? name : $"{name} ({string.Join(", ", communes)})", false, []);
    }

    private string NameOf(string insee) =>
        Communes.FirstOrDefault(commune => commune.Insee == insee)?.Name ?? _options.Register?.CommuneByInsee(insee)?.Name ?? insee;
}
