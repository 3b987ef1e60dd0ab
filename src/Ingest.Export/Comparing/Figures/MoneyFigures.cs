using System.Collections.Immutable;
using System.Globalization;
using Ingest.Export.Comparing.Charts;
using Ingest.Export.Comparing.Facts;
using Ingest.Export.Schema;
using Ingest.Model.Documents;

namespace Ingest.Export.Comparing.Figures;

/// <summary>Who pays, and how far money has come. No sum mixes statuses, and none counts what is given in kind.</summary>
internal sealed class MoneyFigures
{
    private readonly ComparedCollection _collection;
    private readonly ILookup<ComparedUnit, int?> _years;

    public MoneyFigures(ComparedCollection collection)
    {
        _collection = collection;
        _years = collection.Money.Select(fact => (fact.Unit, fact.Year)).Distinct().ToLookup(pair => pair.Unit, pair => pair.Year);
    }

    private string UnitWord => French.Unit(_collection.Options.Axis);

    private ImmutableArray<FundingStatus> Statuses => [.. _collection.Cash.Select(fact => fact.Status).Distinct().Order()];

    /// <summary>Financers by unit, in euros and in shares, one pair of figures per status; of the planned alone where there is no money.</summary>
    public IEnumerable<Figure> Financers() => (Statuses.IsEmpty ? [FundingStatus.Planned] : Statuses).SelectMany(status => (Figure[])[InEuros(status), InShares(status)]);

    /// <summary>What porteurs bring themselves against what others give.</summary>
    public Figure OwnFunds()
    {
        var rows = _collection.Cash.GroupBy(fact => (fact.Unit, fact.Status))
            .Select(group => (group.Key.Unit, group.Key.Status, Own: group.Where(fact => fact.IsOwn).Sum(fact => fact.Euros), Others: group.Where(fact => !fact.IsOwn).Sum(fact => fact.Euros)))
            .ToDictionary(row => (row.Unit, row.Status));
        var ordered = ComparedCollection.Ordered(rows.Keys.Select(key => key.Unit)).SelectMany(unit => Statuses.Where(status => rows.ContainsKey((unit, status))).Select(status => rows[(unit, status)])).ToList();
        return new Figure
        {
            Id = "fonds-propres",
            Title = "Fonds propres et argent extérieur",
            Lead = "Ce que le porteur apporte lui-même, et ce que d'autres lui donnent ; chaque état de l'argent a sa ligne.",
            Chart = ordered.Count == 0 ? null : new BarChart
            {
                Series = [new BarSeries("Fonds propres du porteur", Fill.Solid), new BarSeries("Argent extérieur", Fill.Rising)],
                Rows = [.. ordered.Select(row => new BarRow($"{NameOf(row.Unit)} – {French.Of(row.Status)}", [Positive(row.Own), Positive(row.Others)], French.Euros(row.Own + row.Others)))],
                IsStacked = true,
                Format = French.Euros,
            },
            Cannot = "Ce graphique ne connaît que l'argent écrit dans les documents : un porteur dont les fonds propres ne sont pas chiffrés paraît n'en apporter aucun, et les apports en nature n'y sont pas.",
            Table = new DataTable(
                [
                    new TableColumn("unite", "Unité"), new TableColumn("unite_code", "Code"), new TableColumn("annees", "Années"), new TableColumn("etat", "État de l'argent"), new TableColumn("fonds_propres", "Fonds propres", CellForm.Euros),
                    new TableColumn("exterieur", "Argent extérieur", CellForm.Euros), new TableColumn("part_fonds_propres", "Part des fonds propres", CellForm.Share),
                ],
                [.. ordered.Select(row => (ImmutableArray<object?>)[row.Unit.Name, row.Unit.Code, YearsOf(row.Unit), French.Of(row.Status), row.Own, row.Others, ShareOf(row.Own, row.Own + row.Others)])]),
        };
    }

