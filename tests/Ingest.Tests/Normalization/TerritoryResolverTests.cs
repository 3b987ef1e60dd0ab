using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Normalization;
using Xunit;

namespace Ingest.Tests.Normalization;

public sealed class TerritoryResolverTests
{
    private const string Stamp = "Accusé de réception en préfecture\n062-216209072-20231212-DELIB-2023-85-DE";

    [Fact]
    public void The_stamp_gives_the_commune_and_an_acronym_its_intercommunal_body()
    {
        var reading = Texts.Resolve("PROGRAMMATION POLITIQUE DE LA VILLE 2024", Stamp, context: "Olympiades inter-villes CAHC à Libercourt au quartier prioritaire de la Haute Voie");
        Assert.Equal(new Commune("Libercourt", "62907", "216209072"), Assert.Single(reading.Territory.Communes));
        Assert.Equal("246200299", reading.Territory.Epci!.Siren);
        Assert.Equal("CAHC", reading.FieldEvidence["territory/epci"].Text);
        Assert.Equal("Libercourt", reading.FieldEvidence["territory/communes/0"].Text);
        var quartier = Assert.Single(reading.Territory.Quartiers);
        Assert.Equal(("Haute Voie", "QPV", null), (quartier.Name, quartier.Type, quartier.Code));
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void Where_no_text_names_the_commune_the_stamp_is_its_evidence_and_the_name_computed()
    {
        var reading = Texts.Resolve("Programmation 2024", Stamp);
        var evidence = reading.FieldEvidence["territory/communes/0"];
        Assert.Equal((Origin.Computed, "062-216209072-20231212-DELIB-2023-85-DE"), (evidence.Origin, evidence.Text));
        Assert.Equal([IdentityFindings.EpciFromRegister.Code], Codes(reading));
        Assert.Equal(Origin.Computed, reading.FieldEvidence["territory/epci"].Origin);
    }

    [Theory]
    [InlineData("Ville de Nogent-le-Rotrou : actions politique de la ville 2025", "28280")]
    [InlineData("COMMUNE DE GRAULHET", "81105")]
    [InlineData("Mairie du Havre", "76351")]
    [InlineData("Programmation 2024 – Libercourt", "62907")]
    [InlineData("CCAS de Libercourt", "62907")]
    [InlineData("Contrat de ville de Libercourt – programmation", "62907")]
    public void The_title_names_the_commune(string title, string insee) =>
        Assert.Equal(insee, Assert.Single(Texts.Resolve(title).Territory.Communes).Insee);

    [Theory]
    [InlineData("Ville de Saint-Denis (93)", "", "93066")]
    [InlineData("Ville de Saint-Denis", "Département de la Réunion", "97411")]
    [InlineData("Ville de Saint-Denis – 93200 Saint-Denis", "", "93066")]
    [InlineData("Ville de Saint-Denis", "avec l'EPT Plaine Commune", "93066")]
    [InlineData("Ville de Rousset (Bouches-du-Rhône)", "", "13087")]
    public void Namesakes_are_told_apart_by_the_documents_own_geography(string title, string opening, string insee)
    {
        var reading = Texts.Resolve(title, opening: opening);
        Assert.Equal(insee, Assert.Single(reading.Territory.Communes).Insee);
        Assert.DoesNotContain(IdentityFindings.AmbiguousCommune.Code, Codes(reading));
    }

    [Fact]
    public void Namesakes_that_nothing_tells_apart_stay_open()
    {
        var reading = Texts.Resolve("Ville de Saint-Denis", opening: "Programmation 2024");
        Assert.Equal(new Commune("Saint-Denis", null, null), Assert.Single(reading.Territory.Communes));
        Assert.Null(reading.Territory.Epci);
        Assert.Equal([IdentityFindings.AmbiguousCommune.Code], Codes(reading));
    }

    [Fact]
    public void Every_shared_name_stays_open_alone_and_is_resolved_by_its_department()
    {
        var shared = Texts.Register.Epcis.Where(epci => epci.Type == "CA").SelectMany(epci => epci.Members).Select(insee => Texts.Register.CommuneByInsee(insee)!)
            .Where(commune => Texts.Register.CommunesNamed(commune.Name).Length > 1).Take(60).ToList();
        Assert.Equal(60, shared.Count);
        Assert.All(shared, commune =>
        {
            var namesakes = Texts.Register.CommunesNamed(commune.Name);
            Assert.Null(Assert.Single(Texts.Resolve($"Ville de {commune.Name}").Territory.Communes).Insee);
            if (namesakes.Count(other => other.Department == commune.Department) == 1)
                Assert.Equal(commune.Insee, Assert.Single(Texts.Resolve($"Ville de {commune.Name} ({commune.Department})").Territory.Communes).Insee);
        });
    }

    [Fact]
    public void The_opening_names_the_commune_where_the_title_does_not_and_other_communes_later_do_not_count()
    {
        var reading = Texts.Resolve(
            "Contrat de ville – Programmation 2026",
            opening: "La commune de Lannion, dans le département des Côtes-d'Armor, compte un quartier prioritaire. Elle est construite avec Lannion-Trégor Communauté et la ville de Guingamp.");
        Assert.Equal("22113", Assert.Single(reading.Territory.Communes).Insee);
        Assert.Equal("200065928", reading.Territory.Epci!.Siren);
        Assert.Equal("Lannion-Trégor Communauté", reading.FieldEvidence["territory/epci"].Text);
    }

    [Fact]
    public void An_act_of_the_intercommunal_body_is_made_for_the_communes_that_it_lists_and_no_others()
    {
        var title = "Programmation intercommunale 2025 du contrat de ville de Pays de Montbéliard Agglomération";
        Assert.Empty(Texts.Resolve(title).Territory.Communes);
        var reading = Texts.Resolve(title, opening: "les actions soutenues dans les communes de Montbéliard, Audincourt et Valentigney, au titre des quartiers");
        Assert.Equal(["25388", "25031", "25580"], reading.Territory.Communes.Select(commune => commune.Insee));
        Assert.Equal("200065647", reading.Territory.Epci!.Siren);
    }

    [Fact]
    public void The_stamp_of_an_intercommunal_body_gives_no_commune()
    {
        var reading = Texts.Resolve("Programmation 2025", "025-200065647-20250213-C2025-018-DE");
        Assert.Empty(reading.Territory.Communes);
        Assert.Equal("200065647", reading.Territory.Epci!.Siren);
    }

    [Fact]
    public void A_title_of_another_commune_than_the_stamp_is_a_contradiction() =>
        Assert.Contains(IdentityFindings.TerritoryConflict.Code, Codes(Texts.Resolve("Ville de Carvin – programmation", Stamp)));

    [Fact]
    public void A_name_that_no_commune_bears_is_said() =>
        Assert.Contains(IdentityFindings.UnknownTerritory.Code, Codes(Texts.Resolve("Ville de Zyxwvbourg")));

    [Fact]
    public void A_contract_of_a_commune_that_no_register_knows_is_said() =>
        Assert.Contains(IdentityFindings.UnknownTerritory.Code, Codes(Texts.Resolve("Contrat de ville de la commune de Zyxwvbourg")));

    [Fact]
    public void A_contract_of_something_that_is_not_called_a_commune_names_none() =>
        Assert.DoesNotContain(IdentityFindings.UnknownTerritory.Code, Codes(Texts.Resolve("Contrat de ville de Zyxwvbourg")));

    [Fact]
    public void A_document_that_names_nobody_is_said()
    {
        var reading = Texts.Resolve("Programmation de la politique de la ville 2024");
        Assert.Equal([IdentityFindings.MissingTerritory.Code], Codes(reading));
        Assert.Empty(reading.Territory.Communes);
    }

    [Fact]
    public void Communes_of_a_quartier_are_not_those_of_the_act()
    {
        var reading = Texts.Resolve("Convention d'application\nCommune de Haisnes", context: "Commune concernée : Douvrin, Haisnes, Hulluch\nCode QP 06 20 16", opening: "Sur la CABBALR");
        Assert.Equal("62401", Assert.Single(reading.Territory.Communes).Insee);
        Assert.Equal("200072460", reading.Territory.Epci!.Siren);
        Assert.Equal("QP062016", Assert.Single(reading.Territory.Quartiers).Code);
    }

    [Fact]
    public void A_quartier_is_told_once_with_its_code_and_the_commune_that_the_text_gives()
    {
        var reading = Texts.Resolve(
            "Programmation 2025 de Pays de Montbéliard Agglomération",
            opening: "communes de Montbéliard et Valentigney ; quartiers prioritaires : Petite Hollande (QN02501M) à Montbéliard et Les Buis (QN02505M) à Valentigney",
            context: "Petite Hollande (QN02501M)\nLes Buis (QN02505M)\nquartier de la Gare");
        Assert.Equal(
            [("Petite Hollande", "QN02501M", "25388"), ("Les Buis", "QN02505M", "25580")],
            reading.Territory.Quartiers.Select(quartier => (quartier.Name!, quartier.Code!, quartier.Communes.Single())));
    }

    [Fact]
    public void A_short_name_is_the_quartier_that_it_is_short_for()
    {
        var reading = Texts.Resolve(
            "Ville de Sedan – Programmation 2024", opening: "des quartiers prioritaires Torcy-Cités et Le Lac - Centre ancien.", context: "fresque au quartier Le Lac");
        Assert.Equal(["Torcy-Cités", "Le Lac - Centre ancien"], reading.Territory.Quartiers.Select(quartier => quartier.Name));
    }

    [Fact]
    public void A_letterhead_beside_a_title_of_the_intercommunal_body_makes_it_the_communes_act()
    {
        var reading = Texts.Resolve("Contrat de ville de la Communauté d'agglomération de Lens-Liévin – programmation 2024", furniture: "Ville de Liévin");
        Assert.Equal("62510", Assert.Single(reading.Territory.Communes).Insee);
        Assert.Equal("246200364", reading.Territory.Epci!.Siren);
    }

    [Fact]
    public void An_acronym_that_everybody_knows_is_no_intercommunal_body()
    {
        // The initials of « CC Aunis Sud » make CCAS.
        var reading = Texts.Resolve("Ville de Surgères – programmation 2024", context: "CCAS 2 475 €");
        Assert.Equal([IdentityFindings.EpciFromRegister.Code], Codes(reading));
    }

    private static IEnumerable<string> Codes(TerritoryReading reading) => reading.Findings.Select(finding => finding.Code);

    [Theory]
    [InlineData("QN06501M), tous deux situés à Tarbes.", "65440")]
    [InlineData("QN06501M) sur la commune de Tarbes.", "65440")]
    public void Communes_behind_several_neighbourhoods_are_those_of_all(string end, string insee)
    {
        var reading = Texts.Resolve("Contrat de ville de la Communauté d'agglomération Tarbes-Lourdes-Pyrénées", context: "Deux quartiers prioritaires : Solazur (QN06502I) et Laubadère (" + end);

        Assert.All(reading.Territory.Quartiers, quartier => Assert.Equal([insee], quartier.Communes));
    }

    [Fact]
    public void A_sentence_on_one_commune_says_where_its_neighbourhoods_lie()
    {
        var reading = Texts.Resolve("Contrat de ville du Pays de Laon", opening: "Il concerne la commune de Laon, sur le territoire de laquelle le décret a délimité deux quartiers prioritaires : Champagne (QP002011) et Moulin Roux (QP002013).");

        Assert.All(reading.Territory.Quartiers, quartier => Assert.Equal(["02408"], quartier.Communes));
    }

    [Fact]
    public void Neighbourhoods_of_an_act_for_one_commune_lie_in_it_unless_the_text_says_otherwise()
    {
        var reading = Texts.Resolve("Convention communale de la Ville de Laon", context: "Le quartier prioritaire Champagne (QP002011) fait peau neuve, comme le quartier prioritaire Le Centre (QP002099) à Soissons.");

        Assert.Equal([("Champagne", "02408"), ("Le Centre", "")], reading.Territory.Quartiers.Select(quartier => (quartier.Name, string.Join('+', quartier.Communes))));
        Assert.Equal(Origin.Computed, reading.FieldEvidence["territory/quartiers/0/communes"].Origin);
    }

    [Fact]
    public void A_contract_of_the_city_policy_is_no_act_of_the_city_that_its_body_is_called_by()
    {
        var reading = Texts.Resolve("CONTRAT DE VILLE\nDE MONT DE MARSAN AGGLOMÉRATION", context: "Le quartier prioritaire « Le Peyrouat » (QP040001), Mont-de-Marsan ;\nle quartier de veille active « La Moustey », Saint-Pierre-du-Mont.");

        Assert.Equal([("Le Peyrouat", "40192"), ("La Moustey", "")], reading.Territory.Quartiers.Select(quartier => (quartier.Name, string.Join('+', quartier.Communes))));
    }

    [Fact]
    public void A_sentence_of_an_act_of_the_body_says_for_which_commune_it_is_as_well()
    {
        var reading = Texts.Resolve("Contrat de ville de la Communauté d'agglomération du Beauvaisis", context: "Deux quartiers de Beauvais sont concernés : Argentine (QN06021I) et Saint-Jean (QN06022M).");

        Assert.Equal(["Beauvais"], reading.Territory.Communes.Select(commune => commune.Name));
        Assert.All(reading.Territory.Quartiers, quartier => Assert.Equal(["60057"], quartier.Communes));
    }

    [Theory]
    [InlineData("Contrat de ville du Val de Fensch – Actions financées en 2025", "CA du Val de Fensch")]
    [InlineData("Programmation 2026 du contrat de ville de Vendôme", "CA Territoires Vendômois", "Vendôme")]
    public void A_name_that_goes_on_behind_a_commune_is_another(string title, string epci, params string[] communes)
    {
        var reading = Texts.Resolve(title, opening: "COMMUNAUTÉ D'AGGLOMÉRATION " + epci[3..].ToUpperInvariant());

        Assert.Equal(communes, reading.Territory.Communes.Select(commune => commune.Name));
        Assert.Equal(epci, reading.Territory.Epci!.Name);
    }

    [Fact]
    public void Where_another_commune_is_named_beside_them_their_place_stays_open()
    {
        var reading = Texts.Resolve("Convention communale de la Ville de Laon", context: "L'agglomération compte deux quartiers prioritaires : Champagne (QP002011) et Le Bois (QP002099), ce dernier à cheval sur Chambry.");

        Assert.All(reading.Territory.Quartiers, quartier => Assert.Empty(quartier.Communes));
    }
}
