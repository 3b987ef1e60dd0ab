using Ingest.Grammar;
using Xunit;

namespace Ingest.Tests.Grammar;

public sealed class QuartierGrammarTests
{
    [Theory]
    [InlineData("le quartier prioritaire de la Haute Voie dans le cadre", "Haute Voie", "QPV")]
    [InlineData("QPV Haute Voie", "Haute Voie", "QPV")]
    [InlineData("QPV de la Haute Voie à côté", "Haute Voie", "QPV")]
    [InlineData("quartier prioritaire de la politique de la ville « Saint-Exupéry »", "Saint-Exupéry", "QPV")]
    [InlineData("quartier de La Plaine", "La Plaine", "quartier")]
    [InlineData("QPV ZAC des 2 Villes (Haisnes)", "ZAC des 2 Villes", "QPV")]
    [InlineData("QIC Haute Borne - Cité 12/14", "Haute Borne - Cité 12/14", "QIC")]
    [InlineData("quartier de veille active du Bois d'Epinoy.", "Bois d'Epinoy", "QVA")]
    [InlineData("quartier de veille : Les Provinces", "Les Provinces", "QVA")]
    [InlineData("ZUS de l’Épinette", "Épinette", "ZUS")]
    [InlineData("quartier d'intérêt communautaire Fosse 13 et autres", "Fosse 13", "QIC")]
    [InlineData("Projet du quartier « Saint-Elie – Fosse 13 »", "Saint-Elie – Fosse 13", "quartier")]
    [InlineData("QPV Centre ancien, place du marché", "Centre ancien", "QPV")]
    [InlineData("quartier prioritaire (QPV) Beauséjour", "Beauséjour", "QPV")]
    [InlineData("quartier prioritaire « QPV 4 Chemins »", "4 Chemins", "QPV")]
    public void The_capitalised_name_that_follows_is_taken(string text, string name, string type)
    {
        var mention = Assert.Single(QuartierGrammar.Find(text));
        Assert.Equal((name, type), (mention.Name, mention.Type));
        Assert.Equal(name, text.Substring(mention.Start, mention.Length));
    }

    [Theory]
    [InlineData("jeunes du QPV qui bénéficieront")]
    [InlineData("les habitants du quartier. La ville")]
    [InlineData("OVVV \"Nos Quartiers d'été\"")]
    [InlineData("Quartiers d'Été")]
    [InlineData("Engagements Quartiers 2030")]
    [InlineData("quartiers prioritaires de la politique de la ville")]
    [InlineData("QUARTIERS PRIORITAIRES DE LA POLITIQUE DE LA VILLE")]
    [InlineData("25 quartiers présentent des fragilités")]
    [InlineData("QPV\nCentre social")]
    [InlineData("ENJEU 2 : UN QUARTIER VIVANT")]
    [InlineData("pour chaque quartier Politique de la ville")]
    [InlineData("Régie de quartiers Cher et Loire")]
    [InlineData("les Régies de quartier Berry et Thau")]
    public void No_name_gives_no_mention(string text) => Assert.Empty(QuartierGrammar.Find(text));

    [Fact]
    public void A_list_gives_each_name()
    {
        Assert.Equal(["Haute Voie", "Provinces", "Bois d'Epinoy"], Names("des quartiers prioritaires de la Haute Voie, des Provinces et du Bois d'Epinoy"));
        Assert.Equal(["Beauséjour", "Wilson"], Names("les QPV Beauséjour et Wilson"));
        Assert.Equal(["A", "B", "C"], Names("quartiers : A, B et C"));
    }

    [Theory]
    [InlineData("Garenne / Beauséjour", new[] { "Garenne", "Beauséjour" })]
    [InlineData("Les Provinces, Cité 12/14 et Haute Borne", new[] { "Les Provinces", "Cité 12/14", "Haute Borne" })]
    [InlineData("Le Lac - Centre ancien", new[] { "Le Lac - Centre ancien" })]
    [InlineData("QPV Beauséjour", new[] { "Beauséjour" })]
    [InlineData("Petite Hollande (QN02501M)", new[] { "Petite Hollande" })]
    [InlineData("Tous les quartiers", new string[0])]
    [InlineData("ensemble de la ville", new string[0])]
    [InlineData("", new string[0])]
    public void A_cell_for_neighbourhoods_needs_no_word_before_the_names(string text, string[] names)
    {
        var mentions = QuartierGrammar.ParseCell(text);
        Assert.Equal(names, mentions.Select(mention => mention.Name));
        Assert.All(mentions, mention => Assert.Equal(mention.Name, text.Substring(mention.Start, mention.Length)));
    }

