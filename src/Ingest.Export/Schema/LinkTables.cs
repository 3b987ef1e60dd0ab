using System.Collections.Immutable;
using Ingest.Export.Rows;
using Ingest.Model.Documents;
using PlaceColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Schema.LinkTables.Link<Ingest.Model.Documents.TaxonomyPlace>>;
using QuartierColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Schema.LinkTables.Link<string>>;

namespace Ingest.Export.Schema;

/// <summary>What actions and operational objectives name or are placed in, one a row.</summary>
internal static class LinkTables
{
    /// <summary>What belongs to an action or to an operational objective.</summary>
    internal sealed record Link<T>(Item<T> Item, string? Action, string? OperationalObjective);

    public static TableDefinition<Link<string>> Quartiers { get; } = new(
        "quartiers_cites", "Un quartier que nomme une action ou un objectif opérationnel.", "A neighbourhood that an action or an operational objective names.",
        document => LinksOf(document, "quartiers", action => action.Quartiers, objective => objective.Quartiers),
        [
            QuartierColumn.Code("citation_id", "Clé", i => i.Item.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            QuartierColumn.Code("document_id", "Document", i => i.Item.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            QuartierColumn.Code("action_id", "Action", i => i.Action, "L'action, ou vide.", "The action, or empty.").Of("actions"),
            QuartierColumn.Code("objectif_operationnel_id", "Objectif opérationnel", i => i.OperationalObjective, "L'objectif opérationnel, ou vide.", "The operational objective, or empty.").Of("objectifs_operationnels"),
            QuartierColumn.Text("quartier", "Quartier", i => i.Item.Value, "Nom ou code tel que le document le donne.", "Name or code as the document gives it.").Required(),
        ]);

    public static TableDefinition<Link<TaxonomyPlace>> Places { get; } = new(
        "classements", "La place d'une action ou d'un objectif opérationnel dans une taxonomie.", "The place of an action or an operational objective in a taxonomy.",
        document => LinksOf(document, "classification", action => action.Classification, objective => objective.Classification),
        [
            PlaceColumn.Code("classement_id", "Clé", i => i.Item.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            PlaceColumn.Code("document_id", "Document", i => i.Item.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            PlaceColumn.Code("action_id", "Action", i => i.Action, "L'action, ou vide.", "The action, or empty.").Of("actions"),
            PlaceColumn.Code("objectif_operationnel_id", "Objectif opérationnel", i => i.OperationalObjective, "L'objectif opérationnel, ou vide.", "The operational objective, or empty.").Of("objectifs_operationnels"),
            PlaceColumn.Code("taxonomie", "Taxonomie", i => i.Item.Value.Taxonomy, "Nom de la taxonomie.", "Id of the taxonomy.").Required(),
            PlaceColumn.Code("place_enoncee", "Place énoncée", i => i.Item.Value.Stated, "Place que le document énonce lui-même, ou vide.", "Place that the document itself states, or empty."),
            PlaceColumn.Code("place_predite", "Place prédite", i => i.Item.Value.Label, "Réponse du modèle : une suggestion.", "The model's answer: a suggestion."),
            PlaceColumn.Number("probabilite", "Probabilité", i => Rounded(i.Item.Value.Probability), "Probabilité de la réponse, de 0 à 1, étalonnée sur des textes inventés seulement.", "Probability of the answer, 0 to 1, calibrated on invented texts alone.").In("0..1"),
            PlaceColumn.Word("decision", "Décision", ContractWords.PlaceDecision, i => i.Item.Value.Decision, "Si la réponse est retenue, à relire ou sans objet.", "Whether the answer is accepted, to be reviewed, or none.").Required(),
        ]);

    /// <summary>A share with the digits of the published JSON.</summary>
    public static double? Rounded(double? share) => share is { } value ? Math.Round(value, 4) : null;

    private static IEnumerable<Link<T>> LinksOf<T>(
        ExportedDocument document, string list, Func<FundedAction, ImmutableArray<T>> ofAction, Func<OperationalObjective, ImmutableArray<T>> ofObjective) =>
        document.Actions
            .SelectMany(action => document.Items(ofAction(action.Value), $"{action.Pointer}/{list}", null, action.Key).Select(item => new Link<T>(item, action.Key, null)))
            .Concat(document.OperationalObjectives
                .SelectMany(objective => document.Items(ofObjective(objective.Value), $"{objective.Pointer}/{list}", null, objective.Key).Select(item => new Link<T>(item, null, objective.Key))));
}
