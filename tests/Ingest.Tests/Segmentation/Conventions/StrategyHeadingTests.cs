using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Strategies in headings and lists.</summary>
public sealed class StrategyHeadingTests
{
    [Fact]
    public void Words_with_numbers_nest_three_levels_above_the_lists() => Assert.Equal(
        """
        ENJEU 1 = DES LOGEMENTS DIGNES
          Orientation 1.1 = Rénover les immeubles
            Objectif 1.1.1 = Isoler les façades
              - Poser un isolant sur trois immeubles
              - Remplacer les fenêtres du côté nord
            Objectif 1.1.2 = Entretenir les halls
              - Repeindre les halls chaque printemps
        ENJEU 2 = SORTIR DE CHEZ SOI
          Orientation 2.1 = Ouvrir les équipements
            Objectif 2.1.1 = Allonger les horaires
              - Ouvrir la bibliothèque le dimanche
        """,
        Drafts.Of(Strategy + """
            ENJEU 1 : DES LOGEMENTS DIGNES

            Orientation 1.1 : Rénover les immeubles

            Objectif 1.1.1 : Isoler les façades

            - Poser un isolant sur trois immeubles
            - Remplacer les fenêtres du côté nord

            Objectif 1.1.2 : Entretenir les halls

            - Repeindre les halls chaque printemps

            ENJEU 2 : SORTIR DE CHEZ SOI

            Orientation 2.1 : Ouvrir les équipements

            Objectif 2.1.1 : Allonger les horaires

            - Ouvrir la bibliothèque le dimanche
            """).Outline());

    [Fact]
    public void A_label_told_again_goes_on_in_the_level_that_has_no_name()
    {
        var enjeu = Assert.Single(Drafts.Of(Strategy + """
            Axe 1 : Habiter mieux

            Objectif 1 : Isoler les façades

            - Poser un isolant sur trois immeubles

            Axe 1 : Habiter mieux

            Objectif 2 : Entretenir les halls

            - Repeindre les halls chaque printemps
            """).Convention.Enjeux);

        Assert.Equal(["Isoler les façades", "Entretenir les halls"], Assert.Single(enjeu.Orientations).Objectives.Select(objective => objective.Label.Title.Text));
    }

    [Fact]
    public void A_word_of_a_level_before_another_label_is_no_label_of_its_own()
    {
        var draft = Native(
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "Axe 1 : Éduquer"), Item("Ateliers de lecture pour les élèves"), Item("Jardins partagés au pied des immeubles"),
            Heading(3, "Axe Axe 2 : Vivre ensemble"), Item("Ateliers de cuisine avec les familles"));

