using System.Collections.Immutable;
using Ingest.Export.Comparing.Charts;
using Ingest.Export.Comparing.Facts;

namespace Ingest.Export.Comparing.Figures;

/// <summary>Which places of the pivot the strategies, or the actions, of the units speak of.</summary>
internal sealed class CoverageFigure
{
    private const string NoDocument = "pas de document";
    private const string NoObjective = "convention lue, sans objectif opérationnel";

    private readonly ComparedCollection _collection;
    private readonly bool _isOfActions;
    private readonly HashSet<ComparedUnit> _withDocument;
    private readonly Dictionary<(ComparedUnit Unit, string Node), Counts> _counts;
    private readonly ImmutableArray<PivotRow> _rows;

    private CoverageFigure(ComparedCollection collection, bool isOfActions)
    {
        (_collection, _isOfActions) = (collection, isOfActions);
        _withDocument = isOfActions ? [.. collection.Actions.Select(action => action.Unit)] : [.. collection.WithObjectives];
        _counts = collection.Places.Where(place => place.IsAction == isOfActions).GroupBy(place => (place.Unit, place.Node)).ToDictionary(group => group.Key, group => Counts.Of(group));
        _rows = PivotRows.Of(collection.Options.Pivot, _counts.Where(pair => pair.Value != default).Select(pair => pair.Key.Node));
    }

    private string Pivot => $"« {_collection.Options.Pivot.Title ?? _collection.Options.Pivot.Id} »";

    /// <summary>What the conventions say.</summary>
    public static Figure OfStrategies(ComparedCollection collection) => new CoverageFigure(collection, false).Figure() with
    {
        Id = "couverture",
        Title = $"Ce que disent les conventions, par {French.Unit(collection.Options.Axis)}",
        Nothing = "Rien à montrer : aucun objectif opérationnel de convention n'a été lu.",
        Cannot = "Ce graphique ne dit ni le poids ni l'argent d'un objectif : un objectif long ou ambitieux compte comme un autre, et un zéro peut venir d'une place que le classement n'a pas reconnue.",
    };

    /// <summary>What the actions are about.</summary>
    public static Figure OfActions(ComparedCollection collection) => new CoverageFigure(collection, true).Figure() with
    {
        Id = "couverture-actions",
        Title = $"Ce que font les actions, par {French.Unit(collection.Options.Axis)}",
        Nothing = "Rien à montrer : aucune action n'a été lue.",
        Cannot = "Ce graphique compte des actions, non leur argent ni leurs effets : une action de 500 € y vaut une action de 50 000 €, et une action n'y a qu'une place même si elle en sert plusieurs.",
    };

    // All units have a column where they fit one part; else those without a document are named beside.
    private Figure Figure()
    {
        ImmutableArray<ComparedUnit> units = [.. ComparedCollection.Ordered(_collection.WithStrategy.Concat(_collection.Actions.Select(action => action.Unit)))];
        ImmutableArray<ComparedUnit> drawn = units.Length <= HeatChart.ColumnsOfPart ? units : [.. units.Where(_withDocument.Contains)];
        ImmutableArray<ComparedUnit> without = [.. units.Except(drawn)];
        return new Figure
        {
            Id = "",
            Title = "",
            Cannot = "",
            Lead = $"Nombre {(_isOfActions ? "d'actions" : "d'objectifs opérationnels des conventions et des contrats")} à chaque place de {Pivot}.",
            Aside = without.IsEmpty || _withDocument.Count == 0 ? "" : $"Pas de document, sauf mention contraire, donc ni colonne ni zéro : {string.Join(", ", without.Select(Missing))}.",
            Chart = _withDocument.Count == 0 ? null : new HeatChart
            {
                Columns = [.. drawn.Select(unit => unit.Name)],
                Rows = [.. _rows.Select(row => new HeatRow(row.Group, row.Label, [.. drawn.Select(unit => CellOf(unit, row))]))],
                Legend = [.. Legend().Where(entry => entry.Sort != CellSort.Missing || drawn.Length == units.Length)],
            },
            Table = TableOf(units),
        };
    }

