using Ingest.Model.Documents;
using Ingest.Vocabulary;
using Xunit;

namespace Ingest.Tests.Vocabulary;

public sealed class TerminologyVocabularyTests
{
    [Theory]
    [InlineData("Total", TotalLevel.Plain, null)]
    [InlineData("TOTAL DES ACTIONS", TotalLevel.Whole, null)]
    [InlineData("Total général", TotalLevel.Whole, null)]
    [InlineData("Sous-total Emploi, formation", TotalLevel.Part, "Emploi, formation")]
    [InlineData("Sous-total : Axe 1", TotalLevel.Part, "Axe 1")]
    [InlineData("S/TOTAL", TotalLevel.Part, null)]
    [InlineData("Total thématique", TotalLevel.Part, null)]
    [InlineData("TOTAL DES FINANCEMENTS", TotalLevel.Plain, null)]
    [InlineData("À reporter", TotalLevel.Carried, null)]
    [InlineData("Report", TotalLevel.Carried, null)]
    public void A_line_of_sums_says_what_it_sums(string label, TotalLevel level, string? of) =>
        Assert.Equal(new TotalMatch(level, of), ProductVocabularies.Terminology.MatchTotal(label));

    [Theory]
    [InlineData("Totalement gratuit")]
    [InlineData("Reportage vidéo")]
    [InlineData("Un total de dix ateliers")]
    public void Another_line_is_no_sum(string label) => Assert.Null(ProductVocabularies.Terminology.MatchTotal(label));

    [Theory]
    [InlineData(
        "Emploi et Développement économique/Cadre de vie et Renouvellement Urbain",
        new[] { "Emploi et Développement économique", "Cadre de vie et Renouvellement Urbain" })]
    [InlineData(
        "Santé bien être de la population Jeunesse Education et Parentalité",
        new[] { "Santé bien être de la population", "Jeunesse Education et Parentalité" })]
    [InlineData("Egalité, Citoyenneté et Laïcité", new[] { "Egalité, Citoyenneté et Laïcité" })]
    [InlineData("Emploi, formation, mobilité", new[] { "Emploi, formation, mobilité" })]
    [InlineData("Axe 1 – Des quartiers qui éduquent / et qui soignent", new[] { "Axe 1 – Des quartiers qui éduquent / et qui soignent" })]
    [InlineData("Santé / Accès aux droits", new[] { "Santé", "Accès aux droits" })]
    public void A_band_comes_apart_only_into_known_themes(string label, string[] themes) =>
        Assert.Equal(themes, ProductVocabularies.Terminology.SplitThemes(label));

    [Fact]
    public void Words_of_a_title_speak_for_a_kind()
    {
        Assert.Contains(
            ProductVocabularies.Terminology.MatchKinds("PROGRAMMATION POLITIQUE DE LA VILLE 2024"), match => match.Kind == DocumentKind.Programmation);
        Assert.Contains(
            ProductVocabularies.Terminology.MatchKinds("Convention d'application communale"), match => match is { Kind: DocumentKind.Convention, Weight: 1 });
    }
}
