using Ingest.Tables;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>What the commune will do, item by item.</summary>
public sealed class ItemTests
{
    private static readonly string[] Three = ["Poster deux veilleurs", "Ouvrir une ligne téléphonique", "Éclairer les passages"];

    [Theory]
    [InlineData("- Poster deux veilleurs\n- Ouvrir une ligne téléphonique\n- Éclairer les passages")]
    [InlineData("• Poster deux veilleurs\n→ Ouvrir une ligne téléphonique\n✓ Éclairer les passages")]
    [InlineData("– Poster deux veilleurs ;\n– Ouvrir une ligne téléphonique ;\n– Éclairer les passages")]
    [InlineData("a) Poster deux veilleurs\nb) Ouvrir une ligne téléphonique\nc) Éclairer les passages")]
    [InlineData("1. Poster deux veilleurs\n2. Ouvrir une ligne téléphonique\n3. Éclairer les passages")]
    [InlineData("* Poster deux veilleurs\n➢ Ouvrir une ligne téléphonique\n▪ Éclairer les passages")]
    [InlineData("> Poster deux veilleurs\n> Ouvrir une ligne téléphonique\n> Éclairer les passages")]
    public void A_list_gives_its_items_without_their_marks(string list) =>
        Assert.Equal(Three, Drafts.Of(Strategy + "Axe 1 : Vivre en paix\n\nObjectif 1 : Veiller la nuit\n\n" + list).Items());

    [Theory]
    [InlineData("- Poster deux veilleurs - Ouvrir une ligne téléphonique - Éclairer les passages")]
    [InlineData("• Poster deux veilleurs • Ouvrir une ligne téléphonique • Éclairer les passages")]
    [InlineData("→ Poster deux veilleurs ➢ Ouvrir une ligne téléphonique · Éclairer les passages")]
    [InlineData("•Poster deux veilleurs •Ouvrir une ligne téléphonique •Éclairer les passages")]
    [InlineData("Poster deux veilleurs ; Ouvrir une ligne téléphonique ; Éclairer les passages")]
    [InlineData("Poster deux veilleurs ; Ouvrir une ligne téléphonique ;¶Éclairer les passages")]
    [InlineData("Poster deux veilleurs¶Ouvrir une ligne téléphonique¶Éclairer les passages")]
    [InlineData("Poster deux veilleurs Ouvrir une ligne téléphonique Éclairer les passages")]
    [InlineData("1. Poster deux veilleurs¶2. Ouvrir une ligne téléphonique¶3. Éclairer les passages")]
    public void A_cell_of_lines_gives_its_items_whatever_parts_them(string cell) =>
        Assert.Equal(Three, Drafts.Of(Cell(cell)).Items());

    [Fact]
    public void A_dash_inside_a_sentence_parts_nothing() => Assert.Equal(
        ["Relier le parc - et son étang - à la médiathèque du centre"],
        Drafts.Of(Cell("• Relier le parc - et son étang - à la médiathèque du centre")).Items());

    [Fact]
    public void A_name_with_a_capital_opens_no_item() => Assert.Equal(
        ["Réparer les vélos des élèves du collège Jean-Moulin et de l'école Simone Veil avec la Ligue"],
        Drafts.Of(Cell("• Réparer les vélos des élèves du collège Jean-Moulin et de l'école Simone Veil avec la Ligue")).Items());

    [Fact]
    public void An_item_goes_on_over_its_line() => Assert.Equal(
        ["Choisir les essences avec les enfants des trois écoles du quartier", "Arroser les jeunes plants"],
        Drafts.Of(Strategy + """
            Axe 1 : Vivre au vert

            Objectif 1 : Planter des arbres

            • Choisir les essences avec les enfants
            des trois écoles du quartier
            • Arroser les jeunes plants
            """).Items());

    [Fact]
    public void An_item_goes_on_over_the_rows_of_a_table() => Assert.Equal(
        ["Choisir les essences avec les enfants des trois écoles du quartier", "Arroser les jeunes plants"],
        Drafts.Of(Cell("• Choisir les essences avec les enfants") + " | | des trois écoles du quartier • Arroser les jeunes plants\n").Items());

    [Fact]
    public void A_list_inside_an_item_is_part_of_it() => Assert.Equal(
        ["Tenir une permanence dans deux lieux : le marché la médiathèque", "Éclairer les passages"],
        Drafts.Of(Strategy + """
            Axe 1 : Vivre en paix

            Objectif 1 : Accueillir partout

            • Tenir une permanence dans deux lieux :
            - le marché
            - la médiathèque
            • Éclairer les passages
            """).Items());