    private ImmutableArray<(CellSort Sort, string Sample, string Meaning)> Legend() =>
    [
        (CellSort.Full, "3", $"{(_isOfActions ? "au moins une action placée" : "au moins un objectif placé")} là par le document lui-même"),
        (CellSort.Lined, "3", "prédit d'après le texte, avec assez de certitude"),
        (CellSort.Dotted, "(3)", "prédit avec doute seulement : à relire"),
        (CellSort.Zero, "0", "un document, et rien à cette place"),
        (CellSort.Missing, "–", _isOfActions ? "pas de document" : "pas de document ; « ? » : une convention lue, sans objectif opérationnel ; « c. » : une convention de plusieurs communes, dans sa propre colonne"),
    ];

    private HeatCell CellOf(ComparedUnit unit, PivotRow row)
    {
        if (!_withDocument.Contains(unit))
            return new HeatCell(CellSort.Missing, HasNoObjective(unit) ? "?" : IsJoint(unit) ? "c." : "–");
        var counts = _counts.GetValueOrDefault((unit, row.Id));
        return row.Id.Length == 0 ? new HeatCell(CellSort.Zero, French.Number(counts.None)) : counts switch
        {
            { Stated: > 0 } => new HeatCell(CellSort.Full, French.Number(counts.Stated + counts.Predicted)),
            { Predicted: > 0 } => new HeatCell(CellSort.Lined, French.Number(counts.Predicted)),
            { Doubtful: > 0 } => new HeatCell(CellSort.Dotted, $"({French.Number(counts.Doubtful)})"),
            _ => new HeatCell(CellSort.Zero, "0"),
        };
    }

    private bool IsJoint(ComparedUnit unit) =>
        !_isOfActions && _collection.Options.Axis == ComparisonAxis.Commune && unit.Members.Length > 0 && unit.Members.All(_collection.InJointStrategy.Contains);

    private bool HasNoObjective(ComparedUnit unit) => !_isOfActions && _collection.WithStrategy.Contains(unit);

    private string Missing(ComparedUnit unit) => HasNoObjective(unit) ? $"{unit.Name} ({NoObjective})" : IsJoint(unit) ? $"{unit.Name} (convention de plusieurs communes)" : unit.Name;

    private DataTable TableOf(ImmutableArray<ComparedUnit> units) => new(
        [
            new TableColumn("unite", "Unité"), new TableColumn("unite_code", "Code"), new TableColumn("etat", "Document"), new TableColumn("place", "Place"), new TableColumn("intitule", "Intitulé"),
            new TableColumn("declares", "Placés par le document", CellForm.Number), new TableColumn("predits", "Prédits", CellForm.Number),
            new TableColumn("a_relire", "Prédits avec doute", CellForm.Number), new TableColumn("sans_place", "Sans place", CellForm.Number),
        ],
        [
            .. units.SelectMany(unit => _withDocument.Contains(unit)
                ? _rows.Select(row => (row, counts: _counts.GetValueOrDefault((unit, row.Id)))).Select(item => (ImmutableArray<object?>)
                    [unit.Name, unit.Code, "lu", item.row.Id, item.row.Title, item.counts.Stated, item.counts.Predicted, item.counts.Doubtful, item.counts.None])
                : [[unit.Name, unit.Code, HasNoObjective(unit) ? NoObjective : IsJoint(unit) ? "convention de plusieurs communes" : NoDocument, null, null, null, null, null, null]]),
        ]);

    private readonly record struct Counts(int Stated, int Predicted, int Doubtful, int None)
    {
        public static Counts Of(IEnumerable<PlaceFact> places)
        {
            var byBasis = places.ToLookup(place => place.Basis, place => place.Count);
            return new Counts(byBasis[PlaceBasis.Stated].Sum(), byBasis[PlaceBasis.Predicted].Sum(), byBasis[PlaceBasis.Doubtful].Sum(), byBasis[PlaceBasis.None].Sum());
        }
    }
}