    /// <summary>Planned against granted.</summary>
    public Figure PlannedAndGranted()
    {
        var units = ComparedCollection.Ordered(_collection.Cash.Select(fact => fact.Unit)).Select(unit => (Unit: unit, Sums: SumsOf(fact => fact.Unit == unit))).ToList();
        var compared = units.Where(unit => unit.Sums[0] is not null && unit.Sums[2] is not null).ToList();
        return new Figure
        {
            Id = "prevu-accorde",
            Title = "Prévu et accordé",
            Lead = $"Seulement pour les unités dont les documents disent les deux ; pour les autres, voir les données. Une case vide veut dire « pas lu », jamais zéro.",
            Chart = BarsOf([.. compared.Select(unit => new BarRow(NameOf(unit.Unit), [unit.Sums[0], unit.Sums[2]], ""))], French.Euros),
            Nothing = "Rien à montrer : aucune unité n'a à la fois de l'argent prévu et de l'argent accordé.",
            Cannot = "L'écart n'est pas un refus : prévu et accordé peuvent ne pas porter sur les mêmes financeurs ni les mêmes actions, et une décision prise ailleurs n'est pas dans la collection.",
            Table = new DataTable(
                [
                    new TableColumn("unite", "Unité"), new TableColumn("unite_code", "Code"), new TableColumn("annees", "Années"), new TableColumn("prevu", "Prévu", CellForm.Euros), new TableColumn("demande", "Demandé", CellForm.Euros),
                    new TableColumn("accorde", "Accordé", CellForm.Euros), new TableColumn("verse", "Versé", CellForm.Euros),
                ],
                [.. units.Select(unit => (ImmutableArray<object?>)[unit.Unit.Name, unit.Unit.Code, YearsOf(unit.Unit), .. unit.Sums])]),
        };
    }

    /// <summary>Year on year, where a unit has several.</summary>
    public Figure YearOnYear()
    {
        var several = ComparedCollection.Ordered(_collection.Money.Select(fact => fact.Unit)).Where(unit => _years[unit].OfType<int>().Count() > 1).ToList();
        var rows = several.SelectMany(unit => _years[unit].OfType<int>().Order().Select(year => (Unit: unit, Year: year, Sums: SumsOf(fact => fact.Unit == unit && fact.Year == year)))).ToList();
        return new Figure
        {
            Id = "annees",
            Title = "D'une année à l'autre",
            Lead = $"Pour chaque {UnitWord} dont la collection a plusieurs années, l'argent prévu et l'argent accordé de chacune.",
            Chart = BarsOf([.. rows.Select(row => new BarRow($"{row.Unit.Name} – {French.Year(row.Year)}", [row.Sums[0], row.Sums[2]], ""))], French.Euros),
            Nothing = _collection.Options.Axis == ComparisonAxis.Year
                ? "Les années sont déjà les unités de cette comparaison : voyez les autres graphiques."
                : "Rien à montrer : aucune unité n'a plusieurs années dans la collection.",
            Cannot = "Une hausse peut venir d'un document plus complet : ce graphique compare ce qui a été lu, en euros courants, sans savoir si le périmètre ou les financeurs sont restés les mêmes.",
            Table = new DataTable(
                [
                    new TableColumn("unite", "Unité"), new TableColumn("unite_code", "Code"), new TableColumn("annee", "Année"), new TableColumn("prevu", "Prévu", CellForm.Euros), new TableColumn("demande", "Demandé", CellForm.Euros),
                    new TableColumn("accorde", "Accordé", CellForm.Euros), new TableColumn("verse", "Versé", CellForm.Euros),
                ],
                [.. rows.Select(row => (ImmutableArray<object?>)[row.Unit.Name, row.Unit.Code, French.Year(row.Year), .. row.Sums])]),
        };
    }

