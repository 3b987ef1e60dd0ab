using Ingest.Model.Documents;
using Ingest.Normalization;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Normalization;

public sealed class PayerNormalizerTests
{
    private static readonly PayerNormalizer Libercourt = Of("62907", "246200299");

    private static readonly PayerNormalizer Montbeliard = Of("25388", "200065647");

    [Theory]
    [InlineData("VILLE", "commune", "216209072")]
    [InlineData("Ville de Libercourt", "commune", "216209072")]
    [InlineData("Libercourt", "commune", "216209072")]
    [InlineData("Communes", "commune", null)]
    [InlineData("CCAS", "ccas", null)]
    [InlineData("CCAS de Libercourt", "ccas", null)]
    [InlineData("CAHC", "epci", "246200299")]
    [InlineData("Communauté d'agglomération d'Hénin-Carvin", "epci", "246200299")]
    [InlineData("CALL", "epci", "246200364")]
    [InlineData("Agglo", "epci", null)]
    [InlineData("Zyxw", "autre", null)]
    public void A_label_gives_kind_and_a_siren_only_where_it_is_certain(string label, string kind, string? siren)
    {
        var identity = Libercourt.Identify(label);
        Assert.Equal((kind, siren), (identity.Kind, identity.Siren));
        Assert.Equal(kind != "autre", identity.IsKnown);
    }

    [Fact]
    public void A_commune_of_the_same_body_has_its_own_siren() => Assert.Equal("212500318", Montbeliard.Identify("Ville d'Audincourt").Siren);

    [Fact]
    public void Acronyms_of_the_name_alone_are_known_in_their_department()
    {
        Assert.Equal(("epci", "200065647"), (Montbeliard.Identify("PMA").Kind, Montbeliard.Identify("PMA").Siren));
        Assert.False(Libercourt.Identify("PMA").IsKnown);
    }

    [Theory]
    [InlineData("CCAS", "Ccas", true)]
    [InlineData("VILLE", "Ville", true)]
    [InlineData("Ville de Libercourt", "Ville", true)]
    [InlineData("CCAS de Libercourt", "CCAS", true)]
    [InlineData("Ville de Carvin", "Ville", false)]
    [InlineData("Ville de Carvin", "Communes", true)]
    [InlineData("Association Palabres et Compagnie", "Association", true)]
    [InlineData("Centre social Les Tilleuls", "Centre social", true)]
    [InlineData("Association Trait d'Union", "Centre social", false)]
    [InlineData("Association Trait d'Union", "Association Palabres", false)]
    [InlineData("Association Trégor Formation", "Fonds propres", true)]
    [InlineData("Ville", "ANCT", false)]
    [InlineData("DSDEN", "ANCT", false)]
    [InlineData("CAHC", "CAHC", true)]
    [InlineData("CAHC", "Agglo", true)]
    [InlineData("Zyxw", "Autres", false)]
    public void Own_funds_are_the_porteurs_own(string porteur, string financer, bool isOwn) =>
        Assert.Equal(isOwn, PayerNormalizer.IsOwnFunds(Libercourt.Identify(porteur), Libercourt.Identify(financer)));

    [Fact]
    public void Without_a_porteur_only_fonds_propres_are_own() =>
        Assert.False(PayerNormalizer.IsOwnFunds(null, Libercourt.Identify("Ville")));

    private static PayerNormalizer Of(string insee, string epci)
    {
        var commune = Texts.Register.CommuneByInsee(insee)!;
        var territory = new Territory
        {
            Communes = [new Commune(commune.Name, commune.Insee, commune.Siren)],
            Epci = new Epci(Texts.Register.EpciBySiren(epci)!.Name, epci),
        };
        return new PayerNormalizer(ProductVocabularies.Payers, Texts.Register, territory);
    }

    [Theory]
    [InlineData("Agglopolys", "41018", "200030385")]
    [InlineData("AME", "45208", "244500203")]
    [InlineData("CA de Blois", "41018", "200030385")]
    public void The_register_gives_other_names_in_brackets_or_quotes(string label, string commune, string siren) =>
        Assert.Equal(("epci", siren), (Of(commune, siren).Identify(label).Kind, Of(commune, siren).Identify(label).Siren));

    [Theory]
    [InlineData("Agglopôle", "34301", "200066355", "epci")]
    [InlineData("Normandie", "76540", "200023414", "region")]
    [InlineData("Provence", "13055", "200054807", "autre")]
    [InlineData("Lorraine", "57463", "200039865", "autre")]
    public void A_word_of_the_body_s_name_is_the_body_where_no_other_has_it(string label, string commune, string epci, string kind)
    {
        var identity = Of(commune, epci).Identify(label);

        Assert.Equal(kind == "epci", identity.Kind == "epci");
        Assert.Equal(kind == "epci" ? epci : null, identity.Siren);
    }
}
