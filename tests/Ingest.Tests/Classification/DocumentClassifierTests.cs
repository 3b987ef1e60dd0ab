using System.Collections.Immutable;
using Ingest.Classification;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Normalization;
using Xunit;

namespace Ingest.Tests.Classification;

public sealed class DocumentClassifierTests
{
    private static readonly Evidence Read = new() { Text = "lu", Origin = Origin.Text, Confidence = 1, Regions = [] };

    [Theory]
    [InlineData("Faciliter l'accès aux soins", "1.1.1")]
    [InlineData("FACILITER L’ACCES AUX SOINS", "1.1.1")]
    [InlineData("Faciliter l'ac cès aux solns", "1.1.1")] // as text recognition breaks it
    [InlineData("Faciliter l'accès aux droits", "1.1")] // no label of the taxonomy: that of the orientation says more than nothing
    [InlineData(null, "1.1")]
    public void The_document_s_own_place_is_that_of_its_lowest_known_label(string? objective, string stated)
    {
        var place = Assert.Single(Objective(Classify(Convention("Réparer des vélos", objective))).Classification);

        Assert.Equal(("exemple", stated, "2.1.1"), (place.Taxonomy, place.Stated, place.Label));
    }

    [Fact]
    public void Labels_of_another_strategy_state_nothing()
    {
        var document = Convention("Réparer des vélos", "Isoler les logements", "Rénover", "Habiter");

        Assert.Null(Assert.Single(Objective(Classify(document)).Classification).Stated);
    }

    [Fact]
    public void A_place_carries_what_a_reviewer_needs()
    {
        var place = Objective(Classify(Convention("Réparer des vélos à la gare", "Faciliter l'accès aux soins"))).Classification.Single();

        Assert.Equal(["2", "2.1"], place.Levels.Select(level => level.Label));
        Assert.Contains("velos", place.Words);
        Assert.Equal(Math.Round(place.Probability!.Value, 2), place.Probability);
        Assert.DoesNotContain(place.Alternatives, other => other.Label == place.Label);
    }

    [Fact]
    public void A_sure_answer_against_the_document_is_a_finding_and_replaces_nothing()
    {
        var document = Classify(Convention("Réparer les vélos abandonnés au local", "Faciliter l'accès aux soins"), new ClassificationOptions { Disagree = 0.5 });

        var finding = Assert.Single(document.Findings);
        Assert.Equal(("classification.contradiction", "/enjeux/0/orientations/0/objectives/0/operationalObjectives/0/classification/0"), (finding.Code, finding.Pointer));
        Assert.Equal("1.1.1", Objective(document).Classification.Single().Stated);
    }

    [Fact]
    public void An_answer_under_the_stated_place_contradicts_nothing() =>
        Assert.Empty(Classify(Convention("Réparer les vélos abandonnés au local", null, "Lever les freins", "Se déplacer"), new ClassificationOptions { Disagree = 0.1 }).Findings);

    [Fact]
    public void The_decision_follows_the_thresholds()
    {
        Assert.Equal("accepted", Decision("Réparer les vélos abandonnés au local", new ClassificationOptions { Accept = 0.5 }));
        Assert.Equal("review", Decision("Réparer les vélos abandonnés au local", new ClassificationOptions { Accept = 2 }));
        Assert.Equal("abstained", Decision("Le comité de pilotage se réunit deux fois par an", new ClassificationOptions { AbstainInDocuments = 0.5 }));
    }

    [Fact]
    public void An_action_is_placed_by_title_and_description_and_stated_by_its_theme()
    {
        var action = new FundedAction { Id = "a", Title = "Roue libre", Description = "Réparer des vélos", Theme = "Se déplacer", Evidence = Read };

        var place = Assert.Single(Classify(Document() with { Actions = [action] }).Actions[0].Classification);

        Assert.Equal(("2", "2.1.1"), (place.Stated, place.Label));
    }