    /// <summary>Per inhabitant, by year, where the register has the population of all communes of a unit.</summary>
    public Figure PerInhabitant()
    {
        var rows = ComparedCollection.Ordered(_collection.Cash.Select(fact => fact.Unit))
            .SelectMany(unit => _years[unit].OrderBy(year => year ?? int.MaxValue).Select(year => (Unit: unit, Year: year, People: PopulationOf(unit), Sums: SumsOf(fact => fact.Unit == unit && fact.Year == year))))
            .Where(row => row.Sums.Any(sum => sum is not null)).ToList();
        return new Figure
        {
            Id = "par-habitant",
            Title = "Par habitant",
            Lead = "Argent prévu et accordé, année par année, rapporté à la population de toute la commune (ou des communes ensemble) au registre. "
                + "Par habitant des QPV : non calculé, car aucun registre de leur population n'accompagne le programme.",
            Chart = BarsOf(
                [.. rows.Where(row => row.People is not null).Select(row => new BarRow($"{row.Unit.Name} – {French.Year(row.Year)}", [Ratio(row.Sums[0], row.People), Ratio(row.Sums[2], row.People)], ""))],
                French.PerInhabitant),
            Nothing = rows.Count == 0 ? "Rien à montrer : aucun document lu ne porte d'argent." : "Rien à montrer : le registre n'a pas la population de ces unités.",
            Cannot = "L'argent vise les habitants des quartiers, non toute la commune : une grande ville avec un petit quartier paraît peu dépenser, et la population est celle du registre, non celle de l'année.",
            Table = new DataTable(
                [
                    new TableColumn("unite", "Unité"), new TableColumn("unite_code", "Code"), new TableColumn("annee", "Année"), new TableColumn("population", "Population (registre)", CellForm.Number),
                    new TableColumn("prevu", "Prévu", CellForm.Euros), new TableColumn("prevu_par_habitant", "Prévu par habitant", CellForm.Euros),
                    new TableColumn("accorde", "Accordé", CellForm.Euros), new TableColumn("accorde_par_habitant", "Accordé par habitant", CellForm.Euros),
                ],
                [
                    .. rows.Select(row => (ImmutableArray<object?>)
                        [row.Unit.Name, row.Unit.Code, French.Year(row.Year), row.People, row.Sums[0], Ratio(row.Sums[0], row.People), row.Sums[2], Ratio(row.Sums[2], row.People)]),
                ]),
        };
    }

    private static BarChart? BarsOf(ImmutableArray<BarRow> rows, Func<decimal, string> format) => rows.IsEmpty ? null : new BarChart
    {
        Series = [new BarSeries("Prévu", Fill.Rising), new BarSeries("Accordé", Fill.Solid)],
        Rows = rows,
        IsStacked = false,
        Format = format,
    };

    private static decimal? Ratio(decimal? euros, int? people) => euros is { } sum && people is > 0 ? Math.Round(sum / people.Value, 2, MidpointRounding.AwayFromZero) : null;

    private static decimal? ShareOf(decimal part, decimal whole) => whole > 0 ? Math.Round(part / whole, 4, MidpointRounding.AwayFromZero) : null;

    // A length is never below zero; the data have what was read.
    private static decimal? Positive(decimal euros) => Math.Max(0, euros);

    private Figure InEuros(FundingStatus status)
    {
        var (groups, rows) = GroupsOf(status);
        var money = _collection.Money.Where(fact => fact.Status == status).ToList();
        return new Figure
        {
            Id = $"financeurs-{IdOf(status)}",
            Title = $"Financeurs, argent {French.Of(status)}, en euros",
            Lead = InKindLead(money, $"Argent {French.Of(status)} par groupe de financeurs et par {UnitWord}. Toutes les années lues de l'unité sont ensemble ; elles sont dites à côté de son nom."),
            Chart = rows.Count == 0 ? null : new BarChart
            {
                Series = PayerGroup.Series,
                Rows = [.. rows.Select(unit => new BarRow(NameOf(unit), [.. PayerGroup.All.Select(group => Positive(groups[(unit, group.Name)].Sum(fact => fact.Euros)))], French.Euros(groups.Where(group => group.Key.Unit == unit).Sum(group => group.Sum(fact => fact.Euros)))))],
                IsStacked = true,
                Format = French.Euros,
            },
            Cannot = "Des barres de longueurs différentes ne disent pas qu'une unité fait plus : un document peut couvrir une seule session, un seul financeur ou plusieurs années, et ce qui n'est pas dans la collection manque.",
            Table = new DataTable(
                [
                    new TableColumn("unite", "Unité"), new TableColumn("unite_code", "Code"), new TableColumn("annees", "Années"), new TableColumn("groupe", "Groupe"), new TableColumn("financeur_nature", "Financeur"), new TableColumn("en_nature", "En nature (hors sommes)"),
                    new TableColumn("montant", "Euros", CellForm.Euros),
                ],
                [
                    .. money.GroupBy(fact => (fact.Unit, fact.Kind)).OrderBy(group => group.Key.Kind, StringComparer.Ordinal).ToLookup(group => group.Key.Unit) is var byUnit
                        ? ComparedCollection.Ordered(byUnit.Select(group => group.Key)).SelectMany(unit => byUnit[unit].Select(group => (ImmutableArray<object?>)
                            [
                                unit.Name, unit.Code, YearsOf(unit), group.First().IsInKind ? "hors sommes" : PayerGroup.Of(group.Key.Kind).Name, ContractWords.French(ContractWords.PayerKind, group.Key.Kind),
                                group.First().IsInKind ? "oui" : "non", group.Sum(fact => fact.Euros),
                            ]))
                        : [],
                ]),
        };
    }

