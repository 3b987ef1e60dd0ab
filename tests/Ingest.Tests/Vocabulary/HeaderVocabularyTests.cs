using Ingest.Model.Documents;
using Ingest.Vocabulary;
using Xunit;

namespace Ingest.Tests.Vocabulary;

public sealed class HeaderVocabularyTests
{
    [Theory]
    [InlineData("Action", HeaderRole.Title)]
    [InlineData("Intitulé de l'action", HeaderRole.Title)]
    [InlineData("INTITULÉS DES ACTIONS", HeaderRole.Title)]
    [InlineData("Description", HeaderRole.Description)]
    [InlineData("En quoi cela consiste", HeaderRole.Description)]
    [InlineData("Contenu", HeaderRole.Description)]
    [InlineData("Objectifs de l'action", HeaderRole.Objective)]
    [InlineData("Public visé", HeaderRole.Public)]
    [InlineData("Porteur", HeaderRole.Porteur)]
    [InlineData("Structure porteuse du projet", HeaderRole.Porteur)]
    [InlineData("Maître d’ouvrage", HeaderRole.Porteur)]
    [InlineData("Thématique", HeaderRole.Theme)]
    [InlineData("Axes", HeaderRole.Theme)]
    [InlineData("QPV", HeaderRole.Quartier)]
    [InlineData("Quartier(s) concerné(s)", HeaderRole.Quartier)]
    [InlineData("Année", HeaderRole.Year)]
    [InlineData("Coût total", HeaderRole.TotalCost)]
    [InlineData("Coût total en k€", HeaderRole.TotalCost)]
    [InlineData("Coût total de l'action 2024 (en euros)", HeaderRole.TotalCost)]
    [InlineData("Budget prévisionnel", HeaderRole.Financing)]
    [InlineData("Plan de financement", HeaderRole.Financing)]
    [InlineData("Financements prévus", HeaderRole.Financing)]
    [InlineData("Cofinanceurs", HeaderRole.Financing)]
    [InlineData("Montant", HeaderRole.Amount)]
    [InlineData("Montant en k€", HeaderRole.Amount)]
    [InlineData("Subvention sollicitée", HeaderRole.Amount)]
    [InlineData("%", HeaderRole.Share)]
    [InlineData("N°", HeaderRole.Number)]
    [InlineData("N° de l'action", HeaderRole.Number)]
    [InlineData("Reconduction", HeaderRole.Renewal)]
    [InlineData("Avis du comité de pilotage", HeaderRole.Decision)]
    public void A_header_gives_its_role_first(string header, HeaderRole role) =>
        Assert.Equal(role, ProductVocabularies.Headers.Match(header).Select(match => (HeaderRole?)match.Role).FirstOrDefault());

    [Fact]
    public void A_whole_header_scores_one_and_a_word_among_others_less()
    {
        Assert.Equal(1, ProductVocabularies.Headers.Match("Porteur")[0].Score, 6);
        Assert.InRange(ProductVocabularies.Headers.Match("Nom et qualité du porteur présumé")[0].Score, 0.1, 0.9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ville")]
    [InlineData("Les ateliers se tiennent chaque semaine dans les locaux de la maison pour tous et sont suivis d'une sortie")]
    public void What_is_no_header_gives_no_role(string text) => Assert.Empty(ProductVocabularies.Headers.Match(text));

    [Theory]
    [InlineData("Montant sollicité", FundingStatus.Requested)]
    [InlineData("Subventions accordées", FundingStatus.Granted)]
    [InlineData("Montants versés", FundingStatus.Paid)]
    [InlineData("Financements prévus", FundingStatus.Planned)]
    public void A_header_tells_how_far_the_money_has_come(string header, FundingStatus status) =>
        Assert.Equal(status, ProductVocabularies.Headers.StatusOf(header));

    [Fact]
    public void A_header_that_says_nothing_of_it_gives_no_status() => Assert.Null(ProductVocabularies.Headers.StatusOf("Montant"));
}
