using System.Globalization;
using Ingest.Export.Comparing;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Xunit;
using static Ingest.Tests.Export.Comparing.ComparedDocuments;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export.Comparing;

public sealed class MoneyTests
{
    [Fact]
    public void Money_of_one_status_is_summed_to_the_cent_and_in_kind_stays_apart()
    {
        using var compared = ByCommune(
            ("a.pdf", Programme(Vernon, 2024,
                Action("a", "Jardins", "Ville", 30.10m, Money("ANCT", "etat", 10.10m), Money("Région", "region", 20m), Money("Bénévoles", "valorisation", 500m)),
                Action("b", "Lectures", "CCAS", null, Money("ANCT", "etat", 0.05m), Money("ANCT", "etat", 7m, FundingStatus.Granted)))),
            ("b.pdf", Programme(Annonay, 2024, Action("c", "Théâtre", "Ville", 5m, Money("CAF", "caf", 5m)))));

        Assert.Equal(30.15m, compared.Euros("financeurs-prevu", "Vernon (27)"));
        Assert.Equal(500m, compared.Euros("financeurs-prevu", "Vernon (27)", inKind: "oui"));
        Assert.Equal(7m, compared.Euros("financeurs-accorde", "Vernon (27)"));
        Assert.Equal(5m, compared.Euros("financeurs-prevu", "Annonay"));
        Assert.Equal("0.3367", compared.Data("financeurs-prevu-parts").Single(row => row["unite_code"] == Vernon)["etat_et_ses_etablissements"]);
    }

    [Fact]
    public void A_payer_of_no_group_is_with_the_others()
    {
        using var compared = ByCommune(("a.pdf", Programme(Vernon, 2024, Action("a", "Jardins", "Ville", 9m, Money("Bailleur", "bailleur", 9m)))));

        Assert.Equal("Autres", Assert.Single(compared.Data("financeurs-prevu"))["groupe"]);
    }

    [Fact]
    public void Own_funds_are_those_of_the_porteur()
    {
        using var compared = ByCommune(("a.pdf", Programme(Vernon, 2024, Action("a", "Jardins", "Ville", 100m,
            Money("Ville", "commune", 25m) with { IsOwnFunds = true }, Money("Autofinancement", "fonds-propres", 5m), Money("ANCT", "etat", 70m), Money("Temps", "valorisation", 40m)))));

        var row = Assert.Single(compared.Data("fonds-propres"));
        Assert.Equal(("30.00", "70.00", "0.3"), (row["fonds_propres"], row["exterieur"], row["part_fonds_propres"]));
    }

    [Fact]
    public void Planned_and_granted_stand_side_by_side_and_what_was_not_read_is_empty()
    {
        using var compared = ByCommune(
            ("a.pdf", Programme(Vernon, 2024, Action("a", "Jardins", "Ville", null, Money("ANCT", "etat", 10m), Money("ANCT", "etat", 4.5m, FundingStatus.Granted)))),
            ("b.pdf", Programme(Annonay, 2024, Action("b", "Théâtre", "Ville", null, Money("ANCT", "etat", 3m)))));

        var rows = compared.Data("prevu-accorde");
        Assert.Equal([("Annonay", "3.00", ""), ("Vernon (27)", "10.00", "4.50")], rows.Select(row => (row["unite"], row["prevu"], row["accorde"])));
    }

    [Fact]
    public void Years_of_one_commune_stand_apart_and_one_year_is_no_series()
    {
        using var compared = ByCommune(
            ("a.pdf", Programme(Vernon, 2024, Action("a", "Jardins", "Ville", null, Money("ANCT", "etat", 10m)))),
            ("b.pdf", Programme(Vernon, 2025, Action("a", "Jardins", "Ville", null, Money("ANCT", "etat", 12m)))),
            ("c.pdf", Programme(Annonay, 2025, Action("c", "Théâtre", "Ville", null, Money("ANCT", "etat", 3m)))));

        Assert.Equal([("2024", "10.00"), ("2025", "12.00")], compared.Data("annees").Select(row => (row["annee"], row["prevu"])));
    }

