using Ingest.Export.Comparing;
using Ingest.Model.Documents;
using Xunit;
using static Ingest.Tests.Export.Comparing.ComparedDocuments;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export.Comparing;

public sealed class CoverageTests
{
    [Fact]
    public void Stated_predicted_and_doubtful_places_are_told_apart()
    {
        using var compared = ByCommune(("a.pdf", Convention(
            Vernon, ("Tenir une permanence", Stated("1.3")), ("Ouvrir une maison de santé", Answered("1.2", "accepted")), ("Former des relais", Answered("1.2", "review")), ("Signer le contrat", Answered("4.1", "abstained")))));

        var rows = compared.Data("couverture").ToDictionary(row => row["place"]);
        Assert.Equal(("1", "0", "0"), Counts(rows["1.3"]));
        Assert.Equal(("0", "1", "1"), Counts(rows["1.2"]));
        Assert.Equal(("0", "0", "0"), Counts(rows["4.1"]));
        Assert.Equal("1", rows[""]["sans_place"]);
        // What the document states stands against the model.
        Assert.Equal(("0", "0", "0"), Counts(rows["3.2"]));
    }

    [Fact]
    public void A_zero_is_a_document_without_the_place_and_no_document_is_no_zero()
    {
        using var compared = ByCommune(
            ("a.pdf", Convention(Vernon, ("Ouvrir une maison de santé", Answered("1.2", "accepted")))),
            ("b.pdf", Programme(Annonay, 2024, Action("a", "Jardins", "Ville", 5m, Money("ANCT", "etat", 5m)))));

        var rows = compared.Data("couverture");
        var absent = Assert.Single(rows, row => row["unite"] == "Annonay");
        Assert.Equal(("pas de document", "", ""), (absent["etat"], absent["place"], absent["declares"]));
        Assert.Contains(rows, row => row["unite"] == "Vernon (27)" && row["place"] == "2.1" && Counts(row) == ("0", "0", "0"));
        Assert.Contains("Annonay – 1.2 Santé : –, pas de document", compared.Page, StringComparison.Ordinal);
        Assert.Contains("Vernon (27) – 2.1 Emploi : 0, un document", compared.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_convention_without_an_operational_objective_has_no_zeros()
    {
        using var compared = ByCommune(("a.pdf", Convention(Vernon)), ("b.pdf", Convention(Annonay, ("Ouvrir une maison de santé", Answered("1.2", "accepted")))));

        var row = Assert.Single(compared.Data("couverture"), row => row["unite"] == "Vernon (27)");
        Assert.Equal(("convention lue, sans objectif opérationnel", ""), (row["etat"], row["declares"]));
    }

    [Fact]
    public void A_commune_that_a_joint_convention_covers_is_told_so()
    {
        var joint = Convention(Vernon, ("Ouvrir une maison de santé", Answered("1.2", "accepted"))) with { Territory = new Territory { Communes = [CommuneOf(Vernon), CommuneOf(Annonay)] } };
        using var compared = ByCommune(("a.pdf", joint), ("b.pdf", Programme(Annonay, 2024, Action("a", "Jardins", "Ville", 5m))));

        Assert.Equal("convention de plusieurs communes", Assert.Single(compared.Data("couverture"), row => row["unite"] == "Annonay")["etat"]);
    }

    [Fact]
    public void Objectives_without_a_funded_action_and_actions_without_an_objective_show()
    {
        using var compared = ByCommune(
            ("c.pdf", Convention(Vernon, ("Ouvrir une maison de santé", Answered("1.2", "accepted")), ("Soutenir les parents", Answered("1.3", "review")))),
            ("p.pdf", Programme(Vernon, 2024,
                Action("a", "Ateliers des parents", "Ville", null, Money("ANCT", "etat", 5m)) with { Classification = [Answered("1.3", "accepted")] },
                Action("b", "Point santé", "Ville", null, Money("ANCT", "etat", 0m)) with { Classification = [Answered("1.2", "accepted")] },
                Action("c", "Chorale", "Ville", null, Money("ANCT", "etat", 5m)) with { Classification = [Stated("1.4")] })));

        Assert.Contains("Vernon (27) – 1.2 Santé : 1·0, des objectifs sans action financée", compared.Page, StringComparison.Ordinal);
        Assert.Contains("Vernon (27) – 1.3 Parentalité et droits sociaux : 1·1,", compared.Page, StringComparison.Ordinal);
        Assert.Contains("Vernon (27) – 1.4 Culture : 0·1, des actions financées sans objectif", compared.Page, StringComparison.Ordinal);
        var health = compared.Data("objectifs-actions").Single(row => row["place"] == "1.2");
        Assert.Equal(("1", "0", "1"), (health["objectifs"], health["actions_financees"], health["actions_sans_argent"]));
    }

    [Fact]
    public void An_action_of_a_wider_place_leaves_open_whether_there_is_a_gap()
    {
        using var compared = ByCommune(
            ("c.pdf", Convention(Vernon, ("Ouvrir une maison de santé", Answered("1.2", "accepted")), ("Créer des emplois", Answered("2.1", "accepted")))),
            ("p.pdf", Programme(Vernon, 2024, Action("a", "Cohésion", "Ville", null, Money("ANCT", "etat", 5m)) with { Classification = [Stated("1")] })));

        Assert.Contains("Vernon (27) – 1.2 Santé : 1·0, ni l&#39;un ni l&#39;autre", compared.Page, StringComparison.Ordinal);
        Assert.Contains("Vernon (27) – 2.1 Emploi : 1·0, des objectifs sans action financée", compared.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Years_do_not_bring_objectives_and_actions_of_several_communes_together()
    {
        var convention = Convention(Vernon, ("Ouvrir une maison de santé", Answered("1.2", "accepted"))) with { Period = new Period(2024, 2024) };
        using var compared = By(ComparisonAxis.Year, ("c.pdf", convention), ("p.pdf", Programme(Annonay, 2024, Action("a", "Chorale", "Ville", null, Money("ANCT", "etat", 5m)) with { Classification = [Stated("1.4")] })));

        Assert.All(compared.Data("objectifs-actions"), row => Assert.Equal("non comparé", row["etat"]));
    }

    private static (string Stated, string Predicted, string Doubtful) Counts(Dictionary<string, string> row) => (row["declares"], row["predits"], row["a_relire"]);
}
