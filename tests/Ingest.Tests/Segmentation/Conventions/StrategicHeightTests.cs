using Ingest.Segmentation;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Strategies told by what stands below their headings, where heights come from looks.</summary>
public sealed class StrategicHeightTests
{
    [Fact]
    public void Headings_over_lists_of_what_will_be_done_are_a_strategy_whatever_they_are_called() => Assert.Equal("""
        Une ville où l'on se soigne
          (none)
            Rendre le soin accessible
              - Bâtir une maison de santé
              - Former des médiateurs
        Une ville qui respire
          (none)
            Replanter
              - Planter cent arbres
              - Ouvrir deux jardins
        """, Tree(Chapter).Outline());

    [Fact]
    public void A_chapter_that_leads_to_nothing_ends_it_though_it_is_set_smaller() =>
        Assert.DoesNotContain(Tree(Chapter).Items(), item => item.Contains("Préfet", StringComparison.Ordinal));

    [Fact]
    public void What_costs_something_may_be_an_action_and_is_no_strategy() =>
        Assert.Empty(Tree("Ouvrir une épicerie, 12 000 €").Convention.Enjeux);

    [Fact]
    public void What_the_whole_document_is_called_opens_no_strategy() => Assert.Equal(["Axe 1 = Apprendre", "Axe 2 = Travailler"], Native(
        Heading(0, "Déclinaison communale du contrat de ville 2024-2030"),
        Heading(2, "Les quartiers"), Text("Deux quartiers sont concernés."), Item("des commerces fermés"), Item("des jeunes qui partent"),
        Heading(1, "Axe 1 – Apprendre"), Heading(3, "Objectif 1 : Lire"), Item("ouvrir une bibliothèque"),
        Heading(1, "Axe 2 – Travailler"), Heading(3, "Objectif 2 : Former"), Item("monter un chantier-école")).Enjeux());

    [Fact]
    public void What_recognition_made_of_a_stamp_neither_opens_nor_ends_it() => Assert.Equal(["Axe 1 = Apprendre", "Axe 2 = Travailler"], Native(
        Heading(0, "Contrat de ville 2024-2030"), Heading(4, "Objectifs poursuivis"),
        Heading(5, "Axe 1 – Apprendre"), Item("ouvrir une bibliothèque"), Heading(1, "LL mg nu"), Item("lire des histoires"),
        Heading(5, "Axe 2 – Travailler"), Item("monter un chantier-école")).Enjeux());

    [Fact]
    public void A_list_that_a_line_announces_ends_at_the_next_heading() => Assert.Equal(["le tramway", "une jeunesse nombreuse"],
        Tree(Chapter).Convention.Opportunites.Lines());

    private const string Chapter = "le Préfet et le Maire se réunissent deux fois par an";

    private static DraftDocument Tree(string last) => Native(
        Heading(0, "Contrat de ville 2024-2030"),
        Heading(2, "D'où nous partons"), Text("Le quartier compte de longue date deux maisons. Et trois opportunités :"), Item("le tramway"), Item("une jeunesse nombreuse"),
        Heading(1, "Une ville où l'on se soigne"), Text("La santé vient en tête."), Heading(3, "Rendre le soin accessible"), Item("Bâtir une maison de santé"), Item("Former des médiateurs"),
        Heading(1, "Une ville qui respire"), Heading(3, "Replanter"), Item("Planter cent arbres"), Item(last == Chapter ? "Ouvrir deux jardins" : last),
        Heading(2, "Et ensuite"), Item(Chapter));
}
