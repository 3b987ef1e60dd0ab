using System.Collections.Immutable;
using Ingest.Model.Documents;
using Xunit;
using static Ingest.Tests.Export.Comparing.ComparedDocuments;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export.Comparing;

public sealed class VersionTests
{
    private static readonly ImmutableArray<string> Titles = ["Jardins partagés au pied des immeubles", "Théâtre des habitants", "Lectures à voix haute", "Chorale de quartier"];

    [Fact]
    public void One_act_in_two_formats_counts_once_and_is_listed()
    {
        using var compared = ByCommune(("a.docx", Yearly(FundingStatus.Planned, 100m)), ("a.pdf", Yearly(FundingStatus.Planned, 100m)));

        Assert.Equal(406m, compared.Euros("financeurs-prevu", "Vernon (27)"));
        var copy = Assert.Single(compared.Data("doublons"));
        Assert.Equal(("a.pdf", "a.docx", "même contenu"), (copy["document"], copy["compte_pour_lui"], copy["pourquoi"]));
    }

    [Fact]
    public void Forecast_and_vote_are_listed_and_never_added_up()
    {
        using var compared = ByCommune(
            ("prevision.pdf", Yearly(FundingStatus.Planned, 100m)),
            ("vote.pdf", Yearly(FundingStatus.Planned, 200m) with { Act = new Act { Date = new DateOnly(2024, 4, 2) } }));

        Assert.Equal(806m, compared.Euros("financeurs-prevu", "Vernon (27)"));
        Assert.Equal(
            [("prevision.pdf", "406.00", "rien : une autre version compte"), ("vote.pdf", "806.00", "actions, argent prévu")],
            compared.Data("versions").Select(row => (row["document"], row["prevu"], row["compte_pour"])));
    }

    [Fact]
    public void What_was_planned_comes_of_the_forecast_and_what_was_granted_of_the_vote()
    {
        using var compared = ByCommune(("prevision.pdf", Yearly(FundingStatus.Planned, 100m)), ("vote.pdf", Yearly(FundingStatus.Granted, 90m)));

        var row = Assert.Single(compared.Data("prevu-accorde"));
        Assert.Equal(("406.00", "366.00"), (row["prevu"], row["accorde"]));
        Assert.Equal(["argent prévu", "actions, argent accordé"], compared.Data("versions").Select(version => version["compte_pour"]));
    }

    [Fact]
    public void The_latest_vote_counts()
    {
        using var compared = ByCommune(
            ("a.pdf", Yearly(FundingStatus.Planned, 300m) with { Act = new Act { Date = new DateOnly(2024, 6, 1) } }),
            ("b.pdf", Yearly(FundingStatus.Planned, 200m) with { Act = new Act { Date = new DateOnly(2024, 4, 2) } }));

        Assert.Equal(1206m, compared.Euros("financeurs-prevu", "Vernon (27)"));
    }

    [Fact]
    public void An_amendment_that_repeats_little_stands_beside_its_act_and_does_not_replace_it()
    {
        var amendment = Programme(Vernon, 2024, Action("n", "Fête des voisins", "Ville", null, Money("ANCT", "etat", 50m))) with { Act = new Act { Date = new DateOnly(2024, 9, 1), Amends = "2024-12" } };
        using var compared = ByCommune(("acte.pdf", Yearly(FundingStatus.Planned, 100m)), ("avenant.pdf", amendment));

        Assert.Equal(406m, compared.Euros("financeurs-prevu", "Vernon (27)"));
        Assert.Equal(["actions, argent prévu", "rien : une autre version compte"], compared.Data("versions").Select(row => row["compte_pour"]));
    }

    [Fact]
    public void An_amendment_that_tells_the_whole_programme_anew_replaces_it()
    {
        using var compared = ByCommune(
            ("acte.pdf", Yearly(FundingStatus.Planned, 100m) with { Act = new Act { Date = new DateOnly(2024, 4, 2) } }),
            ("avenant.pdf", Yearly(FundingStatus.Planned, 150m) with { Act = new Act { Date = new DateOnly(2024, 9, 1), Amends = "2024-12" } }));

        Assert.Equal(606m, compared.Euros("financeurs-prevu", "Vernon (27)"));
    }

    [Fact]
    public void Two_parts_of_one_year_with_other_titles_are_added_up()
    {
        using var compared = ByCommune(
            ("a.pdf", Yearly(FundingStatus.Planned, 100m)),
            ("b.pdf", Programme(Vernon, 2024, Action("n", "Fête des voisins", "Ville", null, Money("ANCT", "etat", 50m)))));

        Assert.Equal(456m, compared.Euros("financeurs-prevu", "Vernon (27)"));
        Assert.Empty(compared.Data("versions"));
    }

    [Fact]
    public void The_same_actions_of_another_year_or_commune_are_no_version()
    {
        using var compared = ByCommune(
            ("a.pdf", Yearly(FundingStatus.Planned, 100m)),
            ("b.pdf", Yearly(FundingStatus.Planned, 200m) with { Period = new Period(2025, 2025) }),
            ("c.pdf", Yearly(FundingStatus.Planned, 300m) with { Territory = new Territory { Communes = [CommuneOf(Annonay)] } }));

        Assert.Empty(compared.Data("versions"));
        Assert.Equal(3, compared.Report.Counted);
    }

    // Amounts that differ from action to action, as a programme's do.
    private static IngestedDocument Yearly(FundingStatus status, decimal euros) =>
        Programme(Vernon, 2024, [.. Titles.Select((title, index) => Action($"a{index}", title, "Ville", null, Money("ANCT", "etat", euros + index, status)))]);
}
