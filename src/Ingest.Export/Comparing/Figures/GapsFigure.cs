using System.Collections.Immutable;
using Ingest.Export.Comparing.Charts;
using Ingest.Export.Comparing.Facts;

namespace Ingest.Export.Comparing.Figures;

/// <summary>Objectives without a funded action and actions without an objective, where a unit has both a strategy and a programmation.</summary>
internal static class GapsFigure
{
    /// <summary>The figure of a collection.</summary>
    public static Figure Of(ComparedCollection collection)
    {
        var withActions = collection.Actions.Select(action => action.Unit).ToHashSet();
        ImmutableArray<ComparedUnit> all = [.. ComparedCollection.Ordered(collection.WithStrategy.Concat(withActions))];
        var withObjectives = collection.WithObjectives;
        var isByYear = collection.Options.Axis == ComparisonAxis.Year;
        ImmutableArray<ComparedUnit> units = [.. all.Where(unit => !unit.IsRest && !isByYear && withObjectives.Contains(unit) && withActions.Contains(unit))];
        var both = units.ToHashSet();
        var places = collection.Places.Where(place => both.Contains(place.Unit)).ToLookup(place => (place.Unit, place.Node));
        var rows = PivotRows.Of(collection.Options.Pivot, places.Select(group => group.Key.Node));
        Gap GapOf(ComparedUnit unit, PivotRow row) => Gap.Of(places[(unit, row.Id)]);

        // A text that stands above or below without saying more may belong here.
        Gap Around(ComparedUnit unit, PivotRow row) => Gap.Of(places.Where(group => group.Key.Unit == unit && group.Key.Node != row.Id
            && (collection.Options.Pivot.Covers(group.Key.Node, row.Id) || collection.Options.Pivot.Covers(row.Id, group.Key.Node))).SelectMany(group => group));
        return new Figure
        {
            Id = "objectifs-actions",
            Title = "Objectifs sans action financée, actions sans objectif",
            Lead = "Objectifs opérationnels de la convention, puis actions financées, à chaque place ; seulement là où une convention et une programmation ont été lues. Une place douteuse suffit pour qu'il n'y ait pas d'écart.",
            Chart = units.IsEmpty ? null : new HeatChart
            {
                Columns = [.. units.Select(unit => unit.Name)],
                Rows = [.. rows.Select(row => new HeatRow(row.Group, row.Label, [.. units.Select(unit => CellOf(row, GapOf(unit, row), Around(unit, row)))]))],
                Legend =
                [
                    (CellSort.Full, "2·3", "2 objectifs et 3 actions financées"),
                    (CellSort.Lined, "2·0", "des objectifs sans action financée"),
                    (CellSort.Dotted, "0·3", "des actions financées sans objectif"),
                    (CellSort.Zero, "0", "ni l'un ni l'autre ; un couple sur fond blanc : rien à conclure, l'autre moitié est à une place plus large ou plus fine, ou hors de la taxonomie"),
                ],
            },
            Nothing = isByYear
                ? "Par année, rien n'est rapproché : les objectifs et les actions d'une même année sont de communes différentes, et une stratégie vaut pour toute sa période."
                : "Rien à montrer : aucune unité n'a à la fois une convention et une programmation lues.",
            Cannot = "Un objectif sans action ici n'est pas forcément abandonné : il peut être porté par le droit commun, par un acte absent de la collection, ou par une action que le classement a placée ailleurs.",
            Table = new DataTable(
                [
                    new TableColumn("unite", "Unité"), new TableColumn("unite_code", "Code"), new TableColumn("etat", "Documents"), new TableColumn("place", "Place"), new TableColumn("intitule", "Intitulé"),
                    new TableColumn("objectifs", "Objectifs", CellForm.Number), new TableColumn("actions_financees", "Actions financées", CellForm.Number),
                    new TableColumn("actions_sans_argent", "Actions sans argent lu", CellForm.Number),
                ],
                [
                    .. all.SelectMany(unit => both.Contains(unit)
                        ? rows.Select(row => (row, gap: GapOf(unit, row))).Select(item => (ImmutableArray<object?>)
                            [unit.Name, unit.Code, "convention et programmation", item.row.Id, item.row.Title, item.gap.Objectives, item.gap.Funded, item.gap.Unfunded])
                        : [[unit.Name, unit.Code, unit.IsRest || isByYear ? "non comparé" : !withActions.Contains(unit) ? "pas de programmation" : collection.WithStrategy.Contains(unit) ? "convention sans objectif opérationnel" : "pas de convention", null, null, null, null, null]]),
                ]),
        };
    }

    private static HeatCell CellOf(PivotRow row, Gap gap, Gap around) => gap switch
    {
        { Objectives: 0, Funded: 0 } => new HeatCell(CellSort.Zero, "0"),
        _ when row.Id.Length == 0 => new HeatCell(CellSort.Zero, gap.Text),
        { Funded: 0 } => new HeatCell(around.Funded > 0 ? CellSort.Zero : CellSort.Lined, gap.Text),
        { Objectives: 0 } => new HeatCell(around.Objectives > 0 ? CellSort.Zero : CellSort.Dotted, gap.Text),
        _ => new HeatCell(CellSort.Full, gap.Text),
    };

    private readonly record struct Gap(int Objectives, int Funded, int Unfunded)
    {
        public string Text => $"{French.Number(Objectives)}·{French.Number(Funded)}";

        public static Gap Of(IEnumerable<PlaceFact> places)
        {
            var all = places.ToList();
            return new Gap(
                all.Where(place => !place.IsAction).Sum(place => place.Count),
                all.Where(place => place is { IsAction: true, IsFunded: true }).Sum(place => place.Count),
                all.Where(place => place is { IsAction: true, IsFunded: false }).Sum(place => place.Count));
        }
    }
}
