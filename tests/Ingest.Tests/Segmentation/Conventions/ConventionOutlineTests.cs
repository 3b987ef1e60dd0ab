using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Where the parts of a convention begin and end.</summary>
public sealed class ConventionOutlineTests
{
    [Fact]
    public void A_line_that_leads_into_a_list_heads_no_part()
    {
        var draft = Drafts.Of(Strategy + """
            Axe 1 : Vivre en paix

            Objectif 1 : Veiller la nuit

            Les signataires s'engagent à :

            • Poster deux veilleurs
            • Éclairer les passages

            Objectif 2 : Accueillir

            • Ouvrir une ligne téléphonique
            """);

        Assert.Equal(["Poster deux veilleurs", "Éclairer les passages", "Ouvrir une ligne téléphonique"], draft.Items());
        Assert.Empty(draft.Convention.Signatories);
    }

    [Fact]
    public void The_next_letter_goes_on_though_its_words_are_those_of_another_part() => Assert.Equal(
        ["A = Habitat", "B = Emploi", "C = Réussite éducative"],
        Native(
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "A. Habitat"), Heading(3, "Objectif 1 : Rénover"), Item("Poser un isolant"),
            Heading(2, "B. Emploi"), Heading(3, "Objectif 2 : Former"), Item("Ouvrir un atelier"),
            Heading(2, "C. Réussite éducative"), Heading(3, "Objectif 3 : Lire"), Item("Prêter des livres")).Enjeux());

    [Fact]
    public void A_letter_out_of_its_series_opens_the_part_that_its_words_name()
    {
        var draft = Native(
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "Enjeu 1 : Se loger mieux"), Heading(3, "Objectif 1 : Rénover"), Item("Poser un isolant"),
            Heading(1, "D. Gouvernance"),
            Text("Les partenaires se voient deux fois par an."));

        Assert.Equal(["Poser un isolant"], draft.Items());
        Assert.Single(draft.Convention.Governance);
    }

    [Theory]
    [InlineData("Article 4 – Gouvernance", "Article 5 – Dispositions finales")]
    [InlineData("Titre IV – Gouvernance", "Titre V – Dispositions finales")]
    [InlineData("Chapitre 4 – Gouvernance", "Chapitre 5 – Dispositions finales")]
    public void The_next_article_or_title_ends_a_part_with_numbers_of_its_own(string own, string next)
    {
        var draft = Drafts.Of(Lead + AnyStrategy + "\n" + own + "\n\n1. Comité de pilotage\n\nLe maire le réunit deux fois par an.\n\n" + next + "\n\nLes autres stipulations demeurent.\n");

        Assert.Equal("Le maire le réunit deux fois par an.", Assert.Single(draft.Convention.Governance).Text.Text);
    }

    [Fact]
    public void A_place_and_a_date_alone_open_the_signatures() => Assert.Equal(
        ["l'État", "la Ville de Toul"],
        Drafts.Of(Lead + AnyStrategy + "\nÀ Toul, le 3 mai 2024\n\nPour l'État, le préfet\n\nPour la Ville de Toul, le maire\n").Convention.Signatories.Lines());
}