    [Fact]
    public void An_action_without_words_has_no_place() =>
        Assert.Empty(Classify(Document() with { Actions = [new FundedAction { Id = "a", Evidence = Read }] }).Actions[0].Classification);

    [Fact]
    public void The_model_is_loaded_when_the_first_text_is_placed()
    {
        var model = new Lazy<TextClassifier>(() => Samples.Classifier);
        var classifier = new DocumentClassifier([new TaxonomyClassifier(Samples.Taxonomy, model, null, new ClassificationOptions())]);

        classifier.Classify(Normalized(Document()));
        Assert.False(model.IsValueCreated);
        classifier.Classify(Normalized(Convention("Vélos", null)));
        Assert.True(model.IsValueCreated);
    }

    [Fact]
    public void A_taxonomy_without_a_model_keeps_what_the_document_states()
    {
        var classifier = new DocumentClassifier([new TaxonomyClassifier(Samples.Taxonomy, null, null, new ClassificationOptions())]);

        var place = Objective(classifier.Classify(Normalized(Convention("Vélos", "Faciliter l'accès aux soins"))).Document).Classification.Single();

        Assert.Equal(("1.1.1", null, "review"), (place.Stated, place.Label, place.Decision));
    }

    [Fact]
    public void A_crosswalk_answers_for_a_taxonomy_that_has_no_model()
    {
        var pivot = new Taxonomy("pivot", 1, [new TaxonomyNode { Id = "1", Title = "Santé" }, new TaxonomyNode { Id = "2", Title = "Mobilité" }]);
        var crosswalk = new Crosswalk("exemple", "pivot",
        [
            new CrosswalkEntry("1.1.1", [new CrosswalkPlace("1", 1)]), new CrosswalkEntry("1.1.2", [new CrosswalkPlace("1", 1)]),
            new CrosswalkEntry("2.1.1", [new CrosswalkPlace("2", 0.9), new CrosswalkPlace("1", 0.1)]),
        ]);
        var classifier = new DocumentClassifier([new TaxonomyClassifier(pivot, new Lazy<TextClassifier>(Samples.Classifier), crosswalk, new ClassificationOptions())]);

        var place = Objective(classifier.Classify(Normalized(Convention("Réparer des vélos", null, null, "Santé"))).Document).Classification.Single();

        Assert.Equal(("pivot", "1", "2"), (place.Taxonomy, place.Stated, place.Label));
    }

    private static string Decision(string text, ClassificationOptions options) => Objective(Classify(Convention(text, null), options)).Classification.Single().Decision;

    private static OperationalObjective Objective(IngestedDocument document) => document.Enjeux[0].Orientations[0].Objectives[0].OperationalObjectives[0];

    private static IngestedDocument Classify(IngestedDocument document, ClassificationOptions? options = null) =>
        new DocumentClassifier([new TaxonomyClassifier(Samples.Taxonomy, new Lazy<TextClassifier>(Samples.Classifier), null, options ?? new ClassificationOptions { Disagree = 1 })])
            .Classify(Normalized(document)).Document;

    private static NormalizedDocument Normalized(IngestedDocument document) => new()
    {
        Document = document,
        Rounding = ImmutableDictionary<string, decimal>.Empty,
        Sums = [],
        Identities = ImmutableDictionary<string, PayerIdentity>.Empty,
    };

    private static IngestedDocument Convention(string text, string? objective, string? orientation = "Prendre soin de sa santé", string? enjeu = "Se soigner et bouger") => Document() with
    {
        Enjeux =
        [
            new Enjeu("e", 1, null, enjeu,
                [new Orientation("o", null, orientation, [new Objective("b", null, objective, [new OperationalObjective("p", text, [], [], Read)], Read)], Read)], Read),
        ],
    };

    private static IngestedDocument Document() => new()
    {
        Producer = new Producer("ingest", "0", "default", "00"),
        Status = DocumentStatus.Ok,
        Source = new Source { FileName = "a", Sha256 = "00", MediaType = "text/plain", ByteLength = 0 },
    };
}