    [Fact]
    public void Per_inhabitant_divides_by_the_register_and_tells_nothing_without_it()
    {
        var unknown = Programme(Vernon, 2024, Action("b", "Théâtre", "Ville", null, Money("ANCT", "etat", 3m))) with { Territory = new Territory { Communes = [new Commune("Nulle-Part", null, null)] } };
        using var compared = ByCommune(("a.pdf", Programme(Vernon, 2024, Action("a", "Jardins", "Ville", null, Money("ANCT", "etat", 100_000m)))), ("b.pdf", unknown));

        var rows = compared.Data("par-habitant").ToDictionary(row => row["unite"]);
        var vernon = rows["Vernon (27)"];
        var expected = Math.Round(100_000m / int.Parse(vernon["population"], CultureInfo.InvariantCulture), 2, MidpointRounding.AwayFromZero);
        Assert.Equal(expected, decimal.Parse(vernon["prevu_par_habitant"], CultureInfo.InvariantCulture));
        Assert.Equal(("", ""), (rows["Nulle-Part"]["population"], rows["Nulle-Part"]["prevu_par_habitant"]));
        Assert.Contains("Par habitant des QPV : non calculé", compared.Page.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ComparisonAxis.Commune)]
    [InlineData(ComparisonAxis.Epci)]
    [InlineData(ComparisonAxis.Year)]
    [InlineData(ComparisonAxis.Quartier)]
    public void Whatever_stands_side_by_side_no_euro_is_lost_or_told_twice(ComparisonAxis axis)
    {
        var joint = Programme(Vernon, 2025,
            Action("a", "Jardins", "Ville", null, Money("ANCT", "etat", 1.01m)) with { Quartiers = ["Nord"] },
            Action("b", "Théâtre", "Ville", null, Money("ANCT", "etat", 2.02m)) with { Quartiers = ["Nord", "QN07010M"] },
            Action("c", "Lectures", "Ville", null, Money("ANCT", "etat", 4.04m))) with
        {
            Territory = new Territory
            {
                Communes = [CommuneOf(Vernon), CommuneOf(Annonay)],
                Quartiers = [new Quartier("Nord", "QPV", null, [Vernon]), new Quartier("Sud", "QPV", "QN07010M", [Vernon, Annonay])],
            },
        };
        using var compared = By(axis, ("a.pdf", joint), ("b.pdf", Programme(Annonay, 2024, Action("d", "Chorale", "Ville", null, Money("ANCT", "etat", 8.08m)))));

        Assert.Equal(15.15m, compared.Data("financeurs-prevu").Sum(row => decimal.Parse(row["montant"], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_act_of_several_communes_gives_a_commune_what_names_its_quartier_and_shares_nothing_out()
    {
        var joint = Programme(Vernon, 2025,
            Action("a", "Jardins", "Ville", null, Money("ANCT", "etat", 1m)) with { Quartiers = ["le nord"] },
            Action("b", "Théâtre", "Ville", null, Money("ANCT", "etat", 2m)) with { Quartiers = ["Sud"] },
            Action("c", "Lectures", "Ville", null, Money("ANCT", "etat", 4m))) with
        {
            Territory = new Territory
            {
                Communes = [CommuneOf(Vernon), CommuneOf(Annonay)],
                Quartiers = [new Quartier("Le Nord", "QPV", null, [Vernon]), new Quartier("Sud", "QPV", "QN07010M", [Vernon, Annonay])],
            },
        };
        using var compared = ByCommune(("a.pdf", joint));

        Assert.Equal(1m, compared.Euros("financeurs-prevu", "Vernon (27)"));
        Assert.Equal(6m, compared.Euros("financeurs-prevu", "Vernon + Annonay"));
        var shared = Assert.Single(compared.Data("quartiers-partages"));
        Assert.Equal(("Sud", "QN07010M", "Annonay, Vernon", "1", "2.00"), (shared["quartier"], shared["code"], shared["communes"], shared["actions"], shared["prevu"]));
    }

    [Fact]
    public void A_quartier_of_two_communes_has_one_row_whatever_documents_name_it()
    {
        var nord = new Quartier("Nord", "QPV", "QN 07010 M", []);
        IngestedDocument Naming(string insee, Quartier quartier, decimal euros) =>
            Programme(insee, 2024, Action("a", $"Jardins de {insee}", "Ville", null, Money("ANCT", "etat", euros)) with { Quartiers = [quartier.Name!] }) with
            {
                Territory = new Territory { Communes = [CommuneOf(insee)], Quartiers = [quartier] },
            };
        using var compared = By(ComparisonAxis.Quartier, ("a.pdf", Naming(Vernon, nord, 3m)), ("b.pdf", Naming(Annonay, nord with { Code = "QN07010M" }, 4m)));

        Assert.Equal([7m], compared.Data("financeurs-prevu").Select(row => decimal.Parse(row["montant"], CultureInfo.InvariantCulture)));
        Assert.Equal("Annonay, Vernon", Assert.Single(compared.Data("quartiers-partages"))["communes"]);
    }

    [Fact]
    public void Quartiers_of_one_name_in_two_communes_are_two()
    {
        IngestedDocument Naming(string insee) =>
            Programme(insee, 2024, Action("a", $"Jardins de {insee}", "Ville", null, Money("ANCT", "etat", 3m)) with { Quartiers = ["Centre"] }) with
            {
                Territory = new Territory { Communes = [CommuneOf(insee)], Quartiers = [new Quartier("Centre", "QPV", null, [])] },
            };
        using var compared = By(ComparisonAxis.Quartier, ("a.pdf", Naming(Vernon)), ("b.pdf", Naming(Annonay)));

        Assert.Equal(["Centre (Annonay)", "Centre (Vernon)"], compared.Data("financeurs-prevu").Select(row => row["unite"]));
    }

    [Fact]
    public void Units_stand_by_name_and_not_by_amount()
    {
        using var compared = ByCommune(
            ("a.pdf", Programme(Vernon, 2024, Action("a", "Jardins", "Ville", null, Money("ANCT", "etat", 9000m)))),
            ("b.pdf", Programme(Annonay, 2024, Action("b", "Théâtre", "Ville", null, Money("ANCT", "etat", 1m)))),
            ("c.pdf", Programme(Annonay, 2024, Action("c", "Chorale", "Ville", null, Money("ANCT", "etat", 99999m))) with { Territory = new Territory() }));

        Assert.Equal(["Annonay", "Vernon (27)", "Commune non lue"], compared.Data("prevu-accorde").Select(row => row["unite"]));
    }

    [Fact]
    public void Trust_parts_the_euros_of_a_document_by_sums_and_findings()
    {
        var document = Programme(Vernon, 2024,
            Action("a", "Jardins", "Ville", 100m, Money("ANCT", "etat", 100m)),
            Action("b", "Théâtre", "Ville", 50m, Money("ANCT", "etat", 20m)),
            Action("c", "Lectures", "Ville", 30m, Money("ANCT", "etat", 30m)),
            Action("d", "Chorale", "Ville", 8m, Money("ANCT", "etat", 6m), Money("Temps", "valorisation", 2m))) with
        {
            Findings = [Doubt("text.low-confidence", "/actions/2/financers/0", Severity.Warning), Doubt("classification.contradiction", "/actions/0", Severity.Info)],
            Totals = [Sum("Total", null, 200m, 188m)],
        };
        using var compared = ByCommune(("a.pdf", document));

        var row = Assert.Single(compared.Data("confiance"));
        Assert.Equal(("108.00", "50.00", "30.00", "12.00"), (row["confirmes"], row["sans_recoupement"], row["en_doute"], row["non_lus"]));
    }

    [Fact]
    public void A_total_that_is_right_confirms_what_no_finding_doubts()
    {
        var document = Programme(Vernon, 2024, Action("a", "Jardins", "Ville", 100m), Action("b", "Théâtre", "Ville", 50m)) with
        {
            Totals = [Sum("Total", null, 150m, 150m)],
            Findings = [Doubt("budget.missing-cost", "/actions/1", Severity.Error)],
        };
        using var compared = ByCommune(("a.pdf", document));

        var row = Assert.Single(compared.Data("confiance"));
        Assert.Equal(("100.00", "0.00", "50.00", "0.00"), (row["confirmes"], row["sans_recoupement"], row["en_doute"], row["non_lus"]));
    }
}
