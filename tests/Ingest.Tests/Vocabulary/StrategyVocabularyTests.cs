using Ingest.Pipeline;
using Ingest.Tests.Pipeline;
using Ingest.Vocabulary;
using Xunit;

namespace Ingest.Tests.Vocabulary;

public sealed class StrategyVocabularyTests : IDisposable
{
    private const string Right = """
        levels:
          - level: enjeu
            labels: ["gageure"]
            headers: ["gageures"]
        sections:
          - section: irritants
            terms: ["soucis"]
        countedNames:
          - { counted: "bancs", name: "Bancs publics" }
        units: ["bancs"]
        """;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Axe 2 : Se loger", StrategyLevel.Enjeu)]
    [InlineData("AXE STRATÉGIQUE 2", StrategyLevel.Enjeu)]
    [InlineData("Piliers", StrategyLevel.Enjeu)]
    [InlineData("Orientation 1.2", StrategyLevel.Orientation)]
    [InlineData("OS 3", StrategyLevel.Orientation)]
    [InlineData("Objectif stratégique 3", StrategyLevel.Orientation)]
    [InlineData("Objectif 3", StrategyLevel.Objective)]
    [InlineData("Objectif opérationnel 3", StrategyLevel.Operational)]
    public void The_longest_word_of_a_label_tells_its_level(string text, StrategyLevel level) =>
        Assert.Equal(level, ProductVocabularies.Strategy.MatchLabel(text)?.Level);

    [Theory]
    [InlineData("Se loger mieux")]
    [InlineData("Notre axe 2")]
    [InlineData("")]
    public void A_text_that_opens_with_no_word_of_a_level_has_none(string text) => Assert.Null(ProductVocabularies.Strategy.MatchLabel(text));

    [Fact]
    public void Terms_of_a_file_are_known_whatever_their_capitals_and_plurals()
    {
        var vocabulary = Load(Right);

        Assert.Equal(StrategyLevel.Enjeu, vocabulary.MatchLabel("GAGEURE 1 : Tenir")?.Level);
        Assert.Equal(StrategyLevel.Enjeu, Assert.Single(vocabulary.MatchHeader("Gageure")).Level);
        Assert.Equal(SectionKind.Irritants, Assert.Single(vocabulary.MatchSection("Nos soucis")).Section);
        Assert.Equal("Bancs publics", vocabulary.CountedName("Bancs"));
        Assert.Null(vocabulary.MatchLabel("Axe 1 : Tenir"));
    }

    [Fact]
    public void An_unknown_level_is_refused_with_its_line_and_the_nearest_word()
    {
        var error = Refused(Right.Replace("level: enjeu", "level: enjeux", StringComparison.Ordinal));

        Assert.Equal(2, error.Line);
        Assert.Contains("« enjeu »", error.MessageFr, StringComparison.Ordinal);
        Assert.Equal(_folder["strategy.yaml"], error.File);
    }

    [Fact]
    public void An_unknown_section_is_refused_with_its_line_and_the_nearest_word()
    {
        var error = Refused(Right.Replace("section: irritants", "section: iritants", StringComparison.Ordinal));

        Assert.Equal(6, error.Line);
        Assert.Contains("« irritants »", error.MessageFr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("labels:", "label:", 3, "levels.labels")]
    [InlineData("terms:", "termes:", 7, "sections.terms")]
    [InlineData("units:", "unites:", 10, "units")]
    [InlineData("name:", "nom:", 9, "name")]
    public void A_misspelt_key_is_refused_with_its_line_and_the_right_one(string key, string wrong, int line, string nearest)
    {
        var error = Refused(Right.Replace(key, wrong, StringComparison.Ordinal));

        Assert.Equal(line, error.Line);
        Assert.Contains($"« {nearest} »", error.MessageFr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("levels")]
    [InlineData("sections")]
    [InlineData("countedNames")]
    public void A_list_that_is_missing_is_named(string key)
    {
        var error = Refused(Right.Replace(key + ":", "x" + key + ":", StringComparison.Ordinal));

        Assert.Contains(key, error.MessageFr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_is_none_is_refused()
    {
        var error = Refused("levels: enjeu\nsections: []\ncountedNames: []\n");

        Assert.Equal(1, error.Line);
        Assert.Contains("levels", error.MessageFr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_without_its_name_is_refused()
    {
        var error = Refused("levels:\n  - labels: [\"axe\"]\nsections: []\ncountedNames: []\n");

        Assert.Equal(2, error.Line);
        Assert.Contains("level", error.MessageFr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_is_refused_with_its_name() => Assert.Contains(
        "nowhere.yaml", Assert.Throws<DefinitionException>(() => VocabularyLoader.LoadStrategy(_folder["nowhere.yaml"])).MessageFr, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private StrategyVocabulary Load(string yaml) => VocabularyLoader.LoadStrategy(_folder.Write("strategy.yaml", yaml));

    private DefinitionException Refused(string yaml) => Assert.Throws<DefinitionException>(() => Load(yaml));
}
