using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

public sealed class GovernanceTests
{
    [Fact]
    public void Each_heading_with_a_text_is_a_part() => Assert.Equal(
        [
            "Comité de pilotage = Le maire réunit deux fois par an les partenaires de la convention.",
            "Participation des habitants = Le conseil citoyen compte douze membres tirés au sort.",
        ],
        Parts("""
            Pilotage et animation

            Comité de pilotage

            Le maire réunit deux fois par an les partenaires de la convention.

            Participation des habitants

            Le conseil citoyen compte douze membres tirés au sort.
            """));

    [Fact]
    public void A_heading_may_stand_in_its_line() => Assert.Equal(
        ["Comité technique = il prépare chaque mois les décisions des élus.", "Équipe projet = elle suit les actions au jour le jour."],
        Parts("Gouvernance\n\nComité technique : il prépare chaque mois les décisions des élus.\n\nÉquipe projet : elle suit les actions au jour le jour.\n"));

    [Theory]
    [InlineData("5. Pilotage", "Pilotage")]
    [InlineData("Organisation et pilotage", "Organisation et pilotage")]
    [InlineData("Suivi et évaluation", "Suivi et évaluation")]
    [InlineData("MODALITÉS DE GOUVERNANCE", "MODALITÉS DE GOUVERNANCE")]
    public void A_heading_is_told_without_its_number(string heading, string told) => Assert.Equal(
        [$"{told} = Les partenaires se voient deux fois par an."], Parts(heading + "\n\nLes partenaires se voient deux fois par an.\n"));

    [Fact]
    public void A_list_belongs_to_the_part_that_it_stands_in() => Assert.Equal(
        ["Comité de pilotage = Il réunit trois fois par an : le maire la préfète les bailleurs"],
        Parts("Gouvernance\n\nComité de pilotage\n\nIl réunit trois fois par an :\n\n- le maire ;\n- la préfète ;\n- les bailleurs\n"));

    [Fact]
    public void A_heading_alone_is_no_part() => Assert.Empty(Parts("Gouvernance\n"));

    private static IEnumerable<string> Parts(string text) => Drafts.Of(Lead + AnyStrategy + "\n" + text).Convention.Governance
        .Select(part => $"{part.Heading.Text} = {part.Text.Text.Replace('\n', ' ')}");
}

public sealed class SignatoryTests
{
    [Fact]
    public void A_list_names_the_parties_and_not_who_signs_for_them() => Assert.Equal(
        ["L'État", "La commune", "La Caisse d'allocations familiales"],
        Parties("""
            Signataires

            L'État, représenté par le préfet
            La commune, représentée par son maire
            La Caisse d'allocations familiales, représentée par sa directrice
            """));

    [Fact]
    public void Columns_name_a_party_each() => Assert.Equal(
        ["l'État", "la commune", "le bailleur Logis du Val"],
        Parties("Signatures\n\nPour l'État | Pour la commune | Pour le bailleur Logis du Val\nLe préfet | Le maire | La directrice\n"));

    [Fact]
    public void A_table_names_the_parties_in_its_first_column() => Assert.Equal(
        ["L'État", "La commune"],
        Parties("Signatures\n\nSignataire | Représenté par | Signature\nL'État | Le préfet |\nLa commune | Le maire |\n"));

    [Fact]
    public void Offices_alone_name_their_parties() => Assert.Equal(
        ["Le préfet", "Le maire"], Parties("Signatures\n\nLe préfet | Le maire\n"));

    [Fact]
    public void A_party_that_signs_twice_is_told_once() => Assert.Equal(
        ["L'État", "La commune"],
        Parties("Signataires\n\nL'État, représenté par le préfet\nLa commune, représentée par son maire\nL'État, représenté par la rectrice\n"));

    [Theory]
    [InlineData("Signatures\n\nFait en deux exemplaires, le 12 mars 2025\n")]
    [InlineData("Signature\n\nFait à Creil, le\n")]
    [InlineData("Signataires\n\nLes soussignés s'engagent à unir leurs efforts jusqu'au 31 décembre 2030.\n")]
    public void A_block_that_names_nobody_gives_no_party(string block) => Assert.Empty(Parties(block));

    [Fact]
    public void Parties_that_a_part_on_steering_names_sign_nothing() => Assert.Empty(
        Parties("Gouvernance\n\nL'État, représenté par le préfet\nLa commune, représentée par son maire\n"));

    private static IEnumerable<string> Parties(string text) => Drafts.Of(Lead + AnyStrategy + "\n" + text).Convention.Signatories.Lines();

    [Fact]
    public void A_closing_opens_the_signatures_wherever_it_stands()
    {
        var draft = Drafts.Of(Lead + "Gouvernance\n\nComité de pilotage : il se réunit deux fois par an.\n\nFait à Toul, le 3 mai 2024\n\nPour l'État, le préfet\n\nPour la Ville de Toul, le maire\n" + AnyStrategy);

        Assert.Equal(["l'État", "la Ville de Toul"], draft.Convention.Signatories.Lines());
        Assert.Equal("il se réunit deux fois par an.", Assert.Single(draft.Convention.Governance).Text.Text);
    }

    [Fact]
    public void Parties_named_at_the_head_of_an_act_sign_it() => Assert.Equal(
        ["L'État", "La commune d'Oyonnax"],
        Drafts.Of(Lead + "Entre les soussignés :\n\n- L'État, représenté par la préfète de l'Ain,\n- La commune d'Oyonnax, représentée par son maire,\n\nil est convenu ce qui suit :\n" + AnyStrategy).Convention.Signatories.Lines());

    [Fact]
    public void A_line_of_the_shape_of_its_neighbours_heads_a_part_of_steering()
    {
        var draft = Native(Heading(0, "Convention 2024-2030"), Heading(1, "Gouvernance"), Text("Les instances sont les suivantes :"), Item("Le comité de pilotage : il se réunit chaque semestre."), Item("Le groupe opérationnel : il réunit les techniciens."),
            Heading(1, "Objectifs poursuivis sur le quartier"), Text("Enjeu 1 : Se loger mieux"), Text("Objectif 1 : Rénover"), Item("Poser un isolant"));

        Assert.Equal([("Le comité de pilotage", "il se réunit chaque semestre."), ("Le groupe opérationnel", "il réunit les techniciens.")], draft.Convention.Governance.Select(part => (part.Heading.Text, part.Text.Text)));
    }

    [Fact]
    public void The_next_article_ends_the_part_of_the_last()
    {
        var draft = Native(Heading(0, "Avenant 2020-2022"), Heading(1, "Article 3 – Les engagements"), Text("Axe A. Habitat"), Text("Objectif 1 : Rénover"), Item("Poser un isolant"),
            Heading(1, "Article 4 – Gouvernance"), Text("Le comité se réunit deux fois par an."), Heading(1, "Article 5 – Dispositions finales"), Text("Les autres stipulations demeurent."));

        Assert.Equal("Le comité se réunit deux fois par an.", Assert.Single(draft.Convention.Governance).Text.Text);
    }
}
