using Ingest.Tables;
using Ingest.Tests.Tables;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Lists inside lists.</summary>
public sealed class NestedListTests
{
    private const string Expected = """
        Axe 1 = Vivre en paix
          (none)
            Tenir les halls propres
              - Laver les sols chaque semaine
              - Réparer les portes
            Éclairer les passages
              - Poser douze lampes
        """;

    [Fact]
    public void Items_that_each_lead_to_a_deeper_list_are_labels() => Assert.Equal(Expected, Native(
        Heading(1, "Objectifs poursuivis sur le quartier"),
        Heading(2, "Axe 1 : Vivre en paix"),
        Item("Tenir les halls propres"),
        Item("Laver les sols chaque semaine", level: 1),
        Item("Réparer les portes", level: 1),
        Item("Éclairer les passages"),
        Item("Poser douze lampes", level: 1)).Outline());

    [Fact]
    public void On_a_page_their_places_show_the_depth() => Assert.Equal(Expected, Drafts.Segment(ContentBuilder.Build([new PageSketch(1)
        .Text(50, 60, "Convention d'application 2024-2030", size: 18, bold: true)
        .Text(50, 120, "Objectifs poursuivis sur le quartier", size: 14, bold: true)
        .Text(50, 160, "Axe 1 : Vivre en paix", size: 12, bold: true)
        .Text(60, 190, "• Tenir les halls propres")
        .Text(90, 204, "• Laver les sols chaque semaine")
        .Text(90, 218, "• Réparer les portes")
        .Text(60, 232, "• Éclairer les passages")
        .Text(90, 246, "• Poser douze lampes").ToPage()])).Outline());

    [Fact]
    public void One_list_inside_a_long_one_makes_no_labels() => Assert.Equal(
        ["Tenir les halls propres", "Laver les sols chaque semaine", "Éclairer les passages", "Fleurir les balcons"],
        Native(
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "Axe 1 : Vivre en paix"),
            Heading(3, "Objectif 1 : Soigner les lieux"),
            Item("Tenir les halls propres"),
            Item("Laver les sols chaque semaine", level: 1),
            Item("Éclairer les passages"),
            Item("Fleurir les balcons")).Items());

    [Fact]
    public void A_tree_may_be_as_deep_as_the_strategy_and_a_heading_as_high_as_its_own_ends_it() => Assert.Equal(
        """
        Priorité 1 = Que chaque enfant trouve sa place
          Orientation 1.1 = Soutenir les parents
            Faire connaître les lieux
              - Éditer une carte
            Prévenir les ruptures
              - Créer une permanence
        Priorité 2 = Que le travail soit à portée
          Orientation 2.1 = Valoriser les métiers
            Faire découvrir les métiers
              - Organiser six visites
            Former aux métiers
              - Ouvrir un chantier
        """.ReplaceLineEndings("\n"),
        Native(
            Heading(0, "Contrat de ville 2024-2030"), Heading(1, "L'arbre du contrat"),
            Item("Priorité 1 : Que chaque enfant trouve sa place", "■"), Item("Orientation 1.1 : Soutenir les parents", "●", 1),
            Item("Faire connaître les lieux", "○", 2), Item("Éditer une carte", "–", 3), Item("Prévenir les ruptures", "○", 2), Item("Créer une permanence", "–", 3),
            Item("Priorité 2 : Que le travail soit à portée", "■"), Item("Orientation 2.1 : Valoriser les métiers", "●", 1),
            Item("Faire découvrir les métiers", "○", 2), Item("Organiser six visites", "–", 3), Item("Former aux métiers", "○", 2), Item("Ouvrir un chantier", "–", 3),
            Heading(1, "Qui fait quoi"), Text("Les services se réunissent.")).Outline());
}