    [Fact]
    public void Names_behind_the_commune_or_beside_their_codes_are_found()
    {
        Assert.Equal(["Crins-En Gach", "Centre-ville"], Names("les deux quartiers prioritaires de la commune, Crins-En Gach et Centre-ville, concentrent"));
        var mentions = QuartierGrammar.Find(
            "quartiers prioritaires suivants : Petite Hollande (QN02501M) à Montbéliard, Champs-Montants (QN02502M) à Audincourt et Les Buis (QN02505M) à Valentigney.");
        Assert.Equal(
            [("Petite Hollande", "QN02501M"), ("Champs-Montants", "QN02502M"), ("Les Buis", "QN02505M")],
            mentions.Select(mention => (mention.Name!, mention.Code!)));
        Assert.Equal(["Champs-Montants", "Les Buis"], Names("Champs-Montants (QN02502M) Les Buis (QN02505M)"));
    }

    [Theory]
    [InlineData("QP 06 20 16", "QP062016")]
    [InlineData("QP062016", "QP062016")]
    [InlineData("QN06216M", "QN06216M")]
    [InlineData("QN 062 16 M", "QN06216M")]
    public void A_code_is_read_with_its_inner_spaces(string text, string code)
    {
        var mention = Assert.Single(QuartierGrammar.Find($"(code {text})"));
        Assert.Equal((null, code, "QPV"), (mention.Name, mention.Code, mention.Type));
    }

    [Theory]
    [InlineData("QPV Haute Voie (QP062016)")]
    [InlineData("QP062016 - Haute Voie")]
    [InlineData("QPV QP062016 Haute Voie")]
    [InlineData("Haute Voie (QP 06 20 16)")]
    [InlineData("quartier de la Haute Voie - QP062016")]
    public void A_name_and_its_code_are_one(string text)
    {
        var mention = Assert.Single(QuartierGrammar.Find(text));
        Assert.Equal(("Haute Voie", "QP062016", "QPV"), (mention.Name, mention.Code, mention.Type));
    }

    [Theory]
    [InlineData("Quartier prioritaire Centre ancien – Quartier haut (QN03412N)", "Centre ancien – Quartier haut")]
    [InlineData("le quartier Vieux bourg (QN03412N)", "Vieux bourg")]
    [InlineData("le quartier Beaulieu situé (QN03412N)", "Beaulieu")]
    [InlineData("le quartier Beaulieu uniquement (QN03412N)", "Beaulieu")]
    [InlineData("La Monnaie, au nord, et l'Est romanais (QN02605N)", "Est romanais")]
    public void A_name_may_end_in_small_letters_before_its_code(string text, string name) => Assert.Equal(name, QuartierGrammar.Find(text)[0].Name);

    [Theory]
    [InlineData("Quartier prioritaire Île de Thau (QN03411M) – Sète", true)]
    [InlineData("Quartier Les Deux Pins (Frontignan)", true)]
    [InlineData("Quartier Les Deux Pins, une fête pour tous", false)]
    public void A_band_may_say_where_its_neighbourhood_lies(string label, bool isWhole) => Assert.Equal(isWhole, QuartierGrammar.IsWhole(label));

    private static IEnumerable<string?> Names(string text) => QuartierGrammar.Find(text).Select(mention => mention.Name);

    [Theory]
    [InlineData("Trois quartiers de Beauvais sont concernés : Argentine (QN06021I).", "Argentine")]
    [InlineData("Les quartiers prioritaires d'Oyonnax ont changé.")]
    [InlineData("Le quartier de Beauvais-Nord a changé.", "Beauvais-Nord")]
    [InlineData("Les quartiers de Bellevue et de La Plaine ont changé.", "Bellevue", "La Plaine")]
    public void Several_that_lie_in_one_place_do_not_bear_its_name(string text, params string[] names) => Assert.Equal(names, Names(text));
}
