using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Tables beside a strategy told in headings.</summary>
public sealed class RepeatedTableTests
{
    private const string Told = Strategy + """
        Axe 1 : Se loger mieux

        Objectif 1 : Isoler les façades

        • Poser un isolant sur trois immeubles

        Objectif 2 : Entretenir les halls

        • Repeindre les halls chaque printemps

        Axe 2 : Apprendre

        Objectif 3 : Ouvrir les livres

        • Prêter des livres aux écoliers


        """;

    [Fact]
    public void A_table_that_only_repeats_the_strategy_adds_nothing() => Assert.Equal(Drafts.Of(Told).Outline(), Drafts.Of(Told + """
        Enjeux | Objectifs | Objectifs opérationnels
        Se loger mieux | Isoler les façades | Poser un isolant sur trois immeubles
         | Entretenir les halls | Repeindre les halls chaque printemps
        Apprendre | Ouvrir les livres | Prêter des livres aux écoliers
        """).Outline());

    [Fact]
    public void An_overview_at_the_head_adds_nothing() => Assert.Equal(Drafts.Of(Told).Outline(), Drafts.Of(Told.Replace("Axe 1 : Se loger mieux\n", """
        Enjeux | Objectifs | Objectifs opérationnels
        Se loger mieux | Isoler les façades | Poser un isolant sur trois immeubles
         | Entretenir les halls | Repeindre les halls chaque printemps
        Apprendre | Ouvrir les livres | Prêter des livres aux écoliers

        Axe 1 : Se loger mieux

        """, StringComparison.Ordinal)).Outline());

    [Fact]
    public void A_table_that_says_something_else_is_read() => Assert.Contains("Ouvrir un jardin au pied des tours", Drafts.Of(Told + """
        Enjeux | Objectifs | Objectifs opérationnels
        Se loger mieux | Isoler les façades | Changer les volets du côté de la rue Haute
         | Entretenir les halls | Laver les vitres de tous les étages
        Vivre dehors | Planter des arbres | Ouvrir un jardin au pied des tours
        """).Items());
}
