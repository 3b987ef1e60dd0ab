using System.Collections.Immutable;
using Ingest.Classification;
using Ingest.Classification.Training;

namespace Ingest.Tests.Classification;

/// <summary>A taxonomy of three leaves with a few texts of each: fitted in an instant.</summary>
internal static class Samples
{
    public static Taxonomy Taxonomy { get; } = new("exemple", 1,
    [
        Node("1", "Se soigner et bouger", Node("1.1", "Prendre soin de sa santé", Node("1.1.1", "Faciliter l'accès aux soins"), Node("1.1.2", "Promouvoir l'activité physique"))),
        Node("2", "Se déplacer", Node("2.1", "Lever les freins", Node("2.1.1", "Développer l'usage du vélo"))),
    ]);

    public static TaxonomyResources Resources { get; } = new()
    {
        Taxonomy = Taxonomy,
        Glossary = new Glossary([new GlossaryEntry("PASS", "permanence d'accès aux soins de santé")], [new GlossaryEntry("consult", "consultation")]),
        Lexicon = new LeafLexicon("exemple", [new LeafTerms("1.1.1", ["médecin traitant", "dentiste"]), new LeafTerms("2.1.1", ["piste cyclable"])]),
        LittleWords = ["de", "la", "le", "les", "des", "et", "à", "l", "d"],
        Hash = "00",
    };

    public static LabelledSet Set { get; } = new(
    [
        Text("1.1.1", "Ouvrir une permanence de médecins au centre de santé"),
        Text("1.1.1", "Consultations gratuites chez le dentiste pour les malades"),
        Text("1.1.1", "Un médecin traitant pour chaque patient"),
        Text("1.1.2", "Gymnastique douce pour les retraités"),
        Text("1.1.2", "Marche nordique et course à pied le samedi"),
        Text("1.1.2", "Séances de sport collectif au gymnase"),
        Text("2.1.1", "Apprendre à rouler à bicyclette dans la cour"),
        Text("2.1.1", "Réparer les vélos abandonnés au local"),
        Text("2.1.1", "Tracer une piste cyclable vers la gare"),
        Text("none", "Vu le code général des collectivités, le conseil délibère"),
        Text("none", "Le comité de pilotage se réunit deux fois par an"),
        Text("none", "Population totale au recensement et revenu médian"),
    ],
    [
        Text("1.1.1", "Trouver un médecin près de chez soi"),
        Text("1.1.2", "Cours de gymnastique au gymnase"),
        Text("2.1.1", "Prêter des vélos aux habitants"),
        Text("none", "Le conseil délibère après le comité de pilotage"),
    ],
    "00");

    public static TrainingOptions Options { get; } = new() { Features = new() { FewestPairs = 1, FewestGrams = 1 } };

    public static TextClassifier Classifier { get; } = new ClassifierFit(Resources, Options).Fit(Set);

    public static LabelledText Text(string label, string text, string? second = null, string writer = "a") => new()
    {
        Id = text,
        Taxonomy = "exemple",
        Label = label,
        SecondLabel = second,
        Style = label == "none" ? "none" : "action",
        Writer = writer,
        Commune = "Lens",
        Text = text,
    };

    private static TaxonomyNode Node(string id, string title, params ImmutableArray<TaxonomyNode> children) => new() { Id = id, Title = title, Children = children };
}
