using Ingest.Tables;
using Ingest.Tests.Tables;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Lists and tables of who signs.</summary>
public sealed class SignatureListTests
{
    private const string Annex = "Organisme | Nom | Qualité | Signature\nÉtat | Anne Martin | Préfète |\nCommune de Toul | Jean Petit | Maire |\nLogis du Val | Léa Roux | Directrice |\n";

    [Fact]
    public void Items_of_a_list_may_open_with_their_article() => Assert.Equal(
        ["l'État", "la commune de Toul", "les Logis du Val"],
        Parties("Signataires\n\n– l'État, représenté par la préfète ;\n– la commune de Toul, représentée par son maire ;\n– les Logis du Val, représentés par leur directrice.\n"));

    [Fact]
    public void Such_a_list_at_the_head_of_the_act_names_who_signs() => Assert.Equal(
        ["l'État", "la commune de Toul"],
        Drafts.Of(Lead + "Entre les soussignés :\n\n- l'État, représenté par la préfète,\n- la commune de Toul, représentée par son maire,\n\nil est convenu ce qui suit :\n" + AnyStrategy).Convention.Signatories.Lines());

    [Theory]
    [InlineData("Signatures\n\n")]
    [InlineData("Annexe 2\n\n")]
    public void A_table_to_sign_names_its_bodies_wherever_it_stands(string heading) =>
        Assert.Equal(["État", "Commune de Toul", "Logis du Val"], Parties(heading + Annex));

    [Fact]
    public void A_table_to_sign_holds_no_actions() => Assert.Empty(Drafts.Of(Lead + AnyStrategy + "\nAnnexe 2\n\n" + Annex).Actions);

    [Fact]
    public void Offices_among_few_parties_sign_for_themselves() => Assert.Equal(
        ["Le préfet", "Le président du conseil départemental", "Le recteur", "le maire"],
        Parties("Signatures\n\nLe préfet\n\nLe président du conseil départemental\n\nLe recteur\n\nPour le maire, le premier adjoint\n"));

    [Fact]
    public void Blocks_side_by_side_name_a_party_each_over_several_lines() => Assert.Equal(
        ["l'Agglomération des Trois Lacs", "la Ville de Bray-sur-Lys"],
        Native(
            Heading(1, "Objectifs poursuivis sur le quartier"), Heading(2, "Enjeu 1 : Se loger mieux"), Heading(3, "Objectif 1 : Rénover"), Item("Poser un isolant"),
            Heading(1, "Signatures"),
            new TableContent(Drafts.Grid(
                ["Pour l'Agglomération", "Pour la Ville de Bray-"],
                ["des Trois Lacs,", "sur-Lys,"],
                ["Le président", "Le maire"],
                ["Jean Petit", "Anne Martin"]))).Convention.Signatories.Lines());

    private static IEnumerable<string> Parties(string text) => Drafts.Of(Lead + AnyStrategy + "\n" + text).Convention.Signatories.Lines();

    [Fact]
    public void The_parties_may_be_named_behind_the_strategy_and_what_the_act_rests_on_is_no_party() => Assert.Equal(
        ["La commune de Toul", "La préfecture"],
        Drafts.Of(Lead + AnyStrategy + "\nEntre les soussignés\n\nLa commune de Toul, représentée par son maire,\n\nVu le contrat signé le 9 juillet 2015,\n\nLa préfecture, représentée par la préfète,\n").Convention.Signatories.Lines());

    [Fact]
    public void A_sentence_may_list_them() => Assert.Equal(
        ["L'État", "Rivage Agglomération", "la Ville de Toul", "Logis du Val"],
        Parties("Les signataires\n\nL'État ; Rivage Agglomération ; la Ville de Toul ; Logis du Val\n"));

    [Fact]
    public void A_name_goes_on_below_with_a_small_letter_or_a_word_alone()
    {
        var page = new PageSketch(1).Text(40, 60, "Convention d'application 2024-2030", 16, bold: true).Text(40, 90, "Objectifs poursuivis sur le quartier", 14, bold: true)
            .Text(40, 110, "Enjeu 1 : Se loger mieux", bold: true).Text(40, 125, "Objectif 1 : Rénover", bold: true).Text(40, 140, "• Poser un isolant sur trois immeubles")
            .Text(40, 180, "Signatures", 14, bold: true)
            .Text(40, 210, "Pour la Caisse d'allocations").Text(240, 210, "Présidente de Quimper Bretagne").Text(430, 210, "Pour l'État")
            .Text(40, 222, "familiales du Finistère").Text(240, 222, "Occidentale").Text(430, 222, "le préfet")
            .Text(40, 234, "Le directeur").Text(240, 234, "Isabelle Cariou").Text(430, 234, "Alain Le Guen");

        Assert.Equal(["la Caisse d'allocations familiales du Finistère", "l'État"], Drafts.Segment(ContentBuilder.Build([page.ToPage()])).Convention.Signatories.Lines().Where(line => !line.StartsWith("Présidente", StringComparison.Ordinal)));
    }
}