        Assert.Equal(["Axe 1 = Éduquer", "Axe 2 = Vivre ensemble"], draft.Enjeux());
    }

    [Fact]
    public void Capitals_spread_out_by_spaces_are_the_word_of_a_label() => Assert.Equal(
        """
        E N J E U 1 = HABITER MIEUX
          Orientation 1.1 = Rénover les immeubles
            Objectif 1.1.1 = Isoler les façades
              - Poser un isolant sur trois immeubles
        E N J E U 2 = APPRENDRE
          Orientation 2.1 = Lire
            Objectif 2.1.1 = Ouvrir les livres
              - Prêter des livres
        """,
        Drafts.Of(Strategy + """
            E N J E U 1 : HABITER MIEUX

            Orientation 1.1 : Rénover les immeubles

            Objectif 1.1.1 : Isoler les façades

            - Poser un isolant sur trois immeubles

            E N J E U 2 : APPRENDRE

            Orientation 2.1 : Lire

            Objectif 2.1.1 : Ouvrir les livres

            - Prêter des livres
            """).Outline());

    [Fact]
    public void Numbers_alone_nest_by_their_parts() => Assert.Equal(
        """
        1 = Mieux vivre chez soi
          1.1 = Rénover les immeubles
            1.1.1 = Isoler les façades
              - Poser un isolant sur trois immeubles
            1.1.2 = Entretenir les halls
              - Repeindre les halls chaque printemps
          1.2 = Apaiser le voisinage
            1.2.1 = Prévenir les conflits
              - Former dix médiateurs
        2 = Sortir de chez soi
          2.1 = Ouvrir les équipements
            2.1.1 = Allonger les horaires
              - Ouvrir la bibliothèque le dimanche
        """,
        Drafts.Of(Strategy + """
            1. Mieux vivre chez soi

            1.1 Rénover les immeubles

            1.1.1 Isoler les façades

            - Poser un isolant sur trois immeubles

            1.1.2 Entretenir les halls

            - Repeindre les halls chaque printemps

            1.2 Apaiser le voisinage

            1.2.1 Prévenir les conflits

            - Former dix médiateurs

            2. Sortir de chez soi

            2.1 Ouvrir les équipements

            2.1.1 Allonger les horaires

            - Ouvrir la bibliothèque le dimanche
            """).Outline());

    [Theory]
    [InlineData("Axe 1", "Objectif 1")]
    [InlineData("PILIER 1", "Objectif spécifique 1")]
    [InlineData("Défi n° 1", "Objectif n° 1.1")]
    [InlineData("Enjeu I", "Objectif A")]
    [InlineData("Enjeu A", "Objectif A.1")]
    public void Of_two_levels_the_lower_one_holds_objectives(string enjeu, string objective) => Assert.Equal(
        $"{enjeu} = Se loger mieux\n  (none)\n    {objective} = Rénover les immeubles\n      - Poser un isolant sur trois immeubles",
        Drafts.Of(Strategy + $"{enjeu} : Se loger mieux\n\n{objective} : Rénover les immeubles\n\n• Poser un isolant sur trois immeubles").Outline());

    [Fact]
    public void What_a_document_calls_orientations_are_orientations() => Assert.Equal(
        """
        Enjeu 1 = Se loger mieux
          Orientation n° 1.1 = Rénover les immeubles
            (none)
              - Poser un isolant sur trois immeubles
          Orientation n° 1.2 = Entretenir les halls
            (none)
              - Repeindre les halls chaque printemps
        """,
        Drafts.Of(Strategy + """
            Enjeu 1 : Se loger mieux

            Orientation n° 1.1 – Rénover les immeubles

            • Poser un isolant sur trois immeubles

            Orientation n° 1.2 – Entretenir les halls

            • Repeindre les halls chaque printemps
            """).Outline());

    [Theory]
    [InlineData("ENJEU 3 : Se soigner", "ENJEU 3 = Se soigner")]
    [InlineData("Enjeu n°3 – Se soigner", "Enjeu n°3 = Se soigner")]
    [InlineData("ENJEU3 : Se soigner", "ENJEU 3 = Se soigner")]
    [InlineData("Axe stratégique 3. Se soigner", "Axe stratégique 3 = Se soigner")]
    [InlineData("Pilier III — Se soigner", "Pilier III = Se soigner")]
    [InlineData("Axe premier : Se soigner", "Axe premier = Se soigner")]
    public void A_code_is_kept_as_printed_and_parted_from_its_title(string heading, string told) => Assert.Equal(
        [told], Drafts.Of(Strategy + heading + "\n\nObjectif 1 : Faire venir des médecins\n\n• Louer un cabinet au centre").Enjeux());

    [Theory]
    [InlineData("ENJEU 3 : Se soigner", 3)]
    [InlineData("Pilier IV : Se soigner", 4)]
    [InlineData("Axe deuxième : Se soigner", 2)]
    [InlineData("Axe C : Se soigner", 3)]
    public void The_number_of_a_code_is_understood(string heading, int number) => Assert.Equal(
        number, Assert.Single(Drafts.Of(Strategy + heading + "\n\nObjectif 1 : Faire venir des médecins\n\n• Louer un cabinet au centre").Convention.Enjeux).Label.Number);

    [Fact]
    public void A_title_on_the_line_below_its_code_belongs_to_it() => Assert.Equal(
        ["ENJEU 1 = Se loger mieux"],
        Drafts.Of(Strategy + "ENJEU 1\n\nSe loger mieux\n\nObjectif 1 : Rénover les immeubles\n\n• Poser un isolant sur trois immeubles").Enjeux());

    [Fact]
    public void A_label_that_is_told_again_goes_on() => Assert.Equal(
        """
        Enjeu 1 = Se loger mieux
          Orientation 1.1 = Rénover les immeubles
            Objectif 1.1.1 = Isoler les façades
              - Poser un isolant sur trois immeubles
          Orientation 1.2 = Apaiser le voisinage
            Objectif 1.2.1 = Veiller la nuit
              - Poster deux veilleurs
        """,
        Drafts.Of(Strategy + """
            Enjeu 1 : Se loger mieux

            Orientation 1.1 : Rénover les immeubles

            Objectif 1.1.1 : Isoler les façades

            • Poser un isolant sur trois immeubles

            Enjeu 1 : Se loger mieux

            Orientation 1.2 : Apaiser le voisinage

            Objectif 1.2.1 : Veiller la nuit

            • Poster deux veilleurs
            """).Outline());

    [Fact]
    public void Headings_of_an_office_format_nest_by_their_level_without_any_code() => Assert.Equal(
        """
        Se loger mieux
          (none)
            Rénover les immeubles
              - Poser un isolant sur trois immeubles
            Veiller la nuit
              - Poster deux veilleurs
        Sortir de chez soi
          (none)
            Ouvrir les équipements
              - Ouvrir la bibliothèque le dimanche
        """,
        Native(
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "Se loger mieux"),
            Heading(3, "Rénover les immeubles"),
            Item("Poser un isolant sur trois immeubles"),
            Heading(3, "Veiller la nuit"),
            Item("Poster deux veilleurs"),
            Heading(2, "Sortir de chez soi"),
            Heading(3, "Ouvrir les équipements"),
            Item("Ouvrir la bibliothèque le dimanche")).Outline());

    [Fact]
    public void A_sentence_that_speaks_of_an_axe_opens_none() => Assert.Equal(
        ["Axe 1 = Se loger mieux"],
        Drafts.Of(Strategy + """
            Axe prioritaire de la commune, le logement mobilise tous ses services depuis dix ans.

            Axe 1 : Se loger mieux

            Objectif 1 : Rénover les immeubles

            • Poser un isolant sur trois immeubles
            """).Enjeux());

    [Theory]
    [InlineData("DÉFI 1 · Se loger mieux", "DÉFI 1 = Se loger mieux")]
    [InlineData("Pilier 1 / Se loger mieux", "Pilier 1 = Se loger mieux")]
    [InlineData("AXE 1 — Se loger mieux", "AXE 1 = Se loger mieux")]
    public void Any_sign_parts_a_mark_from_its_title(string label, string told) => Assert.Equal(
        [told], Drafts.Of(Strategy + label + "\n\nObjectif 1 : Rénover\n\n- Poser un isolant sur trois immeubles\n").Enjeux());

    [Fact]
    public void Letters_set_as_high_as_the_parts_above_them_belong_to_these() => Assert.Equal(
        """
        VOLET 1 = HABITAT
          (none)
            a = Accompagner la rénovation
              - Reloger les ménages
            b = Améliorer l'image
              - Peindre une fresque
        """,
        Native(Heading(0, "Contrat urbain de cohésion sociale"), Heading(2, "III – LES PROGRAMMES D'ACTION"), Heading(2, "VOLET 1 : HABITAT"), Heading(2, "a) Accompagner la rénovation"), Item("Reloger les ménages", "–"),
            Heading(2, "b) Améliorer l'image"), Item("Peindre une fresque", "–"), Heading(2, "IV – LE PILOTAGE"), Text("Le comité se réunit deux fois par an.")).Outline());

    [Fact]
    public void Plain_lines_over_lists_of_their_own_are_labels() => Assert.Equal(
        """
        AMBITION 1 = Soigner
          Objectif stratégique A = Reconstruire une offre de soins
            Attirer les professionnels
              - Salarier dix médecins
            Aller vers ceux qui renoncent
              - Faire circuler un bus dentaire
        """,
        Native(Heading(0, "Contrat de ville 2024-2030"), Heading(1, "Stratégie"), Heading(2, "AMBITION 1 : Soigner"), Heading(3, "Objectif stratégique A – Reconstruire une offre de soins"),
            Text("Attirer les professionnels"), Item("Salarier dix médecins"), Text("Aller vers ceux qui renoncent"), Item("Faire circuler un bus dentaire")).Outline());
}
