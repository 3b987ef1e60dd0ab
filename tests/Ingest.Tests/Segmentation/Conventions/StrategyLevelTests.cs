using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Which level a label belongs to, and which label goes on.</summary>
public sealed class StrategyLevelTests
{
    private const string Numbers = """
        1. Mieux vivre chez soi

        1.1 Rénover les immeubles

        - Poser un isolant sur trois immeubles

        1.2 Apaiser le voisinage

        - Former dix médiateurs

        2. Sortir de chez soi

        2.1 Ouvrir les équipements

        - Ouvrir la bibliothèque le dimanche
        """;

    private const string Orientations = """
        1 = Mieux vivre chez soi
          1.1 = Rénover les immeubles
            (none)
              - Poser un isolant sur trois immeubles
          1.2 = Apaiser le voisinage
            (none)
              - Former dix médiateurs
        2 = Sortir de chez soi
          2.1 = Ouvrir les équipements
            (none)
              - Ouvrir la bibliothèque le dimanche
        """;

    [Fact]
    public void A_label_told_again_behind_another_goes_on_where_it_stood() => Assert.Equal(
        """
        Axe 1 = Se loger mieux
          (none)
            Objectif 1 = Isoler les façades
              - Poser un isolant sur trois immeubles
            Objectif 3 = Entretenir les halls
              - Repeindre les halls chaque printemps
        Axe 2 = Apprendre
          (none)
            Objectif 2 = Ouvrir les livres
              - Prêter des livres aux écoliers
        """,
        Drafts.Of(Strategy + """
            Axe 1 : Se loger mieux

            Objectif 1 : Isoler les façades

            • Poser un isolant sur trois immeubles

            Axe 2 : Apprendre

            Objectif 2 : Ouvrir les livres

            • Prêter des livres aux écoliers

            Axe 1 : Se loger mieux

            Objectif 3 : Entretenir les halls

            • Repeindre les halls chaque printemps
            """).Outline());

    [Fact]
    public void What_a_label_told_again_repeats_is_told_once() => Assert.Equal(
        ["Poser un isolant sur trois immeubles", "Changer les volets", "Prêter des livres aux écoliers"],
        Drafts.Of(Strategy + """
            Axe 1 : Se loger mieux

            Objectif 1 : Isoler les façades

            • Poser un isolant sur trois immeubles

            Axe 2 : Apprendre

            Objectif 2 : Ouvrir les livres

            • Prêter des livres aux écoliers

            Axe 1 : Se loger mieux

            Objectif 1 : Isoler les façades

            • Poser un isolant sur trois immeubles
            • Changer les volets
            """).Items());

    [Theory]
    [InlineData("La démarche s'organise en deux piliers, qui se déclinent en orientations, puis en objectifs opérationnels.")]
    [InlineData("Chaque enjeu se décline en orientations et en actions.")]
    public void A_document_says_which_levels_its_numbers_are(string sentence) =>
        Assert.Equal(Orientations, Drafts.Of(Strategy + sentence + "\n\n" + Numbers).Outline());

    [Fact]
    public void The_part_above_may_say_it() =>
        Assert.Equal(Orientations, Drafts.Of(Lead + "Préambule\n\nChaque enjeu se décline en orientations et en actions.\n\nObjectifs poursuivis sur le quartier\n\n" + Numbers).Outline());

    [Fact]
    public void Numbers_of_the_third_level_with_nothing_under_them_are_what_will_be_done() => Assert.Equal(
        """
        1 = Mieux vivre chez soi
          (none)
            1.1 = Rénover les immeubles
              - Poser un isolant
              - Changer les volets
            1.2 = Apaiser le voisinage
              - Former dix médiateurs
        """,
        Drafts.Of(Strategy + """
            1. Mieux vivre chez soi

            1.1 Rénover les immeubles

            1.1.1 Poser un isolant

            1.1.2 Changer les volets

            1.2 Apaiser le voisinage

            1.2.1 Former dix médiateurs
            """).Outline());

    [Fact]
    public void Right_below_a_label_of_its_level_stands_another_word_for_a_part_of_it() => Assert.Equal(
        ["Vivre ensemble: Calmer, Fêter", "Travailler: Former"],
        Drafts.Of("""
            Contrat de ville 2024-2030

            Ambition 1 : Vivre ensemble
            Axe A : Calmer
            - former dix médiateurs
            Axe B : Fêter
            - ouvrir une salle
            Ambition 2 : Travailler
            Axe C : Former
            - ouvrir une école
            """).Convention.Enjeux.Select(enjeu => $"{enjeu.Label.Title.Text}: {string.Join(", ", enjeu.Orientations.Select(orientation => orientation.Label.Title.Text))}"));

    [Fact]
    public void A_mark_with_letters_stands_in_the_one_whose_number_it_begins_with() => Assert.Equal(
        """
        Cap 1 = Apprendre
          Chantier 1.A = La petite enfance
            (none)
              - Ouvrir une crèche
          Chantier 1.B = Le collège
            (none)
              - Affecter un médiateur
              - Accueillir des stagiaires
        Cap 2 = Travailler
          Chantier 2.A = L'emploi
            (none)
              - Créer une navette
        """.ReplaceLineEndings("\n"),
        Native(
            Heading(1, "Objectifs poursuivis"), Heading(2, "Cap 1. Apprendre"), Text("Un enfant sur cinq lit mal."),
            Heading(3, "Chantier 1.A : La petite enfance"), Text("Mesure 1.A.1 : Ouvrir une crèche"),
            Heading(3, "Chantier 1.B : Le collège"), Text("Mesure 1.B.1 : Affecter un médiateur"), Text("Mesure 1.B.2 : Accueillir des stagiaires"),
            Text("Les moyens du programme seront réunis dans une seule convention."),
            Heading(2, "Cap 2. Travailler"), Heading(3, "Chantier 2.A : L'emploi"), Text("Mesure 2.A.1 : Créer une navette")).Outline());

    [Fact]
    public void A_heading_with_the_next_mark_of_the_strategy_is_its_label_whatever_its_words()
    {
        var draft = Native(
            Heading(1, "Les thèmes du contrat"), Heading(2, "Thème I – Habitat"), Heading(3, "I-a. Redonner de la valeur"), Item("Signer une charte"), Heading(3, "I-b. Aider les copropriétés"), Item("Former les syndics"),
            Heading(2, "Thème II – Réussite"), Heading(3, "II-a. Suivre chaque enfant"), Item("Constituer une équipe"));

        Assert.Equal(["Signer une charte", "Former les syndics", "Constituer une équipe"], draft.Items());
        Assert.Empty(draft.Convention.Governance);
    }
}
