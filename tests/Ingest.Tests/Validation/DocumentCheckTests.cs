using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Validation;

public sealed class YearTests
{
    private const string Code = "identity.year-mismatch";

    [Theory]
    [InlineData(2022)]
    [InlineData(2026)]
    public void A_programme_far_from_its_act_is_told(int year) => Assert.Equal(["/period"], Processing.Pointers(Code, Document(year)));

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    public void A_programme_of_the_years_behind_its_act_is_not(int year) => Assert.Empty(Processing.Pointers(Code, Document(year)));

    [Fact]
    public void Without_an_act_there_is_nothing_to_compare() =>
        Assert.Empty(Processing.Pointers(Code, "Programmation 2012 du contrat de ville\n\nAction | Porteur | Coût total\nVélos | CCAS | 1 000 €\nCafé | Ville | 5 €"));

    private static string Document(int year) => $"""
        ID : 062-216204982-20231212-85-DE

        Programmation {year} du contrat de ville

        Action | Porteur | Coût total
        Vélos | CCAS | 1 000 €
        Café | Ville | 2 000 €
        """;
}

public sealed class NothingFoundTests
{
    [Fact]
    public void A_programmation_without_an_action_is_told()
    {
        var document = Processing.Of("Programmation 2024 du contrat de ville\n\nLes actions sont annexées au présent document.");

        Assert.Equal(["/actions"], document.Pointers("structure.nothing-found"));
        Assert.Equal((DocumentKind.Programmation, DocumentStatus.Doubts), (document.Kind, document.Status));
    }

    [Fact]
    public void A_document_of_another_kind_is_told_as_such()
    {
        var document = Processing.Of("Compte rendu du conseil municipal 2024\n\nMadame Un ouvre la séance.");

        Assert.Equal(["/kind"], document.Pointers("structure.other-kind"));
        Assert.DoesNotContain("structure.nothing-found", document.Codes());
    }

    [Fact]
    public void A_strategy_that_is_not_read_yet_makes_the_document_partial()
    {
        var document = Processing.Of("""
            Convention d'application 2024-2030

            Diagnostic

            Orientations

            Objectifs opérationnels

            Signataires
            """);

        Assert.Equal(["/enjeux"], document.Pointers("structure.strategy-not-read"));
        Assert.Equal((DocumentKind.Convention, DocumentStatus.Partial), (document.Kind, document.Status));
    }

    [Fact]
    public void A_programmation_with_actions_is_nothing_of_that() => Assert.Empty(
        Processing.Of("""
            Programmation 2024 du contrat de ville

            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            """).Codes().Intersect(["structure.nothing-found", "structure.other-kind", "structure.strategy-not-read"]));
}

public sealed class StatusTests
{
    [Fact]
    public void A_whole_document_without_a_doubt_is_ok()
    {
        var document = Processing.Of("""
            Ville de Lens

            Programmation 2024 du contrat de ville

            Action | Porteur | Coût total | Ville | CAF
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Café | Mission locale | 2 000 € | 1 500 € | 500 €
            Total général | | 3 000 € | 2 100 € | 900 €
            """);

        Assert.DoesNotContain(document.Findings, finding => finding.Severity != Model.Findings.Severity.Info);
        Assert.Equal(DocumentStatus.Ok, document.Status);
    }

    [Fact]
    public void One_wrong_sum_makes_it_doubtful() => Assert.Equal(DocumentStatus.Doubts, Processing.Of("""
        Ville de Lens

        Programmation 2024 du contrat de ville

        Action | Porteur | Coût total | Ville | CAF
        Vélos | CCAS | 1 000 € | 600 € | 400 €
        Café | Mission locale | 2 000 € | 1 500 € | 501 €
        """).Status);
}
