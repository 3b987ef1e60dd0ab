using Ingest.Classification.Features;
using Xunit;

namespace Ingest.Tests.Classification;

public sealed class FeatureTests
{
    [Theory]
    [InlineData("accompagner", "accompagnement")]
    [InlineData("accompagnes", "accompagnement")]
    [InlineData("habitante", "habitants")]
    [InlineData("discriminations", "discriminatoire", false)]
    [InlineData("velos", "velo")]
    [InlineData("mer", "mere", false)]
    public void Words_of_one_family_meet(string one, string other, bool meet = true) =>
        Assert.Equal(meet, FrenchStemmer.Stem(one).SequenceEqual(FrenchStemmer.Stem(other)));

    [Theory]
    [InlineData("Accès à la PASS", "sant")]
    [InlineData("accès à la P.A.S.S.", "sant")]
    [InlineData("3 consult. par mois", "consult")]
    [InlineData("1'accès aux s0ins", "soin")]
    public void Acronyms_abbreviations_and_misread_letters_are_understood(string text, string stem) =>
        Assert.Contains(stem, Tokens(text).Select(token => token.Stem));

    [Fact]
    public void What_an_acronym_means_is_not_taken_for_words_of_the_text()
    {
        var tokens = Tokens("la PASS ouvre");

        Assert.Equal(["la", "pass", "ouvre"], tokens.Where(token => token.IsRead).Select(token => token.Folded));
        Assert.Contains(tokens, token => !token.IsRead);
    }

    [Fact]
    public void A_word_in_small_letters_is_no_acronym() => Assert.All(Tokens("le pass culture"), token => Assert.True(token.IsRead));

    [Fact]
    public void A_term_of_a_lexicon_counts_for_its_leaf_in_any_form() =>
        Assert.Contains(Features("des pistes cyclables"), feature => feature.Kind == FeatureKind.Lexicon && feature.Key == TextToFeatures.Key(FeatureKind.Lexicon, "2.1.1"));

    [Fact]
    public void A_vector_is_as_long_for_a_title_as_for_a_page()
    {
        var space = FeatureSpace.Fit([Features("un dentiste pour tous"), Features("le vélo du dentiste")], Samples.Options.Features);
        var one = space.ToVector(Features("vélo"));
        var many = space.ToVector(Features(string.Concat(Enumerable.Repeat("vélo du dentiste pour tous. ", 50))));

        // Words have length 1; runs of characters and terms have weights of their own.
        Assert.InRange(one.Dot(one) / many.Dot(many), 0.7, 1.4);
    }

    [Fact]
    public void The_mean_of_vectors_weighs_each_alike()
    {
        var space = FeatureSpace.Fit([Features("dentiste"), Features("vélo")], Samples.Options.Features);
        var (one, other) = (space.ToVector(Features("dentiste")), space.ToVector(Features("vélo")));

        var mean = FeatureSpace.Mean([one, other]);

        Assert.Equal(one.Dot(one) / 2, mean.Dot(one), 4);
        Assert.Equal(other.Dot(other) / 2, mean.Dot(other), 4);
    }

    private static IReadOnlyCollection<CountedFeature> Features(string text) => Samples.Resources.ToFeatures(Samples.Options.Features).Features(text);

    private static System.Collections.Immutable.ImmutableArray<Token> Tokens(string text) =>
        new TextToTokens(Samples.Resources.Glossary, Samples.Resources.LittleWords).Tokens(text);
}
