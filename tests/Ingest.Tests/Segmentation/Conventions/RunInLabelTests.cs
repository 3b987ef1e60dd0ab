using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Labels that run into what stands behind them, and marks of other kinds.</summary>
public sealed class RunInLabelTests
{
    [Fact]
    public void A_sentence_behind_the_title_is_none_of_it_and_a_list_behind_its_word_is_one() => Assert.Equal("""
        Axe 1 = Emploi
          Orientation 1.1 = Soutenir la création d'activité
            (none)
              - héberger six entreprises
              - proposer un microcrédit.
        """, Native(
        Heading(0, "Contrat de ville 2024-2030"), Heading(1, "Objectifs poursuivis"), Heading(2, "Axe 1 : Emploi"),
        Text("Orientation 1.1 : Soutenir la création d'activité. Le goût d'entreprendre existe ; il se heurte aux banques."),
        Text("Objectifs opérationnels : héberger six entreprises ; proposer un microcrédit.")).Outline());

    [Fact]
    public void A_title_with_an_abbreviation_stays_whole() => Assert.Equal(["Axe 1 = Lire avec M. Dupont"], Native(
        Heading(0, "Contrat de ville 2024-2030"), Heading(1, "Objectifs poursuivis"), Heading(2, "Axe 1 : Lire avec M. Dupont"), Item("ouvrir une bibliothèque")).Enjeux());

    [Theory]
    [InlineData("Première priorité – Se soigner", "Première priorité = Se soigner")]
    [InlineData("2e axe : Se soigner", "2e axe = Se soigner")]
    public void An_ordinal_may_stand_before_the_word(string label, string expected) => Assert.Equal([expected], Native(
        Heading(0, "Contrat de ville 2024-2030"), Heading(1, "Objectifs poursuivis"), Heading(2, label), Item("aménager deux cabinets")).Enjeux());

    [Fact]
    public void Letters_and_numbers_are_a_mark() => Assert.Contains("A1.2 = Soutenir les premiers mots", Native(
        Heading(0, "Contrat de ville 2024-2030"), Heading(1, "Objectifs poursuivis"), Heading(2, "Axe A : Éducation"), Heading(3, "Objectif général A1 : Éveiller"),
        Heading(4, "A1.1 Élargir les horaires"), Item("ouvrir une crèche"), Heading(4, "A1.2 Soutenir les premiers mots"), Item("lire des histoires")).Outline());
}