    [Fact]
    public void Prose_is_what_will_be_done_where_no_item_says_it() => Assert.Equal(
        ["La commune isolera trois immeubles avant l'hiver.", "Poster deux veilleurs"],
        Drafts.Of(Strategy + """
            Axe 1 : Vivre en paix

            Objectif 1 : Rénover les immeubles

            La commune isolera trois immeubles avant l'hiver.

            Objectif 2 : Veiller la nuit

            Les habitants le demandent depuis longtemps.

            • Poster deux veilleurs
            """).Items());

    [Fact]
    public void A_line_that_announces_the_items_is_none() => Assert.Equal(
        ["Poster deux veilleurs"],
        Drafts.Of(Strategy + "Axe 1 : Vivre en paix\n\nObjectif 1 : Veiller la nuit\n\nObjectifs opérationnels :\n\n• Poster deux veilleurs").Items());

    [Fact]
    public void Sentences_of_a_native_cell_stay_together_unless_an_infinitive_opens_the_next() => Assert.Equal(
        ["Un veilleur fera sa ronde. Il sera du quartier.", "Éclairer les passages."],
        Native(Heading(1, "Objectifs poursuivis sur le quartier"), new TableContent(Drafts.Grid(
            1,
            ["Objectifs", "Objectifs opérationnels"],
            ["Veiller la nuit", "Un veilleur fera sa ronde. Il sera du quartier. Éclairer les passages."]))).Items());

    private static string Cell(string items) => Strategy + $"Enjeux | Objectifs | Objectifs opérationnels\nVivre en paix | Veiller la nuit | {items}\n";

    [Fact]
    public void A_list_that_counts_by_letters_holds_items() => Assert.Equal(
        ["associer le cinéma", "créer un parcours", "ouvrir la cour"],
        Drafts.Of(Strategy + "Axe A : Grandir\n\nObjectif A.1 : Ouvrir l'école\n\na) associer le cinéma ;\n\nb) ouvrir la cour ;\n\nc) créer un parcours\n\nAxe B : Vivre\n").Items().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("OBJECTIFS OPÉRATIONNELS")]
    [InlineData("Actions")]
    [InlineData("Engagements de la commune")]
    public void A_heading_that_only_names_a_level_announces_its_items(string heading)
    {
        var draft = Native(Heading(1, "Objectifs poursuivis"), Heading(2, "Axe 1 : Grandir"), Heading(3, "Orientation 1.A. Soutenir les familles"), Heading(4, heading), Item("Proposer un accueil"), Item("Former les assistantes"));

        Assert.Equal("Axe 1 = Grandir\n  Orientation 1.A = Soutenir les familles\n    (none)\n      - Proposer un accueil\n      - Former les assistantes", draft.Outline());
    }

    [Fact]
    public void A_mark_that_only_counts_what_will_be_done_is_none_of_its_text() => Assert.Equal(
        ["Traiter l'humidité", "Former les locataires"],
        Native(
            Heading(1, "Objectifs poursuivis"), Heading(2, "Priorité 1 : Se loger"), Heading(3, "OS 1.1 : Améliorer le confort"),
            Item("OO 1.1.1 Traiter l'humidité", "1."), Item("OO 1.1.2 Former les locataires", "2.")).Items());

    [Fact]
    public void A_comma_that_parts_an_item_from_the_next_is_none_of_its_text() => Assert.Equal(
        ["Traiter l'humidité", "Former les locataires, avec le bailleur", "Réparer l'éclairage."],
        Native(
            Heading(1, "Objectifs poursuivis"), Heading(2, "Priorité 1 : Se loger"), Heading(3, "OS 1.1 : Améliorer le confort"),
            Item("OO 1 : Traiter l'humidité,"), Item("OO 2 : Former les locataires, avec le bailleur,"), Item("Réparer l'éclairage.")).Items());

    [Fact]
    public void The_next_item_of_a_list_that_counts_heads_nothing() => Assert.Equal(
        ["Poster deux veilleurs", "Ouvrir une ligne", "Étendre le portage de livres"],
        Native(
            Heading(1, "Objectifs poursuivis"), Heading(2, "Axe 3 : Bien vieillir"), Heading(3, "Orientation 3.1 : Rompre l'isolement"),
            Item("Poster deux veilleurs", "1."), Item("Ouvrir une ligne", "2."), Item("Étendre le portage de livres", "3."), Heading(3, "Orientation 3.2 : Soigner")).Items());
}
