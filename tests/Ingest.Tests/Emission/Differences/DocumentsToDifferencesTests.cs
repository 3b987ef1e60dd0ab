using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Ingest.Emission.Differences;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Xunit;

namespace Ingest.Tests.Emission.Differences;

public sealed class DocumentsToDifferencesTests
{
    private static readonly Evidence Nowhere = new() { Regions = [], Text = "" };

    private static Financer Pays(string label, decimal? amount, string kind = "etat", FundingStatus status = FundingStatus.Planned) =>
        new() { Label = label, Kind = kind, Amount = amount is { } euros ? new Euros(euros) : null, Status = status, Evidence = Nowhere };

    private static FundedAction Action(string title, string porteur, decimal? cost, params Financer[] financers) => new()
    {
        Id = title + porteur,
        Title = title,
        Porteur = new Porteur(porteur, "association", null),
        TotalCost = cost is { } euros ? new Euros(euros) : null,
        Financers = [.. financers],
        Evidence = Nowhere,
    };

    private static DocumentDifferences Compare(ImmutableArray<FundedAction> before, ImmutableArray<FundedAction> after) =>
        new DocumentsToDifferences().Compare(SampleDocument.Full() with { Actions = before }, SampleDocument.Full() with { Actions = after });

    [Fact]
    public void Actions_are_added_removed_changed_or_the_same()
    {
        var differences = Compare(
            [Action("Jardins partagés", "CCAS", 4950, Pays("ANCT", 2000)), Action("Chantier citoyen", "Ville", 800), Action("Fête", "Ville", 300)],
            [Action("Fête", "Ville", 300), Action("Jardins partagés", "CCAS", 5000, Pays("ANCT", 2050)), Action("Théâtre", "Compagnie", 100)]);

        Assert.Equal([ActionChange.Changed, ActionChange.Removed, ActionChange.Unchanged, ActionChange.Added], differences.Actions.Select(action => action.Change));
        Assert.Equal(new Euros(50), differences.Actions[0].TotalCost.Difference);
        Assert.Equal(new Euros(50), Assert.Single(differences.Actions[0].Financers).Amount.Difference);
        Assert.Equal(new Euros(-650), differences.TotalCost.Difference);
    }

    [Fact]
    public void Spelling_is_no_change_and_a_word_more_is_told_with_its_likeness()
    {
        var differences = Compare([Action("« Été » des Quartiers", "C.C.A.S.", 100), Action("Permanence d'accès aux droits", "PIMMS", 40)], [Action("Ete des quartiers", "CCAS", 100), Action("Permanences d'accès aux droits", "PIMMS", 40)]);

        Assert.Equal([ActionChange.Unchanged, ActionChange.Changed], differences.Actions.Select(action => action.Change));
        Assert.Null(differences.Actions[0].Likeness);
        Assert.InRange(differences.Actions[1].Likeness!.Value, 0.9, 0.99);
        Assert.Equal("title", Assert.Single(differences.Actions[1].Fields).Field);
    }

    [Fact]
    public void Two_actions_of_one_title_are_told_apart_by_who_carries_them()
    {
        var differences = Compare(
            [Action("Accompagnement scolaire", "Collège", 100), Action("Accompagnement scolaire", "Centre social", 200)],
            [Action("Accompagnement scolaire", "Centre social", 210), Action("Accompagnement scolaire", "Collège", 100)]);

        Assert.Equal([ActionChange.Unchanged, ActionChange.Changed], differences.Actions.Select(action => action.Change));
    }

    [Fact]
    public void Requested_and_granted_money_are_two_lines()
    {
        var differences = Compare(
            [Action("Fête", "Ville", 300, Pays("ANCT", 200, status: FundingStatus.Requested))],
            [Action("Fête", "Ville", 300, Pays("ANCT", 200, status: FundingStatus.Requested), Pays("ANCT", 150, status: FundingStatus.Granted))]);

        var financer = Assert.Single(differences.Actions[0].Financers);

        Assert.Equal(FundingStatus.Granted, financer.Status);
        Assert.Null(financer.Amount.Before);
        Assert.Null(financer.Amount.Difference);
    }

    [Fact]
    public void A_payer_written_otherwise_is_one_where_it_is_the_only_one_of_its_kind()
    {
        var one = Compare([Action("Fête", "Ville", 300, Pays("Région", 200, "region"))], [Action("Fête", "Ville", 300, Pays("Conseil régional", 200, "region"))]);
        var several = Compare([Action("Fête", "Ville", 300, Pays("Bailleur A", 200, "bailleur"), Pays("Bailleur B", 100, "bailleur"))], [Action("Fête", "Ville", 300, Pays("Logis du Nord", 200, "bailleur"), Pays("Bailleur B", 100, "bailleur"))]);

        Assert.Equal(ActionChange.Unchanged, one.Actions[0].Change);
        Assert.Equal(["Bailleur A", "Logis du Nord"], several.Actions[0].Financers.Select(financer => financer.Label));
    }

    [Fact]
    public void A_cost_that_is_not_stated_leaves_the_sum_open()
    {
        var differences = Compare([Action("Fête", "Ville", 300), Action("Bal", "Ville", null)], [Action("Fête", "Ville", 300)]);

        Assert.Null(differences.TotalCost.Before);
        Assert.Null(differences.TotalCost.Difference);
    }

    [Fact]
    public void No_action_and_no_euro_is_lost_or_told_twice()
    {
        var titles = Gen.Elements("Jardins partagés", "Jardin partagé", "Chantier citoyen", "Fête de quartier", "Fête du quartier", "PRE");
        var actions = Gen.ArrayOf(
            from title in titles
            from porteur in Gen.Elements("CCAS", "Ville")
            from cost in Gen.Choose(0, 500)
            from payers in Gen.ArrayOf(from label in Gen.Elements("ANCT", "CAF", "Région") from amount in Gen.Choose(0, 300) select Pays(label, amount, label == "ANCT" ? "etat" : "caf"))
            select Action(title, porteur, cost, payers));

        Prop.ForAll(actions.ToArbitrary(), actions.ToArbitrary(), (before, after) =>
        {
            var differences = Compare([.. before], [.. after]);
            Assert.Equal(before.Length, differences.Actions.Count(action => action.BeforeId is not null));
            Assert.Equal(after.Length, differences.Actions.Count(action => action.AfterId is not null));
            Assert.Equal(Money(before), Euros.Sum(differences.Financers.Select(financer => financer.Amount.Before ?? Euros.Zero)));
            Assert.Equal(Money(after), Euros.Sum(differences.Financers.Select(financer => financer.Amount.After ?? Euros.Zero)));
        }).QuickCheckThrowOnFailure();
    }

    private static Euros Money(IEnumerable<FundedAction> actions) => Euros.Sum(actions.SelectMany(action => action.Financers).Select(financer => financer.Amount ?? Euros.Zero));
}