    private Figure InShares(FundingStatus status)
    {
        var (groups, rows) = GroupsOf(status);
        decimal Of(ComparedUnit unit, PayerGroup group) => groups[(unit, group.Name)].Sum(fact => fact.Euros);
        decimal Whole(ComparedUnit unit) => PayerGroup.All.Sum(group => Of(unit, group));
        return new Figure
        {
            Id = $"financeurs-{IdOf(status)}-parts",
            Title = $"Financeurs, argent {French.Of(status)}, en parts",
            Lead = $"Part de chaque groupe dans l'argent {French.Of(status)} de l'unité.",
            Chart = rows.Count == 0 ? null : new BarChart
            {
                Series = PayerGroup.Series,
                Rows = [.. rows.Select(unit => new BarRow(NameOf(unit), [.. PayerGroup.All.Select(group => Positive(Of(unit, group)))], ""))],
                IsStacked = true,
                IsShares = true,
                Format = French.Euros,
            },
            Cannot = "Une part ne dit pas une somme : 60 % de 5 000 € et 60 % de 500 000 € ont la même barre.",
            Table = new DataTable(
                [new TableColumn("unite", "Unité"), new TableColumn("unite_code", "Code"), new TableColumn("annees", "Années"), .. PayerGroup.All.Select(group => new TableColumn(Word(group.Name), group.Name, CellForm.Share))],
                [.. rows.Select(unit => (ImmutableArray<object?>)[unit.Name, unit.Code, YearsOf(unit), .. PayerGroup.All.Select(group => (object?)ShareOf(Of(unit, group), Whole(unit)))])]),
        };
    }

    private (ILookup<(ComparedUnit Unit, string Group), MoneyFact> Groups, List<ComparedUnit> Rows) GroupsOf(FundingStatus status)
    {
        var cash = _collection.Cash.Where(fact => fact.Status == status).ToList();
        return (cash.ToLookup(fact => (fact.Unit, PayerGroup.Of(fact.Kind).Name)), [.. ComparedCollection.Ordered(cash.Select(fact => fact.Unit))]);
    }

    private static string InKindLead(List<MoneyFact> money, string lead)
    {
        var inKind = money.Where(fact => fact.IsInKind).Sum(fact => fact.Euros);
        return inKind == 0 ? lead : $"{lead} Apports en nature (valorisations), hors de ces sommes : {French.Euros(inKind)}.";
    }

    // Planned, requested, granted, paid.
    private ImmutableArray<decimal?> SumsOf(Func<MoneyFact, bool> condition)
    {
        var facts = _collection.Cash.Where(condition).ToLookup(fact => fact.Status);
        return [.. Enum.GetValues<FundingStatus>().Select(status => facts[status].Any() ? facts[status].Sum(fact => fact.Euros) : (decimal?)null)];
    }

    private int? PopulationOf(ComparedUnit unit)
    {
        if (_collection.Options.Register is not { } register || unit.Members.IsDefaultOrEmpty || _collection.Options.Axis is not (ComparisonAxis.Commune or ComparisonAxis.Epci))
            return null;
        var populations = unit.Members.Select(insee => register.CommuneByInsee(insee)?.Population).ToList();
        return populations.Contains(null) || populations.Sum() == 0 ? null : populations.Sum();
    }

    // The name with the years that its money is for.
    private string NameOf(ComparedUnit unit) => _collection.Options.Axis == ComparisonAxis.Year || YearsOf(unit) is not { } years ? unit.Name : $"{unit.Name}, {years}";

    private string? YearsOf(ComparedUnit unit) =>
        _years[unit].OfType<int>().Order().ToList() is { Count: > 0 } years ? string.Join(", ", years.Select(year => year.ToString(CultureInfo.InvariantCulture))) : null;

    private static string IdOf(FundingStatus status) => Word(French.Of(status));

    private static string Word(string text) => Grammar.Folding.Fold(text).Replace(' ', '_');
}
