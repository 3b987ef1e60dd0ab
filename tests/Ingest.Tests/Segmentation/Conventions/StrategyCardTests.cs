using Ingest.Tables;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Strategies in boxes: a card an objective, a column an enjeu, a column a partner.</summary>
public sealed class StrategyCardTests
{
    [Fact]
    public void Each_cell_of_a_card_says_what_it_holds()
    {
        var draft = Native(
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "Axe 1 : Se loger mieux"),
            Card("Objectif 1 – Isoler les façades", "Poser un isolant sur trois immeubles\nRemplacer les fenêtres du côté nord", "le bailleur et la régie de quartier, ensemble"),
            Card("Objectif 2 – Entretenir les halls", "Repeindre les halls chaque printemps", "la régie de quartier avec les gardiens d'immeubles"));

        Assert.Equal(
            """
            Axe 1 = Se loger mieux
              (none)
                Objectif 1 = Isoler les façades
                  - Poser un isolant sur trois immeubles
                  - Remplacer les fenêtres du côté nord
                Objectif 2 = Entretenir les halls
                  - Repeindre les halls chaque printemps
            """,
            draft.Outline());
        Assert.Equal(["Une famille sur trois a froid. (no-field)", "le bailleur et la régie de quartier, ensemble (no-field)", "Une famille sur trois a froid. (no-field)", "la régie de quartier avec les gardiens d'immeubles (no-field)"], draft.Left());
    }

    [Fact]
    public void A_header_in_a_cell_of_its_own_heads_the_one_below() => Assert.Equal(
        """
        Axe 1 = Se loger mieux
          (none)
            Objectif 1 = Isoler les façades
              - Poser un isolant sur trois immeubles
              - Remplacer les fenêtres du côté nord
        """,
        Native(
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "Axe 1 : Se loger mieux"),
            new TableContent(Drafts.Grid(
                [new("Objectif 1 – Isoler les façades", Columns: 2)],
                ["Constats", "Pilote"],
                ["Une famille sur trois a froid.", "Le bailleur et la régie de quartier"],
                [new("Objectifs opérationnels", Columns: 2)],
                [new("Poser un isolant sur trois immeubles\nRemplacer les fenêtres du côté nord", Columns: 2)]))).Outline());

    [Fact]
    public void An_overview_has_an_enjeu_in_each_column() => Assert.Equal(
        """
        Défi 1 = Se loger mieux
          (none)
            Objectif 1.1 = Isoler les façades
              - Poser un isolant sur trois immeubles
            Objectif 1.2 = Entretenir les halls
              - Repeindre les halls chaque printemps
        Défi 2 = Apprendre
          (none)
            Objectif 2.1 = Ouvrir les livres
              - Prêter des livres aux écoliers
        """,
        Native(Heading(1, "Objectifs poursuivis sur le quartier"), new TableContent(Drafts.Grid(
            ["Défi 1 : Se loger mieux", "Défi 2 : Apprendre"],
            [
                "Objectif 1.1 : Isoler les façades\nPoser un isolant sur trois immeubles\nObjectif 1.2 : Entretenir les halls\nRepeindre les halls chaque printemps",
                "Objectif 2.1 : Ouvrir les livres\nPrêter des livres aux écoliers",
            ]))).Outline());

    [Fact]
    public void What_partners_engage_to_side_by_side_is_what_will_be_done() => Assert.Equal(
        ["Financer un poste de médiateur", "Prêter un local au rez-de-chaussée", "Former les gardiens"],
        Native(
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "Axe 1 : Vivre en paix"),
            Heading(3, "Objectif 1 : Apaiser le voisinage"),
            new TableContent(Drafts.Grid(
                ["L'État s'engage à :", "La commune s'engage à :"],
                ["Financer un poste de médiateur", "Prêter un local au rez-de-chaussée\nFormer les gardiens"]))).Items());

    private static TableContent Card(string label, string items, string pilot) => new(Drafts.Grid(
        [new(label, Columns: 2)],
        ["Constats\nUne famille sur trois a froid.", "Objectifs opérationnels\n" + items],
        [new("Pilote : " + pilot, Columns: 2)]));
}
