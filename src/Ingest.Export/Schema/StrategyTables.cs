using System.Collections.Immutable;
using Ingest.Export.Rows;
using Ingest.Model.Documents;
using DiagnosisColumn = Ingest.Export.Schema.FilledColumn<(string Kind, Ingest.Export.Rows.Item<Ingest.Model.Documents.DiagnosisItem> Item)>;
using EnjeuColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.Enjeu>>;
using GovernanceColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.GovernanceItem>>;
using IndicatorColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.Indicator>>;
using ObjectiveColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.Objective>>;
using OperationalColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.OperationalObjective>>;
using OrientationColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.Orientation>>;

namespace Ingest.Export.Schema;

/// <summary>What conventions say: the strategy level by level, the diagnosis, the steering.</summary>
internal static class StrategyTables
{
    private const string MissingLevel = "Intitulé tel qu'écrit ; vide si le document n'a pas ce niveau.";
    private const string MissingLevelEnglish = "Title as written; empty where the document does not have this level.";

    public static TableDefinition<Item<Enjeu>> Enjeux { get; } = new(
        "enjeux", "Le premier niveau d'une stratégie : enjeu, axe, pilier, défi, volet.", "The top level of a strategy: enjeu, axe, pilier, défi, volet.", document => document.Enjeux,
        [
            EnjeuColumn.Code("enjeu_id", "Clé", i => i.Key, "Clé de l'enjeu.", "Key of the enjeu.").AsKey(),
            EnjeuColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            EnjeuColumn.Integer("rang", "Rang", i => i.Rank, "Place dans le document.", "Place in the document.").Required(),
            EnjeuColumn.Integer("numero", "N°", i => i.Value.Number, "Numéro imprimé, sinon place.", "Number as printed, else its place.").Required(),
            EnjeuColumn.Text("code", "Code", i => i.Value.Code, "Code imprimé.", "Code as printed."),
            EnjeuColumn.Text("titre", "Enjeu", i => i.Value.Title, MissingLevel, MissingLevelEnglish).Measured("enjeu"),
            EnjeuColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<Item<Orientation>> Orientations { get; } = new(
        "orientations", "Le deuxième niveau : orientation, objectif stratégique.", "The second level: orientation, strategic objective.", document => document.Orientations,
        [
            OrientationColumn.Code("orientation_id", "Clé", i => i.Key, "Clé de l'orientation.", "Key of the orientation.").AsKey(),
            OrientationColumn.Code("enjeu_id", "Enjeu", i => i.Parent, "L'enjeu.", "The enjeu.").Required().Of("enjeux"),
            OrientationColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            OrientationColumn.Integer("rang", "Rang", i => i.Rank, "Place sous l'enjeu.", "Place under the enjeu.").Required(),
            OrientationColumn.Text("code", "Code", i => i.Value.Code, "Code imprimé.", "Code as printed."),
            OrientationColumn.Text("titre", "Orientation", i => i.Value.Title, MissingLevel, MissingLevelEnglish).Measured("orientation"),
            OrientationColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<Item<Objective>> Objectives { get; } = new(
        "objectifs", "Le troisième niveau : un objectif de la stratégie.", "The third level: an objective of the strategy.", document => document.Objectives,
        [
            ObjectiveColumn.Code("objectif_id", "Clé", i => i.Key, "Clé de l'objectif.", "Key of the objective.").AsKey(),
            ObjectiveColumn.Code("orientation_id", "Orientation", i => i.Parent, "L'orientation.", "The orientation.").Required().Of("orientations"),
            ObjectiveColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            ObjectiveColumn.Integer("rang", "Rang", i => i.Rank, "Place sous l'orientation.", "Place under the orientation.").Required(),
            ObjectiveColumn.Text("code", "Code", i => i.Value.Code, "Code imprimé.", "Code as printed."),
            ObjectiveColumn.Text("titre", "Objectif", i => i.Value.Title, MissingLevel, MissingLevelEnglish).Measured("objective"),
            ObjectiveColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<Item<OperationalObjective>> OperationalObjectives { get; } = new(
        "objectifs_operationnels", "Ce que la commune fera sous un objectif.", "What the commune will do under an objective.", document => document.OperationalObjectives,
        [
            OperationalColumn.Code("objectif_operationnel_id", "Clé", i => i.Key, "Clé de l'objectif opérationnel.", "Key of the operational objective.").AsKey(),
            OperationalColumn.Code("objectif_id", "Objectif", i => i.Parent, "L'objectif.", "The objective.").Required().Of("objectifs"),
            OperationalColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            OperationalColumn.Integer("rang", "Rang", i => i.Rank, "Place sous l'objectif.", "Place under the objective.").Required(),
            OperationalColumn.Text("texte", "Objectif opérationnel", i => i.Value.Text, "Le texte.", "The text.").Required().Measured("operationalObjective"),
            OperationalColumn.Text("quartiers", "Quartiers", i => DocumentTables.Join(i.Value.Quartiers), "Quartiers qu'il nomme, joints par « ; ».", "Neighbourhoods that it names, joined by “;”.").Measured("operationalObjective.quartiers"),
            OperationalColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<Item<Indicator>> Indicators { get; } = new(
        "indicateurs", "Un chiffre du diagnostic.", "A figure of the diagnosis.",
        document => document.Items(document.Value.Diagnosis.Indicators, "/diagnosis/indicators", null, document.Id),
        [
            IndicatorColumn.Code("indicateur_id", "Clé", i => i.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            IndicatorColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            IndicatorColumn.Integer("rang", "Rang", i => i.Rank, "Place dans le document.", "Place in the document.").Required(),
            IndicatorColumn.Text("nom", "Indicateur", i => i.Value.Name, "Nom tel qu'écrit.", "Name as written.").Required().Measured("indicator"),
            IndicatorColumn.Number("valeur", "Valeur", i => (double?)i.Value.Value, "Valeur, dans l'unité.", "Value, in the unit.").In("voir « unite »").Measured("indicator"),
            IndicatorColumn.Text("unite", "Unité", i => i.Value.Unit, "Unité telle qu'écrite.", "Unit as written.").Measured("indicator.context"),
            IndicatorColumn.Number("reference", "Comparaison", i => (double?)i.Value.Reference, "Valeur du territoire de comparaison.", "Value of the area it is compared to.").In("voir « unite »").Measured("indicator.reference"),
            IndicatorColumn.Text("territoire_reference", "Territoire de comparaison", i => i.Value.ReferenceArea, "Territoire de comparaison.", "The area it is compared to.").Measured("indicator.reference"),
            IndicatorColumn.Integer("annee", "Année", i => i.Value.Year, "Année de la donnée.", "Year of the data.").Measured("indicator.context"),
            IndicatorColumn.Text("perimetre", "Périmètre", i => i.Value.Perimeter, "Périmètre tel qu'écrit.", "Perimeter as written.").Measured("indicator.context"),
            IndicatorColumn.Text("quartier", "Quartier", i => i.Value.Quartier, "Quartier décrit.", "Neighbourhood that it describes.").Measured("indicator.context"),
            IndicatorColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<(string Kind, Item<DiagnosisItem> Item)> Diagnosis { get; } = new(
        "diagnostics", "Un irritant, une opportunité ou une priorité du diagnostic.", "A problem, an asset or a priority of the diagnosis.", DiagnosisOf,
        [
            DiagnosisColumn.Code("diagnostic_id", "Clé", i => i.Item.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            DiagnosisColumn.Code("document_id", "Document", i => i.Item.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            DiagnosisColumn.Word("genre", "Genre", ContractWords.DiagnosisKind, i => i.Kind, "Irritant, opportunité ou priorité.", "Problem, asset or priority.").Required(),
            DiagnosisColumn.Integer("rang", "Rang", i => i.Item.Rank, "Place parmi les siens.", "Place among its like.").Required(),
            DiagnosisColumn.Text("texte", "Texte", i => i.Item.Value.Text, "Le texte.", "The text.").Required(),
            DiagnosisColumn.Code("pointeur", "Pointeur", i => i.Item.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<Item<GovernanceItem>> Governance { get; } = new(
        "gouvernance", "Un passage sur le pilotage.", "A part on steering.",
        document => document.Items(document.Value.Governance, "/governance", null, document.Id),
        [
            GovernanceColumn.Code("gouvernance_id", "Clé", i => i.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            GovernanceColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            GovernanceColumn.Integer("rang", "Rang", i => i.Rank, "Place dans le document.", "Place in the document.").Required(),
            GovernanceColumn.Text("intitule", "Intitulé", i => i.Value.Heading, "Intitulé.", "Heading."),
            GovernanceColumn.Text("texte", "Texte", i => i.Value.Text, "Le texte.", "The text.").Required().Measured("governance"),
            GovernanceColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    private static IEnumerable<(string, Item<DiagnosisItem>)> DiagnosisOf(ExportedDocument document)
    {
        var diagnosis = document.Value.Diagnosis;
        (string Kind, string List, ImmutableArray<DiagnosisItem> Items)[] lists =
        [
            ("irritant", "irritants", diagnosis.Irritants), ("opportunite", "opportunites", diagnosis.Opportunites), ("priorite", "priorites", diagnosis.Priorites),
        ];
        return lists.SelectMany(list => document.Items(list.Items, "/diagnosis/" + list.List, null, document.Id).Select(item => (list.Kind, item)));
    }
}
