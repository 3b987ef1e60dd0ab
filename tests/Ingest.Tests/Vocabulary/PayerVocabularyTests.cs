using Ingest.Pipeline;
using Xunit;

namespace Ingest.Tests.Vocabulary;

public sealed class PayerVocabularyTests
{
    [Theory]
    [InlineData("ANCT", "etat", null)]
    [InlineData("A.N.C.T.", "etat", null)]
    [InlineData("ANCT (P147)", "etat", "p147")]
    [InlineData("État – P147", "etat", "p147")]
    [InlineData("BOP 147", "etat", "p147")]
    [InlineData("NQE Etat", "etat", "quartiers-ete")]
    [InlineData("ETAT NQE", "etat", "quartiers-ete")]
    [InlineData("État - Quartiers d'été", "etat", "quartiers-ete")]
    [InlineData("Région NQE", "region", "quartiers-ete")]
    [InlineData("Adulte-relais (État)", "etat", "adultes-relais")]
    [InlineData("FIPD", "etat", "fipd")]
    [InlineData("DRAC Bretagne", "etat", null)]
    [InlineData("DDETS 62", "etat", null)]
    [InlineData("Région", "region", null)]
    [InlineData("Région Hauts-de-France", "region", null)]
    [InlineData("Hauts de France", "region", null)]
    [InlineData("Conseil régional", "region", null)]
    [InlineData("Département du Nord", "departement", null)]
    [InlineData("Nord", "departement", null)]
    [InlineData("CD 62", "departement", null)]
    [InlineData("CD62", "departement", null)]
    [InlineData("Département 22", "departement", null)]
    [InlineData("Conseil départemental du Pas-de-Calais", "departement", null)]
    [InlineData("Communauté d'agglomération", "epci", null)]
    [InlineData("Agglo", "epci", null)]
    [InlineData("VILLE", "commune", null)]
    [InlineData("Ville de Lens", "commune", null)]
    [InlineData("Communes", "commune", null)]
    [InlineData("C.C.A.S.", "ccas", null)]
    [InlineData("Ccas", "ccas", null)]
    [InlineData("CCAS de la ville de Lens", "ccas", null)]
    [InlineData("CAF (CLAS)", "caf", "clas")]
    [InlineData("CAF du Nord", "caf", null)]
    [InlineData("CLAS", "caf", "clas")]
    [InlineData("Caisse des Dépôts", "caisse-des-depots", null)]
    [InlineData("Banque des territoires", "caisse-des-depots", null)]
    [InlineData("CPAM", "cpam", null)]
    [InlineData("ARS", "ars", null)]
    [InlineData("Bailleurs sociaux", "bailleur", null)]
    [InlineData("SIA Habitat", "bailleur", null)]
    [InlineData("Maisons & Cités", "bailleur", null)]
    [InlineData("FSE+", "europe", "fse")]
    [InlineData("FEDER", "europe", "feder")]
    [InlineData("Pôle Emploi", "france-travail", null)]
    [InlineData("Collège Louis-Pasteur", "etablissement-scolaire", null)]
    [InlineData("Association Trait d'Union Der", "association", null)]
    [InlineData("Régie de quartier L'Établi", "association", null)]
    [InlineData("Centre social", "association", null)]
    [InlineData("Les Amis de l'Écran", "association", null)]
    [InlineData("Mécénat", "fondation", null)]
    [InlineData("Participation des familles", "usagers", null)]
    [InlineData("Fonds propres", "fonds-propres", null)]
    [InlineData("Autofinancement Ville", "commune", null)]
    [InlineData("Autres", "autre", null)]
    [InlineData("Autres financements (CAF)", "caf", null)]
    [InlineData("Bénévolat", "valorisation", null)]
    [InlineData("Mise à disposition de locaux (Ville)", "valorisation", null)]
    public void A_label_gives_kind_and_purse(string label, string kind, string? programme)
    {
        var match = ProductVocabularies.Payers.Match(label);
        Assert.NotNull(match);
        Assert.Equal((kind, programme), (match.Entry.Kind, match.Programme));
    }

    [Theory]
    [InlineData("Étatique")]
    [InlineData("Villeneuve")]
    [InlineData("NQE")]
    [InlineData("Zyxwv")]
    [InlineData("")]
    public void What_names_no_payer_gives_none(string label) => Assert.Null(ProductVocabularies.Payers.Match(label));

    [Fact]
    public void A_line_and_its_recapitulation_share_their_key()
    {
        var payers = ProductVocabularies.Payers;
        Assert.Equal(payers.Match("ETAT NQE")!.Key, payers.Match("NQE Etat")!.Key);
        Assert.Equal(payers.Match("Ccas")!.Key, payers.Match("CCAS")!.Key);
        Assert.NotEqual(payers.Match("ANCT")!.Key, payers.Match("État")!.Key);
    }

    [Fact]
    public void A_sort_of_bodies_gives_way_to_a_body_of_the_sort() =>
        Assert.Equal("etat-culture", ProductVocabularies.Payers.Match("État (DRAC)")!.Entry.Id);

    [Fact]
    public void The_place_of_the_name_in_the_label_is_known()
    {
        var match = ProductVocabularies.Payers.Match("2 475 € (Région)")!;
        Assert.Equal("Région", "2 475 € (Région)".Substring(match.Start, match.Length));
    }

    [Fact]
    public void A_wrong_kind_is_refused_with_its_line_and_the_nearest_word()
    {
        var file = Path.Combine(Path.GetTempPath(), $"payers-{nameof(A_wrong_kind_is_refused_with_its_line_and_the_nearest_word)}.yaml");
        File.WriteAllText(file, "payers:\n  - id: etat\n    kind: etats\n    label: État\n    aliases: [État]\nprogrammes: []\n");
        var error = Assert.Throws<DefinitionException>(() => VocabularyLoader.LoadPayers(file));
        Assert.Equal(3, error.Line);
        Assert.Contains("« etat »", error.MessageFr, StringComparison.Ordinal);
        File.Delete(file);
    }
}
