using Ingest.Vocabulary;
using Xunit;

namespace Ingest.Tests.Vocabulary;

/// <summary>What sentences say of levels and bodies.</summary>
public sealed class AnnouncedLevelTests
{
    [Theory]
    [InlineData("Trois piliers se déclinent en orientations, puis en objectifs opérationnels", new[] { StrategyLevel.Enjeu, StrategyLevel.Orientation, StrategyLevel.Operational })]
    [InlineData("La stratégie, avec ses actions, compte quatre axes, qui comprennent chacun des objectifs", new[] { StrategyLevel.Enjeu, StrategyLevel.Objective })]
    public void A_sentence_announces_levels_from_the_top(string sentence, StrategyLevel[] levels) =>
        Assert.Equal(levels, ProductVocabularies.Strategy.AnnouncedLevels(sentence));

    [Theory]
    [InlineData("Trois piliers, des orientations et des objectifs")]
    [InlineData("Le contrat se décline en trois piliers")]
    [InlineData("Les actions se déclinent en axes")]
    [InlineData("")]
    public void Without_a_verb_or_a_second_level_below_it_announces_none(string sentence) =>
        Assert.Empty(ProductVocabularies.Strategy.AnnouncedLevels(sentence));

    [Theory]
    [InlineData("Le comité de pilotage se réunit une fois par an.", "Le comité de pilotage")]
    [InlineData("Comité technique : il prépare.", "Comité technique")]
    [InlineData("L'équipe projet suit les actions.", "L'équipe projet")]
    public void A_sentence_may_open_with_a_body(string sentence, string body) =>
        Assert.Equal(body, sentence[..ProductVocabularies.Strategy.BodyAt(sentence)!.Value]);

    [Theory]
    [InlineData("Chaque année, le comité de pilotage se réunit.")]
    [InlineData("Le maire préside.")]
    [InlineData("Le")]
    [InlineData("")]
    public void A_sentence_that_opens_with_none_has_none(string sentence) => Assert.Null(ProductVocabularies.Strategy.BodyAt(sentence));
}
