using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>What a document is shows in what it holds.</summary>
public sealed class KindTests
{
    private const string Actions = """
        Action | Porteur | Coût total | Ville | CAF
        Vélos solidaires | CCAS | 1 000 € | 600 € | 400 €
        Café des parents | Centre social | 2 000 € | 1 500 € | 500 €
        """;

    private const string Table = """
        Objectifs poursuivis sur le quartier

        Enjeux | Objectifs | Objectifs opérationnels
        Se loger mieux | Isoler les façades | Poser un isolant sur trois immeubles de la rue Haute
        Sortir de chez soi | Allonger les horaires | Ouvrir la bibliothèque le dimanche matin
        """;

    [Fact]
    public void A_strategy_makes_a_convention()
    {
        var document = Processing.Of("Convention d'application 2024-2030\n\n" + Table);

        Assert.Equal(DocumentKind.Convention, document.Kind);
        Assert.Empty(document.Actions);
        Assert.Equal(2, document.Enjeux.Length);
    }

    [Fact]
    public void Actions_with_their_money_make_a_programmation()
    {
        var document = Processing.Of("Programmation 2025\n\n" + Actions);

        Assert.Equal(DocumentKind.Programmation, document.Kind);
        Assert.Equal(2, document.Actions.Length);
        Assert.Empty(document.Enjeux);
    }

    [Fact]
    public void A_document_with_both_is_mixed_and_gives_both()
    {
        var document = Processing.Of($"Convention d'application 2024-2030\n\n{Table}\n\nAnnexe : programmation 2025\n\n{Actions}");

        Assert.Equal(DocumentKind.Mixed, document.Kind);
        Assert.Equal(["Vélos solidaires", "Café des parents"], document.Actions.Select(action => action.Title));
        Assert.Equal(["Se loger mieux", "Sortir de chez soi"], document.Enjeux.Select(enjeu => enjeu.Title));
    }

    [Fact]
    public void A_document_with_neither_is_another()
    {
        var document = Processing.Of("Compte rendu de la réunion du lundi\n\nLes habitants ont parlé des jardins et du marché.");

        Assert.Equal(DocumentKind.Other, document.Kind);
        Assert.Empty(document.Enjeux);
        Assert.Empty(document.Actions);
    }

    [Fact]
    public void Themes_above_tables_of_actions_make_no_strategy() => Assert.Equal(DocumentKind.Programmation, Processing.Of($"""
        Programmation 2025

        Enjeu 1 : Se loger mieux

        {Actions}

        Enjeu 2 : Sortir de chez soi

        {Actions}
        """).Kind);

    [Fact]
    public void What_a_programmation_says_of_its_objectives_is_no_strategy() => Assert.Empty(Processing.Of($"""
        Programmation 2025

        Les objectifs de la commune restent ceux de l'an dernier.

        {Actions}
        """).Enjeux);
}
